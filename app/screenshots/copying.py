"""A preset put down behind a layer, light, and a layer wired by keys, dark."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1440, 820)
    window.presets.show()
    window.panels.palette.families.topLevelItem(0).setExpanded(True)
    view = window.pane.view
    view.select(["flat", *window.project.document.graph.names[8:]])
    window.actions_by_key["delete"].trigger()
    view.select(["pool2"])
    window.presets.put("Conv-BN-ReLU")
    view.fit()
    stage.wait(lambda: window.analysis.is_idle)
    stage.take("copying-light")

    window.set_theme("dark")
    view.select(["relu2"])
    window.actions_by_key["delete"].trigger()
    stage.wait(lambda: window.analysis.is_idle)
    view.select(["conv2"])
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    view.key_wiring.begin()
    stage.wait(lambda: not view.key_wiring.is_waiting)
    stage.take("keyboard-wiring-dark", window.pane)
    view.key_wiring.cancel()
