"""The child that knows shapes: it follows every edit, and may die or hang without harm."""

import os
import sys
from pathlib import Path

import pytest

from app import analysis_client
from app.analysis_client import AnalysisClient
from app.open_project import OpenProject
from graph.document import Block, Edge, Node
from graph.edits import (
    AddBlock,
    AddNode,
    Batch,
    Connect,
    Disconnect,
    RemoveNode,
    SetArgument,
)
from graph.project_file import load_project
from graph.shapes import analyze
from tests.app.conftest import SLOW, kill

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(qapp):
    project = OpenProject()
    project.replace(load_project(ROOT / "examples" / "mlp_digits.loom.yaml"), None)
    return project


@pytest.fixture
def client(qapp, project):
    client = AnalysisClient()
    project.editing.connect(client.before_edit)
    project.edited.connect(client.edit)
    yield client
    client.close()


def settle(qtbot, client):
    qtbot.waitUntil(lambda: client.has_answered and client.is_idle, timeout=SLOW)


def test_many_edits_made_at_once_come_to_the_same_as_looking_anew(qtbot, client, project):
    client.open(project.document)
    settle(qtbot, client)

    project.push(AddNode(Node("extra", "Linear", {"out_features": 7})))
    project.push(Connect(Edge("relu1", "output", "extra", "input")))
    for width in range(8, 40):
        project.push(SetArgument("extra", "out_features", width))
    project.push(RemoveNode("fc3"))
    project.stack.undo()
    settle(qtbot, client)

    fresh = analyze(project.document)
    assert client.analysis.nodes.keys() == fresh.nodes.keys()
    assert {n: a.outputs for n, a in client.analysis.nodes.items()} == {
        n: a.outputs for n, a in fresh.nodes.items()
    }
    assert client.analysis.total_parameters == fresh.total_parameters


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is Unix's")
def test_a_child_that_is_killed_is_started_again_with_the_document_as_it_is(qtbot, client, project):
    client.open(project.document)
    settle(qtbot, client)
    words = []
    client.status_changed.connect(words.append)

    kill(client.pid)
    project.push(SetArgument("fc1", "out_features", 33))
    qtbot.waitUntil(lambda: any("started again" in word for word in words), timeout=SLOW)
    qtbot.waitUntil(
        lambda: str(client.analysis.nodes["fc1"].outputs.get("output")) == "[N, 33]", timeout=SLOW
    )


def fake_child(monkeypatch, tmp_path, body):
    """A child of our own making, in the place of the real one."""
    script = tmp_path / "child.py"
    script.write_text("import json, sys, time\n" + body)
    command = (sys.executable, [str(script)], dict(os.environ))
    monkeypatch.setattr(analysis_client, "child_command", lambda: command)


def test_a_child_that_hangs_is_ended_and_after_three_times_left_alone(
    qtbot, client, project, monkeypatch, tmp_path
):
    fake_child(monkeypatch, tmp_path, "time.sleep(1000)\n")
    monkeypatch.setattr(analysis_client, "PATIENT", 0.3)
    words = []
    client.status_changed.connect(words.append)

    client.open(project.document)

    qtbot.waitUntil(
        lambda: words and words[-1].endswith("it is tried again after your next change"),
        timeout=SLOW,
    )
    assert any("started again" in word for word in words)


def test_a_child_that_talks_nonsense_does_no_harm(qtbot, client, project, monkeypatch, tmp_path):
    body = """
print("hello"); print("[1, 2"); print('{"id": 99, "analysis": null}', flush=True)
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], "problem": "nothing is known"}), flush=True)
"""
    fake_child(monkeypatch, tmp_path, body)
    words = []
    client.status_changed.connect(words.append)

    client.open(project.document)

    qtbot.waitUntil(lambda: "nothing is known" in words, timeout=SLOW)
    assert client.is_idle


def test_a_child_that_cannot_follow_an_edit_is_given_the_whole_document_again(
    qtbot, client, project, monkeypatch, tmp_path
):
    body = """
for line in sys.stdin:
    request = json.loads(line)
    if request["do"] == "edit":
        print(json.dumps({"id": request["id"], "problem": "lost"}), flush=True)
    else:
        total = request["text"].count("out_features: 33")
        empty = {"nodes": {}, "problems": [], "total_parameters": total}
        empty |= {"blocks": {}, "waiting": {}}
        print(json.dumps({"id": request["id"], "analysis": empty}), flush=True)
"""
    fake_child(monkeypatch, tmp_path, body)
    client.open(project.document)
    qtbot.waitUntil(lambda: client.has_answered, timeout=SLOW)

    project.push(SetArgument("fc1", "out_features", 33))

    qtbot.waitUntil(lambda: client.analysis.total_parameters == 1, timeout=SLOW)


def test_a_block_that_is_added_and_worked_on_in_one_step_is_followed(qtbot, project, client):
    client.open(project.document)
    settle(qtbot, client)
    said = []
    client.status_changed.connect(said.append)
    added = AddNode(Node("act", "ReLU"), (0.0, 0.0), scope="Part")
    changed = SetArgument("act", "inplace", True, scope="Part")
    inside = Batch((AddBlock(Block("Part")), added, changed))
    project.push(inside)
    settle(qtbot, client)

    assert not any(said)


def test_a_window_that_closes_leaves_its_child_to_the_next(qtbot, open_window):
    first = open_window("mlp_digits")
    qtbot.waitUntil(lambda: first.analysis.is_idle, timeout=SLOW)
    child = first.analysis.pid
    first.close()

    second = open_window("lenet_mnist")

    assert second.analysis.pid == child
    assert set(second.analysis.analysis.nodes) == set(second.project.document.graph.names)


def test_a_client_that_is_closed_starts_no_child_any_more(client, project):
    client.close()

    client.open(project.document)  # as a window does that was painted just before it closed

    assert client.pid == 0


def test_a_child_that_died_is_not_left_to_anybody(qtbot, open_window):
    first = open_window("mlp_digits")
    qtbot.waitUntil(lambda: first.analysis.is_idle, timeout=SLOW)
    child = first.analysis.pid
    first.close()
    kill(child)

    second = open_window("lenet_mnist")

    assert second.analysis.pid != child
    assert set(second.analysis.analysis.nodes) == set(second.project.document.graph.names)


def test_of_two_wirings_only_the_newest_hears_what_accepts_it(qtbot, client, project):
    """An input that was taken when the first was asked about may be free since."""
    client.open(project.document)
    settle(qtbot, client)
    first, second = [], []

    client.candidates("", "relu1", "output", first.append)
    project.push(Disconnect(Edge("relu1", "output", "drop", "input")))
    client.candidates("", "relu1", "output", second.append)
    settle(qtbot, client)

    assert first == []
    [accepting] = second
    assert ("drop", "input") in accepting
