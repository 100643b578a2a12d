"""What a check before the run has found, as data; no torch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from graph.phrases import later, to_record

#: ``good``; ``doubtful``: it may be meant; ``bad``: training cannot go well; ``skipped``.
Verdict = Literal["good", "doubtful", "bad", "skipped"]

#: Every check by its key: what it looks at, and why that matters, in plain words.
CHECKS = {
    "inputs": (
        later("Inputs differ from sample to sample"),
        later("From inputs that are all alike, or not numbers at all, nothing can be learned."),
    ),
    "labels": (
        later("Labels fit the outputs"),
        later("Each class needs a score of its own, and samples to learn it from."),
    ),
    "scale": (
        later("Targets are of a size to learn"),
        later("Where targets are thousands, errors and gradients are, and steps overshoot."),
    ),
    "duplicates": (
        later("Validation samples are new"),
        later("A sample that is trained on, too, makes validation look better than it is."),
    ),
    "last_batch": (
        later("No batch has one sample alone"),
        later("BatchNorm cannot normalise one sample by itself."),
    ),
    "forward": (
        later("The first answers are numbers"),
        later("One NaN or infinite number spreads to every weight."),
    ),
    "loss": (
        later("The first loss is that of guessing"),
        later(
            "A network that knows nothing should give every class the same chance: a loss of "
            "log(classes), or of the target's variance. More means a bad start, less a leak."
        ),
    ),
    "apart": (
        later("Each sample is answered by itself"),
        later("A view or permute that mixes the batch axis makes samples see one another."),
    ),
    "answers": (
        later("Answers depend on the input"),
        later("A network that says the same of everything has lost its input on the way."),
    ),
    "gradients": (
        later("Gradients reach every parameter"),
        later("A weight without a gradient stays as it was drawn."),
    ),
    "units": (
        later("No layer is dead"),
        later("A unit that gives 0 for every sample passes no gradient on."),
    ),
}


@dataclass(frozen=True)
class Finding:
    """What one check found: in words, what to do about it, and the node where it is."""

    check: str
    verdict: Verdict
    words: str
    advice: str = ""
    node: str = ""

    @property
    def title(self) -> str:
        return CHECKS[self.check][0]

    def to_plain(self) -> dict[str, Any]:
        return to_record(
            {
                "check": self.check,
                "title": self.title,
                "why": CHECKS[self.check][1],
                "verdict": self.verdict,
                "words": self.words,
                "advice": self.advice,
                "node": self.node,
            }
        )


def good(check: str, words: str) -> Finding:
    return Finding(check, "good", words)


def counts_of(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each verdict."""
    counts = {"good": 0, "doubtful": 0, "bad": 0, "skipped": 0}
    for finding in findings:
        counts[finding.verdict] += 1
    return counts
