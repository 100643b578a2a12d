"""To which kinds of parameters a group is kept: ticks in a line."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.panels.fields import SwitchField
from app.panels.flow_row import FlowRow
from app.panels.pieces import column, plain_label, plain_tip
from app.translating import later, tr
from train.grouping import KINDS

_WORDS = {"bias": later("biases"), "norm": later("norms"), "weight": later("weights")}


def kind_words(kind: str) -> str:
    return tr(_WORDS.get(kind, kind))


class KindsField(QWidget):
    """Shows what it is handed; nothing ticked means parameters of every kind."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {kind: SwitchField(kind_words(kind)) for kind in KINDS}
        title = plain_label(tr("Only its"), "quiet")
        tip = plain_tip(tr("Which parameters of its layers are meant; all where nothing is ticked"))
        for kind, box in self.boxes.items():
            box.setToolTip(tip)
            box.setAccessibleName(tr("Only its {kind}").format(kind=kind_words(kind)))
            box.clicked.connect(self._say)
        self.setLayout(column(title, FlowRow(*self.boxes.values(), gap=12), spacing=4))

    def show_kinds(self, kinds: Collection[str]) -> None:
        for kind, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(kind in kinds)

    def _say(self) -> None:
        self.chosen.emit(tuple(kind for kind, box in self.boxes.items() if box.isChecked()))
