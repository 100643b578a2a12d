"""Moving over the network in the real window: wheel, touch pad, fingers, levels of detail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.zooming import zoom_of
from tests.app.window_hands import CONTROL, NONE, SHIFT

Phase = Qt.ScrollPhase


def wheel(view, *, pixels=(0, 0), turn=(0, 0), keys=NONE, phase=Phase.NoScrollPhase) -> None:
    viewport = view.viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(*pixels),
        QPoint(*turn),
        Qt.MouseButton.NoButton,
        keys,
        phase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def pinch(view, part: float) -> None:
    viewport = view.viewport()
    at = QPointF(viewport.rect().center())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        viewport.mapToGlobal(at),
        part,
        QPointF(),
    )
    QApplication.sendEvent(viewport, event)


def test_wheel_pad_and_fingers_move_over_the_network_and_shapes_hide_from_afar(open_window):
    window = open_window("lenet_mnist")
    view, scene = window.pane.view, window.pane.scene
    view.zoom_to(1.0)
    view.center_on("conv1")

    def middle() -> QPointF:
        return view.mapToScene(view.viewport().rect().center())

    before = middle()
    wheel(view, pixels=(-30, -50), turn=(-30, -50), phase=Phase.ScrollUpdate)
    assert zoom_of(view) == 1.0
    assert (middle() - before).toPoint() == QPoint(30, 50)
    before = middle()
    wheel(view, turn=(0, -120), keys=SHIFT)
    assert middle().x() > before.x()
    assert middle().y() == pytest.approx(before.y(), abs=1)
    wheel(view, pixels=(0, 60), turn=(0, 120), keys=CONTROL, phase=Phase.ScrollUpdate)
    closer = zoom_of(view)
    assert closer > 1.0
    wheel(view, turn=(0, -120))
    assert zoom_of(view) == pytest.approx(closer / 1.2)
    before_pinch = zoom_of(view)
    pinch(view, 0.25)
    assert zoom_of(view) == pytest.approx(before_pinch * 1.25)

    wire = next(wire for edge, wire in scene.wires.items() if edge.source == "conv1")
    seen = {}
    for zoom in (1.0, 0.4):
        view.zoom_to(zoom)
        view.centerOn(scene.nodes["conv1"])
        picture = view.viewport().grab().toImage()
        assert wire.pill is not None
        inner = view.mapFromScene(wire.pill).boundingRect()
        above = inner.center().y() - round(4 * zoom)  # through the letters, beside the wire
        across = range(inner.left() + 6, inner.right() - 6)
        seen[zoom] = len({picture.pixelColor(x, above).rgb() for x in across})
    assert seen[1.0] > 6, "the letters of the shape are drawn"
    assert seen[0.4] <= 3, "nothing of it is"


def test_full_screen_is_entered_and_left_by_its_key(open_window):
    window = open_window("perceptron", analysed=False)
    docks = [dock.isVisible() for dock in window.panels.docks.values()]

    QTest.keyClick(window.pane.view, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert [dock.isVisible() for dock in window.panels.docks.values()] == docks
    QTest.keyClick(window.pane.view, Qt.Key.Key_F11)
    assert not window.isFullScreen()
