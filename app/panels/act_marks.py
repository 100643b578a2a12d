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

    def show(self, acts: Sequence[Act], *, several: bool) -> None:
        """Draw ``acts``, placed as the view counts; of several runs in the colour of each."""
        hues = [_hue(act, several) for act in acts]
        wanted = [(act.at, act.words, hue.rgba()) for act, hue in zip(acts, hues, strict=True)]
        shown = [(m.value(), m.label.format, m.label.color.rgba()) for m in self.lines]
        if shown == wanted:
            return
        self.clear()
        for act, hue in zip(acts, hues, strict=True):
            mark = _line(act, hue, len(self.lines) % 4)
            self.lines.append(mark)
            self._item.addItem(mark, ignoreBounds=True)

    def clear(self) -> None:
        for mark in self.lines:
            self._item.removeItem(mark)
        self.lines = []


def _line(act: Act, hue: QColor, line_of_words: int) -> pg.InfiniteLine:
    """``line_of_words``: what was done in one breath is read in lines."""
    faint, words = QColor(hue), act.words
    faint.setAlphaF(0.7)
    mark = pg.InfiniteLine(
        act.at,
        angle=90,
        pen=pg.mkPen(faint, style=Qt.PenStyle.DotLine),
        label=words.replace("{", "{{").replace("}", "}}") if "{" in words else words,
        labelOpts={
            "position": 0.94 - 0.12 * line_of_words,
            "color": hue,
            "anchors": [(0, 0.5), (1, 0.5)],  # beside the line, where there is room
        },
    )
    mark.label.setFont(interface_font(SMALL))
    return mark


def _hue(act: Act, several: bool) -> QColor:
    """Of one run alone what was done is quiet, and what is wrong is not."""
    if several:
        return hue_of_run(act.run)
    return current_theme().color("warning" if act.is_fault else "muted")
