"""What a data set says of itself, and what it gives once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from train.data.on_disk import Samples

NumpyArray = npt.NDArray[Any]

#: The categories of each column of text, or the vocabulary: what an index stands for.
Lexicon = Mapping[str, tuple[str, ...]]


class Field(NamedTuple):
    """Shape (of one sample, without the batch axis) and dtype (PyTorch's name) of a tensor."""

    shape: tuple[int, ...]
    dtype: str = "float32"

    def __str__(self) -> str:
        sizes = ", ".join(["N", *(str(size) for size in self.shape)])
        return f"[{sizes}] {self.dtype}"


@dataclass(frozen=True)
class DataDescription:
    """What reaches the network and the loss, told without reading all of the data.

    ``inputs`` come in the order of the network's Input nodes. ``classes`` names the classes
    when the target is a class index, and is empty for every other target. ``parts`` counts the
    samples to train, validate and test with, ``balance`` those of each class in each part, as far
    as ``labels``, a class for every sample, are known; ``groups`` says what must stay together.
    Where every pixel has a class, ``pixels`` counts them: (samples, classes). A stratified split
    goes by ``strata``, which may be those of another target, or else by ``labels``.
    """

    inputs: tuple[Field, ...]
    target: Field
    samples: int
    classes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # what each input is: "image", or the columns of a table
    title: str = ""
    notes: tuple[str, ...] = ()
    parts: Mapping[str, int] = field(default_factory=dict)
    balance: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=dict)
    shapes: tuple[tuple[int, ...], ...] = ()  # of the inputs' samples before they are laid flat
    labels: NumpyArray | None = field(default=None, compare=False, repr=False)
    groups: NumpyArray | None = field(default=None, compare=False, repr=False)
    pixels: NumpyArray | None = field(default=None, compare=False, repr=False)
    strata: NumpyArray | None = field(default=None, compare=False, repr=False)
    gives_back: bool = False  # the target is the first input

    @property
    def task(self) -> str:
        """``classification`` or ``regression``: which metrics make sense."""
        return "classification" if self.classes else "regression"

    def to_plain(self) -> dict[str, Any]:
        """The same as JSON has it, for `list data` and for the app."""
        return {
            "inputs": [{"shape": list(f.shape), "dtype": f.dtype} for f in self.inputs],
            "target": {"shape": list(self.target.shape), "dtype": self.target.dtype},
            "samples": self.samples,
            "parts": dict(self.parts),
            "balance": {part: list(counts) for part, counts in self.balance.items()},
            "counted": "samples" if self.pixels is None else "pixels",
            "classes": list(self.classes),
            "names": list(self.names),
            "title": self.title,
            "task": self.task,
            "notes": list(self.notes),
        }


@dataclass(frozen=True)
class Arrays:
    """A whole data set, in memory or on disk, samples along axis 0, nothing normalised yet.

    ``peak`` is the largest value a pixel can have (255, or 16 for the 8x8 digits); None says
    that the inputs are no pixels. ``table`` says that columns of any unit stand side by side.
    ``groups`` says what must stay together in a split; ``apart`` counts the samples at the end
    that belong to a part by themselves, for they come from files of its own. A stratified split
    goes by ``strata``, which may be those of another target, or else by ``labels``.
    """

    inputs: tuple[Samples, ...]
    target: Samples
    classes: tuple[str, ...] = ()
    peak: float | None = None
    table: bool = False
    names: tuple[str, ...] = ()
    lexicon: Lexicon = field(default_factory=dict)
    groups: NumpyArray | None = None
    apart: Mapping[str, int] = field(default_factory=dict)
    strata: NumpyArray | None = None

    @property
    def samples(self) -> int:
        return int(self.target.shape[0])

    @property
    def labels(self) -> NumpyArray | None:
        """The class of every sample, where it has one."""
        if not self.classes or self.target.ndim != 1:
            return None
        assert isinstance(self.target, np.ndarray)
        return self.target


@dataclass(frozen=True)
class Prepared:
    """Data as it reaches the network: normalised, split, in contiguous arrays or read from disk.

    ``target_scale`` turns a normalised target back into its own unit: ``y * scale + mean``.
    ``shapes`` are those of each input's samples before they were laid flat. ``gives_back``: the
    target is the first input.
    """

    train_inputs: tuple[Samples, ...]
    train_target: Samples
    validation_inputs: tuple[Samples, ...]
    validation_target: Samples
    classes: tuple[str, ...] = ()
    target_mean: float = 0.0
    target_scale: float = 1.0
    test_inputs: tuple[Samples, ...] = ()
    shapes: tuple[tuple[int, ...], ...] = ()
    test_target: Samples = field(default_factory=lambda: np.zeros(0, np.float32))
    lexicon: Lexicon = field(default_factory=dict)
    gives_back: bool = False

    @property
    def train_samples(self) -> int:
        return int(self.train_target.shape[0])

    @property
    def validation_samples(self) -> int:
        return int(self.validation_target.shape[0])

    @property
    def test_samples(self) -> int:
        return int(self.test_target.shape[0])


def as_float(array: NumpyArray) -> NumpyArray:
    return np.ascontiguousarray(array, dtype=np.float32)
