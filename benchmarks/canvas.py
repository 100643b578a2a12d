"""A frame of our canvas with 1,000 nodes and 1,500 wires, against NodeGraphQt's."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median

from benchmarks.report import Ratio, milliseconds, run_json

HERE = Path(__file__).parent
ROUNDS = 2


def measure() -> list[Ratio]:
    peer = os.environ.get("LAYERLOOM_PEER_PYTHON", str(HERE.parent / ".venv-bench/bin/python"))
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        ours.append(_frame(sys.executable, "frames_ours.py"))
        theirs.append(_frame(peer, "frames_nodegraphqt.py"))
    return [
        Ratio(
            "a frame of 1,000 nodes and 1,500 wires",
            milliseconds(median(ours)),
            f"{milliseconds(median(theirs))} NodeGraphQt",
            median(ours) / median(theirs),
            at_most=1 / 10,
        )
    ]


def _frame(python: str, script: str) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(HERE.parent)}
    frames: list[float] = run_json(python, str(HERE / script), **environment)["frames"]
    return median(frames)
