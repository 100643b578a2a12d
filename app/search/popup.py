"""The search itself: a field, what was found, and the line that the card will have."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.panels.pieces import column, plain_label, restyle, row, search_field
from app.search.query import Hits, completed, look_up, order_of_numbers, preview, read
from app.search.rows import ROW, Rows
from app.theme import current_theme, is_palette_change
from app.translating import tr
from graph.analysis import TensorType
from graph.catalog import Layer
from graph.phrases import sentence

WIDTH, VISIBLE = 440, 8
_MARGIN = 8

#: What stands above and below the list, in pixels.
_AROUND = 120

#: More hits than this are no answer.
_SHOWN = 60

#: Nobody types more.
_LONGEST = 400

#: Ends a layer as Enter does, and begins the next.
_AND_THEN = ";"

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: VISIBLE,
    Qt.Key.Key_PageUp: -VISIBLE,
}


class SearchPopup(QFrame):
    """Lies over the canvas while somebody types. It holds no document: it says what was chosen."""

    chosen = Signal(object, object)  # Layer, its arguments by name
    help_wanted = Signal()  # with what is chosen now
    closed = Signal()
    more_wanted = Signal()  # the next layer is to be typed right away

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("SearchPopup")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._layers: Sequence[Layer] = ()
        self._recent: Sequence[str] = ()
        self._arriving: TensorType | None = None
        self._hits = Hits(())
        self.field = search_field(tr("Add a layer: conv 64 3 s2"))
        self.rows = Rows()
        self.line = plain_label("", "monospace", wrap=True)
        self.hint, self.aim = plain_label("", "quiet"), plain_label("", "quiet")
        self.line.setAccessibleName(tr("The card's line"))
        self.hint.setAccessibleName(tr("What may follow"))
        below = row(self.hint, None, self.aim)
        self.setLayout(column(self.field, self.rows, self.line, below, margin=_MARGIN))
        self.setFocusProxy(self.field)  # or a click beside it would lead to the canvas
        self.field.setMaxLength(_LONGEST)
        self.field.textEdited.connect(self._look_up)
        self.field.textChanged.connect(lambda text: None if text else self._look_up(text))
        self.field.installEventFilter(self)
        self.rows.currentRowChanged.connect(lambda _: self._show_line())
        self.rows.itemClicked.connect(lambda _: self._choose())
        self._dress()
        self.hide()

    @property
    def is_open(self) -> bool:
        return bool(self.isVisible())

    def open(
        self,
        at: QPoint,
        layers: Sequence[Layer],
        recent: Sequence[str],
        aim: str,
        arriving: TensorType | None = None,
    ) -> None:
        """Search among ``layers`` at a place of the parent; ``aim`` says what Enter will do.

        ``arriving`` is what will come in, where that is known.
        """
        self._layers, self._recent, self._arriving = layers, recent, arriving
        self.aim.setText(aim)
        self.field.clear()
        self._look_up("")
        room = self.parentWidget().rect()
        self.setFixedWidth(min(WIDTH, room.width() - 2 * _MARGIN))
        self._show_line()
        visible = (room.height() - _AROUND) // ROW
        self.rows.setFixedHeight(max(1, min(VISIBLE, visible)) * ROW)
        self.adjustSize()
        x = min(at.x(), room.right() - self.width() - _MARGIN)
        y = min(at.y(), room.bottom() - self.height() - _MARGIN)
        self.move(max(x, _MARGIN), max(y, _MARGIN))
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, layers: Sequence[Layer]) -> None:
        """Search among others from now on, as more is known."""
        self._layers = layers
        before = self.rows.current
        self._look_up(self.field.text())
        self.rows.choose(before)

    def close_search(self) -> None:
        """Go away without having chosen anything."""
        if self.is_open:
            self.hide()
            self.closed.emit()

    # inside

    def _look_up(self, text: str) -> None:
        self._hits = look_up(text, self._layers, self._recent)
        self.rows.show_layers(self._hits.layers[:_SHOWN])
        self._show_line()

    def _show_line(self) -> None:
        """What the card will say, or what is wrong with what was typed."""
        layer = self.rows.current
        if layer is None:
            self._say(tr("No layer is called so"), "", wrong=bool(self.field.text().strip()))
            return
        typed = read(layer, self._hits)
        if typed.mistakes:
            self._say(tr(sentence(typed.mistakes[0])), order_of_numbers(layer, typed), wrong=True)
        else:
            line = preview(layer, typed, self._arriving) or layer.type
            self._say(line, order_of_numbers(layer, typed), wrong=False)

    def _say(self, line: str, hint: str, *, wrong: bool) -> None:
        self.line.setText(line)
        room = self.width() - 3 * _MARGIN - self.aim.sizeHint().width()
        elided = Qt.TextElideMode.ElideRight
        self.hint.setText(self.hint.fontMetrics().elidedText(hint, elided, max(room, 0)))
        look = "error" if wrong else ""
        if self.line.property("look") != look:
            self.line.setProperty("look", look)
            restyle(self.line)
        self.adjustSize()

    def _choose(self) -> None:
        layer = self.rows.current
        if layer is None:
            return
        typed = read(layer, self._hits)
        if not typed.mistakes:
            self.hide()
            self.chosen.emit(layer, typed.arguments)

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # keys are letters here, not commands of the window
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            elsewhere = event.reason() not in (
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.PopupFocusReason,
            )
            if elsewhere:
                self.close_search()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_search()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_F1:
            self.help_wanted.emit()
        elif event.text() == _AND_THEN:
            self._choose()
            if not self.is_open:
                self.more_wanted.emit()
        elif key in _STEPS:
            self.rows.step(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Tab:
            layer = self.rows.current
            if layer is not None and not event.isAutoRepeat():
                self.field.setText(completed(layer, self._hits))
                self._look_up(self.field.text())
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """What the field and the list have no use for is nothing for the canvas below either."""
        taken = super().event(event)
        if isinstance(event, QInputEvent):
            event.accept()
            return True
        return taken

    def changeEvent(self, event: QEvent) -> None:
        if is_palette_change(event):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        theme = current_theme()
        sheet = (
            f"#SearchPopup {{ background: {theme.card}; border: 1px solid {theme.line};"
            " border-radius: 10px; } "
            f"#SearchPopup QListWidget {{ background: {theme.card}; }}"
        )
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
