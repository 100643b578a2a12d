"""A histogram for each column or channel, with its shape, dtype, ends, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.panels.flow_row import FlowRow
from app.panels.histogram import Histogram
from app.panels.pieces import clear_layout, column, plain_label
from app.translating import joined, tr
from app.words import count, significant

WIDTH = 232


class ValuesView(QWidget):
    """Cards beside and below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Values of each column"))
        self._flow = FlowRow(gap=16)
        self.setLayout(self._flow)
        self.cards: list[QWidget] = []

    def show_values(self, values: Sequence[Mapping[str, Any]]) -> None:
        clear_layout(self._flow)
        self.cards = [_card(one) for one in values]
        for card in self.cards:
            self._flow.addWidget(card)


def _card(value: Mapping[str, Any]) -> QWidget:
    card = QWidget()
    card.setFixedWidth(WIDTH)
    name = plain_label(str(value["name"]), "section")
    name.setFixedWidth(WIDTH)
    facts = [str(value["dtype"])]
    if value.get("shape"):
        facts.append(" x ".join(map(str, value["shape"])))
    if value.get("missing"):
        facts.append(tr("{n} missing", n=int(value["missing"])))
    parts: list[QWidget | None] = [name, plain_label(joined("   ", facts), "quiet")]
    if value.get("counts"):
        bars = Histogram()
        bars.setFixedHeight(84)
        bars.show_counts(value["counts"], value["low"], value["high"])
        words = tr("mean {mean}").format(mean=significant(value["mean"]))
        parts += [bars, plain_label(words, "quiet")]
    for kind, number in list(value.get("kinds", ()))[:5]:
        parts.append(plain_label(f"{kind[:24]}   {count(number)}", "monospace"))
    card.setLayout(column(*parts, None, spacing=4))
    card.setAccessibleName(f"{value['name']}: {joined(', ', facts)}")
    return card
