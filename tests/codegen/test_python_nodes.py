"""Networks with code of the user's own: module and source are equal, and import what they need."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from codegen.lower import lower
from codegen.modules import compile_module
from codegen.program import Program
from codegen.source import emit_source
from graph.errors import LoweringError
from tests.python_nodes import LAYERS, analyzed, one_node, project

NETWORK = project(
    "  x: {type: Input, shape: [N, 16]}\n"
    "  fc: {type: Python, file: layers.py, name: Linear, inputs: [x],"
    " arguments: {out_features: 8, in_features: 16}}\n"
    "  swish: {type: Python, file: layers.py, name: Swish, inputs: [x], arguments: {beta: 2.0}}\n"
    "  norm: {type: Linear, out_features: 8}\n"
    "  scaled: {type: Python, file: layers.py, name: scaled, arguments: {factor: 3.0}}\n"
    "  moments: {type: Python, file: layers.py, name: Moments, outputs: [mean, variance]}\n"
    "  add: {type: torch.add}\n"
    "  y: {type: Output}\n"
    "  z: {type: Output}\n",
    "x -> fc -> swish -> norm -> add, swish -> scaled -> add.other,"
    " add -> moments -> y, moments.variance -> z",
)


@pytest.fixture
def importable(tmp_path: Path) -> Iterator[Path]:
    """The folder of a project, from which an exported file imports; forgotten afterwards."""
    sys.path.insert(0, str(tmp_path))
    yield tmp_path
    sys.path.remove(str(tmp_path))
    for name in ("layers", "parts", "parts.layers"):
        sys.modules.pop(name, None)


def program_in(folder: Path, text: str, *, trusted: bool = True) -> Program:
    document, analysis = analyzed(folder, text, trusted=trusted)
    return lower(document, analysis)


def exported(program: Program) -> nn.Module:
    namespace: dict[str, Any] = {"__name__": "exported"}
    text = emit_source(program).text
    exec(compile(text, "exported", "exec"), namespace)
    torch.manual_seed(0)
    made: nn.Module = namespace[program.network.name]()
    return made


def assert_equal(program: Program, *shape: int) -> None:
    theirs = exported(program)
    torch.manual_seed(0)
    ours = compile_module(program)
    x = torch.randn(shape, requires_grad=True)
    assert list(ours.state_dict()) == list(theirs.state_dict())
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.equal(one, other)
    for one, other in zip(_tuple(ours(x)), _tuple(theirs(x)), strict=True):
        assert torch.equal(one, other)
    sum(t.sum() for t in _tuple(ours(x))).backward()
    sum(t.sum() for t in _tuple(theirs(x))).backward()
    for one, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.equal(one.grad, other.grad)  # type: ignore[arg-type]


def _tuple(found: Any) -> tuple[torch.Tensor, ...]:
    return found if isinstance(found, tuple) else (found,)


def test_module_and_source_are_equal_forwards_and_backwards(importable: Path) -> None:
    program = program_in(importable, NETWORK)

    assert_equal(program, 3, 16)


def test_the_source_reads_as_a_colleague_would_have_typed_it(tmp_path: Path) -> None:
    text = emit_source(program_in(tmp_path, NETWORK)).text

    assert "\n\nfrom layers import Linear, Moments, Swish, scaled\n\n\nclass Own" in text
    assert "self.fc = Linear(16, 8)\n" in text
    assert "self.norm = nn.Linear(8, 8)\n" in text
    assert "swish = Swish.apply(self.fc(x), 2.0)  # (N, 8)\n" in text
    assert "scaled(swish, factor=3.0)" in text
    assert "scaled = " not in text  # it would hide the function
    assert "graph" not in text


def test_the_files_that_it_imports_are_named(tmp_path: Path) -> None:
    [file] = emit_source(program_in(tmp_path, NETWORK)).files

    assert (file.name, file.text) == ("layers.py", LAYERS)


def test_code_that_has_not_been_trusted_is_written_and_not_run(importable: Path) -> None:
    text = one_node("file: layers.py, name: scaled, arguments: {factor: 3.0}")
    program = program_in(importable, text, trusted=False)

    source = emit_source(program).text

    assert "return scaled(x, factor=3.0)" in source
    with pytest.raises(LoweringError, match="has not been trusted"):
        compile_module(program)


def test_where_a_shape_is_needed_it_says_so(tmp_path: Path) -> None:
    text = project(
        "  x: {type: Input, shape: [N, 16]}\n"
        "  own: {type: Python, file: layers.py, name: scaled}\n"
        "  fc: {type: Linear, out_features: 4}\n"
        "  y: {type: Output}\n",
        "x -> own -> fc -> y",
    )

    with pytest.raises(LoweringError, match=r"fc: in_features follows from the shape .* trust"):
        program_in(tmp_path, text, trusted=False)


@pytest.mark.parametrize("name", ["Linear", "scaled", "Swish"])
def test_a_name_that_is_taken_gets_another_in_the_import(importable: Path, name: str) -> None:
    said = {"Linear": ", arguments: {in_features: 16, out_features: 16}"}.get(name, "")
    block = (
        (
            f"blocks:\n  {name}:\n    nodes:\n      x: {{type: Input}}\n      r: {{type: ReLU}}\n"
            "      y: {type: Output}\n    edges: [x -> r -> y]\n"
        )
        if name != "Linear"
        else ""
    )
    node = name if name != "Linear" else "ReLU"
    text = project(
        f"  {name}: {{type: Input, shape: [N, 16]}}\n"
        f"  own: {{type: Python, file: layers.py, name: {name}{said}}}\n"
        f"  other: {{type: {node}}}\n"
        "  y: {type: Output}\n",
        f"{name} -> own -> other -> y",
        block,
    )

    program = program_in(importable, text)

    assert f"import {name} as {name}" in emit_source(program).text
    assert_equal(program, 2, 16)


def test_it_stands_in_a_chain_a_frame_a_repetition_and_a_block(importable: Path) -> None:
    text = (
        "layerloom: 1\nname: Own\n"
        "blocks:\n  Two:\n    arguments: {width: 8}\n    nodes:\n      x: {type: Input}\n"
        "      own: {type: Python, file: layers.py, name: Linear, "
        "arguments: {in_features: 16, out_features: =width, bias: false}}\n"
        "      act: {type: Python, file: layers.py, name: scaled, arguments: {factor: =width}}\n"
        "      y: {type: Output}\n    edges: [x -> own -> act -> y]\n"
        "nodes:\n"
        "  x: {type: Input, shape: [N, 16]}\n"
        "  a: {type: Python, file: layers.py, name: Linear, group: stem,"
        " arguments: {in_features: 16, out_features: 16}}\n"
        "  b: {type: ReLU, group: stem}\n"
        "  c: {type: Python, file: layers.py, name: Linear, repeat: 3,"
        " arguments: {in_features: 16, out_features: 16}}\n"
        "  d: {type: Two, width: 16}\n"
        "  e: {type: Two}\n"
        "  y: {type: Output}\n"
        "groups: {stem: {container: Sequential}}\n"
        "edges: [x -> a -> b -> c -> d -> e -> y]\n"
    )

    program = program_in(importable, text)

    assert "Linear(16, 16) for _ in range(3)" in emit_source(program).text
    assert_equal(program, 2, 16)


def test_a_file_in_a_folder_is_imported_from_there(importable: Path) -> None:
    (importable / "parts").mkdir()
    (importable / "parts" / "layers.py").write_text(LAYERS)
    text = one_node("file: parts/layers.py, name: scaled")

    program = program_in(importable, text)

    assert "from parts.layers import scaled\n" in emit_source(program).text
    result = compile_module(program)(torch.ones(2, 16))
    assert torch.equal(result, torch.full((2, 16), 2.0))


def test_importing_it_draws_no_random_numbers_from_the_network(importable: Path) -> None:
    layers = "import torch\ntorch.manual_seed(7)\ntorch.randn(3)\n" + LAYERS
    said = "file: layers.py, name: Linear, arguments: {in_features: 16, out_features: 4}"
    document, analysis = analyzed(importable, one_node(said), layers)

    assert_equal(lower(document, analysis), 2, 16)


def test_a_repetition_of_it_is_a_link_of_a_chain(importable: Path) -> None:
    said = "file: layers.py, name: Linear, arguments: {in_features: 16, out_features: 16}"

    program = program_in(importable, one_node(f"{said}, repeat: 3"))

    assert program.network.base == "Sequential"
    assert_equal(program, 2, 16)
