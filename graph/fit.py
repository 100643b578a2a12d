"""From numbers seen at a few sizes to a formula: ``(240, 336, ...)`` is ``H//2``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations_with_replacement

from graph.sizes import UNKNOWN, Shape, Size, SymbolicSize, size_at

Assignment = Mapping[str, int]

#: No divisor of a stride or a pool is larger.
MAX_DIVISOR = 64

# Coprime, so that what divides both divides what they multiply. The batch must take any number.
_BATCH = ((2, 7), (12, 31, 45, 64, 83, 101, 122, 143))
# Multiples of 96, so that halving an image five times works; the odd ones tell floor from ceil.
_FRIENDLY = (5, 53, 101)
_STEP = 96
_OFFSETS = (0, 1, 2, 3, 4, 5, 6, 7)
_SMALL = 24


@dataclass(frozen=True)
class Probes:
    """Numbers for the symbols at which a layer is tried.

    ``first`` must all be accepted. ``further`` are asked where the first leave a doubt; a layer
    may refuse some (an odd image cannot be unshuffled). ``small`` is for real tensors.
    """

    first: tuple[Assignment, ...]
    further: tuple[Assignment, ...]
    small: Assignment


@lru_cache(maxsize=512)
def probes(symbols: frozenset[str], batch: frozenset[str]) -> Probes:
    """The probes for ``symbols``, of which those in ``batch`` must take any number."""
    free = sorted(symbols - batch)
    strict = sorted(symbols & batch)
    if not symbols:
        return Probes(({},), (), {})

    def at(index: int) -> Assignment:
        first = index < 2
        values: dict[str, int] = {}
        for place, name in enumerate(strict):
            values[name] = (_BATCH[0][index] if first else _BATCH[1][index - 2]) + 15 * place
        for place, name in enumerate(free):
            multiple = _FRIENDLY[min(index, 2)] + 2 * place
            offset = 0 if index < 3 else _OFFSETS[index - 2] * (1 + 2 * place)
            values[name] = _STEP * multiple + offset
        return values

    small = {name: _SMALL + 12 * place for place, name in enumerate(free)}
    small |= {name: 2 + place for place, name in enumerate(strict)}
    return Probes((at(0), at(1)), tuple(at(index) for index in range(2, 10)), small)


def quick_fit(
    values: Sequence[int], sizes: Iterable[Size], at: Sequence[Assignment]
) -> Size | None:
    """A number, a size that arrives, or a multiple of one; None where there is a doubt."""
    if len(set(values)) == 1 and len(at) > 1:
        return values[0]
    if len(at) == 1:
        return values[0]
    candidates = _candidates(sizes)
    for candidate in candidates:
        seen = [size_at(candidate, assignment) for assignment in at]
        if list(values) == seen:
            return candidate
    for candidate in candidates:
        seen = [size_at(candidate, assignment) for assignment in at]
        if all(s and v % s == 0 for v, s in zip(values, seen, strict=True)):
            ratios = {v // s for v, s in zip(values, seen, strict=True)}
            if len(ratios) == 1:
                return ratios.pop() * candidate
    return None


def fit(
    values: Sequence[int], shapes: Sequence[Shape], axis: int, at: Sequence[Assignment]
) -> Size:
    """The formula that gives ``values`` at the assignments ``at``, or ``UNKNOWN``.

    Tried in turn: what ``quick_fit`` knows, ``(a*size + c)//d`` for each size and product of
    sizes that arrives, the sum along ``axis`` (as ``torch.cat`` makes it).
    """
    sizes = [size for shape in shapes for size in shape]
    candidates = [*_candidates(sizes), *_products(shapes), *_sums(shapes, axis)]
    for candidate in dict.fromkeys(candidates):
        found = _affine(values, [size_at(candidate, assignment) for assignment in at])
        if found is not None:
            a, c, d = found
            result = (a * candidate + c) // d
            if all(size_at(result, at[i]) == value for i, value in enumerate(values)):
                return result
    return UNKNOWN


def _affine(values: Sequence[int], seen: Sequence[int]) -> tuple[int, int, int] | None:
    """``(a, c, d)`` such that each value is ``(a*seen + c) // d``."""
    low, high = (
        min(range(len(seen)), key=seen.__getitem__),
        max(range(len(seen)), key=seen.__getitem__),
    )
    if seen[low] == seen[high]:
        return (0, values[0], 1) if len(set(values)) == 1 else None
    slope = Fraction(values[high] - values[low], seen[high] - seen[low])
    slope = slope.limit_denominator(MAX_DIVISOR)
    a, d = slope.numerator, slope.denominator
    least = max(d * v - a * s for v, s in zip(values, seen, strict=True))
    most = min(d * v - a * s + d - 1 for v, s in zip(values, seen, strict=True))
    return (a, least, d) if least <= most else None


def _candidates(sizes: Iterable[Size]) -> list[SymbolicSize]:
    return list(dict.fromkeys(size for size in sizes if isinstance(size, SymbolicSize)))


def _products(shapes: Sequence[Shape]) -> Iterable[SymbolicSize]:
    """Of each run of neighbouring axes, as flatten makes them, and of each two sizes."""
    for shape in shapes:
        for start in range(len(shape)):
            product: Size = 1
            for size in shape[start:]:
                product = size * product
                if isinstance(product, SymbolicSize):
                    yield product
    candidates = _candidates(size for shape in shapes for size in shape)
    for left, right in combinations_with_replacement(candidates, 2):
        product = left * right
        if isinstance(product, SymbolicSize):
            yield product


def _sums(shapes: Sequence[Shape], axis: int) -> Iterable[SymbolicSize]:
    if len(shapes) > 1 and all(len(shape) > axis for shape in shapes):
        total: Size = 0
        for shape in shapes:
            total = shape[axis] + total
        if isinstance(total, SymbolicSize):
            yield total
