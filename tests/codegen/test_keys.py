"""The names in ``state_dict`` are those of the canvas, for every frame in every frame."""

from __future__ import annotations

from itertools import product

import pytest

from codegen import program_of
from codegen.keys import keys_of
from codegen.modules import compile_module
from graph.document import Document
from graph.project_file import loads
from tests.laws.test_no_drift import assert_no_drift

CONTAINERS = {
    "by index": "container: Sequential",
    "by name": "container: Sequential, by: name",
    "ModuleList": "container: ModuleList",
    "Module": "container: Module",
}

INSIDE = """  nodes:
    x: {type: Input%(shape)s}
    a: {type: Linear, out_features: 4, group: outer}
    b: {type: Linear, out_features: 4, group: inner}
    c: {type: Linear, out_features: 4, group: inner}
    d: {type: Linear, out_features: 4, group: outer}
    e: {type: torch.add}
    y: {type: Output}
  edges: [x -> a -> b -> c -> d -> e.input, %(skip)s -> e.other, e -> y]
  groups: {outer: {%(outer)s}, inner: {%(inner)s, group: outer}}
"""


def framed(outer: str, inner: str, skip: str, *, in_block: bool) -> Document:
    """Four layers, two of them in a frame in a frame; ``skip`` is added to what they give."""
    said = {"outer": CONTAINERS[outer], "inner": CONTAINERS[inner], "skip": skip}
    if not in_block:
        inside = INSIDE % {**said, "shape": ", shape: [N, 4]"}
        return loads("layerloom: 1\n" + inside.replace("\n  ", "\n").removeprefix("  "))
    block = "\n".join(f"  {line}" for line in (INSIDE % {**said, "shape": ""}).splitlines())
    return loads(
        f"layerloom: 1\nblocks:\n  Part:\n{block}\nnodes:\n  x: {{type: Input, shape: [N, 4]}}\n"
        "  part: {type: Part}\n  y: {type: Output}\nedges: [x -> part -> y]\n"
    )


@pytest.mark.parametrize("in_block", [False, True], ids=["root", "block"])
@pytest.mark.parametrize("skip", ["x", "b"])
@pytest.mark.parametrize(
    ("outer", "inner"),
    list(product(CONTAINERS, CONTAINERS)),
    ids=lambda name: name.replace(" ", "_"),
)
def test_every_layer_is_found_in_state_dict_where_the_canvas_says(
    outer: str, inner: str, skip: str, in_block: bool
) -> None:
    document = framed(outer, inner, skip, in_block=in_block)
    program = program_of(document)

    keys = keys_of(program)
    inside = keys["Part"] if in_block else keys[""]
    before = f"{keys['']['part']}." if in_block else ""
    found = [f"{before}{inside[name]}.{kind}" for name in "abcd" for kind in ("weight", "bias")]
    assert sorted(compile_module(program).state_dict()) == sorted(found)
    assert inside["outer"] == "outer"
    assert inside["inner"] == ("outer.inner" if outer in ("by name", "Module") else "outer.1")
    named = inner in ("by name", "Module")
    assert inside["c"] == f"{inside['inner']}.{'c' if named else '1'}"
    assert_no_drift(document)
