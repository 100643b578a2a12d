"""The search at the cursor, in the middle of typing arguments."""

from __future__ import annotations

from PySide6.QtTest import QTest

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    stage.settle()
    window.pane.view.select(["relu2"])
    window.search.open(window.pane.view.mapToScene(360, 180))
    QTest.keyClicks(window.search.popup.field, "conv 64 3 s2")
    stage.take_both("search", window.pane)
