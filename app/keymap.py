"""Which keys do what: the commands' own, or what the user chose, which is remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.commands import COMMANDS, Command, plain
from app.settings import Settings
from app.translating import later, tr

Text = QKeySequence.SequenceFormat

#: What the canvas itself and Qt's fields hear; no command can have these.
FIXED = {
    "Left": later("moves the selection"),
    "Right": later("moves the selection"),
    "Up": later("moves the selection"),
    "Down": later("moves the selection"),
    "Shift+Left": later("moves the selection far"),
    "Shift+Right": later("moves the selection far"),
    "Shift+Up": later("moves the selection far"),
    "Shift+Down": later("moves the selection far"),
    "Space": later("searches for a layer; held, it lets the mouse move the canvas"),
    "Return": later("opens what is selected"),
    "Enter": later("opens what is selected"),
    "Esc": later("lets go"),
    "Tab": later("searches for a layer; elsewhere it goes to the next field"),
    "Shift+Tab": later("goes to the field before"),
}


class Keymap(QObject):
    """The keys of every command. A change goes to the settings and to the actions at once."""

    changed = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self._keys: dict[str, list[QKeySequence]] = {}
        self._apply()

    def keys(self, command: str) -> list[QKeySequence]:
        return self._keys[command]

    def words(self, command: str) -> str:
        """The keys of a command, as the system writes them."""
        return ", ".join(keys.toString(Text.NativeText) for keys in self._keys[command])

    def is_changed(self, command: str) -> bool:
        return command in self._chosen()

    def holder(self, keys: QKeySequence) -> str | None:
        """The command that has these keys."""
        return next((name for name, held in self._keys.items() if keys in held), None)

    def give(self, command: str, keys: Sequence[QKeySequence]) -> None:
        """Let these, and only these, be the keys of a command; who had them loses them."""
        chosen = self._chosen()
        for other, held in self._keys.items():
            if other != command and any(k in keys for k in held):
                self._choose(chosen, other, [k for k in held if k not in keys])
        self._choose(chosen, command, list(keys))
        self._settings.shortcuts = chosen
        self._apply()

    def reset(self, command: str) -> None:
        """Give a command its own keys back; who had them meanwhile loses them."""
        self.give(command, own_keys(_COMMANDS[command]))

    def reset_all(self) -> None:
        self._settings.shortcuts = {}
        self._apply()

    def _choose(self, chosen: dict[str, list[str]], command: str, keys: list[QKeySequence]) -> None:
        if keys == own_keys(_COMMANDS[command]):
            chosen.pop(command, None)
        else:
            chosen[command] = [key.toString(Text.PortableText) for key in keys]

    def _chosen(self) -> dict[str, list[str]]:
        """What the settings say of commands that there are, as far as it can be keys."""
        return {
            name: [keys for keys in said if _are_keys(QKeySequence(keys))]
            for name, said in self._settings.shortcuts.items()
            if name in _COMMANDS
        }

    def _apply(self) -> None:
        """What was chosen goes before what commands have of their own; no keys do two things."""
        chosen = self._chosen()
        taken: list[QKeySequence] = []
        for command in sorted(COMMANDS, key=lambda command: command.key not in chosen):
            wanted = own_keys(command)
            if command.key in chosen:
                wanted = [QKeySequence(keys) for keys in chosen[command.key]]
            free = [keys for keys in wanted if keys not in taken]
            taken += free
            self._keys[command.key] = free
        for command in COMMANDS:
            keys = self._keys[command.key]
            all_keys = [*keys, *(k for key in keys for k in _with_shift(key))]
            self._actions[command.key].setShortcuts(all_keys)
        self.show_tips()
        self.changed.emit()

    def show_tips(self) -> None:
        """Say at each action what it does, and by which keys."""
        for command in COMMANDS:
            action = self._actions[command.key]
            shortcut = action.shortcut().toString(Text.NativeText)
            words = tr(command.tip) if command.tip else plain(tr(command.text))
            action.setToolTip(f"{words} ({shortcut})" if shortcut else words)


def own_keys(command: Command) -> list[QKeySequence]:
    """The keys that a command has unless the user chose others, each once."""
    found: list[QKeySequence] = []
    for keys in command.keys:
        sequence = QKeySequence(keys)
        if sequence not in found:
            found.append(sequence)
    return found


def why_not(keys: QKeySequence) -> str:
    """Why no command can have these keys, in plain words; "" where it can."""
    text = keys.toString(Text.PortableText)
    return (
        tr("{keys} {does}; choose others.").format(
            keys=keys.toString(Text.NativeText), does=tr(FIXED[text])
        )
        if text in FIXED
        else ""
    )


def _with_shift(keys: QKeySequence) -> list[QKeySequence]:
    """A sign such as ``?`` is typed with Shift or without, depending on the keyboard."""
    text = keys.toString(Text.PortableText)
    is_sign = len(text) == 1 and not text.isalnum()
    return [QKeySequence(f"Shift+{text}")] if is_sign else []


def _are_keys(keys: QKeySequence) -> bool:
    return (
        keys.count() == 1
        and keys[0].key() not in (Qt.Key.Key_unknown, Qt.Key(0))
        and not why_not(keys)
    )


_COMMANDS = {command.key: command for command in COMMANDS}
