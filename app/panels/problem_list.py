"""All problems of the project, causes first: a click selects the node, a button mends it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from app.panels.pieces import clear_layout, column, plain_label, plain_tip, push_button, row
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
    all_fixes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Problems"))
        self._shown: tuple[object, ...] = ()
        self.fix_all = push_button(tr("Fix All That Is Safe"), "fix", "fix")
        tip = tr("Applies every fix that takes nothing of yours away, as one step")
        self.fix_all.setToolTip(plain_tip(tip))
        self.fix_all.clicked.connect(lambda _=False: self.all_fixes_wanted.emit())
        self._head = QWidget()
        self._head.setLayout(row(self.fix_all, None))
        self._rows = column(spacing=12)
        self._rest = plain_label(look="quiet")
        body = QWidget()
        body.setLayout(column(self._head, self._rows, self._rest, None, margin=16))
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
        behind = [tuple(analysis.behind(problem)) for problem in problems]
        shown = (problems, behind, problems or nothing)
        if shown == self._shown:
            return
        self._shown = shown
        safe = any(problem.safe_fix and problem.severity != "hint" for problem in problems)
        self._head.setVisible(safe)
        clear_layout(self._rows)
        for problem, names in zip(problems[:_MOST], behind, strict=False):
            self._rows.addWidget(self._row(problem, names))
        more = len(problems) - _MOST
        self._rest.setText(tr("{n} more", n=more) if more > 0 else nothing)
        self._rest.setVisible(more > 0 or not problems)

    def show_problem(self, problem: Problem) -> None:
        """Bring the row of a problem into sight, and let the keys go there."""
        for line in self.rows:
            if line.problem == problem:
                self.ensureWidgetVisible(line)
                line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row(self, problem: Problem, behind: Sequence[str]) -> ProblemRow:
        line = ProblemRow(problem, behind)
        if problem.cause:  # below what it follows from
            line.layout().setContentsMargins(24, 0, 0, 0)
        line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.setAccessibleName(f"{tr(problem.severity)}: {line.words}")
        line.fix_wanted.connect(self.fix_wanted)
        line.installEventFilter(self)
        for label in line.findChildren(QLabel):
            label.installEventFilter(self)
        if problem.node:
            line.setCursor(Qt.CursorShape.PointingHandCursor)
        return line

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
