"""What was done to a run, in a few words: for its log and for the lines on its curves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.run_words import fault_words
from app.translating import joined, tr
from app.words import significant

Event = Mapping[str, Any]


def act_words(event: Event) -> str:
    """What an event says the user did; "" for one that comes by itself."""
    say = _WORDS.get(str(event.get("event")))
    return say(event) if say is not None else ""


def mark_words(event: Event) -> str:
    """The same in so few words that they fit beside a line on a curve."""
    if event.get("event") == "diagnosis":
        return _found(event.get("findings") or [])
    brief = {"evaluation": tr("evaluated"), "kept": tr("checkpoint")}
    return brief.get(str(event.get("event"))) or act_words(event)


def _found(faults: Sequence[Mapping[str, Any]]) -> str:
    """``fc1: dead units``, and how many more there were at once."""
    if not faults:
        return ""
    words = f"{faults[0].get('place')}: {fault_words(str(faults[0].get('code')))}"
    return f"{words} +{len(faults) - 1}" if len(faults) > 1 else words


def _rates(event: Event) -> str:
    return tr("rate {rate}").format(rate=_numbers(event.get("lr")))


def _decay(event: Event) -> str:
    return tr("weight decay {value}").format(value=_numbers(event.get("weight_decay")))


def _frozen(event: Event) -> str:
    words = tr("{nodes} frozen") if event.get("frozen") else tr("{nodes} unfrozen")
    return words.format(nodes=event.get("nodes"))


def _dropout(event: Event) -> str:
    return tr("dropout {value}").format(value=significant(float(event.get("p") or 0)))


def _schedule(event: Event) -> str:
    schedule = event.get("schedule")
    name = schedule.get("type") if isinstance(schedule, Mapping) else schedule
    return tr("schedule {name}").format(name=name) if name else tr("no schedule any more")


def _epochs(event: Event) -> str:
    words = tr("{n} epochs", one="{n} epoch", n=int(event.get("epochs") or 0))
    return joined(", ", [words, tr("patience anew")]) if event.get("patience") else words


def _stop_after(event: Event) -> str:
    return tr("stops after this epoch") if event.get("on") else tr("does not stop after this epoch")


def _rolled_back(event: Event) -> str:
    return tr("back to epoch {epoch}").format(epoch=event.get("to_epoch"))


def _evaluation(event: Event) -> str:
    values = [f"{name} {significant(v)}" for name, v in (event.get("validation") or {}).items()]
    return tr("evaluated: {values}").format(values=joined(", ", values))


def _paused(event: Event) -> str:
    return tr("paused")


def _numbers(values: Any) -> str:
    """Every group's, where they differ."""
    shown = [significant(float(value)) for value in (values or [0])]
    return joined(", ", shown) if len(set(shown)) > 1 else shown[0]


_WORDS: Mapping[str, Callable[[Event], str]] = {
    "lr": _rates,
    "weight_decay": _decay,
    "frozen": _frozen,
    "dropout": _dropout,
    "schedule": _schedule,
    "epochs": _epochs,
    "stop_after": _stop_after,
    "rolled_back": _rolled_back,
    "evaluation": _evaluation,
    "paused": _paused,
}
