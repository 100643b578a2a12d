"""``probe``: a network run once on a sample, and what every node gave."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.arguments import UsageError
from app.cli.project import Project, open_project, say_problems
from app.cli.table import Column, print_table
from app.cli.words import readable

if TYPE_CHECKING:
    from train.probe.request import Request
    from train.probe.samples import Feed
    from train.probe.seen import Probe, Seen
    from train.probe.summary import Summary

COLUMNS = (
    Column("node", style="bold"),
    Column("type"),
    Column("shape", style="cyan"),
    Column("mean", right=True),
    Column("std", right=True),
    Column("min", right=True),
    Column("max", right=True),
    Column("zeros", right=True, style="dim"),
)


def run(options: argparse.Namespace) -> int:
    from graph.visit import Memory
    from train.probe.compiling import compile_for_probe
    from train.probe.run import probe

    project = open_project(options.file, trust=options.trust)
    analysis, _ = project.analyze()
    errors = [problem for problem in analysis.errors if problem.code != "no-output"]
    errors += analysis.untrusted
    if errors:
        say_problems(project, errors)
        return 1
    request, memory = _request(options, project), Memory(project.python)
    compiled = compile_for_probe(project.document, request.weights, memory, project.folder)
    found = probe(project.document, request, folder=project.folder, compiled=compiled)
    steps = _chosen(found, options.node, options.file)
    if options.json:
        print(json.dumps(as_json(found, steps), indent=2, ensure_ascii=False))
    else:
        _show(found, steps, closely=options.node is not None)
    if options.out is not None:
        _write_pictures(steps, Path(options.out))
    if found.first_broken is not None:
        place = found.first_broken.place
        print(
            f"{options.file}: warning: {place} is the first that gives NaN or infinite "
            "numbers; look at what arrives there",
            file=sys.stderr,
        )
    return 0


# what is asked for


def _request(options: argparse.Namespace, project: Project) -> Request:
    from train.probe.request import Request

    inputs = [node.name for node in project.document.graph.nodes if node.type == "Input"]
    usual = _usual(options, project)
    feeds = dict.fromkeys(inputs, usual)
    for text in options.input:
        name, equals, value = text.partition("=")
        if not equals or name not in inputs:
            there = f"there are {', '.join(inputs)}" if inputs else "it has none"
            raise UsageError(f"{options.file}: there is no Input {name!r}; {there}")
        feeds[name] = feed_of(value)
    return Request.from_plain(
        {
            "feeds": {name: vars(feed) for name, feed in feeds.items()},
            "train": options.train,
            "batch": options.batch,
            "sizes": dict(options.size),
            "seed": options.seed,
            "weights": str(Path(options.weights).absolute()) if options.weights else None,
        }
    )


def _usual(options: argparse.Namespace, project: Project) -> Feed:
    """For every Input that has no source of its own."""
    from train.probe.samples import Feed

    if options.image is not None:
        return Feed("image", path=str(Path(options.image).absolute()) if options.image else "")
    if options.random is not None:
        return Feed("random", seed=options.random)
    if options.sample is not None or project.document.training:
        return Feed("data", index=options.sample or 0, split=options.split)
    return Feed("random")


def feed_of(value: str) -> Feed:
    """``sample:3``, ``random:7``, a picture, an .npy file, or numbers."""
    from train.data.picture_files import SUFFIXES
    from train.probe.samples import Feed

    word, _, number = value.partition(":")
    if word in ("sample", "random") and (number.isdecimal() or not number):
        index = int(number or 0)
        return Feed("data", index=index) if word == "sample" else Feed("random", seed=index)
    suffix = Path(value).suffix.lower() if len(value) < 4096 else ""
    if suffix == ".npy":
        return Feed("file", path=str(Path(value).absolute()))
    if suffix in SUFFIXES:
        return Feed("image", path=str(Path(value).absolute()))
    return Feed("numbers", text=value)


def _chosen(found: Probe, name: str | None, file: str) -> list[Seen]:
    if name is None:
        return list(found.steps)
    steps = [seen for seen in found.steps if name == str(seen.place)]
    steps = steps or [seen for seen in found.steps if name == seen.node]  # wherever it stands
    if not steps:
        import difflib

        near = difflib.get_close_matches(name, [str(seen.place) for seen in found.steps], 1)
        advice = f"did you mean {near[0]}?" if near else "leave --node out to see all"
        raise UsageError(f"{file}: there is no node {name!r}; {advice}")
    return steps


# what is told


def _show(found: Probe, steps: list[Seen], *, closely: bool) -> None:
    rows = [row for seen in steps for row in _rows(seen)]
    print_table(COLUMNS, rows, footer=_footer(found))
    if not closely:
        return
    for seen in steps:
        for port, summary in seen.outputs.items():
            print(f"\n{seen.place}.{port}: variance {_number(summary.variance)}", end="")
            print(f", {summary.numbers_note}" if summary.numbers_note else "")
            for numbers in summary.numbers:
                print("  " + " ".join(f"{value:>10.4g}" for value in numbers))


def _rows(seen: Seen) -> list[list[str]]:
    place = str(seen.place)
    if not seen.outputs:
        return [[place, seen.type, seen.note, "", "", "", "", ""]]
    several = len(seen.outputs) > 1
    return [
        [f"{place}.{port}" if several else place, seen.type, *_cells(summary)]
        for port, summary in seen.outputs.items()
    ]


def _cells(summary: Summary) -> list[str]:
    shape = " x ".join(map(str, summary.shape)) or "one number"
    if summary.broken:
        shape += f" ({summary.broken:.1%} not finite)"
    values = (summary.mean, summary.std, summary.low, summary.high)
    return [shape, *map(_number, values), f"{summary.zeros:.0%}"]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _footer(found: Probe) -> str:
    mode = "train mode" if found.train else "eval mode"
    parts = [", ".join([found.sample.words, *found.sample.notes]), found.weights, mode]
    if found.target:
        parts.append(f"target {found.target}")
    if found.prediction:
        parts.append(f"prediction {found.prediction}")
    return "; ".join(part for part in parts if part)


def as_json(found: Probe, steps: list[Seen]) -> dict[str, Any]:
    first = found.first_broken
    return {
        "sample": found.sample.words,
        "notes": list(found.sample.notes),
        "train": found.train,
        "weights": found.weights,
        "target": found.target,
        "prediction": found.prediction,
        "first_non_finite": None if first is None else str(first.place),
        "nodes": [
            {
                "node": str(seen.place),
                "type": seen.type,
                "note": seen.note,
                "outputs": {port: s.to_plain() for port, s in seen.outputs.items()},
            }
            for seen in steps
        ],
    }


def _write_pictures(steps: list[Seen], folder: Path) -> None:
    """A PNG for every output that is a picture, and for the kernels of a convolution."""
    from train.probe.pictures import write_picture

    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(20, "", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, seen in enumerate(steps):
        several = len(seen.outputs) > 1
        for port, summary in seen.outputs.items():
            name = f"{seen.place}.{port}" if several else str(seen.place)
            if summary.maps is not None:
                write_picture(summary.maps, folder / f"{number:03}-{name}.png")
                written += 1
        if seen.weight is not None and seen.weight.maps is not None:
            path = folder / f"{number:03}-{seen.place}.weight.png"
            write_picture(seen.weight.maps, path, per_channel=True)
            written += 1
    print(f"wrote {written} pictures into {readable(folder)}", file=sys.stderr)
