"""Every function of ``torch.nn.init``: its arguments, and which tensors it can fill.

Run as a module it asks PyTorch and writes ``initializers.json``, so that the window needs no torch.
"""

from __future__ import annotations

import inspect
import json
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.catalog.layer import REQUIRED, Argument
from graph.phrases import later

SNAPSHOT = Path(__file__).with_name("initializers.json")

#: Functions are tried on tensors of up to so many axes.
_MOST_AXES = 6


@dataclass(frozen=True)
class Initializer:
    """A function that fills a tensor in place; ``axes`` tells how many that one may have."""

    name: str
    summary: str
    arguments: tuple[Argument, ...]
    axes: tuple[int, ...]

    def argument(self, name: str) -> Argument | None:
        return next((argument for argument in self.arguments if argument.name == name), None)

    @property
    def needs(self) -> str:
        """The number of axes in words."""
        if len(self.axes) == 1:
            return later("{axes} axes", axes=self.axes[0])
        last = self.axes[-1]
        return (
            later("{axes} axes or more", axes=self.axes[0])
            if last == _MOST_AXES
            else later("{axes} to {last}", axes=self.axes[0], last=last)
        )

    def takes(self, axes: int) -> bool:
        return min(axes, _MOST_AXES) in self.axes


@lru_cache(maxsize=1)
def initializers() -> Mapping[str, Initializer]:
    """All functions by name, those that fill with one value last."""
    content = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    return {plain["name"]: _read(plain) for plain in content}


def _read(plain: Mapping[str, Any]) -> Initializer:
    arguments = tuple(
        Argument(**{**argument, "choices": tuple(argument.get("choices", ()))})
        for argument in plain["arguments"]
    )
    return Initializer(plain["name"], plain["summary"], arguments, tuple(plain["axes"]))


# asking PyTorch


def introspect() -> str:
    """What ``initializers.json`` should hold for the installed PyTorch."""
    import torch.nn.init
    import yaml

    text = SNAPSHOT.with_suffix(".yaml").read_text(encoding="utf-8")
    said: dict[str, dict[str, Any]] = yaml.safe_load(text)
    found = [
        _plain(name, function, said.get(name, {}))
        for name, function in vars(torch.nn.init).items()
        if name.endswith("_") and not name.startswith("_") and inspect.isfunction(function)
    ]
    return "[\n" + ",\n".join(json.dumps(plain) for plain in found) + "\n]\n"


def _plain(name: str, function: Callable[..., Any], said: Mapping[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())[1:]
    arguments = [_argument(p, hints[p.name], said) for p in parameters if p.name != "generator"]
    needed = {argument["name"]: argument["start"] for argument in arguments if "start" in argument}
    axes = [n for n in range(_MOST_AXES + 1) if _fills(function, n, needed)]
    return {"name": name, "summary": said.get("summary", ""), "arguments": arguments, "axes": axes}


def _argument(parameter: inspect.Parameter, hint: Any, said: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"name": parameter.name, "type": getattr(hint, "__name__", "any")}
    if typing.get_origin(hint) is typing.Literal:
        found |= {"type": "choice", "choices": list(typing.get_args(hint))}
    if parameter.default is not inspect.Parameter.empty:
        found["default"] = float(parameter.default) if hint is float else parameter.default
    for bound in ("low", "high", "start"):
        if parameter.name in said.get(bound, {}):
            found[bound] = said[bound][parameter.name]
    return found


def _fills(function: Callable[..., Any], axes: int, arguments: Mapping[str, Any]) -> bool:
    import warnings

    import torch

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            function(torch.empty((2,) * axes), **arguments)
    except (ValueError, RuntimeError, IndexError):
        return False
    return True


def required(initializer: Initializer) -> list[Argument]:
    """The arguments that have no default."""
    return [argument for argument in initializer.arguments if argument.default is REQUIRED]


if __name__ == "__main__":
    SNAPSHOT.write_text(introspect(), encoding="utf-8")
