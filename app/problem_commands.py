"""From one problem to the next, and all that can be mended unasked at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.analysis_client import AnalysisClient, Message
from app.canvas_pane import CanvasPane
from app.docks import Panels
from app.open_project import OpenProject
from app.translating import tr
from graph.edits import Edit, edit_from_plain
from graph.problems import Problem
from graph.uses import Path


class ProblemCommands(QObject):
    """Leads to problems on the canvas, and applies safe fixes as one step."""

    said = Signal(str)

    def __init__(
        self,
        project: OpenProject,
        client: AnalysisClient,
        pane: CanvasPane,
        panels: Panels,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._client, self._pane, self._panels = project, client, pane, panels
        self._at: Problem | None = None
        self._edits = 0
        project.edited.connect(self._count_edit)
        project.replaced.connect(self._count_edit)
        panels.problems.problem_chosen.connect(self.show_problem)
        panels.problems.all_fixes_wanted.connect(self.fix_all)

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {
            "next_problem": partial(self.step, 1),
            "previous_problem": partial(self.step, -1),
            "fix_all": self.fix_all,
        }

    def step(self, by: int) -> None:
        """Go to the next problem in the order of the list, round and round."""
        problems = self._client.analysis.problems
        if not problems:
            self.said.emit(tr("No problems."))
            return
        if self._at in problems:
            index = (problems.index(self._at) + by) % len(problems)
        else:
            index = 0 if by > 0 else len(problems) - 1
        self._at = problems[index]
        self.show_problem(self._at, by_key=True)
        place = tr("Problem {index} of {count}").format(index=index + 1, count=len(problems))
        self.said.emit(place)

    def show_problem(self, problem: Problem, *, by_key: bool = False) -> None:
        """Go to the node of a problem; inside a block, as a use has it that has the problem."""
        self._at = problem
        if not problem.node:
            self._panels.show_tab("problems")
            self._panels.problems.show_problem(problem)
            return
        self._pane.reveal(problem.node, problem.scope)
        if by_key:
            self._pane.view.open_problem(problem)
        if problem.scope:
            self._client.find(problem, partial(self._look, problem, by_key=by_key))

    def _look(self, problem: Problem, path: Path, *, by_key: bool) -> None:
        if path and problem == self._at:
            self._pane.reveal(problem.node, problem.scope, path)
            if by_key:
                self._pane.view.open_problem(problem)

    # fix all

    def fix_all(self) -> None:
        """Ask which fixes are safe, each tried after the one before, and apply them as one."""
        self._client.mend(partial(self._mend, self._edits))

    def _mend(self, edits: int, reply: Message) -> None:
        if edits != self._edits:  # the user went on working: what was found may not fit
            self.fix_all()
            return
        labels, left = [str(label) for label in reply["labels"]], int(reply["left"])
        if not labels:
            self.said.emit(tr("Nothing here can be mended without you: choose a fix."))
            return
        edit: Edit = edit_from_plain(reply["edit"])
        if self._project.push(edit):
            fixed = tr("{n} problems fixed", one="{n} problem fixed", n=len(labels))
            rest = tr("{n} left", n=left) if left else tr("none is left")
            self.said.emit(tr("{fixed}, {rest}").format(fixed=fixed, rest=rest))

    def _count_edit(self, *_: object) -> None:
        self._edits += 1
