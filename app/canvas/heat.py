"""Cards tinted by what they cost: which nodes have the parameters, the operations, the memory."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.canvas.card import Card, count_text
from app.translating import later, tr
from app.words import amount, percent, short_count
from graph.costs import Cost, Costs, Measure

#: Steps of the ramp: more of them cannot be told apart.
STEPS = 32

_READ: dict[Measure, Callable[[Cost], int]] = {
    "parameters": lambda cost: cost.parameters,
    "flops": lambda cost: cost.flops or 0,
    "activations": lambda cost: cost.activations,
}
_WRITE: dict[Measure, Callable[[int], str]] = {
    "parameters": count_text,
    "flops": short_count,
    "activations": amount,
}
_TITLES: dict[Measure, str] = {
    "parameters": later("Parameters"),
    "flops": "FLOPs",
    "activations": later("Memory kept for the backward pass"),
}


@dataclass(frozen=True)
class Heat:
    """One measure of the nodes of a scope.

    The tint follows the square root of a node's part of the largest, so that small parts can
    still be told from none.
    """

    measure: Measure
    values: Mapping[str, int]
    basis: str

    @staticmethod
    def of(costs: Costs, scope: str, measure: Measure) -> Heat:
        read = _READ[measure]
        values = {name: read(cost) for name, cost in costs.scope(scope).items()}
        return Heat(measure, values, "" if measure == "parameters" else costs.basis)

    @property
    def title(self) -> str:
        return tr(_TITLES[self.measure])

    @property
    def largest(self) -> int:
        return max(self.values.values(), default=0)

    @property
    def total(self) -> int:
        return sum(self.values.values())

    @property
    def words(self) -> str:
        """``5.1 M in all for 1 sample``."""
        total = self.written(self.total)
        if not self.basis:
            return tr("{total} in all").format(total=total)
        return tr("{total} in all for {basis}").format(total=total, basis=tr(self.basis))

    def written(self, value: float) -> str:
        return _WRITE[self.measure](round(value))

    def over(self, card: Card) -> Card:
        """The card with its tint, and with the number where the parameters stood."""
        value = self.values.get(card.name, 0)
        level = math.sqrt(value / self.largest) if value else 0.0
        warmth = max(round(level * STEPS), 1) / STEPS if value else 0.0
        share = self._share(value) if value else ""
        text = f"{self.written(value)} · {share}" if value else ""
        if card.outline in ("pill", "input", "output"):
            return replace(card, warmth=warmth, share=share, line=text or card.line)
        return replace(card, warmth=warmth, share=share, count=text)

    def _share(self, value: int) -> str:
        share = value / self.total
        return percent(share) if share >= 0.01 else "<1 %"
