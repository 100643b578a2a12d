"""The view: turns what hands do into gestures, and gestures into edits that are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QStyle, QWidget

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
from app.canvas.pointing import Pointing
from app.canvas.scene import CanvasScene
from app.canvas.tidying_up import TidyingUp
from app.canvas.wiring import Wiring
from app.canvas.zoom_view import ZoomView
from app.canvas.zooming import scene_point, zoom_of
from app.theme import is_palette_change
from app.translating import tr
from graph.edits import Edit
from graph.options import REPEAT
from graph.problems import Problem
from graph.recoloring import fold_edit


class CanvasView(ZoomView):
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

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        motion = QStyle.StyleHint.SH_Widget_Animation_Duration
        self.reduced_motion = self.style().styleHint(motion) == 0
        self.snaps, self.wraps = True, True  # to guides while dragging; long rows, when tidied
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
        self._hovering.hide_bubble()
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._hovering.forget()
        self._hovering.leave_about()
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return self._hovering.show_tooltip(event)
        return super().viewportEvent(event)

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

    # inside

    def _request(self, edit: Edit | None) -> None:
        if edit is not None:
            self.edit_requested.emit(edit)
