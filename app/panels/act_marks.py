"""What was done to runs, and found wrong in them, as thin labelled lines over a plot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.panels.run_legend import hue_of_run
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font

#: The height of a row of words, in pixels.
_ROW = 14.0


@dataclass(frozen=True)
class Act:
    """What was done to a run, or found wrong in it: ``at`` counts as the axis does."""

    at: float
    words: str
    run: int = 0
    is_fault: bool = False


class ActMarks:
    """The lines of one plot; those that are there already are left alone."""

    def __init__(self, item: pg.PlotItem) -> None:
        self._item = item
        self.lines: list[pg.InfiniteLine] = []
        box = item.getViewBox()
        box.sigXRangeChanged.connect(self._place_words)
        box.sigResized.connect(self._place_words)

    def show(self, acts: Sequence[Act], *, several: bool) -> None:
        """Draw ``acts``, placed as the view counts; of several runs in the colour of each."""
        hues = [_hue(act, several) for act in acts]
        wanted = [(act.at, act.words, hue.rgba()) for act, hue in zip(acts, hues, strict=True)]
        shown = [(m.value(), m.label.format, m.label.color.rgba()) for m in self.lines]
        if shown == wanted:
            return
        self.clear()
        for act, hue in zip(acts, hues, strict=True):
            mark = _line(act, hue)
            self.lines.append(mark)
            self._item.addItem(mark, ignoreBounds=True)
        self._place_words()

    def clear(self) -> None:
        for mark in self.lines:
            self._item.removeItem(mark)
        self.lines = []

    def _place_words(self, *_: object) -> None:
        """In the first row where words are free of others; those without room are in the log."""
        box = self._item.getViewBox()
        (first, last), width, height = box.viewRange()[0], box.width(), box.height()
        if not self.lines or last <= first or height < _ROW:
            return
        rows: list[list[tuple[float, float]]] = [[] for _ in range(int(height // _ROW))]
        for mark in sorted(self.lines, key=lambda mark: float(mark.value())):
            at, wide = (mark.value() - first) / (last - first) * width, _width(mark)
            is_before = at + wide > width  # no room behind the line
            words = (at - wide, at) if is_before else (at, at + wide)
            row = next((i for i, taken in enumerate(rows) if _is_free(words, taken)), None)
            mark.label.setVisible(row is not None)
            if row is not None:
                rows[row].append(words)
                mark.label.anchors = [(int(is_before), 0.5)] * 2
                mark.label.setPosition(1 - (row + 0.5) * _ROW / height)


def _width(mark: pg.InfiniteLine) -> float:
    """Of the words of a mark, in pixels, with a gap behind them."""
    return float(mark.label.boundingRect().width()) + 4


def _is_free(words: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    return all(words[0] >= end or start >= words[1] for start, end in taken)


def _line(act: Act, hue: QColor) -> pg.InfiniteLine:
    faint, words = QColor(hue), act.words
    faint.setAlphaF(0.7)
    mark = pg.InfiniteLine(
        act.at,
        angle=90,
        pen=pg.mkPen(faint, style=Qt.PenStyle.DotLine),
        label=words.replace("{", "{{").replace("}", "}}") if "{" in words else words,
        labelOpts={"color": hue},
    )
    mark.label.setFont(interface_font(SMALL))
    return mark


def _hue(act: Act, several: bool) -> QColor:
    """Of one run alone what was done is quiet, and what is wrong is not."""
    if several:
        return hue_of_run(act.run)
    return current_theme().color("warning" if act.is_fault else "muted")
