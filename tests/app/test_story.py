"""The main job in the real window: draw, make a mistake, mend it, undo, save, train, export."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.panels.palette import MIME_TYPE
from graph.document import Edge
from graph.edits import SetArgument, SetTraining
from graph.project_file import load_project
from tests.app.conftest import SLOW, kill

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def drop_from_palette(window, type_, scene_point):
    """Drag a layer out of the palette and let it fall on the canvas."""
    palette, view = window.panels.palette, window.pane.view
    palette.search.setText(type_)
    data = palette.found.mimeData([palette.found.topLevelItem(0)])
    assert isinstance(data, QMimeData)
    assert data.hasFormat(MIME_TYPE)
    at = QPointF(view.mapFromScene(scene_point))
    copy = Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dragEnterEvent(QDragEnterEvent(at.toPoint(), copy, data, left, none))
    view.dropEvent(QDropEvent(at, copy, data, left, none))
    palette.search.clear()


def port_at(window, node, port, *, output):
    """Where a port is, in pixels of the viewport."""
    place = window.pane.scene.nodes[node].port_place(port, is_output=output)
    return window.pane.view.mapFromScene(place)


def drag(view, start, end):
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        QTest.mouseMove(viewport, start + (end - start) * (step / 8))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_from_a_layer_dragged_out_to_trained_weights_and_source(
    qtbot, open_window, answers, tmp_path
):
    window = open_window("mlp_digits")
    view, document = window.pane.view, window.project.document

    # drag a layer from the palette, and wire it by hand
    view.zoom_to(0.7)
    box = window.pane.scene.content_box
    drop_from_palette(window, "Linear", QPointF(box.center().x(), box.bottom() + 120))
    [new] = window.pane.selection
    view.fit()
    drag(
        view,
        port_at(window, "relu2", "output", output=True),
        port_at(window, new, "input", output=False),
    )
    assert document.graph.has_edge(Edge("relu2", "output", new, "input"))

    # make a mistake, see it named with its fix, and mend it by a click
    window.push(wrong(new))
    qtbot.waitUntil(lambda: "784" in " ".join(errors_of(window, new)), timeout=SLOW)
    window.panels.show_tab("problems")
    row = next(r for r in window.panels.problems.rows if r.problem.node == new)
    assert f"{new}: Linear expects 784 features" in row.problem.message
    button = row.findChildren(QPushButton)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not errors_of(window, new), timeout=SLOW)

    # undo until the drawing is as it was
    while window.project.stack.canUndo():
        window.actions_by_key["undo"].trigger()
    assert document == load_project(EXAMPLES / "mlp_digits.loom.yaml")
    assert not window.project.is_modified

    # save
    window.push(SetTraining(("epochs",), 100_000))
    assert window.isWindowModified()
    answers.path = tmp_path / "mine"
    window.actions_by_key["save"].trigger()
    saved = tmp_path / "mine.loom.yaml"
    assert load_project(saved) == document
    assert not window.isWindowModified()

    # train, watch, stop
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    QTest.mouseClick(window.train_button.main, Qt.MouseButton.LeftButton)
    run = window.panels.training.run
    qtbot.waitUntil(lambda: run.progress.position >= 2, timeout=SLOW)
    assert window.train_button.main.text() == "Pause"
    assert window.train_button.main.fraction > 0
    qtbot.waitUntil(lambda: len(run.curves.plots) == 2, timeout=SLOW)
    assert not run.outdated.isVisible()
    window.push(SetTraining(("seed",), 5))
    assert run.outdated.isVisible()
    QTest.mouseClick(window.train_button.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.training.is_active, timeout=SLOW)
    assert window.training.folder.parent == tmp_path / "runs"
    assert (window.training.folder / "last.safetensors").is_file()

    # export, and run what was exported without us
    answers.path = tmp_path / "digits.py"
    window.actions_by_key["export_source"].trigger()
    qtbot.waitUntil(lambda: (tmp_path / "digits.py").is_file(), timeout=SLOW)
    ran = subprocess.run(
        [sys.executable, "-I", "digits.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert ran.returncode == 0, ran.stderr
    assert "10" in ran.stdout
    assert answers.told == []


def wrong(node):
    return SetArgument(node, "in_features", 784)


def errors_of(window, node):
    return [one.message for one in window.analysis.analysis.errors if one.node == node]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is Unix's")
def test_killing_the_worker_leaves_the_window_alive_and_says_so(
    qtbot, open_window, answers, tmp_path
):
    window = open_window("mlp_digits")
    window.push(SetTraining(("epochs",), 100_000))
    window.project.saved_as(tmp_path / "mine.loom.yaml")
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    window.actions_by_key["train"].trigger()
    run = window.panels.training.run
    qtbot.waitUntil(lambda: "checkpoint" in run.log.toPlainText(), timeout=SLOW)

    kill(window.training.pid)
    qtbot.waitUntil(lambda: not window.training.is_active, timeout=SLOW)

    assert "ended unexpectedly" in window.status.word
    assert "last checkpoint" in window.status.word
    assert window.train_button.main.text() == "Train"
    assert window.push(SetTraining(("seed",), 1))


def test_a_network_with_errors_is_not_trained_and_says_why(qtbot, open_window):
    window = open_window("mlp_digits")
    window.push(wrong("fc1"))
    qtbot.waitUntil(lambda: bool(errors_of(window, "fc1")), timeout=SLOW)

    window.actions_by_key["train"].trigger()

    assert not window.training.is_active
    assert window.status.word.startswith("One problem has to be solved before training:")
    assert window.panels.front is window.panels.problems


def test_adding_layers_by_keyboard_wires_each_to_the_one_before(qtbot, open_window):
    window = open_window(analysed=False)
    for words in ("Input", "fc", "relu", "Output"):
        window.actions_by_key["add_layer"].trigger()
        qtbot.keyClicks(window.search.popup.field, words)
        qtbot.keyClick(window.search.popup.field, Qt.Key.Key_Return)

    graph = window.project.document.graph

    assert [node.type for node in graph.nodes] == ["Input", "Linear", "ReLU", "Output"]
    names = graph.names
    assert [(edge.source, edge.target) for edge in graph.edges] == list(pairwise(names))


def test_a_line_of_the_source_selects_its_layer_and_the_other_way_round(qtbot, open_window):
    window = open_window("mlp_digits")
    source = window.panels.source
    window.panels.show_tab("source")
    qtbot.waitUntil(lambda: bool(source._source.lines), timeout=SLOW)

    window.pane.view.select(["fc2"])
    [mark] = source.text.extraSelections()
    first, _ = source._source.lines[""]["relu1"]
    source.text.show_line(first)
    block = source.text.document().findBlockByNumber(first - 1)
    line = source.text.blockBoundingGeometry(block).translated(source.text.contentOffset())
    QTest.mouseClick(
        source.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, int(line.center().y()))
    )

    assert mark.cursor.blockNumber() + 1 == source._source.lines[""]["fc2"][0]
    assert window.pane.selection == ["relu1"]
