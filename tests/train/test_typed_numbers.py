"""Numbers that people type: lists in any dress, and plain words for what is none."""

import pytest

from graph.errors import DataError
from graph.project_file import loads
from train.probe.request import Request
from train.probe.run import probe
from train.probe.samples import Feed
from train.probe.typed import parse_numbers

NETWORK = """layerloom: 1
name: T
nodes:
  x: {type: Input, shape: [N, 2, 3]}
  y: {type: Output}
  r: {type: ReLU}
edges: [x -> r -> y]
"""


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("1, 2, 3", (3,)),
        ("1 2\t3", (3,)),
        (".5 1. -1e-3 nan inf", (5,)),
        ("1 2; 3 4; 5 6", (3, 2)),
        ("1 2\n3 4\n", (2, 2)),
        ("[1, 2]", (2,)),
        ("[[1, 2], [3, 4]]", (2, 2)),
        ("[[1, 2],\n [3, 4]]", (2, 2)),
        ("[1 2] [3 4]", (2, 2)),
        ("(((7)))", (1, 1, 1)),
    ],
)
def test_lists_are_read_as_they_are_nested(text: str, shape: tuple[int, ...]) -> None:
    assert parse_numbers(text).shape == shape


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no number was typed; type numbers such as 0.5, -1, 2"),
        ("1, two", "'two' is not a number; type numbers such as 0.5, -1, 2"),
        ("1_000", "'1_000' is not a number; type numbers such as 0.5, -1, 2"),
        ("1 2; 3", "row 1 has 2 entries, row 2 has 1; make all rows equally long"),
        ("[[1, 2], [3]]", "row 1 has 2 entries, row 2 has 1; make all rows equally long"),
        ("[1, [2]]", "numbers and lists stand side by side; put every row in brackets"),
        ("[1, 2", "a bracket is not closed; add ] at the end"),
        ("1]", "a ] closes nothing; remove it"),
        ("[[]]", "a pair of brackets is empty; write numbers between them"),
        ("[" * 50, "the brackets are nested too deeply; use fewer brackets"),
        ("__import__('os')", "'__import__' is not a number; type numbers such as 0.5, -1, 2"),
        ("1 " * 200_000, "this is too much to be typed; put the numbers into an .npy file"),
    ],
)
def test_what_is_no_list_of_numbers_is_refused_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(DataError) as raised:
        parse_numbers(text)

    assert str(raised.value) == words


@pytest.mark.parametrize("text", ["1 2 3 4 5 6", "1 2 3; 4 5 6", "[[[1 2 3] [4 5 6]]]"])
def test_a_sample_may_be_typed_flat_or_nested_with_or_without_its_batch(text: str) -> None:
    seen = probe(loads(NETWORK), Request({"x": Feed("numbers", text=text)})).at("r")

    assert seen.outputs["output"].numbers == ((1, 2, 3), (4, 5, 6))


def test_too_few_numbers_say_how_many_are_needed() -> None:
    with pytest.raises(DataError) as raised:
        probe(loads(NETWORK), Request({"x": Feed("numbers", text="1 2 3 4")}))

    assert str(raised.value) == (
        "x: [N, 2, 3] is expected, 4 numbers of shape [4] came from typed numbers; "
        "give 6 numbers for one sample"
    )
