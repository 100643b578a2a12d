"""A field for a note, which is said to be written once the typing pauses."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from app.translating import tr


class NoteField(QPlainTextEdit):
    """Shows a note; it sets none, but says by ``written`` that another was typed."""

    written = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("boxed", "true")
        self.setPlaceholderText(words)
        self.setAccessibleName(tr("Note"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(72)
        self._pause = QTimer(self, singleShot=True, interval=400)
        self._pause.timeout.connect(self._say)
        self.textChanged.connect(self._pause.start)

    def finish(self) -> None:
        """Say at once what was typed and not yet said."""
        if self._pause.isActive():
            self._say()

    def show_note(self, note: str, *, other: bool) -> None:
        """Show a note; while it is typed in, only that of an ``other`` thing."""
        if note != self.toPlainText() and (other or not self.hasFocus()):
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)

    def _say(self) -> None:
        self._pause.stop()
        self.written.emit(self.toPlainText().strip())
