"""Which metrics an epoch is measured by: those that suit the loss, or those that are ticked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.panels.fields import SwitchField
from app.panels.pieces import Fold, clear_layout, column, plain_tip, push_button, row
from app.translating import joined, later, tr
from graph.analysis import Analysis
from graph.document import Document
from graph.edits import UNSET, SetTraining
from train.catalog import LOSS_NEEDS
from train.metric_names import METRICS, applicable
from train.settings import TrainingConfig

#: As many classes as every metric needs, while the shapes are not known.
MANY = 11


class MetricsForm(QWidget):
    """Shows ``metrics:`` as boxes to tick."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, SwitchField] = {}
        self._widths: Mapping[str, int] = {}
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
        outputs = tuple(node.name for node in document.graph.nodes if node.type == "Output")
        compared = [(term.loss.type, term.outputs) for term in config.terms]
        there = {
            name
            for type_, seen in compared or [(config.loss.type, outputs)]
            for classes in _counts(type_, self._widths.get(seen[0]) if seen else None)
            for name in applicable(type_, classes)
        }
        there |= set(config.metrics or ())  # what was chosen can be taken back
        names = [name for name in METRICS if name in there]
        if list(self.boxes) != names:
            self._build(names)
        chosen = config.metrics
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(METRICS[name].usual if chosen is None else name in chosen)
        self.usual.setVisible(chosen is not None)
        self.setVisible(bool(names))

    def show_widths(self, document: Document, analysis: Analysis) -> None:
        """How many scores arrive at each Output is how many classes there may be."""
        widths = {}
        for node in document.graph.nodes:
            known = analysis.nodes.get(node.name) if node.type == "Output" else None
            tensor = known.inputs.get("input") if known is not None else None
            if tensor is not None and len(tensor.shape) > 1 and isinstance(tensor.shape[1], int):
                widths[node.name] = tensor.shape[1]
        if widths != self._widths:
            self._widths = widths
            self.show_document(document)

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


def _counts(loss: str, width: int | None) -> tuple[int, ...]:
    """How many classes a target may have, 0 for numbers; one score a sample tells two apart."""
    classes = MANY if width is None else max(2, width)
    return (classes,) if LOSS_NEEDS[loss].target in ("classes", "labels") else (0, classes)
