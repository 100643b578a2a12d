"""A bar over the canvas that says what happened to the file, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from app.panels.pieces import plain_label, push_button, row
from app.theme import current_theme
from app.theme_icons import paint_icon

#: Narrower than this the words would be a column; the buttons then stand below them.
NARROWEST_WORDS = 240

#: The side of the sign before the words, in pixels.
SIGN = 18

Act = Callable[[], object]


class NoticeBar(QFrame):
    """Hidden while there is nothing to say; it never takes the focus from the canvas."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "true")
        self.words = plain_label("", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        self._row = row(None, spacing=8)
        said = row(_Sign(), self.words, spacing=12)
        said.setStretch(1, 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setContentsMargins(16, 8, 12, 8)
        self._parts.setSpacing(8)
        self._parts.addLayout(said, 1)
        self._parts.addLayout(self._row)
        self.setLayout(self._parts)
        self.hide()

    def say(self, words: str, answers: Mapping[str, Act]) -> None:
        """Show ``words`` and a button for each answer; what is shown already stays."""
        self.show()
        if self.words.text() == words and list(self.buttons) == list(answers):
            return
        for old in self.buttons.values():
            old.hide()
            old.deleteLater()
        self.buttons = {}
        for text, act in answers.items():
            button = push_button(text)
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons[text] = button
            self._row.addWidget(button)
            button.show()
        self.words.setText(words)
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside the words where these have room, else below them."""
        left = self.width() - self._row.sizeHint().width() - SIGN - 48
        wanted = min(NARROWEST_WORDS, self.words.fontMetrics().horizontalAdvance(self.words.text()))
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if left >= wanted else way.TopToBottom)


class _Sign(QWidget):
    """That something wants to be looked at, in the colours of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(SIGN, SIGN)

    def paintEvent(self, event: QPaintEvent) -> None:
        box, color = QRectF(self.rect()), current_theme().color("warning")
        paint_icon(QPainter(self), "warning", box, color)
