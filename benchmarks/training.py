"""LeNet trained by the worker, its events read live, against a loop written by hand."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.report import Ratio, paired_ratio, run_json

ROOT = Path(__file__).parent.parent
EPOCHS, BATCH_SIZE, ROUNDS = 8, 64, 5
SAMPLES = 4000 * EPOCHS


def measure() -> list[Ratio]:
    from train.client import worker_command

    environment = worker_command().environment  # the same threads for both
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        ours.append(SAMPLES / _by_the_worker())
        by_hand = run_json(
            sys.executable, "-m", "benchmarks.loop_by_hand", str(EPOCHS), str(BATCH_SIZE),
            **environment,
        )  # fmt: skip
        theirs.append(SAMPLES / by_hand["seconds"])
    return [
        Ratio(
            "training LeNet, validation and checkpoints too",
            f"{median(ours):,.0f} samples/s",
            f"{median(theirs):,.0f} by hand",
            paired_ratio(ours, theirs),
            at_least=0.95,
        )
    ]


def _by_the_worker() -> float:
    """Seconds from the first event of a run to its last."""
    from graph.project_file import dumps, load_project
    from train.client import run
    from train.config import set_values

    document = load_project(ROOT / "examples/lenet_mnist.loom.yaml")
    set_values(document, [f"epochs={EPOCHS}", f"data.batch_size={BATCH_SIZE}"])
    began = ended = 0.0
    with tempfile.TemporaryDirectory() as out:
        for event in run(dumps(document), Path(out) / "run", ROOT / "examples"):
            if event["event"] == "started":
                began = time.perf_counter()
            ended = time.perf_counter()
        if event["event"] != "done":
            raise AssertionError(event)
    return ended - began
