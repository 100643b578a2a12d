"""Inside a block of ResNet34, as one of its uses has it: breadcrumbs, arguments, expressions."""

from __future__ import annotations

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("resnet34")
    window.panels.show_tab("source")
    stage.settle()
    window.pane.enter("layer2")
    window.pane.enter("first")
    stage.settle()
    window.pane.view.fit()
    window.pane.view.select(["proj"])
    stage.take_both("blocks")
