"""Numbers predicted against numbers that are true, and how far they are apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from app.panels.pieces import column, plain_label, row
from app.panels.predictions.answers import Answers
from app.theme import current_theme, is_palette_change
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import significant

#: Points that are drawn; more would only hide one another.
MOST_POINTS = 3_000
BINS = 31


class Scatter(QWidget):
    """Left the points with the line where they should be, right the histogram of what is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points, self.residuals = _plot(tr("Predicted against true")), _plot(tr("Residuals"))
        self._dots = pg.ScatterPlotItem(size=5, pen=None)
        self._line = pg.InfiniteLine((0, 0), angle=45)
        self.points.addItem(self._line, ignoreBounds=True)
        self.points.addItem(self._dots)
        self._bars = pg.BarGraphItem(x=[0], height=[0], width=1)
        self._zero = pg.InfiniteLine(0, angle=90)
        self.residuals.addItem(self._bars)
        self.residuals.addItem(self._zero, ignoreBounds=True)
        self.points.setLabel("bottom", tr("true"))
        self.points.setLabel("left", tr("predicted"))
        self.residuals.setLabel("bottom", tr("predicted - true"))
        self.words = plain_label(look="quiet")
        self.words.setContentsMargins(8, 0, 8, 4)
        body = row(self.points, self.residuals, spacing=16)
        body.setStretch(0, 3)
        body.setStretch(1, 2)
        layout = column(spacing=4)
        layout.addLayout(body, 1)
        layout.addWidget(self.words)
        self.setLayout(layout)
        self.dress()

    def show_answers(self, answers: Answers | None) -> None:
        if answers is None or not answers.has_rows or answers.classes:
            self._dots.setData([], [])
            self._bars.setOpts(x=[0], height=[0], width=1)
            self.words.setText("")
            return
        truth = answers.rows("truth").ravel().astype(np.float64)
        said = answers.rows("predicted").ravel().astype(np.float64)
        step = max(1, -(-len(truth) // MOST_POINTS))
        self._dots.setData(truth[::step], said[::step])
        left = said - truth
        heights, edges = np.histogram(left, BINS)
        self._bars.setOpts(
            x=(edges[:-1] + edges[1:]) / 2, height=heights, width=(edges[1] - edges[0]) * 0.9
        )
        words = tr("{n} numbers; residuals: mean {mean}, deviation {deviation}")
        self.words.setText(
            words.format(
                n=len(truth),
                mean=significant(float(left.mean()), 3),
                deviation=significant(float(left.std()), 3),
            )
        )

    def dress(self) -> None:
        """Take on the colours of the theme."""
        theme, pixel = current_theme(), self.devicePixelRatioF()
        self._dots.setBrush(theme.color("accent", 0.55))
        self._line.setPen(pg.mkPen(theme.color("muted"), width=pixel, style=Qt.PenStyle.DashLine))
        self._zero.setPen(pg.mkPen(theme.color("muted"), width=pixel, style=Qt.PenStyle.DashLine))
        self._bars.setOpts(brush=theme.color("accent", 0.55), pen=pg.mkPen(None))
        for plot in (self.points, self.residuals):
            plot.setBackground(theme.color("panel"))
            for side in ("left", "bottom"):
                axis = plot.getPlotItem().getAxis(side)
                axis.setPen(pg.mkPen(theme.color("line")))
                axis.setTextPen(theme.color("muted"))
                axis.setTickFont(interface_font(SMALL))
                axis.setStyle(tickLength=0, hideOverlappingLabels=True)

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if is_palette_change(event) and hasattr(self, "words"):
            self.dress()

    def sizeHint(self) -> QSize:
        return QSize(480, 240)


def _plot(name: str) -> pg.PlotWidget:
    plot = pg.PlotWidget()
    plot.setAccessibleName(name)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
    plot.setMinimumSize(120, 80)
    return plot
