"""The list of ways in which samples are varied: added, ordered, set, taken away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.pieces import Choice, clear_layout, column, plain_label, plain_tip, row, tool_button
from app.translating import later, tr
from graph.document import Document, Value
from graph.edits import UNSET, Edit, SetTraining
from train.augment_kinds import KINDS
from train.settings import Choice as Step
from train.settings import TrainingConfig

PATH = ("data", "augment")


class AugmentForm(QWidget):
    """Shows ``training.data.augment`` and says, as edits, what the user wants changed."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._steps: tuple[Step, ...] = ()
        self.open = 0  # the step whose settings are shown
        self.add = Choice()
        self.add.setAccessibleName(tr("Add a way to vary samples"))
        self.add.setMaxVisibleItems(18)
        self.add.addItem(tr("Add a step"), "")
        for kind in KINDS.values():
            self.add.addItem(tr(kind.title), kind.name)
            tip = plain_tip(tr(kind.summary))
            self.add.setItemData(self.add.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.add.activated.connect(self._add)
        self._list = QWidget()
        self._list.setLayout(column(spacing=8))
        self.none = plain_label(
            tr("Samples are trained on as they are. What is held out always stays so."),
            "quiet",
            wrap=True,
        )
        self.rows: list[StepRow] = []
        self.setLayout(column(self.add, self.none, self._list, None, spacing=8))

    def show_document(self, document: Document) -> None:
        self._document = document
        steps = TrainingConfig.from_document(document).data.augment
        self.open = min(self.open, max(0, len(steps) - 1))
        if [step.type for step in steps] != [step.type for step in self._steps]:
            self._build(steps)
        self._steps = steps
        self.none.setVisible(not steps)
        for index, (line, step) in enumerate(zip(self.rows, steps, strict=True)):
            line.form.show_values(step.arguments)
            line.show_open(index == self.open)

    def _build(self, steps: tuple[Step, ...]) -> None:
        layout = self._list.layout()
        clear_layout(layout)
        self.rows = []
        for index, step in enumerate(steps):
            line = StepRow(step, first=index == 0, last=index == len(steps) - 1)
            line.opened.connect(lambda index=index: self._open(index))
            line.moved.connect(lambda by, index=index: self._move(index, by))
            line.removed.connect(lambda index=index: self._remove(index))
            line.form.value_chosen.connect(
                lambda name, value, index=index: self._set(index, name, value)
            )
            self.rows.append(line)
            layout.addWidget(line)

    def _open(self, index: int) -> None:
        self.open = index
        for place, line in enumerate(self.rows):
            line.show_open(place == index)

    def _add(self, _: int) -> None:
        name = str(self.add.currentData() or "")
        self.add.setCurrentIndex(0)
        if name:
            self.open = len(self._steps)
            self._push((*self._steps, Step(name)), later("Add {name}", name=name))

    def _move(self, index: int, by: int) -> None:
        steps = list(self._steps)
        step = steps.pop(index)
        steps.insert(index + by, step)
        self.open = index + by
        self._push(tuple(steps), later("Move {name}", name=step.type))

    def _remove(self, index: int) -> None:
        left = (*self._steps[:index], *self._steps[index + 1 :])
        self._push(left, later("Leave out {name}", name=self._steps[index].type))

    def _set(self, index: int, name: str, value: Value) -> None:
        arguments = {**self._steps[index].arguments, name: value}
        if value is UNSET:
            arguments.pop(name)
        changed = Step(self._steps[index].type, arguments)
        steps = (*self._steps[:index], changed, *self._steps[index + 1 :])
        self._push(steps, later("Set {name}", name=name))

    def _push(self, steps: tuple[Step, ...], label: str) -> None:
        if self._document is None:
            return
        said: Value = tuple({"type": step.type, **step.arguments} for step in steps)
        given = self._document.training.get("data")
        edit: Edit = SetTraining(PATH, said or UNSET, label)
        if not isinstance(given, Mapping):  # the source was a default until now
            source = TrainingConfig.from_document(self._document).data.source
            edit = SetTraining(("data",), {"source": source, "augment": said}, label)
        self.edit_wanted.emit(edit)


class StepRow(QFrame):
    """One step: its name, buttons to move and remove it, and its settings while it is open."""

    opened = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, step: Step, *, first: bool, last: bool) -> None:
        super().__init__()
        kind = KINDS[step.type]
        self.head = QToolButton()
        self.head.setText(tr(kind.title))
        self.head.setProperty("fold", "true")
        self.head.setToolTip(plain_tip(tr(kind.summary)))
        self.head.clicked.connect(lambda _=False: self.opened.emit())
        words = tr("{name}: {value}")
        self.up = tool_button("chevron_up", tr("Earlier"), lambda: self.moved.emit(-1))
        self.down = tool_button("chevron_down", tr("Later"), lambda: self.moved.emit(1))
        self.remove = tool_button("close", tr("Leave it out"), self.removed.emit)
        for button in (self.up, self.down, self.remove):
            name = button.accessibleName()
            button.setAccessibleName(words.format(name=tr(kind.title), value=name))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self.form = ArgumentForm()
        self.form.show_arguments(kind.arguments)
        self.setLayout(
            column(
                row(self.head, None, self.up, self.down, self.remove, spacing=2),
                self.form,
                spacing=4,
            )
        )

    def show_open(self, is_open: bool) -> None:
        self.form.setVisible(is_open)
