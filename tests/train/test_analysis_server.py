"""The child that knows PyTorch: answers every line, and its replica stays equal."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.analysis import Analysis, NodeAnalysis
from graph.costs import Costs
from graph.document import Document
from graph.edits import Edit, RemoveNode, RenameNode, SetArgument, edit_to_plain
from graph.phrases import message_from_plain
from graph.project_file import load_project
from graph.shapes import analyze
from train.analysis_server import Server, serve
from train.client import worker_command


class Child:
    """A server in a process of its own, as the app starts it."""

    def __init__(self) -> None:
        program, arguments, environment = worker_command("train.analysis_server")
        self.process = subprocess.Popen(
            [program, *arguments],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.events = [self.hear(), self.hear()]

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        return message_from_plain(json.loads(self.process.stdout.readline()))

    def ask(self, **request: Any) -> dict[str, Any]:
        return self.say(json.dumps(request).encode())

    def say(self, line: bytes) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        return self.hear()


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    started = Child()
    yield started
    assert started.process.stdin is not None
    assert started.process.stdout is not None
    started.process.stdin.close()
    assert started.process.wait(300) == 0
    started.process.stdout.close()


@pytest.fixture
def document(examples: Path) -> Document:
    return load_project(examples / "lenet_mnist.loom.yaml")


@pytest.fixture
def text(examples: Path) -> str:
    return (examples / "lenet_mnist.loom.yaml").read_text(encoding="utf-8")


def followed(before: Analysis, reply: dict[str, Any]) -> dict[str, NodeAnalysis]:
    nodes = {name: n for name, n in before.nodes.items() if name not in reply["removed"]}
    return nodes | {name: NodeAnalysis.from_plain(n) for name, n in reply["changed"].items()}


def test_it_says_hello_before_it_is_ready(child: Child) -> None:
    assert child.events == [{"event": "hello"}, {"event": "ready"}]


def test_a_replica_that_is_told_every_edit_stays_equal(
    child: Child, document: Document, text: str
) -> None:
    analysis = Analysis.from_plain(child.ask(id=1, do="open", text=text)["analysis"])
    assert analysis.nodes == analyze(document).nodes

    edits: list[Edit] = [
        SetArgument("conv1", "out_channels", 8),
        RenameNode("pool1", "smaller"),
        RemoveNode("relu2"),
    ]
    for number, edit in enumerate(edits, 2):
        document.apply(edit)
        reply = child.ask(id=number, do="edit", edit=edit_to_plain(edit))
        analysis = Analysis(followed(analysis, reply))

        assert reply["id"] == number
        assert analysis.nodes == analyze(document).nodes
        assert reply["total_parameters"] == analyze(document).total_parameters


def test_source_and_its_lines_are_those_of_the_document(child: Child, text: str) -> None:
    child.ask(id=1, do="open", text=text)

    reply = child.ask(id=2, do="source")

    first, last = reply["lines"][""]["conv1"]
    assert "Conv2d" in "\n".join(reply["text"].splitlines()[first - 1 : last])
    assert reply["reason"] == ""


def test_what_the_network_costs_is_answered(child: Child, text: str) -> None:
    child.ask(id=1, do="open", text=text)

    reply = child.ask(id=2, do="cost")
    while not reply["complete"]:  # told in parts, however slow the machine is
        reply = child.ask(id=2, do="cost")
    costs = Costs.from_plain(reply["costs"])

    assert costs.total.flops == 833_040
    assert costs.nodes["relu2"].activations == 6_400


def test_without_a_program_the_source_says_why(child: Child, text: str) -> None:
    child.ask(id=1, do="open", text=text)
    child.ask(id=2, do="edit", edit=edit_to_plain(SetArgument("fc1", "in_features", 3)))

    reply = child.ask(id=3, do="source")

    assert reply["text"] == ""
    assert "fc1: Linear expects 3 features" in reply["reason"]


def test_candidates_and_documentation_are_answered(child: Child, text: str) -> None:
    child.ask(id=1, do="open", text=text)
    child.ask(id=2, do="edit", edit=edit_to_plain(RemoveNode("pool1")))

    assert child.ask(id=3, do="candidates", scope="", source="relu1", port="output")[
        "candidates"
    ] == [["conv2", "input"]]
    assert "2D convolution" in child.ask(id=4, do="documentation", type="Conv2d")["text"]
    assert child.ask(id=5, do="documentation", type="os.system")["text"] == ""


HOSTILE = [
    b"",
    b"nonsense",
    b"[1]",
    b"{}",
    b'{"do": "source"}',
    b'{"do": "edit", "edit": {"is": "os.system", "x": 1}}',
    b'{"do": "edit"}',
    b'{"do": "open"}',
    b'{"do": "open", "text": "nodes: ["}',
    b'{"do": "open", "text": 3}',
    b'{"do": "candidates"}',
    b'{"do": "can_connect", "scope": "", "edge": [1]}',
    b'{"id": 7, "do": ["open"]}',
    b"[" * 100_000,
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_every_line_is_answered(line: bytes) -> None:
    reply = Server().answer(line)

    assert reply["problem"]
    assert not any(word in reply["problem"] for word in ("Error", "Traceback"))


def test_what_does_not_apply_leaves_the_replica_as_it_was(child: Child, text: str) -> None:
    child.ask(id=1, do="open", text=text)

    refused = child.ask(id=2, do="edit", edit=edit_to_plain(RemoveNode("nobody")))
    reply = child.ask(id=3, do="edit", edit=edit_to_plain(SetArgument("conv1", "bias", False)))

    assert "nobody" in refused["problem"]
    assert list(reply["changed"]) == ["conv1"]


def test_a_conversation_ends_with_its_input() -> None:
    replies = io.StringIO()

    serve(io.BytesIO(b'{"id": 1, "do": "documentation", "type": "ReLU"}\n\n'), replies)

    lines = [json.loads(line) for line in replies.getvalue().splitlines()]
    assert [line.get("event", line.get("id")) for line in lines] == ["hello", "ready", 1]
