"""Whether there is something to train, and whether the optimizer can."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from graph.edits import SetTraining
from graph.phrases import later
from graph.problems import Fix, Problem
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from graph.analysis import Analysis
    from graph.document import Document


def check_optimizer(
    document: Document, analysis: Analysis, training: TrainingConfig
) -> Iterator[Problem]:
    """Whether the optimizer can train what there is to train."""
    config = training.optimizer
    shapes = _parameter_shapes(analysis)
    if not (analysis.total_parameters or analysis.errors or analysis.untrusted):
        yield Problem(
            "error",
            "nothing-to-train",
            "the network has no weights to train; add a layer with weights, such as Linear",
        )
    if config.type == "LBFGS" and config.groups:
        fix = Fix("Remove groups", SetTraining(("optimizer", "groups"), ()))
        said = later("training.optimizer: LBFGS knows no parameter groups")
        yield Problem("error", "optimizer-groups", said, fixes=(fix,))
    if config.type == "Muon":
        odd = next((node for node, ps in shapes.items() if any(len(p) != 2 for p in ps)), None)
        if odd is not None:
            yield Problem(
                "error",
                "optimizer-shape",
                later(
                    "training.optimizer: Muon takes only weights with two axes, but {odd} has "
                    "others",
                    odd=odd,
                ),
                fixes=(Fix("Use AdamW", SetTraining(("optimizer",), {"type": "AdamW"})),),
            )
    if config.type == "SparseAdam":
        sparse = any(n.arguments.get("sparse") is True for n in document.graph.nodes)
        if not sparse:
            yield Problem(
                "error",
                "optimizer-sparse",
                "training.optimizer: SparseAdam needs sparse gradients, from an Embedding with "
                "sparse: true",
                fixes=(Fix("Use Adam", SetTraining(("optimizer",), {"type": "Adam"})),),
            )
    yield from _check_groups(document, training)


def _parameter_shapes(analysis: Analysis) -> Mapping[str, list[tuple[int, ...]]]:
    return {
        name: list(node.parameter_shapes.values())
        for name, node in analysis.nodes.items()
        if node.parameter_shapes
    }


def _check_groups(document: Document, training: TrainingConfig) -> Iterator[Problem]:
    graph = document.graph
    frames = {str(n.options["group"]) for n in graph.nodes if n.options.get("group")}
    frames |= graph.groups.keys()
    frames -= {group.name for group in graph.groups.values() if group.is_plain}
    for index, group in enumerate(training.optimizer.groups):
        names = [*graph.names, *frames]
        places = [f"{frame}.0" for frame in frames] + [f"{name}.weight" for name in names]
        if not any(fnmatch.fnmatchcase(name, group.nodes) for name in names + places):
            yield Problem(
                "warning",
                "group-empty",
                later(
                    "training.optimizer.groups.{index}: {nodes} fits no layer of this network",
                    index=index,
                    nodes=repr(group.nodes),
                ),
            )
