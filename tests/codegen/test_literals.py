"""Values as text: what is written is what is read back, and nothing else."""

from __future__ import annotations

import ast
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegen.literals import write_index, write_string, write_value
from codegen.program import Dtype, TensorOf
from codegen.values import live_value
from graph.document import Expression
from graph.errors import LoweringError

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4).map(tuple)
    | st.dictionaries(st.text(), inner, max_size=3),
)  # fmt: skip


@given(values)
def test_what_is_written_reads_back_as_the_same_value(value: object) -> None:
    assert repr(ast.literal_eval(write_value(value))) == repr(value)


@given(st.text())
def test_a_string_is_one_ascii_literal_on_one_line(text: str) -> None:
    written = write_string(text)

    assert written.isascii()
    assert written.isprintable()
    assert ast.literal_eval(written) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (math.inf, 'float("inf")'),
        (-math.inf, 'float("-inf")'),
        (math.nan, 'float("nan")'),
        (1e-05, "1e-05"),
        (1e16, "1e16"),
        (-0.0, "-0.0"),
        (True, "True"),
        ((5,), "(5,)"),
        (((1, 2), (3, 4)), "((1, 2), (3, 4))"),
        (..., "..."),
        ("mean", '"mean"'),
        ('say "x"', "'say \"x\"'"),
        (Dtype("float16"), "torch.float16"),
        (TensorOf(((0.0, -1.0), (-1.0, 5.0))), "torch.tensor([[0.0, -1.0], [-1.0, 5.0]])"),
        (TensorOf(1, "int64"), "torch.tensor(1, dtype=torch.int64)"),
    ],
)
def test_a_value_is_written_as_people_write_it(value: object, text: str) -> None:
    assert write_value(value) == text


@pytest.mark.parametrize(
    ("index", "text"),
    [
        ((slice(None), -1), ":, -1"),
        (slice(1, 3), "1:3"),
        (slice(None, None, 2), "::2"),
        ((..., None, slice(-3, None)), "..., None, -3:"),
        (0, "0"),
        ((0,), "0,"),
    ],
)
def test_an_index_is_written_as_between_brackets(index: object, text: str) -> None:
    x = torch.arange(4 * 5 * 6).reshape(4, 5, 6)

    assert write_index(index) == text
    assert torch.equal(eval(f"x[{text}]"), x[index])  # noqa: S307


@pytest.mark.parametrize(
    "value",
    [Dtype("float16, exec('')"), Expression("width"), object(), Dtype("")],
)
def test_what_is_no_value_is_refused(value: object) -> None:
    with pytest.raises(LoweringError):
        write_value(value)


def test_an_array_becomes_a_tensor_of_the_type_that_the_source_gives_it() -> None:
    array = TensorOf(((1, 2), (3, 4)))

    assert write_value(array) == "torch.tensor([[1.0, 2.0], [3.0, 4.0]])"
    assert torch.equal(live_value(array), torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
    assert live_value((Dtype("float16"), array))[0] is torch.float16
