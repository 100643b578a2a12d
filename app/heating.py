"""The choice in the View menu by what the cards are tinted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.canvas_pane import CanvasPane
from graph.costs import Measure

#: By what cards can be tinted, as the menu has it.
CHOICES: dict[str, Measure | None] = {
    "heat_none": None,
    "heat_parameters": "parameters",
    "heat_flops": "flops",
    "heat_activations": "activations",
}


class Heating(QObject):
    """Tints the canvas, and keeps a mark at what it is tinted by."""

    def __init__(self, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._actions: Mapping[str, QAction] = {}

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {key: partial(self.choose, measure) for key, measure in CHOICES.items()}

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Keep marks in these actions from now on."""
        self._actions = actions
        self.choose(None)

    def choose(self, measure: Measure | None) -> None:
        """Tint by a measure, or by none."""
        self._pane.set_heat(measure)
        for key, other in CHOICES.items():
            self._actions[key].setChecked(other == measure)
