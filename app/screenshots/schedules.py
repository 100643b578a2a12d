"""The schedule studio: a warm-up, and what follows it, for two groups."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.edits import Batch, SetTraining

OPTIMIZER = {
    "type": "SGD",
    "lr": 0.1,
    "momentum": 0.9,
    "groups": ({"name": "body", "nodes": "features.*", "lr": 0.03},),
}
SCHEDULE = {
    "type": "SequentialLR",
    "per": "step",
    "milestones": (125, 1000),
    "schedulers": (
        {"type": "LinearLR", "start_factor": 0.1, "total_iters": 125},
        {"type": "CosineAnnealingWarmRestarts", "T_0": 250},
        {"type": "CosineAnnealingLR"},
    ),
}


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1600, 1000)
    window.panels.show_tab("training")
    window.panels.training.show_page("schedule")
    settings = (SetTraining(("optimizer",), OPTIMIZER), SetTraining(("schedule",), SCHEDULE))
    window.project.push(Batch(settings, "Set up"))
    stage.settle()
    stage.take_both("schedules")
