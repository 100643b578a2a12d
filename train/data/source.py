"""What a source of data is, and the columns that are chosen of every table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from graph.catalog.layer import Argument
from train.data import csv_file, table
from train.data.column import Column
from train.data.description import Arrays, DataDescription, Lexicon
from train.data.location import locate
from train.settings import DataConfig

Kind = Literal["built-in", "generated", "own"]

#: What goes into the network; "" where that is known only once its files are looked at.
Gives = Literal["pictures", "numbers", "tokens", ""]

#: By what samples can be kept together in a split; "" where by nothing.
Groups = Literal["column", "array", "file name", ""]


@dataclass(frozen=True)
class Like:
    """What the samples to train on have taught: their classes, categories and vocabulary."""

    classes: tuple[str, ...] = ()
    lexicon: Lexicon = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """Where relative paths start, and whether paths outside that folder may be touched.

    ``like`` is there where a part is read from files of its own, and has to fit.
    """

    folder: Path | None = None
    outside: bool = False
    like: Like | None = None

    def file(self, config: DataConfig, key: str = "path", kind: str = "file") -> Path:
        path = str(config.options.get(key) or "")
        return locate(path, self.folder, outside=self.outside, kind=kind)


@dataclass(frozen=True)
class Source:
    """A source of data: what it is, what can be set, how it is described and read.

    Raises: ``describe`` and ``load`` raise DataError, naming file and row.
    """

    name: str
    title: str
    kind: Kind
    summary: str
    describe: Callable[[DataConfig, Place], DataDescription]
    load: Callable[[DataConfig, Place], Arrays]
    arguments: tuple[Argument, ...] = ()
    needs: str = ""  # a package that does not come with the app
    groups_by: Groups = ""
    apart_by: tuple[str, ...] = ()  # options that name a part of its own; else those of places
    gives: Gives = ""

    @property
    def has_groups(self) -> bool:
        return bool(self.groups_by)

    def option(self, config: DataConfig, name: str) -> Any:
        """What the user set, or the default."""
        default = next(a.default for a in self.arguments if a.name == name)
        return config.options.get(name, default)


TARGETS = Argument(
    "targets", "str", None, optional=True,
    doc="inputs: the network is asked for its own input (autoencoders)",
)  # fmt: skip
COLUMNS = (
    Argument("target", "any", None, optional=True, doc="the column to predict; default: the last"),
    Argument(
        "inputs", "any", None, optional=True,
        doc="columns of the input, or a list of such lists for several inputs; default: the rest",
    ),
    Argument("ignore", "any", (), doc="columns to leave out"),
    Argument(
        "task", "choice", "auto", choices=("auto", "classification", "regression"),
        doc="whether the target is a class or a number",
    ),
    TARGETS,
)  # fmt: skip


def plan_of(
    config: DataConfig, path: Path, delimiter: str = "auto", like: Like | None = None
) -> table.TablePlan:
    """Which columns of a table feed the network. Raises: DataError, naming file and row."""
    return plan_columns(config, path, csv_file.read_columns(path, delimiter), like)


def plan_columns(
    config: DataConfig, path: Path, columns: Mapping[str, Column], like: Like | None = None
) -> table.TablePlan:
    """The same of columns that were read. Raises: DataError, naming file and row."""
    option = config.options.get
    ignore = option("ignore") or ()
    return table.plan_table(
        path,
        columns,
        option("target"),
        option("inputs"),
        (ignore,) if isinstance(ignore, str) else ignore,
        option("task", "auto"),
        config.group,
        like.classes if like else (),
        like.lexicon if like else None,
    )
