"""The pointer's buttons: from press to release one gesture, and from it at most one edit."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from app.canvas.brushing import Brush, Brushing
from app.canvas.cutting import Cutting
from app.canvas.gesture import DRAG_DISTANCE, Gesture
from app.canvas.held_points import point_at
from app.canvas.moving import Moving
from app.canvas.panning import Panning
from app.canvas.pressing import press
from app.canvas.rerouting import AddingPoint
from app.canvas.wiring import Wiring
from app.canvas.zooming import scene_point, zoom_of

if TYPE_CHECKING:
    from app.canvas.view import CanvasView


#: Seconds within which the space bar, pressed and let go, is tapped and not held.
_TAP = 0.4

#: Pixels within which a card that is dragged comes to stand in line with others.
_SNAPS = 7.0


class Pointing:
    """Keeps the gesture under way on one view; there is never more than one."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._pressed_at = QPointF()
        self._is_dragging = False
        self._holds_space = False
        self.has_cut = False  # the last press began to cut wires: no menu belongs to it
        self._space_pressed = 0.0
        self.gesture: Gesture | None = None
        self.brush: Brush | None = None  # what the left button paints with, while one is held

    def hold_brush(self, brush: Brush | None) -> None:
        """Paint with a brush from now on, or, with None, let go of it."""
        self.cancel()
        held, self.brush = self.brush, brush
        if held is not None and held is not brush:
            held.drop()
        self._rest()

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture; a second button during one cancels it."""
        if self.gesture is not None:
            self.cancel()
            return
        self._space_pressed = 0.0
        self.has_cut = False
        at = event.position()
        self._pressed_at, self._is_dragging = at, False
        if event.button() == Qt.MouseButton.MiddleButton or self._holds_space:
            self.gesture = Panning(self._view, at)
        elif is_cut(event):
            self.has_cut = True
            self.gesture = Cutting(self._view.canvas, scene_point(self._view, at))
        elif event.button() == Qt.MouseButton.LeftButton and self.brush is not None:
            point = scene_point(self._view, at)
            self.gesture = Brushing(self._view.canvas, point, self.brush)
        elif event.button() == Qt.MouseButton.LeftButton:
            pixel = 1 / zoom_of(self._view)
            point = scene_point(self._view, at)
            self.gesture = press(self._view.canvas, point, event.modifiers(), pixel)
            if isinstance(self.gesture, Moving) and self._view.snaps:
                self.gesture.snap(_SNAPS * pixel)

    def press_twice(self, event: QMouseEvent, distance: float) -> bool:
        """Begin what a double click on a wire does: a point to lead it by. False off the wires."""
        scene, at = self._view.canvas, scene_point(self._view, event.position())
        wire = scene.wire_at(at, distance)
        if wire is None:
            return False
        self.cancel()
        if point_at(scene, at, distance) is None:
            self._pressed_at, self._is_dragging = event.position(), False
            self.gesture = AddingPoint(scene, wire, at)
        return True

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer, once it went far enough to mean a drag."""
        gesture, at = self.gesture, event.position()
        if gesture is None:
            return
        if not self._is_dragging:
            if (at - self._pressed_at).manhattanLength() < DRAG_DISTANCE:
                return
            self._is_dragging = True
            self._begin_drag(gesture)
        gesture.move(self._point(gesture, at), event.modifiers())

    def release(self, event: QMouseEvent) -> None:
        """End the gesture and ask for its edit."""
        gesture, self.gesture = self.gesture, None
        if gesture is None:
            return
        self._rest()
        was_dragging, self._is_dragging = self._is_dragging, False
        if was_dragging:
            edit = gesture.release(self._point(gesture, event.position()), event.modifiers())
        else:
            edit = gesture.click()
        if edit is not None:
            self._view.edit_requested.emit(edit)
        if isinstance(gesture, Wiring) and gesture.loose is not None:
            at = scene_point(self._view, event.position())
            self._view.search_wanted.emit(at, gesture.loose)

    def cancel(self) -> None:
        """End the gesture as if it had not begun."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            gesture.cancel()
        self._is_dragging = False
        self._rest()

    def let_go(self) -> bool:
        """Cancel the gesture under way, else put the brush down; False where there is neither."""
        if self.gesture is not None:
            self.cancel()
        elif self.brush is not None:
            self.hold_brush(None)
        else:
            return False
        return True

    @property
    def is_dragging(self) -> bool:
        """Whether the pointer went far enough since the press to mean a drag."""
        return self._is_dragging

    def _rest(self) -> None:
        """The cursor while nothing is pressed."""
        if self.brush is not None:
            self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._view.viewport().unsetCursor()

    def hold_space(self, held: bool) -> None:
        """While the space bar is held, dragging pans wherever it begins."""
        self._holds_space = held
        self._space_pressed = time.monotonic() if held and self.gesture is None else 0.0
        if self.gesture is None and held:
            self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.gesture is None:
            self._rest()

    @property
    def is_tap_of_space(self) -> bool:
        """Whether the space bar was pressed a moment ago, and nothing was dragged since."""
        return self._holds_space and time.monotonic() - self._space_pressed < _TAP

    def _begin_drag(self, gesture: Gesture) -> None:
        if gesture.cursor is not None:
            self._view.viewport().setCursor(gesture.cursor)
        if isinstance(gesture, Panning):
            self._view.look_elsewhere()
        if isinstance(gesture, Wiring) and gesture.from_output:
            self._view.candidates_wanted.emit(gesture.node, gesture.port)

    def _point(self, gesture: Gesture, at: QPointF) -> QPointF:
        """A gesture works in the scene, but panning moves the scene and works in pixels."""
        return at if isinstance(gesture, Panning) else scene_point(self._view, at)


def is_cut(event: QMouseEvent) -> bool:
    """Whether a press begins to cut wires."""
    is_right = event.button() == Qt.MouseButton.RightButton
    return is_right and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
