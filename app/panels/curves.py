"""Live curves: train dashed, validation solid, the best epoch marked, one crosshair for all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from app.panels.pieces import column, plain_label, row
from app.theme import current_theme, is_palette_change
from app.theme_fonts import SMALL, interface_font
from app.words import significant

pg.setConfigOptions(antialias=True)

#: Milliseconds between two repaints while events come in.
FRAME = 100

#: Steps drawn at most; beyond, neighbours are averaged, and the shape stays.
MOST_POINTS = 4_000


@dataclass
class Series:
    """The values of one metric: per epoch for train and validation, per step for the loss."""

    epochs: list[float] = field(default_factory=list)
    train: list[float] = field(default_factory=list)
    validation: list[float] = field(default_factory=list)


class Curves(QWidget):
    """Draws what a run tells. Points are taken in at once and painted by a timer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps_x: list[float] = []
        self._steps_y: list[float] = []
        self._series: dict[str, Series] = {}
        self._best: float | None = None
        self._acts: list[tuple[float, str]] = []
        self._dirty = False
        self.plots: dict[str, MetricPlot] = {}
        self._plots = row(spacing=16)
        self.setLayout(column(self._plots))
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._repaint)
        self.clear()

    def clear(self) -> None:
        """Begin a new run."""
        self._steps_x, self._steps_y, self._acts = [], [], []
        self._series, self._best = {}, None
        for plot in self.plots.values():
            self._plots.removeWidget(plot)
            plot.deleteLater()
        self.plots = {}
        self._plot("loss")
        self._dirty = True
        self._repaint()

    def begin(self, metrics: Sequence[str]) -> None:
        for name in metrics:
            self._plot(name)

    def add_steps(self, positions: Sequence[float], losses: Sequence[float]) -> None:
        """``positions`` in epochs: 1.5 is half way through the second."""
        self._steps_x += positions
        self._steps_y += losses
        self._touch()

    def add_epoch(
        self,
        epoch: float,
        train: Mapping[str, float | None],
        validation: Mapping[str, float | None],
        best: float | None = None,
    ) -> None:
        for name in dict.fromkeys([*train, *validation]):
            self._plot(name)
            series = self._series.setdefault(name, Series())
            series.epochs.append(epoch)
            series.train.append(_number(train.get(name)))
            series.validation.append(_number(validation.get(name)))
        if best is not None:
            self._best = best
        self._touch()

    def add_act(self, position: float, words: str) -> None:
        """Something the user did: a thin labelled line."""
        self._acts.append((position, words))
        self._touch()

    def flush(self) -> None:
        """Paint now what has come in."""
        self._repaint()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if is_palette_change(event) and hasattr(self, "plots"):  # type: ignore[arg-type]
            for plot in self.plots.values():
                plot.dress()
            self._touch()

    def _plot(self, name: str) -> None:
        if name not in self.plots:
            plot = MetricPlot(name)
            plot.pointed.connect(self._point)
            self.plots[name] = plot
            self._plots.addWidget(plot, 1)

    def _touch(self) -> None:
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def _repaint(self) -> None:
        if not self._dirty:
            self._timer.stop()
            return
        self._dirty = False
        for name, plot in self.plots.items():
            series = self._series.get(name, Series())
            steps = _thinned(self._steps_x, self._steps_y) if name == "loss" else ([], [])
            plot.show_series(series, steps, self._best, self._acts)

    def _point(self, x: float) -> None:
        for plot in self.plots.values():
            plot.read_at(x)


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
        self.widget.setAccessibleName(f"Curve of {name}")
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
            line = pg.InfiniteLine(
                position,
                angle=90,
                pen=pg.mkPen(theme.color("muted", 0.7), style=Qt.PenStyle.DotLine),
                label=words,
                labelOpts={
                    "position": 0.94,
                    "color": theme.color("muted"),
                    "anchors": [(0, 0.5)] * 2,
                },
            )
            self._acts.append(line)
            self._item.addItem(line, ignoreBounds=True)

    def _read_last(self) -> None:
        if self._series.epochs:
            self._say(len(self._series.epochs) - 1)
        else:
            self._reading.setText("")

    def _say(self, index: int) -> None:
        parts = [f"epoch {self._series.epochs[index]:g}"]
        for word, values in (("train", self._series.train), ("valid", self._series.validation)):
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


def legend() -> QLabel:
    """How to read the curves."""
    return plain_label("faint: steps    dashed: train    solid: validation    ring: best", "quiet")


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _any(values: Sequence[float]) -> bool:
    return any(value == value for value in values)


def _thinned(x: Sequence[float], y: Sequence[float]) -> tuple[Sequence[float], Sequence[float]]:
    """At most MOST_POINTS, each the mean of its neighbours."""
    size = -(-len(x) // MOST_POINTS)
    if size <= 1:
        return x, y
    starts = range(0, len(x), size)
    return (
        [x[min(start + size, len(x)) - 1] for start in starts],
        [sum(part) / len(part) for part in (y[start : start + size] for start in starts)],
    )
