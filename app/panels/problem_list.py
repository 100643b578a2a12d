"""All problems of the project, worst first: a click selects the node, a button mends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from app.panels.pieces import clear_layout, column, plain_label
from app.panels.problem_row import ProblemRow
from app.translating import tr
from graph.analysis import Analysis
from graph.problems import Problem

_ORDER = {"error": 0, "warning": 1, "hint": 2}

#: A wall of problems helps nobody; the rest follows as the first are mended.
_MOST = 100


class ProblemList(QScrollArea):
    """Shows the problems of the last analysis it was handed."""

    problem_chosen = Signal(object)  # Problem, of a node
    fix_wanted = Signal(object)  # Fix

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Problems"))
        self._problems: tuple[Problem, ...] | None = None
        self._rows = column(spacing=12)
        self._rest = plain_label(look="quiet")
        body = QWidget()
        body.setLayout(column(self._rows, self._rest, None, margin=16))
        self.setWidget(body)
        self.show_analysis(Analysis(), checked=False)

    @property
    def rows(self) -> list[ProblemRow]:
        widgets = (self._rows.itemAt(index).widget() for index in range(self._rows.count()))
        return [widget for widget in widgets if isinstance(widget, ProblemRow)]

    def show_analysis(self, analysis: Analysis, checked: bool = True) -> None:
        """``checked`` is false as long as nothing has been looked at."""
        problems = tuple(sorted(analysis.problems, key=lambda p: _ORDER[p.severity]))
        nothing = tr("No problems.") if checked else tr("Nothing has been checked yet.")
        if problems == self._problems and (problems or nothing == self._rest.text()):
            return
        self._problems = problems
        clear_layout(self._rows)
        for problem in problems[:_MOST]:
            row = ProblemRow(problem)
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.setAccessibleName(f"{tr(problem.severity)}: {tr(problem.message)}")
            row.fix_wanted.connect(self.fix_wanted)
            row.installEventFilter(self)
            for label in row.findChildren(QLabel):
                label.installEventFilter(self)
            if problem.node:
                row.setCursor(Qt.CursorShape.PointingHandCursor)
            self._rows.addWidget(row)
        more = len(problems) - _MOST
        self._rest.setText(tr("{n} more", n=more) if more > 0 else nothing)
        self._rest.setVisible(more > 0 or not problems)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.MouseButtonRelease or (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space)  # type: ignore[attr-defined]
        )
        if pressed:
            widget: QObject | None = watched
            while widget is not None and not isinstance(widget, ProblemRow):
                widget = widget.parent()
            if isinstance(widget, ProblemRow) and widget.problem.node:
                self.problem_chosen.emit(widget.problem)
        return False
