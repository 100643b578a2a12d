"""What a graph is made of: nodes, edges, frames, and the values that their arguments hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

#: What an argument may hold: None, bool, int, float, str, Expression, tuples and mappings of these.
Value = Any


class _Unset:
    """There is one of it, and it is false."""

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False


#: As the new value of an argument or option: go back to the default.
UNSET: Value = _Unset()

#: The scope of the graph at the root; every other scope is the name of a block.
ROOT = ""

#: Keys of a node in the file that are not arguments of its layer.
OPTIONS = ("group", "repeat", "when", "unroll", "shares", "initialize", "trainable", "note")

#: What no argument may be called, since a file could not tell it apart.
RESERVED_ARGUMENTS = frozenset({"type", *OPTIONS})


@dataclass(frozen=True)
class Expression:
    """``=text`` in a project file: arithmetic over the arguments of a block."""

    text: str

    def __post_init__(self) -> None:
        # One spelling for ``=a``, ``= a`` and ``==a``: what is written is what is read.
        object.__setattr__(self, "text", self.text.strip().lstrip("=").strip())

    def __str__(self) -> str:
        return f"={self.text}"


@dataclass(frozen=True)
class Node:
    """One layer on the canvas, addressed by its name.

    ``arguments`` holds only what the user set; defaults and ``auto`` stay out.
    ``options`` holds the keys of ``OPTIONS``. Both are treated as immutable.
    """

    name: str
    type: str
    arguments: Mapping[str, Value] = field(default_factory=dict)
    options: Mapping[str, Value] = field(default_factory=dict)

    def with_argument(self, argument: str, value: Value) -> Node:
        return replace(self, arguments={**self.arguments, argument: value})

    def without_argument(self, argument: str) -> Node:
        return replace(self, arguments={k: v for k, v in self.arguments.items() if k != argument})

    def with_option(self, option: str, value: Value) -> Node:
        return replace(self, options={**self.options, option: value})

    def without_option(self, option: str) -> Node:
        return replace(self, options={k: v for k, v in self.options.items() if k != option})


@dataclass(frozen=True, order=True)
class Edge:
    """A wire from an output port to an input port."""

    source: str
    source_port: str
    target: str
    target_port: str

    def __str__(self) -> str:
        return f"{self.source}.{self.source_port} -> {self.target}.{self.target_port}"


#: The container of a frame that is only drawn.
PLAIN = "none"


@dataclass(frozen=True)
class Group:
    """A frame on the canvas that becomes a container in code.

    ``options`` holds what else the file says of it: ``container`` (Sequential, ModuleList,
    Module, or none for a frame on the canvas alone), ``by`` (index, name), ``group`` (the frame
    around it), ``note``, ``color``, ``collapsed``.
    """

    name: str
    options: Mapping[str, Value] = field(default_factory=dict)

    @property
    def container(self) -> str:
        return str(self.options.get("container", "Sequential"))

    @property
    def is_plain(self) -> bool:
        """Whether it is a frame on the canvas alone, and nothing in code."""
        return self.container == PLAIN

    @property
    def parent(self) -> str | None:
        return self.options.get("group")


#: Where wires lead on the canvas: from left to right, or from top to bottom.
RIGHT, DOWN = "right", "down"
DIRECTIONS = (RIGHT, DOWN)

Position = tuple[float, float]

#: Points that a wire passes on its way, in scene units; () where it finds its way alone.
Route = tuple[Position, ...]

#: How a node looks, beside its place: ``{color: blue, collapsed: true}``, and what else is said.
Look = Mapping[str, Value]


@dataclass(frozen=True)
class Note:
    """A text on the canvas: its upper left corner and size in scene units. No part of the network.

    ``look`` holds what else the file says of it: ``color``, and keys that we do not know.
    """

    name: str
    text: str = ""
    at: Position = (0.0, 0.0)
    size: Position = (200.0, 120.0)
    look: Look = field(default_factory=dict)
