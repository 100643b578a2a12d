"""All the fixes that may be applied unasked, found by applying them one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import Analysis
from graph.causes import with_causes
from graph.document import Change, Document
from graph.edits import Batch, Edit
from graph.errors import EditError
from graph.limits import MAX_SAFE_FIXES
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.shapes import Analyst
from graph.visit import Memory

_Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Mending:
    """Fixes in the order in which they are to be applied, and how many mistakes are left."""

    fixes: tuple[Fix, ...]
    left: int

    @property
    def edit(self) -> Edit:
        """All of them as one step."""
        return Batch(tuple(fix.edit for fix in self.fixes), label=later("Fix all"))


def mend(document: Document, memory: Memory | None = None) -> Mending:
    """Apply the safe fixes to ``document``, cause by cause, until none is left.

    What a fix brings to light is mended in its turn. A fix that does not help is taken back. The
    document is changed: hand over a copy.
    """
    analyst = Analyst(document, memory)
    changes: list[Change] = []
    stop_observing = document.observe(changes.append)
    fixes: list[Fix] = []
    tried: set[_Key] = set()
    analysis = with_causes(document, analyst.analysis)
    while len(fixes) < MAX_SAFE_FIXES and (problem := _next(analysis, tried)) is not None:
        key = _key(problem)
        tried.add(key)
        fix = problem.safe_fix
        assert fix is not None  # _next looks for one
        try:
            inverse = document.apply(fix.edit)
        except EditError:
            continue
        after = _followed(document, analyst, changes)
        if any(_key(other) == key for other in after.problems):
            document.apply(inverse)
            after = _followed(document, analyst, changes)
        else:
            fixes.append(fix)
        analysis = after
    stop_observing()
    left = sum(problem.severity != "hint" for problem in analysis.problems)
    return Mending(tuple(fixes), left)


def _next(analysis: Analysis, tried: set[_Key]) -> Problem | None:
    """The first problem that can be mended unasked; hints are no mistakes, and stay."""
    mendable = (
        problem
        for problem in analysis.problems
        if problem.safe_fix is not None and problem.severity != "hint"
    )
    return next((problem for problem in mendable if _key(problem) not in tried), None)


def _followed(document: Document, analyst: Analyst, changes: list[Change]) -> Analysis:
    whole = Change()
    for change in changes:
        whole |= change
    changes.clear()
    return with_causes(document, analyst.update(whole))


def _key(problem: Problem) -> _Key:
    """What a problem is of; in a block whose uses differ its words may change with each fix."""
    words = "" if problem.node else problem.message
    return (problem.scope, problem.code, problem.node, problem.port, words)
