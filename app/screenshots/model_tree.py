"""The compiled network as a tree, with the values of one tensor."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.panels.show_tab("model")
    window.resizeDocks([window.panels.docks["bottom"]], [340], Qt.Orientation.Vertical)
    stage.settle()
    window.pane.view.select(["conv2"])
    window.panels.model.choose_path("features.3.weight")
    stage.take_both("model-tree")
