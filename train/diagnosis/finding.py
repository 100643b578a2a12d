"""One thing that goes wrong in a run: where, in words, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from codegen.watching import Place
from graph.analysis import problem_to_plain
from graph.phrases import MADE, joined, to_record
from graph.problems import Fix, Problem, Severity
from train.events import Event

#: What the log keeps of a finding: no edits, for the network may be another by then.
KEPT = ("severity", "code", "place", "node", "scope", "words", "advice", MADE)


@dataclass(frozen=True)
class Finding:
    """``cause`` is the place whose finding this one follows from. Equal ones are told once."""

    severity: Severity
    code: str
    place: Place
    message: str
    advice: str
    scope: str = ""
    fixes: tuple[Fix, ...] = ()
    cause: Place | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.code, str(self.place)

    def to_problem(self) -> Problem:
        """As the canvas shows it; words and advice are one text there."""
        cause = self.cause.node if self.cause is not None and self.is_beside(self.cause) else ""
        return Problem(
            self.severity,
            self.code,
            joined("; ", (self.message, self.advice)),
            node=self.place.node,
            scope=self.scope,
            fixes=self.fixes,
            cause=cause,
        )

    def is_beside(self, other: Place) -> bool:
        return other.around == self.place.around

    def to_plain(self) -> dict[str, Any]:
        return {
            **problem_to_plain(self.to_problem()),
            "place": str(self.place),
            **to_record({"words": self.message, "advice": self.advice}),
        }


def brief(event: Event) -> Event:
    """An event as the log keeps it: of findings what and where they are, of all else everything."""
    if event["event"] != "diagnosis":
        return event
    kept = [{key: one[key] for key in KEPT if key in one} for one in event["findings"]]
    return {**event, "findings": kept}
