"""The minimap in the real window: click, drag, wheel; hidden where there is nothing to find."""

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from graph.edits import MoveNodes

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window):
    window = open_window("lenet_mnist", analysed=False)
    window.pane.view.zoom_to(1.6)
    window.pane.view.center_on("conv1")
    yield window
    Settings().minimap = True


def middle(window) -> QPointF:
    return window.pane.minimap.seen.center()


def test_it_stands_at_the_lower_right_while_not_all_is_seen(window) -> None:
    minimap, view = window.pane.minimap, window.pane.view

    shown = minimap.isVisible()
    corner = minimap.geometry().bottomRight() - view.viewport().geometry().bottomRight()
    view.fit()

    assert shown
    assert corner == QPoint(-16, -16)
    assert not minimap.isVisible()


def test_a_click_goes_there(window) -> None:
    minimap = window.pane.minimap

    QTest.mouseClick(minimap, LEFT, pos=QPoint(minimap.width() - 14, minimap.height() - 14))

    content = window.pane.scene.content_box
    assert middle(window).y() > content.center().y()
    assert middle(window).x() > content.center().x()


def test_what_is_seen_can_be_dragged_and_stays_under_the_pointer(window) -> None:
    minimap = window.pane.minimap
    before = middle(window)
    at = minimap._map.map(before + QPointF(10, 10)).toPoint()

    QTest.mousePress(minimap, LEFT, pos=at)
    pressed = middle(window)
    QTest.mouseMove(minimap, at + QPoint(30, 20))
    QTest.mouseRelease(minimap, LEFT, pos=at + QPoint(30, 20))

    scale = minimap._map.m11()
    step = middle(window) - before
    assert (pressed - before).manhattanLength() < 12 / scale  # a pixel of the map
    assert step.x() == pytest.approx(30 / scale, abs=2 / scale)
    assert step.y() == pytest.approx(20 / scale, abs=2 / scale)


def test_a_drag_beyond_its_edge_ends_at_the_last_node(window) -> None:
    minimap = window.pane.minimap

    QTest.mousePress(minimap, LEFT, pos=QPoint(100, 60))
    QTest.mouseMove(minimap, QPoint(5000, 5000))
    QTest.mouseRelease(minimap, LEFT, pos=QPoint(5000, 5000))

    assert window.pane.scene.content_box.adjusted(-4, -4, 4, 4).contains(middle(window))


def test_the_wheel_zooms_around_the_middle_of_what_is_seen(window) -> None:
    minimap, before = window.pane.minimap, middle(window)
    zoom = window.pane.view.transform().m11()

    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        minimap.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(minimap, event)

    assert window.pane.view.transform().m11() > zoom
    assert (middle(window) - before).manhattanLength() < 4


def test_it_is_switched_off_by_a_key_and_stays_off_at_the_next_start(window, open_window) -> None:
    QTest.keyClick(window.pane.view, Qt.Key.Key_M, CONTROL)

    assert not window.pane.minimap.isVisible()
    again = open_window("lenet_mnist", analysed=False)
    again.pane.view.zoom_to(1.6)
    assert not again.actions_by_key["minimap"].isChecked()
    assert not again.pane.minimap.isVisible()


def test_it_follows_a_node_that_is_moved_and_another_project(window, qtbot) -> None:
    minimap = window.pane.minimap
    before = minimap._content

    window.push(MoveNodes({"scores": (9000.0, 4000.0)}))

    qtbot.waitUntil(lambda: minimap._content.right() > 9000 > before.right())
    window.project.stack.setClean()
    window.files.new()
    assert not minimap.isVisible()


def test_however_often_nodes_move_it_looks_again_only_now_and_then(window) -> None:
    minimap, scene = window.pane.minimap, window.pane.scene
    start = time.process_time()
    for _ in range(1000):
        scene.looks_changed.emit()

    assert time.process_time() - start < 0.2
    assert minimap._timer.isActive()


def test_zoom_to_the_selection_shows_all_of_it(window) -> None:
    view = window.pane.view
    assert not window.actions_by_key["fit_selection"].isEnabled()
    view.select(["fc1", "fc2", "fc3"])

    QTest.keyClick(view, Qt.Key.Key_2, CONTROL)

    seen = window.pane.minimap.seen
    assert all(seen.contains(window.pane.scene.nodes[n].box) for n in ("fc1", "fc2", "fc3"))
    assert not seen.contains(window.pane.scene.nodes["image"].box)
