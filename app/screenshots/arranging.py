"""LeNet with its second half muted, and three layers selected that stand on one line."""

from __future__ import annotations

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1200, 800)
    window.pane.view.select(["relu3", "relu4"])
    window.on_selection.mute()
    stage.settle()
    window.pane.view.select(["fc1", "fc2", "fc3"])
    window.on_selection.arrange("align_centre")
    stage.settle()
    window.pane.view.fit_selection()
    stage.take_both("arranging", window.pane)
