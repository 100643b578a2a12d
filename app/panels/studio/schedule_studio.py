"""The schedule studio: the parts of a schedule, the arguments of one, and the curve of the run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.panels.choice_section import ChoiceSection
from app.panels.flow_row import FlowRow
from app.panels.pieces import (
    column,
    plain_label,
    plain_tip,
    push_button,
    scrolled,
    tool_button,
)
from app.theme import is_palette_change
from app.translating import later, tr
from graph.catalog.layer import Argument
from graph.document import Document, Value
from graph.edits import Edit
from train.catalog import schedules
from train.schedule_edits import (
    Part,
    Place,
    chain_with,
    choose_type,
    follow_with,
    given_schedule,
    milestones_in,
    move_milestone,
    move_part,
    part_at,
    parts_of,
    remove_part,
    set_value,
    units_of,
    warm_up,
)

if TYPE_CHECKING:
    from app.panels.studio.rate_plot import RatePlot

NONE = "none"
PER = Argument(
    "per", "choice", "epoch", choices=("epoch", "step"), doc=later("When the rate changes")
)
_PLACE = Qt.ItemDataRole.UserRole


class ScheduleStudio(QWidget):
    """Shows the schedule of a document and says, as edits, what the user wants of it.

    The curve is told by ``show_preview``: it is made where PyTorch is.
    """

    edit_wanted = Signal(object)  # Edit
    watched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._schedule: Part = {}
        self._place: Place = ()
        self._steps = 1
        self._preview: Mapping[str, Any] = {}
        self.plot: RatePlot | None = None
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Parts of the schedule"))
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(16)
        self.tree.setMinimumHeight(108)
        self.tree.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.warm = self._button(tr("Warm up"), tr("Begin low and rise, then go on as now"))
        self.warm.clicked.connect(lambda: self._ask(warm_up, self._units))
        self.follow = self._button(tr("Then"), tr("Add a part that follows at a milestone"))
        self.follow.clicked.connect(lambda: self._ask(follow_with, self._units))
        self.chain = self._button(tr("Together with"), tr("Add a part whose factor is multiplied"))
        self.chain.clicked.connect(lambda: self._ask(chain_with))
        self.up = tool_button("chevron_up", tr("Before the part above"))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down = tool_button("chevron_down", tr("After the part below"))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove = tool_button("delete", tr("Remove the part"))
        self.remove.clicked.connect(lambda: self._remove())
        names = [(NONE, tr("no schedule")), *((name, name) for name in schedules())]
        self.section = ChoiceSection(tr("Kind"), "type", names)
        self.section.type_chosen.connect(self._choose_type)
        self.section.form.value_chosen.connect(self._set)
        self._said = plain_label(look="quiet", wrap=True)
        self._said.setAccessibleName(tr("About the schedule"))
        self.setLayout(self._arranged())

    def _arranged(self) -> QVBoxLayout:
        parts = (self.warm, self.follow, self.chain, self.up, self.down, self.remove)
        bar = FlowRow(*parts, gap=4)
        setup = QWidget()
        setup.setLayout(column(self._said, bar, self.tree, self.section, None, margin=8))
        area = scrolled(setup)
        area.setMinimumWidth(232)
        curve = QWidget()
        self._curve = column(spacing=0)
        curve.setLayout(self._curve)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(curve)
        splitter.addWidget(area)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([560, 264])
        return column(splitter, spacing=0)

    # what is shown

    def show_document(self, document: Document) -> None:
        self._document = document
        self._schedule = given_schedule(document)
        with QSignalBlocker(self.tree):
            self.tree.clear()
            self._add(self._schedule, (), None)
            self.tree.expandAll()
            chosen = self._item_of(self._place) or self.tree.topLevelItem(0)
            self.tree.setCurrentItem(chosen)
        self._choose(chosen)

    def show_preview(self, reply: Mapping[str, Any]) -> None:
        """The curve of the whole run, or why there is none."""
        preview = reply.get("preview")
        reason = str(reply.get("reason") or "")
        notes = [tr(str(note)) for note in (preview or {}).get("notes", ())]
        if not reply.get("known") and preview is not None:
            words = tr("The data is not known yet: an epoch is taken to have {n} steps.")
            notes.append(words.format(n=preview["steps_per_epoch"]))
        self._said.setText(tr(reason) if reason else "  ".join(notes))
        self._said.setVisible(bool(reason or notes))
        self._said.setProperty("wrong", "true" if reason else "false")
        self._said.style().polish(self._said)
        if preview is None:
            return
        self._preview, self._steps = preview, int(preview["steps_per_epoch"])
        self._draw()

    def _draw(self) -> None:
        if self.plot is None:
            from app.panels.studio.rate_plot import RatePlot

            self.plot = RatePlot()
            self.plot.milestone_moved.connect(self._move_milestone)
            self._curve.addWidget(self.plot, 1)
        self.plot.show_preview(self._preview, [at for _, _, at in self._milestones])

    @property
    def _milestones(self) -> list[tuple[Place, int, int]]:
        return milestones_in(self._schedule)

    @property
    def _units(self) -> int:
        return units_of(self._document, self._steps) if self._document is not None else 1

    def _add(self, part: Part, place: Place, parent: QTreeWidgetItem | None) -> None:
        words = str(part.get("type") or tr("no schedule: the rates stay as they are"))
        item = QTreeWidgetItem([words])
        item.setData(0, _PLACE, list(place))
        layer = schedules().get(words)
        item.setToolTip(0, plain_tip(tr(layer.summary)) if layer is not None else "")
        if parent is None:
            self.tree.addTopLevelItem(item)
        else:
            parent.addChild(item)
        starts = [0, *(at for where, _, at in milestones_in(part) if where == ())]
        for index, inner in enumerate(parts_of(part)):
            self._add(inner, (*place, index), item)
            if part.get("type") == "SequentialLR" and index < len(starts):
                words = tr("{part}  from {start}")
                text = words.format(part=item.child(index).text(0), start=starts[index])
                item.child(index).setText(0, text)

    def _item_of(self, place: Place) -> QTreeWidgetItem | None:
        item = self.tree.topLevelItem(0)
        for index in place:
            item = item.child(index) if item is not None else None
        return item

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        self._place = tuple(item.data(0, _PLACE)) if item is not None else ()
        part = part_at(self._schedule, self._place)
        type_ = str(part.get("type") or NONE)
        layer = schedules().get(type_)
        fields = tuple(a for a in layer.arguments if a.name != "schedulers") if layer else ()
        if layer is not None and not self._place:
            fields = (*fields, PER)
        self.section.show(type_, fields, part)
        self.section.set_tip(tr(layer.summary) if layer is not None else "")
        around = parts_of(part_at(self._schedule, self._place[:-1])) if self._place else []
        self.up.setEnabled(bool(self._place) and self._place[-1] > 0)
        self.down.setEnabled(bool(self._place) and self._place[-1] < len(around) - 1)
        self.remove.setEnabled(layer is not None)
        whole = self._schedule.get("type")
        stepped = whole not in ("ReduceLROnPlateau", None)
        self.warm.setEnabled(whole != "ReduceLROnPlateau")
        self.follow.setEnabled(stepped and whole != "ChainedScheduler")
        self.chain.setEnabled(stepped)

    # what the user wants

    def _ask(self, make: Any, *more: Any) -> None:
        if self._document is not None:
            self.edit_wanted.emit(make(self._document, *more))

    def _choose_type(self, type_: str) -> None:
        self._ask(choose_type, self._place, "" if type_ == NONE else type_)

    def _set(self, name: str, value: Value) -> None:
        self._ask(set_value, self._place, name, value)

    def _move(self, by: int) -> None:
        before = self._place
        self._place = (*before[:-1], before[-1] + by)
        self._ask(move_part, before, by)

    def _remove(self) -> None:
        before, self._place = self._place, self._place[:-1]
        self._ask(remove_part, before)

    def _move_milestone(self, index: int, to: int) -> None:
        place, which, before = self._milestones[index]
        if to != before:
            edit: Edit = move_milestone(self._document, place, which, to)  # type: ignore[arg-type]
            self.edit_wanted.emit(edit)
        else:
            self._draw()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watched.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_palette_change(event) and getattr(self, "plot", None) is not None:
            self._draw()

    @staticmethod
    def _button(words: str, tip: str) -> QPushButton:
        button = push_button(words, "fix")
        button.setToolTip(plain_tip(tip))
        return button
