"""PyTorch's own documentation, from the docstrings of the installed version; needs torch."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

import torch
import torch.nn.utils.parametrizations
import torch.nn.utils.rnn

from graph.catalog import CATALOG
from graph.catalog.callables import callables
from graph.catalog.layer import REQUIRED, Layer
from train.catalog import losses

#: Where names are looked for that a reference does not say in full, in this order.
PLACES: tuple[tuple[str, Any], ...] = (
    ("torch.nn", torch.nn),
    ("torch", torch),
    ("torch.nn.functional", torch.nn.functional),
    ("torch.Tensor", torch.Tensor),
    ("torch.optim", torch.optim),
    ("torch.optim.lr_scheduler", torch.optim.lr_scheduler),
    ("torch.nn.init", torch.nn.init),
    ("torch.nn.utils", torch.nn.utils),
    ("torch.nn.utils.rnn", torch.nn.utils.rnn),
    ("torch.nn.utils.parametrizations", torch.nn.utils.parametrizations),
    ("torch.linalg", torch.linalg),
    ("torch.special", torch.special),
)

_REFERENCE = re.compile(r":(?:py:)?(?:class|func|meth|obj):`([^`]+)`")
_IN_BRACKETS = re.compile(r"<(.*)>$")

#: A docstring shorter than this may only point to a longer one.
_SHORT = 250


@dataclass(frozen=True)
class Documentation:
    """What there is to read of one name; ``text`` is reStructuredText, "" where nothing is known.

    ``links`` has, by what a reference of the text says, the full name that it means.
    """

    name: str
    signature: str = ""
    text: str = ""
    links: dict[str, str] = field(default_factory=dict)

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)


def documentation(name: str) -> Documentation:
    """Of a type of the catalog, a loss, an optimizer, a schedule, or a full name of PyTorch's.

    Names are looked up in a table of what PyTorch offers: nothing else is ever reached.
    """
    full = full_name(name)
    if full is None:
        layer = CATALOG.get(name) or losses().get(name)  # one that PyTorch has not
        return Documentation(name, "", _own_words(layer) if layer is not None else "")
    found = _table()[full]
    text = inspect.cleandoc(found.__doc__ or "").expandtabs(4)
    text = re.sub(r"^__init__\(", f"{full}(", text)
    others = [other for other in _references(text).values() if other != full]
    if len(text) < _SHORT and others:
        text += f"\n\n{inspect.cleandoc(_table()[others[0]].__doc__ or '')}"
    if not text and (layer := CATALOG.get(name)) is not None:
        text = _own_words(layer)
    signature = "" if re.match(r"[\w.]+\(", text) else _signature(full, found)
    return Documentation(full, signature, text, _references(text))


def full_name(name: str) -> str | None:
    """``torch.nn.Conv2d`` for ``Conv2d`` or ``~nn.Conv2d``; None for a stranger."""
    name = name.strip().lstrip("~!.").removesuffix("()")
    if name in callables() and name in CATALOG:
        return _of_type(name)
    table = _table()
    tried = (name, f"torch.{name}", *(f"{place}.{name}" for place, _ in PLACES))
    return next((candidate for candidate in tried if candidate in table), None)


def _of_type(type_: str) -> str:
    place, _, name = type_.rpartition(".")
    return {"": "torch.nn", "F": "torch.nn.functional", "Tensor": "torch.Tensor"}.get(
        place, place
    ) + f".{name}"


@cache
def _table() -> dict[str, Any]:
    """Every public callable with words of its own, by its full name."""
    table = {_of_type(type_): found for type_, found in callables().items()}
    for place, namespace in PLACES:
        for name, found in vars(namespace).items():
            if not name.startswith("_") and callable(found) and isinstance(found.__doc__, str):
                table.setdefault(f"{place}.{name}", found)
    return table


def _references(text: str) -> dict[str, str]:
    found = {}
    for said in _REFERENCE.findall(text):
        target = _IN_BRACKETS.search(said)
        full = full_name(target[1] if target else said)
        if full is not None:
            found[said] = full
    return found


def _signature(full: str, found: Any) -> str:
    """``torch.nn.Linear(in_features, out_features, bias=True)``; "" where it cannot be told."""
    try:
        parameters = list(inspect.signature(found).parameters.values())
    except (ValueError, TypeError):
        return ""
    return f"{full}({', '.join(_written(parameters))})"


def _written(parameters: list[inspect.Parameter]) -> Iterator[str]:
    starred = False
    for parameter in parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            starred = True
            yield f"*{parameter.name}"
            continue
        if parameter.kind is parameter.VAR_KEYWORD:
            yield f"**{parameter.name}"
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        default = parameter.default
        if parameter.name != "self":
            said = "" if default is parameter.empty else f"={_short(default)}"
            yield f"{parameter.name}{said}"


def _short(default: object) -> str:
    if callable(default):
        return getattr(default, "__name__", "...")
    return repr(default)


def _own_words(layer: Layer) -> str:
    """Of what is no part of PyTorch, such as an Input, what the catalog says."""
    lines = [layer.summary, ""]
    if layer.arguments:
        lines.append("Args:")
    for argument in layer.arguments:
        default = argument.default
        said = "" if default is REQUIRED or default is None else f", default {default!r}"
        lines.append(f"    {argument.name} ({argument.type}{said}): {argument.doc or ' '}")
    return "\n".join(lines)
