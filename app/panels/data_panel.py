"""The Data tab: what the data set is, a few of its samples, and an offer to fit the Input to it."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.panels.pieces import column, plain_label, push_button, row
from app.panels.sample_pictures import sample_pictures
from app.theme_fonts import monospace_font
from app.translating import joined, later, tr
from graph.document import Document
from graph.edits import Batch, Edit, SetArgument
from graph.errors import LoomError
from train.data import DataDescription, Field, describe
from train.data.samples import first_samples
from train.settings import TrainingConfig

PICTURE = 72

#: A set of more numbers than these is not read for a look at it: the window would stand still.
MOST_NUMBERS = 40_000_000


class DataPanel(QWidget):
    """Describes the data that ``training:`` names. Reads it only while it is looked at."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._folder: Path | None = None
        self._shown: object = None
        self._fitting: Edit | None = None
        self._title, self._facts = plain_label(look="title"), plain_label(wrap=True)
        self._offer = push_button("", "fix", "fix")
        self._offer.clicked.connect(self._fit)
        self._offer.setAccessibleName(tr("Fit the inputs to the data"))
        self._offer.hide()
        self._samples = QListWidget()
        self._samples.setAccessibleName(tr("Samples"))
        self._samples.setViewMode(QListWidget.ViewMode.IconMode)
        self._samples.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._samples.setMovement(QListWidget.Movement.Static)
        self._samples.setIconSize(QSize(PICTURE, PICTURE))
        self._samples.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._samples.setSpacing(4)
        self._rows = QListWidget()
        self._rows.setFont(monospace_font(12))
        self._rows.setAccessibleName(tr("Samples"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._samples)
        self._stack.addWidget(self._rows)
        head = row(self._title, None, self._offer)
        layout = column(head, self._facts, self._stack, spacing=8, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._refresh)

    def show_document(self, document: Document, folder: Path | None) -> None:
        self._document, self._folder = document, folder
        self._timer.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._timer.start()

    def _refresh(self) -> None:
        if self._document is None or not self.isVisible():
            return
        config = TrainingConfig.from_document(self._document)
        try:
            described = describe(config.data, self._folder, outside=True)
        except LoomError as error:
            self._title.setText(tr("No data"))
            self._facts.setText(tr(str(error)))
            self._offer.hide()
            self._samples.clear()
            self._rows.clear()
            self._shown = None
            return
        self._title.setText(tr(described.title) or config.data.source)
        self._facts.setText(_facts(described))
        self._make_offer(described)
        if self._shown != (config.data, self._folder):
            self._shown = (config.data, self._folder)
            if _numbers_in(described) <= MOST_NUMBERS:
                self._show_samples(config)
            else:
                self._samples.clear()
                self._rows.clear()
                self._rows.addItem(tr("Too large to be shown here."))
                self._stack.setCurrentIndex(1)

    def _show_samples(self, config: TrainingConfig) -> None:
        self._samples.clear()
        self._rows.clear()
        try:
            samples = first_samples(config.data, self._folder)
        except LoomError as error:
            self._facts.setText(tr(str(error)))
            return
        pictures = sample_pictures(samples, PICTURE, self.devicePixelRatioF())
        if pictures:
            for picture, words in pictures:
                item = QListWidgetItem(picture, words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
                self._samples.addItem(item)
        else:
            for line in samples.lines():
                self._rows.addItem(line)
        self._stack.setCurrentIndex(0 if pictures else 1)

    def _make_offer(self, described: DataDescription) -> None:
        """Offer to give the Input nodes the shapes that will arrive, where they differ."""
        document = self._document
        inputs = [node for node in document.graph.nodes if node.type == "Input"] if document else []
        edits: list[Edit] = []
        for node, field in zip(inputs, described.inputs, strict=False):
            shape = ("N", *field.shape)
            if tuple(node.arguments.get("shape", ())) != shape:
                edits.append(SetArgument(node.name, "shape", shape))
            if node.arguments.get("dtype", "float32") != field.dtype:
                edits.append(SetArgument(node.name, "dtype", field.dtype))
        self._fitting = Batch(tuple(edits), later("Fit inputs to the data")) if edits else None
        self._offer.setVisible(bool(edits))
        if edits:
            shapes = ", ".join(_shape(field) for field in described.inputs)
            self._offer.setText(tr("Set Input to {shapes}").format(shapes=shapes))

    def _fit(self) -> None:
        if self._fitting is not None:
            self.edit_wanted.emit(self._fitting)


def _numbers_in(described: DataDescription) -> int:
    return described.samples * sum(math.prod(field.shape) for field in described.inputs)


def _facts(described: DataDescription) -> str:
    parts = [tr("{n} samples", one="{n} sample", n=described.samples)]
    parts += [tr("input {shape}").format(shape=_shape(field)) for field in described.inputs]
    if described.classes:
        names = ", ".join(described.classes[:10]) + (" ..." if len(described.classes) > 10 else "")
        words = tr("{n} classes: {names}", one="{n} class: {names}", n=len(described.classes))
        parts.append(words.format(names=names))
    else:
        parts.append(tr("target {shape}").format(shape=_shape(described.target)))
    return joined("   ", [*parts, *map(tr, described.notes)])


def _shape(field: Field) -> str:
    return "[" + ", ".join(["N", *map(str, field.shape)]) + "]"
