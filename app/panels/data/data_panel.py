"""The Data tab: what the data set is, its samples, classes and values, and how it is varied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.looking_client import LookingClient
from app.panels.data.augment_page import AugmentPage
from app.panels.data.balance import BalanceBars
from app.panels.data.samples import PARTS, SamplesView
from app.panels.data.values import ValuesView
from app.panels.pieces import column, plain_label, push_button, row, scrolled
from app.panels.probe.segments import Segments
from app.translating import joined, later, tr
from app.words import count
from graph.document import Document
from graph.edits import Batch, Edit, SetArgument
from graph.project_file import dumps
from train.settings import TrainingConfig


class DataPanel(QWidget):
    """Describes the data that ``training:`` names. A child reads it, while it is looked at."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._folder: Path | None = None
        self._asked: object = None
        self._is_stale = False
        self._wanted: dict[str, Any] = {}
        self._told: Mapping[str, Any] = {}
        self._fitting: Edit | None = None
        self._client: LookingClient | None = None
        self.title, self.facts = plain_label(look="title"), plain_label(look="quiet", wrap=True)
        self.notes = plain_label(look="warning", wrap=True)
        self._offer = push_button("", "fix", "fix")
        self._offer.clicked.connect(self._fit)
        self._offer.setAccessibleName(tr("Fit the inputs to the data"))
        self.samples, self.balance, self.values = SamplesView(), BalanceBars(), ValuesView()
        self.augment = AugmentPage()
        self.sampled = plain_label(look="quiet", wrap=True)
        self.samples.wanted.connect(self._look_for)
        self.augment.draws_wanted.connect(self._vary)
        self.augment.form.edit_wanted.connect(self.edit_wanted)
        self.pages = Segments(
            tr("What is shown of the data"),
            [
                ("samples", tr("Samples")),
                ("classes", tr("Classes")),
                ("values", tr("Values")),
                ("augment", tr("Augment")),
            ],
        )
        self.pages.chosen.connect(self._turn)
        values = QWidget()
        values.setLayout(column(self.sampled, self.values, None, spacing=8))
        self._stack = QStackedWidget()
        for page in (self.samples, scrolled(self.balance), scrolled(values), self.augment):
            self._stack.addWidget(page)
        head = row(self.title, 8, self._offer, None, self.pages, spacing=8)
        layout = column(head, self.facts, self.notes, self._stack, spacing=6)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        for widget in (self._offer, self.notes):
            widget.hide()
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._refresh)

    def show_document(self, document: Document, folder: Path | None) -> None:
        self._document, self._folder = document, folder
        self.augment.form.show_document(document)
        self._timer.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._is_stale = True  # files may have changed meanwhile
        self._timer.start()

    def close_child(self) -> None:
        """End the child that reads, if there is one."""
        if self._client is not None:
            self._client.close()
            self._client = None

    @property
    def client(self) -> LookingClient:
        """Started at first use: many a project is drawn and never trained."""
        if self._client is None:
            self._client = LookingClient(self)
            self._client.answered.connect(self._answered)
            self._client.busy_changed.connect(self._show_busy)
        return self._client

    def _refresh(self) -> None:
        if self._document is None or not self.isVisible():
            return
        config = TrainingConfig.from_document(self._document)
        before, self._asked = self._asked, (config.data, self._folder)
        is_other = before is None or _but_varying(before) != _but_varying(self._asked)
        if is_other:
            self._wanted = {}
        if is_other or self._is_stale:
            self._look()
        else:
            self._make_offer()
        if self.pages.key == "augment" and (before != self._asked or self._is_stale):
            self.augment.ask()
        self._is_stale = False

    def _turn(self, key: str) -> None:
        self._stack.setCurrentIndex(list(self.pages.buttons).index(key))
        if key == "augment":
            self.augment.ask()

    def _look_for(self, wanted: Mapping[str, Any]) -> None:
        self._wanted = dict(wanted)
        self._look()

    def _look(self) -> None:
        if self._document is not None:
            self.client.request("look", *self._project, wanted=self._wanted)

    def _vary(self, wanted: Mapping[str, Any]) -> None:
        if self._document is not None:
            self.client.request("vary", *self._project, **wanted)

    @property
    def _project(self) -> tuple[str, str]:
        assert self._document is not None
        return dumps(self._document), "" if self._folder is None else str(self._folder)

    def _show_busy(self, busy: bool) -> None:
        if busy and not self.facts.text():
            self.facts.setText(tr("Reading ..."))

    def _answered(self, what: str, told: Mapping[str, Any]) -> None:
        if what == "vary":
            self.augment.show_draws(told, self.devicePixelRatioF())
            return
        self._told = told
        if told.get("problem"):
            self._show_problem(told)
            return
        self.title.setText(tr(str(told["title"])) or tr("Data"))
        self.facts.setText(_facts(told))
        notes = [tr(str(note)) for note in told["notes"]]
        self.notes.setText(joined("; ", notes))
        self.notes.setVisible(bool(notes))
        self.samples.show_page(told, self.devicePixelRatioF())
        self.balance.show_balance(told)
        self.values.show_values(told["values"])
        self._say_sampled(told.get("sampled"))
        self._make_offer()

    def _show_problem(self, told: Mapping[str, Any]) -> None:
        self.title.setText(tr("No data"))
        self.facts.setText(tr(str(told["problem"])))
        for widget in (self.notes, self._offer):
            widget.hide()
        self.samples.show_nothing()
        self.balance.show_balance({"classes": [], "balance": {}})
        self.values.show_values(told.get("values", ()))
        self._say_sampled(None)

    def _say_sampled(self, sampled: object) -> None:
        words = tr("Of {n} samples, spread over all of them: the set is too large to count whole.")
        self.sampled.setText(words.format(n=count(int(str(sampled)))) if sampled else "")
        self.sampled.setVisible(bool(sampled))

    def _make_offer(self) -> None:
        """Offer to give the Input nodes the shapes that will arrive, where they differ."""
        told, document = self._told, self._document
        inputs = [node for node in document.graph.nodes if node.type == "Input"] if document else []
        edits: list[Edit] = []
        fields = told.get("inputs", ()) if not told.get("problem") else ()
        for node, field in zip(inputs, fields, strict=False):
            shape = ("N", *field["shape"])
            if tuple(node.arguments.get("shape", ())) != shape:
                edits.append(SetArgument(node.name, "shape", shape))
            if node.arguments.get("dtype", "float32") != field["dtype"]:
                edits.append(SetArgument(node.name, "dtype", field["dtype"]))
        self._fitting = Batch(tuple(edits), later("Fit inputs to the data")) if edits else None
        self._offer.setVisible(bool(edits))
        if edits:
            shapes = ", ".join(_shape(field) for field in fields)
            self._offer.setText(tr("Set Input to {shapes}").format(shapes=shapes))

    def _fit(self) -> None:
        if self._fitting is not None:
            self.edit_wanted.emit(self._fitting)


def _but_varying(asked: object) -> object:
    data, folder = asked  # type: ignore[misc]
    return replace(data, augment=(), batch_size=1), folder


def _facts(told: Mapping[str, Any]) -> str:
    parts = [f"{count(size)} {tr(PARTS[name])}" for name, size in told["parts"].items() if size]
    parts += [
        tr("input {shape}").format(shape=f"{_shape(field)} {field['dtype']}")
        for field in told["inputs"]
    ]
    names = told["classes"]
    if names:
        listed = ", ".join(names[:8]) + (" ..." if len(names) > 8 else "")
        words = tr("{n} classes: {names}", one="{n} class: {names}", n=len(names))
        parts.append(words.format(names=listed))
    if not names or told["target"]["shape"]:
        target = told["target"]
        words = f"{_shape(target)} {target['dtype']}"
        parts.append(tr("target {shape}").format(shape=words))
    return joined("   ", parts)


def _shape(field: Mapping[str, Any]) -> str:
    return "[" + ", ".join(["N", *map(str, field["shape"])]) + "]"
