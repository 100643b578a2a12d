"""A run in two processes: said in its log, and steered as any other."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget

from app.screenshots.stage import Stage
from graph.edits import SetTraining


def play(stage: Stage) -> None:
    window = stage.show("mlp_digits")
    window.resize(1200, 760)
    window.panels.show_tab("training")
    for key, value in (("processes", 2), ("epochs", 12)):
        window.project.push(SetTraining((key,), value))
    run = window.panels.training.run
    window.actions_by_key["train"].trigger()
    stage.wait(lambda: run.progress.position > 2)
    window.training.steer({"command": "set_lr", "factor": 0.1})
    window.training.steer({"command": "pause"})
    stage.wait(lambda: window.training.state == "paused")
    run.log_button.click()
    run.log.verticalScrollBar().setValue(0)  # where the processes are told
    form, name = window.panels.training.form, "processes"
    field = next(one for one in form.findChildren(QWidget) if one.accessibleName() == name)
    area = window.panels.training.findChild(QScrollArea)
    assert area is not None
    area.ensureWidgetVisible(field)
    stage.take_both("processes", window.panels.training)
