"""What is said of a layer where the pointer rests: purpose, formula of its shape, weights."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication

from app.canvas.view import CanvasView
from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1280, 800)
    for key in ("left", "right", "bottom"):
        window.panels.docks[key].hide()
    stage.settle()
    view = window.pane.view
    view.fit()
    for theme in ("light", "dark"):
        window.set_theme(theme)
        stage.settle()
        rest(view, "conv1")
        stage.take(f"about-{theme}", window.centralWidget())


def rest(view: CanvasView, node: str) -> None:
    """As the pointer does that rests on a card."""
    at = view.mapFromScene(view.canvas.nodes[node].box.center())
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
