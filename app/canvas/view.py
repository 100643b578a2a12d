"""The view: turns what hands do into gestures, and gestures into edits that are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QStyle, QWidget

from app.canvas.deleting import delete_edit
from app.canvas.dropping import add_edit
from app.canvas.gesture import DRAG_DISTANCE, Gesture
from app.canvas.hovering import Hovering
from app.canvas.keys import press_key
from app.canvas.moving import nudge_edit
from app.canvas.palette_drop import PaletteDrop
from app.canvas.panning import Panning, pan
from app.canvas.pressing import press
from app.canvas.scene import CanvasScene
from app.canvas.tidying import tidy_edit
from app.canvas.wiring import Wiring
from app.canvas.zooming import STEP, scene_point, set_zoom, show_box, zoom_of
from app.theme import is_palette_change
from graph.edits import Edit

#: The canvas has no edges that anybody would reach.
_WORLD = QRectF(-200_000, -200_000, 400_000, 400_000)


class CanvasView(QGraphicsView):
    """Shows a scene and hears the user. It changes no document: it asks by ``edit_requested``."""

    edit_requested = Signal(object)  # an Edit
    selection_changed = Signal(list)  # names of nodes
    node_activated = Signal(str)  # double click
    canvas_activated = Signal(QPointF)  # double click on nothing, in scene coordinates
    fix_requested = Signal(object)  # a Fix
    candidates_wanted = Signal(str, str)  # node, output port that is being wired
    context_menu_requested = Signal(object, str)  # global position, node under it or ""
    zoom_changed = Signal(float)

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        motion = QStyle.StyleHint.SH_Widget_Animation_Duration
        self.reduced_motion = self.style().styleHint(motion) == 0
        self._gesture: Gesture | None = None
        self._pressed_at = QPointF()
        self._is_dragging = False
        self._space = False
        self._fitted = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSceneRect(_WORLD)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Canvas"))
        self._hovering = Hovering(self)
        self._palette_drop = PaletteDrop(self)
        self.show_scene(scene)

    # what others ask of it

    @property
    def canvas(self) -> CanvasScene:
        return self._scene

    def show_scene(self, scene: CanvasScene) -> None:
        """Show another scope or document."""
        self.cancel_gesture()
        self._scene = scene
        scene.selection_changed.connect(self.selection_changed)
        self.setScene(scene)
        self._hovering.forget()
        self._hovering.hide_bubble()
        self.fit()

    def select(self, names: Iterable[str]) -> None:
        self._scene.select(names)

    def center_on(self, name: str) -> None:
        """Bring a node to the middle, large enough to be read."""
        if name in self._scene.nodes:
            if zoom_of(self) < 0.7:
                self.zoom_to(1.0)
            self.centerOn(self._scene.nodes[name].box.center())

    def fit(self) -> None:
        """Show everything, no larger than life."""
        show_box(self, self._scene.content_box)
        self._fitted = True
        self._zoomed()

    def zoom_in(self) -> None:
        self.zoom_to(zoom_of(self) * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(zoom_of(self) / STEP)

    def zoom_to(self, zoom: float, fixed: QPointF | None = None) -> None:
        """Zoom around ``fixed`` (viewport pixels), or around the middle."""
        set_zoom(self, zoom, QRectF(self.viewport().rect()).center() if fixed is None else fixed)
        self._fitted = False
        self._zoomed()

    def tidy(self) -> None:
        """Ask for the automatic layout; the nodes glide there unless motion is unwanted."""
        edit = tidy_edit(self._scene)
        if edit is not None:
            if not self.reduced_motion:
                self._scene.settling.announce()
            self.edit_requested.emit(edit)

    def delete_selection(self) -> None:
        self._request(delete_edit(self._scene))

    def add_at(self, type: str, at: QPointF | None = None) -> None:
        """Ask for a new node at a scene point, or in the middle of what is seen."""
        middle = scene_point(self, QRectF(self.viewport().rect()).center())
        self._request(add_edit(self._scene, type, middle if at is None else at))

    def set_candidates(
        self, source: str, port: str, accepting: Collection[tuple[str, str]]
    ) -> None:
        """Say which inputs, as (node, port), take what ``source.port`` gives; the others dim."""
        wiring = self._gesture
        if (
            isinstance(wiring, Wiring)
            and wiring.from_output
            and (wiring.node, wiring.port) == (source, port)
        ):
            wiring.accept(accepting)

    def cancel_gesture(self) -> None:
        """End what the pointer is doing as if it had not begun."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        self._is_dragging = False
        self.viewport().unsetCursor()

    # the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hovering.hide_bubble()
        if self._gesture is not None:
            self.cancel_gesture()
            return
        at = event.position()
        self._pressed_at, self._is_dragging = at, False
        panning = event.button() == Qt.MouseButton.MiddleButton or self._space
        if panning:
            self._begin(Panning(self, at))
        elif event.button() == Qt.MouseButton.LeftButton:
            point = scene_point(self, at)
            if self._hovering.open_badge(point):
                return
            self._begin(press(self._scene, point, event.modifiers(), 1 / zoom_of(self)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        gesture = self._gesture
        if gesture is None:
            self._hovering.move(scene_point(self, at))
            return
        if not self._is_dragging:
            if (at - self._pressed_at).manhattanLength() < DRAG_DISTANCE:
                return
            self._is_dragging = True
            if gesture.cursor is not None:
                self.viewport().setCursor(gesture.cursor)
            if isinstance(gesture, Wiring) and gesture.from_output:
                self.candidates_wanted.emit(gesture.node, gesture.port)
        gesture.move(self._point_for(gesture, at), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is None:
            return
        self._gesture = None
        self.viewport().unsetCursor()
        if not self._is_dragging:
            gesture.click()
            return
        self._is_dragging = False
        self._request(
            gesture.release(self._point_for(gesture, event.position()), event.modifiers())
        )
        self._hovering.move(scene_point(self, event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = scene_point(self, event.position())
        node = self._scene.node_at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if node is not None:
            self.node_activated.emit(node.name)
        elif self._scene.wire_at(point, 6 / zoom_of(self)) is None:
            self.canvas_activated.emit(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = scene_point(self, QPointF(event.pos()))
        node = self._scene.node_at(point)
        if node is not None and node.name not in self._scene.selected:
            self._scene.select([node.name])
        self.context_menu_requested.emit(event.globalPos(), node.name if node else "")
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms to the pointer; two fingers on a pad pan, and zoom with Ctrl."""
        self._hovering.hide_bubble()
        pixels = event.pixelDelta()
        by_pad = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if by_pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pan(self, QPointF(pixels))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turn = event.angleDelta()
            pan(self, QPointF(turn.x() or turn.y(), 0))
        else:
            notches = event.angleDelta().y() / 120
            self.zoom_to(zoom_of(self) * STEP**notches, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovering.forget()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._pinch(event):
            return True
        if event.type() == QEvent.Type.ToolTip:
            return self._hovering.show_tooltip(event)
        return super().viewportEvent(event)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        pinches = event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        if pinches:
            self.zoom_to(zoom_of(self) * (1 + event.value()), event.position())
        return pinches

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_key(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_space(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hold_space(False)
        super().focusOutEvent(event)

    def hold_space(self, held: bool) -> None:
        """While the space bar is held, dragging pans wherever it begins."""
        self._space = held
        if self._gesture is None:
            shape = Qt.CursorShape.OpenHandCursor if held else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def escape(self) -> None:
        """Let go of what is being done; with nothing being done, of the selection."""
        self._hovering.hide_bubble()
        if self._gesture is not None:
            self.cancel_gesture()
        else:
            self._scene.select([])

    def nudge(self, x: float, y: float) -> None:
        """Ask for the selection to move by a step of the scene."""
        self._request(nudge_edit(self._scene, x, y))

    # dropping from the palette

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._palette_drop.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._palette_drop.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._palette_drop.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._palette_drop.drop(event)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        if is_palette_change(event):
            self.viewport().update()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was fitted stays fitted until the user looks elsewhere."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    # inside

    def _begin(self, gesture: Gesture | None) -> None:
        self._gesture = gesture
        if isinstance(gesture, Panning):
            self._fitted = False

    def _request(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edit_requested.emit(edit)

    def _point_for(self, gesture: Gesture, at: QPointF) -> QPointF:
        return at if isinstance(gesture, Panning) else scene_point(self, at)

    def _zoomed(self) -> None:
        self._scene.set_zoom(zoom_of(self))
        self.zoom_changed.emit(zoom_of(self))
