"""The worker: steered, heard, and outlived."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from app import training_client
from app.training_client import IDLE, PAUSED, RUNNING, TrainingClient
from graph.edits import SetTraining
from graph.project_file import dumps, load_project
from tests.app.conftest import SLOW, kill

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def endless():
    """A small network that trains for longer than any test."""
    document = load_project(ROOT / "examples" / "mlp_digits.loom.yaml")
    document.apply(SetTraining(("epochs",), 100_000))
    return dumps(document)


@pytest.fixture
def client(qapp):
    client = TrainingClient()
    client.events, client.outcomes = [], []
    client.event_received.connect(client.events.append)
    client.ended.connect(client.outcomes.append)
    yield client
    client.close()


def wait_for(qtbot, client, event):
    qtbot.waitUntil(lambda: any(e["event"] == event for e in client.events), timeout=SLOW)


def test_a_run_is_paused_resumed_and_stopped_with_a_checkpoint(qtbot, client, endless, tmp_path):
    client.start(endless, tmp_path / "run")
    wait_for(qtbot, client, "epoch")

    client.pause()
    qtbot.waitUntil(lambda: client.state == PAUSED, timeout=SLOW)
    client.resume()
    qtbot.waitUntil(lambda: client.state == RUNNING, timeout=SLOW)
    client.stop()
    qtbot.waitUntil(lambda: client.state == IDLE, timeout=SLOW)

    [outcome] = client.outcomes
    assert not outcome.is_failure
    assert outcome.words.startswith("Stopped in epoch")
    assert Path(outcome.checkpoint).is_file()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is Unix's")
def test_a_worker_that_is_killed_is_said_in_plain_words_with_the_last_checkpoint(
    qtbot, client, endless, tmp_path
):
    client.start(endless, tmp_path / "run")
    wait_for(qtbot, client, "checkpoint")

    kill(client.pid)
    qtbot.waitUntil(lambda: client.state == IDLE, timeout=SLOW)

    [outcome] = client.outcomes
    assert outcome.is_failure
    assert "ended unexpectedly (it was killed" in outcome.words
    assert Path(outcome.checkpoint).name in outcome.words
    load_checkpoint(Path(outcome.checkpoint))


def load_checkpoint(path):
    import torch

    state = torch.load(path, weights_only=True)
    assert state


def test_a_project_that_cannot_be_trained_ends_with_its_reason(qtbot, client, tmp_path):
    document = load_project(ROOT / "examples" / "mlp_digits.loom.yaml")
    document.apply(SetTraining(("data",), {"source": "csv", "path": "nothing.csv"}))

    client.start(dumps(document), tmp_path / "run", tmp_path)
    qtbot.waitUntil(lambda: client.state == IDLE and bool(client.outcomes), timeout=SLOW)

    assert client.outcomes[0].is_failure
    assert "nothing.csv" in client.outcomes[0].words


def worker_of(tmp_path, body):
    script = tmp_path / "worker.py"
    script.write_text("import json, sys, time, signal\n" + body)
    return lambda: (sys.executable, [str(script)], dict(os.environ))


STARTED = json.dumps({"event": "started", "epochs": 2, "steps_per_epoch": 5})


def test_a_worker_that_falls_silent_is_said_to_be_not_responding_and_is_not_ended(
    qtbot, qapp, tmp_path, monkeypatch
):
    monkeypatch.setattr(training_client, "SILENCE", 0.5)
    say = f"print('{STARTED}', flush=True)"
    body = f"{say}; time.sleep(3); {say}; time.sleep(99)"
    client = TrainingClient(command=worker_of(tmp_path, body))
    words = []
    client.warned.connect(words.append)

    client.start("", tmp_path / "run")
    qtbot.waitUntil(
        lambda: words[:2] == ["The training process is not responding. Wait, or stop it.", ""],
        timeout=SLOW,
    )

    assert client.is_active
    client.close()


@pytest.mark.skipif(os.name != "posix", reason="signals are Unix's")
def test_a_worker_that_does_not_stop_is_terminated_and_then_killed(qtbot, qapp, tmp_path):
    deaf = "signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    body = f"{deaf}; print('{STARTED}', flush=True); time.sleep(99)"
    client = TrainingClient(command=worker_of(tmp_path, body))
    client._urge.setInterval(300)
    outcomes = []
    client.ended.connect(outcomes.append)
    client.start("", tmp_path / "run")
    qtbot.waitUntil(lambda: client.state == RUNNING, timeout=SLOW)

    client.stop()
    qtbot.waitUntil(lambda: client.state == IDLE, timeout=SLOW)

    assert outcomes[0].code == -signal.SIGKILL
    assert outcomes[0].words.startswith("Stopped; the training process had to be ended.")


def test_a_program_that_cannot_be_started_is_an_ending_like_any_other(qtbot, qapp, tmp_path):
    client = TrainingClient(command=lambda: (str(tmp_path / "no-such-program"), [], {}))
    outcomes = []
    client.ended.connect(outcomes.append)

    client.start("", tmp_path / "run")
    qtbot.waitUntil(lambda: bool(outcomes), timeout=SLOW)

    assert outcomes[0].is_failure
    assert client.state == IDLE
