"""The Runs tab: a table of what was trained at the left; curves and differences at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)

from app.panels.curves_place import CurvesPlace
from app.panels.evaluation_view import EvaluationView
from app.panels.fields import StepField
from app.panels.flow_row import FlowRow
from app.panels.pieces import Choice, column, plain_label, plain_tip, push_button, row, search_field
from app.panels.run_comparison import RunComparison
from app.panels.runs_table import ChosenRuns, RunsTable
from app.run_words import titles_of
from app.translating import joined, tr
from graph.catalog.layer import Argument
from graph.errors import TrainingError
from train.runs.listing import Filter
from train.runs.record import DONE, Run

if TYPE_CHECKING:
    from app.panels.curves import Curves
    from app.runs_reader import Looked

#: Epochs that a run that is done is offered to go on for.
MORE = 10

#: Pixels that the names of runs get at first.
WIDEST_NAME = 168


class RunsPanel(QWidget):
    """Says what the user wants of which runs; reads and writes no folder itself."""

    continue_wanted = Signal(object, int)  # Run, epochs in all
    evaluation_wanted = Signal(object)  # Run
    network_wanted = Signal(object)  # Run
    folder_wanted = Signal(object)  # Run
    script_wanted = Signal(object)  # Run
    delete_wanted = Signal(object)  # list[Run]
    elsewhere_wanted = Signal()
    edited = Signal(object, str, str)  # Run, "name" or "note", text
    selection_changed = Signal(object)  # list[Run]
    shown = Signal(bool)
    export_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RunsTable()
        self.table.edited.connect(self.edited)
        self.chosen = ChosenRuns(self.table)
        self._project, self._kept = "", ()
        self.filter = search_field(tr("Filter: words, or accuracy>0.9 state=done lr<=0.01"))
        self.filter.textChanged.connect(lambda _: self._choose())
        self.whose = Choice()
        self.whose.setAccessibleName(tr("Whose runs are listed"))
        self.whose.setMinimumWidth(124)
        self.whose.addItem(tr("This project"))
        self.whose.addItem(tr("All in this folder"))
        self.whose.currentIndexChanged.connect(lambda _: self._choose())
        self.view = self._made_view()
        self.words = plain_label(look="quiet")
        self.words.setMinimumWidth(20)
        self.go_on = push_button(tr("Continue"), icon_name="resume")
        self.go_on.clicked.connect(self._continue)
        self.epochs = StepField(Argument("epochs", "int", 1, low=1, high=1_000_000))
        self.epochs.setAccessibleName(tr("Epochs in all"))
        self.epochs.setToolTip(plain_tip(tr("How many epochs the run shall have in all")))
        self.epochs.setFixedWidth(72)
        self.more = QToolButton()
        self.more.setText(tr("Run"))
        self.more.setProperty("segment", "true")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._made_menu())
        self.differences = RunComparison()
        self._stack = QStackedWidget()
        self._place = CurvesPlace()
        self._place.export_wanted.connect(self.export_wanted)
        self._stack.addWidget(self._place)
        self._stack.addWidget(self.differences)
        self.evaluation = EvaluationView()
        self.evaluation.wanted.connect(self._evaluate)
        self._stack.addWidget(self.evaluation)
        self.setLayout(column(self._split()))
        self._show_what_can_be_done()

    # made of

    def _made_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.chosen)
        view.setAccessibleName(tr("Runs"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        edit = QAbstractItemView.EditTrigger
        view.setEditTriggers(edit.DoubleClicked | edit.EditKeyPressed)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # newest first, as they are read
        view.setShowGrid(False)
        view.setAlternatingRowColors(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(26)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.selectionModel().selectionChanged.connect(lambda *_: self._select())
        return view

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        self._acts: dict[str, QAction] = {}
        entries: tuple[tuple[str, str, Callable[[], object], str], ...] = (
            ("continue", tr("Continue"), self._continue, ""),
            ("evaluate", tr("Evaluate on the Held-Out Samples"), self._evaluate, ""),
            ("network", tr("Open Its Network in a New Tab"), self._open_network, ""),
            ("script", tr("Export Its Script..."), self._export_script, ""),
            ("name", tr("Rename"), lambda: self._edit("name"), "F2"),
            ("note", tr("Write a Note"), lambda: self._edit("note"), ""),
            ("folder", tr("Open Its Folder"), self._open_folder, ""),
            ("delete", tr("Delete..."), self._delete, "Del"),
        )
        for key, words, act, keys in entries:
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, act=act: act())
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.view.addAction(action)
            self._acts[key] = action
        menu.addSeparator()
        self.over = menu.addAction(tr("Draw over the Training Curves"))
        self.over.setCheckable(True)
        elsewhere = menu.addAction(tr("List Another Folder..."))
        elsewhere.triggered.connect(lambda _=False: self.elsewhere_wanted.emit())
        return menu

    def _split(self) -> QSplitter:
        head = row(self.filter, self.whose, spacing=8)
        until = plain_label(tr("epochs in all"), "quiet")
        acts = QWidget()
        acts.setLayout(row(self.more, until, self.epochs, self.go_on, spacing=8))
        self.words.setMinimumHeight(self.go_on.sizeHint().height())
        foot = FlowRow(self.words, acts)  # what is said is not cut off where there is little room
        left, right = QWidget(), QWidget()
        left.setLayout(column(head, self.view, foot, spacing=8, margin=8))
        left.setMinimumWidth(352)  # nothing of the foot is cut, nor of the tab in a usual window
        switch = self._made_switch()
        tools = column(switch, self._stack, spacing=4)
        tools.setContentsMargins(0, 8, 8, 8)
        right.setLayout(tools)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([480, 520])
        return splitter

    def _made_switch(self) -> QWidget:
        bar, group, buttons = QWidget(), QButtonGroup(self), []
        for index, words in enumerate((tr("Curves"), tr("What differs"), tr("Held out"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            group.addButton(button, index)
            buttons.append(button)
        buttons[0].setChecked(True)
        self.curves_button, self.differences_button, self.evaluation_button = buttons
        group.idClicked.connect(self._stack.setCurrentIndex)
        bar.setLayout(row(*buttons, None, spacing=4))
        return bar

    @property
    def curves(self) -> Curves:
        return self._place.curves

    # what is shown

    def show_project(self, name: str) -> None:
        """Of which project runs are listed, unless all are."""
        self._project = name
        self._choose()

    def show_runs(self, runs: Sequence[Run], unread: Sequence[str], folder: Path) -> None:
        """Show what was read; what was selected stays selected."""
        selected = {run.path for run in self.selected}
        is_first = not self.table.runs
        self.table.show_runs(runs)
        if {run.path for run in self.selected} != selected:
            self.select([path for path in selected if self.table.row_of(path) >= 0])
            if {run.path for run in self.selected} != selected:
                self._select()  # a model that begins anew tells of no selection that went
        if is_first:
            self.view.resizeColumnsToContents()
            self.view.setColumnWidth(0, 0)
        wanted = min(self.view.sizeHintForColumn(0), WIDEST_NAME)
        self.view.setColumnWidth(0, max(self.view.columnWidth(0), wanted))
        self._unread, self._folder = unread, folder
        self._say()
        self._show_what_can_be_done()

    def show_looked(self, looked: Looked) -> None:
        """Show the curves of the selected runs and what differs between them."""
        titles = titles_of(looked.runs)
        curves = {t: looked.curves[r.path] for t, r in zip(titles, looked.runs, strict=True)}
        self.curves.show_runs(curves, with_live=False)
        self.differences.show_comparison(looked.comparison)

    def say(self, words: str) -> None:
        self.words.setText(words)

    _offered: tuple[Path, int] | None = None
    _unread: Sequence[str] = ()
    _folder = Path()

    def _say(self) -> None:
        shown, there = self.chosen.rowCount(), len(self.table.runs)
        if not there:
            words = tr("No runs yet: Train (F5) makes one.")
        elif shown < there:
            words = tr("{shown} of {there} runs").format(shown=shown, there=there)
        else:
            words = tr("{n} runs", one="{n} run", n=there)
        wrong = self._why_not() if there and not shown else ""
        words = wrong or words
        tip = [*([wrong] if wrong else []), str(self._folder), *map(tr, self._unread)]
        self.words.setToolTip(plain_tip("\n".join(tip)))
        if self._unread:
            more = tr("{n} folders are no runs", one="{n} folder is no run", n=len(self._unread))
            words = f"{words}; {more}"
        self.words.setText(words)

    def _why_not(self) -> str:
        """What is wrong with the filter, in the user's words; "" where only nothing fits."""
        try:
            Filter.of(self.filter.text()).check(self.table.runs)
        except TrainingError as error:
            return joined("; ", [tr(error.message), tr(error.advice)])
        return ""

    # the selection

    @property
    def selected(self) -> list[Run]:
        """In the order of the table."""
        rows = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self.chosen.run_at(index) for index in rows]

    def select(self, paths: Sequence[Path]) -> None:
        model = self.view.selectionModel()
        model.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for path in paths:
            place = self.chosen.mapFromSource(self.table.index(self.table.row_of(path), 0))
            if place.isValid():
                model.select(place, flags.Select | flags.Rows)
                model.setCurrentIndex(place, flags.NoUpdate)

    def focus(self) -> None:
        """Go to the table; the newest run is selected where none was."""
        self.view.setFocus()
        if not self.selected and self.chosen.rowCount():
            self.view.selectRow(0)

    def _select(self) -> None:
        self._show_what_can_be_done()
        self.selection_changed.emit(self.selected)

    def _choose(self) -> None:
        everything = self.whose.currentIndex() == 1
        self.chosen.choose(self.filter.text(), "" if everything else self._project)
        self._say()
        self._select()

    def _show_what_can_be_done(self) -> None:
        runs = self.selected
        one = runs[0] if len(runs) == 1 else None
        can_go_on = one is not None and one.can_go_on
        for key, can in (
            ("continue", can_go_on),
            ("evaluate", can_go_on),
            *((key, one is not None) for key in ("network", "script", "name", "note", "folder")),
            ("delete", bool(runs)),
        ):
            self._acts[key].setEnabled(can)
        self.evaluation.show_run(one)
        self.go_on.setEnabled(can_go_on)
        self.epochs.setEnabled(can_go_on)
        offered = one and (one.path, one.planned + MORE if one.state == DONE else one.planned)
        if offered and offered != self._offered:  # what is typed stays when runs are read again
            self.epochs.show_value(offered[1], "")
        self._offered = offered

    # what the user wants

    def _continue(self) -> None:
        if self.selected:
            epochs = self.epochs.text()
            wanted = int(epochs) if epochs.isdecimal() else 0  # as many as were planned
            self.continue_wanted.emit(self.selected[0], wanted)

    def _evaluate(self) -> None:
        self.evaluation_button.click()
        self.evaluation_wanted.emit(self.selected[0])

    def _open_network(self) -> None:
        self.network_wanted.emit(self.selected[0])

    def _open_folder(self) -> None:
        self.folder_wanted.emit(self.selected[0])

    def _export_script(self) -> None:
        self.script_wanted.emit(self.selected[0])

    def _delete(self) -> None:
        self.delete_wanted.emit(self.selected)

    def _edit(self, what: str) -> None:
        titles = [column.edits for column in self.table.columns]
        at = self.view.selectionModel().selectedRows()[0]
        place = at.siblingAtColumn(titles.index(what))
        self.view.setCurrentIndex(place)
        self.view.edit(place)

    def _open_menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            self.more.menu().popup(self.view.viewport().mapToGlobal(at))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.shown.emit(True)

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self.shown.emit(False)
