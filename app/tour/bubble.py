"""The bubble of the tour: what to do now, and buttons to go on otherwise."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.floating import Floating
from app.panels.pieces import plain_label, push_button, row, tool_button
from app.translating import tr

WIDTH = 372


class TourBubble(Floating):
    """Points at what a step is about; it takes no focus, and blocks nothing."""

    back_wanted = Signal()
    deed_wanted = Signal()
    next_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, WIDTH)
        self.setAccessibleName(tr("Tour"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count = plain_label(look="quiet")
        self._title = plain_label(look="title")
        self._title.setProperty("section", "true")
        self._words = plain_label(wrap=True)
        self.close_button = tool_button("close", tr("Close the tour"), self.close_wanted.emit)
        self.back = push_button(tr("Back"))
        self.deed = push_button(tr("Do It for Me"), "fix")
        self.next = push_button(tr("Next"), "primary")
        self.back.clicked.connect(self.back_wanted)
        self.deed.clicked.connect(self.deed_wanted)
        self.next.clicked.connect(self.next_wanted)
        head, foot = QWidget(), QWidget()
        head.setLayout(row(self._title, None, self._count, self.close_button))
        foot.setLayout(row(self.back, None, self.deed, self.next))
        for part in (head, self._words, foot):
            self.add(part)

    @property
    def words(self) -> str:
        return str(self._words.text())

    def say(self, title: str, words: str, place: str) -> None:
        """What to do now; said to those who cannot see it, too."""
        self._title.setText(title)
        self._words.setText(words)
        self._count.setText(place)
        self.setAccessibleDescription(f"{place} {title}. {words}")
        if QAccessible.isActive():
            said = f"{title}. {words}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def offer(self, *, back: bool, deed: bool, on: str = "") -> None:
        """Which buttons there are; ``on`` are the words of the one that goes on."""
        self.back.setVisible(back)
        self.deed.setVisible(deed)
        self.next.setVisible(bool(on))
        if on:
            self.next.setText(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
