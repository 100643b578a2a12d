"""Expressions: arithmetic with a value, or a plain sentence that says why there is none."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in

NAMES = {"width": 64, "depth": 3, "flag": True, "sizes": (2, 3, 4), "x": SimpleNamespace(shape=(5, 6), ndim=2)}  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("width * 2", 128),
        ("width // depth + 1", 22),
        ("7 % 4 - 2 ** 3", -5),
        ("1 / 4", 0.25),
        ("-width if flag else width", -64),
        ("depth > 2 and flag", True),
        ("depth > 3 or not flag", False),
        ("1 < depth < 3", False),
        ("depth in sizes", True),
        ("(width, depth)", (64, 3)),
        ("[1, *sizes]", (1, 2, 3, 4)),
        ("sizes[-1]", 4),
        ("sizes[1:]", (3, 4)),
        ("sizes[::-1]", (4, 3, 2)),
        ("x.shape[-1] * x.ndim", 12),
        ("len(sizes) + min(sizes) + max(1, 2) + sum(sizes) + prod(sizes) + abs(-1)", 41),
        ("'same' if flag else 'valid'", "same"),
        ("None", None),
        (" width ", 64),
        ("(0,) * depth", (0, 0, 0)),
    ],
)
def test_arithmetic_has_the_value_it_has_in_python(text: str, value: Any) -> None:
    assert evaluate(text, NAMES) == value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not an expression"),
        ("width *", "not an expression"),
        ("width = 3", "not an expression"),
        ("height", "height is not known here; known here: depth, flag"),
        ("1 / 0", "divides by zero"),
        ("0 ** -1", "divides by zero"),
        ("sizes[9]", "an element that is not there"),
        ("width + sizes", "has no value"),
        ("'a' % 3", "cannot be formatted"),
        ("__import__('os').system('true')", "not allowed"),
        ("open('x')", "calls open, which is not allowed; there are abs"),
        ("x.__class__", "only .shape and .ndim"),
        ("(lambda: 1)()", "not allowed"),
        ("[a for a in sizes]", "more than arithmetic"),
        ("{1: 2}", "more than arithmetic"),
        ("f'{width}'", "more than arithmetic"),
        ("(a := 3)", "more than arithmetic"),
        ("max(sizes, key=len)", "not allowed"),
        ("b'bytes'", "not a number"),
        ("1j", "not a number"),
        ("width @ width", "+ - * / // % and ** only"),
        ("~width", "no ~"),
        ("*sizes", "not an expression"),
        ("9 ** 9 ** 9", "too large"),
        ("(-8) ** 0.5", "no value here"),
        ("(0,) * 10 ** 9", "too long"),
        ("'a' * 10 ** 9", "too long"),
        ("10 ** 300 * 10 ** 300", "too large"),
        ("1" + "0" * 480 + " * 1.5", "has no value"),
        ("1" * 600, "too long"),
        ("(" * 240 + "1" + ")" * 240, "not an expression"),
        ("-" * 490 + "1", "nested too deeply"),
        ("1" + "+1" * 249, "nested too deeply"),
    ],
)
def test_everything_else_is_refused_in_plain_words_and_at_once(text: str, says: str) -> None:
    start = time.process_time()

    with pytest.raises(ExpressionError) as caught:
        evaluate(text, NAMES)

    assert says in str(caught.value)
    assert time.process_time() - start < 0.5


@given(st.text(st.sampled_from("aw12(),.[]*+-/%<>=!'\":ifelsnotd {}_@~"), max_size=30))
def test_no_text_raises_anything_but_an_expression_error(text: str) -> None:
    try:
        evaluate(text, {"a": 1, "w": (1, 2)})
    except ExpressionError as error:
        assert error.message


@given(st.integers(-50, 50), st.integers(-50, 50), st.sampled_from("+ - * // % < == >=".split()))
def test_operators_agree_with_python(a: int, b: int, operator: str) -> None:
    text = f"a {operator} b"

    try:
        expected = eval(text, {}, {"a": a, "b": b})  # noqa: S307 - the text is ours
    except ZeroDivisionError:
        with pytest.raises(ExpressionError, match="divides by zero"):
            evaluate(text, {"a": a, "b": b})
    else:
        assert evaluate(text, {"a": a, "b": b}) == expected


def test_the_names_of_an_expression_are_those_it_reads() -> None:
    assert names_in("max(width, len(sizes)) * x.shape[i]") == {"width", "sizes", "x", "i"}
    assert names_in("broken (") == frozenset()
