"""The Runs tab, by real keys and clicks: runs compared, named, opened, gone on with, deleted."""

from __future__ import annotations

import json
import runpy
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.training_client import IDLE
from app.words import significant
from tests.app.conftest import SLOW
from tests.app.past_runs import make_runs
from tests.app.window_hands import WindowHands
from train.runs.record import read_run

Key = Qt.Key


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return make_runs(tmp_path_factory.mktemp("made"))


@pytest.fixture
def hands(qtbot, open_window, answers, made, tmp_path):
    shutil.copytree(made.parent, tmp_path / "work")
    window = open_window(tmp_path / "work" / made.name, analysed=False)
    hands = WindowHands(window, answers, qtbot)
    hands.key(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel(hands).table.rowCount() == 3, timeout=SLOW)
    return hands


def panel(hands):
    return hands.window.panels.runs


def named(hands) -> list[str]:
    chosen = panel(hands).chosen
    return [chosen.run_at(chosen.index(row, 0)).title for row in range(chosen.rowCount())]


def choose(hands, *names: str) -> None:
    """Click rows, the first alone, the others with Ctrl."""
    view = panel(hands).view
    keys = Qt.KeyboardModifier.NoModifier
    for name in names:
        place = view.visualRect(panel(hands).chosen.index(named(hands).index(name), 0))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place.center())
        keys = Qt.KeyboardModifier.ControlModifier
    assert {run.title for run in panel(hands).selected} == set(names)


def headings(hands) -> list[str]:
    table = panel(hands).table
    return [column.title for column in table.columns]


def test_runs_are_listed_filtered_sorted_and_compared(qtbot, hands):
    list_with_results_and_differing_settings(hands)
    filter_and_sort(hands)
    lay_over_each_other_and_say_what_differs(qtbot, hands)


def list_with_results_and_differing_settings(hands):
    assert {"loss", "best accuracy", "optimizer.lr", "Note"} <= set(headings(hands))
    row = panel(hands).table.row_of(
        next(r.path for r in panel(hands).table.runs if r.name == "wide")
    )
    cells = dict(zip(headings(hands), (
        panel(hands).table.index(row, c).data() for c in range(len(headings(hands)))
    ), strict=True))  # fmt: skip
    assert (cells["State"], cells["Epochs"], cells["optimizer.lr"]) == ("done", "3/3", "0.1")
    assert "%" in cells["accuracy"] and cells["Parameters"]


def filter_and_sort(hands):
    panel(hands).filter.setFocus()
    QTest.keyClicks(panel(hands).filter, "state=done lr<1")
    assert set(named(hands)) == {"narrow", "wide"}
    panel(hands).filter.clear()
    QTest.keyClicks(panel(hands).filter, "acuracy>0.5")
    assert panel(hands).words.text() == "no run here has 'acuracy'; did you mean accuracy?"
    panel(hands).filter.clear()

    view = panel(hands).view
    column = headings(hands).index("Parameters")
    view.horizontalScrollBar().setValue(column)
    at = view.horizontalHeader().sectionViewportPosition(column) + 10
    header = view.horizontalHeader().viewport()
    QTest.mouseClick(
        header, Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + QPoint(at, 10)
    )
    first, last = named(hands)[0], named(hands)[-1]
    assert "wide" in (first, last)


def lay_over_each_other_and_say_what_differs(qtbot, hands):
    choose(hands, "narrow", "wide")
    qtbot.waitUntil(lambda: len(panel(hands).curves.runs) == 2, timeout=SLOW)

    assert set(panel(hands).curves.legend.titles) == {"narrow", "wide"}
    assert len(panel(hands).curves.plots["loss"]._curves) == 4
    hands.click(panel(hands).differences_button)
    told = panel(hands).differences.text()
    assert "fc1.out_features is 64 instead of 16" in told or "16 instead of 64" in told
    assert "optimizer.lr" in told and "validation.loss" in told and "parameters" in told


def test_runs_are_named_in_place_opened_and_told_from_other_folders(qtbot, hands):
    say_what_is_no_run(qtbot, hands)
    name_in_place(qtbot, hands)
    open_its_network(qtbot, hands)
    find_each_projects_own_runs(qtbot, hands)


def name_in_place(qtbot, hands):
    choose(hands, "narrow")
    folder = panel(hands).selected[0].path

    QTest.keyClick(panel(hands).view, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit) and editor.text() == "narrow"
    QTest.keyClicks(editor, "slim")
    QTest.keyClick(editor, Key.Key_Return)

    qtbot.waitUntil(lambda: "slim" in named(hands), timeout=SLOW)
    assert json.loads((folder / "about.json").read_text())["name"] == "slim"
    assert panel(hands).selected[0].title == "slim"


def open_its_network(qtbot, hands):
    choose(hands, "wide")
    qtbot.waitUntil(lambda: panel(hands).differences.text() != "", timeout=SLOW)

    panel(hands)._acts["network"].trigger()

    qtbot.waitUntil(lambda: panel(hands).differences.text() == "", timeout=SLOW)
    project = hands.window.project
    assert len(project.opened) == 2 and project.path is None
    assert project.document.graph.node("fc1").arguments["out_features"] == 64


@pytest.mark.slow
def test_a_stopped_run_goes_on_to_its_end_with_what_was_measured_before(qtbot, hands):
    choose(hands, "stopped")
    folder = panel(hands).selected[0].path
    field = panel(hands).epochs.lineEdit()
    assert field.text() == "8"
    field.selectAll()
    QTest.keyClicks(field, "3")
    hands.click(panel(hands).go_on)

    training = hands.window.training
    assert hands.window.panels.front is hands.window.panels.training
    qtbot.waitUntil(
        lambda: training.state == IDLE and read_run(folder).state == "done", timeout=SLOW
    )
    run = read_run(folder)
    assert (run.epochs, run.planned) == (3, 3)
    live = hands.window.panels.training.run.curves.live
    assert list(live.per_epoch["train.loss"].steps) == [4, 8, 12]
    assert len(live.per_step["loss"]) == 12

    hands.window.actions_by_key["runs"].trigger()
    choose(hands, "stopped", "wide")
    panel(hands).over.setChecked(True)
    curves = hands.window.panels.training.run.curves
    qtbot.waitUntil(lambda: curves.has_others, timeout=SLOW)
    assert [one.title for one in curves.runs] == ["this run", "wide"]  # it is not there twice


@pytest.mark.slow
def test_the_script_of_a_run_is_exported_by_mouse_and_by_key(qtbot, hands, answers, monkeypatch):
    """It gives the losses of the run, and ends where that was stopped."""
    runs = panel(hands)
    choose(hands, "stopped")
    run = runs.selected[0]
    answers.path = run.path.parent / "again.py"
    entry = runs.more.menu().actionGeometry(runs._acts["script"]).center()
    runs.more.menu().popup(runs.more.mapToGlobal(QPoint(0, 0)))
    QTest.mouseClick(runs.more.menu(), Qt.MouseButton.LeftButton, pos=entry)
    qtbot.waitUntil(answers.path.exists, timeout=SLOW)

    monkeypatch.chdir(run.path.parent)
    monkeypatch.setattr("sys.argv", ["again.py", "--losses", "losses.csv"])
    runpy.run_path("again.py", run_name="__main__")
    told = (run.path.parent / "losses.csv").read_text().splitlines()
    events = map(json.loads, (run.path / "events.jsonl").read_text().splitlines())
    steps = [loss for event in events if event["event"] == "step" for loss in event["loss"]]
    assert [float(line.split(",")[1]) for line in told] == steps and len(steps) == 4

    answers.path = run.path.parent / "by_key.py"
    hands.key(Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(answers.path.exists, timeout=SLOW)
    assert answers.path.read_text() == (run.path.parent / "again.py").read_text()
    runs.view.clearSelection()
    hands.key(Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert answers.told == []


def test_a_run_is_deleted_only_when_that_is_said(qtbot, hands, answers, tmp_path, monkeypatch):
    data = tmp_path / "nobody" / "data"  # who has no trash yet is given one
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    choose(hands, "wide")
    folder = panel(hands).selected[0].path
    QTest.keyClick(panel(hands).view, Key.Key_Delete)
    assert folder.is_dir() and "wide" in answers.asked[-1]

    answers.choice = "Move to Trash"
    QTest.keyClick(panel(hands).view, Key.Key_Delete)

    qtbot.waitUntil(lambda: len(named(hands)) == 2, timeout=SLOW)
    assert not folder.exists()
    if sys.platform.startswith("linux"):  # where it is, and whole
        trashed = data / "Trash" / "files" / folder.name
        assert read_run(trashed).state == "done" and list(trashed.glob("checkpoints/*.pt"))
        said = (data / "Trash" / "info" / f"{folder.name}.trashinfo").read_text()
        assert f"Path={folder}" in said


def say_what_is_no_run(qtbot, hands):
    runs = hands.window.keeping_runs.folder
    (runs / "sketches").mkdir()
    (runs / "broken/checkpoints").mkdir(parents=True)
    (runs / "broken/events.jsonl").write_bytes(b"\xff\xfe nothing\n")

    hands.window.keeping_runs.refresh()

    qtbot.waitUntil(lambda: "2 folders are no runs" in panel(hands).words.text(), timeout=SLOW)
    assert "sketches" in panel(hands).words.toolTip()
    assert len(named(hands)) == 3


def find_each_projects_own_runs(qtbot, hands):
    qtbot.waitUntil(lambda: not named(hands), timeout=SLOW)  # what was opened has no file yet
    hands.key(Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(named(hands)) == 3, timeout=SLOW)


@pytest.mark.slow
def test_a_finished_run_is_evaluated_on_what_is_held_out(qtbot, hands):
    choose(hands, "wide")
    run = panel(hands).selected[0]
    written = (run.path / "events.jsonl").read_bytes()
    view = panel(hands).evaluation

    panel(hands)._acts["evaluate"].trigger()

    assert view.isVisible() and "Measuring wide" in view.words.text()
    qtbot.waitUntil(lambda: view.again.isEnabled() and view.table.isVisible(), timeout=SLOW)
    best = min(
        (json.loads(line) for line in written.splitlines() if b'"epoch"' in line[:20]),
        key=lambda event: event["validation"]["loss"],
    )
    said = dict(line.split("\t")[:2] for line in view.text().splitlines())
    assert said["loss"] == significant(best["validation"]["loss"])
    assert f"epoch {best['epoch']}" in view.words.text() and ".pt" in view.words.text()
    log = (run.path / "events.jsonl").read_bytes()
    assert log.startswith(written) and log.count(b"\n") == written.count(b"\n") + 1
    qtbot.waitUntil(lambda: "evaluated loss" in headings(hands), timeout=SLOW)
    choose(hands, "narrow")
    assert "trains nothing" in view.words.text() and not view.table.isVisible()
    choose(hands, "wide")
    assert view.table.isVisible()

    (run.path / "project.loom.yaml").unlink()
    hands.click(view.again)
    assert "project.loom.yaml: cannot be read" in view.words.text()
    assert not view.table.isVisible()
