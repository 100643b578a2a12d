"""Law: making a block of a part, and dissolving it again, gives an equal network."""

from __future__ import annotations

import networkx as nx
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st

from codegen import compile_document
from graph.block_dissolving import dissolve_block
from graph.block_making import Made, make_block
from graph.document import Document
from graph.errors import EditError
from graph.project_file import dumps, loads
from graph.shapes import analyze
from tests.codegen.random_blocks import networks_of_blocks
from tests.networks import MEMORY, tensors


def results(document: Document) -> list[torch.Tensor]:
    """What a network gives for the same input and weights that depend on their shape alone."""
    network = compile_document(document).eval()
    with torch.no_grad():
        for weight in network.parameters():
            weight.copy_(torch.linspace(-1.0, 0.9, weight.numel()).reshape(weight.shape))
        torch.manual_seed(0)
        output = network(*tensors(document, 3).values())
    outputs = output if isinstance(output, tuple) else (output,)
    return [each.nan_to_num(nan=777.0) for each in outputs]  # which equals itself


def parameters(document: Document) -> list[tuple[int, ...]]:
    return sorted(tuple(weight.shape) for weight in compile_document(document).parameters())


def block_of(document: Document, part: list[str]) -> Made:
    """A block of a part; one that shares weights with the rest makes none."""
    try:
        return make_block(document, "", part)
    except EditError:
        assume(False)
        raise


def some_part(document: Document, draw: st.DataObject) -> list[str]:
    """Layers of which a block can be made: with any two, all that lies between them.

    Nothing in the network goes nowhere: a block would give it a use.
    """
    graph = document.graph
    assume(all(graph.out_edges(node.name) for node in graph.nodes if node.type != "Output"))
    layers = [node.name for node in graph.nodes if node.type not in ("Input", "Output")]
    assume(layers)
    chosen = set(draw.draw(st.lists(st.sampled_from(layers), min_size=1, max_size=4)))
    after = set().union(*(nx.descendants(graph.nx, name) for name in chosen))
    before = set().union(*(nx.ancestors(graph.nx, name) for name in chosen))
    return [name for name in layers if name in chosen or name in after & before]


@given(networks_of_blocks(), st.data())
def test_a_block_made_of_a_part_gives_what_the_part_gave(
    document: Document, data: st.DataObject
) -> None:
    part = some_part(document, data)
    expected, shapes, text = results(document), parameters(document), dumps(document)

    inverse = document.apply(block_of(document, part).edit)

    assert analyze(document, MEMORY).errors == []
    assert parameters(document) == shapes
    assert all(map(torch.equal, results(document), expected))
    assert loads(dumps(document)) == document
    document.apply(inverse)
    assert dumps(document) == text


@pytest.mark.slow
@given(networks_of_blocks(), st.data())
def test_a_block_made_and_dissolved_leaves_the_network_as_it_was(
    document: Document, data: st.DataObject
) -> None:
    part = some_part(document, data)
    expected, shapes, nodes = results(document), parameters(document), document.graph.nodes
    made = block_of(document, part)
    document.apply(made.edit)

    edit, names = dissolve_block(document, "", made.use)
    document.apply(edit)

    assert sorted(names) == sorted(part)
    assert sorted(n.name for n in document.graph.nodes) == sorted(n.name for n in nodes)
    assert parameters(document) == shapes
    assert all(map(torch.equal, results(document), expected))


@pytest.mark.slow
@given(networks_of_blocks(), st.data())
def test_dissolving_a_use_gives_what_the_use_gave(document: Document, data: st.DataObject) -> None:
    uses = [node.name for node in document.graph.nodes if node.type in document.blocks]
    assume(uses)
    expected, shapes = results(document), parameters(document)
    try:
        edit, _ = dissolve_block(document, "", data.draw(st.sampled_from(uses)))
    except EditError:
        assume(False)

    document.apply(edit)

    assert analyze(document, MEMORY).errors == []
    assert parameters(document) == shapes
    assert all(map(torch.equal, results(document), expected))
