"""What a trained LeNet takes digits for: the worst first, the confusion matrix, and a drawing."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.screenshots.stage import Stage
from graph.edits import SetTraining

#: A seven, from corner to corner.
SEVEN = ((40, 36), (126, 36), (80, 132))


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1200, 800)
    panel = window.panels.predictions
    window.project.push(SetTraining(("epochs",), 4))
    window.actions_by_key["train"].trigger()
    stage.wait(lambda: not window.training.is_active)
    window.panels.show_tab("predictions")
    stage.take_both("predictions", panel)
    panel.views.buttons["matrix"].click()
    stage.take_both("confusion", panel)
    panel.views.buttons["own"].click()
    stage.settle()
    field = panel.own.field
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(field, left, plain, QPoint(*SEVEN[0]))
    for (x, y), (to_x, to_y) in pairwise(SEVEN):
        for part in range(1, 13):
            at = QPoint(x + (to_x - x) * part // 12, y + (to_y - y) * part // 12)
            QTest.mouseMove(field, at)
    QTest.mouseRelease(field, left, plain, QPoint(*SEVEN[-1]))
    stage.wait(lambda: bool(panel.own.bars and panel.own.bars[0].words))
    stage.take_both("own-input", panel)
