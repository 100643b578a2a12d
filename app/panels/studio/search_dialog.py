"""A search before a run, as it goes: its curve, what it suggests, and taking that over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.on_screen import resize_on_screen
from app.panels.flow_row import FlowRow
from app.panels.pieces import clear_layout, column, plain_label, push_button, row
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import later, tr
from app.words import amount, count, significant

pg.setConfigOptions(antialias=True)

Event = Mapping[str, Any]

TITLES = {"lr": later("Find a learning rate"), "batch_size": later("Find a batch size")}
ABOUT = {
    "lr": later(
        "The rate grows from step to step, on a copy of the network. The curve is the loss, "
        "smoothed, over the rate."
    ),
    "batch_size": later(
        "The batch is doubled until memory gives out, on a copy of the network. The curve is how "
        "many samples a second are learned from."
    ),
}


class SearchDialog(QDialog):
    """Shows the events of one search; it knows no process and changes no document."""

    taken = Signal(str, float)  # which search, and the value that is to be set
    stopped = Signal()

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = what
        self.setWindowTitle(tr(TITLES[what]))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_on_screen(self, 640, 460)
        self._points: list[tuple[float, float, float]] = []
        self.widget = pg.PlotWidget()
        self.widget.setAccessibleName(tr(TITLES[what]))
        self.widget.setMenuEnabled(False)
        self.widget.hideButtons()
        self.widget.setMouseEnabled(x=False, y=False)
        self.widget.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._item = self.widget.getPlotItem()
        self._item.setLogMode(x=True, y=False)
        self._raw = self._item.plot()
        self._smooth = self._item.plot(symbolSize=5 if what == "batch_size" else 0)
        self.words = plain_label(tr("Starting PyTorch"), wrap=True)
        self.words.setAccessibleName(tr("What the search says"))
        self._offers = FlowRow()
        offers = QWidget()
        offers.setLayout(self._offers)
        self.end = push_button(tr("Stop"))
        self.end.clicked.connect(self._end)
        self._is_over = False
        about = plain_label(tr(ABOUT[what]), "quiet", wrap=True)
        layout = column(about, self.widget, self.words, row(offers, self.end), margin=16)
        layout.setStretch(1, 1)
        layout.itemAt(3).layout().setStretch(0, 1)
        self.setLayout(layout)
        self._dress()

    def show_event(self, event: Event) -> None:
        """Take in an event of the search."""
        match event.get("event"):
            case "rate":
                self._points.append((event["lr"], event["loss"], event["smoothed"]))
                words = tr("Step {step} of {steps}: rate {rate}, loss {loss}")
                said = words.format(
                    step=event["step"],
                    steps=event["of"],
                    rate=significant(event["lr"], 3),
                    loss=significant(event["loss"]),
                )
                self._draw(said)
            case "trying":
                self.words.setText(tr("Trying a batch of {size}").format(size=event["batch_size"]))
            case "batch":
                size, speed = event["batch_size"], event["throughput"]
                self._points.append((size, speed, speed))
                words = tr("A batch of {size}: {speed} samples a second, {memory}")
                held = amount(event["memory"]) if event.get("memory") is not None else "-"
                self._draw(words.format(size=size, speed=count(round(speed)), memory=held))
            case "found":
                self.show_found(event)

    def show_found(self, found: Event) -> None:
        """What came of it: why it ended, and each suggestion as a button."""
        self._is_over = True
        self.end.setText(tr("Close"))
        self.words.setText(_sentence(tr(str(found.get("reason") or ""))))
        clear_layout(self._offers)
        theme = current_theme()
        for each in found.get("suggestions", ()):
            value = float(each["value"])
            words = tr("Use {value}: {why}").format(value=f"{value:g}", why=tr(str(each["words"])))
            offer = push_button(words, "fix", "fix")
            offer.clicked.connect(lambda _=False, value=value: self._take(value))
            self._offers.addWidget(offer)
            line = pg.InfiniteLine(math.log10(value), pen=pg.mkPen(theme.color("accent")))
            self._item.addItem(line, ignoreBounds=True)

    def fail(self, words: str) -> None:
        """Say why there is nothing, where the search could not be made."""
        self._is_over = True
        self.end.setText(tr("Close"))
        self.words.setText(words)

    @property
    def is_over(self) -> bool:
        return self._is_over

    @property
    def tried(self) -> list[dict[str, float]]:
        """The batch sizes that were measured."""
        return [{"batch_size": size, "throughput": speed} for size, speed, _ in self._points]

    def _take(self, value: float) -> None:
        self.taken.emit(self.what, value)
        self.words.setText(tr("{name} is {value} now.").format(name=self.what, value=f"{value:g}"))

    def _end(self) -> None:
        if self._is_over:
            self.close()
        else:
            self.stopped.emit()

    def _draw(self, words: str) -> None:
        self.words.setText(words)
        rates = [point[0] for point in self._points]
        if self.what == "lr":
            self._raw.setData(rates, [point[1] for point in self._points])
        smoothed = [point[2] for point in self._points]
        self._smooth.setData(rates, smoothed)
        ordered = sorted(smoothed)
        low, high = ordered[0], ordered[int(0.95 * (len(ordered) - 1))]
        pad = (high - low) * 0.1 or abs(high) * 0.1 or 1e-6
        self._item.setYRange(low - pad, high + pad, padding=0)

    def _dress(self) -> None:
        theme, pixel = current_theme(), self.devicePixelRatioF()
        self.widget.setBackground(theme.color("panel"))
        self._raw.setPen(pg.mkPen(theme.color("accent", 0.3), width=pixel))
        self._smooth.setPen(pg.mkPen(theme.color("accent"), width=2 * pixel))
        if self.what == "batch_size":
            self._smooth.setSymbol("o")
            self._smooth.setSymbolBrush(theme.color("accent"))
            self._smooth.setSymbolPen(None)
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setPen(pg.mkPen(theme.color("line")))
            axis.setTextPen(theme.color("muted"))
            axis.setTickFont(interface_font(SMALL))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
            axis.enableAutoSIPrefix(False)
        self._item.getAxis("left").setWidth(56)
        self._item.showGrid(x=True, y=True, alpha=0.18 if theme.is_dark else 0.22)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_over:
            self.stopped.emit()
        super().closeEvent(event)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""
