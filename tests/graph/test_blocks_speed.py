"""Networks of nested blocks are looked at quickly, and followed in a blink."""

from __future__ import annotations

from statistics import median

from benchmarks.blocks import EDIT, WHOLE, thousand_nested, whole_and_edits
from graph.uses import uses_of


def test_a_thousand_nested_nodes_are_checked_in_time_and_thirty_uses_follow_an_edit() -> None:
    document = thousand_nested()
    assert 900 < sum(len(document.scope(scope)) for scope in document.scopes) < 1100
    assert len(uses_of(document, "Cell")) == 30

    first, again, edits = whole_and_edits()

    assert first < WHOLE
    assert median(edits) < EDIT
    assert median(edits) < again / 4
