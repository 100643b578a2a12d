"""A field that shows the keys of a command: Enter and keys change them, Delete takes them away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from app.translating import tr

_MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
}

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class KeyField(QPushButton):
    """Listens after a click; Escape stops it. It decides nothing: it says what was pressed."""

    pressed_keys = Signal(QKeySequence)
    removal_wanted = Signal()
    listening = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words, self._listens = "", False
        self.setAccessibleName(tr("Shortcut of {command}").format(command=name))
        self.setProperty("keys", "true")
        self.clicked.connect(self.listen)

    @property
    def is_listening(self) -> bool:
        return self._listens

    def show_keys(self, words: str) -> None:
        self._words = words
        self._show()

    def listen(self, *_: object) -> None:
        self._set(True)

    def event(self, event: QEvent) -> bool:
        """While it listens no key is a shortcut, and Tab is a key like others."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._listens or event.key() in _REMOVING:
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._listens:
                self._take(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.listen()
                return True
            if event.key() in _REMOVING:
                self.removal_wanted.emit()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set(False)
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return  # more is to come
        self._set(False)
        if key != Qt.Key.Key_Escape:
            self.pressed_keys.emit(QKeySequence(_combination(event)))

    def _set(self, listens: bool) -> None:
        if listens != self._listens:
            self._listens = listens
            self._show()
            self.listening.emit(listens)

    def _show(self) -> None:
        self.setText(tr("Press keys") if self._listens else self._words or "-")


def _combination(event: QKeyEvent) -> QKeyCombination:
    """What was pressed; for a sign such as ``?`` without the Shift that it takes to type it."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    is_sign = len(text) == 1 and text.isprintable() and not text.isalnum() and text != " "
    if is_sign and held == Qt.KeyboardModifier.ShiftModifier:
        held = Qt.KeyboardModifier.NoModifier
    key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else Qt.Key(event.key())
    return QKeyCombination(held, key)
