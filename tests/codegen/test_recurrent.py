"""Recurrent layers and cells over a grid of their arguments: shapes, module and source."""

from __future__ import annotations

import itertools

import pytest

from codegen import source_of
from graph.document import Document
from graph.project_file import loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift
from tests.networks import tensors

GRID = list(itertools.product([False, True], [1, 2], [False, True], [False, True]))


def whole(
    kind: str, *, both: bool, layers: int, batch_first: bool, wired: bool, proj: int = 0
) -> Document:
    """A recurrent layer with all its outputs, its states wired or not."""
    directions, given = 1 + both, proj or 6
    said = f"hidden_size: 6, num_layers: {layers}, batch_first: {str(batch_first).lower()}"
    said += f", bidirectional: {str(both).lower()}" + (f", proj_size: {proj}" if proj else "")
    shape = "[N, T, 5]" if batch_first else "[T, N, 5]"
    nodes, edges = [f"x: {{type: Input, shape: {shape}}}"], ["x -> rnn -> y", "rnn.h_n -> h"]
    states = {"h_0": given} | ({"c_0": 6} if kind == "LSTM" else {})
    for state, width in states.items() if wired else ():
        nodes.append(f"{state}: {{type: Input, shape: [{directions * layers}, N, {width}]}}")
        edges.append(f"{state} -> rnn.{state}")
    nodes += [f"rnn: {{type: {kind}, {said}}}", "y: {type: Output}", "h: {type: Output}"]
    if kind == "LSTM":
        nodes.append("c: {type: Output}")
        edges.append("rnn.c_n -> c")
    return loads(
        "layerloom: 1\nname: Net\nnodes:\n  "
        + "\n  ".join(nodes)
        + f"\nedges: [{', '.join(edges)}]\n"
    )


def inputs_of(document: Document, size: int) -> list[object]:
    return [*tensors(document, size, 4).values()]


@pytest.mark.parametrize("kind", ["RNN", "GRU", "LSTM"])
@pytest.mark.parametrize(("both", "layers", "batch_first", "wired"), GRID)
def test_a_recurrent_layer_gives_what_its_arguments_say(
    kind: str, both: bool, layers: int, batch_first: bool, wired: bool
) -> None:
    document = whole(kind, both=both, layers=layers, batch_first=batch_first, wired=wired)

    outputs = analyze(document).nodes["rnn"].outputs

    lead = "N, T" if batch_first else "T, N"
    assert str(outputs["output"]) == f"[{lead}, {6 * (1 + both)}]"
    assert str(outputs["h_n"]) == f"[{layers * (1 + both)}, N, 6]"
    assert_no_drift(document, inputs_of)


@pytest.mark.parametrize(("both", "layers", "wired"), [(False, 1, True), (True, 2, False)])
def test_an_lstm_with_projections_gives_narrower_outputs(
    both: bool, layers: int, wired: bool
) -> None:
    document = whole("LSTM", both=both, layers=layers, batch_first=True, wired=wired, proj=4)

    outputs = analyze(document).nodes["rnn"].outputs

    assert str(outputs["output"]) == f"[N, T, {4 * (1 + both)}]"
    assert str(outputs["h_n"]) == f"[{layers * (1 + both)}, N, 4]"
    assert str(outputs["c_n"]) == f"[{layers * (1 + both)}, N, 6]"
    assert_no_drift(document, inputs_of)


def one_step(kind: str, states: list[str], edges: str = "") -> Document:
    nodes = "".join(f"  {state}: {{type: Input, shape: [N, 6]}}\n" for state in states)
    wires = "".join(f", {state} -> cell.{state}" for state in states)
    return loads(
        "layerloom: 1\nname: Net\nnodes:\n  x: {type: Input, shape: [N, 5]}\n"
        f"{nodes}  cell: {{type: {kind}, hidden_size: 6}}\n  y: {{type: Output}}\n"
        f"edges: [x -> cell -> y{wires}{edges}]\n"
    )


@pytest.mark.parametrize(
    ("kind", "states", "line"),
    [
        ("RNNCell", [], "nn.RNNCell(5, 6)"),
        ("RNNCell", ["h"], "self.cell(x, h)"),
        ("GRUCell", ["h"], "self.cell(x, h)"),
        ("LSTMCell", [], "self.cell(x)"),
        ("LSTMCell", ["h", "c"], "self.cell(x, (h, c))"),
    ],
)
def test_a_cell_takes_one_step_from_where_it_is_told(
    kind: str, states: list[str], line: str
) -> None:
    document = one_step(kind, states)

    assert str(analyze(document).nodes["cell"].outputs["h_1"]) == "[N, 6]"
    assert line in source_of(document).text
    assert_no_drift(document)


def test_half_a_state_is_refused_with_what_is_missing() -> None:
    document = one_step("LSTMCell", ["h"])

    [problem] = analyze(document).errors
    document.apply(problem.fixes[0].edit)

    assert problem.message == "cell: h and c must be wired together, or neither of them."
    assert not analyze(document).errors
