"""The part of the inspector that says what X-ray saw of the selected node."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.panels.fact_table import Fact, FactTable, Heading
from app.panels.histogram import Histogram
from app.panels.pieces import Fold, column, plain_label
from app.translating import tr
from app.words import percent, significant
from app.xray.over_time import OverTime
from app.xray.reading import Reading, Spread


class XrayPart(QWidget):
    """Shows readings it is handed, the newest last; hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = plain_label(look="quiet", wrap=True)
        self.activations, self.gradients = Histogram(), Histogram()
        self.over_time = OverTime(tr("Histograms of the activations over time"))
        self.gradients_over_time = OverTime(tr("Histograms of the gradients over time"))
        self._back = column(
            plain_label(tr("Gradients"), "section"), self.gradients, self.gradients_over_time
        )
        self._gradient_part = QWidget()
        self._gradient_part.setLayout(self._back)
        self.facts = FactTable()
        body = QWidget()
        body.setLayout(
            column(
                self._where,
                plain_label(tr("Activations"), "section"),
                self.activations,
                self.over_time,
                self._gradient_part,
                self.facts,
                spacing=8,
            )
        )
        self._fold = Fold(tr("X-ray"), body, is_open=True)
        self.setLayout(column(self._fold))
        self.hide()

    def show_readings(
        self, step: int, readings: Sequence[Reading], copies: Sequence[Reading] = ()
    ) -> None:
        """``copies`` are the same node in what is repeated around it, at the newest look."""
        self.setVisible(bool(readings))
        if not readings:
            return
        newest = readings[-1]
        self._where.setText(
            tr("{place} at step {step}").format(place=newest.place, step=f"{step:,}")
        )
        told, back = newest.activation, newest.gradient
        if told is not None:
            self.activations.show_counts(told.counts, *told.edges)
        self.over_time.show_spreads([r.activation for r in readings if r.activation])
        self._gradient_part.setVisible(back is not None)
        if back is not None:
            self.gradients.show_counts(back.counts, *back.edges)
            self.gradients_over_time.show_spreads([r.gradient for r in readings if r.gradient])
        self.facts.show_rows(facts(newest, copies))


def facts(reading: Reading, copies: Sequence[Reading] = ()) -> list[Heading | Fact]:
    """Every number of a reading, as rows."""
    rows: list[Heading | Fact] = []
    weights = reading.weights
    if weights:
        rows.append(Heading(tr("Weights"), tr("frozen") if weights.get("frozen") else ""))
        rows += [
            Fact(tr("Norm"), _number(weights.get("weight"))),
            Fact(tr("Gradient"), _number(weights.get("gradient"))),
            Fact(tr("Last step"), _number(weights.get("update"))),
            Fact(tr("Step / weights"), _number(weights.get("ratio"))),
        ]
    for port, spread in reading.activations.items():
        rows.append(Heading(tr("Gives"), port))
        rows += _spread_rows(spread)
    if reading.dead is not None:
        rows.append(Fact(tr("Dead units"), percent(reading.dead, 1)))
    if reading.saturated is not None:
        rows.append(Fact(tr("At its ends"), percent(reading.saturated, 1)))
    for port, spread in reading.gradients.items():
        rows.append(Heading(tr("Gets back"), port))
        rows += _spread_rows(spread)
    if len(copies) > 1:
        rows.append(Heading(tr("In each copy"), tr("deviation, gradient")))
        rows += [Fact(copy.place, _short(copy)) for copy in copies[:32]]
    return rows


def _spread_rows(spread: Spread) -> list[Heading | Fact]:
    known = spread.facts
    rows: list[Heading | Fact] = [
        Fact(tr("Mean"), _number(known.get("mean"))),
        Fact(tr("Deviation"), _number(known.get("std"))),
        Fact(tr("Range"), f"{_number(known.get('min'))} … {_number(known.get('max'))}"),
        Fact(tr("Norm"), _number(known.get("norm"))),
        Fact(tr("Zeros"), percent(known.get("zeros") or 0.0, 1)),
    ]
    if spread.is_broken:
        rows.append(Fact("NaN", percent(known.get("nan") or 0.0, 1)))
        rows.append(Fact(tr("Infinite"), percent(known.get("inf") or 0.0, 1)))
    return rows


def _short(reading: Reading) -> str:
    told, back = reading.activation, reading.gradient
    parts = [_number(told.facts.get("std"))] if told is not None else []
    parts += [_number(back.facts.get("norm"))] if back is not None else []
    return ", ".join(parts)


def _number(value: float | None) -> str:
    return "–" if value is None else significant(value, 4)
