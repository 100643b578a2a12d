"""GoogLeNet from near, so that the minimap says where."""

from __future__ import annotations

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("googlenet")
    window.resize(1200, 800)
    stage.settle()
    window.pane.view.zoom_to(0.9)
    window.pane.view.center_on("mix3b")
    stage.take_both("finding")
