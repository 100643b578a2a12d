"""``list``: the layers, data sets, losses, metrics, optimizers and schedules there are."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.cli.table import Column, print_table
from app.cli.words import counted

if TYPE_CHECKING:
    from graph.catalog.layer import Argument, Layer
    from train.data.source import Source


@dataclass(frozen=True)
class Entry:
    """A line of a list: its name, the section it belongs to, its purpose, its arguments."""

    name: str
    section: str
    summary: str
    arguments: tuple[Argument, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    def to_plain(self) -> dict[str, Any]:
        arguments = [_plain_argument(argument) for argument in self.arguments]
        return {
            "name": self.name,
            "section": self.section,
            "summary": self.summary,
            "arguments": arguments,
            **self.more,
        }


def run(options: argparse.Namespace) -> int:
    entries = LISTS[options.what]()
    if options.json:
        plain = [entry.to_plain() for entry in entries]
        print(json.dumps(plain, indent=2, ensure_ascii=False, default=str))
        return 0
    columns = [Column("name", style="bold"), Column("section", style="cyan"), Column("purpose")]
    rows = [[entry.name, entry.section, entry.summary] for entry in entries]
    if not any(entry.section for entry in entries):
        columns.pop(1)
        rows = [[name, summary] for name, _, summary in rows]
    noun = "data set" if options.what == "data" else options.what.removesuffix("s")
    print_table(columns, rows, footer=_count(len(entries), noun))
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number} losses" if noun == "losse" else counted(number, noun)


def _layers() -> list[Entry]:
    from graph.catalog import CATALOG

    titles = {family.key: family.title for family in CATALOG.families()}
    return [
        Entry(
            layer.type,
            titles.get(layer.family, layer.family),
            layer.summary,
            layer.arguments,
            {
                "inputs": [port.name for port in layer.inputs],
                "outputs": [port.name for port in layer.outputs],
            },
        )
        for layer in CATALOG.layers()
    ]


def _data() -> list[Entry]:
    from train.data.extras import is_installed
    from train.data.sources import SOURCES

    def missing(source: Source) -> str:
        return "" if is_installed(source.needs) else ", which is not installed"

    return [
        Entry(
            source.name,
            source.kind,
            source.summary + (f" Needs {source.needs}{missing(source)}." if source.needs else ""),
            source.arguments,
            {"title": source.title, "needs": source.needs or None},
        )
        for source in SOURCES.values()
    ]


def _losses() -> list[Entry]:
    from graph.catalog import CATALOG
    from train import catalog

    def summary(loss: Layer) -> str:
        layer = CATALOG.get(loss.type)
        return layer.summary if layer else loss.summary

    return [
        Entry(loss.type, "", summary(loss), loss.arguments) for loss in catalog.losses().values()
    ]


def _metrics() -> list[Entry]:
    from train.metric_names import METRICS

    of = {"anything": "every loss", "classes": "classes", "numbers": "numbers"}
    return [
        Entry(
            name,
            of[kind.of],
            kind.summary,
            more={"better": "higher" if kind.grows else "lower", "usual": kind.usual},
        )
        for name, kind in METRICS.items()
    ]


def _optimizers() -> list[Entry]:
    from train import catalog

    return _documented(catalog.optimizers().values())


def _schedules() -> list[Entry]:
    from train import catalog

    return _documented(catalog.schedules().values())


def _documented(layers: Iterable[Layer]) -> list[Entry]:
    """PyTorch's own words, as far as their first sentence."""
    return [
        Entry(layer.type, "", layer.summary.split(". ")[0].rstrip(".:") + ".", layer.arguments)
        for layer in layers
    ]


def _plain_argument(argument: Argument) -> dict[str, Any]:
    from graph.catalog.layer import REQUIRED

    plain: dict[str, Any] = {"name": argument.name, "type": argument.type}
    if argument.default is REQUIRED:
        plain["required"] = True
    else:
        plain["default"] = argument.default
    for key in ("low", "high", "length"):
        if getattr(argument, key) is not None:
            plain[key] = getattr(argument, key)
    if argument.choices:
        plain["choices"] = list(argument.choices)
    return {**plain, "doc": argument.doc}


LISTS: dict[str, Callable[[], list[Entry]]] = {
    "layers": _layers,
    "data": _data,
    "losses": _losses,
    "metrics": _metrics,
    "optimizers": _optimizers,
    "schedules": _schedules,
}
