"""What the inspector says of the project: its name, what goes in and out, how it is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.fact_table import Fact, FactTable, Heading
from app.panels.pieces import Fold, column, plain_label
from app.panels.rules_form import RulesForm
from app.panels.shape_table import cost_rows, tensor_text
from app.translating import joined, tr
from app.words import layers, parameters
from graph.analysis import Analysis
from graph.costs import Costs
from graph.document import Document
from graph.edits import RenameProject


class ProjectPage(QWidget):
    """Shows the project and says, as edits, what the user wants changed."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.name = QLineEdit()
        self.name.setProperty("heading", "true")
        self.name.setAccessibleName(tr("Name of the project"))
        self.name.editingFinished.connect(self._rename)
        self._sum = plain_label(look="quiet", wrap=True)
        self._facts = FactTable()
        self.rules = RulesForm()
        self.rules.edit_wanted.connect(self.edit_wanted)
        self._rules_fold = Fold(tr("Initialization"), self.rules)
        hint = plain_label(
            tr("Select a layer to see and change what it does. Drag one from the left to add it."),
            "quiet",
            wrap=True,
        )
        self.setLayout(
            column(
                column(self.name, self._sum, spacing=4),
                4,
                self._facts,
                8,
                self._rules_fold,
                8,
                hint,
                None,
                margin=16,
            )
        )

    def show_document(self, document: Document, analysis: Analysis, costs: Costs) -> None:
        if document is not self._document:
            self._rules_fold.set_open(bool(document.initialize))
        self._document = document
        self.rules.show_rules(document.initialize)
        if not self.name.hasFocus():
            self.name.setText(document.name)
        parts = [layers(len(document.graph))]
        parts += [parameters(analysis.total_parameters)] if analysis.total_parameters else []
        self._sum.setText(joined("  ·  ", parts))
        self._facts.show_rows(
            [
                *_ends(tr("In"), "Input", document, analysis),
                *_ends(tr("Out"), "Output", document, analysis),
                *cost_rows(costs.total, costs.basis),
            ]
        )

    def _rename(self) -> None:
        new = self.name.text().strip()
        if self._document is None or new == self._document.name:
            return
        if new:
            self.edit_wanted.emit(RenameProject(new))
        else:
            self.name.setText(self._document.name)


def _ends(title: str, type_: str, document: Document, analysis: Analysis) -> list[Heading | Fact]:
    rows: list[Heading | Fact] = []
    for node in document.graph.nodes:
        if node.type == type_:
            known = analysis.nodes.get(node.name)
            tensors = [*known.inputs.values(), *known.outputs.values()] if known else []
            rows.append(Fact(node.name, tensor_text(tensors[0]) if tensors else "?"))
    return [Heading(title), *rows] if rows else []
