"""The view: turns what hands do into gestures, and gestures into edits that are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import reduce

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
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QStyle, QWidget

from app.canvas.brushing import Brush
from app.canvas.deleting import delete_edit
from app.canvas.hovering import Hovering
from app.canvas.in_place import InPlace
from app.canvas.key_sharing import KeySharing
from app.canvas.key_wiring import KeyWiring
from app.canvas.keys import press_key
from app.canvas.moving import nudge_edit
from app.canvas.note_editor import NoteEditor
from app.canvas.palette_drop import PaletteDrop
from app.canvas.panning import pan
from app.canvas.pointing import Pointing
from app.canvas.scene import CanvasScene
from app.canvas.tidying_up import TidyingUp
from app.canvas.wiring import Wiring
from app.canvas.zooming import STEP, scene_point, set_zoom, show_box, zoom_of
from app.theme import is_palette_change
from app.translating import tr
from graph.edits import Edit
from graph.options import REPEAT
from graph.problems import Problem
from graph.recoloring import fold_edit

#: The canvas has no edges that anybody would reach.
_WORLD = QRectF(-200_000, -200_000, 400_000, 400_000)


class CanvasView(QGraphicsView):
    """Shows a scene and hears the user. It changes no document: it asks by ``edit_requested``."""

    edit_requested = Signal(object)  # an Edit
    selection_changed = Signal(list)  # names of nodes
    node_activated = Signal(str)  # double click
    escaped = Signal()  # Escape, with nothing to let go of
    refused = Signal(str)  # what was wanted cannot be, in plain words
    search_wanted = Signal(QPointF, object)  # for something to add there; a LooseEnd or None
    fragment_dropped = Signal(str, QPointF)  # text that may be one, a point of the scene
    fix_requested = Signal(object)  # a Fix
    candidates_wanted = Signal(str, str)  # node, output port that is being wired
    context_menu_requested = Signal(object, str)  # global position, node under it or ""
    zoom_changed = Signal(float)

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        motion = QStyle.StyleHint.SH_Widget_Animation_Duration
        self.reduced_motion = self.style().styleHint(motion) == 0
        self.snaps, self.wraps = True, True  # to guides while dragging; long rows, when tidied
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
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Canvas"))
        self._hovering = Hovering(self)
        self._palette_drop = PaletteDrop(self)
        self._pointing = Pointing(self)
        self.in_place = InPlace(self)
        self.note_editor = NoteEditor(self)
        self.key_wiring, self.key_sharing = KeyWiring(self), KeySharing(self)
        self._choosings = self.key_wiring, self.key_sharing
        self.tidying = TidyingUp(self)
        self.show_scene(scene)

    # what others ask of it

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

    def show_scene(self, scene: CanvasScene) -> None:
        """Show another scope or document."""
        self._pointing.cancel()
        self.tidying.cancel()
        self._cancel_choosing()
        self.in_place.close()
        self.note_editor.close()
        self._scene = scene
        scene.selection_changed.connect(self.selection_changed)
        self.setScene(scene)
        self._hovering.follow(scene)
        self.fit()

    def select(self, names: Iterable[str]) -> None:
        self._scene.select(names)

    def center_on(self, name: str) -> None:
        """Bring a node to the middle, large enough to be read."""
        if name in self._scene.nodes:
            if zoom_of(self) < 0.7:
                self.zoom_to(1.0)
            self.look_elsewhere()
            self.centerOn(self._scene.nodes[name].box.center())

    def bring_into_sight(self, box: QRectF) -> None:
        """Scroll as far as it takes to see a box of the scene."""
        if not self.mapToScene(self.viewport().rect()).boundingRect().contains(box):
            self.look_elsewhere()
            self.ensureVisible(box, 48, 48)

    def fit(self) -> None:
        """Show everything, no larger than life."""
        show_box(self, self._scene.content_box)
        self._fitted = True
        self._zoomed()

    def fit_selection(self) -> None:
        """Show all of what is selected, no larger than life."""
        boxes = [self._scene.items_of.ground.shown_box(name) for name in self._scene.selected]
        if boxes:
            show_box(self, reduce(QRectF.united, boxes))
            self._fitted = False
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

    def tidy(self, direction: str | None = None) -> None:
        """Ask for the automatic layout; the nodes glide there unless motion is unwanted."""
        self.tidying.start(wraps=self.wraps, direction=direction)

    def open_problem(self, problem: Problem) -> None:
        """Say a problem beside its badge, its fixes at hand for the keys."""
        self._hovering.open_problem(problem)

    def tell_about_selection(self) -> None:
        """Say beside its card what the selected layer is."""
        for name in [*self._scene.selected][:1]:
            self._hovering.open_about(name, by_key=True)

    def edit_repeat(self) -> None:
        """Say on its card how often the selected layer stands there."""
        selected = list(self._scene.selected)
        if len(selected) != 1:
            self.refused.emit(tr("Select one layer to repeat it."))
        elif not self.in_place.open(selected[0], REPEAT.name):
            self.refused.emit(tr("{name} cannot be repeated.").format(name=selected[0]))

    def delete_selection(self) -> None:
        self._request(delete_edit(self._scene))

    def set_candidates(
        self, source: str, port: str, accepting: Collection[tuple[str, str]]
    ) -> None:
        """Say which inputs, as (node, port), take what ``source.port`` gives; the others dim."""
        self.key_wiring.accept(source, port, accepting)
        wiring = self._pointing.gesture
        if (
            isinstance(wiring, Wiring)
            and wiring.from_output
            and (wiring.node, wiring.port) == (source, port)
        ):
            wiring.accept(accepting)

    def hold_brush(self, brush: Brush | None) -> None:
        """Let the left button paint with a brush; None: it does what it did."""
        self._pointing.hold_brush(brush)

    def look_elsewhere(self) -> None:
        """The user chose what to look at: resizing the view no longer fits everything."""
        self._fitted = False

    # the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hovering.hide_bubble()
        self._cancel_choosing()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._hovering.open_badge(scene_point(self, event.position())):
            return
        if self._pointing.brush is None:
            self.in_place.press(event.position())
        self._pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._pointing.gesture is None:
            self._hovering.move(scene_point(self, event.position()))
        self._pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged = self._pointing.is_dragging
        self._pointing.release(event)
        self.in_place.release(event.position(), dragged=dragged)
        self._hovering.move(scene_point(self, event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = scene_point(self, event.position())
        node = self._scene.node_at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pointing.brush is not None:
            self._pointing.press(event)
        elif node is not None:
            is_block = self._scene.graph.node(node.name).type in self._scene.document.blocks
            if is_block or not self.in_place.open_at(event.position()):
                self.node_activated.emit(node.name)
        elif (note := self._scene.note_at(point)) is not None:
            self.note_editor.open(note.name)
        elif (frame := self._scene.frame_at(point)) is not None and frame.card is not None:
            self._request(fold_edit(self._scene.document, self._scene.scope, frame.name))
        elif not self._pointing.press_twice(event, 6 / zoom_of(self)):
            self.search_wanted.emit(point, None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cuts = self._pointing.has_cut or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_mouse and cuts:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
            event.accept()
            return
        where = event.pos()
        point = scene_point(self, QPointF(where))
        node = self._scene.node_at(point)
        note = self._scene.note_at(point) if node is None else None
        if node is not None and node.name not in self._scene.selected:
            self._scene.select([node.name])
        elif note is not None and note.name not in self._scene.selected_notes:
            self._scene.select([])
            self._scene.select_notes([note.name])
        whole = self.viewport().mapToGlobal(where)
        self.context_menu_requested.emit(whole, node.name if node else "")
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms to the pointer; two fingers on a pad pan, and zoom with Ctrl."""
        self._hovering.hide_bubble()
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

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._hovering.forget()
        self._hovering.leave_about()
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

    def event(self, event: QEvent) -> bool:
        """Tab is a key of the canvas; Shift+Tab goes on to what has the focus next."""
        if isinstance(event, QKeyEvent) and any(one.hears(event) for one in self._choosings):
            return True
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and event.key() == Qt.Key.Key_Tab and not event.modifiers():
            self.search()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_key(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._pointing.is_tap_of_space:
                self.search()
            self.hold_space(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hold_space(False)
        self._cancel_choosing()
        super().focusOutEvent(event)

    def _cancel_choosing(self) -> None:
        for choosing in self._choosings:
            choosing.cancel()

    def hold_space(self, held: bool) -> None:
        self._pointing.hold_space(held)

    def search(self) -> None:
        """Ask for the search where the pointer is, or in the middle when it is elsewhere."""
        self.search_wanted.emit(self.aim, None)

    def escape(self) -> None:
        """Let go of what is being done; with nothing being done, of the selection."""
        if self._hovering.hide_bubble() or self._pointing.let_go():
            return
        if self._scene.selects_anything:
            self._scene.select([])
        else:
            self.escaped.emit()

    def activate(self) -> None:
        """Open the block that is selected, or edit the first argument of the layer."""
        if len(self._scene.selected) == 1:
            name = next(iter(self._scene.selected))
            is_block = self._scene.graph.node(name).type in self._scene.document.blocks
            if is_block or not self.in_place.open_first(name):
                self.node_activated.emit(name)

    def open_menu(self) -> None:
        """Ask for the menu at what is selected: not every system hears its key."""
        if QApplication.activePopupWidget() is None:
            name = next(iter(self._scene.selected), "")
            middle = self._scene.nodes[name].box.center() if name else self.middle
            at = self.viewport().mapToGlobal(self.mapFromScene(middle))
            self.context_menu_requested.emit(at, name)

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

    def _request(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edit_requested.emit(edit)

    def _zoomed(self) -> None:
        self._scene.set_zoom(zoom_of(self))
        self.zoom_changed.emit(zoom_of(self))
