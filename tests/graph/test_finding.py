"""Finding nodes anywhere in a project by a few words."""

import time
import timeit

import pytest

from graph.finding import find
from graph.project_file import loads

PROJECT = """
layerloom: 1
name: Net
blocks:
  Unit:
    arguments: {width: 8}
    note: Norm comes after the sum
    nodes:
      x:    {type: Input}
      conv: {type: Conv2d, out_channels: =width, kernel_size: [3, 5], bias: false, note: as ResNet}
      y:    {type: Output}
    edges: [x -> conv -> y]
nodes:
  image: {type: Input, shape: [N, 3, 8, 8]}
  first: {type: Conv2d, out_channels: 16, kernel_size: 5, padding: 2}
  conv5: {type: Unit, width: 16, repeat: 2}
  drop:  {type: Dropout, p: 0.5, note: "Against\\nOVERFITTING"}
  out:   {type: Output}
edges: [image -> first -> conv5 -> drop -> out]
"""


@pytest.fixture(scope="module")
def document():
    return loads(PROJECT)


def places(document, typed: str) -> list[str]:
    return [f"{hit.scope}/{hit.node}" for hit in find(document, typed)]


def test_names_come_before_types_arguments_and_notes(document) -> None:
    assert places(document, "conv") == ["Unit/conv", "/conv5", "/first"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kernel_size: 5", ["/first"]),
        ("KERNEL_SIZE=[3,", ["Unit/conv"]),
        ("out_channels: =width", ["Unit/conv"]),
        ("bias: false", ["Unit/conv"]),
        ("repeat 2", ["/conv5"]),
        ("overfitting", ["/drop"]),
        ("resnet", ["Unit/conv"]),
        ("norm comes", ["Unit/"]),
        ("dropout 0.5", ["/drop"]),
        ("first padding", ["/first"]),
    ],
)
def test_arguments_options_and_notes_are_found_in_all_blocks(document, typed, found) -> None:
    assert places(document, typed) == found


def test_what_was_found_says_the_text_in_which_the_words_stand(document) -> None:
    assert [hit.words for hit in find(document, "dropout 0.5")] == ["p=0.5"]
    assert [hit.words for hit in find(document, "drop")] == [""]


@pytest.mark.parametrize("typed", ["", "   ", "=", ":::", "zzz", "(*[\\", "a" * 5000, "\0"])
def test_nonsense_finds_nothing_or_something_and_never_raises(document, typed) -> None:
    assert isinstance(find(document, typed), list)


def test_five_thousand_nodes_are_searched_in_less_than_it_takes_to_read_them() -> None:
    nodes = "\n".join(f"  n{i}: {{type: Linear, out_features: {i}}}" for i in range(5000))
    text = f"layerloom: 1\nname: Big\nnodes:\n{nodes}\n"
    document = loads(text)

    hits = find(document, "out_features: 4321")

    assert [hit.node for hit in hits] == ["n4321"]
    reading = min(timeit.repeat(lambda: loads(text), timer=time.process_time, repeat=3, number=1))
    words = "out_features: 4321"
    assert reading > min(
        timeit.repeat(lambda: find(document, words), timer=time.process_time, repeat=3, number=1)
    )
