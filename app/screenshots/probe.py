"""The Probe tab: a photograph after a convolution, light; a digit on its way, dark."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.screenshots.stage import Stage

#: Height of the tabs, so that pictures have room.
HEIGHT = 420

#: Seconds that a probe may take.
PATIENCE = 120.0


def play(stage: Stage) -> None:
    window = stage.show("resnet34")
    panel, docks = window.panels.probe, window.panels.docks
    window.panels.show_tab("probe")
    window.resizeDocks([docks["bottom"]], [HEIGHT], Qt.Orientation.Vertical)
    panel.form.choose_source("image")
    window.probing.run()
    stage.wait(lambda: bool(panel.result.steps), PATIENCE)
    window.pane.view.select(["conv1"])
    panel.view.ranges.buttons["each"].click()
    stage.take("probe-light")

    window.set_theme("dark")
    window = stage.show("lenet_mnist")
    panel = window.panels.probe
    window.actions_by_key["thumbnails"].trigger()
    stage.wait(lambda: bool(panel.result.steps), PATIENCE)
    window.pane.view.select(["pool1"])
    stage.take("probe-dark")
