"""The Training tab: how it is set up at the left, what happens at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QWidget

from app.panels.pieces import column, scrolled
from app.panels.run_view import RunView
from app.panels.training_form import TrainingForm
from graph.document import Document


class TrainingPanel(QWidget):
    """Form and run beside each other; it starts nothing itself."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = TrainingForm()
        self.form.edit_wanted.connect(self.edit_wanted)
        area = scrolled(self.form)
        area.setMinimumWidth(280)
        self.run = RunView()
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(self.run)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([312, 900])
        self.setLayout(column(splitter))

    def show_document(self, document: Document) -> None:
        self.form.show_document(document)
