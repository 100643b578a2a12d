"""The inspector: what is selected, or the project where nothing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.panels.block_page import BlockPage
from app.panels.node_page import NodePage
from app.panels.pieces import column, scrolled
from app.panels.project_page import ProjectPage
from app.panels.selection_page import SelectionPage
from graph.analysis import Analysis
from graph.catalog.node_ports import step_ports
from graph.costs import Costs
from graph.document import ROOT, Change, Document, Value
from graph.python.files import PythonFiles
from graph.uses import Path, names_at, scope_at, uses_of


class Inspector(QWidget):
    """One page for a node, one for several, one for the project. It edits nothing itself."""

    edit_wanted = Signal(object)  # Edit
    fix_wanted = Signal(object)  # Fix
    node_chosen = Signal(str)
    frame_wanted = Signal()  # around what is selected
    documentation_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._scope = Document(), ROOT
        self._selection: list[str] = []
        self._analysis, self._costs = Analysis(), Costs()
        self._keys: Mapping[str, Mapping[str, str]] = {}
        self.node_page, self.project_page = NodePage(), ProjectPage()
        self.selection_page, self.block_page = SelectionPage(), BlockPage()
        self._path: Path = ()
        self._stack = QStackedWidget()
        for page in (self.project_page, self.node_page, self.selection_page):
            self._stack.addWidget(scrolled(page))
            page.edit_wanted.connect(self.edit_wanted)
        self._stack.addWidget(scrolled(self.block_page))
        self.node_page.fix_wanted.connect(self.fix_wanted)
        self.node_page.documentation_wanted.connect(self.documentation_wanted)
        self.selection_page.node_chosen.connect(self.node_chosen)
        for form in (self.node_page.frame, self.selection_page.frame_form):
            form.frame_wanted.connect(self.frame_wanted)
        self.setLayout(column(self._stack))

    def show_document(self, document: Document, scope: str = ROOT) -> None:
        if document is not self._document:
            self._keys = {}
        self._document, self._scope, self._selection = document, scope, []
        self._analysis = Analysis()
        self._refresh()

    def show_path(self, path: Path) -> None:
        """Say which use of the block is looked at."""
        self._path = path
        self._refresh()

    def show_change(self, change: Change) -> None:
        """Follow an edit; a rename keeps the node selected because the canvas says so next."""
        if self._scope in self._document.scopes:
            graph = self._document.scope(self._scope)
            self._selection = [name for name in self._selection if name in graph]
        self._refresh()

    def show_selection(self, names: Sequence[str]) -> None:
        self._selection = list(names)
        self._refresh()

    def show_analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._refresh()

    def show_python(self, files: PythonFiles) -> None:
        """Show what Python files say now, and whether they are trusted."""
        self.node_page.python.show_files(files)

    def show_costs(self, costs: Costs) -> None:
        self._costs = costs
        self._refresh()

    def show_keys(self, keys: Mapping[str, Mapping[str, str]]) -> None:
        """By scope, what the layers and frames are called in ``state_dict``."""
        if keys and keys != self._keys:  # with a mistake in the network, the last ones stay
            self._keys = keys
            self._refresh()

    def show_documentation(self, type_: str, answer: Mapping[str, object]) -> None:
        self.node_page.show_documentation(type_, answer)

    def focus_name(self) -> None:
        if len(self._selection) == 1:
            self.node_page.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.node_page.name.selectAll()

    def focus_arguments(self) -> None:
        """Go to the first argument of the one node, or to the first field of what is shown."""
        if len(self._selection) != 1 or not self.node_page.form.focus_first():
            page = self._stack.currentWidget()
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.focusNextChild()

    def _refresh(self) -> None:
        if self._scope not in self._document.scopes:
            return  # the block is gone; the canvas says next what is shown
        graph = self._document.scope(self._scope)
        names = self._names()
        chosen = [name for name in self._selection if name in graph]
        known = self._analysis.scope(self._scope)
        keys = self._keys.get(self._scope, {})
        if len(chosen) == 1:
            problems = self._analysis.problems_of(chosen[0], self._scope)
            node = graph.node(chosen[0])
            self.node_page.show_node(
                self._document,
                self._scope,
                node,
                known,
                problems,
                names,
                self._costs.scope(self._scope).get(node.name),
                self._costs.basis,
                keys.get(chosen[0], ""),
            )
            step = step_ports(self._document, self._scope, graph.node(chosen[0]))
            self.node_page.steps.show_node(graph.node(chosen[0]), step)
            frame = self.node_page.frame  # of a frame around this node alone
            frame.show_selection(self._document, self._scope, chosen, keys)
            frame.setVisible(frame.shows_frame)
            self._stack.setCurrentIndex(1)
        elif chosen:
            self.selection_page.show_nodes(
                [graph.node(name) for name in chosen], self._costs.scope(self._scope)
            )
            self.selection_page.frame_form.show_selection(self._document, self._scope, chosen, keys)
            self._stack.setCurrentIndex(2)
        elif self._scope != ROOT:
            uses = uses_of(self._document, self._scope)
            self.block_page.show_block(self._document.blocks[self._scope], uses, names)
            self._stack.setCurrentIndex(3)
        else:
            self.project_page.show_document(self._document, self._analysis, self._costs)
            self._stack.setCurrentIndex(0)

    def _names(self) -> Mapping[str, Value]:
        """The arguments of the block that is shown, as the use that is looked at has them."""
        path = self._path if scope_at(self._document, self._path) == self._scope else ()
        return names_at(self._document, path, self._scope)
