"""Training by the worker, with all that it tells, against other loops: ours, by hand, two peers."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import torch

from benchmarks.report import Ratio, paired_ratio, run_json
from benchmarks.subjects import SETTINGS, SUBJECTS

ROOT = Path(__file__).parent.parent
ROUNDS = int(os.environ.get("LOOM_ROUNDS", "7"))

#: An environment with the peers, made by scripts/bench; it borrows torch from ours.
PEERS = ROOT / ".venv-bench/bin/python"


def measure() -> list[Ratio]:
    return [ratio for subject in SUBJECTS for ratio in _measure(subject)]


def _measure(subject: str) -> list[Ratio]:
    """One after another in every round, so that what slows the machine slows all of them."""
    rounds: dict[str, list[float]] = {"ours": [], "hand": [], "ignite": [], "lightning": []}
    for _ in range(ROUNDS):
        for loop, speeds in rounds.items():
            speeds.append(_by_the_worker(subject) if loop == "ours" else _by(loop, subject))
    ours = f"{median(rounds['ours']):,.0f} samples/s"
    return [
        Ratio(
            f"training {subject}, all live events on, to {by}",
            ours,
            f"{median(rounds[loop]):,.0f} {by}",
            paired_ratio(rounds["ours"], rounds[loop]),
            at_least=least,
        )
        for loop, by, least in (
            ("hand", "by hand", 0.95),
            ("ignite", "pytorch-ignite", 0.0),
            ("lightning", "Lightning", 0.0),
        )
    ]


def _by(loop: str, subject: str) -> float:
    """Samples a second."""
    from train.client import worker_command

    environment = worker_command().environment  # the same threads for all
    python = sys.executable
    if loop == "lightning":
        python = str(PEERS)
        own = Path(torch.__file__).parents[1]
        environment = {**environment, "PYTHONPATH": f"{own}{os.pathsep}{ROOT}"}
    told = run_json(python, "-m", "benchmarks.peer_loops", loop, subject, **environment)
    return float(told["samples"] / told["seconds"])


def _by_the_worker(subject: str) -> float:
    """From the first event of a run to its last; its checks before the run are left out."""
    from graph.project_file import dumps, loads
    from train.client import run
    from train.config import set_values

    text, epochs = SUBJECTS[subject]
    document = loads(text)
    set_values(document, [*SETTINGS, f"epochs={epochs}", "sanity=false"])
    began = ended = samples = 0.0
    with tempfile.TemporaryDirectory() as out:
        for event in run(dumps(document), Path(out) / "run", ROOT / "examples"):
            if event["event"] == "started":
                began, samples = time.perf_counter(), event["train_samples"] * epochs
            ended = time.perf_counter()
        if event["event"] != "done":
            raise AssertionError(event)
    return samples / (ended - began)
