"""From the start of Python to the first painted window with LeNet, against ``import torch``."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.report import Ratio, milliseconds, paired_ratio, run_json

ROOT = Path(__file__).parent.parent
ROUNDS = 7
IMPORT_TORCH = "import torch, time; print(time.time())"


def measure() -> list[Ratio]:
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        ours.append(_seconds(str(ROOT / "benchmarks/first_paint.py")))
        theirs.append(_seconds("-c", IMPORT_TORCH))
    return [
        Ratio(
            "to the first painted window",
            milliseconds(median(ours)),
            f"{milliseconds(median(theirs))} import torch",
            paired_ratio(ours, theirs),
            at_most=1.0,
        )
    ]


def _seconds(*arguments: str) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as home:  # where no other process has left a journal
        environment |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
        start = time.time()
        end: float = run_json(sys.executable, *arguments, **environment)
    return end - start
