"""Pieces of which a training script is written: our own functions, and values of the project."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.literals import write_value


@dataclass(frozen=True)
class DataCode:
    """How a script gets its arrays: imports, definitions, and the file it reads, if any.

    The definitions end with ``load_arrays(path)``, which returns a list of input arrays and the
    target. ``file`` is what ``--data`` stands for when it is left out; "" for generated data.
    ``copied`` is a file of ours that has to lie beside the script under that name.
    """

    imports: tuple[str, ...]
    text: str
    file: str = ""
    copied: Path | None = None


def function_text(function: Callable[..., Any]) -> str:
    """The text of one of our functions, with the short names of its module written out."""
    text = inspect.getsource(function)
    text = re.sub(
        r"npt\.NDArray\[[\w.]+\]|NumpyArray|\bFloats\b|\bIntegers\b|\bIndices\b", "np.ndarray", text
    )
    text = re.sub(r"\(\n    ([^\n]*)\n\) -> ([^\n]*):\n", _joined, text, count=1)
    return text.rstrip() + "\n"


def _joined(signature: re.Match[str]) -> str:
    """A signature that fits on one line now that its types are shorter."""
    line = f"({signature[1]}) -> {signature[2]}:\n"
    return line if len(line) < 90 else signature[0]


def literal(value: Any) -> str:
    """A value of a project as Python text; lists stay lists, strings are always escaped."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    return write_value(value)


def constant(name: str, value: Any) -> str:
    """``NAME = value``, broken over lines where it is long."""
    return f"{name} = {_laid_out(value, 0, len(name) + 3)}\n"


def _laid_out(value: Any, depth: int, before: int) -> str:
    text, margin = literal(value), "    " * depth
    if len(margin) + before + len(text) <= 100 or not isinstance(value, list | tuple | dict):
        return text
    pairs = value.items() if isinstance(value, dict) else (("", item) for item in value)
    lines = []
    for key, item in pairs:
        start = f"{literal(key)}: " if isinstance(value, dict) else ""
        lines.append(f"{margin}    {start}{_laid_out(item, depth + 1, len(start) + 1)},\n")
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{''.join(lines)}{margin}{closing}"
