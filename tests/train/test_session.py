"""A session, without its process: what cannot be trained ends in plain words."""

from __future__ import annotations

import json

import pytest
import torch

from codegen import compile_document, program_of
from graph.project_file import loads
from tests.example_files import EXAMPLES
from train.events import Event
from train.owners import parameter_owners
from train.request import Request
from train.session import Session
from train.steering import Steering


@pytest.mark.parametrize(
    ("training", "options", "code"),
    [
        (("data: {source: iris}",), {}, "data-shape"),
        (("loss: {type: MSELos}",), {}, "unknown-choice"),
        (("data: {source: csv, path: gone.csv}",), {}, "bad-data"),
        (("data: {source: moons}", "device: cuda:7"), {}, "training-failed"),
        (("data: {source: moons}", "optimizer: {type: SGD, lr: 1.0e+30}"), {}, "training-failed"),
        (("data: {source: moons}",), {"resume": True}, "training-failed"),
    ],
)
def test_a_run_that_cannot_be_ends_in_plain_words(project, tmp_path, training, options, code):
    events: list[Event] = []
    request = Request(project(*training), tmp_path / "run", tmp_path, **options)

    ended_well = Session(request, events.append, Steering()).run()

    last = events[-1]
    assert not ended_well
    assert (last["event"], last["code"], last["fatal"]) == ("problem", code, True)
    assert last["message"] and "Error" not in last["message"] and "Traceback" not in str(last)


def test_every_event_is_one_line_of_json_that_any_reader_takes(project, tmp_path):
    events: list[Event] = []
    text = project("data: {source: moons, samples: 50}", "epochs: 2")

    assert Session(Request(text, tmp_path / "run"), events.append, Steering()).run()

    for event in events:
        line = json.dumps(event, allow_nan=False)
        assert "\n" not in line and json.loads(line) == event


def test_too_little_memory_is_said_in_plain_words(project, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("[enforce fail] DefaultCPUAllocator: not enough memory: you tried ...")

    monkeypatch.setattr(torch.optim.Adam, "step", refuse)
    events: list[Event] = []

    Session(Request(project(), tmp_path / "run"), events.append, Steering()).run()

    assert (events[-1]["code"], events[-1]["fatal"]) == ("out-of-memory", True)
    assert "batch_size" in events[-1]["advice"]


def is_a_node(document, path, scope=""):
    """Whether a path such as ``layer1.first.conv1`` leads through uses of blocks to a layer."""
    name, *rest = path
    graph = document.scope(scope)
    if name not in graph:
        return False
    return not rest or is_a_node(document, rest, graph.node(name).type)


def test_each_parameter_knows_its_node_whatever_it_is_called_in_code():
    for path in EXAMPLES:
        document = loads(path.read_text(encoding="utf-8"))
        with torch.device("meta"):
            network = compile_document(document)

        owners = parameter_owners(program_of(document), network)

        assert owners.keys() == dict(network.named_parameters()).keys()
        assert all(is_a_node(document, owner.split(".")) for owner in owners.values())
