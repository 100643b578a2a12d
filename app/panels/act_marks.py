"""What was done to runs, and found wrong in them, as thin labelled lines over a plot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from app.panels.run_legend import hue_of_run
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font

#: The height of a row of words, the gap around them and how near is near, in pixels.
_ROW, _GAP, _NEAR = 14.0, 3.0, 4.0


@dataclass(frozen=True)
class Act:
    """What was done to a run, or found wrong in it: ``at`` counts as the axis does."""

    at: float
    words: str
    run: int = 0
    is_fault: bool = False


class ActMarks(QGraphicsObject):
    """The lines of one plot, drawn in the pixels of its view, and none of them through words.

    Words without room are read where the crosshair stands, and in the log.
    """

    def __init__(self, item: pg.PlotItem) -> None:
        self._box = item.getViewBox()
        super().__init__(self._box)
        self.setZValue(10)  # over the curves, whose group is another child of the view
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._whole = QRectF()
        self.acts: tuple[Act, ...] = ()
        self._is_of_several = self.is_below = False
        self._box.sigXRangeChanged.connect(self._move)
        self._box.sigResized.connect(self._move)

    def show_acts(self, acts: Sequence[Act], *, several: bool) -> None:
        """Draw ``acts``, placed as the view counts; of several runs in the colour of each."""
        if (tuple(acts), several) != (self.acts, self._is_of_several):
            self.acts, self._is_of_several = tuple(acts), several
            self.update()

    def near(self, at: float) -> list[Act]:
        """Those whose line stands at a place of the view, or next to it."""
        return [act for act in self.acts if abs(self._pixel(act.at) - self._pixel(at)) <= _NEAR]

    def hue(self, act: Act) -> QColor:
        """Of one run alone what was done is quiet, and what is wrong is not."""
        if self._is_of_several:
            return hue_of_run(act.run)
        return current_theme().color("warning" if act.is_fault else "muted")

    def placed(self) -> list[tuple[Act, QRectF]]:
        """The words that are seen, each in the first row where they are free of others.

        Rows are counted from the top, or ``is_below`` from the bottom: where the curves are not.
        """
        width, height = self._box.width(), self._box.height()
        metrics = QFontMetricsF(interface_font(SMALL))
        rows: list[list[tuple[float, float]]] = [[] for _ in range(int(height // _ROW))]
        found = []
        for act in sorted(self.acts, key=lambda act: act.at):
            at, wide = self._pixel(act.at), metrics.horizontalAdvance(act.words) + 2 * _GAP
            if not 0 <= at <= width or wide > width:
                continue
            is_before = at + wide > width  # no room behind the line
            start = max(at - wide, 0.0) if is_before else at
            row = next((i for i, taken in enumerate(rows) if _is_free(start, wide, taken)), None)
            if row is not None:
                rows[row].append((start, start + wide))
                top = height - (row + 1) * _ROW if self.is_below else row * _ROW
                found.append((act, QRectF(start, top, wide, _ROW)))
        return found

    def boundingRect(self) -> QRectF:
        return self._whole  # kept: the view may be half gone when it is asked for the last time

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme, height = current_theme(), self._box.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        placed = self.placed()
        for act in self.acts:
            faint = QColor(self.hue(act))
            faint.setAlphaF(0.7)
            painter.setPen(pg.mkPen(faint, style=Qt.PenStyle.DotLine))
            at = self._pixel(act.at)
            for top, bottom in beside([words for _, words in placed], at, height):
                painter.drawLine(QPointF(at, top), QPointF(at, bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(interface_font(SMALL))
        for act, words in placed:
            painter.fillRect(words.adjusted(1, 0, -1, 0), theme.color("panel", 0.6))
            painter.setPen(self.hue(act))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, act.words)

    def _pixel(self, at: float) -> float:
        first, last = self._box.viewRange()[0]
        width = float(self._box.width())
        return (at - first) / (last - first) * width if last > first else -1.0

    def _move(self, *_: object) -> None:
        self.prepareGeometryChange()
        self._whole = QRectF(0, 0, self._box.width(), self._box.height())
        self.update()


def beside(words: Sequence[QRectF], at: float, height: float) -> Iterator[tuple[float, float]]:
    """The pieces of the line at ``at`` that no words stand on, from the top."""
    top = 0.0
    for taken in sorted((box for box in words if box.left() < at < box.right()), key=QRectF.top):
        if taken.top() > top:
            yield top, taken.top()
        top = taken.bottom()
    if height > top:
        yield top, height


def _is_free(start: float, wide: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all(start >= end or start + wide <= begin for begin, end in taken)
