"""Whether the last layer gives what the loss wants: scores, probabilities or their logarithms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.document import ROOT, Node
from graph.edits import AddNode, Batch, Edit, MoveNodes, SetOption, SetTraining
from graph.inserting import insert_edits
from graph.names import fresh_name
from graph.phrases import later
from graph.problems import Fix, Problem
from train.catalog import LossNeeds

if TYPE_CHECKING:
    from graph.document import Document

#: Layers that end in what a loss applies by itself, and the losses that do.
SOFTENED = {"Softmax", "F.softmax", "torch.softmax", "Tensor.softmax"}
LOG_SOFTENED = {"LogSoftmax", "F.log_softmax", "torch.log_softmax", "Tensor.log_softmax"}
BOUNDED = {"Sigmoid", "torch.sigmoid", "F.sigmoid", "Tensor.sigmoid"} | SOFTENED
#: Layers that surely give values of any size.
PLAIN = {"Linear", "Conv1d", "Conv2d", "Conv3d", "Bilinear"}
#: What only lays numbers otherwise.
LAID = {
    *("torch.transpose", "torch.permute", "torch.squeeze", "torch.swapaxes", "torch.movedim"),
    *("Tensor.transpose", "Tensor.permute", "Tensor.squeeze", "Tensor.swapaxes"),
    *("Flatten", "torch.flatten", "torch.reshape", "Tensor.reshape", "Tensor.view"),
}


def check_last_layer(
    document: Document, output: str, loss: str, needs: LossNeeds, path: tuple[str, ...]
) -> Iterator[Problem]:
    """A softmax too many or too few before an Output node; it trains, but badly.

    ``path`` is where of ``training:`` the loss stands.
    """
    last = _before(document, output)
    if last is None:
        return
    type_ = document.graph.node(last).type
    if loss == "CrossEntropyLoss" and type_ in SOFTENED | LOG_SOFTENED:
        said = later(
            "{last}: CrossEntropyLoss applies a softmax itself, so this one only slows learning",
            last=last,
        )
        yield Problem("warning", "softmax-twice", said, node=last, fixes=(leaving_out(last),))
    if loss == "BCEWithLogitsLoss" and type_ in BOUNDED:
        said = later("{last}: BCEWithLogitsLoss applies a sigmoid itself", last=last)
        yield Problem("warning", "sigmoid-twice", said, node=last, fixes=(_use("BCELoss", path),))
    if needs.log and type_ in PLAIN | SOFTENED:
        said = later(
            "{last}: {loss} needs log-probabilities, as LogSoftmax gives them",
            last=last,
            loss=loss,
        )
        fixes = [_log_softmax(document, output, -1 if needs.target == "sequence" else 1)]
        if loss == "NLLLoss" and type_ in PLAIN:
            fixes.insert(0, _use("CrossEntropyLoss", path))
        fixes = fixes if type_ in PLAIN else []
        yield Problem("warning", "no-log-softmax", said, node=last, fixes=tuple(fixes))
    if needs.unit and type_ in PLAIN | LOG_SOFTENED:
        said = later(
            "{last}: {loss} needs values between 0 and 1, as Sigmoid gives them",
            last=last,
            loss=loss,
        )
        other = "BCEWithLogitsLoss" if type_ in PLAIN else "NLLLoss"
        yield Problem("error", "not-bounded", said, node=last, fixes=(_use(other, path),))


def _before(document: Document, name: str) -> str | None:
    """What computes the numbers that arrive at a node, however they were laid since."""
    graph = document.graph
    for _ in range(len(graph)):
        edges = graph.in_edges(name)
        if len(edges) != 1:
            return None
        name = edges[0].source
        node = graph.node(name)
        if node.type not in LAID and node.options.get("when") is not False:
            return name
    return None


def _use(loss: str, path: tuple[str, ...]) -> Fix:
    return Fix(later("Use {loss}", loss=loss), SetTraining((*path, "type"), loss))


def leaving_out(name: str) -> Fix:
    """Let a layer be passed by."""
    return Fix(later("Leave out {name}", name=name), SetOption(name, "when", False))


#: Scene units between a layer and the next.
STEP = 260.0


def _log_softmax(document: Document, output: str, axis: int) -> Fix:
    """Put one between an Output node and what arrives there."""
    graph = document.graph
    [edge] = graph.in_edges(output)
    name = fresh_name("LogSoftmax", graph)
    place = graph.position(output)
    edits: list[Edit] = [
        AddNode(Node(name, "LogSoftmax", {"dim": axis}), place),
        *insert_edits(ROOT, edge, name, "input", "output"),
    ]
    if place is not None:
        edits.append(MoveNodes({output: (place[0] + STEP, place[1])}))
    label = later("Add LogSoftmax")
    return Fix(label, Batch(tuple(edits), label))
