"""A whole data set: what its source gives, with parts from files of their own behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.on_disk import OnDisk, Samples, joined_samples
from train.data.parts import PARTS, partition
from train.data.source import Like, Place, Source
from train.data.sources import SOURCES
from train.settings import DataConfig

#: What a part is called where something is wrong with it.
NAMES = {"validation": later("validation data"), "test": later("test data")}


def source_of(config: DataConfig) -> Source:
    """Raises: DataError, where there is no such source."""
    if config.source not in SOURCES:
        raise DataError(
            later("there is no data source {source}", source=repr(config.source)),
            later("there are {sources}", sources=", ".join(SOURCES)),
        )
    return SOURCES[config.source]


def read_whole(config: DataConfig, place: Place) -> Arrays:
    """Read everything: samples that are split first, then those of each part apart.

    Raises: DataError, naming the file and, where known, the row.
    """
    whole = _read_whole(config, place)
    return replace(whole, strata=_strata(config, place)) if config.strata else whole


def _strata(config: DataConfig, place: Place) -> NumpyArray | None:
    """The classes of the first of several targets that has any."""
    for asked in config.strata:
        labels = _describe_whole(asked, place).labels
        if labels is not None and labels.ndim == 1:
            return labels
    return None


def _read_whole(config: DataConfig, place: Place) -> Arrays:
    source = source_of(config)
    whole = source.load(config, place)
    if not config.apart:
        return whole
    like = Like(whole.classes, whole.lexicon)
    parts = {name: source.load(one, replace(place, like=like)) for name, one in _apart(config)}
    for name, part in parts.items():
        _check_alike(name, _fields(whole), _fields(part))
    every = [whole, *parts.values()]
    classes, targets = _classes_of_all([(one.classes, one.target) for one in every], list(parts))
    return replace(
        whole,
        inputs=tuple(
            joined_samples(pieces) for pieces in zip(*(a.inputs for a in every), strict=True)
        ),
        target=joined_samples(targets),
        classes=classes,
        apart={name: part.samples for name, part in parts.items()},
    )


def describe_whole(config: DataConfig, place: Place) -> DataDescription:
    """The same of what is only described. Raises: DataError."""
    whole = _describe_whole(config, place)
    return replace(whole, strata=_strata(config, place)) if config.strata else whole


def _describe_whole(config: DataConfig, place: Place) -> DataDescription:
    source = source_of(config)
    whole = source.describe(config, place)
    if not config.apart:
        return whole
    like = Like(whole.classes, whole.lexicon)
    parts = {name: source.describe(one, replace(place, like=like)) for name, one in _apart(config)}
    for name, part in parts.items():
        _check_alike(name, whole.inputs, part.inputs)
    every = [whole, *parts.values()]
    labels = [one.labels for one in every if one.labels is not None]
    classes, joined = whole.classes, None
    if labels and len(labels) == len(every):
        pairs: list[tuple[Sequence[str], Samples]] = [
            (d.classes, found) for d, found in zip(every, labels, strict=True)
        ]
        classes, together = _classes_of_all(pairs, list(parts))
        joined = np.concatenate([np.asarray(one) for one in together])
    return replace(
        whole,
        samples=sum(one.samples for one in every),
        classes=classes,
        labels=joined,
        pixels=_pixels_of_all(every),
        parts={name: part.samples for name, part in parts.items()},
    )


def with_parts(described: DataDescription, config: DataConfig) -> DataDescription:
    """Add how many samples each part has, and how many of each class, and what is odd there."""
    apart = described.parts
    labels = described.labels if described.strata is None else described.strata
    if config.split == "stratified" and not config.group and labels is None:
        if not described.classes:  # said by partition()
            partition(described.samples, config, apart=apart)
        parts = partition(described.samples, replace(config, split="random"), apart=apart)
    else:
        parts = partition(
            described.samples,
            config,
            labels=labels,
            groups=described.groups,
            apart=apart,
        )
    sizes = {name: len(part) for name, part in zip(PARTS, parts, strict=True)}
    balance: dict[str, tuple[int, ...]] = {}
    if described.labels is not None and described.labels.ndim == 1 and described.classes:
        for name, part in zip(PARTS, parts, strict=True):
            said, classes = described.labels[part], len(described.classes)
            known = said[(said >= 0) & (said < classes)]  # what a loss ignores may lie beside them
            balance[name] = tuple(np.bincount(known, minlength=classes).tolist())
    if described.pixels is not None:
        for name, part in zip(PARTS, parts, strict=True):
            balance[name] = tuple(described.pixels[part].sum(axis=0).tolist())
    notes = (*described.notes, *_odd(described, config, sizes, balance))
    return replace(described, parts=sizes, balance=balance, notes=notes)


def _odd(
    described: DataDescription,
    config: DataConfig,
    sizes: Mapping[str, int],
    balance: Mapping[str, Sequence[int]],
) -> Iterator[str]:
    """What somebody would want to know of the parts before they train."""
    if config.validation > 0 and not sizes["validation"] and sizes["train"]:
        yield later("validation is so small a fraction that no sample is left to validate with")
    if config.test > 0 and not sizes["test"] and sizes["train"]:
        yield later("test is so small a fraction that no sample is left to test with")
    if not balance or len(described.classes) > 1000 or described.pixels is not None:
        return
    for name in PARTS:
        there = [i for i, count in enumerate(balance[name]) if count]
        if len(there) == 1 and len(described.classes) > 1:
            which = described.classes[there[0]]
            if name == "train":
                yield later("all samples to train on are of class {which}", which=which)
            elif name == "validation":
                yield later("all samples to validate with are of class {which}", which=which)
            else:
                yield later("all samples to test with are of class {which}", which=which)
    total = np.sum([balance[name] for name in PARTS], axis=0)
    missing = [
        described.classes[i]
        for i, count in enumerate(balance["train"])
        if not count and total[i] > 0
    ]
    if missing and sizes["train"]:
        yield later(
            "class {which} is in no sample to train on; a stratified split would keep it there",
            which=missing[0],
        )
    lone = [described.classes[i] for i, count in enumerate(total) if count == 1]
    if lone:
        yield later("class {which} has one sample only", which=lone[0])


def _apart(config: DataConfig) -> Iterator[tuple[str, DataConfig]]:
    for name in PARTS[1:]:
        if name in config.apart:
            options = {**config.options, **config.apart[name]}
            yield name, replace(config, options=options, apart={}, group="")


def _fields(arrays: Arrays) -> tuple[Field, ...]:
    return tuple(Field(array.shape[1:], str(array.dtype)) for array in arrays.inputs)


def _check_alike(name: str, whole: Sequence[Field], part: Sequence[Field]) -> None:
    for first, second in zip(whole, part, strict=False):
        if first.shape != second.shape:
            raise DataError(
                later(
                    "{name}: its samples are {second}, but those to train on are {first}",
                    name=NAMES[name],
                    second=list(second.shape),
                    first=list(first.shape),
                ),
                later("bring both to one shape"),
            )
    if len(whole) != len(part):
        raise DataError(
            later("{name}: it has other inputs than the data to train on", name=NAMES[name])
        )


def _pixels_of_all(every: Sequence[DataDescription]) -> NumpyArray | None:
    """Pixels of every class in every sample, by the classes that are trained on."""
    classes = every[0].classes
    if any(one.pixels is None for one in every):
        return None
    rows = []
    for one in every:
        counts = np.zeros((one.samples, len(classes)), np.int64)
        for place, name in enumerate(one.classes):
            if name in classes and one.pixels is not None:
                counts[:, classes.index(name)] = one.pixels[:, place]
        rows.append(counts)
    return np.concatenate(rows)


def _classes_of_all(
    pairs: Sequence[tuple[Sequence[str], Samples]], names: Sequence[str]
) -> tuple[tuple[str, ...], list[Samples]]:
    """The classes by the names that they have to train on, and every target by those.

    Raises: DataError, where a part has a class that is not learned.
    """
    classes = tuple(pairs[0][0])
    targets = [pairs[0][1]]
    number = {name: index for index, name in enumerate(classes)}
    for (theirs, target), part in zip(pairs[1:], names, strict=True):
        if tuple(theirs) == classes or not theirs:
            targets.append(target)
            continue
        strange = [(i, row) for i, row in _used(target).items() if theirs[i] not in number]
        if strange:
            index, row = strange[0]
            raise DataError(
                later(
                    "{name}: sample {row} is of class {which}, of which no sample is trained on",
                    name=NAMES[part],
                    row=row,
                    which=repr(theirs[index]),
                ),
                later("the classes to train on are {classes}", classes=", ".join(classes[:20])),
            )
        table = np.array([number.get(name, 0) for name in theirs], np.int64)
        targets.append(_renumbered(target, table))
    return classes, targets


def _used(target: Samples) -> dict[int, int]:
    """Every class that occurs, with the first sample in which it does, from 0."""
    found: dict[int, int] = {}
    start = 0
    for part in target.parts() if isinstance(target, OnDisk) else [target]:
        classes, places = np.unique(part, return_index=True)
        rows = start + places // max(1, int(np.prod(part.shape[1:])))
        found = {**dict(zip(classes.tolist(), rows.tolist(), strict=True)), **found}
        start += len(part)
    return dict(sorted(found.items()))


def _renumbered(target: Samples, table: NumpyArray) -> Samples:
    if isinstance(target, OnDisk):
        return target.changed(lambda part: table[part], target.shape[1:], str(table.dtype))
    return table[target]
