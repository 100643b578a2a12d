"""A bubble at a card: what the layer is for, how its shape comes about, what it learns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.canvas.layer_facts import LayerFacts
from app.floating import Floating
from app.panels.pieces import column, plain_label, row
from app.theme_icons import family_icon
from app.translating import tr
from graph.size_formulas import SizeFormula

WIDTH = 440


class LayerBubble(Floating):
    """Shows facts that it was handed. The pointer goes through it, to what lies below."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, WIDTH)
        self.node = ""
        self.setAccessibleName(tr("About this layer"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def open(self, facts: LayerFacts, card: QRect, *, by_key: bool = False) -> None:
        """Stand at a ``card``; opened ``by_key`` it is read out, and the focus stays."""
        self.clear()
        self.node = facts.name
        for part in self._parts(facts):
            self.add(part)
        self.setAccessibleDescription(facts.told)
        self.stand_by(card)
        if by_key and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, facts.told)
            QAccessible.updateAccessibility(event)

    def close_down(self) -> None:
        self.node = ""
        super().close_down()

    def _parts(self, facts: LayerFacts) -> list[QWidget]:
        picture = plain_label()
        picture.setPixmap(family_icon(facts.family).pixmap(QSize(18, 18), self.devicePixelRatioF()))
        name = plain_label(facts.name, "title")
        head = QWidget()
        type_ = plain_label(facts.type if facts.type != facts.name else "", "quiet")
        head.setLayout(row(picture, name, None, type_))
        words = [
            plain_label(facts.purpose, wrap=True),
            plain_label(facts.note, "soft", wrap=True),
            plain_label(facts.arguments, "monospace", wrap=True),
            plain_label(facts.shape, "monospace", wrap=True),
        ]
        parts = [head, *(label for label in words if label.text())]
        if facts.formulas:
            parts.append(_formulas(facts.formulas))
        if facts.aside:
            parts.append(plain_label(facts.aside, "quiet", wrap=True))
        if facts.weights:
            parts.append(plain_label(facts.weights, "monospace", wrap=True))
        return parts


def _formulas(formulas: Sequence[SizeFormula]) -> QWidget:
    """Each formula with its numbers; above the first of those alike what they stand for."""
    body = QWidget()
    lines = column(spacing=2)
    body.setLayout(lines)
    said: set[str] = set()
    for formula in formulas:
        general = _alike(formula)
        if formula.numbers and general not in said:
            said.add(general)
            label = plain_label(f"{formula.name} = {formula.general}", "monospace", wrap=True)
            label.setProperty("quiet", "true")
            lines.addWidget(label)
        lines.addWidget(plain_label(str(formula), "monospace", wrap=True))
    return body


def _alike(formula: SizeFormula) -> str:
    """The general formula, whatever the axis is called: that of H and W is one."""
    return formula.general.replace(formula.name.replace("_out", "_in"), "_in")
