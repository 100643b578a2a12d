"""The edit that dropping data comes down to: what to train on, and where it goes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPointF

from app.canvas.scene import CanvasScene
from app.new_node import new_node
from app.translating import later
from app.written_path import written_path
from graph.document import ROOT, Document, Node, Value
from graph.edits import AddNode, Batch, Edit, SetTraining
from train.data import SOURCES, DataDescription
from train.data.carrying import APART, said_of_all
from train.data.location import PLACES
from train.settings import DataConfig

#: Below each other stand the Inputs of data with several.
_APART = 96.0


def with_written_paths(data: Mapping[str, Value], folder: Path | None) -> dict[str, Value]:
    """What ``training.data`` says, with its paths as the project file has them."""
    places = PLACES if SOURCES[str(data["source"])].apart_by else (*PLACES, *APART)
    return {
        key: written_path(Path(str(value)), folder) if key in places else value
        for key, value in data.items()
    }


def config_of(data: Mapping[str, Value]) -> DataConfig:
    options = {key: value for key, value in data.items() if key not in ("source", *APART)}
    [by] = SOURCES[str(data["source"])].apart_by or ("path",)
    apart = {key: {by: data[key]} for key in APART if key in data}
    return DataConfig(source=str(data["source"]), options=options, apart=apart)


def data_edit(
    document: Document,
    scene: CanvasScene,
    at: QPointF,
    data: Mapping[str, Value],
    described: DataDescription,
) -> Edit:
    """Train on ``data``; a network without an Input gets one of the right shape, at ``at``.

    Of how data is split and batched, what was said stays. Numbers to predict bring a loss for
    them, where none was chosen.
    """
    before = document.training.get("data")
    said = before if isinstance(before, Mapping) else {}
    after = {**data, **said_of_all(said, str(data["source"]))}
    edits: list[Edit] = [SetTraining(("data",), after)]
    if described.task == "regression" and "loss" not in document.training:
        edits.append(SetTraining(("loss",), {"type": "MSELoss"}))
    if not any(node.type == "Input" for node in document.graph.nodes):
        edits += _inputs(document, scene, at, described)
    return Batch(tuple(edits), later("Train on {name}", name=described.title))


def _inputs(
    document: Document, scene: CanvasScene, at: QPointF, described: DataDescription
) -> Sequence[Edit]:
    trial = Document()
    for node in document.graph.nodes:
        trial.graph.insert(node)
    edits: list[Edit] = []
    for index, input_ in enumerate(described.inputs):
        arguments: dict[str, Value] = {"shape": ("N", *input_.shape)}
        if input_.dtype != "float32":
            arguments["dtype"] = input_.dtype
        node: Node = new_node(trial, ROOT, "Input", arguments)
        trial.graph.insert(node)
        place = (_on_grid(at.x()), _on_grid(at.y() + index * _APART))
        edits.append(AddNode(node, place))
    return edits


def _on_grid(length: float) -> float:
    from app.canvas.figure import GRID

    return round(length / GRID) * GRID
