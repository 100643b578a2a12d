"""Sizes of axes: a number, or a formula in symbols such as ``N``, ``16*N`` or ``(H + 1)//2``."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Union

Size = Union[int, "SymbolicSize"]
Shape = tuple[Size, ...]

#: How an unknown size is shown.
UNKNOWN_TEXT = "?"

#: Longer text is no size.
MAX_TEXT = 500


@dataclass(frozen=True)
class FloorDivision:
    """A factor ``numerator // divisor`` that cannot be divided out."""

    numerator: SymbolicSize
    divisor: int

    def __str__(self) -> str:
        numerator = str(self.numerator)
        return f"{f'({numerator})' if ' ' in numerator else numerator}//{self.divisor}"


Factor = str | FloorDivision
Monomial = tuple[Factor, ...]


@dataclass(frozen=True)
class SymbolicSize:
    """A sum of products of symbols and floor divisions, in one canonical form.

    Two sizes are equal where their canonical forms are. Arithmetic (``+ - * //`` with numbers and
    sizes) gives an int again where no symbol is left. ``UNKNOWN`` swallows all arithmetic.
    """

    terms: tuple[tuple[Monomial, int], ...]

    @cached_property
    def _hash(self) -> int:
        return hash(self.terms)

    def __hash__(self) -> int:
        return self._hash

    @property
    def symbols(self) -> frozenset[str]:
        """The names that the size depends on."""
        found: set[str] = set()
        for monomial, _ in self.terms:
            for factor in monomial:
                found |= {factor} if isinstance(factor, str) else factor.numerator.symbols
        return frozenset(found)

    @property
    def known(self) -> bool:
        return self.terms != _UNKNOWN_TERMS

    def __add__(self, other: Size) -> Size:
        if not isinstance(other, int | SymbolicSize):
            return NotImplemented
        if not self.known or not _known(other):
            return UNKNOWN
        total = dict(self.terms)
        for monomial, coefficient in _terms(other):
            total[monomial] = total.get(monomial, 0) + coefficient
        return _size(total)

    def __neg__(self) -> Size:
        return self * -1

    def __sub__(self, other: Size) -> Size:
        return self + other * -1

    def __rsub__(self, other: int) -> Size:
        return self * -1 + other

    def __mul__(self, other: Size) -> Size:
        if not isinstance(other, int | SymbolicSize):
            return NotImplemented
        if not self.known or not _known(other):
            return UNKNOWN
        product: dict[Monomial, int] = {}
        for left, a in self.terms:
            for right, b in _terms(other):
                monomial = tuple(sorted((*left, *right), key=_factor_key))
                product[monomial] = product.get(monomial, 0) + a * b
        return _size(product)

    __radd__ = __add__
    __rmul__ = __mul__

    def __floordiv__(self, divisor: Size) -> Size:
        if not isinstance(divisor, int) or isinstance(divisor, bool):
            return NotImplemented
        if not self.known or divisor <= 0:
            return UNKNOWN
        return _floor_divide(self, divisor)

    def __str__(self) -> str:
        if not self.known:
            return UNKNOWN_TEXT
        text = ""
        for monomial, coefficient in self.terms:
            term = _term_text(monomial, abs(coefficient))
            if not text and coefficient == -1 and "//" in term:
                text = f"-({term})"  # -N//2 would be (-N)//2
            elif not text:
                text = term if coefficient > 0 else f"-{term}"
            else:
                text += f" {'+' if coefficient > 0 else '-'} {term}"
        return text


def symbol(name: str) -> SymbolicSize:
    """The size that is ``name`` and nothing else."""
    return SymbolicSize((((name,), 1),))


_UNKNOWN_TERMS: tuple[tuple[Monomial, int], ...] = (((UNKNOWN_TEXT,), 1),)

#: A size that is not known, or that no formula of ours describes.
UNKNOWN = SymbolicSize(_UNKNOWN_TERMS)


def symbols_of(sizes: Iterable[Size]) -> frozenset[str]:
    """All symbols that occur in ``sizes``."""
    found: frozenset[str] = frozenset()
    for size in sizes:
        if isinstance(size, SymbolicSize):
            found |= size.symbols
    return found


def size_at(size: Size, values: Mapping[str, int]) -> int:
    """The number that ``size`` is where its symbols have ``values``.

    Raises: KeyError, if a symbol has no value or the size is unknown.
    """
    if isinstance(size, int):
        return size
    total = 0
    for monomial, coefficient in size.terms:
        product = coefficient
        for factor in monomial:
            if isinstance(factor, str):
                product *= values[factor]
            else:
                product *= size_at(factor.numerator, values) // factor.divisor
        total += product
    return total


def parse_size(text: int | str) -> Size:
    """Read what ``str(size)`` wrote: ``parse_size("2*(H//4)")``.

    Raises: ValueError, if the text is no size.
    """
    if isinstance(text, int) and not isinstance(text, bool):
        return text
    if text == UNKNOWN_TEXT:
        return UNKNOWN
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        raise ValueError("this is no size")
    return _parsed(text)


@lru_cache(maxsize=1024)  # in a large network the same few come back thousands of times
def _parsed(text: str) -> Size:
    try:
        return _read(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"{text!r} is no size") from error


def size_to_plain(size: Size) -> int | str:
    """For JSON: a number, or the text of the formula."""
    return size if isinstance(size, int) else str(size)


def format_shape(shape: Iterable[Size]) -> str:
    """``[N, 400]``"""
    return f"[{', '.join(map(str, shape))}]"


def wire_text(shape: Iterable[Size]) -> str:
    """What stands on a wire: ``N × 6 × 28 × 28``; one number without axes is ``scalar``."""
    return " × ".join(map(str, shape)) or "scalar"


def _known(size: Size) -> bool:
    return isinstance(size, int) or size.known


def _terms(size: Size) -> tuple[tuple[Monomial, int], ...]:
    return size.terms if isinstance(size, SymbolicSize) else (((), size),)


def _size(terms: Mapping[Monomial, int]) -> Size:
    left = {monomial: coefficient for monomial, coefficient in terms.items() if coefficient}
    if not left:
        return 0
    if set(left) == {()}:
        return left[()]
    return SymbolicSize(tuple(sorted(left.items(), key=lambda term: _monomial_key(term[0]))))


def _monomial_key(monomial: Monomial) -> tuple[int, list[tuple[bool, str]]]:
    return (-len(monomial), [_factor_key(factor) for factor in monomial])


def _factor_key(factor: Factor) -> tuple[bool, str]:
    return (not isinstance(factor, str), str(factor))


def _term_text(monomial: Monomial, coefficient: int) -> str:
    if not monomial:
        return str(coefficient)
    if len(monomial) == 1 and coefficient == 1:
        return str(monomial[0])
    factors = [str(f) if isinstance(f, str) else f"({f})" for f in monomial]
    return "*".join([str(coefficient), *factors] if coefficient != 1 else factors)


def _floor_divide(size: SymbolicSize, divisor: int) -> Size:
    """Divide out what can be: (4*N + H + 5)//4 is N + (H + 1)//4 + 1."""
    whole: dict[Monomial, int] = {}
    rest: dict[Monomial, int] = {}
    for monomial, coefficient in size.terms:
        quotient, remainder = divmod(coefficient, divisor)
        if remainder and monomial:
            rest[monomial] = coefficient
        else:
            whole[monomial] = quotient
            rest[monomial] = remainder
    numerator = _size(rest)
    if isinstance(numerator, int):
        return _size(whole)
    inner = _nested(numerator)
    if inner is not None:
        division, constant = inner
        outer = division.numerator + constant * division.divisor
        return (outer // (division.divisor * divisor)) + _size(whole)
    return SymbolicSize((((FloorDivision(numerator, divisor),), 1),)) + _size(whole)


def _nested(size: SymbolicSize) -> tuple[FloorDivision, int] | None:
    """``(a//b, c)`` where the size is ``a//b + c``, since (a//b + c)//d = (a + b*c)//(b*d)."""
    divisions = [(m, c) for m, c in size.terms if m]
    if len(divisions) != 1 or divisions[0][1] != 1 or len(divisions[0][0]) != 1:
        return None
    [factor] = divisions[0][0]
    constant = next((c for m, c in size.terms if not m), 0)
    return (factor, constant) if isinstance(factor, FloorDivision) else None


def _read(node: ast.expr) -> Size:
    if isinstance(node, ast.Name):
        return symbol(node.id)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _read(node.operand) * -1
    if isinstance(node, ast.BinOp):
        left, right = _read(node.left), _read(node.right)
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.FloorDiv) and isinstance(right, int) and right > 0:
            return left // right
    raise ValueError("a size is made of numbers, symbols, +, -, * and //")
