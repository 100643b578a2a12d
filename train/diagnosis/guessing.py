"""The loss of who looks at no input: the best there is by the same answer to every sample."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import nn

from codegen.watching import Place
from graph.document import Graph
from train.catalog import LOSS_NEEDS
from train.data import SOURCES, Prepared
from train.diagnosis.neighbours import Agreement, agreement
from train.objective import Objective
from train.settings import Choice, TrainingConfig

#: Samples that the best constant answer is looked for with.
MOST = 2000

#: Sources of which every target was made or checked by us.
OURS = ("built-in", "generated")

_CONSTANT = ("classes", "values", "binary", "signs", "one-hot")


@dataclass(frozen=True)
class Compared:
    """A part of the loss: which node answers, what guessing costs, whether samples like it agree.

    Both are worked out when they are first asked for.
    """

    place: Place
    weight: float
    guessed: Callable[[], float | None]
    neighbours: Callable[[], Agreement | None]


def comparisons(
    config: TrainingConfig, graph: Graph, data: Prepared, targets: Mapping[str, Prepared]
) -> tuple[Compared, ...]:
    """Every part of the loss whose targets might be those of other samples; ours never are."""
    if SOURCES[config.data.source].kind in OURS:
        return ()
    ends = tuple(node.name for node in graph.nodes if node.type == "Output")
    parts = [(term.loss, term.weight, term.target, term.outputs) for term in config.terms]
    found = []
    for loss, weight, target, outputs in parts or [(config.loss, 1.0, "", ends)]:
        edges = [edge for name in outputs for edge in graph.in_edges(name)]
        if edges and target in targets:
            found.append(_compared(loss, weight, edges[0].source, data, targets[target]))
    return tuple(found)


def _compared(loss: Choice, weight: float, node: str, data: Prepared, target: Prepared) -> Compared:
    return Compared(
        Place().inside(node),
        weight,
        lru_cache(lambda: guessed(loss, target)),
        lru_cache(lambda: agreement(data.train_inputs, target)),
    )


def guessed(loss: Choice, data: Prepared) -> float | None:
    """The least loss that one and the same answer to all samples has.

    Shapes: targets (N,) or (N, ...) of ``data``. None where no single answer is compared with a
    target, or the loss is a sum over a batch.
    """
    needs = LOSS_NEEDS[loss.type]
    reduction = loss.arguments.get("reduction", "mean")
    if needs.target not in _CONSTANT or needs.outputs > 1 or needs.distance or reduction != "mean":
        return None
    target = torch.as_tensor(np.asarray(data.train_target)[:MOST])
    if not len(target) or not target.numel():
        return None
    if needs.target == "classes":
        target = target.reshape(-1)
        width = len(data.classes)
    elif target.is_floating_point() or len(data.classes) <= 2:
        target = target.reshape(len(target), -1)
        width = target.shape[1]
    else:
        width = len(data.classes)
    return _least(Objective(loss, torch.device("cpu")), target, width) if width else None


def _least(objective: Objective, target: torch.Tensor, width: int) -> float | None:
    """By LBFGS, for every one of these losses is convex in what is answered."""
    answer = nn.Parameter(torch.zeros(1, width))
    if target.is_floating_point() and not (objective.needs.unit or objective.needs.log):
        answer.data += target.mean(0)
    optimizer = torch.optim.LBFGS([answer], max_iter=50, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        output = answer.expand(len(target), width)
        if objective.needs.unit:
            output = output.sigmoid()
        elif objective.needs.log:
            output = output.log_softmax(1)
        return objective((output,), target)

    def closure() -> float:
        optimizer.zero_grad()
        found = loss()
        torch.autograd.backward(found)
        return found.item()

    try:
        with torch.enable_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the run itself has had them
            optimizer.step(closure)  # type: ignore[no-untyped-call]
            least = loss().item()
    except (RuntimeError, ValueError, IndexError):  # a target that this loss does not take
        return None
    return least if math.isfinite(least) and least > 0 else None
