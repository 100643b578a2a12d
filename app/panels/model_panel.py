"""The compiled network: its modules, parameters and buffers, and what their values are like."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSplitter, QTreeView, QWidget

from app.panels.fact_table import Fact, FactTable
from app.panels.histogram import Histogram
from app.panels.model_items import ModelItem, ModelItems
from app.panels.pieces import Choice, column, plain_label, row, search_field, tool_button
from app.translating import later, tr
from app.words import count, significant

Message = dict[str, Any]

#: Levels that are open at first.
OPEN = 2


class ModelPanel(QWidget):
    """Shows rows and statistics that it is handed, and says what it wants to know.

    ``weights`` is the file that values come from, as the child is asked for it; None for the
    values that a run starts with.
    """

    model_wanted = Signal()
    tensor_wanted = Signal(str)
    nodes_chosen = Signal(list)  # (scope, node)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weights: Message | None = None
        self.items = ModelItems(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.items)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setFilterRole(Qt.ItemDataRole.ToolTipRole)
        self._found.setFilterKeyColumn(-1)
        self._make_tree()
        self.filter = search_field(tr("Find a module or tensor"))
        self.filter.textChanged.connect(self._filter)
        self.source = Choice()
        self.source.setAccessibleName(tr("Where the values come from"))
        self.source.setMinimumWidth(208)
        self.source.activated.connect(self._choose_source)
        copy = tool_button("copy", tr("Copy the tree as text"), self.copy)
        self._said = plain_label(look="quiet", wrap=True)
        self._title, self.facts = plain_label(look="monospace", wrap=True), FactTable()
        self.histogram = Histogram()
        left, right = QWidget(), QWidget()
        left.setLayout(column(row(self.filter, self.source, copy), self.tree, self._said))
        right.setLayout(column(self._title, self.histogram, self.facts, None, margin=8))
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([640, 260])
        split.setChildrenCollapsible(False)
        layout = column(split)
        layout.setContentsMargins(8, 8, 8, 0)
        self.setLayout(layout)
        self.show_sources({})

    def _make_tree(self) -> None:
        self.tree = QTreeView()
        self.tree.setProperty("columns", "true")
        self.tree.setModel(self._found)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(tr("Modules, parameters and buffers"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate((220, 140, 140, 96, 56)):
            header.resizeSection(section, width)
        self.tree.selectionModel().currentChanged.connect(self._choose)

    # what is shown

    def show_model(self, rows: Sequence[Sequence[Any]], words: str) -> None:
        """Take another tree; ``words`` say what came of the weights, or why there is no tree."""
        chosen = self.chosen
        open_ = {item.path for item in self.items.items() if self.tree.isExpanded(self._at(item))}
        is_first = self.items.root is None
        self.items.show_rows(rows)
        for item in self.items.items():
            deep = item.path.count(".") + bool(item.path)
            if item.path in open_ or (is_first and deep < OPEN - 1):
                self.tree.expand(self._at(item))
        self._said.setText(tr(words))
        self._said.setVisible(bool(words))
        self._show_nothing()
        if chosen is not None:
            self.choose_path(chosen.path)

    def show_sources(self, runs: dict[str, Path]) -> None:
        """Offer the weights of runs, by what they are called, beside drawn ones and a file."""
        self.source.clear()
        self.source.addItem(tr("At the start of training"), None)
        for words, path in runs.items():
            self.source.addItem(words, str(path))
        if self.weights is not None and self.source.findData(self.weights["path"]) < 0:
            self.source.addItem(Path(self.weights["path"]).name, self.weights["path"])
        self.source.addItem(tr("From a file..."), "")
        now = self.source.findData(self.weights["path"] if self.weights else None)
        self.source.setCurrentIndex(max(0, now))

    def show_weights(self, weights: Message | None) -> None:
        """Take values from a file (or the start of training) from now on."""
        self.weights = weights
        runs = {
            self.source.itemText(i): Path(self.source.itemData(i))
            for i in range(self.source.count())
            if self.source.itemData(i)
        }
        self.show_sources(runs)
        self.model_wanted.emit()

    def show_tensor(self, path: str, found: Message | None, reason: str) -> None:
        """Show statistics of the chosen tensor; of another one they are no longer wanted."""
        item = self.chosen
        if item is None or item.path != path:
            return
        if found is None or found["low"] is None:
            self.facts.show_rows([Fact(tr("values"), tr(reason) or tr("none are finite"))])
            return
        self.histogram.show_counts(found["counts"], found["low"], found["high"])
        self.histogram.show()
        rows = [Fact(tr(key), significant(found[name])) for key, name in _FACTS]
        rows.append(Fact(tr("zeros"), f"{significant(100 * found['zeros'], 3)} %"))
        rows += [Fact(tr("not finite"), count(found["broken"]))] if found["broken"] else []
        self.facts.show_rows(rows)

    def show_selection(self, scope: str, names: Sequence[str]) -> None:
        """Go to the module of the node that is selected on the canvas."""
        item = self.chosen
        if len(names) != 1 or (item is not None and (scope, names[0]) in item.nodes):
            return
        for item in self.items.items():
            if item.nodes == ((scope, names[0]),):
                self._go_to(item)
                return

    @property
    def chosen(self) -> ModelItem | None:
        index = self._found.mapToSource(self.tree.currentIndex())
        return index.internalPointer() if index.isValid() else None

    def choose_path(self, path: str) -> None:
        """Make one row the current one, as a click does."""
        for item in self.items.items():
            if item.path == path:
                self._go_to(item)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.items.text())

    # what the user does

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        item = self.chosen
        self._show_nothing()
        if item is None:
            return
        self._title.setText(item.path or item.name)
        if item.kind != "module":
            self.tensor_wanted.emit(item.path)
        if item.nodes and self.tree.hasFocus():
            self.nodes_chosen.emit([list(place) for place in item.nodes])

    def _choose_source(self, index: int) -> None:
        path = self.source.itemData(index)
        if path == "":
            self.show_sources_again()
            self.file_wanted.emit()
        else:
            self.show_weights({"path": path, "match": "name"} if path else None)

    def show_sources_again(self) -> None:
        """Back to what is shown: a file is still to be chosen."""
        now = self.source.findData(self.weights["path"] if self.weights else None)
        self.source.setCurrentIndex(max(0, now))

    def _filter(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        if text.strip():
            self.tree.expandAll()

    def _go_to(self, item: ModelItem) -> None:
        index = self._at(item)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def _at(self, item: ModelItem) -> QModelIndex:
        return self._found.mapFromSource(self.items.index_of(item))

    def _show_nothing(self) -> None:
        self._title.setText("")
        self.histogram.hide()
        self.facts.show_rows([])


_FACTS = (
    *((later("smallest"), "low"), (later("largest"), "high")),
    *((later("mean"), "mean"), (later("deviation"), "std"), (later("norm"), "norm")),
)
