"""The Model tab and the weights of a file, in the real window with its real child."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from graph.project_file import load_project
from tests.app.conftest import SLOW, kill


@pytest.fixture
def lenet(open_window: Any, qtbot: Any) -> Any:
    window = open_window("lenet_mnist")
    window.panels.show_tab("model")
    qtbot.waitUntil(lambda: window.panels.model.items.root is not None, timeout=SLOW)
    return window


def paths(window: Any) -> list[str]:
    return [item.path for item in window.panels.model.items.items()]


def test_the_tree_has_what_the_compiled_network_has(lenet: Any) -> None:
    from codegen import compile_document

    network = compile_document(lenet.project.document)
    items = {item.path: item for item in lenet.panels.model.items.items()}

    assert [p for p in paths(lenet) if items[p].kind == "module"] == [
        name for name, _ in network.named_modules()
    ]
    assert {p: i.shape for p, i in items.items() if i.kind == "parameter"} == {
        name: tuple(parameter.shape) for name, parameter in network.named_parameters()
    }
    assert items[""].count == 61_706


def test_a_chosen_tensor_tells_what_its_first_values_are_like(lenet: Any, qtbot: Any) -> None:
    from graph.shapes import analyze
    from train.starting import starting_network

    panel = lenet.panels.model
    panel.choose_path("classifier.0.weight")
    qtbot.waitUntil(lambda: panel.histogram.isVisible(), timeout=SLOW)

    document = lenet.project.document
    state = starting_network(document, analyze(document)).network.state_dict()
    facts = {row.name: row.value for row in panel.facts._rows}
    assert facts["largest"] == f"{state['classifier.0.weight'].max():.4g}"
    assert sum(panel.histogram.counts) == 48_000


def test_choosing_a_row_selects_its_node_and_a_node_its_row(lenet: Any) -> None:
    panel = lenet.panels.model
    panel.tree.setFocus()
    panel.choose_path("features.3")

    assert lenet.pane.selection == ["conv2"]
    lenet.pane.view.select(["fc2"])
    assert panel.chosen.path == "classifier.2"
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Up)
    assert lenet.pane.selection == ["relu3"]


def test_choosing_leads_into_blocks(open_window: Any, qtbot: Any) -> None:
    window = open_window("resnet34")
    window.panels.show_tab("model")
    qtbot.waitUntil(lambda: window.panels.model.items.root is not None, timeout=SLOW)
    window.panels.model.tree.setFocus()

    window.panels.model.choose_path("layer3.first.left.3")

    assert (window.pane.scope, window.pane.selection) == ("ResidualBlock", ["conv2"])


def test_the_filter_keeps_what_is_asked_for_and_the_tree_is_copied(lenet: Any, qtbot: Any) -> None:
    panel = lenet.panels.model

    qtbot.keyClicks(panel.filter, "classifier.4")
    panel.copy()

    shown = panel.tree.model()
    root = shown.index(0, 0)
    assert [shown.index(i, 0, root).data() for i in range(shown.rowCount(root))] == ["classifier"]
    assert "weight  float32  [6, 1, 5, 5]  150" in QGuiApplication.clipboard().text()


def test_an_edit_changes_the_tree_and_a_killed_child_comes_back(lenet: Any, qtbot: Any) -> None:
    from graph.edits import RemoveNode, SetArgument

    lenet.push(SetArgument("fc2", "out_features", 50))
    items = lenet.panels.model.items

    def shape() -> Any:
        return next((i.shape for i in items.items() if i.path == "classifier.2.weight"), None)

    qtbot.waitUntil(lambda: shape() == (50, 120), timeout=SLOW)
    kill(lenet.analysis.pid)
    lenet.push(SetArgument("fc2", "out_features", 40))
    qtbot.waitUntil(lambda: shape() == (40, 120), timeout=SLOW)
    lenet.push(RemoveNode("scores"))
    qtbot.waitUntil(lambda: items.root is None, timeout=SLOW)
    assert "Output" in lenet.panels.model._said.text()


@pytest.fixture
def weights(tmp_path: Any) -> Any:
    path = tmp_path / "w.pt"
    torch.save({f"{i}": torch.full(shape, 0.5) for i, shape in enumerate(SHAPES)}, path)
    return path


SHAPES = [(6, 1, 5, 5), (6,), (16, 6, 5, 5), (16,), (120, 400), (120,), (84, 120), (84,), (9, 84)]


def test_dropped_weights_are_looked_at_matched_and_kept_in_the_project(
    lenet: Any, weights: Any, qtbot: Any, tmp_path: Any
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(weights))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    QGuiApplication.sendEvent(lenet, QDragEnterEvent(QPoint(9, 9), action, data, buttons, keys))
    QGuiApplication.sendEvent(lenet, QDropEvent(QPointF(9, 9), action, data, buttons, keys))
    qtbot.waitUntil(lambda: lenet.loading_weights.dialog is not None, timeout=SLOW)
    dialog = lenet.loading_weights.dialog
    qtbot.waitUntil(lambda: "0 of 10" in dialog.words.text(), timeout=SLOW)
    assert not dialog.load.isEnabled()

    dialog.how.setCurrentIndex(1)
    dialog.how.activated.emit(1)
    qtbot.waitUntil(lambda: "8 of 10" in dialog.words.text(), timeout=SLOW)
    assert dialog.table.item(0, 2).text() == "[9, 84] does not fit [10, 84]"
    qtbot.mouseClick(dialog.load, Qt.MouseButton.LeftButton)

    said = lenet.project.document.training["weights"]
    assert said == {"path": str(weights), "match": "order"}
    form = lenet.panels.training.form
    assert form.weights.text() == f"{weights}, matched by order"
    form.draw.click()
    assert "weights" not in lenet.project.document.training
    lenet.project.stack.undo()
    lenet.project.stack.undo()
    assert "weights" not in lenet.project.document.training


def test_the_project_file_beside_its_weights_names_them_shortly(
    open_window: Any, answers: Any, weights: Any, tmp_path: Any, qtbot: Any, examples: Any
) -> None:
    project = tmp_path / "net.loom.yaml"
    project.write_text((examples / "lenet_mnist.loom.yaml").read_text())
    window = open_window(project)
    answers.path = weights
    window.actions_by_key["load_weights"].trigger()
    dialog = window.loading_weights.dialog
    dialog.how.activated.emit(1)
    qtbot.waitUntil(dialog.load.isEnabled, timeout=SLOW)
    qtbot.mouseClick(dialog.load, Qt.MouseButton.LeftButton)
    window.files.save()

    assert load_project(project).training["weights"] == {"path": "w.pt", "match": "order"}


def test_a_file_that_is_no_weights_is_one_line_in_the_dialog(
    lenet: Any, tmp_path: Any, qtbot: Any
) -> None:
    path = tmp_path / "bad.pt"
    path.write_bytes(b"\x80\x04nonsense")

    lenet.loading_weights.look_at(path)

    dialog = lenet.loading_weights.dialog
    qtbot.waitUntil(lambda: "bare pickle" in dialog.words.text(), timeout=SLOW)
    assert not dialog.load.isEnabled()
    dialog.reject()
