"""All shortcuts in one list, each of which can be changed; a clash is named, with a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget

from app.commands import COMMANDS, MENUS, Command, plain
from app.fuzzy import match
from app.key_field import KeyField
from app.keymap import Keymap, why_not
from app.on_screen import resize_on_screen
from app.panels.pieces import column, plain_label, push_button, row, search_field, tool_button
from app.translating import later, tr

#: What hands do on the canvas, which is as it is.
ON_THE_CANVAS = (
    (later("Move the selection, with Shift farther"), later("Arrow keys")),
    (later("Search for a layer to add"), later("Tab or Space")),
    (later("Move the canvas"), later("Space and drag")),
    (later("Take a layer off its wires"), later("Alt and drag")),
    (later("Move freely, off the grid"), later("Drag, then Ctrl")),
    (later("Cut wires"), later("Ctrl and drag with the right button")),
    (later("Zoom"), later("Wheel")),
    (later("Open what is selected"), later("Enter")),
    (later("Let go; out of a block"), later("Esc")),
)
_KEYS_WIDTH, _RESET_WIDTH = 176, 28


@dataclass(frozen=True)
class _Row:
    """A line of the list; ``command`` is "" where the keys cannot be changed."""

    name: str
    label: QLabel
    keys: KeyField | QLabel
    heading: QLabel
    command: str = ""


class ShortcutsDialog(QDialog):
    """Click on keys, press others. What is changed holds at once and is remembered."""

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self.keymap = keymap
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.fields: dict[str, KeyField] = {}
        self._names = _names()
        self._rows: list[_Row] = []
        self._resets: dict[str, QWidget] = {}
        self.removes: dict[str, QWidget] = {}
        self.search = search_field(tr("Find a command or its keys"))
        self.search.textChanged.connect(self._filter)
        self.words = plain_label("", "soft", wrap=True)
        self.take = push_button(tr("Use It Here"), "primary")
        self.leave = push_button(tr("Leave It"))
        self._strip = QWidget()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.addWidget(self.words, 1)
        strip.addWidget(self.leave)
        strip.addWidget(self.take)
        self._strip.setMinimumHeight(36)
        self.reset_all = push_button(tr("Reset All"), icon_name="reset")
        self.reset_all.clicked.connect(lambda: self._do(keymap.reset_all))
        close = push_button(tr("Close"))
        close.clicked.connect(self.accept)
        for button in (self.take, self.leave, self.reset_all, close):
            button.setAutoDefault(False)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._table())
        foot = row(self.reset_all, None, close)
        self.setLayout(column(self.search, area, self._strip, foot, margin=16))
        keymap.changed.connect(self._show_keys)
        self.leave.clicked.connect(self._settle)
        self._clash: tuple[str, QKeySequence] | None = None
        self.take.clicked.connect(self._take_over)
        self._show_keys()
        self._settle()
        resize_on_screen(self, 560, 680)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for title, commands in _sections():
            heading = self._heading(grid, title)
            for command in commands:
                self._add_command(grid, command, heading)
        heading = self._heading(grid, tr("On the canvas"))
        for words, keys in ON_THE_CANVAS:
            label = plain_label(tr(keys), "soft", wrap=True)
            label.setFixedWidth(_KEYS_WIDTH)
            self._add_row(grid, _Row(tr(words), plain_label(tr(words)), label, heading))
        grid.setRowStretch(grid.rowCount(), 1)
        return table

    def _heading(self, grid: QGridLayout, title: str) -> QLabel:
        heading = plain_label(title, "section")
        heading.setMinimumHeight(32)
        heading.setAlignment(Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 4)
        return heading

    def _add_command(self, grid: QGridLayout, command: Command, heading: QLabel) -> None:
        key, name = command.key, self._names[command.key]
        field = self.fields[key] = KeyField(name)
        field.setAutoDefault(False)
        field.setFixedWidth(_KEYS_WIDTH)
        field.pressed_keys.connect(lambda keys: self._want(key, keys))
        field.removal_wanted.connect(lambda: self._do(lambda: self.keymap.give(key, [])))
        field.listening.connect(lambda listens: self._say_listening(name, listens))
        reset = tool_button(
            "reset",
            tr("Reset the shortcut of {command}").format(command=name),
            lambda: self._do(lambda: self.keymap.reset(key)),
        )
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        reset.setFixedWidth(_RESET_WIDTH)
        remove = tool_button(
            "close",
            tr("Leave {name} without a shortcut").format(name=name),
            field.removal_wanted.emit,
        )
        remove.setSizePolicy(policy)
        remove.setFixedWidth(_RESET_WIDTH)
        self.removes[key] = remove
        grid.addWidget(remove, grid.rowCount(), 3)
        self._resets[key] = reset
        grid.addWidget(reset, grid.rowCount() - 1, 2)
        self._add_row(grid, _Row(name, plain_label(name), field, heading, key))

    def _add_row(self, grid: QGridLayout, line: _Row) -> None:
        place = grid.rowCount() - bool(line.command)  # where its reset stands already
        grid.addWidget(line.label, place, 0)
        grid.addWidget(line.keys, place, 1)
        self._rows.append(line)

    # what is pressed

    def _want(self, command: str, keys: QKeySequence) -> None:
        refusal, holder = why_not(keys), self.keymap.holder(keys)
        if refusal:
            self._settle(refusal)
        elif holder is not None and holder != command:
            self._ask(command, keys, holder)
        else:
            self._do(lambda: self.keymap.give(command, [keys]))

    def _ask(self, command: str, keys: QKeySequence, holder: str) -> None:
        self._clash = command, keys
        written = keys.toString(QKeySequence.SequenceFormat.NativeText)
        words = tr("{keys} is the shortcut of {command}.").format(
            keys=written, command=self._names[holder]
        )
        self.words.setText(words)
        self.take.setVisible(True)
        self.leave.setVisible(True)
        self.take.setAccessibleDescription(words)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_over(self) -> None:
        if self._clash is not None:
            command, keys = self._clash
            self._do(lambda: self.keymap.give(command, [keys]))
            self.fields[command].setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, act: Callable[[], object]) -> None:
        self._settle()
        act()

    def _settle(self, words: object = "") -> None:
        """Nothing is asked any more."""
        self._clash = None
        said = words if isinstance(words, str) else ""
        self.words.setText(said or tr("Click on keys, then press others. Delete leaves none."))
        self.take.hide()
        self.leave.hide()

    def _say_listening(self, name: str, listens: bool) -> None:
        if listens:
            self._settle(tr("Press the keys for {command}, or Esc.").format(command=name))
        elif self._clash is None:
            self._settle()

    # what is shown

    def _show_keys(self) -> None:
        for key, field in self.fields.items():
            field.show_keys(self.keymap.words(key))
            self._resets[key].setVisible(self.keymap.is_changed(key))
            self.removes[key].setVisible(bool(self.keymap.keys(key)))
        self.reset_all.setEnabled(any(self.keymap.is_changed(key) for key in self.fields))

    def _filter(self, text: str) -> None:
        shown = set[QLabel]()
        for line in self._rows:
            written = line.keys.text().lower()
            fits = match(text, line.name) is not None or text.strip().lower() in written
            line.label.setVisible(fits)
            line.keys.setVisible(fits)
            if line.command:
                changed = self.keymap.is_changed(line.command)
                self._resets[line.command].setVisible(fits and changed)
                has_keys = bool(self.keymap.keys(line.command))
                self.removes[line.command].setVisible(fits and has_keys)
            if fits:
                shown.add(line.heading)
        for line in self._rows:
            line.heading.setVisible(line.heading in shown)


def _sections() -> list[tuple[str, list[Command]]]:
    """Every command under the menu that it stands in."""
    by_key = {command.key: command for command in COMMANDS}
    sections = []
    for title, entries in MENUS:
        keys = [k for entry in entries for k in (entry[1] if isinstance(entry, tuple) else [entry])]
        sections.append((plain(tr(title)), [by_key.pop(key) for key in keys if key in by_key]))
    if by_key:
        sections.append((tr("More"), list(by_key.values())))
    return sections


def _names() -> dict[str, str]:
    """What each command is called where no menu is seen around it: "Theme: Light"."""
    names = {command.key: plain(tr(command.text)) for command in COMMANDS}
    for _, entries in MENUS:
        for title, keys in (entry for entry in entries if isinstance(entry, tuple)):
            menu, words = plain(tr(title)), tr("{name}: {value}")
            names |= {k: words.format(name=menu, value=names[k]) for k in keys if k in names}
    return names
