"""Law 2: edits undone give the first document, redone the last, in every detail that is saved."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.document import ROOT, Change, Document, Edge, Node
from graph.edits import (
    AddNode,
    Batch,
    Connect,
    Edit,
    RemoveNode,
    edit_from_plain,
    edit_to_plain,
)
from graph.errors import EditError
from graph.order import topological_names
from graph.project_file import dumps, loads
from tests.documents import any_document, any_edit


def told(document: Document) -> tuple[str, list[Any]]:
    """All that may be seen of a document, orders included."""
    orders = [topological_names(document.scope(scope)) for scope in document.scopes]
    return dumps(document), orders


@given(any_document(), st.data())
def test_edits_undone_and_redone_leave_no_trace(document: Document, data: st.DataObject) -> None:
    states, undo, redo = [told(document)], [], []
    for _ in range(data.draw(st.integers(1, 6))):
        edit = data.draw(any_edit(document))
        undo.append(document.apply(edit))
        states.append(told(document))

    for state in reversed(states[:-1]):
        redo.append(document.apply(undo.pop()))
        assert told(document) == state
    for state in states[1:]:
        document.apply(redo.pop())
        assert told(document) == state


@given(any_document(), st.data())
def test_a_stored_edit_can_be_applied_again_after_undo(
    document: Document, data: st.DataObject
) -> None:
    edit = data.draw(any_edit(document))
    inverse = document.apply(edit)
    after = told(document)
    document.apply(inverse)

    document.apply(edit)

    assert told(document) == after


@given(any_document(), st.data())
def test_a_copy_in_another_process_follows_by_the_same_edits(
    document: Document, data: st.DataObject
) -> None:
    copy = loads(dumps(document))
    for _ in range(data.draw(st.integers(1, 4))):
        edit = data.draw(any_edit(document))
        crossed = edit_from_plain(json.loads(json.dumps(edit_to_plain(edit))))

        inverse, copied = document.apply(edit), copy.apply(crossed)

        assert told(copy) == told(document)
        if data.draw(st.booleans()):
            document.apply(inverse)
            copy.apply(edit_from_plain(json.loads(json.dumps(edit_to_plain(copied)))))
            assert told(copy) == told(document)


@given(any_document(), st.data())
def test_an_edit_that_fails_changes_nothing(document: Document, data: st.DataObject) -> None:
    before = told(document)
    good = data.draw(any_edit(document))
    changes: list[Change] = []
    document.observe(changes.append)

    with pytest.raises(EditError):
        document.apply(Batch((good, RemoveNode("there is no such layer"))))

    assert told(document) == before
    assert changes == []


@given(any_document(), st.data())
def test_observers_hear_of_every_node_that_changed(document: Document, data: st.DataObject) -> None:
    before = {scope: seen_nodes(document, scope) for scope in document.scopes}
    edit = data.draw(any_edit(document))
    changes: list[Change] = []
    document.observe(changes.append)

    document.apply(edit)

    [change] = changes
    for scope in document.scopes:
        if "blocks" in change.parts and scope != ROOT:
            continue
        after = seen_nodes(document, scope)
        differing = {
            name for name in {*before[scope], *after} if before[scope].get(name) != after.get(name)
        }
        assert differing <= change.nodes.get(scope, frozenset())


def seen_nodes(document: Document, scope: str) -> dict[str, tuple[Node, list[Edge]]]:
    graph = document.scope(scope)
    return {node.name: (node, graph.edges_of(node.name)) for node in graph.nodes}


def test_a_removed_node_comes_back_to_its_place_in_every_order() -> None:
    document = Document()
    for name in "abcd":
        document.apply(AddNode(Node(name, "ReLU")))
    for source, target in ("ab", "ac", "bd", "cd"):
        document.apply(Connect(Edge(source, "output", target, "input")))

    inverse: Edit = document.apply(RemoveNode("b"))
    document.apply(inverse)

    assert document.graph.names == list("abcd")
    assert topological_names(document.graph).names == tuple("abcd")
