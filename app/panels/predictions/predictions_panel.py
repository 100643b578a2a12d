"""The Predictions tab: samples worst first, the confusion matrix over epochs, your own input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSizePolicy, QSlider, QStackedWidget, QWidget

from app.panels.fields import SwitchField
from app.panels.flow_row import FlowRow
from app.panels.pieces import Choice, column, plain_label, row, scrolled
from app.panels.predictions.answers import Answers, Array, Samples
from app.panels.predictions.confusion_table import ConfusionTable
from app.panels.predictions.own_input import OwnInput
from app.panels.predictions.sample_list import SampleList
from app.panels.probe.segments import Segments
from app.translating import joined, tr
from app.words import percent, significant

ALL = -1


class PredictionsPanel(QWidget):
    """Shows the ``predictions`` events of a run; the newest epoch, until an older one is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs: dict[int, Mapping[str, Any]] = {}
        self._samples = Samples()
        self._cell: tuple[int, int] | None = None
        self._scatter: QWidget | None = None
        self.views = Segments(
            tr("What is shown"),
            [
                ("samples", tr("Samples")),
                ("matrix", tr("Confusion")),
                ("scatter", tr("Scatter")),
                ("own", tr("Your own")),
            ],
        )
        self.views.chosen.connect(lambda _: self._show())
        self.part = Choice()
        self.part.setAccessibleName(tr("Which output"))
        self.part.currentIndexChanged.connect(lambda _: self._choose_part())
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Epoch"))
        self.slider.setFixedWidth(140)
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(lambda _: self._show())
        self.epoch = plain_label(look="quiet")
        self.summary = plain_label(look="soft")
        self.classes = Choice()
        self.classes.setAccessibleName(tr("Class"))
        self.classes.currentIndexChanged.connect(lambda _: self._forget_cell())
        self.order = Choice()
        self.order.setAccessibleName(tr("Order"))
        for key, words in (
            ("worst", tr("Worst first")),
            ("best", tr("Best first")),
            ("file", tr("As they stand")),
        ):
            self.order.addItem(words, key)
        for choice in (self.order, self.classes):
            choice.setFixedWidth(136)
        self.order.currentIndexChanged.connect(lambda _: self._show_rows())
        self.wrong = SwitchField(tr("Wrong only"))
        self.wrong.toggled.connect(lambda _: self._show_rows())
        self.said = plain_label(look="quiet")
        self.list = SampleList()
        self.axes = plain_label(tr("rows are the truth, columns what was predicted"), "quiet")
        self.matrix = ConfusionTable()
        self.matrix.cell_chosen.connect(self.show_cell)
        self.own = OwnInput()
        self._empty = plain_label(
            tr("What the network answers to held-out samples stands here once an epoch is over."),
            "soft",
            wrap=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self.clear()

    def _arrange(self) -> None:
        when = QWidget()
        when.setLayout(row(self.epoch, self.slider))
        head = FlowRow(self.views, self.part, self.summary, when, self.axes)
        head.setContentsMargins(8, 8, 8, 0)
        for low, beside in (
            (self.summary, self.views), (when, self.views), (self.axes, self.views),
            (self.wrong, self.order), (self.said, self.order),
        ):  # fmt: skip
            low.setMinimumHeight(beside.sizeHint().height())  # on one line with what is higher
        filters = FlowRow(self.order, self.classes, self.wrong, self.said)
        filters.setContentsMargins(8, 0, 8, 0)
        page = QWidget()
        rows = column(spacing=4)
        rows.addLayout(filters)
        rows.addWidget(self.list, 1)
        page.setLayout(rows)
        self._place = QWidget()  # the scatter is made at first use: pyqtgraph takes a while
        self._place.setLayout(column())
        self._stack = QStackedWidget()
        # Each page scrolls by itself: the tab has nothing left to scroll beside it.
        ignored = QSizePolicy.Policy.Ignored
        for part in (self._stack, self.list):
            part.setSizePolicy(ignored, ignored)
            part.setMinimumSize(160, 24)
        self._pages = {
            "samples": page,
            "matrix": self.matrix,
            "scatter": self._place,
            "own": scrolled(self.own, sideways=True),
            "empty": self._empty,
        }
        for each in self._pages.values():
            self._stack.addWidget(each)
        whole = column(spacing=4)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)

    # what comes

    def clear(self) -> None:
        """Nothing was trained yet, or another run begins."""
        self._epochs, self._samples, self._cell = {}, Samples(), None
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, 0)
        with QSignalBlocker(self.part):
            self.part.clear()
        self._show()

    def take(self, event: Mapping[str, Any]) -> None:
        """Take in one ``predictions`` event; follow it, if the last epoch was shown."""
        epoch = int(event.get("epoch") or 0)
        follows = not self._epochs or self.slider.value() == self.slider.maximum()
        self._epochs = {n: e for n, e in self._epochs.items() if n < epoch} | {epoch: event}
        self._samples.follow(event)
        names = [str(part.get("name") or "") for part in event.get("parts") or ()]
        if [self.part.itemText(i) for i in range(self.part.count())] != names:
            with QSignalBlocker(self.part):
                self.part.clear()
                self.part.addItems(names)
            self._choose_part()
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(self._epochs) - 1)
            if follows:
                self.slider.setValue(len(self._epochs) - 1)
        if follows or len(self._epochs) < 2:
            self._show()
        else:
            self._show_epoch()

    # what is shown

    @property
    def answers(self) -> Answers | None:
        """Of the epoch and the output that are chosen."""
        epochs = list(self._epochs.values())
        if not epochs:
            return None
        parts = Answers.of(epochs[min(self.slider.value(), len(epochs) - 1)])
        place = max(0, self.part.currentIndex())
        return parts[place] if place < len(parts) else None

    def show_cell(self, truth: int, said: int) -> None:
        """The samples of one cell of the confusion matrix."""
        self._cell = (truth, said)
        with QSignalBlocker(self.classes):
            self.classes.setCurrentIndex(self.classes.findData(truth))
        with QSignalBlocker(self.wrong):
            self.wrong.setChecked(truth != said)
        self.views.choose("samples")
        self._show()
        self.list.setFocus()

    def _forget_cell(self) -> None:
        self._cell = None
        self._show_rows()

    def _choose_part(self) -> None:
        answers = self.answers
        classes = answers.classes if answers is not None else []
        with QSignalBlocker(self.classes):
            self.classes.clear()
            self.classes.addItem(tr("All classes"), ALL)
            for place, name in enumerate(classes):
                self.classes.addItem(name, place)
        self._cell = None
        self._show()

    def _show(self) -> None:
        answers = self.answers
        has_classes = answers is not None and bool(answers.classes)
        kinds = ["samples", "matrix" if has_classes else "scatter", "own"]
        self.views.show_only(kinds)
        self.part.setVisible(self.part.count() > 1)
        self.classes.setVisible(has_classes)
        self.wrong.setVisible(has_classes and not (answers is not None and answers.has_many))
        self._show_epoch()
        key = self.views.key
        self.slider.setVisible(len(self._epochs) > 1 and key != "own")
        self.epoch.setVisible(bool(self._epochs) and key != "own")
        self.summary.setVisible(key != "own")
        self.axes.setVisible(key == "matrix" and answers is not None)
        shown = "empty" if answers is None and key != "own" else key
        self._stack.setCurrentWidget(self._pages[shown])
        self._show_summary(answers)
        if answers is None:
            return
        self._show_rows()
        if has_classes:
            self.matrix.show_counts(answers.confusion, answers.classes)
        elif key == "scatter":
            self.scatter.show_answers(answers)  # type: ignore[attr-defined]

    @property
    def scatter(self) -> QWidget:
        if self._scatter is None:
            from app.panels.predictions.scatter import Scatter

            self._scatter = Scatter()
            self._place.layout().addWidget(self._scatter)
        return self._scatter

    def _show_epoch(self) -> None:
        epochs = list(self._epochs)
        if epochs:
            shown = epochs[min(self.slider.value(), len(epochs) - 1)]
            self.epoch.setText(tr("epoch {epoch}").format(epoch=shown))
            self.slider.setToolTip(tr("epoch {epoch}").format(epoch=shown))

    def _show_summary(self, answers: Answers | None) -> None:
        if answers is None:
            self.summary.setText("")
            return
        counts = answers.confusion
        if answers.classes and counts is not None and counts.sum():
            right = int(counts.diagonal().sum())
            words = tr("{right} of {total} right ({share})")
            if answers.has_many:
                words = tr("{share} of all places right")
            share = percent(right / int(counts.sum()), 1)
            text = words.format(right=right, total=int(counts.sum()), share=share)
        else:
            loss = float(answers.part.get("mean_loss") or 0.0)
            text = tr("root mean squared error {error}").format(error=significant(loss**0.5, 3))
        self.summary.setText(text)

    def _show_rows(self) -> None:
        answers = self.answers
        if answers is None or not answers.has_rows:
            self.list.rows.show_rows(None, self._samples, np.zeros(0, np.int64))
            gone = answers is not None
            words = tr("Of this epoch only the matrix is kept; newer epochs have their samples.")
            self.said.setText(words if gone else "")
            return
        order = self._order(answers)
        self.list.rows.show_rows(answers, self._samples, order)
        counts = [tr("{n} samples", one="{n} sample", n=len(order))]
        if answers.has_many and len(answers.rows("said").shape) == 3:
            counts.append(tr("each with its true mask, the predicted one, and what is wrong"))
        if self._cell is not None:
            names = [answers.class_name(place) for place in self._cell]
            words = tr("{truth}, taken for {said}").format(truth=names[0], said=names[1])
            counts.append(words)
        whole, kept = int(answers.event.get("of") or 0), len(answers.rows("loss"))
        if kept < whole:
            counts.append(tr("of the first {kept} of {whole}").format(kept=kept, whole=whole))
        self.said.setText(joined(", ", counts))

    def _order(self, answers: Answers) -> Array:
        loss = answers.rows("loss")
        keep = np.ones(len(loss), bool)
        chosen = self.classes.currentData()
        if answers.has_many:
            if self._cell is not None:
                keep &= answers.holding(*self._cell)
            elif chosen is not None and chosen != ALL:
                keep &= answers.holding(int(chosen))
        elif answers.classes:
            truth = answers.rows("truth")
            if chosen is not None and chosen != ALL:
                keep &= truth == chosen
            if self.wrong.isChecked():
                keep &= ~answers.is_right
            if self._cell is not None:
                keep &= (truth == self._cell[0]) & (answers.rows("top")[:, 0] == self._cell[1])
        found = np.flatnonzero(keep)
        way = self.order.currentData()
        if way == "file":
            return found
        sign = -1.0 if way == "worst" else 1.0
        return found[np.argsort(sign * loss[found], kind="stable")]
