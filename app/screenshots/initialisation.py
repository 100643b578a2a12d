"""LeNet with rules for how its weights start, and a layer that says it of itself."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.edits import SetOption, SetRules

RULES = (
    {
        "types": "Conv*",
        "parameters": "weight",
        "with": {"type": "kaiming_normal_", "mode": "fan_out", "nonlinearity": "relu"},
    },
    {"types": ("Conv2d", "Linear"), "parameters": "bias", "with": 0},
)


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.panels.show_tab("source")
    window.project.push(SetRules(RULES))
    start = {"weight": {"type": "xavier_uniform_", "gain": 1.5}}
    window.project.push(SetOption("fc3", "initialize", start))
    window.project.push(SetOption("conv1", "trainable", False))
    window.pane.view.select(["fc3"])
    stage.take_both("initialisation")
