"""What a program says of weights: which are one, how they start, and by which rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from codegen.program import TensorOf, Value


@dataclass(frozen=True)
class Weight:
    """A parameter by the module that has it: ``self.decoder.weight``, or ``self.weight`` itself."""

    path: tuple[str | int, ...]
    name: str
    node: str = ""


@dataclass(frozen=True)
class Tie:
    """One tensor for two: ``self.decoder.weight = self.embedding.weight``."""

    weight: Weight
    source: Weight


@dataclass(frozen=True)
class Fill:
    """A function of ``torch.nn.init``: ``nn.init.kaiming_normal_(..., mode="fan_out")``."""

    function: str
    args: tuple[Value, ...] = ()
    kwargs: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class ArrayFile:
    """An array in a file beside the program; ``path`` is where it lies now."""

    file: str
    key: str
    path: str


@dataclass(frozen=True)
class Start:
    """How a weight starts; with ``each``, that of every item of the container at its path.

    ``inside`` leads from an item to the part of it that has the weight.
    """

    weight: Weight
    value: Fill | TensorOf | ArrayFile
    each: bool = False
    when: Value = True
    inside: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class NameTest:
    """Whether a weight's place is meant: one name, all below one, or a pattern."""

    by: Literal["name", "below", "pattern"]
    text: str


@dataclass(frozen=True)
class Rule:
    """How all weights of some kind start, wherever they are.

    ``types`` are types of the catalog, none for all. ``parameters`` and ``names`` are alternatives,
    no names for all. With ``axes`` it is only for tensors of at least and at most so many.
    """

    types: tuple[str, ...]
    parameters: tuple[str, ...]
    names: tuple[NameTest, ...]
    value: Fill
    axes: tuple[int, int | None] | None = None
    optional: bool = False  # some of these layers have no such parameter

    @property
    def is_plain(self) -> bool:
        """Whether it is for parameters of a known name in layers of known types."""
        exact = all("*" not in p and "?" not in p and "[" not in p for p in self.parameters)
        return bool(self.types) and not self.names and exact
