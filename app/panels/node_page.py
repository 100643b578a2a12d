"""What the inspector says of one node: name, purpose, arguments, shapes, note, documentation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.documentation.page import DocumentationPage
from app.panels.argument_form import ArgumentForm
from app.panels.block_head import BlockHead
from app.panels.color_row import ColorRow
from app.panels.fact_table import FactTable
from app.panels.frame_form import FrameForm
from app.panels.node_options import NodeOptions
from app.panels.note_field import NoteField
from app.panels.pieces import Fold, clear_layout, column, plain_label, row
from app.panels.problem_row import ProblemRow
from app.panels.python_part import PythonPart
from app.panels.shape_table import shape_rows
from app.panels.steps_form import StepsForm
from app.panels.weights_form import SAID_OF_WEIGHTS, WeightsForm
from app.theme_icons import family_icon
from app.translating import joined, tr
from app.xray.part import XrayPart
from graph.analysis import NodeAnalysis
from graph.block_signature import signature
from graph.catalog import CATALOG
from graph.catalog.custom import PYTHON
from graph.catalog.layer import REQUIRED
from graph.costs import Cost
from graph.document import ROOT, Document, Node, Value
from graph.edits import UNSET, RenameNode, SetArgument, SetOption
from graph.looks import color_of
from graph.names import is_identifier
from graph.problems import Problem
from graph.recoloring import color_edit
from graph.resolve import Arriving
from graph.uses import uses_of


class NodePage(QWidget):
    """Shows one node and says, as edits, what the user wants changed."""

    edit_wanted = Signal(object)  # Edit
    fix_wanted = Signal(object)  # Fix
    documentation_wanted = Signal(str)
    argument_wanted = Signal(str, str, object, bool)  # node, argument, value, whether an option

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node: Node | None = None
        self._document, self._scope = Document(), ROOT
        self._analysis: NodeAnalysis | None = None
        self._documented = ""
        self._make_parts()
        head = row(self._icon, self.name)
        body = column(head, self._type, self._purpose, spacing=4)
        self._problems = column(spacing=8)
        self.setLayout(
            column(
                body,
                self._problems,
                self.xray,
                self.block,
                4,
                self.form,
                self.python,
                self.options,
                self.steps,
                self._weights_fold,
                self.frame,
                self.colors,
                4,
                self.shapes,
                self._note_fold,
                self._documentation_fold,
                None,
                margin=16,
            )
        )

    def _make_parts(self) -> None:
        self._icon = QLabel()
        self._icon.setFixedSize(24, 24)
        self.name = QLineEdit()
        self.name.setProperty("heading", "true")
        self.name.setAccessibleName(tr("Name of the layer"))
        self.name.editingFinished.connect(self._rename)
        self._type, self._purpose = plain_label(look="quiet"), plain_label(wrap=True)
        self.block = BlockHead()
        self.form = ArgumentForm()
        self.form.value_chosen.connect(self._set_argument)
        self.form.argument_wanted.connect(self._want_argument)
        self.options = NodeOptions()
        self.options.option_chosen.connect(self._set_option)
        self.options.argument_wanted.connect(lambda name: self._want_argument(name, option=True))
        self.steps = StepsForm()
        self.steps.option_chosen.connect(self._set_option)
        self.python = PythonPart()
        self.python.edit_wanted.connect(self.edit_wanted)
        self.weights = WeightsForm()
        self.weights.edit_wanted.connect(self.edit_wanted)
        self._weights_fold = Fold(tr("Weights"), self.weights)
        self.frame = FrameForm()
        self.frame.edit_wanted.connect(self.edit_wanted)
        self.colors = ColorRow()
        self.colors.chosen.connect(self._set_color)
        self.shapes = FactTable()
        self.xray = XrayPart()
        self.note = NoteField(tr("What is this layer for?"))
        self.note.written.connect(self._set_note)
        self._note_fold = Fold(tr("Note"), self.note)
        self.documentation = DocumentationPage()
        self.documentation.setMinimumHeight(320)
        self._documentation_fold = Fold(tr("Documentation"), self.documentation)
        self._documentation_fold.toggled.connect(lambda _: self._want_documentation())

    def show_node(
        self,
        document: Document,
        scope: str,
        node: Node,
        known: Mapping[str, NodeAnalysis],
        problems: Sequence[Problem],
        names: Mapping[str, Value],
        cost: Cost | None = None,
        basis: str = "",
        key: str = "",
    ) -> None:
        """Show a node of a scope of which ``known`` is known; its expressions know ``names``."""
        analysis = known.get(node.name)
        other = self._node is None or (self._node.name, self._node.type) != (node.name, node.type)
        if other:
            self.note.finish()
        self._node, self._scope, self._analysis = node, scope, analysis
        self._document = document
        self.colors.show_color(color_of(document.scope(scope).look(node.name)))
        block = document.blocks.get(node.type)
        layer = CATALOG.get(node.type)
        arguments = signature(block) if block else layer.arguments if layer else ()
        in_block = scope != ROOT
        if other:
            self.name.setText(node.name)
            self.name.setCursorPosition(0)  # of a long name one reads the beginning
            self._show_type(node)
        is_python = block is None and node.type == PYTHON
        self.python.setVisible(is_python)
        if is_python:
            self.python.show_node(node, document.scope(scope), scope)
        self.block.setVisible(block is not None)
        self._documentation_fold.setVisible(block is None)
        if block is not None:
            self.block.show_block(block.name, len(uses_of(document, block.name)))
        self.form.setVisible(bool(arguments) and not is_python)
        self.form.show_arguments(arguments)
        arriving = analysis.inputs if analysis is not None and block is None else {}
        shapes = {port: Arriving(tensor.shape) for port, tensor in arriving.items()}
        self.form.show_names({**shapes, **names}, in_block=in_block)
        self.form.show_values(node.arguments, analysis.arguments if analysis else {})
        self.options.show_node(
            node, document.scope(scope), analysis, names, in_block=in_block, is_other=other
        )
        weighty = self.weights.show_node(node, document.scope(scope), known, scope)
        self._weights_fold.setVisible(weighty)
        if other:
            self._weights_fold.set_open(bool(node.options.keys() & SAID_OF_WEIGHTS))
        self.shapes.show_rows(shape_rows(analysis, cost, basis, key))
        self._show_problems(problems)
        self._show_note(str(node.options.get("note", "")), other)
        self._want_documentation()

    def show_documentation(self, type_: str, answer: Mapping[str, object]) -> None:
        if self._node is not None and type_ == self._node.type:
            self.documentation.show_answer(answer)

    def _show_type(self, node: Node) -> None:
        layer = CATALOG.get(node.type)
        family = layer.family if layer else "block"
        self._icon.setPixmap(family_icon(family).pixmap(QSize(24, 24), self.devicePixelRatioF()))
        title = next((tr(f.title) for f in CATALOG.families() if f.key == family), "")
        self._type.setText(joined("  ·  ", (node.type, title)) if title else node.type)
        self._purpose.setText(tr(layer.summary) if layer else "")
        self._purpose.setVisible(bool(self._purpose.text()))

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        clear_layout(self._problems)
        for problem in problems:
            line = ProblemRow(problem)
            line.fix_wanted.connect(self.fix_wanted)
            self._problems.addWidget(line)

    def _show_note(self, note: str, other: bool) -> None:
        self.note.show_note(note, other=other)
        if other and note:
            self._note_fold.set_open(True)

    def _want_documentation(self) -> None:
        if self._node is None or not self._documentation_fold.is_open:
            return
        if self._documented != self._node.type:
            self._documented = self._node.type
            self.documentation.wait()
            self.documentation_wanted.emit(self._node.type)

    def _rename(self) -> None:
        node, new = self._node, self.name.text().strip()
        if node is None or new == node.name:
            return
        if not is_identifier(new):
            self.name.setText(node.name)
            return
        self.edit_wanted.emit(RenameNode(node.name, new, self._scope))
        if self._node is not None:  # refused: the old name stands again
            self.name.setText(self._node.name)

    def _set_argument(self, argument: str, value: object) -> None:
        if self._node is not None and self._node.arguments.get(argument, UNSET) != value:
            self.edit_wanted.emit(SetArgument(self._node.name, argument, value, self._scope))

    def _set_option(self, option: str, value: object) -> None:
        if self._node is not None and self._node.options.get(option, UNSET) != value:
            self.edit_wanted.emit(SetOption(self._node.name, option, value, self._scope))

    def _want_argument(self, argument: str, *, option: bool = False) -> None:
        """Let the block say the value, which is now what it is set to or has come to."""
        if self._node is None:
            return
        nothing = {"repeat": 1, "when": True}.get(argument, UNSET)
        known = self._analysis.arguments if self._analysis is not None else {}
        layer = CATALOG.get(self._node.type)
        declared = layer.argument(argument) if layer is not None else None
        default = declared.default if declared is not None else UNSET
        value = nothing if option else known.get(argument, default)
        value = UNSET if value is REQUIRED else value
        self.argument_wanted.emit(self._node.name, argument, value, option)

    def _set_color(self, color: str) -> None:
        if self._node is not None:
            names = [self._node.name]
            self.edit_wanted.emit(color_edit(self._document, self._scope, names, [], [], color))

    def _set_note(self, note: str) -> None:
        if self._node is not None and note != str(self._node.options.get("note", "")):
            value = note or UNSET
            self.edit_wanted.emit(SetOption(self._node.name, "note", value, self._scope))

    def sizeHint(self) -> QSize:
        return QSize(300, 600)

    def keyPressEvent(self, event: object) -> None:
        if self._node is not None and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.name.setText(self._node.name)
        super().keyPressEvent(event)  # type: ignore[arg-type]
