"""Past runs compared: two networks with two rates, their curves and what differs."""

from __future__ import annotations

from app.file_handling import EXAMPLES
from app.screenshots.stage import Stage
from graph.document import Document
from graph.edits import SetArgument, SetTraining
from graph.project_file import dumps, load_project
from train.client import run
from train.run_folder import runs_folder
from train.runs.naming import write_about


def play(stage: Stage) -> None:
    document = load_project(EXAMPLES / "mlp_digits.loom.yaml")
    window = stage.show_text(dumps(document))
    assert window.project.path is not None
    home = runs_folder(window.project.path)
    for name, note, width, rate in (
        ("careful", "learns slowly, ends well", 32, 0.02),
        ("bold", "", 32, 0.2),
        ("wide", "twice as wide: no better", 64, 0.05),
    ):
        _train(document, width, rate)
        for _ in run(dumps(document), home / name, window.project.folder):
            pass
        write_about(home / name, name=name, note=note)
    window.resize(1400, 900)
    window.actions_by_key["runs"].trigger()
    panel = window.panels.runs
    stage.wait(lambda: panel.chosen.rowCount() == 3)
    panel.view.selectAll()
    stage.wait(lambda: len(panel.curves.runs) == 3)
    stage.take_both("runs", panel)
    panel.differences_button.click()
    stage.take("runs-differ-light", panel)


def _train(document: Document, width: int, rate: float) -> None:
    document.apply(SetArgument("fc2", "out_features", width))
    document.apply(SetTraining(("optimizer", "lr"), rate))
    document.apply(SetTraining(("epochs",), 20))
