"""Text as tokens: what comes next in it, or which class it is of.

The small functions stand alone: an exported training script carries their text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data import csv_file
from train.data.column import Column
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.memory import check_size
from train.data.parquet import read_parquet
from train.data.parts import partition
from train.data.picture_files import short
from train.data.saved_dataset import is_saved, read_saved
from train.data.table import TablePlan, find_column, groups_of, plan_target, target_values
from train.settings import DataConfig

SUFFIXES = {".txt", ".text", ".md"}
TABLES = {".csv", ".tsv", ".parquet"}


#: As much text is read, for every token of it is held in memory several times.
MOST_BYTES = 50_000_000


def tokenize(text: str, tokens: str) -> list[str]:
    """Cut a text into characters, or into words and marks."""
    if tokens == "characters":
        return list(text)
    return re.findall(r"\w+|[^\w\s]", text)


def make_vocabulary(texts: list[list[str]], most: int) -> list[str]:
    """Return the tokens by how often they occur, after padding (0) and whatever is unknown (1)."""
    counts = Counter(token for tokens in texts for token in tokens)
    ranked = sorted(counts, key=lambda token: (-counts[token], token))
    return ["<pad>", "<unknown>", *ranked[:most]]


def encode(tokens: list[str], vocabulary: list[str]) -> NumpyArray:
    """Return the place of each token in the vocabulary. Shapes: (tokens,)."""
    place = {token: number for number, token in enumerate(vocabulary)}
    return np.array([place.get(token, 1) for token in tokens], dtype=np.int64)


def windows(
    codes: NumpyArray, length: int, stride: int, each: bool
) -> tuple[NumpyArray, NumpyArray]:
    """Return stretches of a text and what comes next: after each of their tokens, or at the end.

    Shapes: (samples, length), and (samples, length) or (samples,).
    """
    starts = np.arange(0, len(codes) - length, stride)
    place = starts[:, None] + np.arange(length)
    return codes[place], codes[place + 1] if each else codes[starts + length]


def padded(texts: list[NumpyArray], length: int) -> NumpyArray:
    """Return texts cut to one length, or filled with padding. Shapes: (samples, length)."""
    rows = np.zeros((len(texts), length), dtype=np.int64)
    for row, codes in zip(rows, texts, strict=True):
        row[: len(codes)] = codes[:length]
    return rows


class Reading(NamedTuple):
    """How texts become tokens, and what is asked of them."""

    tokens: str = "characters"
    length: int = 64
    stride: int | None = None
    predict: str = "each"
    vocabulary: int = 10_000
    text: str = ""
    target: str = ""
    task: str = "auto"


class Texts(NamedTuple):
    """What was read: texts, and of those that have classes where each stands and which it is of."""

    texts: list[str]
    places: list[str] = []
    plan: TablePlan | None = None
    labels: NumpyArray | None = None
    classes: tuple[str, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it is one text of which the next token is asked."""
        return self.plan is None and self.labels is None


def read_texts(path: Path, how: Reading, group: str, classes: Sequence[str]) -> Texts:
    """Read a table, a folder of classes, or text as it runs.

    Raises: DataError, naming the file and, where there is one, the row.
    """
    if path.suffix.lower() in TABLES or is_saved(path):
        return _from_table(path, how, group, classes)
    if path.is_file():
        return Texts([_read_text(path, path.name)])
    inner = sorted(e for e in path.iterdir() if e.is_dir() and e.name[0] != ".")
    if inner:
        return _from_folders(path, inner)
    files = _text_files(path)
    if not files:
        raise DataError(
            later("{name}: holds no text", name=path.name),
            later("put .txt files into it, or a folder of them for each class"),
        )
    return Texts(["\n".join(_read_text(file, short(file)) for file in files)])


def _from_table(path: Path, how: Reading, group: str, classes: Sequence[str]) -> Texts:
    columns = _columns(path)
    text = _text_column(columns, how)
    others = [name for name in columns if name not in (text, group)]
    if not text or not others:
        raise DataError(
            later("{name}: it needs a column of texts and one of classes", name=path.name),
            later("name them: text: review, target: stars"),
        )
    plan = plan_target(path, columns, how.target or others[-1], how.task, group, classes)
    column = find_column(path, columns, text)
    for row, cell in enumerate(column.cells):
        if not cell:
            raise DataError(
                later(
                    "{name}, row {row}: the text is empty", name=path.name, row=column.lines[row]
                ),
                later("fill it in or remove the row"),
            )
    return Texts(list(column.cells), [str(line) for line in column.lines], plan)


def text_column(path: Path, how: Reading) -> str:
    """Which column of a table has the texts. Raises: DataError."""
    return _text_column(_columns(path), how)


def _columns(path: Path) -> dict[str, Column]:
    if is_saved(path):
        return read_saved(path)
    if path.suffix.lower() == ".parquet":
        return read_parquet(path)
    return csv_file.read_columns(path)


def _text_column(columns: Mapping[str, Column], how: Reading) -> str:
    """The one that is named, the one called text, or the one with the most different texts."""
    words = [name for name, column in columns.items() if column.numbers is None]
    return how.text or ("text" if "text" in words else max(words, key=_kinds(columns), default=""))


def _kinds(columns: Mapping[str, Column]) -> Callable[[str], int]:
    return lambda name: len(set(columns[name].cells))


def _from_folders(path: Path, folders: Sequence[Path]) -> Texts:
    texts, labels = [], []
    for number, folder in enumerate(folders):
        files = _text_files(folder)
        if not files:
            raise DataError(
                later("{name}/{classes}: holds no text", name=path.name, classes=folder.name),
                later("add .txt files or remove the folder"),
            )
        texts += [_read_text(file, short(file)) for file in files]
        labels += [number] * len(files)
    names = tuple(folder.name for folder in folders)
    return Texts(texts, labels=np.array(labels, np.int64), classes=names)


def _text_files(folder: Path) -> list[Path]:
    found = [one for one in sorted(folder.rglob("*")) if one.suffix.lower() in SUFFIXES]
    return [one for one in found if one.is_file()]


def _read_text(path: Path, name: str) -> str:
    """``name`` is what the file is called where something is wrong with it. Raises: DataError."""
    try:
        data = path.read_bytes()
        if len(data) > MOST_BYTES:
            raise DataError(
                later("{name}: {size:,} bytes of text are too many", name=name, size=len(data)),
                later("use a part of at most {most:,} bytes", most=MOST_BYTES),
            )
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DataError(
            later("{name}, row {line}: these bytes are no UTF-8 text", name=name, line=line),
            later("save it as UTF-8"),
        ) from error
    except OSError as error:
        raise DataError(
            later("{name}: cannot be read ({reason})", name=name, reason=error.strerror)
        ) from error
    if not text.strip():
        raise DataError(later("{name}: the text is empty", name=name), later("write some into it"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def follows_the_split(read: Texts, config: DataConfig) -> bool:
    """Whether a vocabulary can wait for the samples to be drawn: not if that goes by tokens."""
    return config.split != "stratified" or not read.is_running


def trained_on(
    read: Texts, cut: list[list[str]], how: Reading, config: DataConfig
) -> list[list[str]]:
    """The tokens of the samples to train on: of all others nothing may be known.

    Raises: DataError, where the split goes by what is not there.
    """
    if not follows_the_split(read, config):
        return cut
    if read.is_running:
        [running] = cut
        starts = np.arange(0, len(running) - how.length, how.stride or how.length)
        begun = np.zeros(len(running) + 1, np.int64)
        if len(starts):
            rows = starts[partition(len(starts), config).train]
            np.add.at(begun, rows, 1)
            np.add.at(begun, rows + how.length + 1, -1)  # and the token that comes next
        return [list(compress(running, np.cumsum(begun)[:-1] > 0))]
    labels, groups = read.labels, None
    if read.plan is not None:
        labels = target_values(read.plan) if read.plan.classes else None
        groups = groups_of(read.plan)
    rows = partition(len(cut), config, labels=labels, groups=groups).train
    return [cut[row] for row in rows]


def text_arrays(
    path: Path,
    how: Reading,
    config: DataConfig,
    classes: Sequence[str] = (),
    vocabulary: Sequence[str] = (),
) -> Arrays:
    """Whole texts as tokens: (samples, length), whole numbers.

    ``classes`` and ``vocabulary`` are those of the text that is trained on, where this has to fit.
    Without them the vocabulary is that of the samples that ``config`` draws to train on.
    Raises: DataError, naming the file and, where there is one, the row.
    """
    return _arrays(path, read_texts(path, how, config.group, classes), how, config, vocabulary)


def _arrays(
    path: Path, read: Texts, how: Reading, config: DataConfig, vocabulary: Sequence[str]
) -> Arrays:
    cut = [tokenize(text, how.tokens) for text in read.texts]
    known = list(vocabulary)
    if not known:
        known = make_vocabulary(trained_on(read, cut, how, config), how.vocabulary)
    codes = [encode(tokens, known) for tokens in cut]
    check_size(
        path.name, 16 * how.length * max(len(codes), len(codes[0]) // (how.stride or how.length))
    )
    lexicon = {"text": tuple(known)}
    if read.is_running:
        [running] = codes
        if len(running) <= how.length:
            raise DataError(
                later(
                    "{name}: has {count:,} tokens, too few for a length of {length}",
                    name=path.name,
                    count=len(running),
                    length=how.length,
                ),
                later("set a smaller length"),
            )
        inputs, target = windows(
            running, how.length, how.stride or how.length, how.predict == "each"
        )
        return Arrays(
            (inputs,), target, tuple(map(_visible, known)), names=("text",), lexicon=lexicon
        )
    inputs = padded(codes, how.length)
    if read.plan is None:
        assert read.labels is not None
        return Arrays((inputs,), read.labels, read.classes, names=("text",), lexicon=lexicon)
    return Arrays(
        (inputs,),
        target_values(read.plan),
        read.plan.classes,
        names=("text",),
        lexicon=lexicon,
        groups=groups_of(read.plan),
    )


def describe_text(
    path: Path,
    how: Reading,
    config: DataConfig,
    classes: Sequence[str] = (),
    vocabulary: Sequence[str] = (),
) -> DataDescription:
    """The same of what ``text_arrays`` gives. Raises: DataError."""
    read = read_texts(path, how, config.group, classes)
    arrays = _arrays(path, read, how, config, vocabulary)
    target = Field(arrays.target.shape[1:], str(arrays.target.dtype))
    notes = []
    if not follows_the_split(read, config) and not vocabulary:
        notes.append(
            later(
                "the split goes by the token that comes next, so the vocabulary is taken from all "
                "samples, not only from those to train on"
            )
        )
    if how.stride is not None and how.stride < how.length and arrays.target.ndim:
        notes.append(
            later(
                "samples overlap where stride is less than length, so validate with a text of its "
                "own"
            )
        )
    return DataDescription(
        (Field((how.length,), "int64"),),
        target,
        arrays.samples,
        arrays.classes,
        ("text",),
        path.name,
        tuple(notes),
        lexicon=arrays.lexicon,
        labels=arrays.labels,
        groups=arrays.groups,
    )


def _visible(token: str) -> str:
    """A token as it can be shown: a line break is written out."""
    return (
        token if token.isprintable() and token != " " else repr(token)[1:-1].replace(" ", "space")
    )
