"""Live curves, and those of earlier runs over them: one plot for each quantity, one crosshair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.panels.act_marks import Act
from app.panels.act_words import mark_words
from app.panels.curve_bar import CurveBar
from app.panels.curve_lines import GAUGES, Line, Look, lines_of, quantities, title_of
from app.panels.curve_reading import Drawn
from app.panels.metric_plot import MetricPlot, Shown
from app.panels.pieces import column, row, scrolled
from app.panels.run_legend import RunLegend
from app.theme import is_palette_change
from app.translating import tr
from train.events import Event
from train.runs.curves import RunCurves, continued

#: Milliseconds in which every plot is painted once while events come in, each in its turn: a
#: window that painted them together would be away for as long as all of them take.
FRAME = 120

#: Pixels below which curves are no curves any more: whoever shows them has to scroll.
LEAST_HEIGHT = 136

#: Results that are shown until something else is chosen; the rest is behind "Show".
FIRST = 3


@dataclass(frozen=True)
class Titled:
    """A run and what it is called where several are drawn."""

    title: str
    curves: RunCurves


class Curves(QWidget):
    """Draws what a run tells. Points are taken in at once and painted by a timer."""

    export_wanted = Signal(str)  # .png, .svg, .csv

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = RunCurves()
        self._is_live = True
        self._others: tuple[Titled, ...] = ()
        self._chosen: dict[str, bool] = {}
        self._waiting: dict[str, Shown] = {}
        self._dirty = False
        self.plots: dict[str, MetricPlot] = {}
        self.bar = CurveBar()
        self.bar.changed.connect(self._change_look)
        self.bar.choice_changed.connect(self._choose)
        self.bar.reset_wanted.connect(self.show_all)
        self.bar.export_wanted.connect(self.export_wanted)
        self._plots = row(spacing=16)
        self.drawing = QWidget()
        self.legend = RunLegend()
        self.drawing.setLayout(column(self.legend, self._plots, spacing=4))
        self._area = scrolled(self.drawing, sideways=True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(LEAST_HEIGHT)
        self.setLayout(column(self.bar, self._area, spacing=4))
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._paint_next)
        self.clear()

    # what is drawn

    def clear(self) -> None:
        """Begin a new run; others stay over it."""
        self.live = RunCurves()
        self._touch()
        self.flush()

    def take(self, event: Event) -> None:
        """Take in an event of the run that goes on."""
        self.live.take(event)
        self._touch()

    def show_runs(self, others: Mapping[str, RunCurves], *, with_live: bool = True) -> None:
        """Draw other runs over the live one, or instead of it."""
        self._others = tuple(Titled(title, curves) for title, curves in others.items())
        self._is_live = with_live
        self._touch()
        self.flush()

    @property
    def runs(self) -> list[Titled]:
        """What is drawn: the live run first, if it has begun."""
        has_begun = bool(self.live.steps_per_epoch or self.live.per_step)
        live = [Titled(tr("this run"), self.live)] if self._is_live and has_begun else []
        return [*live, *self._others]

    def look_like(self, other: Curves) -> None:
        """Draw what another draws, as a picture to be kept."""
        self.live, self._is_live, self._others = other.live, other._is_live, other._others
        self._chosen = dict(other._chosen)
        self.bar.look_like(other.bar)
        self.drawing.layout().setContentsMargins(8, 16, 16, 8)
        self.flush()
        for name, plot in self.plots.items():
            plot.become_picture(other.plots[name])

    @property
    def has_others(self) -> bool:
        return bool(self._others)

    def recall(self, curves: RunCurves) -> None:
        """This much was measured of the live run before it was taken up again."""
        self.live = continued(curves, self.live)
        self._touch()

    @property
    def marks(self) -> list[str]:
        """What was done to the live run, as its lines say it."""
        return [act.words for act in self._acts(self.live, 0)]

    def flush(self) -> None:
        """Paint now what has come in."""
        self._begin_frame()
        for name in self.plots:
            self._paint(name)

    def show_all(self) -> None:
        for plot in self.plots.values():
            plot.show_all()
        self.bar.show_zoomed(False)

    # the plots

    def _wanted(self) -> list[str]:
        """The loss, the first metrics, and what else was chosen."""
        there = quantities([one.curves for one in self.runs])
        self.bar.offer(there, [name for name in there if self._is_chosen(name, there)])
        return [name for name in there if self._is_chosen(name, there)] or there[:1]

    def _is_chosen(self, name: str, there: Sequence[str]) -> bool:
        return self._chosen.get(name, name in there[:FIRST] and name not in GAUGES)

    def _choose(self, name: str, on: bool) -> None:
        self._chosen[name] = on
        self._touch()
        self.flush()

    def _change_look(self) -> None:
        for plot in self.plots.values():
            plot.is_zoomed = False
        self.bar.show_zoomed(False)
        self._touch()
        self.flush()

    def _arrange(self) -> None:
        """Make the plots that are wanted, in their order; drop the others."""
        wanted = self._wanted()
        if list(self.plots) == wanted:
            return
        for name in [name for name in self.plots if name not in wanted]:
            plot = self.plots.pop(name)
            self._plots.removeWidget(plot)
            plot.hide()
            plot.deleteLater()
        for name in wanted:
            if name not in self.plots:
                self.plots[name] = self._made(name)
        self.plots = {name: self.plots[name] for name in wanted}
        for index, plot in enumerate(self.plots.values()):
            self._plots.insertWidget(index, plot, 1)

    def _made(self, name: str) -> MetricPlot:
        plot = MetricPlot(name, title_of(name))
        plot.pointed.connect(self._point)
        plot.zoomed.connect(lambda: self._follow_zoom(plot))
        return plot

    def _paint_next(self) -> None:
        if self._waiting:
            self._paint(next(iter(self._waiting)))
        elif self._dirty:
            self._begin_frame()
        else:
            self._timer.stop()

    def _begin_frame(self) -> None:
        """What all plots are to show, of the same moment and over the same part of the run."""
        self._dirty = False
        self._arrange()
        self._timer.setInterval(FRAME // (1 + len(self.plots)))
        look, runs = self.bar.look, self.runs
        several = len(runs) > 1
        self.legend.show_titles([one.title for one in runs])
        drawn = {
            name: [
                Drawn(line, index, one.title if several else "")
                for index, one in enumerate(runs)
                for line in self._lines(name, one.curves, look, several=several)
            ]
            for name in self.plots
        }
        acts = [act for index, one in enumerate(runs) for act in self._acts(one.curves, index)]
        span = _span([one.line for lines in drawn.values() for one in lines], look)
        first = runs[0].curves if runs else self.live
        best = first.best_step
        self._waiting = {
            name: Shown(
                lines,
                acts,
                None if best is None else self._position(best, first),
                tr("step") if look.over_steps else tr("epoch"),
                self.bar.log_x,
                self.bar.log_y,
                span,
            )
            for name, lines in drawn.items()
        }

    def _paint(self, name: str) -> None:
        self.plots[name].show_curves(self._waiting.pop(name))

    def _lines(self, name: str, curves: RunCurves, look: Look, *, several: bool) -> list[Line]:
        """Single steps of many runs over each other would only be noise."""
        lines = lines_of(name, curves, look)
        return [line for line in lines if not (several and line.kind == "steps")]

    def _acts(self, curves: RunCurves, run: int) -> list[Act]:
        said = (
            Act(self._position(step, curves), mark_words(e), run, e.get("event") == "diagnosis")
            for step, e in curves.acts
        )
        return [act for act in said if act.words]

    def _position(self, step: float, curves: RunCurves) -> float:
        """As the axis counts."""
        if self.bar.look.over_steps or not curves.steps_per_epoch:
            return float(step)
        return step / curves.steps_per_epoch

    def _point(self, x: float) -> None:
        for plot in self.plots.values():
            plot.read_at(x)

    def _follow_zoom(self, zoomed: MetricPlot) -> None:
        """All plots show the same part of the run."""
        if not zoomed.is_zoomed:
            self.show_all()
            return
        for plot in self.plots.values():
            if plot is not zoomed:
                plot.follow(zoomed)
        self.bar.show_zoomed(True)

    def _touch(self) -> None:
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if is_palette_change(event) and hasattr(self, "plots"):  # type: ignore[arg-type]
            for plot in self.plots.values():
                plot.dress()


def _span(lines: Sequence[Line], look: Look) -> tuple[float, float] | None:
    """The part of the run that is seen: from its beginning, where single steps are drawn."""
    ends = [(float(line.x[0]), float(line.x[-1])) for line in lines if len(line.x)]
    if not ends:
        return None
    first, last = min(start for start, _ in ends), max(end for _, end in ends)
    if look.over_steps or any(line.kind == "steps" for line in lines):
        first = 0.0
    return first, last if last > first else first + 1
