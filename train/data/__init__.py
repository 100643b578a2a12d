"""Data sets: what there is, what each gives, and reading it; NumPy only, no torch."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from train.data.description import Arrays, DataDescription, Field, Lexicon, Prepared
from train.data.location import PLACES
from train.data.preparation import prepare
from train.data.source import Like, Place, Source
from train.data.sources import SOURCES
from train.data.whole import describe_whole, read_whole, with_parts
from train.settings import DataConfig

__all__ = [
    "SOURCES",
    "Arrays",
    "DataDescription",
    "Field",
    "Prepared",
    "Source",
    "data_key",
    "describe",
    "load",
]

#: Entries of a folder whose age tells whether it is still the same.
MOST_STAMPS = 10_000

_descriptions: dict[str, DataDescription] = {}


def describe(
    config: DataConfig, folder: Path | None = None, *, outside: bool = False
) -> DataDescription:
    """Say what reaches the network and the loss, from headers and names where that is enough.

    Remembers its answer while the files stay as they are. Relative paths start at ``folder``;
    places outside it are touched with ``outside`` only.

    Raises: DataError, naming the file and, where known, the row.
    """
    key = data_key(config, folder, outside)
    if key not in _descriptions:
        if len(_descriptions) > 100:
            _descriptions.clear()
        _descriptions[key] = describe_whole(config, Place(folder, outside))
    return _as_seen_by_the_network(with_parts(_descriptions[key], config), config)


def load(
    config: DataConfig,
    folder: Path | None = None,
    *,
    outside: bool = True,
    known: Lexicon | None = None,
) -> Prepared:
    """Read, split and normalise a whole data set.

    ``known`` is the vocabulary that a network was trained with: texts are read by that one.
    Raises: DataError, naming the file and, where known, the row.
    """
    like = Like(lexicon=known) if known and config.source == "text" else None
    return prepare(read_whole(config, Place(folder, outside, like)), config)


def _as_seen_by_the_network(described: DataDescription, config: DataConfig) -> DataDescription:
    inputs = described.inputs
    described = replace(described, shapes=tuple(field.shape for field in inputs))
    if config.flatten:
        inputs = tuple(Field((_product(f.shape),), f.dtype) for f in inputs)
    if config.reconstruct:
        return replace(described, inputs=inputs, target=inputs[0], classes=(), gives_back=True)
    return replace(described, inputs=inputs)


def _product(shape: tuple[int, ...]) -> int:
    size = 1
    for one in shape:
        size *= one
    return size


def data_key(config: DataConfig, folder: Path | None, outside: bool) -> str:
    """Everything the description depends on, with the age of the files."""
    stamps = []
    said = [config.options, *config.apart.values()]
    for value in (options.get(option) for options in said for option in PLACES):
        if isinstance(value, str) and value and "\0" not in value and folder is not None:
            place = folder / value
            inside = outside or place.resolve().is_relative_to(folder.resolve())
            if inside and place.exists():
                stat = place.stat()
                stamps.append((stat.st_mtime_ns, stat.st_size))
                if place.is_dir():  # what comes and goes in the folder of a class
                    with suppress(OSError), os.scandir(place) as entries:
                        inner = [(e.stat().st_mtime_ns, e.stat().st_size) for e in entries]
                        stamps += sorted(inner)[-MOST_STAMPS:]
    options = json.dumps([config.options, config.apart], sort_keys=True, default=str)
    drawn: tuple[object, ...] = (config.group, config.seed, config.strata, config.void)
    if config.source == "text":  # the vocabulary is that of the samples to train on
        drawn = (*drawn, config.split, config.validation, config.test)
    return repr((config.source, options, drawn, str(folder), outside, stamps))
