"""What runs are called and what is said of them, in the user's language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDateTime, QLocale

from app.translating import later, number_locale, tr
from app.words import count, duration, percent, short_count, significant
from train.runs.record import DONE, FAILED, KILLED, RUNNING, STOPPED, Run

STATES = {
    RUNNING: later("running"),
    DONE: later("done"),
    STOPPED: later("stopped"),
    FAILED: later("failed"),
    KILLED: later("killed"),
}

#: What X-ray finds, in as few words as fit beside a line on a curve.
FAULTS = {
    "dead-units": later("dead units"),
    "exploding-start": later("explodes"),
    "first-nan": later("first NaN"),
    "cuts-gradient": later("cuts the gradient"),
    "no-gradient": later("no gradient"),
    "vanishing-gradient": later("gradient vanishes"),
    "saturated": later("saturated"),
    "softmax-before-loss": later("softmax before the loss"),
    "frozen-unmeant": later("frozen"),
    "rate-too-high": later("rate too high"),
    "rate-too-low": later("rate too low"),
    "not-normalised": later("not normalised"),
    "labels-suspected": later("labels suspected"),
}

#: Results that are shares of a whole.
_SHARES = ("accuracy",)


def moment(seconds: float | None) -> str:
    """``31.01.26 14:05``, as the language writes it."""
    if seconds is None:
        return ""
    when = QDateTime.fromMSecsSinceEpoch(int(seconds * 1000))
    return str(number_locale().toString(when, QLocale.FormatType.ShortFormat))


def result(name: str, value: float | None) -> str:
    """``97.1 %`` of an accuracy, four digits of all else."""
    if value is None:
        return ""
    if name.rpartition(".")[2] in _SHARES:
        return percent(value, 1)
    return significant(value)


def value(key: str, said: Any) -> str:
    """A setting, a result or a cost, by its key."""
    if said is None:
        return "\N{EN DASH}"
    if isinstance(said, bool):
        return tr("yes") if said else tr("no")
    if isinstance(said, dict | list):
        return json.dumps(said, ensure_ascii=False)
    if not isinstance(said, int | float):
        return str(said)
    if key == "seconds":
        return duration(said)
    if key == "throughput":
        return short_count(said)
    if key in ("parameters", "step", "epochs", "best_epoch"):
        return count(round(said))
    return result(key, said)


def fault_words(code: str) -> str:
    """What a finding of X-ray is called."""
    return tr(FAULTS[code]) if code in FAULTS else code


def titles_of(runs: Sequence[Run]) -> list[str]:
    """A title for each, told apart by its folder where two have the same."""
    plain = [run.title for run in runs]
    return [
        title if plain.count(title) == 1 else f"{title} ({run.path.name})"
        for title, run in zip(plain, runs, strict=True)
    ]
