"""The first look: LeNet, light; and dark, while it really trains."""

from __future__ import annotations

from app.screenshots.stage import Stage

#: Seconds that the run may take.
RUN = 600.0


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.panels.show_tab("source")
    window.pane.view.select(["conv2"])
    stage.take("lenet-light")

    window.set_theme("dark")
    window.pane.view.select(["fc1"])
    window.running.train()
    run = window.panels.training.run
    stage.wait(lambda: run.progress.fraction > 0.7 or not window.training.is_active, RUN)
    stage.take("lenet-dark")
