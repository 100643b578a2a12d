"""From the mapping ``training:`` to a TrainingConfig, and what is wrong with it on the way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from graph.catalog.layer import REQUIRED, Argument, Layer
from graph.document import Expression, Value
from graph.edits import UNSET, Batch, Edit, SetTraining
from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in
from graph.problems import Fix, Problem, Severity
from train import catalog
from train.data.sources import SOURCES
from train.settings import (
    Choice,
    DataConfig,
    OptimizerConfig,
    ParameterGroup,
    ScheduleConfig,
    TrainingConfig,
    Unit,
)

#: Keys of ``training:`` itself, and of ``data:`` for every source.
TOP = ("data", "loss", "optimizer", "schedule", "epochs", "seed", "device")
DATA = (
    "source",
    "validation",
    "batch_size",
    "seed",
    "normalize",
    "normalize_target",
    "flatten",
    "drop_last",
)
NORMALIZATIONS = ("auto", "standard", "unit", "none")

LARGEST_SEED = 2**32 - 1
MOST_EPOCHS = 1_000_000
DEEPEST = 3

Path = tuple[str, ...]


@dataclass
class Reader:
    """Reads values one by one; what makes no sense becomes a problem and its default."""

    problems: list[Problem] = field(default_factory=list)
    short: dict[str, str] = field(default_factory=dict)  # ``loss: MSELoss`` -> {"loss": "MSELoss"}

    def complain(
        self, path: Path, code: str, message: str, *fixes: Fix, severity: Severity = "error"
    ) -> None:
        where = ".".join(("training", *path))
        if path and path[0] in self.short:
            fixes = tuple(replace(fix, edit=self._written_out(path[0], fix.edit)) for fix in fixes)
        self.problems.append(Problem(severity, code, f"{where}: {message}", fixes=fixes))

    def _written_out(self, key: str, edit: Edit) -> Edit:
        """A type that stands alone becomes a mapping before something is set beside it."""
        written_out = SetTraining((key,), {"type": self.short[key]})
        return Batch((written_out, edit), label="Change training")

    def typed(self, value: Any, path: Path) -> Mapping[str, Value]:
        """``loss: MSELoss`` is short for ``loss: {type: MSELoss}``."""
        if not isinstance(value, str):
            return self.mapping(value, path)
        if len(path) == 1:
            self.short[path[0]] = value
        return {"type": value}

    def mapping(self, value: Any, path: Path) -> Mapping[str, Value]:
        if value is None:
            return {}
        if isinstance(value, Mapping):
            return value
        self.complain(path, "bad-value", f"expected keys with values, not {value!r}", _drop(path))
        return {}

    def unknown_keys(self, mapping: Mapping[str, Value], known: Iterable[str], path: Path) -> None:
        known = tuple(known)
        for key in mapping:
            if key in known:
                continue
            near = catalog.did_you_mean(str(key), known)
            here = (*path, str(key))
            fixes = [_drop(here)]
            if near is not None and near not in mapping:
                moved = (SetTraining(here, UNSET), SetTraining((*path, near), mapping[key]))
                fixes.insert(0, Fix(f"Rename it to {near}", Batch(moved, label="Rename key")))
            hint = f"did you mean {near}?" if near else f"there are {', '.join(known)}"
            self.complain(path, "unknown-key", f"there is no key {key!r}; {hint}", *fixes)

    def whole(
        self, mapping: Mapping[str, Value], key: str, path: Path, default: int, low: int, high: int
    ) -> int:
        value = mapping.get(key, default)
        if type(value) is int and low <= value <= high:
            return value
        said = f"expected a whole number from {low} to {high}, not {value!r}"
        here = (*path, key)
        self.complain(here, "bad-value", said, _set(here, default))
        return default

    def flag(self, mapping: Mapping[str, Value], key: str, path: Path, default: bool) -> bool:
        value = mapping.get(key, default)
        if isinstance(value, bool):
            return value
        here = (*path, key)
        self.complain(here, "bad-value", f"expected true or false, not {value!r}", _drop(here))
        return default

    def choice(self, value: Any, known: Iterable[str], path: Path, default: str) -> str:
        known = tuple(known)
        if isinstance(value, str) and value in known:
            return value
        near = catalog.did_you_mean(str(value), known)
        hint = f"did you mean {near}?" if near else f"there are {', '.join(known)}"
        fixes = (_set(path, near or default),) if near or default else ()
        self.complain(path, "unknown-choice", f"there is no {_show(value)}; {hint}", *fixes)
        return default

    def arguments(self, layer: Layer, given: Mapping[str, Value], path: Path) -> dict[str, Value]:
        """The arguments that make sense, as the layer wants them."""
        known = {argument.name: argument for argument in layer.arguments}
        self.unknown_keys(given, ("type", *known), path)
        kept = {}
        for name, argument in known.items():
            if name not in given:
                if argument.default is REQUIRED:
                    fixes = () if argument.start is None else (_set((*path, name), argument.start),)
                    said = f"{layer.type} needs {name}"
                    self.complain(path, "missing-value", said, *fixes)
                continue
            value = given[name]
            if value == "auto" and argument.auto:
                continue
            wrong = check_value(argument, value) or _check_expression(name, value)
            if wrong:
                here = (*path, name)
                self.complain(here, "bad-value", wrong, *_repair(argument, here))
            else:
                kept[name] = value
        return kept


def check_value(argument: Argument, value: Value) -> str:
    """Say what is wrong with the value of an argument, or nothing."""
    if value is None:
        return "" if argument.optional else f"expected {_expected(argument)}, not null"
    items = value if isinstance(value, tuple | list) else (value,)
    kind = argument.type
    if isinstance(value, tuple | list) and kind not in ("ints", "floats", "size", "any", "tensor"):
        return f"expected {_expected(argument)}, not {_show(value)}"
    if kind == "any":
        return ""
    accepts: dict[str, tuple[type, ...]] = {
        "int": (int,),
        "ints": (int,),
        "size": (int,),
        "float": (int, float),
        "floats": (int, float),
        "bool": (bool,),
        "str": (str,),
        "choice": (str,),
    }
    for item in items:
        if kind in accepts and (
            not isinstance(item, accepts[kind]) or (isinstance(item, bool) and kind != "bool")
        ):
            return f"expected {_expected(argument)}, not {_show(value)}"
        if kind == "choice" and item not in argument.choices:
            near = catalog.did_you_mean(str(item), argument.choices)
            hint = f"; did you mean {near}?" if near else ""
            return f"there is no {item!r} (there are {', '.join(argument.choices)}){hint}"
        if isinstance(item, (int, float)) and not isinstance(item, bool):
            low, high = argument.low, argument.high
            finite = math.isfinite(item)
            if not finite or (low is not None and item < low) or (high is not None and item > high):
                return f"expected {_expected(argument)}, not {_show(value)}"
    if argument.length and isinstance(value, tuple | list) and len(value) != argument.length:
        return f"expected {argument.length} values, not {len(value)}"
    return ""


def _check_expression(name: str, value: Value) -> str:
    """Say what is wrong with the one argument that is an expression: a factor on the rate."""
    if name != "lr_lambda":
        return ""
    text = value.text if isinstance(value, Expression) else str(value).removeprefix("=")
    try:
        strangers = names_in(text) - {"epoch", "step"}
        if strangers:
            return f"{sorted(strangers)[0]!r} means nothing here; an expression can use epoch"
        result = evaluate(text, {"epoch": 1, "step": 1})
    except ExpressionError as error:
        return str(error)
    number = isinstance(result, (int, float)) and not isinstance(result, bool)
    return "" if number else f"{text!r} gives {_show(result)}, which is no factor"


def _expected(argument: Argument) -> str:
    words = {
        "int": "a whole number",
        "ints": "whole numbers",
        "size": "a whole number or a pair of them",
        "float": "a number",
        "floats": "a number or a list of numbers",
        "bool": "true or false",
        "choice": f"one of {', '.join(argument.choices)}",
    }.get(argument.type, "text")
    low, high = argument.low, argument.high
    if low is not None and high is not None:
        return f"{words} from {low:g} to {high:g}"
    if low is not None:
        return f"{words} of at least {low:g}"
    return f"{words} of at most {high:g}" if high is not None else words


def _show(value: Value) -> str:
    text = str(value) if isinstance(value, Expression) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _drop(path: Path) -> Fix:
    return Fix(f"Remove {path[-1]}", SetTraining(path, UNSET))


def _set(path: Path, value: Value) -> Fix:
    shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
    return Fix(f"Set {path[-1]} to {shown}", SetTraining(path, value))


def _repair(argument: Argument, path: Path) -> list[Fix]:
    value = argument.start if argument.default is REQUIRED else argument.default
    return [_set(path, value)] if value is not None else [_drop(path)]


def read_training(training: Mapping[str, Value]) -> tuple[TrainingConfig, list[Problem]]:
    """Return the configuration, complete with defaults, and the problems of its values."""
    reader = Reader()
    top = reader.mapping(training, ())
    reader.unknown_keys(top, TOP, ())
    config = TrainingConfig(
        data=_read_data(reader, reader.mapping(top.get("data"), ("data",))),
        loss=_read_loss(reader, reader.typed(top.get("loss"), ("loss",))),
        optimizer=_read_optimizer(reader, reader.typed(top.get("optimizer"), ("optimizer",))),
        schedule=_read_schedule(reader, top.get("schedule")),
        epochs=reader.whole(top, "epochs", (), 10, 1, MOST_EPOCHS),
        seed=reader.whole(top, "seed", (), 0, 0, LARGEST_SEED),
        device=_read_device(reader, top.get("device", "auto")),
    )
    return config, reader.problems


def _read_data(reader: Reader, data: Mapping[str, Value]) -> DataConfig:
    path = ("data",)
    default = DataConfig()
    name = data.get("source", default.source)
    source = SOURCES[reader.choice(name, SOURCES, (*path, "source"), default.source)]
    if name == source.name:
        reader.unknown_keys(data, (*DATA, *(a.name for a in source.arguments)), path)
    options = {}
    for argument in source.arguments:
        if argument.name not in data:
            continue
        wrong = check_value(argument, data[argument.name])
        if wrong:
            here = (*path, argument.name)
            reader.complain(here, "bad-value", wrong, *_repair(argument, here))
        else:
            options[argument.name] = data[argument.name]
    if source.name != "npz" and options.get("targets") not in (None, "inputs"):
        here = (*path, "targets")
        said = f"{source.name} knows only 'inputs' here, not {options.pop('targets')!r}"
        reader.complain(here, "bad-value", said, _drop(here), _set(here, "inputs"))
    return DataConfig(
        source=source.name,
        validation=_read_fraction(reader, data.get("validation", default.validation)),
        batch_size=reader.whole(data, "batch_size", path, default.batch_size, 1, 10_000_000),
        seed=reader.whole(data, "seed", path, default.seed, 0, LARGEST_SEED),
        normalize=reader.choice(
            data.get("normalize", "auto"), NORMALIZATIONS, (*path, "normalize"), "auto"
        ),
        normalize_target=_read_normalize_target(reader, data.get("normalize_target", "auto")),
        flatten=reader.flag(data, "flatten", path, False),
        drop_last=reader.flag(data, "drop_last", path, False),
        options=options,
    )


def _read_fraction(reader: Reader, value: Value) -> float:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if number and 0 <= value < 1:
        return float(value)
    path = ("data", "validation")
    said = f"expected a fraction from 0 to below 1, not {value!r}"
    reader.complain(path, "bad-value", said, _set(path, 0.2))
    return 0.2


def _read_normalize_target(reader: Reader, value: Value) -> bool | str:
    if isinstance(value, bool) or value == "auto":
        return cast("bool | str", value)
    path = ("data", "normalize_target")
    said = f"expected true, false or auto, not {value!r}"
    reader.complain(path, "bad-value", said, _drop(path))
    return "auto"


def _read_loss(reader: Reader, loss: Mapping[str, Value]) -> Choice:
    path = ("loss",)
    known = catalog.losses()
    name = reader.choice(loss.get("type", "CrossEntropyLoss"), known, (*path, "type"), "")
    if not name:
        return Choice("CrossEntropyLoss")
    return Choice(name, reader.arguments(known[name], loss, path))


def _read_optimizer(reader: Reader, optimizer: Mapping[str, Value]) -> OptimizerConfig:
    path = ("optimizer",)
    known = catalog.optimizers()
    name = reader.choice(optimizer.get("type", "Adam"), known, (*path, "type"), "")
    if not name:
        return OptimizerConfig()
    own = {key: value for key, value in optimizer.items() if key != "groups"}
    groups = optimizer.get("groups") or ()
    if not isinstance(groups, tuple | list):
        reader.complain((*path, "groups"), "bad-value", "expected a list", _drop((*path, "groups")))
        groups = ()
    read = [
        _read_group(
            reader, known[name], reader.mapping(group, (*path, "groups", str(index))), index
        )
        for index, group in enumerate(groups)
    ]
    return OptimizerConfig(
        name, reader.arguments(known[name], own, path), tuple(g for g in read if g is not None)
    )


def _read_group(
    reader: Reader, layer: Layer, group: Mapping[str, Value], index: int
) -> ParameterGroup | None:
    path = ("optimizer", "groups", str(index))
    nodes = group.get("nodes")
    if not isinstance(nodes, str) or not nodes:
        said = 'a group names its layers: nodes: "classifier.*"'
        reader.complain(path, "missing-value", said)
        return None
    arguments = {key: value for key, value in group.items() if key != "nodes"}
    return ParameterGroup(nodes, reader.arguments(layer, arguments, path))


def _read_schedule(
    reader: Reader, value: Any, path: Path = ("schedule",), depth: int = 0
) -> ScheduleConfig | None:
    if value is None:
        return None
    schedule = reader.typed(value, path)
    known = catalog.schedules()
    if not schedule:
        return None
    if depth > DEEPEST:
        reader.complain(path, "bad-value", "schedules are nested too deep", _drop(("schedule",)))
        return None
    name = reader.choice(schedule.get("type"), known, (*path, "type"), "")
    if not name:
        return None
    natural: Unit = "step" if name in catalog.PER_STEP else "epoch"
    per = reader.choice(schedule.get("per", natural), ("epoch", "step"), (*path, "per"), natural)
    own = {key: v for key, v in schedule.items() if key not in ("per", "schedulers")}
    parts: list[ScheduleConfig | None] = []
    if name in catalog.COMPOSED:
        listed = schedule.get("schedulers")
        listed = listed if isinstance(listed, tuple | list) else ()
        parts = [
            _read_schedule(reader, part, (*path, "schedulers", str(index)), depth + 1)
            for index, part in enumerate(listed)
        ]
        _check_parts(reader, name, schedule, parts, path)
    elif "schedulers" in schedule:
        own["schedulers"] = schedule["schedulers"]  # named as an unknown key below
    kept = reader.arguments(known[name], own, path)
    return ScheduleConfig(name, kept, cast("Unit", per), tuple(p for p in parts if p is not None))


def _check_parts(
    reader: Reader,
    name: str,
    schedule: Mapping[str, Value],
    parts: list[ScheduleConfig | None],
    path: Path,
) -> None:
    if not parts:
        example = "schedulers: [{type: LinearLR}, {type: CosineAnnealingLR}]"
        reader.complain(path, "missing-value", f"{name} needs its parts: {example}")
    if any(part is not None and part.type == "ReduceLROnPlateau" for part in parts):
        reader.complain(path, "bad-value", f"{name} cannot contain ReduceLROnPlateau")
    milestones = schedule.get("milestones", ())
    count = len(milestones) if isinstance(milestones, tuple | list) else -1
    if name == "SequentialLR" and parts and count != len(parts) - 1:
        said = f"{len(parts)} parts need {len(parts) - 1} milestones, one where each next begins"
        reader.complain((*path, "milestones"), "bad-value", said)


def _read_device(reader: Reader, value: Value) -> str:
    text = str(value)
    kind, _, index = text.partition(":")
    if kind in ("auto", "cpu", "cuda", "mps") and (
        not index or (kind == "cuda" and index.isdecimal())
    ):
        return text
    said = f"there is no device {value!r}; there are auto, cpu, cuda, cuda:0, mps"
    reader.complain(("device",), "unknown-choice", said, _drop(("device",)))
    return "auto"
