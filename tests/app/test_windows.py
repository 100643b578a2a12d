"""Windows of the user's: several, panels that come off, the network alone on the screen."""

import re
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.render import picture_of
from app.windows import open_windows
from graph.document import Document, Edge
from graph.edits import RenameProject
from graph.project_file import dumps

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def window(open_window):
    yield open_window("lenet_mnist", analysed=False)
    for other in open_windows():
        for opened in other.project.opened:
            other.project.show(opened)
            other.project.stack.setClean()
        other.close()


def key(window, key: Key, keys: object = Qt.KeyboardModifier.NoModifier) -> None:
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window.pane.view, key, keys)


def other_than(window):
    return next(other for other in open_windows() if other is not window)


def test_a_new_window_is_blank_and_works_by_itself(window):
    key(window, Key.Key_N, CONTROL | SHIFT)
    other = other_than(window)

    other.push(RenameProject("Elsewhere"))

    assert len(open_windows()) == 2
    assert window.project.document.name != "Elsewhere"
    assert not window.actions_by_key["undo"].isEnabled()
    assert other.actions_by_key["undo"].isEnabled()


def test_a_project_moves_to_a_window_of_its_own_with_all_that_can_be_undone(window):
    window.files.new()
    before = dumps(window.project.document)
    window.push(RenameProject("Mine"))
    opened = window.project.current

    window.tabs.window_wanted.emit(opened)
    other = other_than(window)
    moved = other.project.document.name
    key(other, Key.Key_Z, CONTROL)

    assert moved == "Mine"
    assert dumps(other.project.document) == before
    assert [one.title for one in window.project.opened] == ["LeNet"]


def test_a_file_is_open_in_one_window_at_a_time(window, tmp_path):
    path = tmp_path / "one.loom.yaml"
    path.write_bytes((EXAMPLES / "perceptron.loom.yaml").read_bytes())
    window.files.open(path)
    key(window, Key.Key_N, CONTROL | SHIFT)
    other = other_than(window)
    window.files.new()

    other.files.open(path)

    assert other.project.document == Document()
    assert window.project.path == path


def test_a_closed_window_is_gone_and_the_other_stays(qtbot, window):
    key(window, Key.Key_N, CONTROL | SHIFT)

    other_than(window).close()

    qtbot.waitUntil(lambda: open_windows() == [window])


def test_panels_come_off_and_go_back(window):
    dock = window.panels.docks["bottom"]
    action = next(a for a in window.menus.panel_actions if "Detach Problems" in a.text())

    action.trigger()
    off = dock.isFloating(), dock.isVisible(), action.isChecked()
    action.trigger()

    assert off == (True, True, True)
    assert not dock.isFloating()
    assert dock.isVisible()
    assert not action.isChecked()


def test_a_detached_panel_is_remembered(open_window, window):
    next(a for a in window.menus.panel_actions if "Detach Inspector" in a.text()).trigger()
    window.project.stack.setClean()
    window.close()

    again = open_window("perceptron", analysed=False)

    assert again.panels.docks["right"].isFloating()


def test_presenting_shows_the_network_alone_and_escape_ends_it(qtbot, window):
    window.panels.docks["left"].hide()
    window.pane.view.select(["conv1"])
    around = [window.menuBar(), window.statusBar(), *window.panels.docks.values()]
    before = [widget.isVisible() for widget in around]

    key(window, Key.Key_F11, CONTROL)
    during = [widget.isVisible() for widget in around]
    full = window.isFullScreen()
    zoom = window.pane.place.zoom
    qtbot.waitUntil(lambda: window.pane.place.zoom != zoom)
    key(window, Key.Key_Escape)

    assert full
    assert not any(during)
    assert [widget.isVisible() for widget in around] == before
    assert not window.isFullScreen()


def test_commands_work_while_presenting(window):
    window.files.open_example(EXAMPLES / "perceptron.loom.yaml")
    key(window, Key.Key_F11, CONTROL)

    key(window, Key.Key_PageDown, CONTROL)
    key(window, Key.Key_F11, CONTROL)

    assert window.project.document.name == "LeNet"
    assert window.menuBar().isVisible()


def test_the_picture_is_copied(window):
    key(window, Key.Key_C, CONTROL | Qt.KeyboardModifier.AltModifier)

    image = QApplication.clipboard().image()
    assert image.width() > 1000
    again = picture_of(window.project.document, window.analysis.analysis)
    assert image.size() == again.size()
    assert image.pixelColor(5, 5) != image.pixelColor(image.rect().center())


def test_the_picture_is_written_in_each_form(window, answers, tmp_path):
    for ending, head in {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}.items():
        answers.path = tmp_path / f"net.{ending}"

        window.actions_by_key["export_picture"].trigger()

        data = answers.path.read_bytes()
        assert answers.told == []
        assert len(data) > 5_000
        assert data.startswith(head)

    # The PDF is one page of the size of the network.
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    content = window.pane.scene.content_box
    assert data.count(b"/Type /Page\n") == 1
    assert len(boxes) == 1
    assert abs(float(boxes[0][0]) - (content.width() + 80) * 0.75) < 2
    assert abs(float(boxes[0][1]) - (content.height() + 80) * 0.75) < 2

    # What cannot be written is said.
    answers.path = tmp_path / "missing" / "net.pdf"

    window.actions_by_key["export_picture"].trigger()

    assert len(answers.told) == 1


def test_what_is_copied_in_one_window_is_pasted_in_another_and_is_yaml_on_the_way(window):
    key(window, Key.Key_N, CONTROL | SHIFT)
    other = other_than(window)
    pick(window, "conv1", "relu1")

    key(window, Key.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    key(other, Key.Key_V, CONTROL)

    fragment = yaml.safe_load(text)
    assert list(fragment["nodes"]) == ["conv1", "relu1"]
    graph = other.project.document.graph
    assert graph.names == ["conv1", "relu1"]
    assert Edge("conv1", "output", "relu1", "input") in graph.edges
    assert graph.node("conv1").arguments == window.project.document.graph.node("conv1").arguments
    assert set(other.pane.selection) == {"conv1", "relu1"}
    key(other, Key.Key_Z, CONTROL)
    assert not graph.names


def test_what_is_copied_in_one_tab_is_pasted_in_another(window):
    pick(window, "fc1")
    key(window, Key.Key_C, CONTROL)
    assert "nodes" in yaml.safe_load(QGuiApplication.clipboard().text())
    key(window, Key.Key_N, CONTROL)
    assert not window.project.document.graph.names

    key(window, Key.Key_V, CONTROL)
    key(window, Key.Key_V, CONTROL)

    assert [node.type for node in window.project.document.graph.nodes] == ["Linear", "Linear"]
    key(window, Key.Key_PageUp, CONTROL)
    assert "image" in window.project.document.graph


def pick(window, *names: str) -> None:
    """Click on cards, the later ones with Shift."""
    window.pane.view.fit()
    for index, name in enumerate(names):
        middle = window.pane.scene.nodes[name].box.center()
        at = window.pane.view.mapFromScene(middle)
        held = SHIFT if index else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(window.pane.view.viewport(), Qt.MouseButton.LeftButton, held, at)


def test_a_small_window_stays_small_whichever_tab_is_in_front(open_window):
    window = open_window("lenet_mnist", analysed=False)

    for tab in range(window.panels.bottom.count()):
        window.panels.bottom.setCurrentIndex(tab)
        window.resize(900, 600)
        QApplication.processEvents()

        assert (window.width(), window.height()) == (900, 600)
        assert window.pane.view.width() >= 350
        assert window.pane.view.height() >= 280

    # What opens over the canvas has room on it.
    pick(window, "conv1")
    key(window, Key.Key_Tab)
    popup = window.search.popup
    QTest.keyClicks(popup.field, "conv 64 3 s2")
    assert window.pane.view.rect().contains(popup.geometry())
    assert popup.rect().contains(popup.aim.geometry())
    assert popup.hint.geometry().right() < popup.aim.geometry().left()
    QTest.keyClick(popup.field, Key.Key_Escape)
    line, why = window.pane.view.in_place.line, window.pane.view.in_place.why
    key(window, Key.Key_Return)
    line.selectAll()
    QTest.keyClicks(line, "many")
    QTest.keyClick(line, Key.Key_Return)
    assert window.pane.view.viewport().rect().contains(why.geometry())
    QTest.keyClick(line, Key.Key_Escape)

    # A dock that is dragged larger stays so until the window becomes smaller again.
    bottom = window.panels.docks["bottom"]
    window.resizeDocks([bottom], [330], Qt.Orientation.Vertical)
    QApplication.processEvents()
    window.resize(1000, 600)
    QApplication.processEvents()
    assert bottom.height() == 330
