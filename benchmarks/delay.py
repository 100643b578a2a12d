"""How late the window's event loop is while a network trains, in its 99th of a hundred ticks."""

from __future__ import annotations

import sys
from statistics import quantiles

from benchmarks.report import Ratio, Within, milliseconds, run_json


def measure() -> list[Ratio]:
    told = run_json(sys.executable, "-m", "benchmarks.delay_ours")
    if told["state"] != "running":
        raise AssertionError(f"the run was {told['state']}")
    return [
        _within(told, "late", "delay of the event loop while LeNet trains"),
        _within(told, "worked", "of that, work of the window itself"),
    ]


def _within(told: dict[str, dict[str, list[float]]], key: str, what: str) -> Within:
    running, idle = (quantiles(told[name][key], n=100)[98] for name in ("running", "idle"))
    return Within(
        f"{what}, 99th percentile",
        milliseconds(running),
        f"{milliseconds(idle)} idle",
        running,
        at_most=0.020,
    )
