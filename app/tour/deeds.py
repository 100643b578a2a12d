"""What "Do it for me" does: the edit or act of each step. False says: not yet, ask again."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from app.adding import Wanted, add_after
from app.tour.situation import Situation
from app.translating import later
from graph.document import Value
from graph.edits import Batch, SetTraining

#: Handwritten digits of 8 x 8 pixels: small enough to learn while one looks on.
DATA = "digits"
#: Fixes that are applied unasked: of what was drawn otherwise one may lead to the next for ever.
MOST_FIXES = 12

SHAPE: tuple[Value, ...] = ("N", 1, 8, 8)


def add(situation: Situation, type_: str, after: str = "", **arguments: Value) -> None:
    """Add a layer after the first one of another type, as the search does it."""
    window, pane = situation.window, situation.window.pane
    selected = situation.first(after) if after else ""
    before = set(pane.scene.nodes)
    at = pane.view.middle if selected else _begin(situation)
    if window.push(add_after(pane.scene, Wanted(type_, arguments), selected, at)):
        new = [name for name in pane.scene.nodes if name not in before]
        pane.view.select(new)
        pane.view.fit()


def place_input(situation: Situation) -> bool:
    add(situation, "Input", shape=SHAPE)
    return True


def add_convolution(situation: Situation) -> bool:
    add(situation, "Conv2d", "Input", out_channels=8, kernel_size=3)
    return True


def wire_activation(situation: Situation) -> bool:
    """The wire alone where the layer is there already."""
    graph, relu = situation.graph, situation.first("ReLU")
    if relu and not graph.edges_of(relu):
        situation.window.project.stack.undo()
    add(situation, "ReLU", "Conv2d")
    return True


def add_rest(situation: Situation) -> bool:
    for type_, after, arguments in (
        ("Flatten", "ReLU", {}),
        ("Linear", "Flatten", {"in_features": 64, "out_features": 10}),
        ("Output", "Linear", {}),
    ):
        if not situation.first(type_):
            add(situation, type_, after, **arguments)
    return True


def fix(situation: Situation) -> bool:
    """One fix after the other, until nothing is wrong any more."""
    if not situation.is_checked:
        return False
    mistake = situation.mistake
    if mistake is not None and situation.fixes < MOST_FIXES:
        situation.fixes += 1
        situation.window.apply_fix(mistake.fixes[0])
        return False
    return True


def look_at_shape(situation: Situation) -> bool:
    situation.window.pane.view.select([situation.first("Flatten")])
    return True


def choose_data(situation: Situation) -> bool:
    situation.window.panels.show_tab("training")
    return situation.window.push(
        SetTraining(("data",), {"source": DATA}, later("Choose {type}", type=DATA))
    )


def choose_optimizer(situation: Situation) -> bool:
    situation.window.panels.show_tab("training")
    return situation.window.push(
        Batch(
            (
                SetTraining(("optimizer",), {"type": "AdamW", "lr": 0.005}),
                SetTraining(("schedule",), {"type": "CosineAnnealingLR", "T_max": 10}),
            ),
            later("Choose {type}", type="AdamW"),
        )
    )


def train(situation: Situation) -> bool:
    if not fix(situation):
        return False
    situation.window.running.train()  # which says why, where it will not
    return True


def export(situation: Situation) -> bool:
    situation.window.exporting.export_source()
    return True


def _begin(situation: Situation) -> QPointF:
    view = situation.window.pane.view
    return view.mapToScene(view.viewport().rect().center())
