"""Runs that are looked into: LeNet as it learns, and a fault named where it was planted."""

from __future__ import annotations

from app.screenshots.stage import Stage
from graph.edits import ReplaceNode, SetTraining

#: Of a bias: what arrives at the ReLU after it is never above 0.
DEAD = {"bias": -30}


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.panels.show_tab("training")
    _train(stage, epochs=30)
    pane = window.pane
    pane.view.zoom_to(0.9)
    pane.view.select(["conv2"])
    pane.view.center_on("relu2")
    stage.wait(lambda: bool(window.xraying._drawn))
    stage.take_both("xray")
    _stop(stage)

    window = stage.show("mlp_digits")
    graph = window.project.document.graph
    first = next(node for node in graph.nodes if node.type == "Linear")
    window.project.push(ReplaceNode(first.with_option("initialize", DEAD)))
    stage.settle()
    _train(stage, epochs=30)
    stage.wait(lambda: bool(window.xraying.problems))
    window.pane.view.select([])
    window.pane.view.fit()
    window.panels.show_tab("problems")
    stage.take_both("xray_fault")
    _stop(stage)


def _train(stage: Stage, epochs: int) -> None:
    window = stage.window
    window.project.push(SetTraining(("epochs",), epochs))
    if not window.xraying.is_on:
        window.actions_by_key["xray"].trigger()
    window.actions_by_key["train"].trigger()
    stage.wait(lambda: window.xraying.frame.epoch >= 2 and window.xraying.frame.step > 30)


def _stop(stage: Stage) -> None:
    stage.window.actions_by_key["stop"].trigger()
    stage.wait(lambda: not stage.window.training.is_active)
