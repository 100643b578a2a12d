"""Parameter groups: the studio, and the marks on the cards."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.edits import SetTraining

OPTIMIZER = {
    "type": "SGD",
    "lr": 0.1,
    "momentum": 0.9,
    "weight_decay": 0.0005,
    "no_decay": ("bias", "norm"),
    "groups": (
        {"name": "body", "nodes": "features.*", "lr": 0.001},
        {"name": "middle", "nodes": ("fc1", "fc2"), "frozen": True},
    ),
}


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1440, 900)
    window.panels.show_tab("training")
    window.panels.training.show_page("optimizer")
    window.project.push(SetTraining(("optimizer",), OPTIMIZER))
    stage.settle()
    window.panels.training.optimizer.choose(0)
    window.pane.view.fit()
    stage.take_both("optimizers")
