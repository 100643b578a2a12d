"""What is wrong with a document, in plain words, and the edits that would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.document import ROOT
from graph.edits import Edit

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class Fix:
    """An edit that mends a problem; ``label`` stands on its button: ``Set in_features to 400``.

    A ``safe`` one may be applied unasked: it takes nothing away that the user made, and no other
    fix of the problem would mean something else. A problem has at most one.
    """

    label: str
    edit: Edit
    safe: bool = False


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it.

    ``code`` is stable and kebab-case (``missing-input``); ``node`` is "" where no layer is
    concerned. ``cause`` names the node whose problem this one merely follows from (``no-input``
    where that is the network's); "" for what is wrong by itself. ``graph.causes`` tells it.
    """

    severity: Severity
    code: str
    message: str
    node: str = ""
    port: str = ""
    scope: str = ROOT
    fixes: tuple[Fix, ...] = ()
    cause: str = ""

    @property
    def safe_fix(self) -> Fix | None:
        """The fix that may be applied unasked, if there is one."""
        return next((fix for fix in self.fixes if fix.safe), None)
