"""What layers cost, on the canvas: LeNet by parameters, light; ResNet34 by operations, dark."""

from __future__ import annotations

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.heating.choose("parameters")
    window.pane.view.select(["fc1"])
    stage.take("cost-light")

    stage.show("resnet34")
    window.set_theme("dark")
    window.heating.choose("flops")
    window.pane.view.select(["layer3"])
    stage.take("cost-dark")
