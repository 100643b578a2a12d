"""``train``: events, runs that are stopped and resumed, settings, and what cannot be trained."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.progress import Progress

ROOT = Path(__file__).parent.parent


@pytest.fixture
def perceptron(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "perceptron.loom.yaml", tmp_path))


def events_of(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_train_prints_a_line_for_each_epoch_and_where_the_run_is(loom, perceptron, tmp_path):
    outcome = loom("train", perceptron, "--epochs", 3, "--out", tmp_path / "run")

    assert outcome.code == 0, outcome.err
    assert outcome.err == ""
    assert re.findall(r"^ *(\d)/3 ", outcome.out, re.MULTILINE) == ["1", "2", "3"]
    assert "run" in outcome.out.splitlines()[-1]
    assert (tmp_path / "run" / "best.safetensors").exists()


@pytest.mark.slow
def test_train_without_out_makes_a_new_folder_beside_the_project(loom, perceptron, tmp_path):
    for _ in range(2):
        assert loom("train", perceptron, "--epochs", 1).code == 0

    assert len(list((tmp_path / "runs").iterdir())) == 2


def test_train_json_prints_the_events_that_the_folder_keeps(loom, perceptron, tmp_path):
    outcome = loom("train", perceptron, "--epochs", 2, "--out", tmp_path / "run", "--json")

    events = events_of(outcome.out)
    kept = events_of((tmp_path / "run" / "events.jsonl").read_text())
    assert [e["event"] for e in events] == [e["event"] for e in kept]
    epochs = [e for e in events if e["event"] == "epoch"]
    assert [e["epoch"] for e in epochs] == [1, 2]
    assert all({"loss", "accuracy"} <= set(e["train"]) & set(e["validation"]) for e in epochs)
    assert all(isinstance(e["lr"], list) for e in epochs)
    assert events[-1]["event"] == "done"


@pytest.mark.slow
def test_the_same_project_and_seed_give_the_same_curve(loom, perceptron, tmp_path):
    curves = []
    for run in ("a", "b"):
        out = loom("train", perceptron, "--epochs", 2, "--out", tmp_path / run, "--json").out
        curves.append([e["validation"] for e in events_of(out) if e["event"] == "epoch"])

    assert curves[0] == curves[1]


@pytest.mark.slow
def test_a_setting_from_the_command_line_is_used_and_kept_with_the_run(loom, perceptron, tmp_path):
    outcome = loom(
        "train", perceptron, "--epochs", 1, "--out", tmp_path / "run", "--json",
        "--set", "optimizer.lr=0.25", "--set", "data.batch_size=100",
    )  # fmt: skip

    [epoch] = [e for e in events_of(outcome.out) if e["event"] == "epoch"]
    assert epoch["lr"] == [0.25]
    assert "lr: 0.25" in (tmp_path / "run" / "project.loom.yaml").read_text()
    assert "0.25" not in perceptron.read_text()


@pytest.mark.parametrize(
    "setting",
    ["optimizer.lrr=1", "optimizer.type=Sgdd", "epochs=none", "data.source=nowhere", "x.y=1"],
)
def test_a_setting_that_makes_no_sense_is_one_line_and_starts_nothing(
    loom, perceptron, tmp_path, setting
):
    outcome = loom("train", perceptron, "--set", setting, "--out", tmp_path / "run")

    assert outcome.code in (1, 2)
    assert len(outcome.lines) == 1, outcome.err
    assert not (tmp_path / "run").exists()


def test_a_network_with_an_error_is_not_trained(loom, perceptron, tmp_path):
    perceptron.write_text(perceptron.read_text().replace("type: Sigmoid", "type: Sigmiod"))

    outcome = loom("train", perceptron, "--out", tmp_path / "run")

    assert outcome.code == 1
    assert outcome.lines
    assert outcome.lines[0].startswith(f"{perceptron}:7: ")
    assert "Sigmoid" in outcome.err
    assert not (tmp_path / "run").exists()


def test_half_of_what_torchrun_says_is_refused_and_what_one_does_alone_is_left_to_it(
    loom, perceptron, monkeypatch
):
    monkeypatch.setenv("WORLD_SIZE", "2")
    told = loom("train", perceptron)
    for name, value in (("RANK", "1"), ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", "1")):
        monkeypatch.setenv(name, value)
    second = loom("train", perceptron, "--check")

    assert told.code == 2 and "start them by torchrun" in told.err
    assert (second.code, second.out, second.err) == (0, "", "")


@pytest.mark.slow
def test_a_folder_with_a_run_in_it_is_not_overwritten(loom, perceptron, tmp_path):
    command = ("train", perceptron, "--epochs", 1, "--out", tmp_path / "run")
    loom(*command)
    before = (tmp_path / "run" / "events.jsonl").read_bytes()

    outcome = loom(*command)

    assert outcome.code == 2
    assert len(outcome.lines) == 1
    assert (tmp_path / "run" / "events.jsonl").read_bytes() == before


def test_nothing_to_resume_is_said_in_one_line(loom, perceptron, tmp_path):
    for more in ([], ["--out", tmp_path / "empty"]):
        outcome = loom("train", perceptron, "--resume", *more)

        assert outcome.code == 2
        assert len(outcome.lines) == 1
        assert "resume" in outcome.err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to a child")
def test_ctrl_c_stops_with_a_checkpoint_and_resume_ends_as_if_nothing_had_been(
    loom, perceptron, tmp_path
):
    command = [sys.executable, ROOT / "main.py", "train", perceptron, "--json", "--out"]
    process = subprocess.Popen(
        [*command, tmp_path / "cut", "--epochs", "400"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    lines = [process.stdout.readline()]
    while json.loads(lines[-1])["event"] != "epoch":
        lines.append(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=300)

    assert (process.returncode, errors) == (130, "")
    assert json.loads(rest.splitlines()[-1])["event"] == "stopped"
    stopped = json.loads(rest.splitlines()[-1])
    epoch = stopped["epoch"]
    more = str(epoch + 3)
    resumed = loom("train", perceptron, "--epochs", more, "--out", tmp_path / "cut", "--resume")
    whole = loom("train", perceptron, "--epochs", more, "--out", tmp_path / "whole")
    assert (resumed.code, whole.code) == (0, 0)
    weights = [(tmp_path / run / "last.safetensors").read_bytes() for run in ("cut", "whole")]
    assert weights[0] == weights[1]


@pytest.mark.slow
def test_a_reader_that_goes_away_stops_the_run_quietly(perceptron, tmp_path):
    command = (
        f"'{sys.executable}' '{ROOT / 'main.py'}' train '{perceptron}' --json --epochs 100000 "
        f"--out '{tmp_path / 'run'}' | head -3"
    )

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=600)

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 3
    assert events_of((tmp_path / "run" / "events.jsonl").read_text())[-1]["event"] == "stopped"


@pytest.mark.slow
def test_a_run_is_steered_by_lines_of_standard_input(perceptron, tmp_path):
    """Words or JSON; what makes no sense is said, and the run goes on."""
    lines = [
        "set_lr factor=0.5", '{"command": "set_epochs", "epochs": 3}', "freeze nodes=nothing*",
        "set_lr much", "fly away=1", "evaluate", "",
    ]  # fmt: skip
    told = subprocess.run(
        [sys.executable, ROOT / "main.py", "train", perceptron, "--epochs", "900", "--steer",
         "--out", tmp_path / "run"],
        input="\n".join(lines), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip

    assert told.returncode == 0, told.stderr
    assert re.search(r"^after step \d+: set_lr factor=0.5$", told.stdout, re.MULTILINE)
    assert re.search(r"^validation: loss ", told.stdout, re.MULTILINE)
    kept = events_of((tmp_path / "run" / "events.jsonl").read_text())
    assert [e["lr"] for e in kept if e["event"] == "lr"] == [[0.015]]
    assert kept[-1]["event"] == "done" and kept[-1]["epochs"] == 3
    assert "write KEY=VALUE instead of much" in told.stderr
    assert "there is no command 'fly'" in told.stderr
    assert "'nothing*' fits no layer with weights" in told.stderr


def test_a_pipe_is_told_within_an_epoch_how_far_it_is_and_how_long_it_will_take(
    monkeypatch, capsys
):
    monkeypatch.setattr("app.cli.progress.SELDOM", 0.0)
    told = Progress()
    told.show({"event": "started", "epochs": 2, "steps_per_epoch": 100, "train_samples": 800,
               "validation_samples": 0, "parameters": 9, "device": "cpu"})  # fmt: skip

    told.show({"event": "step", "epoch": 1, "step": 45, "loss": [0.5], "throughput": 1234.0})
    told.show({"event": "epoch", "epoch": 1, "epochs": 2, "step": 100, "train": {"loss": 0.5},
               "lr": [0.1], "seconds": 1.0})  # fmt: skip

    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "epoch 1/2, 45% of it, loss 0.5000, 1,234 samples/s"
    assert lines[2].split() == ["epoch", "train", "loss", "lr", "seconds", "left"]
