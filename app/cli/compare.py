"""``compare``: what differs between runs: networks, settings, results, cost and machines."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.arguments import UsageError
from app.cli.curves import titles_of, write_curves
from app.cli.progress import lasting, written
from app.cli.runs import as_json
from app.cli.table import Column, print_table
from app.cli.words import one_line, short_number

if TYPE_CHECKING:
    from train.runs.comparing import Comparison, Row


#: What begins the name of a result.
MEASURED = ("train", "validation", "test", "evaluated")


def run(options: argparse.Namespace) -> int:
    from train.runs.comparing import compare_runs
    from train.runs.record import read_run

    runs = [read_run(Path(name)) for name in options.runs]
    if options.out:
        return write_curves(runs, Path(options.out))
    if len(runs) < 2:
        raise UsageError(f"{options.runs[0]}: compared with what? name two runs or more")
    found = compare_runs(runs)
    if options.json:
        print(json.dumps(_as_json(found), indent=2, ensure_ascii=False))
    else:
        _show(found)
    return 0


def _as_json(found: Comparison) -> dict[str, Any]:
    from graph.phrases import in_english

    def rows(listed: Sequence[Row]) -> dict[str, list[Any]]:
        return {row.key: list(row.values) for row in listed}

    return {
        "runs": [as_json(one) for one in found.runs],
        "network": [[in_english(words) for words in each] for each in found.network],
        "settings": rows(found.settings),
        "results": rows(found.results),
        "cost": rows(found.cost),
        "environment": rows(found.environment),
        "faults": rows(found.faults),
    }


def _show(found: Comparison) -> None:
    titles = titles_of(found.runs)
    for title, words in zip(titles[1:], found.network, strict=True):
        print(one_line(f"The network of {title}, against {titles[0]}:"))
        for sentence in words or ["is the same"]:
            print(one_line(f"  {sentence}"))
    for heading, rows in (
        ("Settings that differ", found.settings),
        ("Results", found.results),
        ("Cost", found.cost),
        ("What X-ray found, and in which epoch", found.faults),
        ("Where they ran", found.environment),
    ):
        if rows:
            print(f"\n{heading}:")
            columns = [Column("", style="bold"), *(Column(title, True) for title in titles)]
            print_table(columns, [[row.key, *map_row(row)] for row in rows])
        elif heading.startswith("Settings"):
            print("\nAll settings of training are the same.")


def map_row(row: Row) -> list[str]:
    """The values of a row as a person writes them."""
    return [cell(row.key, value) for value in row.values]


def cell(key: str, value: Any) -> str:
    """``97.1 %`` of digits, ``2:05 min``, ``61.7 k``; a dash for what is not there."""
    if value is None:
        return "-"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value) if not isinstance(value, list | dict) else json.dumps(value)
    if key == "seconds":
        return lasting(value)
    if key.removeprefix("best.").partition(".")[0] in MEASURED and "." in key:
        return written(key.rpartition(".")[2], value)
    if key in ("parameters", "throughput", "step"):
        return short_number(round(value))
    return f"{value:g}" if isinstance(value, float) else str(value)
