"""What a network is run on: a sample of the data, a picture, random or typed numbers, a file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from graph.analysis import Analysis
from graph.catalog.build import DTYPES
from graph.document import Document, Node
from graph.errors import DataError
from graph.phrases import joined, later
from train.data import Prepared
from train.probe.letters import OTHER, token_count, train_batch
from train.probe.pictures import PHOTOGRAPH, read_picture
from train.probe.shelf import Shelf
from train.probe.typed import parse_numbers
from train.settings import TrainingConfig

#: Where the numbers of an Input come from.
SOURCES = ("data", "image", "random", "numbers", "file")

#: What N is where nothing else says so.
BATCH = 1

#: No sample has more numbers: 1 GiB of float32.
MOST_NUMBERS = 2**28


@dataclass(frozen=True)
class Feed:
    """Where the numbers of one Input come from.

    ``index`` counts the samples of ``split`` from 0. ``path`` is a picture (where it is empty, the
    photograph that comes with the app) or an .npy file. ``text`` holds typed numbers; ``random``
    is ``normal`` or ``uniform``, drawn by ``seed``.
    """

    source: str = "data"
    index: int = 0
    split: str = "validation"
    path: str = ""
    text: str = ""
    seed: int = 0
    random: str = "normal"

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> Feed:
        """Raises: DataError, if it says what cannot be."""
        source = str(plain.get("source", "data"))
        if source not in SOURCES:
            raise DataError(
                later("there is no source {source}", source=repr(source)),
                later("there are {sources}", sources=", ".join(SOURCES)),
            )
        try:
            return Feed(
                source,
                int(plain.get("index", 0)),
                str(plain.get("split", "validation")),
                str(plain.get("path", "")),
                str(plain.get("text", "")),
                int(plain.get("seed", 0)),
                str(plain.get("random", "normal")),
            )
        except (TypeError, ValueError) as error:
            raise DataError("a number of the sample is none", "check index and seed") from error


@dataclass(frozen=True)
class Sample:
    """A tensor for every Input by its name, in order, and what is known of them.

    ``words`` say what it is. ``target`` is the first sample's, in its own unit; ``classes`` names
    the classes where it is an index.
    """

    inputs: Mapping[str, Tensor]
    words: str = ""
    target: Any = None
    classes: tuple[str, ...] = ()
    target_mean: float = 0.0
    target_scale: float = 1.0
    notes: tuple[str, ...] = ()


def take_sample(
    document: Document,
    analysis: Analysis,
    feeds: Mapping[str, Feed],
    *,
    folder: Path | None = None,
    batch: int | None = BATCH,
    sizes: Mapping[str, int] | None = None,
    shelf: Shelf | None = None,
) -> Sample:
    """Take what ``feeds`` say for every Input of the network; one that is not named is like the
    first that is.

    ``batch`` is N where the source leaves it open (None: as train mode needs), ``sizes`` the
    numbers of other letters.
    Raises: DataError, naming the Input, what is wrong and what to do.
    """
    if batch is None:
        batch = train_batch(document, analysis)
    taking = _Taking(document, analysis, folder, batch, dict(sizes or {}), shelf or Shelf())
    usual = next(iter(feeds.values()), Feed())
    names = [node.name for node in document.graph.nodes if node.type == "Input"]
    for name in feeds:
        if name not in names:
            raise DataError(
                later("there is no Input {name}", name=repr(name)),
                later("there are {names}", names=", ".join(names)),
            )
    for index, name in enumerate(names):
        taking.take(index, document.graph.node(name), feeds.get(name, usual))
    return taking.sample()


class _Taking:
    """The sample while its Inputs are filled one after the other."""

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        folder: Path | None,
        batch: int,
        sizes: dict[str, int],
        shelf: Shelf,
    ) -> None:
        self._document, self._analysis, self._folder = document, analysis, folder
        self._batch, self._sizes, self._shelf = batch, sizes, shelf
        self._config = TrainingConfig.from_document(document)
        self._inputs: dict[str, Tensor] = {}
        self._words: dict[str, None] = {}
        self._notes: dict[str, None] = {}
        self._data: tuple[Prepared, Any] | None = None

    def take(self, index: int, node: Node, feed: Feed) -> None:
        try:
            ways = {
                "data": lambda: self._from_data(index, node, feed),
                "image": lambda: self._from_image(node, feed),
                "random": lambda: self._random(node, feed, index),
                "numbers": lambda: self._fitted(
                    node, parse_numbers(feed.text), later("typed numbers")
                ),
                "file": lambda: self._from_file(node, feed),
            }
            self._inputs[node.name] = ways[feed.source]()
        except DataError as error:
            raise DataError(
                later("{name}: {words}", name=node.name, words=error.message), error.advice
            ) from error

    def sample(self) -> Sample:
        words, notes = joined("; ", self._words), tuple(self._notes)
        if self._data is None:
            return Sample(self._inputs, words, notes=notes)
        data, target = self._data
        return Sample(
            self._inputs,
            words,
            target,
            data.classes,
            data.target_mean,
            data.target_scale,
            notes,
        )

    # ways

    def _from_data(self, position: int, node: Node, feed: Feed) -> Tensor:
        data = self._shelf.prepared(self._config, self._folder)
        held_out = feed.split != "train" and data.validation_samples > 0
        inputs = data.validation_inputs if held_out else data.train_inputs
        targets = data.validation_target if held_out else data.train_target
        split, count = later("validation") if held_out else later("training"), len(targets)
        if position >= len(inputs):
            raise DataError(
                later(
                    "{source} has {counted}, this is the {position}th Input",
                    source=self._config.data.source,
                    counted=later("{n:,} inputs", one="{n:,} input", n=len(inputs)),
                    position=position + 1,
                ),
                "choose another source for it",
            )
        if not 0 <= feed.index < count:
            raise DataError(
                later("there is no {split} sample {index}", split=split, index=feed.index),
                later("they count from 0 to {count}", count=count - 1),
            )
        rows = (np.arange(self._batch) + feed.index) % count
        self._words[
            later(
                "{split} sample {index} of {source}",
                split=split,
                index=feed.index,
                source=self._config.data.source,
            )
        ] = None
        self._data = (data, targets[feed.index])
        return self._checked(node, torch.from_numpy(inputs[position][rows]), later("the data set"))

    def _from_image(self, node: Node, feed: Feed) -> Tensor:
        shape = self._declared(node)
        if len(shape) not in (3, 4):
            said = later(
                "a picture has channels, height and width, {shape} arrives here", shape=_text(shape)
            )
            raise DataError(said, "choose random or typed numbers")
        channels, height, width = shape[-3:]
        path = self._path(feed.path) if feed.path else PHOTOGRAPH
        pixels = read_picture(path, channels, height, width)
        scaled, note = self._scaled(pixels)
        self._notes[note] = None
        self._words[path.name] = None
        for letter, size in zip(shape[-3:], pixels.shape, strict=True):
            if isinstance(letter, str):
                self._sizes[letter] = size
        tensor = torch.from_numpy(scaled)
        if len(shape) == 4:
            tensor = tensor[None].expand(self._count(shape[0]), -1, -1, -1).contiguous()
        return self._checked(node, tensor, later("the picture"))

    def _scaled(self, pixels: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], str]:
        """As the project's data set is scaled, if it is made of pictures; else from 0 to 1."""
        unit = np.asarray(pixels, np.float32) / 255
        if not self._document.training:
            return unit, later("pixels from 0 to 1")
        scale = self._shelf.scale(self._config, self._folder)
        if scale is None or scale.mean.size not in (1, pixels.shape[0]):
            return unit, later("pixels from 0 to 1")
        mean, deviation = (part.reshape(-1, 1, 1) for part in (scale.mean, scale.deviation))
        scaled = (unit * scale.peak - mean) / deviation
        return scaled.astype(np.float32), later(
            "scaled as {source} is", source=self._config.data.source
        )

    def _random(self, node: Node, feed: Feed, position: int) -> Tensor:
        shape = tuple(self._size(size) for size in self._declared(node))
        self._check_amount(shape)
        dtype = self._dtype(node)
        generator = torch.Generator().manual_seed((feed.seed * 1000 + position) % 2**63)
        if dtype.is_complex or dtype.is_floating_point:
            make = torch.rand if feed.random == "uniform" else torch.randn
            self._words[later("random numbers, seed {seed}", seed=feed.seed)] = None
            return make(shape, generator=generator).to(dtype)
        high = 2 if dtype == torch.bool else token_count(self._document, self._analysis, node.name)
        self._words[
            later("random whole numbers below {high}, seed {seed}", high=high, seed=feed.seed)
        ] = None
        return torch.randint(0, high, shape, generator=generator).to(dtype)

    def _from_file(self, node: Node, feed: Feed) -> Tensor:
        path = self._path(feed.path)
        try:
            array = np.load(path, mmap_mode="r", allow_pickle=False)
            if not isinstance(array, np.ndarray):
                array.close()
                raise DataError(
                    later("{name}: holds several arrays", name=path.name), "save one array as .npy"
                )
            if array.size > MOST_NUMBERS:
                raise DataError(
                    later("{name}: {size:,} numbers are too many", name=path.name, size=array.size)
                )
            if array.dtype.kind not in "biufc":
                raise DataError(
                    later("{name}: holds {dtype}, not numbers", name=path.name, dtype=array.dtype)
                )
            values = np.array(array)
        except (OSError, ValueError, EOFError) as error:
            raise DataError(
                later("{name}: cannot be read as an .npy file", name=path.name),
                "save it with numpy.save",
            ) from error
        self._words[path.name] = None
        return self._fitted(node, values, path.name)

    # shapes

    def _fitted(self, node: Node, values: np.ndarray[Any, Any], what: str) -> Tensor:
        """Numbers as a tensor of the Input's shape: with the batch, without it, or laid flat."""
        shape = self._declared(node)
        if what == "typed numbers":
            self._words[what] = None
        dtype = self._dtype(node)
        if not dtype.is_floating_point and not dtype.is_complex and not _are_whole(values):
            raise DataError("whole numbers are expected here", "type numbers without a point")
        wide = values.astype(np.float64) if values.dtype.kind == "f" else values
        tensor = torch.from_numpy(np.ascontiguousarray(wide)).to(dtype)
        if tensor.ndim == len(shape):
            return self._checked(node, tensor, what)
        if tensor.ndim == len(shape) - 1:
            return self._checked(node, tensor[None], what)
        rest = tuple(self._size(size) for size in shape[1:])
        if tensor.ndim <= 1 and shape and tensor.numel() == math.prod(rest):
            return self._checked(node, tensor.reshape(1, *rest), what)
        raise DataError(
            later(
                "{shape} is expected, {counted} of shape {shape_2} came from {what}",
                shape=_text(shape),
                counted=later("{n:,} numbers", one="{n:,} number", n=tensor.numel()),
                shape_2=_text(tuple(tensor.shape)),
                what=what,
            ),
            later(
                "give {counted} for one sample",
                counted=later("{n:,} numbers", one="{n:,} number", n=math.prod(rest)),
            ),
        )

    def _checked(self, node: Node, tensor: Tensor, what: str) -> Tensor:
        """The tensor, if the Input takes its shape; a letter is one number in all of them."""
        shape = self._declared(node)
        fits = tensor.ndim == len(shape) and all(
            size == here if isinstance(here, int) else self._binds(here, size)
            for here, size in zip(shape, tensor.shape, strict=True)
        )
        if not fits:
            raise DataError(
                later(
                    "{shape} is expected, {shape_2} comes from {what}",
                    shape=_text(shape),
                    shape_2=_text(tuple(tensor.shape)),
                    what=what,
                ),
                "choose another source, or change the shape of the Input",
            )
        return tensor.to(self._dtype(node))

    def _binds(self, letter: str, size: int) -> bool:
        return letter == "N" or self._sizes.setdefault(letter, size) == size

    def _declared(self, node: Node) -> tuple[int | str, ...]:
        known = self._analysis.nodes.get(node.name)
        if known is None or "output" not in known.outputs:
            raise DataError("its shape is not known yet", "set the shape of the Input")
        shape = known.outputs["output"].shape
        return tuple(size if isinstance(size, int) else str(size) for size in shape)

    def _size(self, size: int | str) -> int:
        return size if isinstance(size, int) else self._count(size)

    def _count(self, letter: int | str) -> int:
        if isinstance(letter, int):
            return letter
        return self._batch if letter == "N" else self._sizes.setdefault(letter, OTHER)

    def _check_amount(self, shape: tuple[int, ...]) -> None:
        if math.prod(shape) > MOST_NUMBERS:
            many = later("{n:,} numbers are too many", n=math.prod(shape))
            raise DataError(many, "choose a smaller batch")

    def _dtype(self, node: Node) -> torch.dtype:
        known = self._analysis.nodes[node.name].outputs["output"].dtype
        return DTYPES.get(known, torch.float32)

    def _path(self, text: str) -> Path:
        if not text or "\0" in text:
            raise DataError("no file was chosen", "choose one")
        path = Path(text).expanduser()
        path = self._folder / path if self._folder is not None else path
        if not path.is_file():
            raise DataError(later("{text}: there is no such file", text=text), "check the path")
        return path


def _are_whole(values: np.ndarray[Any, Any]) -> bool:
    if values.dtype.kind != "f":
        return bool(values.dtype.kind != "c")
    return bool((np.isfinite(values) & (values == np.floor(values))).all())


def _text(shape: tuple[int | str, ...]) -> str:
    return f"[{', '.join(map(str, shape))}]"
