"""Laws 3, 4 and 6 on networks of blocks."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from codegen import compile_document
from graph.document import Change, Document
from graph.shapes import Analyst, analyze
from graph.sizes import size_at
from tests.codegen.random_blocks import documents_of_blocks, networks_of_blocks
from tests.documents import any_edit
from tests.laws.test_no_drift import assert_no_drift
from tests.networks import MEMORY, tensors


@given(networks_of_blocks())
def test_module_and_source_of_a_network_of_blocks_do_not_drift(document: Document) -> None:
    assert_no_drift(document)


@given(networks_of_blocks())
def test_a_network_of_blocks_has_the_parameters_and_shapes_that_were_said(
    document: Document,
) -> None:
    analysis = analyze(document, MEMORY)
    network = compile_document(document)
    output = network(*tensors(document, 3).values())

    said = analysis.nodes["y"].inputs["input"].shape
    assert tuple(size_at(size, {"N": 3}) for size in said) == tuple(output.shape)
    live = sum(parameter.numel() for parameter in network.parameters())
    assert live <= analysis.total_parameters


@given(documents_of_blocks(), st.data())
def test_following_edits_inside_blocks_gives_what_looking_anew_gives(
    document: Document, data: Any
) -> None:
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document, MEMORY)
    for _ in range(3):
        document.apply(data.draw(any_edit(document)))
        for change in changes:
            analyst.update(change)
        changes.clear()

        assert analyst.analysis == analyze(document, MEMORY)
