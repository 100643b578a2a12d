"""A view of a scene that can be looked about in: zoomed, panned, fitted, led to a place."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.canvas.panning import pan
from app.canvas.scene import CanvasScene
from app.canvas.zooming import MARGIN, STEP, scene_point, set_zoom, show_box, zoom_of

#: The canvas has no edges that anybody would reach.
_WORLD = QRectF(-200_000, -200_000, 400_000, 400_000)


class ZoomView(QGraphicsView):
    """Chooses what of its scene is seen. It selects nothing and wants no edit."""

    zoom_changed = Signal(float)

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._fitted = False
        self._pointer: QPointF | None = None  # where it is, while it is over the canvas
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSceneRect(_WORLD)

    @property
    def canvas(self) -> CanvasScene:
        return self._scene

    @property
    def middle(self) -> QPointF:
        """What of the scene is in the middle."""
        return scene_point(self, QRectF(self.viewport().rect()).center())

    @property
    def aim(self) -> QPointF:
        """The point of the scene under the pointer, or in the middle when that is elsewhere."""
        return self.middle if self._pointer is None else scene_point(self, self._pointer)

    # to a place

    def center_on(self, name: str) -> None:
        """Bring a node to the middle, large enough to be read."""
        if name in self._scene.nodes:
            if zoom_of(self) < 0.7:
                self.zoom_to(1.0)
            self.look_elsewhere()
            self.centerOn(self._scene.nodes[name].box.center())

    def bring_into_sight(self, box: QRectF) -> None:
        """Scroll, and zoom out where it must be, as far as it takes to see a box of the scene."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if seen.contains(box):
            return
        self.look_elsewhere()
        margins = 2 * MARGIN / zoom_of(self)
        if box.width() + margins > seen.width() or box.height() + margins > seen.height():
            show_box(self, box, largest=zoom_of(self))
            self._zoomed()
        else:
            self.ensureVisible(box, round(MARGIN), round(MARGIN))

    def bring_selection_into_sight(self) -> None:
        """Let all be seen of what is selected, such as what was just pasted."""
        self.bring_into_sight(self._selected_box)

    def fit(self) -> None:
        """Show everything, no larger than life."""
        show_box(self, self._scene.content_box)
        self._fitted = True
        self._zoomed()

    def fit_selection(self) -> None:
        """Show all of what is selected, no larger than life."""
        if not (box := self._selected_box).isEmpty():
            show_box(self, box)
            self._fitted = False
            self._zoomed()

    @property
    def _selected_box(self) -> QRectF:
        scene = self._scene
        cards = [scene.items_of.ground.shown_box(name) for name in scene.selected]
        notes = [scene.notes[name].box for name in scene.selected_notes]
        return reduce(QRectF.united, [*cards, *notes], QRectF())

    def look_elsewhere(self) -> None:
        """The user chose what to look at: resizing the view no longer fits everything."""
        self._fitted = False

    # nearer and farther

    def zoom_in(self) -> None:
        self.zoom_to(zoom_of(self) * STEP)

    def zoom_out(self) -> None:
        self.zoom_to(zoom_of(self) / STEP)

    def zoom_to(self, zoom: float, fixed: QPointF | None = None) -> None:
        """Zoom around ``fixed`` (viewport pixels), or around the middle."""
        set_zoom(self, zoom, QRectF(self.viewport().rect()).center() if fixed is None else fixed)
        self._fitted = False
        self._zoomed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms to the pointer; two fingers on a pad pan, and zoom with Ctrl."""
        pixels = event.pixelDelta()
        by_pad = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if by_pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look_elsewhere()
            pan(self, QPointF(pixels))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.look_elsewhere()
            turn = event.angleDelta()
            pan(self, QPointF(turn.x() or turn.y(), 0))
        else:
            notches = event.angleDelta().y() / 120
            self.zoom_to(zoom_of(self) * STEP**notches, event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._pinch(event):
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was fitted stays fitted until the user looks elsewhere."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        pinches = event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        if pinches:
            self.zoom_to(zoom_of(self) * (1 + event.value()), event.position())
        return pinches

    def _zoomed(self) -> None:
        self._scene.set_zoom(zoom_of(self))
        self.zoom_changed.emit(zoom_of(self))
