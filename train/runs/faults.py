"""What X-ray has found wrong in a run, as its events tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from graph.phrases import from_record
from train.events import Event


@dataclass(frozen=True)
class Fault:
    """One thing that went wrong, where, and when that was seen first."""

    code: str
    place: str
    words: str = ""
    advice: str = ""
    severity: str = ""
    epoch: int = 0
    step: int = 0

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)


class Faults:
    """Takes ``diagnosis`` events in; each of them has all that is wrong at its time."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Fault] = {}

    @property
    def found(self) -> tuple[Fault, ...]:
        """All there were, in the order in which they were seen."""
        return tuple(self._found.values())

    def take(self, event: Event) -> list[Fault]:
        """Those that this event is the first to tell of."""
        findings = event.get("findings")
        new = []
        for one in findings if isinstance(findings, list) else ():
            if not isinstance(one, dict):
                continue
            said = from_record(one)
            code, place, words, advice, severity = (
                str(said.get(key) or "") for key in ("code", "place", "words", "advice", "severity")
            )
            where = (_whole(event.get("epoch")), _whole(event.get("step")))
            fault = Fault(code, place, words, advice, severity, *where)
            if (code, place) not in self._found:
                self._found[code, place] = fault
                new.append(fault)
        return new

    def cut(self, step: int) -> None:
        """The run goes on from ``step``: what was seen later has not been yet."""
        self._found = {key: one for key, one in self._found.items() if one.step <= step}


def by_code(faults: Iterable[Fault]) -> dict[str, list[Fault]]:
    """Of each kind all there were."""
    kinds: dict[str, list[Fault]] = {}
    for one in faults:
        kinds.setdefault(one.code, []).append(one)
    return kinds


def _whole(value: Any) -> int:
    return value if type(value) is int else 0
