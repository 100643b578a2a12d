"""What a run leaves in its folder, for those who come later."""

from __future__ import annotations

import json
import runpy
import struct
import subprocess
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from graph.errors import TrainingError
from train.effective import flattened
from train.events import Event
from train.gauges import EVERY, Gauges, gradient_norm, resident_memory
from train.request import Request
from train.run_folder import RunFolder
from train.session import Session
from train.steering import Steering
from train.surroundings import git_state
from train.tensorboard import TensorBoardFile, _checksum, crc32c

MOONS = ("data: {source: moons, samples: 200, batch_size: 20}", "epochs: 2")


def train(text: str, out: Path, folder: Path | None = None, **options: object) -> list[Event]:
    events: list[Event] = []
    request = Request(text, out, folder, **options)  # type: ignore[arg-type]
    assert Session(request, events.append, Steering()).run(), events[-1]
    return events


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=somebody", "-c", "user.email=somebody@example.org")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_a_run_keeps_its_settings_as_they_took_effect(project, tmp_path):
    text = project(*MOONS, "optimizer: {type: SGD, lr: 0.5}", "clip_grad_norm: 1.0")

    train(text, tmp_path / "run", epochs=1)

    config = flattened(json.loads((tmp_path / "run/config.json").read_text()))
    assert (config["epochs"], config["optimizer.lr"], config["clip_grad_norm"]) == (1, 0.5, 1.0)
    assert config["optimizer.momentum"] == 0.0  # which nobody has set
    assert (config["data.source"], config["data.samples"]) == ("moons", 200)
    assert (tmp_path / "run/project.loom.yaml").read_text() == text


def test_a_run_keeps_its_network_as_source_that_takes_its_weights(project, tmp_path):
    train(project(*MOONS), tmp_path / "run")

    names = runpy.run_path(str(tmp_path / "run/network.py"))
    network = names["Points"]()
    network.load_state_dict(load_file(tmp_path / "run/best.safetensors"))


def test_a_run_says_what_it_ran_on_and_nothing_of_whose_machine_it_was(project, tmp_path):
    train(project(*MOONS), tmp_path / "run", tmp_path)

    text = (tmp_path / "run/environment.json").read_text()
    found = json.loads(text)
    assert found["torch"] == str(torch.__version__)
    assert found["threads"] == torch.get_num_threads()
    assert found["packages"]["numpy"]
    assert (found["device"], found["folder"]) == ("cpu", "..")
    assert str(tmp_path) not in text and str(Path.home()) not in text


def test_a_run_knows_the_commit_and_whether_anything_was_changed_since(tmp_path):
    (tmp_path / "net.yaml").write_text("one")
    assert git_state(tmp_path) is None
    git(tmp_path, "init", "-q", "-b", "trunk")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    head = git(tmp_path, "rev-parse", "HEAD")

    assert git_state(tmp_path) == {"commit": head, "branch": "trunk", "dirty": False}

    (tmp_path / "runs").mkdir()
    (tmp_path / "runs/events.jsonl").write_text("{}")
    assert git_state(tmp_path)["dirty"] is False  # runs themselves are no change
    (tmp_path / "net.yaml").write_text("another")
    assert git_state(tmp_path)["dirty"] is True


def test_no_setting_of_a_repository_makes_git_run_a_program(tmp_path):
    (tmp_path / "net.yaml").write_text("one")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "one")
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    spy.chmod(0o755)
    git(tmp_path, "config", "core.fsmonitor", str(spy))
    git(tmp_path, "config", "filter.spy.clean", str(spy))
    git(tmp_path, "config", "diff.external", str(spy))
    (tmp_path / ".gitattributes").write_text("* filter=spy diff=spy\n")
    (tmp_path / "net.yaml").write_text("two")

    assert git_state(tmp_path)["dirty"] is True
    assert not (tmp_path / "ran").exists()


def test_two_processes_cannot_write_to_one_run(project, tmp_path):
    train(project(*MOONS), tmp_path / "run")
    first, second = RunFolder(tmp_path / "run"), RunFolder(tmp_path / "run")
    first.open("one", resume=True)

    with pytest.raises(TrainingError, match="going on in another process"):
        second.open("two", resume=True)

    first.close()
    second.open("two", resume=True)
    second.close()


# what is read off while it goes


def test_steps_tell_the_length_of_the_gradient_and_the_memory(project, tmp_path):
    steps = [e for e in train(project(*MOONS), tmp_path / "run") if e["event"] == "step"]

    assert all(1e6 < step["memory"] < 1e12 for step in steps if "gradient_norm" in step)
    assert any(step.get("gradient_norm", 0) > 0 for step in steps)


def test_the_gradient_is_measured_before_it_is_clipped(project, tmp_path):
    norms = []
    for name, more in (("free", ()), ("clipped", ("clip_grad_norm: 1.0e-9",))):
        text = project(*MOONS, "optimizer: {type: SGD, lr: 1.0e-12}", *more)
        events = train(text, tmp_path / name)
        norms.append(next(e["gradient_norm"] for e in events if "gradient_norm" in e))

    assert norms[0] == pytest.approx(norms[1], rel=0.5)


def test_the_length_of_a_gradient_is_that_of_all_weights_together():
    layer = nn.Linear(2, 1)
    layer.weight.grad, layer.bias.grad = torch.tensor([[3.0, 4.0]]), torch.tensor([12.0])

    assert gradient_norm(layer.parameters()) == pytest.approx(13.0)
    assert gradient_norm(nn.Linear(2, 1).parameters()) is None


def test_a_gradient_that_takes_long_to_read_is_read_less_often(monkeypatch):
    reads, now = [], 1.0
    monkeypatch.setattr("graph.allowance.time.perf_counter", lambda: now)

    def slow() -> float:
        nonlocal now
        reads.append(now)
        now += EVERY / 10
        return 1.0

    gauges = Gauges(slow, torch.device("cpu"))
    for _ in range(50):
        gauges.read()
        now += 2 * EVERY / 50

    assert len(reads) == 2  # the first one is not paid for
    assert resident_memory() is None or resident_memory() > 1e6


# TensorBoard


def records(path: Path) -> list[bytes]:
    """Read a file of records back, and hold its checksums against the data."""
    data, found, at = path.read_bytes(), [], 0
    while at < len(data):
        length = data[at : at + 8]
        size = struct.unpack("<Q", length)[0]
        body = data[at + 12 : at + 12 + size]
        assert data[at + 8 : at + 12] == _checksum(length)
        assert data[at + 12 + size : at + 16 + size] == _checksum(body)
        found.append(body)
        at += 16 + size
    return found


def test_the_checksum_is_the_one_of_its_standard():
    assert crc32c(b"123456789") == 0xE3069283  # RFC 3720, appendix B.4
    assert crc32c(bytes(32)) == 0x8A9136AA


def test_with_the_switch_a_run_writes_what_tensorboard_reads(project, tmp_path):
    events = train(project(*MOONS, "tensorboard: true"), tmp_path / "run")

    [path] = (tmp_path / "run").glob("*tfevents*")
    version, start, *rest = records(path)
    assert b"\x1a\x0dbrain.Event:2" in version
    assert start.endswith(b"\x3a\x02\x08\x01")  # session_log { status: START }
    steps = [step for e in events if e["event"] == "step" for step in e["steps"]]
    assert sum(b"loss/step" in record for record in rest) == len(steps) == 16
    epochs = [e for e in events if e["event"] == "epoch"]
    told = [record for record in rest if b"loss/validation" in record]
    for record, epoch in zip(told, epochs, strict=True):
        value = struct.pack("<f", epoch["validation"]["loss"])
        assert b"\x0a\x0floss/validation\x15" + value in record
        assert b"accuracy/train" in record


def test_tensorboard_is_told_what_is_void_once_a_run_has_gone_back(tmp_path):
    board = TensorBoardFile(tmp_path, 40)
    board.take({"event": "rolled_back", "step": 50, "to_step": 20})
    board.take({"event": "test", "step": 60, "test": {"loss": 0.5}})
    board.close()

    [path] = tmp_path.glob("*tfevents*")
    _, start, back, tested = records(path)
    assert start[9:] == b"\x10\x29\x3a\x02\x08\x01"  # from step 41 on, which comes next
    assert back[9:] == b"\x10\x15\x3a\x02\x08\x01"
    assert b"loss/test" in tested


def test_without_the_switch_it_writes_none(project, tmp_path):
    train(project(*MOONS), tmp_path / "run")

    assert not list((tmp_path / "run").glob("*tfevents*"))
