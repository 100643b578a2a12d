"""Several projects in one window: a tab for each, and each is found again as it was left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from graph.document import Document, Edge, Node
from graph.edits import AddNode, RenameProject, SetArgument
from graph.project_file import dumps, load_project
from tests.app.conftest import SLOW

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def copied(tmp_path: Path, *names: str) -> list[Path]:
    paths = []
    for name in names:
        path = tmp_path / f"{name}.loom.yaml"
        path.write_bytes((EXAMPLES / f"{name}.loom.yaml").read_bytes())
        paths.append(path)
    return paths


@pytest.fixture
def window(open_window, tmp_path):
    """Two projects; the second is in front."""
    paths = copied(tmp_path, "mlp_digits", "lenet_mnist")
    window = open_window(paths[0], analysed=False)
    window.files.open(paths[1])
    return window


def titles(window) -> list[str]:
    return [window.tabs.tabText(index) for index in range(window.tabs.count())]


def click(window, index: int) -> None:
    at = window.tabs.tabRect(index).center()
    QTest.mouseClick(window.tabs, LEFT, pos=at)


def key(window, key: Key, keys: object) -> None:
    window.activateWindow()
    QTest.keyClick(window.pane.view, key, keys)


def test_one_project_has_no_tab_and_two_have(open_window, tmp_path):
    paths = copied(tmp_path, "mlp_digits", "lenet_mnist")
    window = open_window(paths[0], analysed=False)
    alone = window.tabs.isVisible()

    window.files.open(paths[1])

    assert not alone
    assert window.tabs.isVisible()
    assert titles(window) == ["mlp_digits.loom.yaml", "lenet_mnist.loom.yaml"]
    assert window.project.document == load_project(paths[1])


def test_a_click_on_a_tab_brings_its_project_to_the_front(window):
    click(window, 0)

    assert window.project.document.name == load_project(EXAMPLES / "mlp_digits.loom.yaml").name
    assert set(window.pane.scene.nodes) == set(window.project.document.graph.names)
    assert window.windowTitle().startswith("mlp_digits.loom.yaml")


def test_each_keeps_its_own_history_and_its_own_changes(window):
    first = dumps(window.project.document)
    window.push(SetArgument("conv1", "out_channels", 8))
    changed = dumps(window.project.document)
    click(window, 0)
    nothing_to_undo = not window.actions_by_key["undo"].isEnabled()
    window.push(RenameProject("Other"))
    marked = titles(window)
    key(window, Key.Key_Z, CONTROL)

    click(window, 1)
    kept = dumps(window.project.document)
    key(window, Key.Key_Z, CONTROL)

    assert nothing_to_undo
    assert marked == ["\N{BULLET} mlp_digits.loom.yaml", "\N{BULLET} lenet_mnist.loom.yaml"]
    assert kept == changed
    assert dumps(window.project.document) == first
    assert titles(window) == ["mlp_digits.loom.yaml", "lenet_mnist.loom.yaml"]
    assert not window.isWindowModified()


def test_one_comes_back_to_what_one_looked_at(window):
    view = window.pane.view
    view.zoom_to(1.7)
    view.centerOn(window.pane.scene.nodes["fc2"].box.center())
    view.select(["fc2"])
    place = window.pane.place

    click(window, 0)
    elsewhere = window.pane.place
    click(window, 1)

    assert not elsewhere.is_like(place)
    assert window.pane.place.is_like(place)
    assert window.pane.selection == ["fc2"]


def test_shapes_are_there_at_once_when_one_comes_back(qtbot, window):
    qtbot.waitUntil(lambda: window.analysis.has_answered, timeout=SLOW)
    click(window, 0)
    click(window, 1)

    wire = window.pane.scene.wires[Edge("conv1", "output", "relu1", "input")]
    assert wire.text is not None


def test_the_child_follows_to_the_project_in_front(qtbot, window):
    click(window, 0)
    qtbot.waitUntil(lambda: window.analysis.has_answered, timeout=SLOW)

    assert set(window.analysis.analysis.nodes) == set(window.project.document.graph.names)


def test_keys_go_from_tab_to_tab_round_and_round(window):
    seen = []
    for keys in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp):
        key(window, keys, CONTROL)
        seen.append(window.tabs.currentIndex())

    assert seen == [0, 1, 0]


def test_a_file_that_is_open_already_is_brought_to_the_front(window):
    path = window.project.opened[0].path

    window.files.open(path.parent / "." / path.name)

    assert len(window.project.opened) == 2
    assert window.project.path == path


def test_a_new_project_stands_beside_the_others_and_is_taken_by_the_next_file(window, tmp_path):
    key(window, Key.Key_N, CONTROL)
    blank = window.project.document
    third = copied(tmp_path, "perceptron")[0]

    window.files.open(third)

    assert blank == Document()
    assert titles(window)[-1] == "perceptron.loom.yaml"
    assert len(window.project.opened) == 3


def test_closing_asks_about_this_project_alone(window, answers):
    window.push(RenameProject("Mine"))
    click(window, 0)

    key(window, Key.Key_W, CONTROL)
    asked_for_first = list(answers.asked)
    key(window, Key.Key_W, CONTROL)
    kept = window.project.document.name
    answers.unsaved = "discard"
    key(window, Key.Key_W, CONTROL)

    assert asked_for_first == []
    assert answers.asked == ["lenet_mnist.loom.yaml"] * 2
    assert kept == "Mine"
    assert window.project.document == Document()
    assert len(window.project.opened) == 1
    assert window.isVisible()


def test_a_middle_click_and_the_cross_close_a_tab(window):
    at = window.tabs.tabRect(0).center()
    QTest.mouseClick(window.tabs, Qt.MouseButton.MiddleButton, pos=at)
    left = titles(window)
    window.files.new()
    cross = window.tabs.tabButton(1, QTabBar.ButtonPosition.RightSide)
    QTest.mouseClick(cross, LEFT)

    assert left == ["lenet_mnist.loom.yaml"]
    assert len(window.project.opened) == 1


def test_what_was_closed_is_opened_again(window):
    path = window.project.path
    key(window, Key.Key_W, CONTROL)

    key(window, Key.Key_T, CONTROL | SHIFT)

    assert window.project.path == path
    key(window, Key.Key_T, CONTROL | SHIFT)
    assert window.status.word == "No file was closed since the window is open."


def test_quitting_asks_about_each_that_is_not_saved(qtbot, window, answers):
    for index in (0, 1):
        click(window, index)
        window.push(RenameProject(f"Mine {index}"))

    window.close()
    stayed = window.isVisible()
    answers.unsaved = "save"
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=SLOW)

    assert stayed
    assert len(answers.asked) == 3
    assert [load_project(one.path).name for one in window.project.opened] == ["Mine 0", "Mine 1"]


def test_two_tabs_never_write_one_file(window, answers):
    other = window.project.opened[0].path
    before = other.read_bytes()
    answers.path = other

    window.actions_by_key["save_as"].trigger()

    assert answers.told == [
        "mlp_digits.loom.yaml is open in another tab. Save under another name, or close it first."
    ]
    assert other.read_bytes() == before


def test_tabs_are_put_in_order_by_dragging(window):
    tabs = window.tabs
    start, end = tabs.tabRect(0).center(), tabs.tabRect(1).center()
    QTest.mousePress(tabs, LEFT, pos=start)
    for step in range(1, 11):
        at = start + (end - start) * step / 10 + QPoint(step, 0)
        send_move(tabs, at)
    QTest.mouseRelease(tabs, LEFT, pos=end + QPoint(10, 0))
    QTest.qWait(300)  # Qt lets the tab glide into its place

    assert [one.title for one in window.project.opened] == [
        "lenet_mnist.loom.yaml",
        "mlp_digits.loom.yaml",
    ]
    assert titles(window) == [one.title for one in window.project.opened]


def send_move(widget, at: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at.toPointF(),
        widget.mapToGlobal(at).toPointF(),
        Qt.MouseButton.NoButton,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_back_and_forward_stay_within_a_project(window):
    window.pane.reveal("conv1")
    window.pane.view.zoom_to(4.0)
    window.pane.reveal("fc3")
    can_go_back = window.places.can_go_back
    click(window, 0)
    elsewhere = window.places.can_go_back
    click(window, 1)

    assert can_go_back
    assert not elsewhere
    assert window.places.can_go_back


def test_a_run_says_which_project_it_is_of(window):
    window.running._trained = dumps(window.project.document)
    window.running._trained_of = window.project.current

    click(window, 0)
    elsewhere = window.panels.training.run.outdated.text()
    click(window, 1)

    assert elsewhere == "This run is of lenet_mnist.loom.yaml."
    assert window.panels.training.run.outdated.text() == ""
    window.push(AddNode(Node("more", "ReLU"), (0.0, 500.0)))
    assert window.panels.training.run.outdated.text() == "The document has changed since this run."
