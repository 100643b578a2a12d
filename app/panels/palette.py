"""The palette: every layer there is, by family; found by typing, dragged or added by Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.panels.pieces import column, plain_tip, search_field
from app.theme import current_theme, is_palette_change
from app.theme_fonts import SMALL, interface_font
from app.theme_icons import family_icon
from graph.catalog import CATALOG, Layer

MIME_TYPE = "application/x-layerloom-type"
_TYPE = Qt.ItemDataRole.UserRole
_FOUND = 40  # more hits than this are no answer


class Palette(QWidget):
    """Search on top, families folded below. It holds no document: it says what was chosen."""

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = search_field(self.tr("Search layers"))
        self.families = LayerTree(self.tr("Layers by family"))
        self.found = LayerTree(self.tr("Layers found"))
        self.found.hide()
        for tree in (self.families, self.found):
            tree.layer_chosen.connect(self.layer_chosen)
        layout = column(self.search, self.families, self.found)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.itemAt(0).widget().setContentsMargins(0, 0, 8, 0)
        self.setLayout(layout)
        self._fill_families()
        self.search.textChanged.connect(self._show_found)
        self.search.returnPressed.connect(self._choose_first)
        self.search.installEventFilter(self)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_blocks(self, names: list[str]) -> None:
        """List the blocks of the open project as a family of their own."""
        self.families.show_blocks(names)

    def _fill_families(self) -> None:
        for family in CATALOG.families():
            layers = CATALOG.layers(family.key)
            if not layers:
                continue
            top = self.families.add_family(family.title, family.icon, family.color_key)
            sections = dict.fromkeys(layer.section for layer in layers)
            for section in sections:
                if len(sections) > 1:
                    self.families.add_section(top, section)
                for layer in layers:
                    if layer.section == section:
                        self.families.add_layer(top, layer)

    def _show_found(self, text: str) -> None:
        searching = bool(text.strip())
        self.families.setVisible(not searching)
        self.found.setVisible(searching)
        self.found.clear()
        if not searching:
            return
        for layer in CATALOG.search(text)[:_FOUND]:
            self.found.add_layer(self.found.invisibleRootItem(), layer, in_family=False)
        if self.found.topLevelItemCount():
            self.found.setCurrentItem(self.found.topLevelItem(0))
        else:
            nothing = QTreeWidgetItem([self.tr("No layer is called so")])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addTopLevelItem(nothing)

    def _choose_first(self) -> None:
        item = self.found.currentItem()
        if self.search.text().strip() and item is not None and item.data(0, _TYPE):
            self.layer_chosen.emit(item.data(0, _TYPE))

    def eventFilter(self, watched: object, event: object) -> bool:
        """Arrow keys in the search field move through what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                tree = self.found if self.found.isVisible() else self.families
                if tree is self.families:
                    tree.setFocus()
                tree.keyPressEvent(event)
                return True
        return False


class LayerTree(QTreeWidget):
    """A tree whose leaves are types of layers; they can be dragged out."""

    layer_chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._blocks: QTreeWidgetItem | None = None
        self._sections: list[QTreeWidgetItem] = []
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setIconSize(QSize(18, 18))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setRootIsDecorated(False)
        self.itemClicked.connect(self._fold)
        self.itemActivated.connect(self._activate)

    def add_family(self, title: str, icon_name: str, color_key: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setIcon(0, family_icon(color_key, icon_name))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = interface_font()
        font.setWeight(font.Weight.Medium)
        item.setFont(0, font)
        self.addTopLevelItem(item)
        return item

    def add_section(self, family: QTreeWidgetItem, title: str) -> None:
        item = QTreeWidgetItem([title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(0, interface_font(SMALL))
        self._sections.append(item)
        family.addChild(item)
        self._dim_sections()

    def add_layer(self, parent: QTreeWidgetItem, layer: Layer, *, in_family: bool = True) -> None:
        item = QTreeWidgetItem([layer.type])
        item.setData(0, _TYPE, layer.type)
        item.setToolTip(0, plain_tip(layer.summary))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, layer.summary)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )
        if not in_family:
            item.setIcon(0, family_icon(layer.family))
        parent.addChild(item)

    def show_blocks(self, names: list[str]) -> None:
        if self._blocks is not None:
            self.takeTopLevelItem(self.indexOfTopLevelItem(self._blocks))
            self._blocks = None
        if names:
            self._blocks = self.add_family(self.tr("Blocks"), "block", "block")
            for name in names:
                self.add_layer(
                    self._blocks,
                    Layer(name, "block", "block", summary=self.tr("A block of this project.")),
                )

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:
        data = QMimeData()
        types = [item.data(0, _TYPE) for item in items if item.data(0, _TYPE)]
        if types:
            data.setData(MIME_TYPE, types[0].encode())
            data.setText(types[0])
        return data

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_palette_change(event):
            self._dim_sections()

    def _dim_sections(self) -> None:
        for item in self._sections:
            item.setForeground(0, current_theme().color("muted"))

    def _fold(self, item: QTreeWidgetItem) -> None:
        if item.childCount():
            item.setExpanded(not item.isExpanded())

    def _activate(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _TYPE):
            self.layer_chosen.emit(item.data(0, _TYPE))
