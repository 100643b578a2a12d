"""What keeps a run steady: clipping, accumulation, precision, averages, and when it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.choice_section import ChoiceSection
from app.panels.pieces import column, plain_label
from app.translating import later, tr
from graph.catalog.layer import Argument
from graph.document import Document, Value
from graph.edits import UNSET, Edit, SetTraining
from train.parts import names_of
from train.reading_regularity import JUDGED_BY, MODES, judged_by
from train.settings import TrainingConfig

OFF = "off"

REGULARITY = (
    Argument(
        "clip_grad_norm",
        "float",
        None,
        optional=True,
        low=0,
        doc=later("Makes the gradient of all weights together no longer than this"),
    ),
    Argument("accumulate", "int", 1, low=1, doc=later("Batches that make one step together")),
    Argument(
        "precision",
        "choice",
        "float32",
        choices=("float32", "bf16", "fp16"),
        doc=later("What the network computes in; weights and loss stay float32"),
    ),
    Argument(
        "ema",
        "float",
        None,
        optional=True,
        low=0,
        high=1,
        doc=later("Decay of a moving average of the weights, which is validated and saved"),
    ),
    Argument(
        "best",
        "choice",
        "validation.loss",
        choices=JUDGED_BY,
        doc=later("Which epoch's weights are kept as the best"),
    ),
    Argument(
        "clip_grad_value",
        "float",
        None,
        optional=True,
        low=0,
        doc=later("Keeps each number of the gradient within this"),
        advanced=True,
    ),
    Argument(
        "compile",
        "bool",
        False,
        doc=later("Compiles the network with torch.compile before it is trained"),
        advanced=True,
    ),
    Argument(
        "tensorboard",
        "bool",
        False,
        doc=later("Writes event files for TensorBoard into the folder of the run"),
        advanced=True,
    ),
)
EARLY = (
    Argument(
        "patience", "int", 5, low=1, doc=later("Epochs without anything better, then it ends")
    ),
    Argument(
        "min_delta",
        "float",
        0.0,
        low=0,
        doc=later("By how much an epoch has to be better"),
        advanced=True,
    ),
    Argument("mode", "choice", "auto", choices=MODES, doc=later("What is better"), advanced=True),
)
SHORT = {"bfloat16": "bf16", "float16": "fp16", "float32": "float32"}


class RegularityForm(QWidget):
    """Shows these keys of ``training:`` and says, as edits, what the user wants changed."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ArgumentForm()
        self.form.show_arguments(REGULARITY)
        self.form.value_chosen.connect(self._set)
        choices = [(OFF, tr("never")), *((metric, metric) for metric in JUDGED_BY)]
        self.early = ChoiceSection(tr("Stop early by"), "metric", choices)
        self.early.type_chosen.connect(self._choose_metric)
        self.early.form.value_chosen.connect(self._set_early)
        self._document: Document | None = None
        self.setLayout(
            column(
                column(plain_label(tr("Regularity"), "section"), self.form), self.early, spacing=16
            )
        )

    def show_document(self, document: Document) -> None:
        self._document = document
        found = TrainingConfig.from_document(document).regularity
        given = dict(document.training)
        if "ema" in given:
            given["ema"] = found.ema
        if "precision" in given:
            given["precision"] = SHORT[found.precision]
        judged = judged_by(names_of(TrainingConfig.from_document(document).terms))
        self.form.show_arguments(_judged_by(judged))
        self._offer(judged)
        self.form.show_values(given)
        early = found.early_stopping
        self.early.show(
            early.metric if early else OFF, EARLY if early else (), _mapping(self._given_early)
        )

    def _offer(self, judged: Sequence[str]) -> None:
        """What a run may be stopped by follows from its losses."""
        choice = self.early.choice
        if [choice.itemData(place) for place in range(1, choice.count())] == list(judged):
            return
        choice.clear()
        for key, words in ((OFF, tr("never")), *((metric, metric) for metric in judged)):
            choice.addItem(words, key)

    @property
    def _given_early(self) -> Value:
        return self._document.training.get("early_stopping") if self._document else None

    def _set(self, name: str, value: Value) -> None:
        if name == "ema" and value is not UNSET and value is not None:
            value = {"decay": value}
        kept = UNSET if value is None else value
        self._push(SetTraining((name,), kept, later("Set {name}", name=name)))

    def _choose_metric(self, metric: str) -> None:
        if metric == OFF:
            self._push(SetTraining(("early_stopping",), UNSET, later("Never stop early")))
            return
        after = {**_mapping(self._given_early), "metric": metric}
        self._push(
            SetTraining(("early_stopping",), after, later("Stop early by {name}", name=metric))
        )

    def _set_early(self, name: str, value: Value) -> None:
        given = _mapping(self._given_early)
        after = {**given, name: value}
        if value is UNSET:
            after.pop(name)
        self._push(SetTraining(("early_stopping",), after, later("Set {name}", name=name)))

    def _push(self, edit: Edit) -> None:
        self.edit_wanted.emit(edit)


def _judged_by(judged: Sequence[str]) -> tuple[Argument, ...]:
    return tuple(
        replace(each, choices=tuple(judged)) if each.name == "best" else each for each in REGULARITY
    )


def _mapping(value: Value) -> dict[str, Value]:
    """``early_stopping: 5`` is short for its patience."""
    if type(value) is int:
        return {"patience": value}
    return dict(value) if isinstance(value, Mapping) else {}
