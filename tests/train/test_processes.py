"""A run in several processes, for real: they take the course of one, obey together, and die."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from codegen.lower import lower
from graph.claim import Claim
from graph.errors import TrainingError
from graph.project_file import loads
from graph.shapes import analyze
from train.checks import check_training
from train.client import TrainingProcess, start_command
from train.events import is_last
from train.mate_session import MateSession
from train.place import Place, place_of
from train.request import Request
from train.run_folder import CLAIM
from train.script import emit_script
from train.session import Session
from train.settings import TrainingConfig
from train.steering import Steering

ROOT = Path(__file__).resolve().parents[2]

#: Mean and variance of a batch, class weights, a last batch of one sample, sums over batches.
SHARED = """layerloom: 1
name: Shared
nodes:
  point: {type: Input, shape: [N, 2]}
  fc1: {type: Linear, out_features: 16}
  bn1: {type: BatchNorm1d}
  bend: {type: Tanh}
  fc2: {type: Linear, out_features: 2}
  scores: {type: Output}
edges: [point -> fc1 -> bn1 -> bend -> fc2 -> scores]
training:
  data: {source: moons, samples: 161, batch_size: 32, test: 0.1}
  loss: {type: CrossEntropyLoss, weight: [1.0, 7.0], label_smoothing: 0.1}
  metrics: [accuracy, f1, roc_auc]
  optimizer: {type: SGD, lr: 0.1, momentum: 0.9, weight_decay: 0.01}
  accumulate: 2
  clip_grad_norm: 0.5
  ema: 0.9
  epochs: 2
"""


def problems_of(text: str) -> list[Any]:
    document = loads(text)
    return check_training(document, analyze(document))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["optimizer: LBFGS"], "LBFGS looks at one batch several times a step"),
        (["device: 'cuda:1'"], "cuda:1 is one GPU"),
        (["device: mps"], "Apple's GPU is one for all"),
        (["data: {source: moons, batch_size: 2}"], "a batch of 2 cannot be shared among 3"),
    ],
)
def test_what_cannot_be_shared_is_a_problem_with_its_ways_out(project, lines, said):
    text = project(
        "processes: 3", *(lines if "data" in lines[0] else ["data: {source: moons}", *lines])
    )

    [problem] = [p for p in problems_of(text) if p.code.startswith("processes")]

    assert problem.severity == "error" and said in problem.message
    for fix in problem.fixes:
        document = loads(text)
        document.apply(fix.edit)
        again = check_training(document, analyze(document))
        assert not [p for p in again if p.code == problem.code]


def test_how_many_processes_is_a_number_or_all(project):
    read = [
        TrainingConfig.from_document(loads(project(f"processes: {said}"))).processes
        for said in (4, "all", 0, "many")
    ]

    assert read == [4, "all", 1, 1]
    found = problems_of(project("data: {source: moons}", "processes: many"))
    [problem] = [p for p in found if p.severity == "error"]
    assert "expected a whole number from 1 to 1024, or all, not 'many'" in problem.message


def test_torchrun_says_which_process_this_is():
    told = {"WORLD_SIZE": "4", "RANK": "3", "LOCAL_RANK": "1", "MASTER_ADDR": "host",
            "MASTER_PORT": "29400", "TORCHELASTIC_USE_AGENT_STORE": "True"}  # fmt: skip

    assert place_of({}) is None and place_of({"WORLD_SIZE": "1"}) is None
    assert place_of(told) == Place(3, 4, 1, "host", 29400)
    assert place_of({**told, "RANK": "0"}) == Place(0, 4, 1, "host", 29400)
    with pytest.raises(TrainingError, match="not which this is"):
        place_of({"WORLD_SIZE": "2"})


class NoFurther(Session):
    """Comes no further than to where other processes are started and data is loaded."""

    def _start_mates(self, config: TrainingConfig) -> Place | None:
        raise AssertionError("the folder has not refused the run")


def test_what_a_folder_refuses_is_said_before_processes_are_started_and_data_is_loaded(
    project, tmp_path
):
    text, out = project("data: {source: moons, samples: 64}", "epochs: 1"), tmp_path / "run"
    assert Session(Request(text, out), lambda _: None, Steering()).run()
    other, claim = text.replace("ReLU", "Tanh"), Claim(out / CLAIM)

    for request, is_held, said in (
        (Request(text, out), False, "there is a run in this folder already"),
        (Request(other, out, resume=True), False, "the checkpoint belongs to another network"),
        (Request(text, out, resume=True), True, "this run is going on in another process"),
    ):
        assert claim.take() if is_held else True
        events: list[dict[str, Any]] = []
        assert not NoFurther(request, events.append, Steering()).run()
        assert said in events[-1]["message"]


# for real


def course(folder: Path) -> dict[Any, list[float]]:
    """The loss of every step, and the results of every epoch and of the test."""
    points: dict[Any, list[float]] = {}
    for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["event"] == "step":
            points |= {s: [x] for s, x in zip(event["steps"], event["loss"], strict=True)}
        for part in ("train", "validation", "test"):
            if event["event"] in ("epoch", "test") and event.get(part):
                points[event["epoch"], part] = list(event[part].values())
    return points


@pytest.mark.slow
def test_torchrun_takes_the_course_of_one_process(tmp_path):
    file = tmp_path / "shared.loom.yaml"
    file.write_text(SHARED, encoding="utf-8")
    assert Session(Request(SHARED, tmp_path / "one"), lambda _: None, Steering()).run()

    done = subprocess.run(
        [
            sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2",
            str(ROOT / "main.py"), "train", str(file), "--out", str(tmp_path / "two"),
        ],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"OMP_NUM_THREADS": "1", "PATH": os.environ["PATH"]},
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("on cpu in 2 processes") == 1 == done.stdout.count("Done in")
    one, two = course(tmp_path / "one"), course(tmp_path / "two")
    assert one.keys() == two.keys() and len(one) > 6
    for place in one:
        assert two[place] == pytest.approx(one[place], rel=1e-4), place
    weights = [load_file(tmp_path / run / "last.safetensors") for run in ("one", "two")]
    for name in weights[0]:
        torch.testing.assert_close(*(each[name] for each in weights), rtol=1e-4, atol=1e-5)


def _forked(make: Callable[[], bool]) -> int:
    pid = os.fork()
    if not pid:
        ended_well = False
        with contextlib.suppress(BaseException):
            ended_well = make()
        os._exit(0 if ended_well else 1)
    return pid


class Killed(Steering):
    """The process ends as by ``kill -9`` when it asks for a command for the n-th time."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def next(self) -> None:
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)


def train_in_two(text: str, out: Path, killed: int = 0, *, resume: bool = False) -> list[int]:
    """Train in two forked processes; the first can be killed. Their exit statuses."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        place = Place(0, 2, port=held.getsockname()[1], hosts=True)
    first = Request(text, out, resume=resume, place=place)
    second = replace(first, place=replace(place, rank=1, local=1, hosts=False))
    hand = Killed(killed) if killed else Steering()
    pids = [
        _forked(lambda: Session(first, lambda _: None, hand).run()),
        _forked(lambda: MateSession(second, lambda _: None, Steering()).run()),
    ]
    return [os.waitpid(pid, 0)[1] for pid in pids]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_killed_and_resumed_several_processes_end_in_the_same_bits(project, tmp_path):
    data = "data: {source: moons, samples: 200, batch_size: 16, augment: [{type: noise}]}"
    text = project(data, "epochs: 3", "checkpoint_every: 3", "loss: CrossEntropyLoss")
    whole, again = tmp_path / "whole", tmp_path / "again"

    assert train_in_two(text, whole) == [0, 0]
    first, second = train_in_two(text, again, killed=18)
    assert first == signal.SIGKILL and second != 0  # left alone, the other one ends, too
    assert train_in_two(text, again, resume=True) == [0, 0]

    assert course(whole) == course(again)
    one, other = (load_file(run / "last.safetensors") for run in (whole, again))
    assert all(torch.equal(one[name], other[name]) for name in one)


#: Ends a process as it has kept its n-th checkpoint.
DYING = """import os

whole, left = os.replace, [int(os.environ.get("DIES_AFTER", 0))]


def replace(source, target):
    whole(source, target)
    if str(target).endswith("_checkpoint.pt"):
        left[0] -= 1
        if not left[0]:
            os._exit(9)


os.replace = replace
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_script_killed_under_torchrun_goes_on_in_the_bits_of_a_run_in_two_processes(
    project, tmp_path
):
    """What drops values draws otherwise in each: each gets its own random state back."""
    data = "data: {source: moons, samples: 200, batch_size: 16}"
    text = project(data, "epochs: 2", "checkpoint_every: 3").replace("p: 0.1", "p: 0.5")
    assert train_in_two(text, tmp_path / "run") == [0, 0]
    document = loads(text)
    config = TrainingConfig.from_document(document)
    program = lower(document, analyze(document))
    (tmp_path / "points.py").write_text(emit_script(program, config), encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(DYING)

    ended = [
        subprocess.run(
            [
                sys.executable, "-m", "torch.distributed.run", "--standalone",
                "--nproc_per_node", "2", "points.py", "--losses", "losses.csv",
            ],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env={"OMP_NUM_THREADS": "1", "PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path),
                 "DIES_AFTER": dies_after},
        )
        for dies_after in ("6", "0")
    ]  # fmt: skip

    assert ended[0].returncode != 0 and ended[1].returncode == 0, ended[1].stderr
    assert "going on after step" in ended[1].stdout
    steps = [line.split(",") for line in (tmp_path / "losses.csv").read_text().splitlines()]
    wanted = course(tmp_path / "run")
    assert {int(step): [float(loss)] for step, loss in steps} == {
        place: loss for place, loss in wanted.items() if isinstance(place, int)
    }


def until(events: Iterator[dict[str, Any]], *names: str) -> dict[str, Any]:
    for event in events:
        if event["event"] in names:
            return event
        assert not is_last(event), event
    raise AssertionError(names)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pgrep"), reason="asks pgrep for the other process")
def test_processes_that_a_run_starts_obey_together_and_their_death_is_told(project, tmp_path):
    lines = ("data: {source: moons, samples: 400, batch_size: 8}", "epochs: 100000")
    text, out = project(*lines, "processes: 2"), tmp_path / "run"
    process = TrainingProcess(start_command(text, out, tmp_path))
    try:
        events = process.events()
        assert until(events, "started")["processes"] == 2
        process.send({"command": "pause"})
        paused = until(events, "paused")
        process.send({"command": "freeze", "nodes": "fc1"})
        process.send({"command": "set_lr", "factor": 0.5})
        acts = [until(events, name) for name in ("frozen", "lr")]
        process.send({"command": "resume"})
        until(events, "epoch")
        process.send({"command": "roll_back", "to": "1"})
        until(events, "rolled_back")
        until(events, "epoch")
        found = subprocess.run(
            ["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=True
        )
        [other] = map(int, found.stdout.split())
        os.kill(other, signal.SIGKILL)
        last = until(events, "problem")
    finally:
        process.kill()
        process.close()

    assert [act["step"] for act in acts] == [paused["step"]] * 2
    assert last["fatal"] and last["code"] == "worker-died"
    assert "process 2 of 2: the training process was killed (SIGKILL)" in last["message"]
    assert (out / "last.safetensors").exists()


def under_torchrun(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Two processes of ``main.py train``, as torchrun starts them."""
    return subprocess.run(
        [
            sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2",
            str(ROOT / "main.py"), "train", *command,
        ],
        cwd=folder, capture_output=True, text=True, check=False,
        env={"OMP_NUM_THREADS": "1", "PATH": os.environ["PATH"]},
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_finished_run_is_told_to_be_so_by_several_processes_and_may_get_more_epochs(
    project, tmp_path
):
    text = project("data: {source: moons, samples: 200, batch_size: 16}", "epochs: 1")
    assert train_in_two(text, tmp_path / "run") == [0, 0]

    again = under_torchrun(tmp_path, "run", "--resume")
    more = under_torchrun(tmp_path, "run", "--resume", "--epochs", "2")

    assert again.returncode == 0 == more.returncode, again.stderr + more.stderr
    assert again.stdout.startswith("The run in run is finished: it has all of its 1 epochs")
    assert "process 2 of 2" not in again.stderr and "Done in" in more.stdout
