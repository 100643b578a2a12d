"""Run the benchmarks, or those named, and print one table: ``python -m benchmarks shapes``."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence

from app.cli.table import Column, print_table
from benchmarks.report import Ratio

NAMES = (
    "shapes",
    "blocks",
    "forward",
    "training",
    "delay",
    "xray",
    "around",
    "canvas",
    "large",
    "startup",
)


def main(names: Sequence[str]) -> int:
    """Return 0 if every ratio is within its bounds, 1 otherwise."""
    ratios: list[Ratio] = []
    for name in names or NAMES:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        ratios += importlib.import_module(f"benchmarks.{name}").measure()
    columns = (
        Column("what", style="bold"),
        Column("ours", right=True),
        Column("against", right=True),
        Column("ratio", right=True, style="cyan"),
        Column("wanted", right=True),
        Column(""),
    )
    rows = [
        (
            r.what,
            r.ours,
            r.theirs,
            r.ratio,
            r.bound,
            "good" if r.good else "MISSED",
        )
        for r in ratios
    ]
    print_table(columns, rows)
    return int(not all(ratio.good for ratio in ratios))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
