"""Sizes with symbols: arithmetic, canonical form, and text that can be read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sizes import UNKNOWN, Size, format_shape, parse_size, size_at, symbol, wire_text

N, H, T = symbol("N"), symbol("H"), symbol("T")


def sizes() -> st.SearchStrategy[Size]:
    """Sums, products and floor divisions of symbols and small numbers."""
    leaves = st.one_of(st.integers(-9, 20), st.sampled_from([N, H, T]))
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
            st.tuples(inner, inner).map(lambda pair: pair[0] - pair[1]),
            st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
            st.tuples(inner, st.integers(1, 9)).map(lambda pair: pair[0] // pair[1]),
        ),
        max_leaves=6,
    )


VALUES = st.fixed_dictionaries({name: st.integers(0, 1000) for name in "NHT"})


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (N * 16, "16*N"),
        (T * N, "N*T"),
        (H // 2, "H//2"),
        (H // 2 // 2, "H//4"),
        ((H - 3) // 2 + 1, "(H + 1)//2 - 1"),
        ((H // 2) * 16 * N, "16*N*(H//2)"),
        (N - N + 3, "3"),
        (UNKNOWN * 2, "?"),
    ],
)
def test_a_size_is_written_as_people_would_write_it(size: Size, text: str) -> None:
    assert str(size) == text


@given(sizes())
def test_what_is_written_is_read_back(size: Size) -> None:
    assert parse_size(size if isinstance(size, int) else str(size)) == size


@given(sizes(), sizes(), st.integers(1, 9), VALUES)
def test_arithmetic_of_sizes_is_arithmetic_of_numbers(
    a: Size, b: Size, divisor: int, values: dict[str, int]
) -> None:
    x, y = size_at(a, values), size_at(b, values)

    assert size_at(a + b, values) == x + y
    assert size_at(a - b, values) == x - y
    assert size_at(a * b, values) == x * y
    assert size_at(a // divisor, values) == x // divisor


@pytest.mark.parametrize("text", ["", "N +", "N / 2", "f(N)", "N // 0", "N[0]", "(" * 900, True])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="size"):
        parse_size(text)


def test_shapes_are_shown_in_brackets_and_on_wires() -> None:
    assert format_shape((N, 16 * 25)) == "[N, 400]"
    assert wire_text((N, 6, H // 2)) == "N × 6 × H//2"
    assert wire_text(()) == "scalar"
