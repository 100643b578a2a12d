"""Which axes an index or a squeeze lets stay, and how long each is, as expressions of formulas."""

from __future__ import annotations

from collections.abc import Sequence

from graph.catalog.indexing import parse_index
from graph.sizes import Shape, Size


def taken_by(index: str, shape: Shape, name: str = "input") -> list[str]:
    """``":, -1, 2:8"`` of ``[N, 5, 9]`` -> ``["input.shape[0]", "8 - 2"]``, an axis each.

    Raises: ValueError, where the index cannot be read or has more places than there are axes.
    """
    items = parse_index(index)
    named = sum(item is not None and item is not ... for item in items)
    if named > len(shape) or sum(item is ... for item in items) > 1:
        raise ValueError(index)
    if ... not in items:
        items = (*items, ...)
    found: list[str] = []
    axis = 0
    for item in items:
        if item is None:
            found.append("1")
        elif item is ...:
            between = len(shape) - named
            found += [f"{name}.shape[{axis + further}]" for further in range(between)]
            axis += between
        else:
            if isinstance(item, slice):
                found.append(_stretch(item, shape[axis], f"{name}.shape[{axis}]"))
            axis += 1
    return found


def left_by_squeeze(dims: object, shape: Shape, name: str = "input") -> list[str]:
    """The axes that stay where those among ``dims`` (None: all) of length 1 go."""
    rank = len(shape)
    said: Sequence[object] = range(rank) if dims is None else _several(dims)
    gone = {dim % rank for dim in said if isinstance(dim, int) and -rank <= dim < rank}
    return [f"{name}.shape[{i}]" for i in range(rank) if i not in gone or shape[i] != 1]


def _several(dims: object) -> Sequence[object]:
    return dims if isinstance(dims, tuple | list) else (dims,)


def _stretch(part: slice, size: Size, length: str) -> str:
    """How many places a slice takes of an axis; a symbol is taken to be long enough."""
    start, stop, step = part.start, part.stop, part.step or 1
    if isinstance(size, int):
        if not range(*part.indices(size)):
            return "0"
        start, stop = (_inside(place, size) for place in (start, stop))
    extent = _difference(start or 0, stop, length)
    return extent if step == 1 else f"-(-({extent})//{step})"


def _inside(place: int | None, size: int) -> int | None:
    """A place beyond an end stands for that end."""
    return None if place is None else max(min(place, size), -size)


def _difference(start: int, stop: int | None, length: str) -> str:
    """``stop - start``, where a negative place counts from the end and None is the end."""
    if stop is None:
        return length if start == 0 else f"{length} - {start}" if start > 0 else f"{-start}"
    if (start < 0) == (stop < 0):
        low, high = (start, stop) if start >= 0 else (-stop, -start)
        return f"{high}" if low == 0 else f"{high} - {low}"
    if stop < 0:
        return f"{length} - {start + -stop}" if start == 0 else f"{length} - {-stop} - {start}"
    return f"{stop} - ({length} - {-start})"
