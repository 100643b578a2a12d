"""An Inception block from top to bottom with one frame collapsed, and a card dragged to guides."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.screenshots.stage import Stage
from graph.edits import MoveNodes
from graph.recoloring import fold_edit

LEFT = Qt.MouseButton.LeftButton


def play(stage: Stage) -> None:
    window = stage.show("googlenet")
    window.pane.view.reduced_motion = True
    window.resize(1240, 800)
    for dock in window.panels.docks.values():
        dock.hide()
    window.pane.show_scope("Inception")
    stage.settle()
    window.placing.turn("down")
    folding = fold_edit(window.project.document, "Inception", "five")
    if folding is not None:
        window.push(folding)
    stage.settle()
    window.pane.view.tidy()
    window.pane.view.fit()
    stage.take_both("tidying", window.pane)
    _drag(stage)


def _drag(stage: Stage) -> None:
    """Hold a card where its wires are level and its gaps equal."""
    window = stage.show("lenet_mnist")
    window.resize(1240, 520)
    view, scene = window.pane.view, window.pane.scene
    view.tidy()
    stage.settle()
    first, second = (scene.nodes[name].box for name in ("conv1", "pool1"))
    middle = (first.right() + second.left()) / 2
    window.push(MoveNodes({"relu1": (middle - 150, first.top() + 200)}))
    view.zoom_to(1.2)
    view.centerOn(QPointF(middle, first.center().y() + 60))
    stage.settle()
    box = scene.nodes["relu1"].box
    way = QPointF(middle - box.center().x() + 3, first.center().y() - box.center().y() + 4)
    start, end = (view.mapFromScene(p) for p in (box.center(), box.center() + way))
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), start + (end - start) / 2)
    QTest.mouseMove(view.viewport(), end)
    stage.take_both("guides", window.pane)
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
