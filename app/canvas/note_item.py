"""A note on the canvas: a sheet with plain text, as tall as its text needs at the least."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.lettering import draw_text, fonts
from app.theme import Theme, current_theme
from graph.looks import color_of
from graph.parts import Note

PADDING, LINE, GRIP = 12.0, 18.0, 14.0
SMALLEST = (80.0, 48.0)

#: What a note without a colour looks like.
USUAL = "yellow"


class NoteItem(QGraphicsItem):
    """Draws one note; it lies behind the cards, and on the frames."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.note, self.selected, self.is_edited = note, False, False
        self.setZValue(-20)
        self._lines: list[tuple[QPointF, str]] = []
        self.box = QRectF()
        self.show_note(note)

    @property
    def name(self) -> str:
        return self.note.name

    def show_note(self, note: Note) -> None:
        """Take another content, place or size."""
        self.prepareGeometryChange()
        self.note = note
        width, height = (max(a, b) for a, b in zip(note.size, SMALLEST, strict=True))
        self._lines = _lines(note.text, width - 2 * PADDING)
        tall = len(self._lines) * LINE + 2 * PADDING
        self.box = QRectF(
            QPointF(*note.at), QPointF(note.at[0] + width, note.at[1] + max(height, tall))
        )
        self.update()

    def set_state(self, *, selected: bool | None = None, edited: bool | None = None) -> None:
        self.selected = self.selected if selected is None else selected
        self.is_edited = self.is_edited if edited is None else edited
        self.update()

    @property
    def text_box(self) -> QRectF:
        return self.box.adjusted(PADDING, PADDING, -PADDING, -PADDING)

    @property
    def grip(self) -> QRectF:
        """The corner by which it is made larger."""
        return QRectF(self.box.bottomRight() - QPointF(GRIP, GRIP), self.box.bottomRight())

    def ground(self, theme: Theme) -> QColor:
        """The colour of the sheet."""
        return theme.tint(color_of(self.note.look) or USUAL)

    def rim(self, theme: Theme) -> QColor:
        """The colour of its edge, which says whether it is selected."""
        edge = theme.tint_edge(color_of(self.note.look) or USUAL)
        return theme.color("accent") if self.selected else edge

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-2, -2, 2, 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        color = color_of(self.note.look) or USUAL
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("shadow", 0.25 if theme.is_dark else 0.06))
        painter.drawRoundedRect(self.box.translated(0, 2), 4, 4)
        painter.setPen(QPen(self.rim(theme), 2.0 if self.selected else 1.0))
        painter.setBrush(self.ground(theme))
        painter.drawRoundedRect(self.box, 4, 4)
        painter.setPen(QPen(theme.tint_edge(color), 1.5))
        corner = self.box.bottomRight()
        for step in (5, 9):
            painter.drawLine(corner - QPointF(step, 3), corner - QPointF(3, step))
        if self.is_edited:
            return
        for at, text in self._lines:
            draw_text(painter, self.box.topLeft() + at, text, "line", theme.color("text"))


def _lines(text: str, width: float) -> list[tuple[QPointF, str]]:
    """The text broken into lines, each with its baseline from the corner of the note."""
    found: list[tuple[QPointF, str]] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for paragraph in text.split("\n"):
        shown = "".join(sign if sign.isprintable() else " " for sign in paragraph)
        layout = QTextLayout(shown, fonts()["line"])
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            part = shown[line.textStart() : line.textStart() + line.textLength()]
            at = QPointF(PADDING, PADDING + LINE * len(found) + 13)
            found.append((at, part.rstrip()))
        layout.endLayout()
    return found
