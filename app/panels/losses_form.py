"""The losses of several outputs: each with what it compares, its weight and its arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.panels.choice_section import ChoiceSection
from app.panels.pieces import clear_layout, column, push_button, row, tool_button
from app.translating import later, tr
from graph.catalog.layer import Argument, Layer
from graph.document import Document, Value
from graph.edits import Edit, SetTraining
from train.catalog import LOSS_NEEDS, losses
from train.other_type import arguments_of
from train.reading_loss import fields_of

OUTPUTS = Argument("outputs", "any", None, doc=later("Names of the outputs that it compares"))
WEIGHT = Argument("weight", "float", 1.0, doc=later("How much this loss counts in the sum"))
TARGET = Argument(
    "target",
    "str",
    "",
    doc=later("A column or an array of the data; inputs: what goes in; empty: the data's target"),
)

#: What a loss of several says beside the arguments of its type.
BESIDE = ("output", "outputs", "weight", "target")


class LossesForm(QWidget):
    """Shows ``loss:`` where it is a list, and says what is to be changed as edits.

    Where it is one loss, it only offers to add one for another output.
    """

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.sections: list[ChoiceSection] = []
        self.add = push_button(tr("Add a loss for another output"), icon_name="add")
        self.add.clicked.connect(self._add)
        self._rows = column(spacing=12)
        whole = column(spacing=8)
        whole.addLayout(self._rows)
        whole.addLayout(row(self.add, None))
        self.setLayout(whole)

    def show_document(self, document: Document) -> None:
        self._document = document
        terms = _terms(document)
        outputs = _outputs(document)
        self.add.setVisible(len(outputs) > 1)
        self.setVisible(bool(terms) or len(outputs) > 1)
        if len(self.sections) != len(terms):
            self._build(len(terms))
        for section, term in zip(self.sections, terms, strict=True):
            type_ = str(term.get("type", "CrossEntropyLoss"))
            layer = losses().get(type_)
            section.show(type_, _arguments(layer, outputs), term)

    def _build(self, count: int) -> None:
        clear_layout(self._rows)
        names = [(name, name) for name in losses()]
        self.sections = []
        for place in range(count):
            section = ChoiceSection(tr("Loss {number}").format(number=place + 1), "type", names)
            section.type_chosen.connect(lambda type_, place=place: self._choose(place, type_))
            section.form.value_chosen.connect(
                lambda name, value, place=place: self._set(place, name, value)
            )
            remove = tool_button(
                "close", tr("Remove this loss"), lambda place=place: self._remove(place)
            )
            line = row(section, remove, spacing=4)
            line.setStretch(0, 1)
            line.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
            holder = QWidget()
            holder.setLayout(line)
            self._rows.addWidget(holder)
            self.sections.append(section)

    def _set(self, place: int, name: str, value: Value) -> None:
        label = later("Set {name}", name=name)
        self.edit_wanted.emit(SetTraining(("loss", str(place), name), value, label))

    def _choose(self, place: int, type_: str) -> None:
        """Another type keeps what it has in common with the one before."""
        if self._document is None:
            return
        term = _terms(self._document)[place]
        beside = {key: term.pop(key) for key in BESIDE if key in term}
        if "class_weight" in term:
            term["weight"] = term.pop("class_weight")
        found = arguments_of(losses()[type_], term, losses().get(str(term.get("type"))))
        after = {**beside, **{_own(key): value for key, value in found.items()}, "type": type_}
        edit: Edit = SetTraining(("loss", str(place)), after, later("Choose {type}", type=type_))
        self.edit_wanted.emit(edit)

    def _remove(self, place: int) -> None:
        if self._document is None:
            return
        terms = _terms(self._document)
        left = [term for index, term in enumerate(terms) if index != place]
        label = later("Remove loss")
        if len(left) == 1:  # one loss is written as one
            alone = {k: v for k, v in left[0].items() if k not in ("output", "outputs", "target")}
            weight = alone.pop("class_weight", None)
            alone.pop("weight", None)
            alone |= {"weight": weight} if weight is not None else {}
            self.edit_wanted.emit(SetTraining(("loss",), alone, label))
        else:
            self.edit_wanted.emit(SetTraining(("loss",), tuple(left), label))

    def _add(self) -> None:
        if self._document is None:
            return
        outputs, terms = _outputs(self._document), _terms(self._document)
        if not terms:
            given = self._document.training.get("loss")
            one = {"type": given} if isinstance(given, str) else dict(_mapping(given))
            one = {"type": "CrossEntropyLoss", **one}
            if "weight" in one:
                one["class_weight"] = one.pop("weight")
            terms = [{"output": outputs[0], **one}]
        used = {term.get("output") for term in terms}
        free = next((name for name in outputs if name not in used), outputs[-1])
        added: dict[str, Value] = {"output": free, "type": "MSELoss"}
        edit = SetTraining(("loss",), (*terms, added), later("Add loss"))
        self.edit_wanted.emit(edit)


def _arguments(layer: Layer | None, outputs: Sequence[str]) -> tuple[Argument, ...]:
    output = Argument(
        "output", "choice", outputs[0] if outputs else "", choices=tuple(outputs),
        doc=later("The output that it compares"),
    )  # fmt: skip
    if layer is None:
        return (output, WEIGHT, TARGET)
    needs = LOSS_NEEDS[layer.type]
    first = output if needs.outputs == 1 else OUTPUTS
    target = () if needs.target == "nothing" else (TARGET,)
    own = tuple(replace(a, name=_own(a.name)) for a in fields_of(layer.type))
    return (first, WEIGHT, *target, *own)


def _own(argument: str) -> str:
    """``weight`` says how much a loss counts in a sum; that of classes has a name of its own."""
    return "class_weight" if argument == "weight" else argument


def _terms(document: Document) -> list[dict[str, Value]]:
    given = document.training.get("loss")
    return [dict(_mapping(each)) for each in given] if isinstance(given, tuple | list) else []


def _mapping(value: Value) -> Mapping[str, Value]:
    if isinstance(value, str):
        return {"type": value}
    return value if isinstance(value, Mapping) else {}


def _outputs(document: Document) -> list[str]:
    return [node.name for node in document.graph.nodes if node.type == "Output"]
