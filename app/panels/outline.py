"""The network as a list: for the keyboard, for screen readers, and to find one layer among many."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.panels.pieces import column, search_field
from app.theme_icons import family_icon
from app.translating import tr
from graph.analysis import Analysis
from graph.catalog import CATALOG
from graph.document import ROOT, Document, Graph


class Outline(QWidget):
    """Layers in the order in which data flows; selecting one selects it on the canvas."""

    selection_chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._scope, self._analysis = ROOT, Analysis()
        self._chosen: set[str] = set()
        self._listed: list[tuple[str, str]] = []  # name and type of each line
        self._is_said = True  # whether the lines have their shapes
        self.filter = search_field(tr("Find in this network"))
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._choose_first)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Layers of the network"))
        self.list.setIconSize(QSize(18, 18))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._choose)
        layout = column(self.filter, self.list)
        layout.setContentsMargins(8, 8, 0, 0)
        self.setLayout(layout)

    def show_document(self, document: Document, scope: str) -> None:
        self._document, self._scope = document, scope
        self._catch_up()

    def show_analysis(self, analysis: Analysis, scope: str) -> None:
        """Say the shape of each layer to those who cannot see the canvas."""
        self._analysis, self._scope, self._is_said = analysis, scope, False
        self._catch_up()

    def show_selection(self, names: Sequence[str]) -> None:
        self._chosen = set(names)
        self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        """Be what was said last: thousands of lines that nobody sees are not kept up."""
        document = self._document
        if document is None or self._scope not in document.scopes or not self.isVisible():
            return
        with QSignalBlocker(self.list):
            self._list_layers(document.scope(self._scope))
            if not self._is_said:
                self._say_shapes()
            self._select()

    def _list_layers(self, graph: Graph) -> None:
        layers = [(name, graph.node(name).type) for name in _in_flow(graph)]
        if layers == self._listed:
            return
        self._listed, self._is_said = layers, False
        self.list.clear()
        for name, type_ in layers:
            layer = CATALOG.get(type_)
            bare = type_.rpartition(".")[2]
            words = name if bare.lower() == name.lower() else f"{name}   {bare}"
            item = QListWidgetItem(family_icon(layer.family if layer else "block"), words)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self._filter(self.filter.text())

    def _say_shapes(self) -> None:
        self._is_said = True
        known = self._analysis.scope(self._scope)
        problems = [p for p in self._analysis.problems if p.scope == self._scope]
        wrong = {p.node: tr(p.message) for p in problems}
        for (name, _), item in zip(self._listed, self._items(), strict=True):
            node = known.get(name)
            shapes = ", ".join(str(t) for t in node.outputs.values()) if node else ""
            said = "; ".join(part for part in (shapes, wrong.get(name, "")) if part)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said)

    def _select(self) -> None:
        for (name, _), item in zip(self._listed, self._items(), strict=True):
            if item.isSelected() != (name in self._chosen):
                item.setSelected(name in self._chosen)
                if item.isSelected() and len(self._chosen) == 1:
                    self.list.scrollToItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(index) for index in range(self.list.count())]

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().lower() for word in words))

    def _choose(self) -> None:
        items = self.list.selectedItems()
        self.selection_chosen.emit([item.data(Qt.ItemDataRole.UserRole) for item in items])

    def _choose_first(self) -> None:
        for item in self._items():
            if not item.isHidden():
                self.list.setCurrentItem(item)
                return


def _in_flow(graph: Graph) -> list[str]:
    """Sources first; a network with a cycle keeps the order in which it was made."""
    try:
        return list(nx.lexicographical_topological_sort(graph.nx, key=graph.order))
    except nx.NetworkXUnfeasible:
        return graph.names
