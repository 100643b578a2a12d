"""``train --find-lr`` and ``--find-batch-size``: what was measured as a table, and what it says."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from app.cli.project import Project
from app.cli.train import INTERRUPTED, UNREADABLE, Watch, problem_line
from app.cli.words import one_line
from train.searching.suggesting import suggest_batch

Event = dict[str, Any]

#: Rows of the table of a range test, and the widest of its bars.
ROWS, BAR = 24, 40

#: Problems of a search that leave what it has found so far.
_DIED = ("worker-died", "out-of-memory")


def find(options: argparse.Namespace, project: Project) -> int:
    """Search in a process of its own, and say what to set."""
    from graph.project_file import dumps
    from graph.python.files import trusted_digests
    from train.client import TrainingProcess, start_command

    what = "lr" if options.find_lr else "batch_size"
    start = start_command(
        dumps(project.document),
        project.folder / "search",
        project.folder,
        device=options.device,
        trusted=trusted_digests(project.document, project.python),
        search=what,
        limit=options.memory_limit * 2**20 if options.memory_limit else None,
    )
    with closing(Watch(TrainingProcess(start))) as watch:
        events = _heard(watch, as_json=options.json)
    found = _found(events, what)
    if found is None:
        for problem in watch.problems:
            print(one_line(problem_line(project, problem)), file=sys.stderr)
        return 2 if watch.problems and watch.problems[-1].get("code") in UNREADABLE else 1
    if options.json:
        if events[-1] is not found:
            print(json.dumps(found), flush=True)
    else:
        _tell(events, found, what)
    return INTERRUPTED if watch.interrupted else 0


def _heard(watch: Watch, *, as_json: bool) -> list[Event]:
    events: list[Event] = []
    for event in watch:
        if event["event"] == "heartbeat":
            continue
        events.append(event)
        if as_json:
            print(json.dumps(event), flush=True)
        elif event["event"] == "batch":
            print(_batch_line(event), flush=True)
    return events


def _found(events: Sequence[Event], what: str) -> Event | None:
    """The end of the search; of one whose process was killed, what it had found until then."""
    last = events[-1] if events else {}
    if last.get("event") == "found":
        return last
    tried = [event for event in events if event["event"] == "batch"]
    sizes = [event["batch_size"] for event in events if event["event"] == "trying"]
    if what == "batch_size" and tried and last.get("code") in _DIED:
        reason = f"the process did not survive a batch of {sizes[-1]}"
        return {"event": "found", "search": what, **suggest_batch(tried, reason), "tried": tried}
    return None


def _tell(events: Sequence[Event], found: Event, what: str) -> None:
    if what == "lr":
        _print_sweep([event for event in events if event["event"] == "rate"])
    if found["reason"]:
        print(f"It ended, for {found['reason']}." if found["suggestions"] else _said(found))
    key = "optimizer.lr" if what == "lr" else "data.batch_size"
    for each in found["suggestions"]:
        print(f"{each['value']:g}: {each['words']}; take it with --set {key}={each['value']:g}")


def _said(found: Mapping[str, Any]) -> str:
    reason = str(found["reason"])
    return f"{reason[:1].upper()}{reason[1:]}."


def _print_sweep(points: Sequence[Event]) -> None:
    """The smoothed loss over the rate, a row for every few steps."""
    if not points:
        return
    values = sorted(point["smoothed"] for point in points)
    low, high = values[0], values[int(0.9 * (len(values) - 1))]
    span = max(high - low, 0.05 * abs(high)) or 1.0  # what hardly moves looks as if it did not
    every = max(1, len(points) // ROWS)
    print(f"{'rate':>10}  {'loss':>10}")
    for point in points[::every]:
        share = (min(point["smoothed"], high) - low) / span
        bar = "#" * (1 + round(share * (BAR - 1)))
        print(f"{point['lr']:10.2e}  {point['smoothed']:10.4g}  {bar}")


def _batch_line(event: Mapping[str, Any]) -> str:
    memory = event.get("memory")
    held = f"{memory / 2**20:8,.0f} MiB" if memory is not None else ""
    rate = f"{event['throughput']:12,.0f} samples/s"
    return f"{event['batch_size']:>8}  {rate}  {event['seconds'] * 1000:9.1f} ms a step  {held}"
