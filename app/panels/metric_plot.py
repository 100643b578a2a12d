"""One metric over epochs: its curves, its best epoch, and a crosshair that reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from app.panels.pieces import column, plain_label, row
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import significant

pg.setConfigOptions(antialias=True)


@dataclass
class Series:
    """The values of one metric: per epoch for train and validation, per step for the loss."""

    epochs: list[float] = field(default_factory=list)
    train: list[float] = field(default_factory=list)
    validation: list[float] = field(default_factory=list)


class MetricPlot(QWidget):
    """One metric over epochs, with its name, its values under the crosshair, and its curves."""

    pointed = Signal(float)  # epochs; NaN when the pointer has left

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._series = Series()
        self._title = plain_label(name.replace("_", " "), "section")
        self._reading = plain_label(look="quiet")
        self._reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.widget = pg.PlotWidget()
        self.widget.setAccessibleName(tr("Curve of {name}").format(name=name))
        self.widget.setMenuEnabled(False)
        self.widget.hideButtons()
        self.widget.setMouseEnabled(x=False, y=False)
        self.widget.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._item = self.widget.getPlotItem()
        self._steps = self._item.plot(connect="finite")
        self._train = self._item.plot(connect="finite")
        self._validation = self._item.plot(connect="finite")
        self._best = pg.ScatterPlotItem(size=10)
        self._item.addItem(self._best)
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self._item.addItem(self._cross, ignoreBounds=True)
        self._acts: list[pg.InfiniteLine] = []
        self.widget.scene().sigMouseMoved.connect(self._moved)
        head = row(self._title, None, self._reading)
        head.setContentsMargins(8, 0, 8, 0)
        self.setLayout(column(head, self.widget, spacing=4))
        self.dress()

    def dress(self) -> None:
        """Take on the colours of the theme."""
        theme = current_theme()
        hue = theme.color("accent") if self.name == "loss" else theme.family_ink("normalization")
        self.widget.setBackground(theme.color("panel"))
        faint = QColor(hue)
        faint.setAlphaF(0.30)
        pixel = self.devicePixelRatioF()  # pyqtgraph's pens are measured in the screen's pixels
        self._steps.setPen(pg.mkPen(faint, width=pixel))
        self._train.setPen(pg.mkPen(hue, width=1.6 * pixel, style=Qt.PenStyle.DashLine))
        self._validation.setPen(pg.mkPen(hue, width=2 * pixel))
        for curve in (self._train, self._validation):
            curve.setSymbolBrush(hue)
            curve.setSymbolPen(None)
        self._best.setBrush(theme.color("panel"))
        self._best.setPen(pg.mkPen(hue, width=2 * pixel))
        self._cross.setPen(pg.mkPen(theme.color("muted", 0.6), width=pixel))
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setPen(pg.mkPen(theme.color("line")))
            axis.setTextPen(theme.color("muted"))
            axis.setTickFont(interface_font(SMALL))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
        self._item.showGrid(y=True, alpha=0.18 if theme.is_dark else 0.22)
        self._item.getAxis("left").setWidth(44)

    def show_series(
        self,
        series: Series,
        steps: tuple[Sequence[float], Sequence[float]],
        best: float | None,
        acts: Sequence[tuple[float, str]],
    ) -> None:
        self._series = series
        self._steps.setData(*steps)
        symbol = "o" if len(series.epochs) == 1 else None
        self._train.setData(series.epochs, series.train, symbol=symbol, symbolSize=5)
        self._validation.setData(series.epochs, series.validation, symbol=symbol, symbolSize=5)
        self._mark_best(best)
        self._limit(steps)
        self._show_acts(acts)
        if not self._cross.isVisible():
            self._read_last()

    def read_at(self, x: float) -> None:
        """Stand the crosshair at ``x`` epochs and say the values there; NaN takes it away."""
        self._cross.setVisible(x == x)
        if x != x or not self._series.epochs:
            self._read_last()
            return
        self._cross.setPos(x)
        index = min(bisect_left(self._series.epochs, x - 0.5), len(self._series.epochs) - 1)
        self._say(index)

    def _mark_best(self, best: float | None) -> None:
        values = self._series.validation if _any(self._series.validation) else self._series.train
        if best is None or best not in self._series.epochs:
            self._best.setData([], [])
            return
        value = values[self._series.epochs.index(best)]
        self._best.setData([best], [value] if value == value else [])

    def _limit(self, steps: tuple[Sequence[float], Sequence[float]]) -> None:
        """Axes begin where the data is; a few wild first steps do not flatten the rest."""
        series = self._series
        values = sorted(v for v in (*series.train, *series.validation) if v == v)
        if len(steps[1]):
            ordered = sorted(steps[1])
            values += [ordered[0], ordered[int(0.98 * (len(ordered) - 1))]]
        ends = [*(steps[0][-1:]), *series.epochs[-1:]]
        if not values or not ends:
            return
        low, high = min(values), max(values)
        pad = (high - low) * 0.06 or abs(high) * 0.06 or 1e-6
        first = 0.0 if len(steps[0]) else series.epochs[0]
        self._item.setXRange(first, max(ends) if max(ends) > first else first + 1, padding=0.02)
        self._item.setYRange(low - pad, high + pad, padding=0)

    def _show_acts(self, acts: Sequence[tuple[float, str]]) -> None:
        theme = current_theme()
        for position, words in acts[len(self._acts) :]:
            line_of_words = len(self._acts) % 4  # what was done in one breath is read in lines
            line = pg.InfiniteLine(
                position,
                angle=90,
                pen=pg.mkPen(theme.color("muted", 0.7), style=Qt.PenStyle.DotLine),
                label=words,
                labelOpts={
                    "position": 0.94 - 0.12 * line_of_words,
                    "color": theme.color("muted"),
                    "anchors": [(0, 0.5), (1, 0.5)],  # beside the line, where there is room
                },
            )
            line.label.setFont(interface_font(SMALL))
            self._acts.append(line)
            self._item.addItem(line, ignoreBounds=True)

    def _read_last(self) -> None:
        if self._series.epochs:
            self._say(len(self._series.epochs) - 1)
        else:
            self._reading.setText("")

    def _say(self, index: int) -> None:
        parts = [tr("epoch {epoch}").format(epoch=significant(self._series.epochs[index]))]
        for word, values in (
            (tr("train"), self._series.train),
            (tr("valid"), self._series.validation),
        ):
            if values[index] == values[index]:
                parts.append(f"{word} {significant(values[index])}")
        self._reading.setText("   ".join(parts))

    def _moved(self, at: QPointF) -> None:
        view = self._item.getViewBox()
        if self._item.sceneBoundingRect().contains(at):
            self.pointed.emit(view.mapSceneToView(at).x())
        else:
            self.pointed.emit(float("nan"))

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(float("nan"))
        super().leaveEvent(event)  # type: ignore[arg-type]


def _any(values: Sequence[float]) -> bool:
    return any(value == value for value in values)
