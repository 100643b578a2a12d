"""How data is called, and whether its samples fit a symbolic shape."""

from __future__ import annotations

from typing import Any

from graph.phrases import later
from train.data import DataDescription
from train.data.sources import SOURCES


def titled(data: DataDescription) -> str:
    """What data is called: a file by its name, what comes with Layerloom in any language."""
    known = any(data.title == source.title for source in SOURCES.values())
    return later(data.title) if known else data.title


def fits(sizes: tuple[Any, ...], shape: tuple[int, ...]) -> bool:
    """Whether a symbolic shape can be this one; a symbol is the same size everywhere."""
    symbols: dict[str, int] = {}
    if len(sizes) != len(shape):
        return False
    for size, given in zip(sizes, shape, strict=True):
        if isinstance(size, int):
            if size != given:
                return False
        elif symbols.setdefault(str(size), given) != given:
            return False
    return True


def size_of(shape: tuple[int, ...]) -> int:
    """How many numbers a sample has."""
    size = 1
    for one in shape:
        size *= one
    return size


def shape_text(shape: tuple[int, ...]) -> str:
    """A batch of samples as people write it: ``[N, 1, 28, 28]``."""
    return f"[{', '.join(['N', *map(str, shape)])}]"
