"""Live curves: train dashed, validation solid, the best epoch marked, one crosshair for all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.panels.metric_plot import MetricPlot, Series
from app.panels.pieces import column, row
from app.theme import is_palette_change

#: Milliseconds between two repaints while events come in.
FRAME = 100

#: Steps drawn at most; beyond, neighbours are averaged, and the shape stays.
MOST_POINTS = 4_000


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
            plot.hide()
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

    def cut(self, position: float) -> None:
        """The run has gone back: what came after ``position`` is drawn anew."""
        kept = bisect_right(self._steps_x, position + 1e-9)
        del self._steps_x[kept:], self._steps_y[kept:]
        for series in self._series.values():
            kept = bisect_right(series.epochs, position + 1e-9)
            del series.epochs[kept:], series.train[kept:], series.validation[kept:]
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


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


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
