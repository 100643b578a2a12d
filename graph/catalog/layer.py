"""One entry of the catalog: what a layer is called, takes, gives and is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.document import Value

#: The default of an argument that PyTorch requires.
REQUIRED = type("Required", (), {"__repr__": lambda self: "REQUIRED"})()

#: ``size`` is an int or a tuple of ints (kernel_size); ``any`` is edited as text.
ArgumentType = Literal[
    "int", "float", "bool", "str", "choice", "size", "ints", "floats", "dtype", "any"
]

Kind = Literal["module", "loss", "function", "method", "input", "output", "block", "other"]


@dataclass(frozen=True)
class Argument:
    """An argument of a layer, named as in PyTorch.

    ``auto`` is the expression over input shapes that fills it when it is left out or says
    ``auto``; ``start`` the value a new node gets where PyTorch has no default. ``low`` and
    ``high`` are inclusive bounds (of each element, for ``size`` and ``ints``).
    """

    name: str
    type: ArgumentType = "any"
    default: Value = REQUIRED
    optional: bool = False  # None is allowed
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    doc: str = ""
    auto: str = ""
    start: Value = None
    advanced: bool = False  # device, dtype, inplace and the like: folded away in the inspector


@dataclass(frozen=True)
class Port:
    """Where an edge meets a node. A variadic port stands for ``name.0``, ``name.1``, ..."""

    name: str
    optional: bool = False
    variadic: bool = False
    doc: str = ""


@dataclass(frozen=True)
class Layer:
    """A type of node: ``Conv2d``, ``torch.cat``, ``F.interpolate``, ``Tensor.view``, ``Input``."""

    type: str
    kind: Kind
    family: str
    summary: str = ""
    arguments: tuple[Argument, ...] = ()
    inputs: tuple[Port, ...] = (Port("input"),)
    outputs: tuple[Port, ...] = (Port("output"),)
    synonyms: tuple[str, ...] = ()
    label: str = ""  # how the one line on the card is made: "{in_channels} -> {out_channels}, ..."

    def argument(self, name: str) -> Argument | None:
        return next((argument for argument in self.arguments if argument.name == name), None)
