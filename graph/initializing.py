"""How weights start: what ``initialize`` of a node says, read into values.

``{weight: xavier_uniform_}``, ``{weight: {type: kaiming_normal_, mode: fan_out}, bias: 0}``,
numbers nested in lists, ``{file: vectors.npy}``. A tensor of the network's own says it without
a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from graph.document import Expression, Node, Value

#: Nodes that are one tensor, and so need no name of a parameter.
OWN_TENSORS = ("Parameter", "Buffer")


@dataclass(frozen=True)
class Fill:
    """A function of ``torch.nn.init`` with arguments."""

    function: str
    arguments: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class FromFile:
    """An array of a file beside the project; ``key`` is "" for the only one in it."""

    file: str
    key: str = ""


#: A function, an array from a file, a number (or an Expression), or numbers nested in tuples.
Start = Fill | FromFile | Value


def read_start(said: Value) -> Start | None:
    """What a parameter starts with; None where it cannot be understood."""
    if isinstance(said, str):
        return Fill(said)
    if isinstance(said, Mapping):
        return _read_mapping(said)
    if isinstance(said, Expression) or (isinstance(said, int | float) and type(said) is not bool):
        return said
    return said if isinstance(said, tuple) and rectangle(said) is not None else None


def _read_mapping(said: Mapping[str, Value]) -> Fill | FromFile | None:
    if isinstance(said.get("type"), str):
        return Fill(said["type"], {k: v for k, v in said.items() if k != "type"})
    if isinstance(said.get("file"), str) and said.keys() <= {"file", "key"}:
        key = said.get("key", "")
        return FromFile(said["file"], key) if isinstance(key, str) else None
    return None


def said_starts(node: Node) -> dict[str, Value]:
    """What a node says of each of its parameters; one tensor has the name ""."""
    said = node.options.get("initialize")
    if said is None:
        return {}
    if node.type in OWN_TENSORS:
        return {"": said}
    return dict(said) if isinstance(said, Mapping) else {}


def matching(pattern: str, names: Mapping[str, object]) -> Iterator[str]:
    """The parameters that a name or pattern means: ``weight``, ``weight_*``."""
    return (name for name in names if fnmatchcase(name, pattern))


def rectangle(value: Value) -> tuple[int, ...] | None:
    """The shape of numbers nested in tuples; None where they are none, or rows differ."""
    if type(value) in (int, float):
        return ()
    if not isinstance(value, tuple) or not value:
        return None
    shapes = {rectangle(item) for item in value}
    inner = shapes.pop()
    return None if shapes or inner is None else (len(value), *inner)


def broadcasts(shape: tuple[int, ...], onto: tuple[int, ...]) -> bool:
    """Whether numbers of a shape fill a tensor: all of it, or each part of its first axes."""
    return len(shape) <= len(onto) and onto[len(onto) - len(shape) :] == shape


def written(fill: Fill) -> Value:
    """A function as a project file says it."""
    return {"type": fill.function, **fill.arguments} if fill.arguments else fill.function
