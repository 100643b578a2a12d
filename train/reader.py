"""Reads values of the mapping ``training:`` one by one, and notes what is wrong with them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.catalog.arguments import in_brackets
from graph.catalog.layer import REQUIRED, Argument, Layer
from graph.document import Expression, Value
from graph.edits import UNSET, Batch, Edit, SetTraining
from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in
from graph.phrases import later
from graph.problems import Fix, Problem, Severity
from train import catalog

#: The keys from ``training`` to a value.
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
        self.problems.append(
            Problem(
                severity, code, later("{name}: {words}", name=where, words=message), fixes=fixes
            )
        )

    def _written_out(self, key: str, edit: Edit) -> Edit:
        """A type that stands alone becomes a mapping before something is set beside it."""
        written_out = SetTraining((key,), {"type": self.short[key]})
        return Batch((written_out, edit), label=later("Change training"))

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
        self.complain(
            path,
            "bad-value",
            later("expected keys with values, not {value}", value=repr(value)),
            dropping(path),
        )
        return {}

    def unknown_keys(self, mapping: Mapping[str, Value], known: Iterable[str], path: Path) -> None:
        known = tuple(known)
        for key in mapping:
            if key in known:
                continue
            near = catalog.did_you_mean(str(key), known)
            here = (*path, str(key))
            fixes = [dropping(here)]
            if near is not None and near not in mapping:
                moved = (SetTraining(here, UNSET), SetTraining((*path, near), mapping[key]))
                fixes.insert(
                    0,
                    Fix(
                        later("Rename it to {near}", near=near),
                        Batch(moved, label=later("Rename key")),
                    ),
                )
            hint = (
                later("did you mean {near}?", near=near)
                if near
                else later("there are {known}", known=", ".join(known))
            )
            self.complain(
                path,
                "unknown-key",
                later("there is no key {key}; {hint}", key=repr(key), hint=hint),
                *fixes,
            )

    def whole(
        self, mapping: Mapping[str, Value], key: str, path: Path, default: int, low: int, high: int
    ) -> int:
        value = mapping.get(key, default)
        if type(value) is int and low <= value <= high:
            return value
        said = later(
            "expected a whole number from {low} to {high}, not {value}",
            low=low,
            high=high,
            value=repr(value),
        )
        here = (*path, key)
        self.complain(here, "bad-value", said, setting(here, default))
        return default

    def flag(self, mapping: Mapping[str, Value], key: str, path: Path, default: bool) -> bool:
        value = mapping.get(key, default)
        if isinstance(value, bool):
            return value
        here = (*path, key)
        self.complain(
            here,
            "bad-value",
            later("expected true or false, not {value}", value=repr(value)),
            dropping(here),
        )
        return default

    def choice(self, value: Any, known: Iterable[str], path: Path, default: str) -> str:
        known = tuple(known)
        if isinstance(value, str) and value in known:
            return value
        if value is None and not default:
            said = later("none is named; there are {known}", known=", ".join(known))
            self.complain(path, "missing-value", said, dropping(path[:-1]))
            return default
        near = catalog.did_you_mean(str(value), known)
        hint = (
            later("did you mean {near}?", near=near)
            if near
            else later("there are {known}", known=", ".join(known))
        )
        fixes = (setting(path, near or default),) if near or default else ()
        self.complain(
            path,
            "unknown-choice",
            later("there is no {value}; {hint}", value=_show(value), hint=hint),
            *fixes,
        )
        return default

    def arguments(
        self,
        layer: Layer,
        given: Mapping[str, Value],
        path: Path,
        beside: Iterable[str] = ("type",),
    ) -> dict[str, Value]:
        """The arguments that make sense, as the layer wants them; ``beside`` may stand, too."""
        known = {argument.name: argument for argument in layer.arguments}
        self.unknown_keys(given, (*beside, *known), path)
        kept = {}
        for name, argument in known.items():
            if name not in given:
                if argument.default is REQUIRED:
                    fixes = (
                        () if argument.start is None else (setting((*path, name), argument.start),)
                    )
                    said = later("{type} needs {name}", type=layer.type, name=name)
                    self.complain(path, "missing-value", said, *fixes)
                continue
            value = given[name]
            if value == "auto" and argument.auto:
                continue
            formula = name == "lr_lambda"
            wrong = _check_formula(value) if formula else check_value(argument, value)
            if wrong:
                here = (*path, name)
                self.complain(here, "bad-value", wrong, *repairs(argument, here))
            else:
                kept[name] = value
        return kept


def check_value(argument: Argument, value: Value) -> str:
    """Say what is wrong with the value of an argument, or nothing."""
    if value is None:
        return (
            ""
            if argument.optional
            else later("expected {expected}, not null", expected=_expected(argument))
        )
    items = value if isinstance(value, tuple | list) else (value,)
    kind = argument.type
    if isinstance(value, tuple | list) and kind not in ("ints", "floats", "size", "any", "tensor"):
        return later(
            "expected {expected}, not {value}", expected=_expected(argument), value=_show(value)
        )
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
            return later(
                "expected {expected}, not {value}", expected=_expected(argument), value=_show(value)
            )
        if kind == "choice" and item not in argument.choices:
            near = catalog.did_you_mean(str(item), argument.choices)
            hint = later("; did you mean {near}?", near=near) if near else ""
            return later(
                "there is no {item} (there are {choices}){hint}",
                item=repr(item),
                choices=", ".join(argument.choices),
                hint=hint,
            )
        if isinstance(item, (int, float)) and not isinstance(item, bool):
            low, high = argument.low, argument.high
            finite = math.isfinite(item)
            if not finite or (low is not None and item < low) or (high is not None and item > high):
                return later(
                    "expected {expected}, not {value}",
                    expected=_expected(argument),
                    value=_show(value),
                )
    if argument.length and isinstance(value, tuple | list) and len(value) != argument.length:
        return later(
            "expected {length} values, not {value}", length=argument.length, value=len(value)
        )
    return ""


def _check_formula(value: Value) -> str:
    """Say what is wrong with the one argument that is an expression: a factor on the rate.

    It may be a list, with one for each parameter group.
    """
    if isinstance(value, tuple | list):
        return next((w for one in value if (w := _check_formula(one))), "")
    text = value.text if isinstance(value, Expression) else str(value).removeprefix("=")
    try:
        strangers = names_in(text) - {"epoch", "step"}
        if strangers:
            return later(
                "{strangers} means nothing here; an expression can use epoch",
                strangers=repr(sorted(strangers)[0]),
            )
        result = evaluate(text, {"epoch": 1, "step": 1})
    except ExpressionError as error:
        return str(error)
    number = isinstance(result, (int, float)) and not isinstance(result, bool)
    return (
        ""
        if number
        else later(
            "{text} gives {result}, which is no factor", text=repr(text), result=_show(result)
        )
    )


def _expected(argument: Argument) -> str:
    words = {
        "int": later("a whole number"),
        "ints": later("whole numbers"),
        "size": later("a whole number or a pair of them"),
        "float": later("a number"),
        "floats": later("a number or a list of numbers"),
        "bool": later("true or false"),
        "choice": later("one of {choices}", choices=", ".join(argument.choices)),
    }.get(argument.type, later("text"))
    low, high = argument.low, argument.high
    if low is not None and high is not None:
        return later("{words} from {low:g} to {high:g}", words=words, low=low, high=high)
    if low is not None:
        return later("{words} of at least {low:g}", words=words, low=low)
    return (
        later("{words} of at most {high:g}", words=words, high=high) if high is not None else words
    )


def _show(value: Value) -> str:
    is_plain = isinstance(value, Expression | tuple | list)
    text = in_brackets(value) if is_plain else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def dropping(path: Path) -> Fix:
    return Fix(later("Remove {path}", path=path[-1]), SetTraining(path, UNSET))


def setting(path: Path, value: Value) -> Fix:
    shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
    return Fix(later("Set {path} to {shown}", path=path[-1], shown=shown), SetTraining(path, value))


def repairs(argument: Argument, path: Path) -> list[Fix]:
    value = argument.start if argument.default is REQUIRED else argument.default
    return [setting(path, value)] if value is not None else [dropping(path)]
