"""What the marks of parameter groups mean, in a corner of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.canvas.group_marks import GroupEntry, GroupMarks
from app.canvas.lettering import baseline, draw_text, elided, text_width
from app.canvas.node_painting import paint_mark
from app.theme import current_theme
from app.theme_icons import paint_icon
from app.translating import tr

WIDTH, PAD, LINE, HEAD = 280.0, 12.0, 20.0, 26.0


class GroupLegend(QWidget):
    """Shows the groups it is handed; hidden without any. Clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._entries: tuple[GroupEntry, ...] = ()
        self.hide()

    def show_marks(self, marks: GroupMarks | None) -> None:
        self._entries = marks.entries if marks is not None else ()
        self.setVisible(bool(self._entries))
        self.setFixedSize(int(WIDTH), int(HEAD + LINE * len(self._entries) + PAD))
        said = [f"{entry.sign} {tr(entry.title)} {entry.words}" for entry in self._entries]
        self.setAccessibleName(
            tr("{name}: {value}").format(name=tr("Parameter groups"), value="; ".join(said))
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        head = QPointF(PAD, baseline("pill", 16))
        draw_text(painter, head, tr("Parameter groups"), "pill", theme.color("text"))
        for line, entry in enumerate(self._entries):
            middle = HEAD + LINE * (line + 0.5)
            paint_mark(painter, QPointF(PAD + 8, middle), entry.place, entry.sign, theme)
            words = text_width(entry.words, "caption")
            room = WIDTH - 2 * PAD - 24 - words - 12 - (14 if entry.frozen else 0)
            title = elided(tr(entry.title), "caption", room)
            at = QPointF(PAD + 24, baseline("caption", middle))
            draw_text(painter, at, title, "caption", theme.color("text"))
            if entry.frozen:
                left = at.x() + text_width(title, "caption") + 4
                box = QRectF(left, middle - 5, 10, 10)
                paint_icon(painter, "lock", box, theme.color("muted"))
            right = QPointF(WIDTH - PAD - words, baseline("caption", middle))
            draw_text(painter, right, entry.words, "caption", theme.color("muted"))
        painter.end()
