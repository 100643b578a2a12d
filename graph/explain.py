"""PyTorch's refusals in plain words, with fixes that have been tried and work."""

from __future__ import annotations

from collections.abc import Iterator

from graph.case import (
    Case,
    arriving,
    first_sentence,
    what_arrives,
)
from graph.catalog.node_ports import TOGETHER
from graph.edits import Disconnect, SetArgument
from graph.explain_arguments import argument_at_fault, kernel_too_large, not_divisible, wrong_dtype
from graph.explain_layout import wrong_layout
from graph.explain_shapes import sizes_that_differ, wrong_axes, wrong_count, wrong_width
from graph.phrases import later, listed
from graph.problems import Fix, Problem


def explain(case: Case) -> Problem:
    """Say what is wrong in the first words that fit."""
    for diagnosis in (
        _limits,
        _half,
        wrong_layout,
        wrong_axes,
        wrong_width,
        wrong_dtype,
        not_divisible,
        kernel_too_large,
        sizes_that_differ,
        wrong_count,
        argument_at_fault,
    ):
        problem = diagnosis(case)
        if problem is not None:
            return problem
    said = first_sentence(case.refusal.detail)
    return case.problem(
        "refused",
        later(
            "{type} does not take {tensors}: {said}",
            type=case.layer.type,
            tensors=what_arrives(case),
            said=said,
        ),
    )


def _limits(case: Case) -> Problem | None:
    refusal, type_ = case.refusal, case.layer.type
    if refusal.kind == "too-large":
        return case.problem(
            "too-large",
            later("{type} is too large: {detail}.", type=type_, detail=refusal.detail),
            refusal.argument,
        )
    if refusal.kind == "unknown-size":
        message = later(
            "the sizes that {type} gives here follow no simple formula; give the Input "
            "numbers in the place of letters.",
            type=type_,
        )
        return case.problem("unknown-size", message)
    if refusal.kind == "varying":
        message = later(
            "{argument} would be {detail}, which changes with the input; the size of a "
            "layer is fixed, and {arriving}.",
            argument=refusal.argument,
            detail=refusal.detail,
            arriving=arriving(case),
        )
        fixes = _keep_the_batch(case)
        return case.problem("batch-dependent", message, refusal.argument, *fixes)
    return None


def _half(case: Case) -> Problem | None:
    """The two tensors of an LSTM's state come together."""
    if not case.refusal.detail.endswith(TOGETHER):
        return None
    ports = str(case.refusal.detail).removesuffix(TOGETHER).split(" and ")
    fixes = [
        Fix(later("Cut the wire from {source}", source=edge.source), Disconnect(edge, case.scope))
        for port, edge in case.wires.items()
        if port in ports
    ]
    message = later("{ports} must be wired together, or neither of them.", ports=listed(ports))
    return case.problem("missing-input", message, "", *fixes)


def _keep_the_batch(case: Case) -> Iterator[Fix]:
    """Where a Flatten just before took the batch axis along."""
    for edge in case.wires.values():
        source = case.graph.node(edge.source)
        if source.type in ("Flatten", "torch.flatten") and source.arguments.get("start_dim") == 0:
            edit = SetArgument(source.name, "start_dim", 1, case.scope)
            yield Fix(later("Set start_dim of {name} to 1", name=source.name), edit, safe=True)
