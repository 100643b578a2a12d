"""The optimizer studio: parameter groups in a table, and every argument of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from app.canvas.group_marks import REST, GroupEntry
from app.panels.argument_form import ArgumentForm
from app.panels.fields import SwitchField
from app.panels.flow_row import FlowRow
from app.panels.pieces import column, plain_label, plain_tip, scrolled, tool_button
from app.panels.studio.group_table import GroupTable
from app.panels.studio.kinds_field import KindsField, kind_words
from app.theme import icon, is_palette_change
from app.translating import tr
from app.words import count, significant
from graph.catalog.layer import Argument
from graph.document import Document, Value
from graph.edits import UNSET, Edit, SetTraining
from graph.phrases import later
from train.catalog import optimizers
from train.group_edits import (
    add_group,
    given_groups,
    move_group,
    remove_group,
    set_group,
    set_kinds,
    set_no_decay,
)
from train.grouping import titles
from train.settings import OptimizerConfig, TrainingConfig

Told = Sequence[Mapping[str, Any]]


class OptimizerStudio(QWidget):
    """Shows the groups of a document and says, as edits, what the user wants of them.

    What each group holds is told by ``show_groups``; the canvas is painted on by others, whom it
    tells by ``painting`` which group is painted with.
    """

    edit_wanted = Signal(object)  # Edit
    watched = Signal(bool)  # whether it is looked at
    painting_wanted = Signal(bool)
    selection_wanted = Signal()  # a group of what is selected on the canvas
    search_wanted = Signal()  # for a learning rate
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._config = OptimizerConfig()
        self._told: Told = ()
        self._chosen = 0
        self.table = GroupTable()
        self.table.row_chosen.connect(self._choose)
        self.table.value_chosen.connect(self._set)
        self.table.refused.connect(lambda words: self.say(words, wrong=True))
        self.add = self._button("add", tr("Group"), tr("Add a parameter group"))
        self.add.clicked.connect(lambda: self._add())
        self.of_selection = self._button(
            "frame", tr("Of selection"), tr("Add a group of the layers selected on the canvas")
        )
        self.of_selection.clicked.connect(lambda: self.selection_wanted.emit())
        self.paint = self._button(
            "palette",
            tr("Paint"),
            tr("Click or drag over cards to put them into the chosen group; Esc ends"),
        )
        self.paint.setCheckable(True)
        self.paint.toggled.connect(self.painting_wanted)
        self.no_decay = SwitchField(tr("No decay on bias and norm"))
        self.no_decay.setToolTip(
            plain_tip(tr("Weight decay is for weights; biases and norms are spared it"))
        )
        self.no_decay.clicked.connect(self._spare)
        self.find = self._button("search", tr("Find a learning rate"), tr("A range test on a copy"))
        self.find.clicked.connect(lambda: self.search_wanted.emit())
        self.up = tool_button("chevron_up", tr("Before the group above: the first that fits wins"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = tool_button("chevron_down", tr("After the group below"))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove = tool_button("delete", tr("Remove the group"))
        self.remove.clicked.connect(lambda: self._remove())
        self._said = plain_label(look="quiet")
        self._said.setMinimumWidth(40)  # the table needs the room; the tip has all of it
        self._said.setAccessibleName(tr("About the groups"))
        self._title = plain_label(look="section")
        self.form = ArgumentForm()
        self.form.value_chosen.connect(lambda name, value: self._set(self._chosen, name, value))
        bar = FlowRow(
            self.add, self.of_selection, self.paint, self.up, self.down, self.remove,
            self.no_decay, self.find, gap=4,
        )  # fmt: skip
        bar.setContentsMargins(8, 4, 8, 0)
        left = QWidget()
        left.setLayout(column(self.table, self._said, spacing=4, margin=4))
        page = QWidget()
        self.kinds = KindsField()
        self.kinds.chosen.connect(self._keep_to)
        page.setLayout(column(self._title, self.kinds, self.form, None, margin=12))
        area = scrolled(page)
        area.setMinimumWidth(216)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(area)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([600, 264])
        whole = column(bar, splitter, spacing=4)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    # what is shown

    def show_document(self, document: Document) -> None:
        self._document = document
        self._config = TrainingConfig.from_document(document).optimizer
        self._chosen = min(self._chosen, len(self._config.groups))
        self.no_decay.setChecked(bool(self._config.no_decay))
        self._show()

    def show_groups(self, told: Told, reason: str = "") -> None:
        """What each group holds, as the child told it; where it cannot, the reason."""
        self._told = told
        self._show()
        self.say(tr(reason) if reason else self._advice, wrong=bool(reason))

    def say(self, words: str, *, wrong: bool = False) -> None:
        self._said.setText(words)
        self._said.setToolTip(plain_tip(words))
        self._said.setProperty("wrong", "true" if wrong else "false")
        self._said.style().polish(self._said)

    def choose(self, index: int) -> None:
        """Choose a group by its place; the one after the last is what no group takes."""
        self._chosen = max(0, min(index, len(self._config.groups)))
        self._show()
        self.chosen_changed.emit()

    @property
    def chosen_group(self) -> int | None:
        """The place of the group that is chosen; None for what no group takes."""
        return self._chosen if self._chosen < len(self._config.groups) else None

    @property
    def chosen_title(self) -> str:
        return self._titles[self._chosen]

    @property
    def entries(self) -> tuple[GroupEntry, ...]:
        """The lines of a legend."""
        frozen = [*(group.frozen for group in self._config.groups), False]
        count_ = len(self._config.groups)
        return tuple(
            GroupEntry(REST if i == count_ else i, title, self._rate(i), frozen[i])
            for i, title in enumerate(self._titles)
        )

    @property
    def _titles(self) -> list[str]:
        names = [tr(title) for title in titles(self._config)]
        return [*names, tr("everything else") if names else tr("all layers")]

    @property
    def _advice(self) -> str:
        if not self._config.groups:
            return tr("One group of all layers. Add one to give some of them rates of their own.")
        return tr("A layer is in the first group that fits it; what none fits is in the last row.")

    def _rate(self, index: int) -> str:
        rate = self._effective(index).get("lr")
        return f"lr {significant(rate)}" if isinstance(rate, int | float) else ""

    def _effective(self, index: int) -> dict[str, Value]:
        known = {a.name: a.default for a in self._arguments}
        own = self._config.groups[index].arguments if index < len(self._config.groups) else {}
        return {**known, **self._config.arguments, **own}

    @property
    def _arguments(self) -> tuple[Argument, ...]:
        return tuple(optimizers()[self._config.type].arguments)

    def _show(self) -> None:
        groups, names = self._config.groups, self._titles
        rows: list[dict[str, object]] = []
        for index in range(len(groups) + 1):
            group = groups[index] if index < len(groups) else None
            members = [
                member
                for told in self._told
                for member in told["members"]
                if told["index"] == (None if group is None else index)
            ]
            nodes = "" if group is None else ", ".join(n for n in group.nodes if n != "!*")
            rows.append(
                {
                    "name": names[index],
                    "is_named": group is not None and bool(group.name),
                    "nodes": nodes,
                    "kinds": "" if group is None else ", ".join(map(kind_words, group.kinds)),
                    "own": self._config.arguments if group is None else group.arguments,
                    "settings": self._effective(index),
                    "frozen": group is not None and group.frozen,
                    "numbers": count(sum(int(member[3]) for member in members)),
                }
            )
        self.table.show_rows(self._arguments, rows, self._chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        group = self.chosen_group
        inherited = self._config.arguments
        shown = [
            a if group is None else replace(a, default=inherited.get(a.name, a.default))
            for a in self._arguments
        ]
        own = self._config.arguments if group is None else self._config.groups[group].arguments
        self._title.setText(self.chosen_title)
        self.kinds.setVisible(group is not None)
        self.kinds.show_kinds(() if group is None else self._config.groups[group].kinds)
        self.form.show_arguments(shown)
        self.form.show_values(own)
        self.remove.setEnabled(group is not None)
        self.up.setEnabled(bool(group))
        self.down.setEnabled(group is not None and group < len(self._config.groups) - 1)

    # what the user wants

    def _choose(self, index: int) -> None:
        if index >= 0 and index != self._chosen:
            self._chosen = index
            self._show_chosen()
            self.chosen_changed.emit()

    def _add(self) -> None:
        if self._document is not None:
            self._chosen = len(given_groups(self._document))
            self.edit_wanted.emit(add_group(self._document))
            self.chosen_changed.emit()

    def _remove(self) -> None:
        if self._document is not None and self.chosen_group is not None:
            self.edit_wanted.emit(remove_group(self._document, self.chosen_group))

    def _move(self, by: int) -> None:
        index = self.chosen_group
        if self._document is not None and index is not None:
            to = index + by
            if 0 <= to < len(self._config.groups):
                self._chosen = to
                self.edit_wanted.emit(move_group(self._document, index, to))

    def _spare(self, on: bool) -> None:
        if self._document is not None:
            self.edit_wanted.emit(set_no_decay(self._document, bool(on)))

    def _keep_to(self, kinds: tuple[str, ...]) -> None:
        if self._document is not None and self.chosen_group is not None:
            self.edit_wanted.emit(set_kinds(self._document, self.chosen_group, kinds))

    def _set(self, index: int, name: str, value: Value) -> None:
        if self._document is None:
            return
        if index < len(self._config.groups):
            self.edit_wanted.emit(set_group(self._document, index, name, value))
        else:
            self.edit_wanted.emit(_set_optimizer(self._document, self._config, name, value))

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.paint.setChecked(False)
        self.watched.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_palette_change(event) and hasattr(self, "form"):
            self._show()

    @staticmethod
    def _button(icon_name: str, words: str, tip: str) -> QToolButton:
        button = tool_button(icon_name, tip)
        button.setText(words)
        button.setIcon(icon(icon_name, "text"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button


def _set_optimizer(document: Document, config: OptimizerConfig, name: str, value: Value) -> Edit:
    """One argument of the optimizer itself, whose type may have been a default until now."""
    said = document.training.get("optimizer")
    given = dict(said) if isinstance(said, Mapping) else {}
    after = {"type": config.type, **given, name: value}
    if value is UNSET:
        del after[name]
    return SetTraining(("optimizer",), after, later("Set {name}", name=name))
