"""Arguments: what may stand for them, what is said where something else does, and typed text."""

from __future__ import annotations

import math

import pytest

from graph.catalog import CATALOG, REQUIRED
from graph.catalog.arguments import check_arguments, check_value
from graph.catalog.parsing import NotAValueError, format_argument, parse_argument
from graph.document import UNSET, Expression


def complaints(type_: str, **arguments) -> list[str]:
    return [complaint.message for complaint in check_arguments(CATALOG[type_], arguments)]


CONV = {"out_channels": 6, "kernel_size": 3}


@pytest.mark.parametrize("layer", CATALOG.layers(), ids=lambda layer: layer.type)
def test_start_values_and_defaults_are_allowed(layer):
    assert check_arguments(layer, layer.start_arguments) == []
    for argument in layer.arguments:
        if argument.default is not REQUIRED:
            assert check_value(argument, argument.default) == "", argument.name


@pytest.mark.parametrize("layer", CATALOG.layers(), ids=lambda layer: layer.type)
def test_no_value_whatever_makes_the_check_fail(layer):
    deep: tuple = ()
    for _ in range(500):
        deep = (deep,)
    hostile = [None, True, -1, 10**400, math.nan, math.inf, "", "auto", "x" * 999, (), (1,) * 9,
               ("a", None), deep, {"a": {}}, Expression("1 +"), object()]  # fmt: skip
    for value in hostile:
        check_arguments(layer, {argument.name: value for argument in layer.arguments})


@pytest.mark.parametrize(
    "value",
    [5, (3, 5), Expression("width * 2")],
)
def test_a_kernel_may_be_one_number_two_or_an_expression(value):
    assert complaints("Conv2d", out_channels=6, kernel_size=value) == []


@pytest.mark.parametrize("value", [0, -1, 2.5, True, "big", (3,), (3, 3, 3), (0, 3), None, "auto"])
def test_a_kernel_may_be_nothing_else(value):
    [message] = complaints("Conv2d", out_channels=6, kernel_size=value)

    assert "a whole number of at least 1, or 2 of them" in message


@pytest.mark.parametrize(
    ("type_", "arguments", "message"),
    [
        ("Dropout", {"p": 1.5}, "p must be a number from 0 to 1, not 1.5"),
        ("Dropout", {"p": True}, "p must be a number from 0 to 1, not true"),
        ("Conv2d", {**CONV, "groups": 0}, "groups must be a whole number of at least 1, not 0"),
        ("Conv2d", {**CONV, "padding_mode": "mirror"},
         "padding_mode must be 'zeros', 'reflect', 'replicate' or 'circular', not 'mirror'"),
        ("Conv2d", {**CONV, "padding": "full"},
         "padding must be a whole number of at least 0, or 2 of them, or 'same' or 'valid', "
         "not 'full'"),
        ("Conv2d", {**CONV, "bias": 1}, "bias must be true or false, not 1"),
        ("Conv2d", {**CONV, "kernel": 3}, "Conv2d has no argument 'kernel'; it has"),
        ("Conv2d", {**CONV, "strides": 3}, "Conv2d has no argument 'strides'; did you mean stride?"),  # noqa: E501
        ("Conv2d", {"kernel_size": 3}, "out_channels is needed: a whole number of at least 1"),
        ("ReLU", {"slope": 1}, "ReLU has no argument 'slope'; it has inplace"),
        ("Sigmoid", {"slope": 1}, "Sigmoid has no argument 'slope'; it has none"),
        ("Softmax", {"dim": "last"}, "dim must be a whole number, or none, not 'last'"),
        ("Input", {"shape": ("N", -3)},
         "shape must be sizes in brackets, numbers above 0 or letters, as [N, 3, 32, 32], "
         "not [N, -3]"),
        ("Input", {"shape": ("N", 1), "dtype": "float"}, "dtype must be a type of numbers"),
        ("Tensor.__getitem__", {"index": "open('x')"}, "index must be what stands between"),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_with_what_is_allowed(type_, arguments, message):
    [found] = complaints(type_, **arguments)

    assert found.startswith(message)


def test_a_bound_may_be_another_argument():
    sizes = {"out_channels": 4, "kernel_size": 3}

    assert complaints("ConvTranspose2d", **sizes, stride=2, output_padding=1) == []
    assert complaints("ConvTranspose2d", **sizes, stride=(2, 3), output_padding=(1, 2)) == []
    assert complaints("ConvTranspose2d", **sizes, stride=Expression("s"), output_padding=9) == []
    assert complaints("ConvTranspose2d", **sizes, output_padding=Expression("s")) == []
    [message] = complaints("ConvTranspose2d", **sizes, stride=(2, 3), output_padding=2)
    assert message == "output_padding must be less than stride or dilation along each axis"


def test_suggestions_are_values_that_would_be_right():
    conv = CATALOG["Conv2d"]

    by_argument = {
        c.argument: c.suggestion
        for c in check_arguments(
            conv, {"in_channels": 0, "kernel_size": 0, "stride": 0, "kernel": 3}
        )
    }

    assert by_argument == {
        "in_channels": UNSET,
        "kernel_size": 3,
        "stride": UNSET,
        "kernel": UNSET,
        "out_channels": 32,
    }


def test_auto_is_allowed_where_something_works_it_out():
    assert complaints("Linear", in_features="auto", out_features=10) == []
    assert complaints("Linear", out_features="auto") == [
        "out_features cannot be auto: a whole number of at least 1"
    ]


def test_constants_may_be_rows_of_equal_length_only():
    assert complaints("Constant", value=((0, -1, 0), (-1, 5, -1), (0, -1, 0))) == []
    assert complaints("Constant", value=((0, -1), (1,))) != []


@pytest.mark.parametrize(
    ("type_", "name", "text", "value"),
    [
        ("Conv2d", "kernel_size", "3", 3),
        ("Conv2d", "kernel_size", "3, 5", (3, 5)),
        ("Conv2d", "kernel_size", "[3, 5]", (3, 5)),
        ("Conv2d", "kernel_size", "3x5", (3, 5)),
        ("Conv2d", "padding", "same", "same"),
        ("Conv2d", "kernel_size", "=width * 2", Expression("width * 2")),
        ("Conv2d", "in_channels", "auto", UNSET),
        ("Conv2d", "in_channels", "", UNSET),
        ("Conv2d", "bias", "false", False),
        ("Dropout", "p", "0.25", 0.25),
        ("Dropout", "p", "1", 1.0),
        ("AvgPool2d", "divisor_override", "none", None),
        ("AdaptiveAvgPool2d", "output_size", "none, 7", (None, 7)),
        ("Input", "shape", "N, 1, 28, 28", ("N", 1, 28, 28)),
        ("Input", "dtype", "torch.int64", "int64"),
        ("torch.permute", "dims", "0 2 1", (0, 2, 1)),
        ("torch.flip", "dims", "1", (1,)),
        ("Tensor.__getitem__", "index", "[:, -1]", ":, -1"),
        ("Constant", "value", "[[1, 2], [3, 4]]", ((1, 2), (3, 4))),
        ("torch.einsum", "equation", "ij,jk->ik", "ij,jk->ik"),
    ],
)
def test_typed_text_is_read_as_a_person_means_it(type_, name, text, value):
    argument = CATALOG[type_].argument(name)

    assert parse_argument(argument, text) == value


@pytest.mark.parametrize(
    ("type_", "name", "text"),
    [
        ("Conv2d", "kernel_size", "three"),
        ("Conv2d", "kernel_size", "0"),
        ("Conv2d", "kernel_size", "3 3 3"),
        ("Conv2d", "in_channels", "9" * 5000),
        ("Conv2d", "bias", "maybe"),
        ("Dropout", "p", "1.5"),
        ("Dropout", "p", "nan"),
        ("Constant", "value", "[" * 5000),
        ("Constant", "value", "__import__('os')"),
        ("Input", "dtype", "float"),
    ],
)
def test_text_that_is_no_value_is_refused_with_what_would_be(type_, name, text):
    with pytest.raises(NotAValueError, match=f"{name} must be"):
        parse_argument(CATALOG[type_].argument(name), text)


def test_a_value_written_as_text_is_read_back():
    for layer in CATALOG.layers():
        for argument in layer.arguments:
            for value in (argument.default, argument.start):
                if value is REQUIRED or value is None:
                    continue
                assert parse_argument(argument, format_argument(value)) == value, argument.name
