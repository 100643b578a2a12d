"""What is only seen: colours, collapsed nodes, notes, and frames that are nothing in code."""

from __future__ import annotations

import pytest
from hypothesis import given

from codegen.lower import lower
from codegen.source import emit_source
from graph.document import Document, Group, Note
from graph.edits import RemoveNode, RenameNode, SetLooks, SetNotes, edit_from_plain, edit_to_plain
from graph.errors import EditError, ProjectError
from graph.framing import frame_edit
from graph.project_file import dumps, loads
from graph.shapes import Analyst, analyze
from tests.codegen.random_networks import networks

TEXT = """\
layerloom: 1
name: Small
nodes:
  x:  {type: Input, shape: [N, 4]}
  fc: {type: Linear, out_features: 3}
  y:  {type: Output}
edges:
  - x -> fc -> y
layout:
  x:  [0, 0]
  fc: {at: [200, 0], color: blue, collapsed: true}
  y:  {color: red}
notes:
  why:    {text: "line one\\nline two", at: [0, 80], size: [200, 96], color: yellow}
"""


def test_looks_and_notes_are_written_as_they_were_read() -> None:
    document = loads(TEXT)

    assert dumps(document) == TEXT
    assert document.graph.layout == {"x": (0.0, 0.0), "fc": (200.0, 0.0)}
    assert document.graph.look("fc") == {"color": "blue", "collapsed": True}
    assert document.graph.notes["why"].text == "line one\nline two"
    assert analyze(document).problems == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("color: blue", "color: puce", "there is no such colour"),
        ("collapsed: true", "collapsed: 3", "true or false"),
        ("collapsed: true", "shadow: 3", "no such key"),
        ("color: yellow", "font: 3", "font of the note why"),
        ("  y:  {color: red}", "  ab: {color: red}", "not there: ab"),
    ],
)
def test_what_means_nothing_is_kept_reported_and_can_be_removed(
    before: str, after: str, words: str
) -> None:
    text = TEXT.replace(before, after)
    document = loads(text)

    [problem] = analyze(document).problems

    assert words in problem.message
    assert after.strip() in dumps(document)
    assert loads(dumps(document)) == document
    document.apply(problem.fixes[0].edit)
    assert analyze(document).problems == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("at: [200, 0]", "at: [200]"),
        ("size: [200, 96]", "size: large"),
        ("[0, 80]", "[0, 1e12]"),
        ("text: ", "text: 3 # "),
    ],
)
def test_a_place_that_is_none_is_refused_with_its_line(before: str, after: str) -> None:
    with pytest.raises(ProjectError) as caught:
        loads(TEXT.replace(before, after).replace("3 # ", "[3] #"))

    assert caught.value.line


def test_a_node_keeps_its_look_when_it_is_renamed_or_comes_back() -> None:
    document = loads(TEXT)

    document.apply(RenameNode("fc", "head"))
    document.apply(document.apply(RemoveNode("head")))

    assert document.graph.look("head") == {"color": "blue", "collapsed": True}


def test_a_look_or_a_note_runs_no_layer_again() -> None:
    document = loads(TEXT)
    analyst = Analyst(document)
    changes: list[object] = []
    document.observe(lambda change: changes.append(analyst.update(change)))
    before = analyst.analysis.nodes

    for edit in (SetLooks({"fc": {"color": "red"}}), SetNotes((Note("n", "hello"),))):
        document.apply(edit_from_plain(edit_to_plain(edit)))
        assert (analyst.changed, analyst.removed) == (frozenset(), frozenset())

    assert analyst.analysis.nodes == before


def test_a_frame_whose_look_is_set_may_change_in_nothing_else() -> None:
    document = loads(TEXT)
    document.apply(frame_edit(document, "", ["fc"]))

    with pytest.raises(EditError):
        document.apply(SetLooks(frames={"group1": {"container": "Module", "color": "red"}}))
    document.apply(SetLooks(frames={"group1": {"container": "Sequential", "color": "red"}}))

    assert document.graph.groups["group1"].options["color"] == "red"


def source(document: Document) -> str:
    return str(emit_source(lower(document, analyze(document))).text)


@given(networks())
def test_a_plain_frame_is_nothing_in_code(document: Document) -> None:
    before = source(document)
    graph = document.graph
    inner = [name for name in graph.names if graph.node(name).type not in ("Input", "Output")]
    groups = dict(graph.groups)
    graph.groups = {
        **{name: Group(name, {**group.options, "group": group.parent or f"plain {name}"})
           for name, group in groups.items()},
        **{f"plain {name}": Group(f"plain {name}", {"container": "none"}) for name in groups},
        "a title": Group("a title", {"container": "none"}),
    }  # fmt: skip
    for name in inner:
        node = graph.node(name)
        if "group" not in node.options:
            graph.replace_node(node.with_option("group", "a title"))

    assert source(document) == before
    assert not [p for p in analyze(document).problems if p.severity == "error"]
