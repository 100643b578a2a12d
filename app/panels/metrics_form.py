"""Which metrics an epoch is measured by: those that suit the loss, or those that are ticked."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.panels.fields import SwitchField
from app.panels.pieces import Fold, clear_layout, column, plain_tip, push_button, row
from app.translating import joined, later, tr
from graph.document import Document
from graph.edits import UNSET, SetTraining
from train.metric_names import METRICS, applicable
from train.settings import TrainingConfig

#: As many classes as every metric needs; how many there are the checks know.
MANY = 11


class MetricsForm(QWidget):
    """Shows ``metrics:`` as boxes to tick."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, SwitchField] = {}
        self._body = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.usual = push_button(tr("As suits the loss"), icon_name="reset")
        self.usual.clicked.connect(
            lambda: self.edit_wanted.emit(
                SetTraining(("metrics",), UNSET, later("Choose metrics by the loss"))
            )
        )
        whole = column(spacing=8)
        whole.addLayout(self._grid)
        whole.addLayout(row(self.usual, None))
        self._body.setLayout(whole)
        self.fold = Fold(tr("Metrics"), self._body)
        self.setLayout(column(self.fold))

    def show_document(self, document: Document) -> None:
        config = TrainingConfig.from_document(document)
        types = [term.loss.type for term in config.terms] or [config.loss.type]
        there = {
            name for type_ in types for classes in (0, MANY) for name in applicable(type_, classes)
        }
        names = [name for name in METRICS if name in there]
        if list(self.boxes) != names:
            self._build(names)
        chosen = config.metrics
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(METRICS[name].usual if chosen is None else name in chosen)
        self.usual.setVisible(chosen is not None)
        self.setVisible(bool(names))

    @property
    def words(self) -> str:
        """Those that are ticked, in words."""
        return joined(", ", [name for name, box in self.boxes.items() if box.isChecked()])

    def _build(self, names: list[str]) -> None:
        clear_layout(self._grid)
        self.boxes = {}
        for place, name in enumerate(names):
            box = SwitchField(name.replace("_", " "))
            box.setToolTip(plain_tip(tr(METRICS[name].summary)))
            box.setAccessibleName(name)
            box.clicked.connect(self._choose)
            self.boxes[name] = box
            self._grid.addWidget(box, place // 2, place % 2)

    def _choose(self) -> None:
        chosen = tuple(name for name, box in self.boxes.items() if box.isChecked())
        self.edit_wanted.emit(SetTraining(("metrics",), chosen, later("Choose metrics")))
