"""The undo stack: every entry is an edit that was applied, and its reverse."""

import pytest

from app.open_project import OpenProject
from app.undo import NUDGE
from graph.document import Edge, Node
from graph.edits import AddNode, Connect, MoveNodes, RemoveNode, SetArgument
from graph.project_file import dumps


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
