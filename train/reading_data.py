"""From the mapping ``data:`` of ``training:`` to a DataConfig, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from graph.document import Value
from graph.phrases import later
from train.data.file_groups import FOLDER, pattern_problem
from train.data.location import PLACES
from train.data.source import Source
from train.data.sources import SOURCES
from train.reader import Reader, check_value, dropping, repairs, setting
from train.reading_augment import read_augment
from train.settings import DataConfig

#: Keys of ``data:`` for every source.
DATA = (
    "source",
    "validation",
    "test",
    "split",
    "group",
    "batch_size",
    "seed",
    "normalize",
    "normalize_target",
    "flatten",
    "drop_last",
    "augment",
)
NORMALIZATIONS = ("auto", "standard", "unit", "none")

#: Sources whose targets are named like their inputs.
ARRAYS = ("npz", "pt")

SPLITS = ("random", "stratified")

LARGEST_SEED = 2**32 - 1


def read_data(reader: Reader, data: Mapping[str, Value]) -> DataConfig:
    path = ("data",)
    default = DataConfig()
    name = data.get("source", default.source)
    source = SOURCES[reader.choice(name, SOURCES, (*path, "source"), default.source)]
    if name == source.name:
        reader.unknown_keys(data, (*DATA, *(a.name for a in source.arguments)), path)
    options = {}
    for argument in source.arguments:
        if argument.name not in data:
            continue
        wrong = check_value(argument, data[argument.name])
        if wrong:
            here = (*path, argument.name)
            reader.complain(here, "bad-value", wrong, *repairs(argument, here))
        else:
            options[argument.name] = data[argument.name]
    if source.name not in ARRAYS and options.get("targets") not in (None, "inputs"):
        here = (*path, "targets")
        said = later(
            "{name} knows only 'inputs' here, not {said}",
            name=source.name,
            said=repr(options.pop("targets")),
        )
        reader.complain(here, "bad-value", said, dropping(here), setting(here, "inputs"))
    parts = _Parts(reader, source, data)
    return DataConfig(
        source=source.name,
        validation=parts.read("validation", default.validation),
        test=parts.read("test", default.test),
        apart=parts.apart,
        split=parts.split(),
        group=parts.group(),
        batch_size=reader.whole(data, "batch_size", path, default.batch_size, 1, 10_000_000),
        seed=reader.whole(data, "seed", path, default.seed, 0, LARGEST_SEED),
        normalize=reader.choice(
            data.get("normalize", "auto"), NORMALIZATIONS, (*path, "normalize"), "auto"
        ),
        normalize_target=_read_normalize_target(reader, data.get("normalize_target", "auto")),
        flatten=reader.flag(data, "flatten", path, False),
        drop_last=reader.flag(data, "drop_last", path, False),
        augment=read_augment(reader, data.get("augment")),
        options=options,
    )


class _Parts:
    """What is held out: fractions, or files of their own, and how samples are drawn."""

    def __init__(self, reader: Reader, source: Source, data: Mapping[str, Value]) -> None:
        self._reader, self._source, self._data = reader, source, data
        self._places = list(source.apart_by) or [
            a.name for a in source.arguments if a.name in PLACES
        ]
        self.apart: dict[str, Mapping[str, Value]] = {}
        self._held_out = 0.0

    def read(self, name: str, default: float) -> float:
        """The fraction that a part is; 0 where it lies apart. ``val.csv`` is short for its path."""
        value, path = self._data.get(name, default), ("data", name)
        if isinstance(value, str) and len(self._places) == 1:
            value = {self._places[0]: value}
        if isinstance(value, Mapping):
            return self._read_apart(name, value)
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or not 0 <= float(value) < 1:
            said = later("expected a fraction from 0 to below 1, not {value}", value=repr(value))
            self._reader.complain(path, "bad-value", said, setting(path, default))
            return default
        fraction = float(value)
        if self._held_out + fraction >= 1:
            said = later("validation and test together leave no sample to train on")
            self._reader.complain(path, "bad-value", said, setting(path, 0.1))
            return 0.0
        self._held_out += fraction
        return fraction

    def _read_apart(self, name: str, value: Mapping[str, Value]) -> float:
        path = ("data", name)
        if not self._places:
            said = later(
                "{source} has no files of its own, so this is a fraction", source=self._source.name
            )
            self._reader.complain(path, "bad-value", said, setting(path, 0.2))
            return 0.0
        self._reader.unknown_keys(value, self._places, path)
        options = {key: value[key] for key in self._places if value.get(key)}
        wrong = [key for key, place in options.items() if not isinstance(place, str)]
        if wrong or len(options) < len(self._places):
            example = ", ".join(f"{key}: ..." for key in self._places)
            said = later("files of its own are named so: {example}", example=f"{{{example}}}")
            self._reader.complain(path, "bad-value", said, dropping(path))
            return 0.0
        for argument in self._source.arguments:
            if argument.name in options and check_value(argument, options[argument.name]):
                said = check_value(argument, options[argument.name])
                self._reader.complain(path, "bad-value", said, dropping(path))
                return 0.0
        self.apart[name] = options
        return 0.0

    def split(self) -> str:
        path = ("data", "split")
        return self._reader.choice(self._data.get("split", "random"), SPLITS, path, "random")

    def group(self) -> str:
        value, path = self._data.get("group"), ("data", "group")
        if value in (None, ""):
            return ""
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            said = later(
                "expected the name of a column or an array, not {value}", value=repr(value)
            )
            self._reader.complain(path, "bad-value", said, dropping(path))
            return ""
        if not self._source.has_groups:
            said = later("{source} has no groups to split by", source=self._source.name)
            self._reader.complain(path, "bad-value", said, dropping(path))
            return ""
        if self._source.groups_by == "file name" and (wrong := pattern_problem(str(value))):
            self._reader.complain(path, "bad-value", wrong, setting(path, FOLDER), dropping(path))
            return ""
        if self._data.get("split") == "stratified":
            said = later("a split goes by groups or by classes, not by both")
            self._reader.complain(
                path, "bad-value", said, dropping(path), dropping(("data", "split"))
            )
        return str(value)


def _read_normalize_target(reader: Reader, value: Value) -> bool | str:
    if isinstance(value, bool) or value == "auto":
        return cast("bool | str", value)
    path = ("data", "normalize_target")
    said = later("expected true, false or auto, not {value}", value=repr(value))
    reader.complain(path, "bad-value", said, dropping(path))
    return "auto"
