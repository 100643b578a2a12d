"""What the inspector says of several nodes at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.panels.frame_form import FrameForm
from app.panels.pieces import column, plain_label
from app.theme_icons import family_icon
from app.translating import joined, tr
from app.words import cost_words
from graph.catalog import CATALOG
from graph.costs import Cost, summed
from graph.document import Node


class SelectionPage(QWidget):
    """Lists the selected nodes with their sums; a click says which one to look at."""

    edit_wanted = Signal(object)  # Edit
    node_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._sum = plain_label(look="title"), plain_label(look="quiet")
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Selected layers"))
        self._list.itemActivated.connect(lambda item: self.node_chosen.emit(item.text()))
        self.frame_form = FrameForm()
        self.frame_form.edit_wanted.connect(self.edit_wanted)
        self.setLayout(
            column(
                column(self._title, self._sum, spacing=4),
                self.frame_form,
                self._list,
                spacing=16,
                margin=16,
            )
        )

    def show_nodes(self, nodes: Sequence[Node], known: Mapping[str, Cost]) -> None:
        self._title.setText(tr("{n} layers selected", one="{n} layer selected", n=len(nodes)))
        words = cost_words(summed(known[node.name] for node in nodes if node.name in known))
        self._sum.setText(joined("  ·  ", words))
        self._sum.setVisible(bool(words))
        self._list.clear()
        for node in nodes[:200]:
            layer = CATALOG.get(node.type)
            item = QListWidgetItem(family_icon(layer.family if layer else "block"), node.name)
            self._list.addItem(item)
