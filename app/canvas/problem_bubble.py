"""A bubble at a badge: what is wrong there, in plain words, and a button for each fix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.floating import Floating
from app.panels.problem_row import ProblemRow
from app.translating import tr
from graph.problems import Fix, Problem

WIDTH = 360


class ProblemBubble(Floating):
    """Shows problems it was handed; a button only asks for its fix."""

    fix_requested = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, WIDTH)
        self.setAccessibleName(tr("What is wrong here"))
        self.problems: tuple[Problem, ...] = ()

    def open(
        self,
        problems: Sequence[Problem],
        badge: QRect,
        behind: Callable[[Problem], Sequence[str]] = lambda _: (),
        *,
        by_key: bool = False,
    ) -> None:
        """Stand at a ``badge``; ``behind`` names the layers that wait for what has a problem.

        Opened ``by_key`` it takes the focus, and is read out.
        """
        self.clear()
        self.problems = tuple(problems)
        for problem in problems:
            line = ProblemRow(problem, behind(problem))
            line.fix_wanted.connect(self._choose)
            self.add(line)
        said = "; ".join(row.words for row in self.findChildren(ProblemRow))
        self.setAccessibleDescription(said)
        self.stand_by(badge)
        if by_key:
            self.take_focus()
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def close_down(self) -> None:
        self.problems = ()
        super().close_down()

    def _choose(self, fix: Fix) -> None:
        self.close_down()
        self.fix_requested.emit(fix)
