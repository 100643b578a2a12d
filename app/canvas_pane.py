"""The canvas with what stands over it: breadcrumbs inside a block, a word of welcome when empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.canvas import CanvasScene, CanvasView
from app.canvas.heat import Heat
from app.canvas.heat_legend import HeatLegend
from app.panels.pieces import clear_layout, column, plain_label, row, tool_button
from graph.analysis import Analysis
from graph.costs import Costs, Measure
from graph.document import ROOT, Document
from graph.edits import Edit, RenameNode


class CanvasPane(QWidget):
    """Shows one scope of a document and keeps the scenes in order when that changes."""

    scope_changed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self.scope = document, ROOT
        self._analysis, self.costs = Analysis(), Costs()
        self._measure: Measure | None = None
        self._renaming = ""
        self.view = CanvasView(CanvasScene(document))
        self.view.node_activated.connect(self._enter)
        self._crumbs = row(spacing=4)
        self._crumb_bar = QWidget()
        self._crumb_bar.setLayout(self._crumbs)
        self._crumbs.setContentsMargins(16, 4, 16, 4)
        self._crumb_bar.hide()
        self._welcome = plain_label(
            self.tr("Drag a layer from the left, or press Ctrl+Space and type its name."), "soft"
        )
        self.legend = HeatLegend(self.view)  # children of the viewport scroll with it
        self._welcome.setParent(self.view.viewport())
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._welcome.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.viewport().installEventFilter(self)
        self.setLayout(column(self._crumb_bar, self.view, spacing=0))
        self.refresh()

    @property
    def scene(self) -> CanvasScene:
        return self.view.canvas

    @property
    def selection(self) -> list[str]:
        return list(self.scene.selected)

    def show_document(self, document: Document) -> None:
        self._document = document
        self._analysis, self.costs = Analysis(), Costs()
        self.show_scope(ROOT)

    def show_scope(self, scope: str) -> None:
        """Show the root graph or the inside of a block."""
        old = self.view.canvas
        self.scope = scope
        scene = CanvasScene(self._document, scope)
        self.view.show_scene(scene)
        old.close()
        old.deleteLater()
        scene.show_analysis(self._analysis)
        self._show_heat()
        self._show_crumbs()
        self.refresh()
        self.scope_changed.emit(scope)

    def show_analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.scene.show_analysis(analysis)

    def show_costs(self, costs: Costs) -> None:
        self.costs = costs
        self._show_heat()

    def set_heat(self, measure: Measure | None) -> None:
        """Tint the cards by a measure of what they cost, or by none."""
        self._measure = measure
        self._show_heat()

    def _show_heat(self) -> None:
        heat = Heat.of(self.costs, self.scope, self._measure) if self._measure else None
        self.scene.show_heat(heat)
        self.legend.show_heat(heat)
        self._place_welcome()

    def before_edit(self, edit: Edit) -> None:
        """A layer that is being renamed stays selected under its new name."""
        self._renaming = ""
        if isinstance(edit, RenameNode) and edit.scope == self.scope:
            self._renaming = edit.new if edit.old in self.scene.selected else ""

    def after_edit(self, _edit: Edit) -> None:
        if self._renaming in self.scene.nodes:
            self.view.select([self._renaming])

    def refresh(self) -> None:
        """After an edit: the block that is shown may be gone, the first layer may have come."""
        if self.scope and self.scope not in self._document.blocks:
            self.show_scope(ROOT)
            return
        self._welcome.setVisible(not len(self._document.scope(self.scope)))
        self._place_welcome()

    def reveal(self, name: str, scope: str = ROOT) -> None:
        """Select a node and bring it into sight."""
        if scope != self.scope:
            self.show_scope(scope)
        self.view.select([name])
        item = self.scene.nodes.get(name)
        if item is not None and not self._sees(name):
            self.view.center_on(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_welcome()
        return False

    def _sees(self, name: str) -> bool:
        visible = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        return bool(visible.contains(self.scene.nodes[name].box))

    def _enter(self, name: str) -> None:
        type_ = self._document.scope(self.scope).node(name).type
        if type_ in self._document.blocks:
            self.show_scope(type_)

    def _show_crumbs(self) -> None:
        clear_layout(self._crumbs)
        self._crumb_bar.setVisible(bool(self.scope))
        if self.scope:
            back = tool_button("chevron_left", self.tr("Back to the network"))
            back.setText(self._document.name)
            back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            back.clicked.connect(lambda: self.show_scope(ROOT))
            self._crumbs.addWidget(back)
            self._crumbs.addWidget(plain_label("/", "quiet"))
            self._crumbs.addWidget(plain_label(self.scope))
            self._crumbs.addStretch(1)

    def _place_welcome(self) -> None:
        area = self.view.viewport().rect()
        self._welcome.setGeometry(area)
        self.legend.move(16, area.height() - self.legend.height() - 16)
