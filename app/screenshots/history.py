"""A few steps of editing, of which the last was undone."""

from __future__ import annotations

from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1200, 760)
    window.pane.view.select(["relu3", "relu4"])
    window.on_selection.mute()
    window.on_selection.mute()
    window.pane.view.select(["fc1", "fc2", "fc3"])
    window.on_selection.arrange("align_right")
    window.editing.add("Dropout")
    window.actions_by_key["history"].trigger()
    window.project.stack.undo()
    window.pane.view.fit()
    stage.take_both("history")
