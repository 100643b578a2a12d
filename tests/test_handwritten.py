"""What we export against what a careful colleague would have typed, in ``tests/handwritten/``.

A twin is written for its reader, not for this test: it may name or nest its layers otherwise,
but it is the same network. Lines are counted alike on both sides: those that are neither empty
nor a comment, without the last lines that try the exported network, which the twins have not.
"""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path
from statistics import median

import pytest
import torch
from torch import nn

from codegen import compile_document, source_of
from graph.project_file import load_project
from tests.example_files import EXAMPLES, LARGE, name_of, outputs_of, samples

HANDWRITTEN = Path(__file__).parent / "handwritten"

#: What makes its own random numbers as it runs, so that no two outputs are equal.
RANDOM = {"vae_digits"}

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
each_small_example = pytest.mark.parametrize(
    "example", [e for e in EXAMPLES if name_of(e) not in LARGE | RANDOM], ids=name_of
)


def twin_of(example: Path) -> Path:
    return HANDWRITTEN / f"{name_of(example)}.py"


def build_twin(example: Path) -> nn.Module:
    network = runpy.run_path(str(twin_of(example)))[load_project(example).name]()
    assert isinstance(network, nn.Module)
    return network


def lines_of(text: str) -> int:
    lines = text.partition('\nif __name__ == "__main__":')[0].splitlines()
    return sum(bool(line.strip()) and not line.strip().startswith("#") for line in lines)


@cache
def ratio(example: Path) -> float:
    """Lines that we export for each line of the twin."""
    exported = source_of(load_project(example)).text
    return lines_of(exported) / lines_of(twin_of(example).read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_median_exported_file_is_hardly_longer_than_a_handwritten_one() -> None:
    ratios = [ratio(example) for example in EXAMPLES]

    assert median(ratios) <= 1.15, sorted(ratios)


@each_example
def test_no_exported_file_is_much_longer_than_its_twin(example: Path) -> None:
    assert ratio(example) <= 1.6


@each_example
def test_an_example_has_as_many_parameters_as_its_twin(example: Path) -> None:
    with torch.device("meta"):
        network, twin = compile_document(load_project(example)), build_twin(example)

    def sizes(made: nn.Module) -> list[int]:
        return sorted(p.numel() for p in made.parameters())

    assert sizes(network) == sizes(twin)


@each_small_example
def test_an_example_and_its_twin_with_the_same_weights_give_the_same(example: Path) -> None:
    document = load_project(example)
    network, twin = compile_document(document).eval(), build_twin(example).eval()
    theirs = twin.state_dict()
    ours = network.state_dict()
    assert [t.shape for t in theirs.values()] == [t.shape for t in ours.values()]
    twin.load_state_dict(dict(zip(theirs, ours.values(), strict=True)))
    given = samples(document)

    found, expected = outputs_of(network, given), outputs_of(twin, given)

    for ours_, theirs_ in zip(found, expected, strict=True):
        torch.testing.assert_close(ours_, theirs_)


#: Where the independent ResNet34 keeps what ours keeps: ours, theirs.
RENAMED = {
    "stem.0": "conv1", "stem.1": "bn1",
    ".first.": ".0.", ".left.0.": ".conv1.", ".left.1.": ".bn1.", ".left.3.": ".conv2.",
    ".left.4.": ".bn2.", ".right.": ".downsample.",
}  # fmt: skip


def renamed(key: str) -> str:
    """``layer1.rest.0.left.3.weight`` is ``layer1.1.conv2.weight`` there."""
    for ours, theirs in RENAMED.items():
        key = key.replace(ours, theirs)
    stage, rest, place = key.partition(".rest.")
    number, dot, inner = place.partition(".")
    return f"{stage}.{int(number) + 1}{dot}{inner}" if rest else key


def test_resnet34_loads_the_weights_of_an_independent_implementation() -> None:
    example = next(path for path in EXAMPLES if name_of(path) == "resnet34")
    ours, theirs = compile_document(load_project(example)).eval(), build_twin(example).eval()
    weights = theirs.state_dict()

    ours.load_state_dict({key: weights[renamed(key)] for key in ours.state_dict()})

    image = torch.randn(1, 3, 64, 64)
    torch.testing.assert_close(ours(image), theirs(image))
    assert len(weights) == len(ours.state_dict())


def test_resnet34_exports_in_at_most_seventy_lines() -> None:
    example = next(path for path in EXAMPLES if name_of(path) == "resnet34")

    assert lines_of(source_of(load_project(example)).text) <= 70
