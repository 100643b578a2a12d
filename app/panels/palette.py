"""The palette: every layer there is, by family; found by typing, dragged or added by Enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.clipboard import FRAGMENT, as_mime
from app.fuzzy import match
from app.panels.pieces import column, plain_tip, search_field
from app.presets import Broken, Preset
from app.theme import current_theme, is_palette_change
from app.theme_fonts import SMALL, interface_font
from app.theme_icons import family_icon
from app.translating import tr
from graph.catalog import CATALOG, Layer
from graph.document import Block

MIME_TYPE = "application/x-layerloom-type"
_TYPE = Qt.ItemDataRole.UserRole
_BLOCK = _TYPE + 1  # the name of a block of the project
_PRESET = _TYPE + 2  # a Preset
_FOUND = 40  # more hits than this are no answer


class Palette(QWidget):
    """Search on top, families folded below. It holds no document: it says what was chosen."""

    layer_chosen = Signal(str)
    block_opened = Signal(str)
    block_renamed = Signal(str, str)  # old, new
    block_removed = Signal(str)
    preset_chosen = Signal(str)
    preset_renamed = Signal(str, str)  # old, new
    preset_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: Mapping[str, Block] = {}
        self._presets: Sequence[Preset] = ()
        self.search = search_field(tr("Search layers"))
        self.families = LayerTree(tr("Layers by family"))
        self.found = LayerTree(tr("Layers found"))
        self.found.hide()
        for tree in (self.families, self.found):
            tree.layer_chosen.connect(self.layer_chosen)
            tree.block_opened.connect(self.block_opened)
            tree.block_renamed.connect(self.block_renamed)
            tree.block_removed.connect(self.block_removed)
            tree.preset_chosen.connect(self.preset_chosen)
            tree.preset_renamed.connect(self.preset_renamed)
            tree.preset_removed.connect(self.preset_removed)
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

    @property
    def current_type(self) -> str:
        """The layer or block that the keys are on, "" where that is something else."""
        tree = self.families if self.found.isHidden() else self.found
        item = tree.currentItem()
        return str(item.data(0, _TYPE) or item.data(0, _BLOCK) or "") if item is not None else ""

    def show_blocks(self, blocks: Mapping[str, Block]) -> None:
        """List the blocks of the open project as a family of their own."""
        self._blocks = dict(blocks)
        self.families.show_blocks(blocks.values())

    def show_presets(self, presets: Sequence[Preset], broken: Sequence[Broken]) -> None:
        """List what is kept for every project, and name the files that are no presets."""
        self._presets = presets
        self.families.show_presets(presets, broken)

    def name_preset(self, name: str) -> None:
        """Let a preset be called otherwise, where it stands."""
        self.search.clear()
        self.families.name_preset(name)

    def _fill_families(self) -> None:
        for family in CATALOG.families():
            layers = CATALOG.layers(family.key)
            if not layers:
                continue
            top = self.families.add_family(tr(family.title), family.icon, family.color_key)
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
        for name, block in self._blocks.items():
            if text.strip().lower() in name.lower():
                self.found.add_block(self.found.invisibleRootItem(), block, in_family=False)
        for preset in self._presets:
            if match(text, preset.name) is not None:
                self.found.add_preset(self.found.invisibleRootItem(), preset, in_family=False)
        for layer in CATALOG.search(text)[:_FOUND]:
            self.found.add_layer(self.found.invisibleRootItem(), layer, in_family=False)
        if self.found.topLevelItemCount():
            self.found.setCurrentItem(self.found.topLevelItem(0))
        else:
            nothing = QTreeWidgetItem([tr("No layer is called so")])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addTopLevelItem(nothing)

    def _choose_first(self) -> None:
        item = self.found.currentItem()
        if self.search.text().strip() and item is not None:
            self.found.choose(item)

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


class _Naming(QStyledItemDelegate):
    """The line in which a row is given another name says what it is for."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        line: QWidget = super().createEditor(parent, option, index)
        line.setAccessibleName(tr("Name"))
        return line


class LayerTree(QTreeWidget):
    """A tree whose leaves are types of layers; they can be dragged out."""

    layer_chosen = Signal(str)
    block_opened = Signal(str)
    block_renamed = Signal(str, str)  # old, new
    block_removed = Signal(str)
    preset_chosen = Signal(str)
    preset_renamed = Signal(str, str)  # old, new
    preset_removed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._blocks: QTreeWidgetItem | None = None
        self._presets: QTreeWidgetItem | None = None
        self._sections: list[QTreeWidgetItem] = []
        self.setAccessibleName(name)
        self.setItemDelegate(_Naming(self))
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
        self.itemActivated.connect(self.choose)
        self.itemChanged.connect(self._rename)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def add_family(
        self, title: str, icon_name: str, color_key: str, place: int | None = None
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setIcon(0, family_icon(color_key, icon_name))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        font = interface_font()
        font.setWeight(font.Weight.Medium)
        item.setFont(0, font)
        self.insertTopLevelItem(self.topLevelItemCount() if place is None else place, item)
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
        item.setToolTip(0, plain_tip(tr(layer.summary)))
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, tr(layer.summary))
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )
        if not in_family:
            item.setIcon(0, family_icon(layer.family))
        parent.addChild(item)

    def show_blocks(self, blocks: Iterable[Block]) -> None:
        """Show the blocks of the project above all families; they can be renamed in their place."""
        blocks, is_open = list(blocks), True
        if self._blocks is not None:
            is_open = self._blocks.isExpanded()
            self.takeTopLevelItem(self.indexOfTopLevelItem(self._blocks))
            self._blocks = None
        if blocks:
            self._blocks = self.add_family(tr("Blocks"), "block", "block", place=0)
            for block in blocks:
                self.add_block(self._blocks, block)
            self._blocks.setExpanded(is_open)

    def add_block(self, parent: QTreeWidgetItem, block: Block, *, in_family: bool = True) -> None:
        """Add a line for a block of the project."""
        words = block.note.partition("\n")[0] or tr("A block of this project.")
        layer = Layer(block.name, "block", "block", summary=words)
        self.add_layer(parent, layer, in_family=in_family)
        item = parent.child(parent.childCount() - 1)
        item.setData(0, _BLOCK, block.name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    def show_presets(self, presets: Sequence[Preset], broken: Sequence[Broken]) -> None:
        """Show the presets below the blocks, above all families."""
        is_open = False
        if self._presets is not None:
            is_open = self._presets.isExpanded()
            self.takeTopLevelItem(self.indexOfTopLevelItem(self._presets))
            self._presets = None
        if presets or broken:
            place = 0 if self._blocks is None else 1
            self._presets = self.add_family(tr("Presets"), "duplicate", "block", place=place)
            for preset in presets:
                self.add_preset(self._presets, preset)
            for file in broken:
                line = QTreeWidgetItem([file.path.name])
                line.setFlags(Qt.ItemFlag.ItemIsSelectable)
                line.setToolTip(
                    0, plain_tip(tr("No preset: {words}.").format(words=tr(file.words)))
                )
                line.setIcon(0, family_icon("block", "warning"))
                self._presets.addChild(line)
            self._presets.setExpanded(is_open)

    def add_preset(
        self, parent: QTreeWidgetItem, preset: Preset, *, in_family: bool = True
    ) -> None:
        """Add a line for a preset; the user's own can be called otherwise."""
        layer = Layer(preset.name, "block", "block", summary=preset.summary)
        self.add_layer(parent, layer, in_family=in_family)
        item = parent.child(parent.childCount() - 1)
        item.setData(0, _TYPE, None)
        item.setData(0, _PRESET, preset)
        if preset.is_own:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    def name_preset(self, name: str) -> None:
        """Edit the name of a preset in its place."""
        family = self._presets
        for at in range(family.childCount()) if family is not None else ():
            if family is not None and family.child(at).text(0) == name:
                family.setExpanded(True)
                self.setCurrentItem(family.child(at))
                self.setFocus()
                self.editItem(family.child(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        if item is not None and _is_own(item):
            menu = self.block_menu if item.data(0, _BLOCK) else self.preset_menu
            menu(item).popup(event.globalPos())

    def block_menu(self, item: QTreeWidgetItem) -> QMenu:
        """What can be done with a block of the project."""
        name = item.data(0, _BLOCK)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open"), lambda: self.block_opened.emit(name))
        menu.addAction(tr("Rename"), lambda: self.editItem(item))
        menu.addAction(tr("Remove"), lambda: self.block_removed.emit(name))
        return menu

    def preset_menu(self, item: QTreeWidgetItem) -> QMenu:
        """What can be done with a preset of the user's own."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Add"), lambda: self.choose(item))
        menu.addAction(tr("Rename"), lambda: self.editItem(item))
        menu.addAction(tr("Remove"), lambda: self._want_removed(item))
        return menu

    def _want_removed(self, item: QTreeWidgetItem) -> None:
        preset = item.data(0, _PRESET)
        if preset is not None:
            self.preset_removed.emit(preset.name)
        else:
            self.block_removed.emit(item.data(0, _BLOCK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and _is_own(item):
            if event.key() == Qt.Key.Key_F2:
                self.editItem(item)
                return
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._want_removed(item)
                return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """On a block of the project F2 and Delete are for it, not for what the canvas selects."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            item = self.currentItem()
            keys = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if item is not None and _is_own(item) and event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    def _rename(self, item: QTreeWidgetItem) -> None:
        preset = item.data(0, _PRESET)
        renamed = self.block_renamed if preset is None else self.preset_renamed
        old = item.data(0, _BLOCK) if preset is None else preset.name
        new = item.text(0).strip()
        if old and new != old:
            with QSignalBlocker(self):
                item.setText(0, old)  # the project says next what it is called
            # Not from inside the editor: the tree is made anew when the block has its name.
            QTimer.singleShot(0, self, lambda: renamed.emit(old, new))

    def mimeData(self, items: list[QTreeWidgetItem]) -> QMimeData:
        for item in items:
            if item.data(0, _PRESET) is not None:
                return as_mime(item.data(0, _PRESET).text)
        data = QMimeData()
        types = [item.data(0, _TYPE) for item in items if item.data(0, _TYPE)]
        if types:
            data.setData(MIME_TYPE, types[0].encode())
            data.setText(types[0])
        return data

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE, FRAGMENT]

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

    def choose(self, item: QTreeWidgetItem) -> None:
        """Add what a line stands for."""
        if item.data(0, _TYPE):
            self.layer_chosen.emit(item.data(0, _TYPE))
        elif item.data(0, _PRESET) is not None:
            self.preset_chosen.emit(item.data(0, _PRESET).name)


def _is_own(item: QTreeWidgetItem) -> bool:
    """Whether a line can be called otherwise, and removed."""
    preset = item.data(0, _PRESET)
    return bool(item.data(0, _BLOCK)) or (preset is not None and preset.is_own)
