"""One quantity over a run: its curves, its best epoch, and a crosshair that reads them all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.panels.act_marks import Act, ActMarks
from app.panels.curve_reading import Drawn, named, nearest, of_each_run, value_at
from app.panels.pieces import column, plain_label, plain_tip, row
from app.panels.plot_axis import PlotAxis
from app.panels.run_legend import HUES, RunLegend, hue_of_run
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import significant

pg.setConfigOptions(antialias=True)

#: Beyond, neighbours are averaged: a line of a hundred thousand steps takes half a second to draw.
POINTS_PER_PIXEL = 0.5

#: Half the ring around the best epoch and its line, in pixels.
_RING = 7.0

#: Pixels of height from which on a plot says which of its lines is which.
_ROOMY = 220

_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


@dataclass(frozen=True)
class Shown:
    """What a plot shows at once; positions in what ``x`` counts."""

    lines: Sequence[Drawn] = ()
    acts: Sequence[Act] = ()
    best: float | None = None
    unit: str = ""
    log_x: bool = False
    log_y: bool = False
    span: tuple[float, float] | None = None


class MetricPlot(QWidget):
    """One quantity, with its name, its values under the crosshair, and its curves.

    The wheel zooms, dragging with the left button zooms into what is framed, with the middle one
    moves; a double click shows all again. Arrow keys move the crosshair, + and - zoom.
    """

    pointed = Signal(float)  # as x counts; NaN when the pointer has left
    zoomed = Signal()

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name, self.is_zoomed = name, False
        self._shown = Shown()
        self._title = plain_label(title, "section")
        self._short = ""
        self._reading = plain_label(look="quiet")
        self._reading.setMinimumWidth(20)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.widget = _Canvas(self)
        self.widget.setAccessibleName(tr("Curve of {name}").format(name=title))
        self._item = self.widget.getPlotItem()
        self._curves: list[pg.PlotDataItem] = []
        self._best = pg.ScatterPlotItem(size=10, useCache=False)
        self._item.addItem(self._best)
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self._item.addItem(self._cross, ignoreBounds=True)
        self._legend, self._is_picture = RunLegend(), False
        self.marks = ActMarks(self._item)
        self._at = math.nan
        self.widget.scene().sigMouseMoved.connect(self._moved)
        self._item.getViewBox().sigRangeChangedManually.connect(self._zoom_changed)
        head = row(self._title, None, self._reading)
        head.setContentsMargins(8, 0, 8, 0)
        self.setLayout(column(head, self._legend, self.widget, spacing=4))
        self.setMinimumWidth(180)
        self.dress()

    # looks

    def dress(self) -> None:
        """Take on the colours of the theme."""
        theme, pixel = current_theme(), self.devicePixelRatioF()
        self.widget.setBackground(theme.color("panel"))
        self._best.setBrush(theme.color("panel"))
        self._best.setPen(pg.mkPen(self._hue, width=2 * pixel))
        self._cross.setPen(pg.mkPen(theme.color("muted", 0.6), width=pixel))
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setPen(pg.mkPen(theme.color("line")))
            axis.setTextPen(theme.color("muted"))
            axis.setTickFont(interface_font(SMALL))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
        self._item.showGrid(y=True, alpha=0.18 if theme.is_dark else 0.22)
        self._item.getAxis("left").setWidth(48)
        self.marks.update()
        self.show_curves(self._shown)

    @property
    def _hue(self) -> QColor:
        """Of a run alone: the loss in the colour of the app."""
        theme = current_theme()
        return theme.color("accent") if self.name == "loss" else theme.family_ink(HUES[0])

    def _pen(self, drawn: Drawn, several: bool) -> object:
        # pyqtgraph's pens are measured in the screen's pixels
        pixel, line = self.devicePixelRatioF(), drawn.line
        theme = current_theme()
        hue = hue_of_run(drawn.run) if several else self._hue
        if line.kind == "only" and line.part and not several:
            hue = theme.family_ink(HUES[(line.part + 1) % len(HUES)])
        if line.kind == "steps":
            faint = QColor(hue)
            faint.setAlphaF(0.18 if several else 0.30)
            return pg.mkPen(faint, width=pixel)
        if line.kind == "train":
            return pg.mkPen(hue, width=1.6 * pixel, style=Qt.PenStyle.DashLine)
        return pg.mkPen(hue, width=2 * pixel, style=_DASHES[line.part % 3 if several else 0])

    # what is shown

    def show_curves(self, shown: Shown) -> None:
        self._shown = shown
        several = self._is_of_several
        self._item.setLogMode(x=shown.log_x, y=shown.log_y)
        while len(self._curves) > len(shown.lines):
            self._item.removeItem(self._curves.pop())
        while len(self._curves) < len(shown.lines):
            curve = pg.PlotDataItem(connect="finite")
            self._item.addItem(curve)  # which sets its own way of thinning, so ours comes after
            curve.setDownsampling(auto=True, method="mean")
            curve.opts["autoDownsampleFactor"] = POINTS_PER_PIXEL
            curve.setClipToView(True)
            curve.setSymbolPen(None)
            self._curves.append(curve)
        for curve, drawn in zip(self._curves, shown.lines, strict=True):
            pen, line = self._pen(drawn, several), drawn.line
            curve.setLogMode(shown.log_x, shown.log_y)
            if curve.opts["pen"] != pen:
                curve.setPen(pen)
            curve.opts["antialias"] = curve.curve.opts["antialias"] = line.kind != "steps"
            alone = len(line.x) == 1 and line.kind != "steps"
            curve.setSymbolBrush(pen.color())  # type: ignore[attr-defined]
            y = np.where(line.y > 0, line.y, np.nan) if shown.log_y else line.y
            x = np.where(line.x > 0, line.x, np.nan) if shown.log_x else line.x
            curve.setData(x, y, symbol="o" if alone else None, symbolSize=5)
        self._best.setPen(
            pg.mkPen(hue_of_run(0) if several else self._hue, width=2 * self.devicePixelRatioF())
        )
        self._show_legend()
        self._mark_best()
        if not self.is_zoomed:
            self._show_all()
        self._show_acts()
        self._say()

    def _entries(self) -> list[tuple[str, int]]:
        """Names of the legend, each with its line: where the crosshair does not say it all."""
        first = [(i, d.line) for i, d in enumerate(self._shown.lines) if not d.run]
        only = [(line.label, i) for i, line in first if line.kind == "only"]
        has_room = self._is_picture or self.height() >= _ROOMY
        results = [(line.label, i) for i, line in first if line.kind in ("train", "validation")]
        if has_room and len(results) > 1:
            return results
        return only if len(only) > 1 and (self._is_picture or not self._is_of_several) else []

    @property
    def _is_of_several(self) -> bool:
        return len({drawn.run for drawn in self._shown.lines}) > 1

    def _show_legend(self) -> None:
        titles = dict(self._entries())
        self._legend.show_titles(
            list(titles), [QPen(self._curves[i].opts["pen"]) for i in titles.values()]
        )

    def _mark_best(self) -> None:
        best = self._shown.best
        found = [d.line for d in self._shown.lines if d.run == 0 and d.line.kind == "validation"]
        found += [d.line for d in self._shown.lines if d.run == 0 and d.line.kind == "train"]
        if best is None or not found:
            self._best.setData([], [])
            return
        value = value_at(found[0], best)
        place = self._in_view(best, value)
        self._best.setData([place[0]], [place[1]]) if place else self._best.setData([], [])

    def _in_view(self, x: float, y: float) -> tuple[float, float] | None:
        """Where the view has a value, which counts in powers of ten on a logarithmic axis."""
        if (self._shown.log_x and x <= 0) or (self._shown.log_y and y <= 0) or y != y:
            return None
        return (
            math.log10(x) if self._shown.log_x else x,
            math.log10(y) if self._shown.log_y else y,
        )

    def show_all(self) -> None:
        """Zoom out until everything is seen."""
        self.is_zoomed = False
        self._show_all()

    def _show_all(self) -> None:
        """Axes begin where the data is; a few wild first steps do not flatten the rest."""
        values = []
        for drawn in self._shown.lines:
            y = drawn.line.y
            good = np.isfinite(y) & ((y > 0) | (not self._shown.log_y))
            if good.any():
                ordered = np.sort(y[good])
                last = int(0.98 * (len(ordered) - 1)) if drawn.line.kind == "steps" else -1
                values += [float(ordered[0]), float(ordered[last])]
        if not values or self._shown.span is None:
            return
        low, high = min(values), max(values)
        first, last_x = self._shown.span
        if self._shown.log_x:
            starts = [float(d.line.x[d.line.x > 0][0]) for d in self._shown.lines
                      if (d.line.x > 0).any()]  # fmt: skip
            first, last_x = math.log10(min(starts, default=1.0)), math.log10(max(last_x, 1e-9))
        if self._shown.log_y:
            low, high = math.log10(low), math.log10(high)
        # The ring around the best epoch is seen whole, however low the plot is.
        share = max(0.06, _RING / max(self._item.getViewBox().height() - 2 * _RING, _RING))
        pad = (high - low) * share or abs(high) * share or 1e-6
        edge = (last_x - first) * 0.02
        self._item.setXRange(*_rounded(first - edge, last_x + edge), padding=0)
        self._item.setYRange(*_rounded(low - pad, high + pad), padding=0)

    def zoom(self, factor: float) -> None:
        """By a key: around the crosshair, or around the middle."""
        box = self._item.getViewBox()
        around = None
        if self._at == self._at and (place := self._in_view(self._at, 1.0)) is not None:
            around = QPointF(place[0], box.viewRect().center().y())
        box.scaleBy((factor, 1.0), center=around)
        self._zoom_changed()

    def follow(self, other: MetricPlot) -> None:
        """Show the same part of the run as another plot, which was zoomed."""
        self.is_zoomed = True
        low, high = other._item.getViewBox().viewRange()[0]
        self._item.setXRange(low, high, padding=0)

    def _zoom_changed(self, *_: object) -> None:
        self.is_zoomed = True
        self.zoomed.emit()

    def become_picture(self, of: MetricPlot) -> None:
        """Show the same as another plot, without its pointer, and say what its axis counts."""
        self._is_picture = True
        self._reading.hide()
        look = {"color": current_theme().color("muted").name(), "font-size": f"{SMALL}px"}
        self._item.setLabel("bottom", self._shown.unit, **look)
        self._show_legend()
        if of.is_zoomed:
            self.follow(of)
            self._item.setYRange(*of._item.getViewBox().viewRange()[1], padding=0)

    # acts

    def _show_acts(self) -> None:
        first = self._shown.span[0] if self._shown.span is not None else 0.0
        placed = [(self._in_view(max(act.at, first), 1.0), act) for act in self._shown.acts]
        seen = [replace(act, at=place[0]) for place, act in placed if place is not None]
        low, high = self._item.getViewBox().viewRange()[1]
        self.marks.is_below = self._level() > (low + high) / 2
        self.marks.show_acts(seen, several=self._is_of_several)

    def _level(self) -> float:
        """How high the curves lie, as the view counts; NaN where there are none."""
        middles = [float(np.nanmedian(d.line.y)) for d in self._shown.lines
                   if np.isfinite(d.line.y).any()]  # fmt: skip
        middle = float(np.median(middles)) if middles else math.nan
        return math.log10(middle) if self._shown.log_y and middle > 0 else middle

    # reading

    @property
    def reading(self) -> str:
        """What the crosshair says; of the last values where there is none."""
        return str(self.widget.accessibleDescription())

    def read_at(self, x: float) -> None:
        """Stand the crosshair at ``x`` and say the values there; NaN takes it away."""
        self._at = x
        place = self._in_view(x, 1.0) if x == x else None
        self._cross.setVisible(place is not None)
        if place is not None:
            self._cross.setPos(place[0])
        self._say()

    def _say(self) -> None:
        lines = [d for d in self._shown.lines if d.line.kind != "steps" and len(d.line.x)]
        if not lines:
            self._short = ""
            self._show_reading()
            return
        at = self._at if self._at == self._at else max(float(d.line.x[-1]) for d in lines)
        place = self._in_view(self._at, 1.0) if self._at == self._at else None
        acts = [act.words for act in self.marks.near(place[0])] if place is not None else []
        where = f"{self._shown.unit} {significant(nearest(lines, at), 6)}"
        parts = [", ".join([where, *acts]), *named(lines, at)]
        words = "   ".join(parts)
        self.widget.setAccessibleDescription(words)
        short = [parts[0], *of_each_run(lines, at)] if self._is_of_several else parts
        self._short = "   ".join(short)
        self._show_reading()
        self._reading.setToolTip(plain_tip(words) if self._is_of_several else "")

    def _show_reading(self) -> None:
        """As much as there is room for; half a number would be another one."""
        room = self.width() - self._title.sizeHint().width() - 32
        metrics, elide = self._reading.fontMetrics(), Qt.TextElideMode.ElideRight
        self._reading.setText(metrics.elidedText(self._short, elide, max(room, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_legend()
        self._show_reading()

    def move_cross(self, by: int) -> None:
        """To the next point of the first line, or the one before."""
        lines = [d.line for d in self._shown.lines if d.line.kind != "steps" and len(d.line.x)]
        if not lines:
            return
        x = lines[0].x
        index = int(np.searchsorted(x, self._at)) if self._at == self._at else len(x) - by
        self.pointed.emit(float(x[min(max(index + by, 0), len(x) - 1)]))

    def _moved(self, at: QPointF) -> None:
        view = self._item.getViewBox()
        if self._item.sceneBoundingRect().contains(at):
            x = view.mapSceneToView(at).x()
            self.pointed.emit(10**x if self._shown.log_x else x)
        else:
            self.pointed.emit(math.nan)

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(math.nan)
        super().leaveEvent(event)  # type: ignore[arg-type]


class _Canvas(pg.PlotWidget):
    """The plot itself: zoomed by the mouse, read by keys."""

    def __init__(self, plot: MetricPlot) -> None:
        super().__init__(axisItems={side: PlotAxis(side) for side in ("left", "bottom")})
        self._plot = plot
        self.setMenuEnabled(False)
        self.hideButtons()
        self.getPlotItem().getViewBox().setMouseMode(pg.ViewBox.RectMode)
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        acts = {
            key.Key_Left: lambda: self._plot.move_cross(-1),
            key.Key_Right: lambda: self._plot.move_cross(1),
            key.Key_Plus: lambda: self._plot.zoom(0.7),
            key.Key_Equal: lambda: self._plot.zoom(0.7),
            key.Key_Minus: lambda: self._plot.zoom(1 / 0.7),
            key.Key_Home: self._reset,
        }
        act = acts.get(event.key())
        if act is None:
            event.ignore()
        else:
            act()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._reset()

    def _reset(self) -> None:
        self._plot.show_all()
        self._plot.zoomed.emit()


def _rounded(low: float, high: float) -> tuple[float, float]:
    """A little further out, so that the axes of a growing curve move seldom: drawing them is slow.

    The two are not to be equal.
    """
    step = 2.0 ** (math.floor(math.log2(high - low)) - 5)
    return math.floor(low / step) * step, math.ceil(high / step) * step
