"""5,000 nodes and 8,000 wires under the hand: our whole window, NodeGraphQt, and plain Qt."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.report import Within, milliseconds, run_json

HERE = Path(__file__).parent

#: Seconds that NodeGraphQt is given; it has not built such a scene in a quarter of an hour.
_PATIENCE = 180.0

#: What is measured: its words, its key in each report, and the seconds it may take.
MEASURED = (
    ("opening the file", "open", 2.0),
    ("a frame while zooming", "zoom", 0.016),
    ("a frame while panning", "pan", 0.016),
    ("a frame while dragging a node with 50 wires", "drag", 0.016),
    ("a key typed into Find", "search", 0.030),
    ("the longest pause when the shapes arrive", "pause", 0.100),
)


def measure() -> list[Within]:
    peer = os.environ.get("LAYERLOOM_PEER_PYTHON", str(HERE.parent / ".venv-bench/bin/python"))
    ours = _report(sys.executable, "large_ours.py")
    peers = {"plain Qt": _report(sys.executable, "large_plain.py")}
    try:
        peers["NodeGraphQt"] = _report(peer, "large_nodegraphqt.py", _PATIENCE)
    except subprocess.TimeoutExpired as expired:
        peers["NodeGraphQt"] = {"open": expired.timeout}  # it has not built it by then
    return [
        Within(
            f"5,000 nodes: {words}",
            milliseconds(_seconds(ours, key)),
            _theirs(peers, key),
            _seconds(ours, key),
            at_most=limit,
        )
        for words, key, limit in MEASURED
    ]


def _theirs(peers: Mapping[str, Mapping[str, Any]], key: str) -> str:
    """What the peers take, those that have such a thing."""
    found = {name: report for name, report in peers.items() if key in report}
    return ", ".join(f"{milliseconds(_seconds(r, key))} {name}" for name, r in found.items())


def _report(python: str, script: str, patience: float = 600.0) -> dict[str, Any]:
    environment = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{HERE.parent}:{HERE}"}
    found: dict[str, Any] = run_json(python, str(HERE / script), patience=patience, **environment)
    return found


def _seconds(report: Mapping[str, Any], key: str) -> float:
    """The median where there are many."""
    value = report[key]
    return median(value) if isinstance(value, list) else float(value)
