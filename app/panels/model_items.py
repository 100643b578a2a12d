"""The compiled network as Qt's tree model: modules, and below each its tensors and modules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from app.theme_fonts import monospace_font
from app.translating import later, tr
from app.words import count as in_words

HEADINGS = (later("Name"), later("Type"), later("Shape"), later("Elements"), later("Learns"))

Index = QModelIndex
Role = Qt.ItemDataRole


@dataclass(eq=False)
class ModelItem:
    """A module, parameter or buffer; ``nodes`` are those of the canvas that it comes from."""

    path: str
    kind: str
    type: str
    shape: tuple[int, ...]
    count: int
    learns: bool
    nodes: tuple[tuple[str, str], ...]
    around: ModelItem | None = None
    row: int = 0
    inner: list[ModelItem] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2] if self.path else self.type

    @property
    def cells(self) -> tuple[str, ...]:
        tensor = self.kind != "module"
        return (
            self.name,
            self.type,
            f"[{', '.join(map(str, self.shape))}]" if tensor else "",
            in_words(self.count) if self.count or tensor else "",
            (tr("yes") if self.learns else tr("no"))
            if self.kind != "buffer" and self.count
            else "",
        )


class ModelItems(QAbstractItemModel):
    """Shows what it is handed, in the order of the network."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root: ModelItem | None = None

    def show_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Take rows as the analysis child sends them, each after the one that it is in."""
        self.beginResetModel()
        known: dict[str, ModelItem] = {}
        for path, kind, type_, shape, count, learns, nodes in rows:
            places = tuple((str(scope), str(name)) for scope, name in nodes)
            item = ModelItem(path, kind, type_, tuple(shape), count, learns, places)
            known[path] = item
            if path:
                item.around = known[path.rpartition(".")[0]]
                item.row = len(item.around.inner)
                item.around.inner.append(item)
        self.root = known.get("")
        self.endResetModel()

    def items(self) -> Iterator[ModelItem]:
        """All, from the outside in."""
        waiting = [self.root] if self.root is not None else []
        while waiting:
            item = waiting.pop()
            yield item
            waiting += reversed(item.inner)

    def index_of(self, item: ModelItem) -> QModelIndex:
        return self.createIndex(item.row, 0, item)

    def text(self) -> str:
        """The tree as plain text, indented, for other programs."""
        lines = []
        for item in self.items():
            depth = item.path.count(".") + 1 if item.path else 0
            lines.append("  " * depth + "  ".join(filter(None, item.cells[:4])))
        return "\n".join(lines)

    # QAbstractItemModel

    def index(self, row: int, column: int, parent: QModelIndex | None = None) -> QModelIndex:
        inner = self._inner(parent)
        if 0 <= row < len(inner) and 0 <= column < len(HEADINGS):
            return self.createIndex(row, column, inner[row])
        return QModelIndex()

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]
        item = index.internalPointer() if index.isValid() else None
        around = item.around if item is not None else None
        return self.index_of(around) if around is not None else QModelIndex()

    def rowCount(self, parent: Any = None) -> int:
        return len(self._inner(parent))

    def columnCount(self, parent: Any = None) -> int:
        return len(HEADINGS)

    def data(self, index: Any, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item: ModelItem = index.internalPointer()
        if role in (Role.DisplayRole, Role.ToolTipRole) and index.column():
            return item.cells[index.column()]
        if role == Role.DisplayRole:
            return item.name
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return item.path
        if role == Role.TextAlignmentRole and index.column() == 3:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Role.FontRole and index.column() in (2, 3):
            return monospace_font(11)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return tr(HEADINGS[section])
        return None

    def _inner(self, parent: Any) -> list[ModelItem]:
        if parent is None or not parent.isValid():
            return [self.root] if self.root is not None else []
        item: ModelItem = parent.internalPointer()
        return item.inner
