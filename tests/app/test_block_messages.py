"""What the window knows of blocks, told piece by piece, is what the child knows."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis_messages import merged
from graph.analysis import Analysis
from graph.document import Document
from graph.edits import edit_to_plain
from graph.project_file import dumps
from graph.shapes import analyze
from graph.uses import Path, scope_at
from tests.codegen.random_blocks import documents_of_blocks
from tests.documents import any_edit
from tests.networks import MEMORY
from train.analysis_server import Server


def ask(server: Server, **request: Any) -> dict[str, Any]:
    reply: dict[str, Any] = server.answer(json.dumps({"id": 1, **request}).encode())
    assert "problem" not in reply, reply
    return json.loads(json.dumps(reply))  # type: ignore[no-any-return]


def some_path(document: Document, data: st.DataObject) -> Path:
    """A way into a block, or into nothing."""
    path: Path = ()
    for _ in range(data.draw(st.integers(0, 2))):
        graph = document.scope(scope_at(document, path) or "")
        uses = [node.name for node in graph.nodes if node.type in document.blocks]
        if uses:
            path = (*path, data.draw(st.sampled_from(uses)))
    return path


@settings(max_examples=15)
@given(documents_of_blocks(), st.data())
def test_the_window_knows_of_blocks_what_the_child_knows(
    document: Document, data: st.DataObject
) -> None:
    server, known, path = Server(), Analysis(), ()
    known = merged(known, ask(server, do="open", text=dumps(document), folder=""))
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            path = some_path(document, data)
            known = merged(known, ask(server, do="look", path=list(path)))
        edit = data.draw(any_edit(document))
        document.apply(edit)
        known = merged(known, ask(server, do="edit", edit=edit_to_plain(edit)))

    whole = analyze(document, MEMORY).seen_from(path).to_plain()
    plain = known.to_plain()
    assert plain["blocks"] == json.loads(json.dumps(whole["blocks"]))
    assert plain["nodes"] == json.loads(json.dumps(whole["nodes"]))
