"""Taking nodes off their wires, on any graph whatever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.canvas.rejoining import boundary, heal_edits
from graph.document import ROOT, Document
from graph.edits import Batch
from graph.project_file import dumps
from tests.documents import any_document


@given(any_document(), st.data())
def test_nodes_are_taken_off_any_graph_and_undo_brings_it_back(
    document: Document, data: st.DataObject
) -> None:
    names = data.draw(st.sets(st.sampled_from([*document.graph.names, "nobody"])))
    names &= set(document.graph.names)
    before = dumps(document)

    inverse = document.apply(Batch(tuple(heal_edits(document, ROOT, names))))

    assert boundary(document, ROOT, names) == []
    document.apply(inverse)
    assert dumps(document) == before
