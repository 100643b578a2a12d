"""The runs as a table: what each came to, and every setting that is not the same in all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from app.panels.pieces import plain_tip
from app.run_words import STATES, moment, result, value
from app.theme import current_theme
from app.translating import tr
from app.words import duration, short_count
from train.runs.comparing import differing_settings
from train.runs.listing import Filter, sortable, value_of
from train.runs.record import FAILED, KILLED, RUNNING, Run

Index = QModelIndex | QPersistentModelIndex

#: What rows are sorted by.
SORTING = Qt.ItemDataRole.UserRole + 1

#: Settings that have a column of their own because they differ; the rest is in the comparison.
MOST_SETTINGS = 6


@dataclass(frozen=True)
class Column:
    """A heading, what a run has there, and how that is written; ``edits`` what can be typed."""

    title: str
    read: Callable[[Run], Any]
    write: Callable[[Run], str]
    edits: str = ""
    is_number: bool = False
    tip: Callable[[Run], str] = lambda run: ""


class RunsTable(QAbstractTableModel):
    """Shows the runs it is handed. Name and note are typed in place; others keep them."""

    edited = Signal(object, str, str)  # Run, "name" or "note", text

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self.columns: list[Column] = columns_of([])

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Take over what was read; where nothing but values changed, selections stay."""
        columns = columns_of(runs)
        same_rows = [run.path for run in runs] == [run.path for run in self.runs]
        same_columns = [c.title for c in columns] == [c.title for c in self.columns]
        if same_rows and same_columns:
            changed = [i for i, run in enumerate(runs) if run is not self.runs[i]]
            self.runs, self.columns = list(runs), columns
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(columns) - 1))
            return
        self.beginResetModel()
        self.runs, self.columns = list(runs), columns
        self.endResetModel()

    def row_of(self, path: Path) -> int:
        """-1 where it is not among them."""
        return next((i for i, run in enumerate(self.runs) if run.path == path), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, column = self.runs[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.write(run)
            case Qt.ItemDataRole.EditRole:
                return getattr(run, column.edits) if column.edits else column.write(run)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(run)
            case Qt.ItemDataRole.TextAlignmentRole if column.is_number:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if column.title == tr("State"):
                meaning = {RUNNING: "accent", FAILED: "error", KILLED: "warning"}.get(run.state)
                return current_theme().color(meaning) if meaning else None
        return column.read(run) if role == SORTING else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        can = index.isValid() and bool(self.columns[index.column()].edits)
        return found | Qt.ItemFlag.ItemIsEditable if can else found

    def setData(self, index: Index, text: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        what, run = self.columns[index.column()].edits, self.runs[index.row()]
        if role != Qt.ItemDataRole.EditRole or not what:
            return False
        if str(text) != getattr(run, what):
            self.edited.emit(run, what, str(text))
        return True


def columns_of(runs: Sequence[Run]) -> list[Column]:
    """What every run has, every result that any has, and settings that are not the same in all."""
    metrics = dict.fromkeys(path.partition(".")[2] for run in runs for path in run.final)
    return [
        Column(tr("Run"), lambda run: run.title, lambda run: run.title, "name", tip=_path),
        Column(
            tr("State"),
            lambda run: run.state,
            lambda run: tr(STATES[run.state]),
            tip=lambda run: plain_tip(tr(run.reason)),
        ),
        Column(
            tr("Epochs"),
            lambda run: run.epochs,
            lambda run: f"{run.epochs}/{run.planned}",
            is_number=True,
        ),
        *(column for name in metrics for column in _results(name)),
        *map(_held_out, dict.fromkeys(path for run in runs for path in run.held_out)),
        *([_found()] if any(run.faults for run in runs) else []),
        Column(
            tr("Parameters"),
            lambda run: run.parameters,
            lambda run: short_count(run.parameters) if run.parameters else "",
            is_number=True,
        ),
        Column(
            tr("Time"),
            lambda run: run.seconds,
            lambda run: duration(run.seconds) if run.seconds else "",
            is_number=True,
        ),
        Column(
            tr("samples/s"),
            lambda run: run.throughput,
            lambda run: short_count(round(run.throughput)) if run.throughput else "",
            is_number=True,
        ),
        *(_setting(row.key) for row in _telling(runs)),
        Column(tr("Started"), lambda run: run.started, lambda run: moment(run.started)),
        Column(tr("Note"), lambda run: run.note, lambda run: " ".join(run.note.split()), "note"),
    ]


def _path(run: Run) -> str:
    return str(run.path)


def _found() -> Column:
    """How much X-ray found wrong; the tooltip says what."""
    return Column(
        tr("Found wrong"),
        lambda run: len(run.faults),
        lambda run: str(len(run.faults) or ""),
        is_number=True,
        tip=lambda run: plain_tip(
            "\n".join(
                tr("epoch {epoch}: {words}").format(epoch=one.epoch, words=tr(one.words))
                for one in run.faults
            )
        ),
    )


def _results(name: str) -> list[Column]:
    title = name.replace("_", " ")
    return [
        Column(
            words,
            lambda run, key=key: value_of(run, key),
            lambda run, key=key: result(name, value_of(run, key)),
            is_number=True,
        )
        for words, key in (
            (title, name),
            (tr("best {result}").format(result=title), f"best.{name}"),
        )
    ]


def _held_out(path: str) -> Column:
    """What the best weights reached in the test at the end, or when they were evaluated later."""
    part, _, name = path.partition(".")
    words = tr("test {result}") if part == "test" else tr("evaluated {result}")
    return Column(
        words.format(result=name.replace("_", " ")),
        lambda run: run.held_out.get(path),
        lambda run: result(name, run.held_out.get(path)),
        is_number=True,
    )


def _telling(runs: Sequence[Run]) -> list[Any]:
    """Settings that differ, but for how long a run was, which stands beside it."""
    if len(runs) < 2:
        return []
    rows = [row for row in differing_settings(runs) if row.key not in ("epochs", "tensorboard")]
    return rows[:MOST_SETTINGS]


def _setting(key: str) -> Column:
    def write(run: Run) -> str:
        return value(key, run.settings[key]) if key in run.settings else ""

    return Column(key, lambda run: run.settings.get(key), write)


class ChosenRuns(QSortFilterProxyModel):
    """The rows that the filter keeps, in the order of the heading that was clicked."""

    def __init__(self, table: RunsTable) -> None:
        super().__init__()
        self.table = table
        self._filter, self._project = Filter(), ""
        self.setSourceModel(table)
        self.setDynamicSortFilter(True)

    def choose(self, text: str, project: str) -> None:
        """Keep what ``text`` asks for, of one project or of all (\"\")."""
        self.beginFilterChange()
        self._filter, self._project = Filter.of(text), project
        self.endFilterChange()

    def run_at(self, index: Index) -> Run:
        return self.table.runs[self.mapToSource(index).row()]

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        run = self.table.runs[row]
        return (not self._project or run.project == self._project) and self._filter.keeps(run)

    def lessThan(self, left: Index, right: Index) -> bool:
        values = [self.sourceModel().data(index, SORTING) for index in (left, right)]
        if None in values:  # what has none stands last, whichever way
            is_last = values[1] is None and values[0] is not None
            return is_last is (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        return sortable(values[0]) < sortable(values[1])
