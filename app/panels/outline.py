"""The network as a list: for the keyboard, for screen readers, and to find one layer among many."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.panels.pieces import column, search_field
from app.theme_icons import family_icon
from app.translating import tr
from graph.analysis import Analysis
from graph.catalog import CATALOG
from graph.document import Document, Graph


class Outline(QWidget):
    """Layers in the order in which data flows; selecting one selects it on the canvas."""

    selection_chosen = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        graph = document.scope(scope)
        chosen = {item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()}
        with QSignalBlocker(self.list):
            self.list.clear()
            for name in _in_flow(graph):
                node = graph.node(name)
                layer = CATALOG.get(node.type)
                bare = node.type.rpartition(".")[2]
                words = name if bare.lower() == name.lower() else f"{name}   {bare}"
                item = QListWidgetItem(family_icon(layer.family if layer else "block"), words)
                item.setData(Qt.ItemDataRole.UserRole, name)
                self.list.addItem(item)
                item.setSelected(name in chosen)
        self._filter(self.filter.text())

    def show_analysis(self, analysis: Analysis, scope: str) -> None:
        """Say the shape of each layer to those who cannot see the canvas."""
        known = analysis.scope(scope)
        wrong = {p.node: tr(p.message) for p in analysis.problems if p.scope == scope}
        for item in self._items():
            name = item.data(Qt.ItemDataRole.UserRole)
            node = known.get(name)
            shapes = ", ".join(str(t) for t in node.outputs.values()) if node else ""
            said = "; ".join(part for part in (shapes, wrong.get(name, "")) if part)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said)

    def show_selection(self, names: Sequence[str]) -> None:
        chosen = set(names)
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setSelected(item.data(Qt.ItemDataRole.UserRole) in chosen)
                if item.isSelected() and len(chosen) == 1:
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
