"""A small network while it is built: a wire on its way from a port, and where it may end."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.screenshots.stage import Stage

BEGUN = """layerloom: 1
name: Begun
nodes:
  image: {type: Input, shape: [N, 1, 28, 28]}
  conv1: {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1, group: features}
  relu1: {type: ReLU, group: features}
  pool1: {type: MaxPool2d, kernel_size: 2}
  flat: {type: Flatten}
  fc1: {type: Linear, in_features: 400, out_features: 10}
edges:
  - image -> conv1 -> relu1
groups:
  features: {container: Sequential}
layout:
  image: [0, 40]
  conv1: [272, 32]
  relu1: [592, 40]
  pool1: [840, -64]
  flat: [840, 72]
  fc1: [840, 176]
"""


def play(stage: Stage) -> None:
    window = stage.show_text(BEGUN)
    window.resize(1240, 640)
    for dock in ("bottom", "right"):
        window.panels.docks[dock].hide()
    stage.settle()
    view = window.pane.view
    view.fit()
    stage.settle()
    ports, left = window.pane.scene.nodes, Qt.MouseButton.LeftButton
    start = view.mapFromScene(ports["relu1"].port_place("output", is_output=True))
    end = view.mapFromScene(ports["flat"].port_place("input", is_output=False)) - QPoint(24, -16)
    QTest.mousePress(view.viewport(), left, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 9):
        QTest.mouseMove(view.viewport(), start + (end - start) * (step / 8))
    stage.take("building-light")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), left, Qt.KeyboardModifier.NoModifier, end)
