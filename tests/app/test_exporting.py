"""What the window writes to files."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from codegen import compile_document
from graph.edits import SetTraining
from graph.project_file import load_project, loads
from tests.app.conftest import SLOW
from tests.example_files import EXAMPLES, name_of
from tests.python_nodes import lay, project
from train.weight_files import write_weights


@pytest.mark.slow
def test_an_exported_training_script_has_its_data_beside_it(open_window, answers, qtbot, tmp_path):
    window = open_window("mlp_digits")
    document = load_project(next(e for e in EXAMPLES if name_of(e) == "mlp_digits"))
    write_weights(tmp_path / "mine.safetensors", compile_document(document).state_dict())
    window.push(SetTraining(("weights",), {"path": str(tmp_path / "mine.safetensors")}))
    out = tmp_path / "out"
    out.mkdir()
    answers.path = out / "train_digits.py"

    window.exporting.export_script()
    qtbot.waitUntil(lambda: (out / "mine.safetensors").exists(), timeout=SLOW)

    assert len(list(out.glob("*.npz"))) == 1
    assert "def main()" in answers.path.read_text()
    assert answers.told == []


@pytest.mark.slow
def test_other_data_of_the_same_name_is_left_alone_and_said(open_window, answers, qtbot, tmp_path):
    window = open_window("mlp_digits")
    answers.path = tmp_path / "train_digits.py"
    mine = tmp_path / "digits.npz"
    mine.write_bytes(b"mine")

    window.exporting.export_script()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=SLOW)

    assert mine.read_bytes() == b"mine"
    assert "export into another folder" in answers.told[0]


def test_what_an_exported_file_reads_and_imports_is_laid_beside_it(
    open_window, answers, qtbot, tmp_path
):
    home, out = tmp_path / "home", tmp_path / "out"
    text = project(
        "  x: {type: Input, shape: [N, 64]}\n"
        "  fc: {type: Linear, out_features: 64, initialize: {weight: {file: start/w.npy}}}\n"
        "  own: {type: Python, file: own.py, name: twice}\n"
        "  y: {type: Output}\n",
        "x -> fc -> own -> y",
    )
    lay(home, {"net.loom.yaml": text, "own.py": "def twice(x):\n    return x + x\n"})
    (home / "start").mkdir()
    np.save(home / "start" / "w.npy", np.ones((64, 64), "float32"))
    out.mkdir()
    window = open_window(home / "net.loom.yaml")
    window.python.trust("own.py")
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)

    answers.path = out / "net.py"
    QTest.keyClick(window.pane.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil((out / "start" / "w.npy").exists, timeout=SLOW)
    ran = subprocess.run(
        [sys.executable, "net.py"], cwd=out, capture_output=True, text=True, timeout=600
    )
    features = tmp_path / "features"
    features.mkdir()
    answers.path = features / "seen.py"
    window.pane.view.select(["fc"])
    window.actions_by_key["export_features"].trigger()
    qtbot.waitUntil((features / "start" / "w.npy").exists, timeout=SLOW)

    assert ran.returncode == 0, ran.stderr
    assert (features / "own.py").exists()
    assert answers.told == []


def test_files_beside_a_project_are_found_once_it_is_saved_for_the_first_time(
    open_window, answers, qtbot, tmp_path
):
    window = open_window()
    text = project(
        "  x: {type: Input, shape: [N, 4]}\n"
        "  fc: {type: Linear, out_features: 2, initialize: {weight: {file: w.npy}}}\n"
        "  y: {type: Output}\n",
        "x -> fc -> y",
    )
    window.project.replace(loads(text), None)
    np.save(tmp_path / "w.npy", np.ones((2, 4), "float32"))

    def problems():
        return [one.message for one in window.analysis.analysis.problems_of("fc")]

    qtbot.waitUntil(lambda: "w.npy" in " ".join(problems()), timeout=SLOW)
    answers.path = tmp_path / "net.loom.yaml"
    QTest.keyClick(window.pane.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: problems() == [], timeout=SLOW)
