"""Editing on the card: a line exactly over the text, read as the inspector's fields are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from app.canvas.card_fields import declared, default_of, edit_of, keys_of, text_of
from app.canvas.card_spots import Spot, line_spot, spot_at, spots_of
from app.canvas.lettering import fonts
from app.canvas.zooming import scene_point, zoom_of
from app.theme import current_theme
from app.translating import tr
from graph.edits import Edit, RenameNode

if TYPE_CHECKING:
    from app.canvas.view import CanvasView

#: Letters on the card are never edited smaller than this, in pixels.
_SMALLEST = 11


class InPlace(QObject):
    """Edits what ``card_fields`` knows of a node, one after the other, where it stands.

    Enter and Tab take what was typed, Tab goes on to the next; Escape takes nothing. What is no
    value stays, marked, and the line below says why.
    """

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self.node, self.argument = "", ""
        self._clicked: tuple[str, str] | None = None
        self._shown = self._wrong = ""
        self.line = QLineEdit(view.viewport())
        self.line.setAccessibleName(tr("Name of the layer"))
        self.line.hide()
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self.why = QLabel(view.viewport())
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.hide()
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._place)
        view.zoom_changed.connect(self._place)

    @property
    def is_open(self) -> bool:
        return not self.line.isHidden()

    # beginning

    def press(self, at: QPointF) -> None:
        """Remember the text under a press, if its node was selected alone before."""
        spot, name = self._spot_under(at)
        alone = list(self._view.canvas.selected) == [name]
        self._clicked = (name, spot.argument) if spot and spot.argument and alone else None

    def release(self, at: QPointF, *, dragged: bool) -> None:
        """A click on a value of the selected node edits it."""
        clicked, self._clicked = self._clicked, None
        spot, name = self._spot_under(at)
        if clicked and spot and not dragged and clicked == (name, spot.argument):
            self.open(*clicked)

    def open_at(self, at: QPointF) -> bool:
        """Edit the text under a point (viewport); False where there is none."""
        spot, name = self._spot_under(at)
        return spot is not None and self.open(name, spot.argument)

    def open_first(self, name: str) -> bool:
        """Edit the first argument of a node, sooner one that does not follow by itself.

        False where it has none.
        """
        scene = self._view.canvas
        order = keys_of(scene, name)
        own = [
            k for k in order if (text_of(scene, name, k) or default_of(scene, name, k)) != "auto"
        ]
        return bool(order) and self.open(name, (own or order)[0])

    def open(self, name: str, argument: str = "") -> bool:
        """Edit an argument of a node, or its name; False where it has no such argument."""
        scene = self._view.canvas
        if name not in scene.nodes or (argument and declared(scene, name, argument) is None):
            return False
        if list(scene.selected) != [name]:
            scene.select([name])
        self.node, self.argument = name, argument
        self._shown = text_of(scene, name, argument)
        self.line.setText(self._shown)
        self.line.setPlaceholderText(default_of(scene, name, argument))
        self.line.setAccessibleName(argument or tr("Name of the layer"))
        self._say("")
        self.line.show()
        self.line.raise_()
        self._place()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # ending

    def close(self) -> None:
        """Take nothing of what was typed."""
        self.node = ""
        had_focus = self.line.hasFocus()
        self.line.hide()
        self.why.hide()
        if had_focus:
            self._view.setFocus()

    def commit(self) -> bool:
        """Take what was typed; False where it is no value, which is said."""
        if not self.is_open or not self.node:
            return True
        if self.node not in self._view.canvas.nodes:
            self.close()
            return True
        try:
            edit = self._edit()
        except ValueError as error:
            self._say(tr(str(error)))
            return False
        if isinstance(edit, RenameNode):
            self.node = edit.new
        self._shown = self.line.text()
        if edit is not None:
            self._view.edit_requested.emit(edit)
        return True

    def _edit(self) -> Edit | None:
        text = self.line.text()
        if text == self._shown:
            return None
        return edit_of(self._view.canvas, self.node, self.argument, text)

    def _go_on(self, step: int) -> None:
        """To the next of the name and the arguments, round and round."""
        order = ["", *keys_of(self._view.canvas, self.node)]
        at = order.index(self.argument) if self.argument in order else 0
        if self.commit():
            self.open(self.node, order[(at + step) % len(order)])

    # what there is

    def _spot_under(self, at: QPointF) -> tuple[Spot | None, str]:
        point = scene_point(self._view, at)
        item = self._view.canvas.node_at(point)
        if item is None or item.port_at(point) is not None:
            return None, ""
        return spot_at(item, point), item.name

    # how it looks

    def _place(self, *_: object) -> None:
        """Exactly over the text, in its letters, at the zoom of the view."""
        item = self._view.canvas.nodes.get(self.node)
        if not self.is_open or item is None:
            return
        spot = line_spot(item, self.argument)
        zoom, theme = zoom_of(self._view), current_theme()
        font = QFont(fonts()[spot.style])
        font.setPixelSize(max(_SMALLEST, round(font.pixelSize() * zoom)))
        self.line.setFont(font)
        tone = theme.error if self._wrong else theme.accent
        self.line.setStyleSheet(
            f"QLineEdit {{ background: {theme.card}; color: {theme.text}; padding: 0 3px;"
            f" border: 1px solid {tone}; border-radius: 4px; min-height: 0; }}"
        )
        box = self._view.viewportTransform().mapRect(spot.box)
        needed = self.line.fontMetrics().horizontalAdvance(self.line.text() or "auto") + 16
        width = max(round(box.width()) + 10, needed, 40)
        height = max(round(box.height()) + 4, self.line.fontMetrics().height() + 4)
        self.line.setGeometry(
            round(box.left()) - 4, round(box.center().y() - height / 2), width, height
        )
        is_shown = spot.argument in {s.argument for s in spots_of(item)}
        self.why.setText(self._wrong or ("" if is_shown else self.argument))
        ink, edge = (theme.error, theme.error) if self._wrong else (theme.muted, theme.line)
        self.why.setStyleSheet(
            f"QLabel {{ background: {theme.card}; color: {ink}; padding: 4px 8px;"
            f" border: 1px solid {edge}; border-radius: 4px; }}"
        )
        self._place_why()
        self.why.setVisible(bool(self.why.text()))
        self.why.raise_()

    def _place_why(self) -> None:
        """Below the line or else above it, in as many lines as the view is wide for."""
        room, line = self._view.viewport().rect().adjusted(4, 4, -4, -4), self.line.geometry()
        self.why.setWordWrap(False)
        self.why.adjustSize()
        if self.why.width() > room.width():
            self.why.setWordWrap(True)
            self.why.resize(room.width(), self.why.heightForWidth(room.width()))
        x = max(min(line.left(), room.right() - self.why.width()), room.left())
        below, above = line.bottom() + 4, line.top() - 4 - self.why.height()
        fits = below + self.why.height() <= room.bottom() or above < room.top()
        self.why.move(x, below if fits else above)

    def _typed(self, _text: str) -> None:
        self._say("")

    def _say(self, why: str) -> None:
        """Say why what was typed is no value; without that, what a field is that stands bare."""
        self._wrong = why
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # letters are typed here, and are no commands
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusOut and self.is_open and self.commit():
            self.close()
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.commit():
                self.close()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_on(1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True
