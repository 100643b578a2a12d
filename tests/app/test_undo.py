"""The undo stack: every entry is an edit that was applied, and its reverse."""

import pytest

from app.open_project import OpenProject
from app.undo import NUDGE
from graph.document import Edge, Group, Node
from graph.edits import (
    AddNode,
    ChangeBlock,
    Connect,
    MoveNodes,
    RemoveNode,
    RenameProject,
    SetArgument,
    SetGroups,
    SetOption,
    SetRules,
    SetStyle,
    SetTraining,
)
from graph.project_file import dumps, loads


@pytest.fixture
def project(qapp):
    project = OpenProject()
    project.push(AddNode(Node("fc1", "Linear", {"out_features": 10}), (0.0, 0.0)))
    project.push(AddNode(Node("fc2", "Linear", {"out_features": 5}), (200.0, 0.0)))
    project.stack.setClean()
    return project


def test_an_edit_that_fails_never_reaches_the_stack(project):
    refused = []
    project.refused.connect(refused.append)
    count = project.stack.count()

    pushed = project.push(Connect(Edge("fc1", "output", "nobody", "input")))

    assert not pushed
    assert project.stack.count() == count
    assert refused == ["there is no layer named 'nobody'"]
    assert not project.is_modified


def test_undo_and_redo_restore_the_document_exactly(project):
    before = dumps(project.document)
    project.push(Connect(Edge("fc1", "output", "fc2", "input")))
    project.push(RemoveNode("fc1"))
    after = dumps(project.document)

    project.stack.undo()
    project.stack.undo()
    undone = dumps(project.document)
    project.stack.redo()
    project.stack.redo()

    assert undone == before
    assert dumps(project.document) == after


def test_stepping_one_field_is_one_undo_step(project):
    for value in (11, 12, 13):
        project.push(SetArgument("fc1", "out_features", value))

    project.stack.undo()

    assert project.document.graph.node("fc1").arguments == {"out_features": 10}
    assert not project.is_modified


def test_two_fields_are_two_undo_steps(project):
    project.push(SetArgument("fc1", "out_features", 11))
    project.push(SetArgument("fc2", "out_features", 12))

    project.stack.undo()

    assert project.document.graph.node("fc1").arguments == {"out_features": 11}
    assert project.document.graph.node("fc2").arguments == {"out_features": 5}


def test_nudges_merge_and_drags_do_not(project):
    for x in (8.0, 16.0):
        project.push(MoveNodes({"fc1": (x, 0.0)}, label=NUDGE))
    for x in (100.0, 200.0):
        project.push(MoveNodes({"fc1": (x, 0.0)}))

    project.stack.undo()
    after_one = project.document.graph.position("fc1")
    project.stack.undo()
    project.stack.undo()

    assert after_one == (100.0, 0.0)
    assert project.document.graph.position("fc1") == (0.0, 0.0)


def test_every_applied_edit_is_told_undo_and_redo_included(project):
    replica = OpenProject()
    replica.document.apply(AddNode(Node("fc1", "Linear", {"out_features": 10}), (0.0, 0.0)))
    replica.document.apply(AddNode(Node("fc2", "Linear", {"out_features": 5}), (200.0, 0.0)))
    project.edited.connect(lambda edit: replica.document.apply(edit))

    project.push(Connect(Edge("fc1", "output", "fc2", "input")))
    project.push(RemoveNode("fc1"))
    project.stack.undo()
    project.stack.undo()
    project.stack.redo()

    assert replica.document == project.document


WHOLES = """layerloom: 1
name: Wholes
blocks:
  Part:
    arguments: {width: 4, depth: 1}
    nodes:
      x: {type: Input}
      fc: {type: Linear, out_features: =width, group: rows}
      y: {type: Output}
    edges:
      - x -> fc -> y
    groups:
      rows: {container: Sequential}
nodes:
  image: {type: Input, shape: [N, 4]}
  part: {type: Part}
  scores: {type: Output}
edges:
  - image -> part -> scores
initialize:
  - {types: Linear, with: {normal: {std: 0.1}}}
"""


def _edits_of_one_field():
    def block(**values):
        arguments = {"width": 4, "depth": 1, **values}
        note = arguments.pop("note", "")
        return ChangeBlock("Part", arguments, note)

    def rule(std):
        return SetRules(({"types": "Linear", "with": {"normal": {"std": std}}},))

    def frame(container):
        return SetGroups((Group("rows", {"container": container}),), "Part")

    return {
        "a default of a block": [block(width=n) for n in (5, 6, 7)],
        "the note of a block": [block(note=text) for text in ("a", "ab", "abc")],
        "a number in a rule": [rule(n) for n in (0.2, 0.3, 0.4)],
        "what a frame becomes": [frame(c) for c in ("ModuleList", "Sequential", "ModuleList")],
        "a style": [SetStyle("sequential", v) for v in ("named", "indexed", "named")],
        "training": [SetTraining(("optimizer", "lr"), n) for n in (0.1, 0.01, 0.001)],
        "the name": [RenameProject(n) for n in ("A", "Ab", "Abc")],
        "an option": [SetOption("part", "note", n) for n in ("x", "xy", "xyz")],
        "an argument in a block": [
            SetArgument("fc", "bias", value, "Part") for value in (True, False, True)
        ],
    }


@pytest.mark.parametrize("edits", _edits_of_one_field().values(), ids=_edits_of_one_field())
def test_typing_in_one_field_is_one_step_whatever_edit_it_is(qapp, edits):
    project = OpenProject()
    project.replace(loads(WHOLES), None)
    before = dumps(project.document)

    for edit in edits:
        assert project.push(edit)
    after = dumps(project.document)

    assert project.stack.count() == 1
    project.stack.undo()
    assert dumps(project.document) == before
    project.stack.redo()
    assert dumps(project.document) == after
    project.stack.undo()
    assert dumps(project.document) == before


def test_different_fields_of_one_whole_are_different_steps(qapp):
    project = OpenProject()
    project.replace(loads(WHOLES), None)

    project.push(ChangeBlock("Part", {"width": 5, "depth": 1}))
    project.push(ChangeBlock("Part", {"width": 5, "depth": 2}))
    project.push(ChangeBlock("Part", {"width": 5, "depth": 2}, "said"))
    project.push(ChangeBlock("Part", {"width": 5, "depth": 2, "more": 1}, "said"))
    project.push(ChangeBlock("Part", {"width": 5, "depth": 2}, "said"))

    assert project.stack.count() == 5


def test_what_was_typed_after_a_pause_is_a_step_of_its_own(project, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("app.undo.time.monotonic", lambda: now[0])
    count = project.stack.count()
    for value in (11, 12, 13):
        project.push(SetArgument("fc1", "out_features", value))
        now[0] += 2.0

    assert project.stack.count() == count + 3
