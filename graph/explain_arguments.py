"""Arguments and dtypes that do not fit what arrives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.case import (
    Case,
    arrives,
    arriving,
    first_sentence,
    insert,
)
from graph.catalog import CATALOG
from graph.catalog.layer import REQUIRED
from graph.document import UNSET, Value
from graph.edits import SetArgument
from graph.phrases import later, listed
from graph.problems import Fix, Problem


def wrong_dtype(case: Case) -> Problem | None:
    """Found by trying: with numbers of another type at one port the layer runs."""
    for port, tensor in case.inputs.items():
        for dtype in ("int64", "float32", "bool"):
            if dtype == tensor.dtype:
                continue
            inputs = {**case.inputs, port: replace(tensor, dtype=dtype)}
            if case.works(inputs=inputs):
                kind = {
                    "int64": later("whole numbers (int64)"),
                    "bool": later("true or false (bool)"),
                }
                message = later(
                    "{type} expects {kind} at {port}, but {dtype} arrives from {source}.",
                    type=case.layer.type,
                    kind=kind.get(dtype, "float32"),
                    port=port,
                    dtype=tensor.dtype,
                    source=case.source(port),
                )
                fixes = _dtype_fixes(case, port, dtype)
                return case.problem("dtype-mismatch", message, port, *fixes)
    return _several_dtypes(case)


def _several_dtypes(case: Case) -> Problem | None:
    """Where no one change of a dtype helps, but those of the samples together do."""
    samples = case.layer.samples
    inputs = {
        port: replace(tensor, dtype=samples[port].dtype if port in samples else tensor.dtype)
        for port, tensor in case.inputs.items()
    }
    wrong = [port for port, tensor in inputs.items() if tensor.dtype != case.inputs[port].dtype]
    if not wrong or not case.works(inputs=inputs):
        return None
    expected = listed(
        [later("{dtype} at {port}", dtype=inputs[port].dtype, port=port) for port in wrong]
    )
    got = listed(
        [
            later("{dtype} from {source}", dtype=case.inputs[port].dtype, source=case.source(port))
            for port in wrong
        ]
    )
    message = later(
        "{type} expects {expected}, but {got} arrive.",
        one="{type} expects {expected}, but {got} arrives.",
        n=len(wrong),
        type=case.layer.type,
        expected=expected,
        got=got,
    )
    return case.problem("dtype-mismatch", message, wrong[0])


def _dtype_fixes(case: Case, port: str, dtype: str) -> Iterator[Fix]:
    edge = case.wires.get(port)
    if edge is None:
        return
    source = case.graph.node(edge.source)
    if source.type == "Input":
        edit = SetArgument(source.name, "dtype", dtype, case.scope)
        yield Fix(later("Set dtype of {name} to {dtype}", name=source.name, dtype=dtype), edit)
    method = {"int64": "Tensor.long", "float32": "Tensor.float", "bool": "Tensor.bool"}[dtype]
    if method in CATALOG:
        yield Fix(
            later("Insert {method}", method=method),
            insert(case, edge, method, CATALOG[method].outputs[0].name),
        )


#: What must be divisible by which argument.
_DIVISIBLE = {
    "groups": later("channels"),
    "num_groups": later("channels"),
    "num_heads": later("features"),
    "nhead": later("features"),
    "upscale_factor": later("channels"),
    "downscale_factor": later("pixels"),
}


def not_divisible(case: Case) -> Problem | None:
    if not re.search(r"divisib|divided by groups", case.refusal.detail):
        return None
    for argument, noun in _DIVISIBLE.items():
        value = case.said.get(argument)
        if type(value) is not int:
            continue
        port = next(iter(case.inputs), "")
        fixes = [
            case.set_(argument, number)
            for number in _near(value)
            if case.works(said={**case.said, argument: number})
        ]
        message = later(
            "{argument} {value} must divide the number of {noun}, but {arrives}.",
            argument=argument,
            value=value,
            noun=noun,
            arrives=arrives(case, port),
        )
        outputs = case.said.get("out_channels")
        if argument == "groups" and isinstance(outputs, int) and outputs % value:
            message = later(
                "groups {value} must divide out_channels, which is {outputs}.",
                value=value,
                outputs=outputs,
            )
        return case.problem("not-divisible", message, port, *fixes[:2])
    return None


def _near(value: int) -> list[int]:
    """Numbers that may do instead, the nearest first."""
    smaller = list(range(min(value - 1, 64), 0, -1))
    return sorted([*smaller, value + 1, value + 2, value * 2], key=lambda n: abs(n - value))


def kernel_too_large(case: Case) -> Problem | None:
    told = re.search(
        r"Kernel size can't be greater|[Oo]utput size is too small|kernel size.*(?:greater|larger)",
        case.refusal.detail,
    )
    if not told or "kernel_size" not in case.said:
        return None
    port = next(iter(case.inputs), "")
    kernel = case.said["kernel_size"]
    largest = max(kernel) if isinstance(kernel, tuple) else kernel
    fixes = [
        case.set_("kernel_size", size)
        for size in range(min(largest, 64) - 1, 0, -1)
        if case.works(said={**case.said, "kernel_size": size})
    ][:1]
    padding = largest // 2
    if "padding" not in case.said and case.works(said={**case.said, "padding": padding}):
        fixes.append(case.set_("padding", padding))
    words = "x".join(map(str, kernel)) if isinstance(kernel, tuple) else str(kernel)
    message = later(
        "a kernel of {words} is larger than the image: {arrives}.",
        words=words,
        arrives=arrives(case, port),
    )
    return case.problem("kernel-too-large", message, port, *fixes)


def argument_at_fault(case: Case) -> Problem | None:
    """Found by trying: with one argument at its default, or any other value, the layer runs."""
    for name, value in case.said.items():
        argument = case.layer.argument(name)
        if argument is None:
            continue
        without = {k: v for k, v in case.said.items() if k != name}
        possible = argument.default is not REQUIRED or bool(argument.auto)
        if possible and case.works(said=without):
            label = (
                later("Use auto")
                if argument.auto
                else later("Use the default {default}", default=argument.default)
            )
            return _blamed(case, name, value, case.set_(name, UNSET, label))
        for other in (argument.start, 1, 0, 2, -1):
            tried = {**case.said, name: other}
            if other is not None and other != value and _like(other, value) and case.works(tried):
                return _blamed(case, name, value, case.set_(name, other))
    return None


def _like(other: Value, value: Value) -> bool:
    return type(other) is type(value)


def _blamed(case: Case, name: str, value: Value, fix: Fix) -> Problem:
    shown = list(value) if isinstance(value, tuple) else value
    said = first_sentence(case.refusal.detail)
    message = later(
        "{name} cannot be {shown} where {arriving}: {said}",
        name=name,
        shown=shown,
        arriving=arriving(case),
        said=said,
    )
    return case.problem("bad-argument", message, name, fix)
