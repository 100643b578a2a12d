"""The learning rates of a whole run: a curve for each group, and milestones to drag."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.panels.pieces import column
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import significant

pg.setConfigOptions(antialias=True)

#: The curve of a group, and that of what does not decay of it.
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)

#: Pixels of a line of the reading.
_LINE = 20


class Reading(QWidget):
    """Where the crosshair is, and beside it the rate of each group with the hue of its curve.

    It goes on in the next line where there is no more room.
    """

    def __init__(self) -> None:
        super().__init__()
        self._where = ""
        self._parts: list[tuple[int, str]] = []
        self.setFont(interface_font(SMALL))
        self.setFixedHeight(_LINE)

    def show_parts(self, where: str, parts: list[tuple[int, str]]) -> None:
        self._where, self._parts = where, parts
        self.setAccessibleName("; ".join([where, *(words for _, words in parts)]))
        self._fit()
        self.update()

    def _places(self) -> list[tuple[int, int]]:
        """Of each part, where it begins and on which line."""
        width = self.fontMetrics().horizontalAdvance
        x, line, found = width(self._where) + 16, 0, []
        for _, words in self._parts:
            wide = 13 + width(words)
            if x and x + wide > self.width():
                x, line = 0, line + 1
            found.append((x, line))
            x += wide + 16
        return found

    def _fit(self) -> None:
        lines = 1 + max((line for _, line in self._places()), default=0)
        self.setFixedHeight(_LINE * min(lines, 3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        base = (_LINE + metrics.ascent() - metrics.descent()) / 2
        painter.setPen(theme.color("muted"))
        painter.drawText(QPointF(0, base), self._where)
        for (hue, words), (x, line) in zip(self._parts, self._places(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hue_of(hue))
            painter.drawEllipse(QPointF(x + 4, _LINE * (line + 0.5)), 4, 4)
            painter.setPen(theme.color("text"))
            painter.drawText(QPointF(x + 13, _LINE * line + base), words)
        painter.end()


def hue_of(group: int) -> QColor:
    """The hue of a group, as the canvas marks it."""
    return current_theme().color("muted") if group < 0 else current_theme().hue(group)


class RatePlot(QWidget):
    """Shows the preview it is handed; a milestone that was dragged is told and not kept."""

    milestone_moved = Signal(int, int)  # which of those shown, and to which unit of the schedule

    def __init__(self) -> None:
        super().__init__()
        self._preview: Mapping[str, Any] = {}
        self.reading = Reading()
        self.widget = pg.PlotWidget()
        self.widget.setAccessibleName(tr("Learning rates of the run"))
        self.widget.setMenuEnabled(False)
        self.widget.hideButtons()
        self.widget.setMouseEnabled(x=False, y=False)
        self.widget.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._item = self.widget.getPlotItem()
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self._item.addItem(self._cross, ignoreBounds=True)
        self._curves: list[pg.PlotDataItem] = []
        self.milestones: list[pg.InfiniteLine] = []
        self.widget.scene().sigMouseMoved.connect(self._moved)
        layout = column(self.reading, self.widget, spacing=2)
        layout.setStretch(1, 1)
        layout.setContentsMargins(8, 0, 8, 0)
        self.setLayout(layout)

    def show_preview(self, preview: Mapping[str, Any], milestones: Sequence[int]) -> None:
        """``milestones`` are counted in what the schedule is stepped by."""
        self._preview = preview
        self._dress()
        for curve in self._curves:
            self._item.removeItem(curve)
        self._curves = []
        steps, rates = preview["steps"], preview["rates"]
        end = preview["steps_per_epoch"] * preview["epochs"]
        xs = [step / preview["steps_per_epoch"] for step in (*steps, end)]
        pixel = self.devicePixelRatioF()
        for index, _ in enumerate(preview["titles"]):
            ys = [each[index] for each in rates]
            hue, spared = preview["groups"][index], preview["spared"][index]
            pen = pg.mkPen(hue_of(hue), width=2 * pixel, style=_DASHES[int(spared)])
            curve = self._item.plot(xs, ys, stepMode="center", pen=pen)
            self._curves.append(curve)
        self._item.setXRange(0, max(1, preview["epochs"]), padding=0.01)
        values = [value for each in rates for value in each] or [1.0]
        low, high = min(values), max(values)
        pad = (high - low) * 0.08 or abs(high) * 0.5 or 1.0
        self._item.setYRange(max(0.0, low - pad) if low >= 0 else low - pad, high + pad, padding=0)
        self._show_milestones(milestones)
        self._read(None)

    def rates_at(self, epoch: float) -> tuple[str, list[tuple[int, str]]]:
        """A moment in words, and the rates of all groups at it."""
        preview = self._preview
        if not preview or not preview["steps"]:
            return "", []
        step = epoch * preview["steps_per_epoch"]
        index = max(0, bisect_right(preview["steps"], step) - 1)
        at = preview["steps"][index]
        where = tr("epoch {epoch}, step {step}").format(
            epoch=at // preview["steps_per_epoch"] + 1, step=at + 1
        )
        rates = zip(preview["groups"], preview["titles"], preview["rates"][index], strict=True)
        return where, [(hue, f"{tr(title)} {significant(rate)}") for hue, title, rate in rates]

    @property
    def _unit(self) -> float:
        """Epochs in one unit of the schedule."""
        return 1 / self._preview["steps_per_epoch"] if self._preview["per"] == "step" else 1.0

    def _show_milestones(self, places: Sequence[int]) -> None:
        for line in self.milestones:
            self._item.removeItem(line)
        self.milestones = []
        theme = current_theme()
        pen = pg.mkPen(theme.color("muted"), width=self.devicePixelRatioF(), style=_DASHES[1])
        hover = pg.mkPen(theme.color("accent"), width=3 * self.devicePixelRatioF())
        for index, place in enumerate(places):
            line = pg.InfiniteLine(
                place * self._unit,
                angle=90,
                movable=True,
                pen=pen,
                hoverPen=hover,
                label=str(place),
                labelOpts={"position": 0.92, "color": theme.color("muted"), "movable": False},
            )
            line.label.setFont(interface_font(SMALL))
            line.sigPositionChangeFinished.connect(
                lambda line=line, index=index: self.milestone_moved.emit(
                    index, round(line.value() / self._unit)
                )
            )
            self._item.addItem(line, ignoreBounds=True)
            self.milestones.append(line)

    def _dress(self) -> None:
        theme = current_theme()
        self.widget.setBackground(theme.color("panel"))
        self._cross.setPen(pg.mkPen(theme.color("muted", 0.6), width=self.devicePixelRatioF()))
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setPen(pg.mkPen(theme.color("line")))
            axis.setTextPen(theme.color("muted"))
            axis.setTickFont(interface_font(SMALL))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
            axis.enableAutoSIPrefix(False)
        self._item.getAxis("left").setWidth(56)
        self._item.showGrid(y=True, alpha=0.18 if theme.is_dark else 0.22)

    def _moved(self, at: QPointF) -> None:
        inside = bool(self._preview) and self._item.sceneBoundingRect().contains(at)
        self._read(self._item.getViewBox().mapSceneToView(at).x() if inside else None)

    def _read(self, epoch: float | None) -> None:
        """Without a place under the pointer it is the legend: where each curve begins."""
        self._cross.setVisible(epoch is not None)
        if epoch is not None:
            epoch = min(max(epoch, 0.0), float(self._preview["epochs"]))
            self._cross.setPos(epoch)
        self.reading.show_parts(*self.rates_at(epoch or 0.0))

    def leaveEvent(self, event: object) -> None:
        self._read(None)
        super().leaveEvent(event)  # type: ignore[arg-type]
