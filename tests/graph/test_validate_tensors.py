"""Tensors of the network's own: what cannot be learned or kept is said before it is built."""

from __future__ import annotations

import pytest

from graph.document import Document
from graph.project_file import loads
from graph.shapes import analyze


def project(said: str) -> Document:
    return loads(
        "layerloom: 1\nname: Net\nnodes:\n  x: {type: Input, shape: [N, 3]}\n"
        f"  w: {{{said}}}\n  m: {{type: torch.mul}}\n  y: {{type: Output}}\n"
        "edges: [x -> m.input, w -> m.other, m -> y]\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        "type: Parameter, shape: [3]",
        "type: Parameter, shape: [3], trainable: false",
        "type: Parameter, shape: [3], dtype: bfloat16",
        "type: Buffer, shape: [1, 3], dtype: int64",
        "type: Constant, value: 2.0",
        "type: Constant, value: [1, 2, 3]",
    ],
)
def test_a_sound_tensor_is_no_problem(said: str) -> None:
    assert analyze(project(said)).errors == []


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            "type: Parameter, shape: [3], dtype: int64",
            "w: a Parameter is learned, so it cannot hold int64.",
        ),
        (
            "type: Buffer, shape: [1000000000, 1000000000]",
            "w: a tensor of [1000000000, 1000000000] does not fit into memory.",
        ),
        (
            "type: Parameter, shape: [3], trainable: maybe",
            "w: trainable is true, false, or eval: frozen, and kept in eval mode.",
        ),
    ],
)
def test_a_tensor_that_cannot_be_kept_is_named(said: str, message: str) -> None:
    assert message in [problem.message for problem in analyze(project(said)).errors]


def test_its_fixes_mend_it() -> None:
    document = project("type: Parameter, shape: [3], dtype: int64")
    [problem] = analyze(document).errors

    document.apply(problem.fixes[0].edit)

    assert analyze(document).errors == []
