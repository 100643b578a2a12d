"""The Data tab: samples, the values of a table, and how pictures are varied."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.screenshots.stage import Stage
from graph.edits import SetTraining

STEPS = ({"type": "rotate", "degrees": 20}, {"type": "shift"}, {"type": "erase"})


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1280, 900)
    window.resizeDocks([window.panels.docks["bottom"]], [400], Qt.Orientation.Vertical)
    window.panels.show_tab("data")
    data = window.panels.data
    window.project.push(SetTraining(("data", "test"), 0.1))
    stage.wait(lambda: data.samples.pictures.count() > 0)
    stage.take_both("data", data)
    window.set_theme("light")
    data.pages.buttons["classes"].click()
    stage.take("data-classes-light", data)
    data.pages.buttons["augment"].click()
    window.project.push(SetTraining(("data", "augment"), STEPS))
    stage.wait(lambda: data.augment.draws.count() > 1)
    stage.take_both("augmentation", data)
    window.set_theme("light")
    window = stage.show("unet")
    data.pages.buttons["samples"].click()
    stage.wait(lambda: data.title.text() == "Shapes" and data.samples.pictures.count() > 0)
    stage.take("data-masks-light", data)
    window = stage.show("regression_diabetes")
    data.pages.buttons["values"].click()
    stage.wait(lambda: len(data.values.cards) > 3)
    stage.take("data-values-light", data)
