"""What a run is compared by: ``loss:``, one or a list of several, and ``metrics:``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.catalog.layer import Argument
from graph.document import Value
from graph.phrases import later
from train import catalog
from train.catalog import LOSS_NEEDS
from train.metric_names import METRICS
from train.reader import Path, Reader, dropping, setting
from train.settings import Choice, Term

#: Keys of a loss among several, beside the arguments of its type.
TERM = ("output", "outputs", "weight", "target", "type")

#: A sum of more losses than this is a mistake.
MOST_TERMS = 100

BALANCED = "balanced"
BY_DATA = later("A weight for each class, or balanced: the rarer a class is, the more it counts")


def read_loss(reader: Reader, value: Any) -> tuple[Choice, tuple[Term, ...]]:
    """A mapping or a name is one loss; a list is a weighted sum, one loss for each output."""
    if not isinstance(value, tuple | list):
        return _read_one(reader, reader.typed(value, ("loss",)), ("loss",)), ()
    if not 1 <= len(value) <= MOST_TERMS:
        said = later("a list of losses has one for each output, as {output: scores, type: MSELoss}")
        reader.complain(("loss",), "missing-value", said, dropping(("loss",)))
        return Choice("CrossEntropyLoss"), ()
    terms = tuple(_read_term(reader, each, ("loss", str(i))) for i, each in enumerate(value))
    return terms[0].loss, terms


def _read_one(reader: Reader, loss: Mapping[str, Value], path: Path) -> Choice:
    known, here = catalog.losses(), (*path, "type")
    asked = loss.get("type", "CrossEntropyLoss")
    if isinstance(asked, str) and asked in catalog.LOSSES_WITH_WEIGHTS:
        words = (
            "{loss} has weights of its own: end the network with Linear, and take CrossEntropyLoss"
        )
        said = later(words, loss=asked)
        reader.complain(here, "unknown-choice", said, setting(here, "CrossEntropyLoss"))
        return Choice("CrossEntropyLoss")
    name = reader.choice(asked, known, here, "")
    if not name:
        return Choice("CrossEntropyLoss")
    balanced = {k: v for k, v in loss.items() if v == BALANCED and k in balanceable(name)}
    plain = {key: value for key, value in loss.items() if key not in balanced}
    return Choice(name, {**reader.arguments(known[name], plain, path), **balanced})


def balanceable(loss: str) -> tuple[str, ...]:
    """The arguments of a loss that can follow from how often each class occurs."""
    needs = LOSS_NEEDS[loss]
    names = [argument.name for argument in catalog.losses()[loss].arguments]
    if "weight" in names and needs.target == "classes":
        return ("weight",)
    return ("pos_weight",) if "pos_weight" in names else ()


def fields_of(loss: str) -> tuple[Argument, ...]:
    """The arguments of a loss as a form offers them: ``balanced`` may stand for class weights."""
    by_data = balanceable(loss)
    return tuple(
        replace(each, choices=(BALANCED,), doc=BY_DATA) if each.name in by_data else each
        for each in catalog.losses()[loss].arguments
    )


def _read_term(reader: Reader, value: Any, path: Path) -> Term:
    given = {"type": value} if isinstance(value, str) else reader.mapping(value, path)
    own = {k: v for k, v in given.items() if k in TERM and k != "type"}
    if isinstance(own.get("weight"), tuple | list) or own.get("weight") == BALANCED:
        said = later("weight says how much this loss counts; those of classes are class_weight")
        reader.complain((*path, "weight"), "bad-value", said, dropping((*path, "weight")))
        del own["weight"]
    # ``weight`` of a loss in a sum says how much it counts; those of classes are class_weight
    rest = {k: v for k, v in given.items() if k not in own}
    if "class_weight" in rest:
        rest["weight"] = rest.pop("class_weight")
    return Term(
        outputs=_read_outputs(reader, own, path),
        loss=_read_one(reader, rest, path),
        weight=_read_weight(reader, own.get("weight", 1.0), (*path, "weight")),
        target=_read_target(reader, own.get("target", ""), (*path, "target")),
    )


def _read_outputs(reader: Reader, given: Mapping[str, Value], path: Path) -> tuple[str, ...]:
    value = given.get("outputs", given.get("output"))
    names = value if isinstance(value, tuple | list) else (value,)
    if names and all(isinstance(name, str) and name for name in names):
        return tuple(str(name) for name in names)
    said = later("a loss among several names what it compares: output: scores")
    reader.complain(path, "missing-value", said)
    return ()


def _read_weight(reader: Reader, value: Value, path: Path) -> float:
    if type(value) in (int, float) and math.isfinite(value):
        return float(value)
    said = later("expected a number, not {value}", value=repr(value))
    reader.complain(path, "bad-value", said, setting(path, 1.0))
    return 1.0


def _read_target(reader: Reader, value: Value, path: Path) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    said = later(
        "expected the name of a column or array, or inputs, not {value}", value=repr(value)
    )
    reader.complain(path, "bad-value", said, dropping(path))
    return ""


def read_metrics(reader: Reader, value: Any) -> tuple[str, ...] | None:
    """``metrics: [accuracy, f1]``, or one name; nothing and ``auto`` are those that suit."""
    path = ("metrics",)
    if value is None or value == "auto":
        return None
    listed = value if isinstance(value, tuple | list) else (value,)
    known = [name for name in METRICS if name != "loss"]
    kept = []
    for each in listed:
        if each == "loss":  # measured anyway
            continue
        if each in known:
            kept.append(each)
            continue
        near = catalog.did_you_mean(str(each), tuple(known))
        hint = (
            later("did you mean {near}?", near=near)
            if near
            else later("there are {known}", known=", ".join(known))
        )
        mended = tuple(near if one == each else one for one in listed if near or one != each)
        said = later("there is no {value}; {hint}", value=repr(each), hint=hint)
        reader.complain(path, "unknown-choice", said, setting(path, mended))
    return tuple(dict.fromkeys(kept))
