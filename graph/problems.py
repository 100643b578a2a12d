"""What is wrong with a document, in plain words, and the edits that would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.document import ROOT
from graph.edits import Edit

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class Fix:
    """An edit that mends a problem; ``label`` stands on its button: ``Set in_features to 400``."""

    label: str
    edit: Edit


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is, and how to mend it.

    ``code`` is stable and kebab-case (``missing-input``); ``node`` is "" where no layer is
    concerned; ``cause`` names the node whose problem this one merely follows from.
    """

    severity: Severity
    code: str
    message: str
    node: str = ""
    port: str = ""
    scope: str = ROOT
    fixes: tuple[Fix, ...] = ()
