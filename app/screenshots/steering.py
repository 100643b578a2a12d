"""A run that was steered: its rate lowered, a layer frozen, and paused."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.edits import SetTraining


def play(stage: Stage) -> None:
    window = stage.show("mlp_digits")
    window.resize(1200, 760)
    window.panels.show_tab("training")
    window.project.push(SetTraining(("epochs",), 200))
    run = window.panels.training.run
    window.actions_by_key["train"].trigger()
    for epoch, command in (
        (8, {"command": "set_lr", "factor": 0.1}),
        (60, {"command": "freeze", "nodes": "fc1"}),
        (110, {"command": "pause"}),
    ):
        stage.wait(lambda epoch=epoch: run.progress.position > epoch)
        window.training.steer(command)
    stage.wait(lambda: window.training.state == "paused")
    stage.take_both("steering", window.panels.training)
