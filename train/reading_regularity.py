"""The keys of ``training:`` that keep a run steady: clipping, precision, averages, when to end."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, cast

from graph.document import Value
from graph.phrases import later
from train.metric_names import METRICS, joined_name
from train.reader import Path, Reader, dropping, setting
from train.settings import EarlyStopping, Precision, Regularity

REGULARITY = (
    "clip_grad_norm",
    "clip_grad_value",
    "accumulate",
    "precision",
    "ema",
    "early_stopping",
    "best",
    "compile",
)

#: Every name of a precision, as people write them, and the one of ``torch.dtype``.
PRECISIONS: Mapping[str, Precision] = {
    "float32": "float32",
    "bfloat16": "bfloat16",
    "float16": "float16",
    "fp32": "float32",
    "bf16": "bfloat16",
    "fp16": "float16",
}

#: What an epoch can be judged by, where the loss is one.
PHASES = ("validation", "train")
JUDGED_BY = tuple(f"{phase}.{name}" for phase in PHASES for name in METRICS)

MODES = ("auto", "min", "max")
MOST_ACCUMULATED = 100_000


def read_regularity(
    reader: Reader, top: Mapping[str, Value], parts: Sequence[str] = ()
) -> Regularity:
    """Read its keys from ``training:`` itself; what makes no sense becomes its default.

    ``parts`` are the names of the losses of a sum.
    """
    named = reader.choice(top.get("precision", "float32"), PRECISIONS, ("precision",), "float32")
    return Regularity(
        clip_grad_norm=_read_limit(reader, top, "clip_grad_norm"),
        clip_grad_value=_read_limit(reader, top, "clip_grad_value"),
        accumulate=reader.whole(top, "accumulate", (), 1, 1, MOST_ACCUMULATED),
        precision=PRECISIONS[named],
        ema=_read_ema(reader, top.get("ema")),
        early_stopping=_read_early_stopping(reader, top.get("early_stopping"), parts),
        best=_read_metric(reader, top.get("best", "validation.loss"), ("best",), parts),
        compile=reader.flag(top, "compile", (), False),
    )


def _read_limit(reader: Reader, top: Mapping[str, Value], key: str) -> float | None:
    value = top.get(key)
    if value is None:
        return None
    if _is_number(value) and value > 0:
        return float(value)
    reader.complain(
        (key,),
        "bad-value",
        later("expected a number above 0, or nothing, not {value}", value=repr(value)),
        dropping((key,)),
        setting((key,), 1.0),
    )
    return None


def _read_ema(reader: Reader, value: Any) -> float | None:
    """``ema: 0.999`` and ``ema: true`` are short for ``ema: {decay: 0.999}``."""
    if value is None or value is False:
        return None
    short = value is True or _is_number(value)
    path: Path = ("ema",) if short else ("ema", "decay")
    if not short:
        given = reader.mapping(value, ("ema",))
        reader.unknown_keys(given, ("decay",), ("ema",))
        if not isinstance(value, Mapping):
            return None
    decay = value if short and value is not True else 0.999
    if not short:
        decay = given.get("decay", 0.999)
    if _is_number(decay) and 0 <= decay < 1:
        return float(decay)
    said = later("expected a decay from 0 to below 1, not {decay}", decay=repr(decay))
    reader.complain(path, "bad-value", said, setting(path, 0.999))
    return 0.999


def _read_early_stopping(reader: Reader, value: Any, parts: Sequence[str]) -> EarlyStopping | None:
    """``early_stopping: 5`` is short for ``early_stopping: {patience: 5}``."""
    path = ("early_stopping",)
    if value is None or value is False:
        return None
    if value is True:
        return EarlyStopping()
    if type(value) is int:
        value = {"patience": value}
    given = reader.mapping(value, path)
    if not isinstance(value, Mapping):
        return None
    default = EarlyStopping()
    reader.unknown_keys(given, ("metric", "patience", "mode", "min_delta"), path)
    delta = given.get("min_delta", 0.0)
    if not _is_number(delta) or delta < 0:
        here = (*path, "min_delta")
        said = later("expected a number of at least 0, not {delta}", delta=repr(delta))
        reader.complain(here, "bad-value", said, setting(here, 0.0))
        delta = 0.0
    return EarlyStopping(
        metric=_read_metric(reader, given.get("metric", default.metric), (*path, "metric"), parts),
        patience=reader.whole(given, "patience", path, default.patience, 1, 1_000_000),
        mode=reader.choice(given.get("mode", "auto"), MODES, (*path, "mode"), "auto"),
        min_delta=float(cast("float", delta)),
    )


def judged_by(parts: Sequence[str] = ()) -> tuple[str, ...]:
    """What an epoch can be judged by; of a sum of losses by each of its ``parts``, too."""
    names = ["loss", *(joined_name(part, name) for part in parts for name in METRICS)]
    return tuple(f"{phase}.{name}" for phase in PHASES for name in names) if parts else JUDGED_BY


def _read_metric(reader: Reader, value: Value, path: Path, parts: Sequence[str]) -> str:
    """``accuracy`` is short for ``validation.accuracy``."""
    judged = judged_by(parts)
    short = f"validation.{value}"
    return short if short in judged else reader.choice(value, judged, path, "validation.loss")


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)
