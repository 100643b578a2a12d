"""One problem in words, with a button for each way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panels.pieces import column, plain_label, push_button, row
from app.theme import icon
from app.translating import tr
from graph.problems import Problem


class ProblemRow(QWidget):
    """Shows a problem; a click on a button only says which fix was wanted."""

    fix_wanted = Signal(object)  # Fix

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        sign = plain_label()
        sign.setPixmap(icon(problem.severity, problem.severity).pixmap(16, 16))
        sign.setFixedWidth(16)
        sign.setAccessibleName(problem.severity)
        words = plain_label(tr(tr(problem.message)), wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        top = row(sign, words)
        top.setAlignment(sign, sign.alignment().AlignTop)
        layout = column(top, spacing=4)
        fixes = row(24)
        for fix in problem.fixes:
            button = push_button(tr(fix.label), "fix", "fix")
            button.setAccessibleDescription(problem.message)
            button.clicked.connect(lambda _=False, fix=fix: self.fix_wanted.emit(fix))
            fixes.addWidget(button)
        if problem.fixes:
            fixes.addStretch(1)
            layout.addLayout(fixes)
        self.setLayout(layout)
