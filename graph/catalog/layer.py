"""One entry of the catalog: what a layer is called, takes, gives and is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.document import Value


class _Required:
    """The default of an argument that PyTorch requires; there is one of it."""

    def __repr__(self) -> str:
        return "REQUIRED"

    def __bool__(self) -> bool:
        return False


#: The default of an argument that PyTorch requires.
REQUIRED: Any = _Required()

#: ``size`` is an int or a tuple of ints (kernel_size), ``ints`` always a tuple; ``floats`` is a
#: float or a tuple of them; ``shape`` holds ints and symbols (``N``); ``tensor`` is numbers, nested
#: in tuples, that become a tensor; ``index`` is what stands between brackets (``:, -1``);
#: ``names`` are those of ports; ``mapping`` has a value for each name; ``any`` is edited as text.
ArgumentType = Literal[
    "int",
    "float",
    "bool",
    "str",
    "choice",
    "size",
    "ints",
    "floats",
    "shape",
    "dtype",
    "tensor",
    "index",
    "names",
    "mapping",
    "any",
]

Kind = Literal[
    "module", "loss", "function", "method", "input", "output", "parameter", "block", "other"
]


@dataclass(frozen=True)
class Argument:
    """An argument of a layer, named as in PyTorch.

    ``auto`` is the expression over input shapes that fills it when it is left out or says
    ``auto``; ``start`` the value a new node gets where PyTorch has no default, or a poor one.
    ``low`` and ``high`` are inclusive bounds (of each element, for ``size`` and ``ints``).
    """

    name: str
    type: ArgumentType = "any"
    default: Value = REQUIRED
    optional: bool = False  # None is allowed
    low: float | None = None
    high: float | None = None
    below: tuple[str, ...] = ()  # arguments of which one must be larger, along each axis
    choices: tuple[str, ...] = ()  # for ``size``: words allowed beside numbers ("same")
    length: int | None = None  # how many elements a tuple has: 2 for Conv2d.kernel_size
    doc: str = ""
    auto: str = ""
    start: Value = None  # None: a new node leaves the argument out
    advanced: bool = False  # dtype, inplace and the like: folded away in the inspector
    nested: str = ""  # the constructor parameter whose nested layer takes it (TransformerEncoder)
    training: bool = False  # counts in train mode only, and is 0 in eval mode
    at_call: bool = False  # goes to forward, not to the constructor (MultiheadAttention.is_causal)


@dataclass(frozen=True)
class Port:
    """Where an edge meets a node. A variadic port stands for ``name.0``, ``name.1``, ...

    ``when`` names the argument without which the port does not exist (``return_indices``;
    ``not dim`` for one that only exists without it). ``count`` names what says how many outputs
    a variadic output has: an argument (a number, or a tuple with one element each) or a variadic
    input; without it only running the layer tells.
    """

    name: str
    optional: bool = False
    variadic: bool = False
    doc: str = ""
    when: str = ""
    count: str = ""


#: How values reach a parameter: one by place or by name, all unpacked (``*sizes``), or
#: gathered in a list (``torch.cat([a, b])``) or a tuple (``lstm(x, (h, c))``). ``place`` is by
#: place even where a name would read better; of ``device`` only the device counts
#: (``device=x.device``); ``training`` is what the network says of itself.
Passing = Literal[
    "positional", "keyword", "unpacked", "list", "tuple", "place", "device", "training"
]


@dataclass(frozen=True)
class Slot:
    """One parameter of the call, in order: which ports or arguments fill it, and how.

    A name that is both a port and an argument takes the wire where there is one. A slot none of
    whose names has a value is left out of the call, and later positional slots go by keyword.
    """

    parameter: str
    names: tuple[str, ...]
    passing: Passing = "positional"


@dataclass(frozen=True)
class Sample:
    """An input that the layer accepts with its start values: for tests and random graphs.

    Values lie in ``low <= value < high``; without ``high`` floats are normally distributed.
    """

    shape: tuple[int, ...]
    dtype: str = "float32"
    low: int = 0
    high: int | None = None


@dataclass(frozen=True)
class Layer:
    """A type of node: ``Conv2d``, ``torch.cat``, ``F.interpolate``, ``Tensor.view``, ``Input``.

    ``call`` says how forward (or the function, or the method, whose receiver is the first
    slot) is called. ``nested`` maps constructor parameters to the layer built for them.
    ``time`` is an expression over arguments and ``input.ndim`` that gives the axis of the first
    input and first output which may have length 1 while shapes are inferred.
    """

    type: str
    kind: Kind
    family: str
    summary: str = ""
    arguments: tuple[Argument, ...] = ()
    inputs: tuple[Port, ...] = (Port("input"),)
    outputs: tuple[Port, ...] = (Port("output"),)
    synonyms: tuple[str, ...] = ()
    label: str = ""  # how the one line on the card is made: "{in_channels} -> {out_channels}, ..."
    section: str = ""  # heading inside the family, in the palette
    pill: bool = False  # drawn at half height
    method: bool = False  # a function of ``torch`` that tensors have as a method too
    common: bool = False  # comes first where several layers fit a search equally well
    call: tuple[Slot, ...] = ()
    nested: Mapping[str, str] = field(default_factory=dict)
    time: str = ""
    samples: Mapping[str, Sample] = field(default_factory=dict)
    random: bool = False  # gives another result at each call in train mode
    meta: bool = True  # runs on the meta device; where not, ``result`` declares the shapes
    result: Mapping[str, str] = field(default_factory=dict)
    #: How sizes of the outputs follow, as ``formulas.yaml`` says: by port, expressions by axis.
    formula: Mapping[str, Mapping[str, str] | str] = field(default_factory=dict)
    #: How the outputs lie in what is returned: ``(("output",), ("h_n", "c_n"))`` for LSTM.
    returns: tuple[tuple[str, ...], ...] = (("output",),)
    #: Of a cell that steps through time: which output comes back to which input, and the
    #: argument that says how wide these are.
    state: Mapping[str, str] = field(default_factory=dict)
    state_width: str = ""
    always_tuple: bool = False  # None stands in the tuple for a port whose ``when`` says no

    def __hash__(self) -> int:
        return hash(self.type)

    def argument(self, name: str) -> Argument | None:
        for argument in self.arguments:  # asked for each card and each value on it
            if argument.name == name:
                return argument
        return None

    def input(self, name: str) -> Port | None:
        """The declared port of a concrete name: ``tensors`` for ``tensors.1``."""
        return _find(self.inputs, name)

    def output(self, name: str) -> Port | None:
        return _find(self.outputs, name)

    @property
    def start_arguments(self) -> dict[str, Value]:
        """What a new node of this type says."""
        return {a.name: a.start for a in self.arguments if a.start is not None}

    @property
    def auto_arguments(self) -> dict[str, str]:
        """Expressions over input shapes, by the argument that they fill."""
        return {a.name: a.auto for a in self.arguments if a.auto}


@dataclass(frozen=True)
class Family:
    """A section of the palette; ``color_key`` and ``icon`` are names that the theme knows."""

    key: str
    title: str
    color_key: str
    icon: str


def _find(ports: tuple[Port, ...], name: str) -> Port | None:
    stem, _, index = name.rpartition(".")
    for port in ports:
        if port.name == name or (port.variadic and port.name == stem and index.isdecimal()):
            return port
    return None
