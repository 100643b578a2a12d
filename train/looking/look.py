"""A page of samples of a data set with all that is known of it, as it is in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import DataError, LoomError
from graph.phrases import phrase_to_plain
from train.data import data_key, describe
from train.data.csv_file import read_columns
from train.data.description import Arrays, DataDescription, NumpyArray
from train.data.parquet import read_parquet
from train.data.parts import PARTS
from train.data.preparation import parts_of
from train.data.source import Place
from train.data.whole import read_whole
from train.looking.masks import laid_over, words_of
from train.looking.values import Values, values_of, values_of_columns
from train.settings import DataConfig

#: Tokens and numbers of a sample that are written out.
MOST_TOKENS, MOST_NUMBERS = 60, 24


@dataclass(frozen=True)
class Wanted:
    """Which samples are to be seen: of a part, of a class (both "" for all), and which page."""

    part: str = ""
    label: str = ""
    page: int = 0
    per_page: int = 48

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> Wanted:
        return Wanted(
            str(plain.get("part") or ""),
            str(plain.get("label") or ""),
            max(0, int(plain.get("page") or 0)),
            min(500, max(1, int(plain.get("per_page") or 48))),
        )


@dataclass
class Looker:
    """Looks into data sets; keeps the last one that it has read."""

    _kept: tuple[str, Arrays, list[Values], int] | None = field(default=None)

    def look(
        self, config: DataConfig, folder: Path | None, wanted: Wanted
    ) -> tuple[dict[str, Any], NumpyArray | None]:
        """What there is to tell, and the pictures of the page where samples are pictures.

        Shapes: pictures (samples, channels, height, width), unsigned bytes.
        """
        try:
            described = describe(config, folder, outside=True)
            arrays, values, sampled = self._read(config, folder)
        except DataError as error:
            return self._broken(config, folder, error), None
        part = np.full(arrays.samples, -1)
        for number, rows in enumerate(parts_of(arrays, config)):
            part[rows] = number
        chosen = part >= 0
        if wanted.part in PARTS:
            chosen &= part == PARTS.index(wanted.part)
        if wanted.label in arrays.classes and arrays.labels is not None:
            chosen &= arrays.labels == arrays.classes.index(wanted.label)
        rows = np.flatnonzero(chosen)
        pages = max(1, -(-len(rows) // wanted.per_page))
        page = min(wanted.page, pages - 1)
        shown = rows[page * wanted.per_page : (page + 1) * wanted.per_page]
        if as_pictures(arrays, rows[:1]) is not None:
            shown = rows[page::pages]  # files are sorted by class: see some of each
        samples = [
            {
                "index": int(row),
                "part": PARTS[part[row]],
                "label": label_of(arrays, arrays.target[row]),
                "cells": cells_of(arrays, row),
            }
            for row in shown
        ]
        told = {
            **_facts(described),
            "count": len(rows),
            "page": page,
            "per_page": wanted.per_page,
            "samples": samples,
            "columns": columns_of(arrays),
            "values": [one.to_plain() for one in values],
            "sampled": sampled if sampled < arrays.samples else None,
        }
        return told, _seen(arrays, shown)

    def _read(self, config: DataConfig, folder: Path | None) -> tuple[Arrays, list[Values], int]:
        plain = replace(config, augment=(), batch_size=1)
        key = f"{plain!r} {data_key(config, folder, outside=True)}"
        if self._kept is None or self._kept[0] != key:
            self._kept = None  # not two large sets at once
            arrays = read_whole(config, Place(folder, True))
            self._kept = (key, arrays, *values_of(arrays))
        return self._kept[1:]

    def _broken(self, config: DataConfig, folder: Path | None, error: DataError) -> dict[str, Any]:
        """A table tells of its columns even if it cannot be trained on as it is."""
        values: list[Values] = []
        try:
            path = Place(folder, True).file(config)
            if config.source in ("csv", "parquet"):
                read = read_columns if config.source == "csv" else read_parquet
                values = values_of_columns(read(path))
        except LoomError:
            values = []
        return {"problem": phrase_to_plain(str(error)), "values": [v.to_plain() for v in values]}


def is_masked(arrays: Arrays) -> bool:
    """Whether every pixel of its pictures has a class."""
    target, pictures = arrays.target, arrays.inputs[0]
    if not arrays.classes or target.ndim != 3 or pictures.ndim != 4:
        return False
    return tuple(target.shape[1:]) == tuple(pictures.shape[2:])


def _seen(arrays: Arrays, rows: NumpyArray) -> NumpyArray | None:
    """The pictures of some samples, under their masks where they have some."""
    pictures = as_pictures(arrays, rows)
    if pictures is None or not len(pictures) or not is_masked(arrays):
        return pictures
    return laid_over(pictures, arrays.target[rows])


def _facts(described: DataDescription) -> dict[str, Any]:
    plain = described.to_plain()
    plain["notes"] = [phrase_to_plain(note) for note in described.notes]
    return plain


def label_of(arrays: Arrays, target: NumpyArray) -> str:
    """The class, the text or the numbers that are asked for."""
    if arrays.classes and target.ndim == 0:
        return arrays.classes[int(target)]
    if is_masked(arrays):
        return words_of(target, arrays.classes)
    if arrays.classes:
        return tokens_of(arrays, target)
    return numbers_of(target)


def columns_of(arrays: Arrays) -> list[str]:
    """What the cells of a sample are called, where samples are no pictures."""
    if arrays.table:
        return [column for name in arrays.names for column in name.split(", ")][:MOST_NUMBERS]
    return list(arrays.names) or ["input"]


def cells_of(arrays: Arrays, row: int) -> list[str]:
    """A sample as text: by columns, as the words that it is, or its numbers."""
    if arrays.peak is not None and arrays.inputs[0].ndim == 4:
        return []
    cells: list[str] = []
    for name, array in zip(arrays.names or ("",), arrays.inputs, strict=False):
        if not arrays.table:
            is_text = "text" in arrays.lexicon and array.dtype.kind in "iu"
            cells.append(tokens_of(arrays, array[row]) if is_text else numbers_of(array[row]))
            continue
        place = 0
        for column in name.split(", "):
            kinds = arrays.lexicon.get(column, ())
            if kinds:
                one = array[row, place : place + len(kinds)]
                cells.append(kinds[int(np.argmax(one))] if one.any() else "")
            elif place < array.shape[1]:
                cells.append(f"{array[row, place]:.6g}")
            place += max(1, len(kinds))
    return cells[:MOST_NUMBERS]


def tokens_of(arrays: Arrays, codes: NumpyArray) -> str:
    """The text that tokens stand for, without what fills it up."""
    known = arrays.lexicon.get("text", ())
    words = [known[int(code)] if int(code) < len(known) else "?" for code in codes if code]
    between = "" if all(len(word) == 1 for word in known[2:]) else " "
    more = " ..." if len(words) > MOST_TOKENS else ""
    return between.join(words[:MOST_TOKENS]) + more


def numbers_of(array: NumpyArray) -> str:
    flat = np.asarray(array).reshape(-1)
    more = " ..." if flat.size > MOST_NUMBERS else ""
    return "  ".join(f"{value:.4g}" for value in flat[:MOST_NUMBERS]) + more


def as_pictures(arrays: Arrays, rows: NumpyArray) -> NumpyArray | None:
    """The first input of these samples as unsigned bytes, if it is made of pictures."""
    images = arrays.inputs[0][rows] if arrays.inputs else np.zeros(0)
    if images.ndim != 4 or images.shape[1] not in (1, 3) or min(images.shape[2:]) < 2:
        return None
    if not len(images):
        return images.astype(np.uint8)
    low = 0.0 if arrays.peak is not None else float(images.min())
    peak = arrays.peak or float(images.max())
    scaled = (images.astype(np.float32) - low) * (255.0 / ((peak - low) or 1.0))
    pixels: NumpyArray = np.clip(scaled, 0, 255).astype(np.uint8)
    return pixels
