"""How training is set up: data, loss, optimizer, schedule and the run, from their catalogs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.choice_section import ChoiceSection
from app.panels.losses_form import LossesForm
from app.panels.metrics_form import MetricsForm
from app.panels.pieces import column, plain_label, push_button, row, tool_button
from app.panels.regularity_form import RegularityForm
from app.translating import later, tr
from app.words import sentence
from graph.catalog.layer import Argument, Layer
from graph.document import Document, Value
from graph.edits import UNSET, Edit, SetTraining
from graph.problems import Problem
from train.catalog import losses, optimizers, schedules
from train.data.carrying import still_said
from train.data.sources import SOURCES
from train.other_type import arguments_of, optimizer_of
from train.reading_loss import fields_of
from train.schedule_edits import choose_type
from train.settings import TrainingConfig

NO_SCHEDULE = "none"

#: What can be said of every data set, before what only one source knows.
DATA = (
    Argument("batch_size", "int", 64, low=1, high=100_000, doc="Samples in one step"),
    Argument(
        "validation",
        "any",
        0.2,
        doc=later("Held out to validate with: a fraction such as 0.2, or a file or folder"),
    ),
    Argument(
        "test",
        "any",
        0.0,
        doc=later("Held out and measured once, at the end: a fraction, or a file or folder"),
    ),
    Argument(
        "split",
        "choice",
        "random",
        choices=("random", "stratified"),
        doc=later("stratified: each class in every part alike"),
    ),
)
GROUP = Argument(
    "group", "str", "", doc=later("A column or array: samples that are alike there stay together")
)
FILE_GROUP = Argument(
    "group",
    "str",
    "",
    doc=later("folder: the files of a subfolder stay together; or a pattern of their names"),
)
DATA_ADVANCED = (
    Argument(
        "normalize",
        "choice",
        "auto",
        choices=("auto", "standard", "unit", "none"),
        doc="standard: mean 0, deviation 1; unit: 0 to 1",
        advanced=True,
    ),
    Argument("flatten", "bool", False, doc="One row of numbers per sample", advanced=True),
    Argument("drop_last", "bool", False, doc="Leave out a batch that is not full", advanced=True),
    Argument("seed", "int", 0, low=0, doc="Draws the split", advanced=True),
)
PER = Argument(
    "per", "choice", "epoch", choices=("epoch", "step"), doc="When the rate changes", advanced=True
)
RUN = (
    Argument("epochs", "int", 10, low=1, high=1_000_000, doc="Times that all samples are seen"),
    Argument("seed", "int", 0, low=0, doc="Same file, same seed: same curve"),
    Argument("device", "str", "auto", doc="auto, cpu, cuda, cuda:1, mps"),
    Argument(
        "processes",
        "int",
        1,
        low=1,
        high=1024,
        choices=("all",),
        doc=later("How many share every batch; all: one for each GPU of this machine"),
    ),
    Argument(
        "sanity",
        "bool",
        True,
        doc=later("Looks at data, network and loss before the first step, and says what is wrong"),
    ),
    Argument(
        "overfit_batch",
        "bool",
        False,
        doc=later("Trains on one batch alone, to see whether the network can learn it by heart"),
    ),
    Argument(
        "checkpoint_every",
        "int",
        0,
        low=0,
        doc=later("Steps after which a checkpoint is kept within an epoch; 0: only at its end"),
    ),
    Argument(
        "xray",
        "bool",
        False,
        doc=later("Looks into the network while it trains: what every layer gives and learns"),
    ),
)


class TrainingForm(QWidget):
    """Shows ``training:`` of a document and says, as edits, what the user wants changed."""

    edit_wanted = Signal(object)  # Edit
    search_wanted = Signal()  # for a batch size that fits

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.data = ChoiceSection(
            tr("Data"), "source", [(s.name, tr(s.title)) for s in SOURCES.values()]
        )
        self.loss = ChoiceSection(tr("Loss"), "type", _names(losses()))
        self.losses, self.metrics = LossesForm(), MetricsForm()
        for form in (self.losses, self.metrics):
            form.edit_wanted.connect(self.edit_wanted)
        self.optimizer = ChoiceSection(tr("Optimizer"), "type", _names(optimizers()))
        self.schedule = ChoiceSection(
            tr("Schedule"), "type", [(NO_SCHEDULE, tr("no schedule")), *_names(schedules())]
        )
        self.run = ArgumentForm()
        self.run.show_arguments(RUN)
        self.run.value_chosen.connect(
            lambda name, value: self.edit_wanted.emit(
                SetTraining((name,), value, later("Set {name}", name=name))
            )
        )
        for key in ("data", "loss", "optimizer", "schedule"):
            section: ChoiceSection = getattr(self, key)
            section.type_chosen.connect(lambda type_, key=key: self._choose(key, type_))
            section.form.value_chosen.connect(
                lambda name, value, key=key: self._set(key, name, value)
            )
        self.find_batch_size = push_button(tr("Find a batch size that fits"), "fix")
        self.find_batch_size.clicked.connect(lambda: self.search_wanted.emit())
        self.regularity = RegularityForm()
        self.regularity.edit_wanted.connect(self.edit_wanted)
        self.weights = plain_label(look="soft", wrap=True)
        self.draw = tool_button("close", tr("Start from drawn weights"), self._draw_weights)
        self._start = QWidget()
        self._start.setLayout(
            column(plain_label(tr("Starts from"), "section"), row(self.weights, None, self.draw))
        )
        self.setLayout(
            column(
                column(self.data, row(self.find_batch_size, None)),
                column(self.loss, self.losses, self.metrics),
                self.optimizer,
                self.schedule,
                self.regularity,
                column(plain_label(tr("Run"), "section"), self.run),
                self._start,
                None,
                spacing=16,
                margin=16,
            )
        )

    def show_document(self, document: Document) -> None:
        self._document = document
        config = TrainingConfig.from_document(document)
        source = SOURCES.get(config.data.source)
        own = source.arguments if source else ()
        by = source.groups_by if source else ""
        group = (FILE_GROUP if by == "file name" else GROUP,) if by else ()
        arguments = (*DATA, *group, *own, *DATA_ADVANCED)
        self.data.show(config.data.source, arguments, _mapping(document.training.get("data")))
        self.data.set_tip(tr(source.summary) if source else "")
        parts = (("loss", losses()), ("optimizer", optimizers()), ("schedule", schedules()))
        for key, catalog in parts:
            chosen = getattr(config, key)
            type_ = chosen.type if chosen is not None else NO_SCHEDULE
            layer = catalog.get(type_)
            given = _mapping(document.training.get(key))
            fields = layer.arguments if layer else ()
            if key == "loss" and layer is not None:
                fields = fields_of(type_)
            if key == "schedule" and layer is not None:
                fields = (*fields, PER)
            section: ChoiceSection = getattr(self, key)
            section.show(type_, fields, given)
            section.set_tip(tr(layer.summary) if layer else "")
        self.loss.setVisible(not config.terms)
        self.losses.show_document(document)
        self.metrics.show_document(document)
        self.regularity.show_document(document)
        given = {**document.training}
        if "xray" in given:  # every: 20 is for the file
            given["xray"] = config.xray.on
        self.run.show_values(given)
        self._start.setVisible(config.weights is not None)
        if config.weights is not None:
            how = config.weights.table or config.weights.match
            by = how if isinstance(how, str) else tr("names of its own")
            words = tr("{file}, matched by {how}").format(file=config.weights.path, how=by)
            self.weights.setText(words)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say of a value what is wrong with it, below its field."""
        found: dict[tuple[str, ...], str] = {}
        for problem in problems:
            where, colon, _ = str(problem.message).partition(": ")
            if colon and where.startswith("training."):
                words = re.split(": |：", tr(problem.message), maxsplit=1)[-1]
                said = words if words.endswith("?") else sentence(words)
                found.setdefault(tuple(where.split(".")[1:]), said)
        alone = {path[0]: words for path, words in found.items() if len(path) == 1}
        for form in (self.run, self.regularity.form):
            form.show_complaints(alone)
        sections: dict[tuple[str, ...], ChoiceSection] = {
            (key,): getattr(self, key) for key in ("data", "loss", "optimizer", "schedule")
        }
        sections[("early_stopping",)] = self.regularity.early
        for index, section in enumerate(self.losses.sections):
            sections["loss", str(index)] = section
        for place, section in sections.items():
            section.form.show_complaints({p[-1]: w for p, w in found.items() if p[:-1] == place})

    def type_with(self, widget: QWidget) -> str:
        """The loss, optimizer or schedule whose part holds a widget; "" where none does."""
        for section in (self.loss, self.optimizer, self.schedule):
            if section.isAncestorOf(widget):
                type_ = str(section.choice.currentData())
                return "" if type_ == NO_SCHEDULE else type_
        return ""

    def _draw_weights(self) -> None:
        self.edit_wanted.emit(SetTraining(("weights",), UNSET, later("Start from drawn weights")))

    def _choose(self, key: str, type_: str) -> None:
        """Another type: what it has in common with the one before keeps its value."""
        if self._document is None:
            return
        type_ = "" if key == "schedule" and type_ == NO_SCHEDULE else type_
        before = _mapping(self._document.training.get(key))
        if key == "data":
            after = {"source": type_, **still_said(before, type_)}
        elif key == "schedule":
            self._push(choose_type(self._document, (), type_))
            return
        elif key == "optimizer":
            after = optimizer_of(type_, before)
        else:
            was = losses().get(str(before.get("type", "CrossEntropyLoss")))
            after = {"type": type_, **arguments_of(losses()[type_], before, was)}
        self._push(SetTraining((key,), after, later("Choose {type}", type=type_)))

    def _set(self, key: str, name: str, value: Value) -> None:
        if self._document is None:
            return
        config = TrainingConfig.from_document(self._document)
        given = _mapping(self._document.training.get(key))
        word = "source" if key == "data" else "type"
        if word not in given:  # the type was a default until now: write it down with the value
            chosen = config.data.source if key == "data" else getattr(config, key).type
            self._push(
                SetTraining(
                    (key,), {word: chosen, **given, name: value}, later("Set {name}", name=name)
                )
            )
        else:
            self._push(SetTraining((key, name), value, later("Set {name}", name=name)))

    def _push(self, edit: Edit) -> None:
        self.edit_wanted.emit(edit)


def _names(catalog: Mapping[str, Layer]) -> list[tuple[str, str]]:
    return [(name, name) for name in catalog]


def _mapping(value: Value) -> dict[str, Value]:
    return dict(value) if isinstance(value, Mapping) else {}
