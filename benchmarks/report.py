"""One line of the report: what was measured against what, and whether it is good enough."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Ratio:
    """Ours over theirs, and the bounds within which we call it good."""

    what: str
    ours: str
    theirs: str
    value: float
    at_least: float = 0.0
    at_most: float = float("inf")

    @property
    def good(self) -> bool:
        return self.at_least <= self.value <= self.at_most

    @property
    def ratio(self) -> str:
        return f"{self.value:.4f}" if self.value < 0.01 else f"{self.value:.3f}"

    @property
    def bound(self) -> str:
        if self.at_least and self.at_most < float("inf"):
            return f"{self.at_least:.2f} to {self.at_most:.2f}"
        return f">= {self.at_least:g}" if self.at_least else f"<= {self.at_most:g}"


@dataclass(frozen=True)
class Within(Ratio):
    """Seconds that something takes, and those that it may: the hand feels no ratio."""

    @property
    def ratio(self) -> str:
        return ""

    @property
    def bound(self) -> str:
        return f"<= {milliseconds(self.at_most)}"


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.{3 if seconds < 0.001 else 2 if seconds < 0.1 else 0}f} ms"


def paired_ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios of neighbours: what slows the machine for a while slows both."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def run_json(program: str, *arguments: str, patience: float = 600.0, **environment: str) -> Any:
    """Run a Python program that prints JSON on its last line, and return that.

    ``patience`` is in seconds.

    Raises: subprocess.CalledProcessError, after its output was shown; TimeoutExpired.
    """
    import os

    done = subprocess.run(
        [program, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        timeout=patience,
    )
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()
    return json.loads(done.stdout.strip().splitlines()[-1])
