"""GoogLeNet from near, so that the minimap says where; what Find shows of ResNet34."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.finding import find


def play(stage: Stage) -> None:
    window = stage.show("googlenet")
    window.resize(1200, 800)
    stage.settle()
    window.pane.view.zoom_to(0.9)
    window.pane.view.center_on("mix3b")
    stage.take_both("finding")

    window = stage.show("resnet34")
    window.finder.search.setText("stride: 2")
    window.finder.open()
    window.finder.step_to(find(window.project.document, "stride: 2")[0])
    stage.settle()
    window.pane.view.fit()
    stage.take_both("find")
    window.finder.close_down()
