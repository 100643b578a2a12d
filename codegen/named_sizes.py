"""Shapes that differ among the uses of a block, told in the names of its arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from codegen.program import Shape
from graph.analysis import NodeAnalysis

#: A size at every use, and how it is called.
Named = tuple[str, Sequence[object]]

_BY_AXIS = {3: ("N", "C", "L"), 4: ("N", "C", "H", "W"), 5: ("N", "C", "D", "H", "W")}


def named_shapes(
    uses: Sequence[Mapping[str, NodeAnalysis]],
    varying: frozenset[tuple[str, str]],
    known: Sequence[Named],
) -> dict[tuple[str, str], Shape]:
    """``(N, out_channels, H // stride, W // stride)`` for every output in ``varying``.

    What is the same at all uses stays a number. ``known`` has the arguments and the expressions
    over them; a size that is none of these gets a letter at its first place.
    """
    letters: list[Named] = []
    found: dict[tuple[str, str], Shape] = {}
    for node, analysis in uses[0].items():
        for port in analysis.outputs:
            tensors = [use[node].outputs.get(port) for use in uses]
            shapes = [tensor.shape for tensor in tensors if tensor is not None]
            if (node, port) not in varying or len(shapes) < len(uses):
                continue
            if len({len(shape) for shape in shapes}) == 1:
                axes = list(zip(*shapes, strict=True))
                names = _BY_AXIS.get(len(axes), ("N",))
                found[node, port] = tuple(
                    _size(sizes, known, letters, names[axis] if axis < len(names) else "L")
                    for axis, sizes in enumerate(axes)
                )
    return found


def _size(
    sizes: Sequence[object], known: Sequence[Named], letters: list[Named], letter: str
) -> int | str:
    first = sizes[0]
    if all(size == first for size in sizes):
        return first if isinstance(first, int) else str(first)
    for name, others in (*known, *letters):
        if list(sizes) == list(others):
            return name
    for name, others in letters:
        numbers: list[Named] = [(str(n), [n] * len(sizes)) for n in (2, 4, 8)]
        for divisor, by in (*known, *numbers):
            if divisor.replace("_", "").isalnum() and _divides(sizes, others, by):
                return f"{name} // {divisor}"
    taken = {name for name, _ in letters}
    fresh = next(n for n in (letter, *(f"{letter}{i}" for i in range(2, 99))) if n not in taken)
    letters.append((fresh, sizes))
    return fresh


def _divides(sizes: Sequence[object], others: Sequence[object], by: Sequence[object]) -> bool:
    return all(
        isinstance(size, int) and isinstance(other, int) and type(n) is int and n > 0
        and other // n == size
        for size, other, n in zip(sizes, others, by, strict=True)
    )  # fmt: skip
