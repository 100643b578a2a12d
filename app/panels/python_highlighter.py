"""Colours of Python source, from the families' hues, so that layers look as on the canvas."""

from __future__ import annotations

import builtins
import keyword
import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.theme import current_theme
from graph.catalog import CATALOG

_TOKENS = re.compile(
    r"(?P<comment>#.*)"
    r"|(?P<string>[rbf]?(?:\"[^\"\n]*\"|'[^'\n]*'))"
    r"|(?P<number>\b\d[\d_]*\.?\d*(?:e[+-]?\d+)?\b)"
    r"|\bnn\.(?P<layer>\w+)"
    r"|(?<=def )(?P<function>\w+)|(?<=class )(?P<klass>\w+)"
    r"|(?P<word>\b[A-Za-z_]\w*\b)"
)
_QUOTES = re.compile(r'[rbf]?"""')
_WORDS = frozenset(keyword.kwlist) | {"self"}
_BUILTINS = frozenset(dir(builtins))
_OUTSIDE, _INSIDE = 0, 1


class PythonHighlighter(QSyntaxHighlighter):
    """Follows the theme: call ``rehighlight`` when it changes."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}
        self._theme = ""

    def highlightBlock(self, text: str) -> None:
        if self._theme != current_theme().name:
            self._make_formats()
        start = 0
        if self.previousBlockState() == _INSIDE:
            end = text.find('"""')
            start = len(text) if end < 0 else end + 3
            self.setFormat(0, start, self._formats["string"])
            self.setCurrentBlockState(_INSIDE if end < 0 else _OUTSIDE)
            if end < 0:
                return
        opening = _QUOTES.search(text, start)
        stop = opening.start() if opening else len(text)
        self._tokens(text, start, stop)
        if opening is None:
            self.setCurrentBlockState(_OUTSIDE)
            return
        end = text.find('"""', opening.end())
        length = (len(text) if end < 0 else end + 3) - opening.start()
        self.setFormat(opening.start(), length, self._formats["string"])
        self.setCurrentBlockState(_INSIDE if end < 0 else _OUTSIDE)

    def _tokens(self, text: str, start: int, stop: int) -> None:
        for match in _TOKENS.finditer(text, start, stop):
            kind = match.lastgroup or ""
            first, last = match.span(kind)
            if kind == "layer":
                layer = CATALOG.get(match[kind])
                key = f"layer:{layer.family}" if layer else "klass"
                self.setFormat(first, last - first, self._formats.get(key, self._formats["klass"]))
            elif kind == "word":
                word = match[kind]
                if word in _WORDS:
                    self.setFormat(first, last - first, self._formats["keyword"])
                elif word in _BUILTINS:
                    self.setFormat(first, last - first, self._formats["builtin"])
            else:
                self.setFormat(first, last - first, self._formats[kind])

    def _make_formats(self) -> None:
        theme = current_theme()
        self._theme = theme.name
        self._formats = {
            "comment": _format(theme.color("muted")),
            "string": _format(theme.color("success")),
            "number": _format(theme.family_text("linear")),
            "keyword": _format(theme.family_text("attention"), bold=True),
            "builtin": _format(theme.family_text("attention")),
            "function": _format(theme.color("accent")),
            "klass": _format(theme.color("accent"), bold=True),
        }
        for family in CATALOG.families():
            self._formats[f"layer:{family.key}"] = _format(
                theme.family_text(family.color_key), bold=True
            )


def _format(color: QColor, *, bold: bool = False) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(color)
    if bold:
        style.setFontWeight(QFont.Weight.Medium)
    return style
