"""What differs between two states of a project: a line of words, and both texts line by line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.panels.pieces import column, plain_label
from app.theme import current_theme
from app.theme_fonts import monospace_font
from app.translating import joined, later, tr
from graph.differing import Difference, compare
from graph.document import Document
from graph.errors import ProjectError
from graph.project_file import dumps

#: More lines than these nobody reads.
MOST_LINES = 5_000

#: Of longer lines, such as a chain of a thousand wires, the words are not compared.
LONGEST_LINE = 400

#: Names that are said of each kind, before the rest is counted.
MOST_NAMES = 4

_KINDS = (
    ("added", later("Added: {names}")),
    ("removed", later("Removed: {names}")),
    ("changed", later("Changed: {names}")),
    ("rewired", later("Rewired: {names}")),
)
_PARTS = {
    "name": later("the name"),
    "blocks": later("blocks"),
    "training": later("training"),
    "style": later("the style of the source"),
    "initialize": later("how weights start"),
    "extras": later("unknown parts"),
    "frames": later("frames"),
    "notes": later("notes"),
}


class DifferenceView(QWidget):
    """Shows, and decides nothing. What is only in the new text is green, in the old one red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("boxed", "true")
        self.text.setFont(monospace_font(12))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("What differs, line by line"))
        self.setLayout(column(self.words, self.text))

    def show_documents(self, before: Document, after: Document) -> None:
        self.words.setText(in_words(compare(before, after)))
        self._show_lines(_text(before), _text(after))

    def show_texts(self, before: str, after: str, words: str) -> None:
        """For what can be read as text only."""
        self.words.setText(words)
        self._show_lines(before, after)

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.text.clear()

    def _show_lines(self, before: str, after: str) -> None:
        lines = list(difference_lines(before, after))
        self.text.setPlainText("\n".join(lines[:MOST_LINES]))
        document, theme, marks = self.text.document(), current_theme(), []
        hues = {"+": ("green", "success"), "-": ("red", "error")}
        for number, line in enumerate(lines[:MOST_LINES]):
            if (hue := hues.get(line[:1])) is not None:
                cursor = QTextCursor(document.findBlockByNumber(number))
                marks.append(_mark(cursor, theme.tint(hue[0]), whole_line=True))
        for number, start, end in changed_words(lines[:MOST_LINES]):
            cursor = QTextCursor(document.findBlockByNumber(number))
            at = cursor.position()
            cursor.setPosition(at + start)
            cursor.setPosition(at + end, QTextCursor.MoveMode.KeepAnchor)
            tint, full = hues[lines[number][0]]
            marks.append(_mark(cursor, _between(theme.tint(tint), theme.color(full))))
        self.text.setExtraSelections(marks)


def in_words(difference: Difference) -> str:
    """``Added: conv2, relu2  ·  Changed: fc, training  ·  3 layers moved``."""
    parts = [tr(_PARTS[part]) for part in difference.parts]
    said = []
    for key, words in _KINDS:
        names = [*getattr(difference, key), *(parts if key == "changed" else [])]
        if names:
            said.append(tr(words).format(names=_some(names)))
    if difference.moved:
        count = len(difference.moved)
        said.append(tr("{n} layers moved", one="{n} layer moved", n=count))
    return joined("  ·  ", said) if said else tr("Nothing differs.")


def difference_lines(before: str, after: str) -> Iterator[str]:
    """Lines that are in one text only, marked ``+`` or ``-``, with three around each."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="")
    for index, line in enumerate(found):
        if index < 2:
            continue  # names of files
        if not line.startswith("@@"):
            yield f"{line[:1]} {line[1:]}"
        elif index > 2:
            yield "\N{HORIZONTAL ELLIPSIS}"


def changed_words(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where lines that took the place of as many others differ: line, start and end."""
    removed: list[int] = []
    added: list[int] = []
    for number, line in enumerate([*lines, " "]):
        if line.startswith("-") and not added:
            removed.append(number)
        elif line.startswith("+") and removed:
            added.append(number)
        else:
            if len(removed) == len(added):
                for old, new in zip(removed, added, strict=True):
                    yield from _changed_words(lines, old, new)
            removed, added = ([number], []) if line.startswith("-") else ([], [])


def _changed_words(lines: Sequence[str], old: int, new: int) -> Iterator[tuple[int, int, int]]:
    if max(len(lines[old]), len(lines[new])) > LONGEST_LINE:
        return
    before, after = ([*re.finditer(r"\w+|\W", lines[i][2:])] for i in (old, new))
    texts = ([word[0] for word in words] for words in (before, after))
    found = difflib.SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    for kind, a, b, c, d in found:
        if kind == "equal":
            continue
        for number, words, first, last in ((old, before, a, b), (new, after, c, d)):
            if last > first:
                yield number, words[first].start() + 2, words[last - 1].end() + 2


def _some(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMES:
        return joined(", ", names)
    words = tr("{names} and {n} more", n=len(names) - MOST_NAMES)
    return words.format(names=joined(", ", names[:MOST_NAMES]))


def _text(document: Document) -> str:
    try:
        return dumps(document)
    except ProjectError:
        return ""


def _between(tint: QColor, full: QColor) -> QColor:
    """Nearer to the tint, so that words stay legible on it."""
    pairs = zip(tint.getRgbF()[:3], full.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a + (b - a) * 0.3 for a, b in pairs))


def _mark(
    cursor: QTextCursor, color: QColor, *, whole_line: bool = False
) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    look = QTextCharFormat()
    look.setBackground(color)
    look.setProperty(QTextCharFormat.Property.FullWidthSelection, whole_line)
    mark.format, mark.cursor = look, cursor  # type: ignore[attr-defined]
    return mark
