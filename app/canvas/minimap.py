"""The minimap: the whole scope in colour blocks, and where one is in it; click or drag to go."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.canvas.box_index import Box, around
from app.canvas.scene import CanvasScene
from app.canvas.view import CanvasView
from app.canvas.zooming import STEP, zoom_of
from app.theme import current_theme, is_palette_change
from app.translating import tr

WIDTH, HEIGHT, ASIDE, PAD = 208, 136, 16, 8

#: A canvas smaller than this in pixels has no room for it.
_ROOM = 440, 300

#: Milliseconds from a change to the new picture; with many nodes it waits until they rest.
_SOON, _MANY = 60, 600


class Minimap(QWidget):
    """Lies over the lower right corner of the canvas; hidden while everything can be seen."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view, self._scene = view, view.canvas
        self._wanted = True
        self._boxes: dict[tuple[str, bool], list[Box]] = {}  # by family, and if selected
        self._content, self._map = QRectF(), QTransform()
        self._blocks: QPixmap | None = None
        self._held: QPointF | None = None  # from the pointer to the middle of what is seen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Minimap"))
        self.setToolTip(tr("Click or drag to look elsewhere"))
        view.zoom_changed.connect(self._follow)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)
        view.viewport().installEventFilter(self)
        self.show_scene(view.canvas)

    def show_scene(self, scene: CanvasScene) -> None:
        """Be the map of another scope."""
        self._scene = scene
        self._held = None
        scene.looks_changed.connect(self._wait)
        self._look()

    def set_wanted(self, wanted: bool) -> None:
        """Whether to show it at all, where there is anything to show."""
        self._wanted = wanted
        self._look()

    @property
    def seen(self) -> QRectF:
        """The part of the scene that the canvas shows, in its coordinates."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    # keeping up

    def _wait(self) -> None:
        """Look again soon; what is hidden for good need not."""
        many = len(self._scene.nodes) > _MANY
        if self._wanted and (many or not self._timer.isActive()):
            self._timer.start(_SOON * 4 if many else _SOON)

    def _look(self) -> None:
        """Take in where the nodes are now."""
        self._boxes = {}
        box_of = self._scene.boxes.box
        for item in self._scene.items_of.shown if self._wanted else ():
            key = item.card.family, item.look.selected
            if (box := box_of(item.name)) is not None:
                self._boxes.setdefault(key, []).append(box)
        notes = [Box.of(note.box) for note in self._scene.notes.values()] if self._wanted else []
        content = around([*chain.from_iterable(self._boxes.values()), *notes])
        self._content, self._blocks = content, None
        if not content.isEmpty():
            self._map = _onto(content, QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD))
        self._follow()

    def _follow(self, *_: object) -> None:
        """Show where one is, or nothing where one sees it all."""
        room = self._view.viewport().size()
        fits = room.width() >= _ROOM[0] and room.height() >= _ROOM[1]
        is_whole = self._content.isEmpty() or self.seen.contains(self._content)
        # What is being dragged does not vanish under the pointer.
        self.setVisible(self._wanted and fits and (not is_whole or self._held is not None))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            area = self._view.viewport().geometry()
            self.move(area.right() - WIDTH - ASIDE + 1, area.bottom() - HEIGHT - ASIDE + 1)
            self._follow()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if is_palette_change(event):
            self._blocks = None
        super().changeEvent(event)

    # hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at, seen = self._place(event), self.seen
        self._held = seen.center() - at if seen.contains(at) else QPointF()
        self._go(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._go(self._place(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self._follow()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the middle of what is seen."""
        self._view.zoom_to(zoom_of(self._view) * STEP ** (event.angleDelta().y() / 120))
        event.accept()

    def _place(self, event: QMouseEvent) -> QPointF:
        inverse, _ = self._map.inverted()
        return inverse.map(event.position())

    def _go(self, at: QPointF) -> None:
        goal, box = at + (self._held or QPointF()), self._content
        x = min(max(goal.x(), box.left()), box.right())
        y = min(max(goal.y(), box.top()), box.bottom())
        self._view.look_elsewhere()
        self._view.centerOn(x, y)

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._blocks is None:
            self._blocks = self._draw_blocks()
        painter.drawPixmap(0, 0, self._blocks)
        inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.setBrush(theme.color("accent", 0.10))
        painter.drawRoundedRect(_within(self._map.mapRect(self.seen), inner), 3, 3)
        painter.end()

    def _draw_blocks(self) -> QPixmap:
        """Frames, notes and nodes, each at least so large that it is seen."""
        theme, scale = current_theme(), self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setTransform(self._map)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text", 0.07))
        painter.drawRects([frame.box for frame in self._scene.frames.values()])
        for note in self._scene.notes.values():
            painter.setPen(QPen(note.rim(theme), 0))
            painter.setBrush(note.ground(theme))
            painter.drawRect(note.box)
        for (family, selected), boxes in self._boxes.items():
            color = theme.color("accent") if selected else theme.family(family)
            painter.setPen(QPen(color, 0))  # a pixel of the map, however small the box
            painter.setBrush(color)
            painter.drawRects([box.rect for box in boxes])
        painter.end()
        return pixmap


def _onto(content: QRectF, room: QRectF) -> QTransform:
    """Scene onto map: all of ``content`` in the middle of ``room``, no larger than a fifth."""
    scale = min(room.width() / content.width(), room.height() / content.height(), 0.2)
    at = room.center() - content.center() * scale
    return QTransform(scale, 0, 0, scale, at.x(), at.y())


def _within(box: QRectF, room: QRectF) -> QRectF:
    """The part of ``box`` in ``room``; a box outside is a sliver at the edge nearest to it."""
    left = min(max(box.left(), room.left()), room.right() - 4)
    top = min(max(box.top(), room.top()), room.bottom() - 4)
    right = max(min(box.right(), room.right()), left + 4)
    bottom = max(min(box.bottom(), room.bottom()), top + 4)
    return QRectF(QPointF(left, top), QPointF(right, bottom))
