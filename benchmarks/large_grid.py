"""The same 5,000 nodes and 8,000 wires for every canvas; imports nothing, runs everywhere."""

from __future__ import annotations

from itertools import pairwise

WIDTH, HEIGHT = 1440, 900

#: A unit is ten nodes in a chain, with wires that skip; ten units stand in a frame.
UNITS, FRAMED, ROW = 499, 10, 7

_CONVOLUTION = {"out_channels": 16, "kernel_size": 3, "padding": 1}
_NARROWING = {"out_channels": 16, "kernel_size": 1}

#: The nodes of a unit, in order: name, type, arguments.
_UNIT: list[tuple[str, str, dict[str, object]]] = [
    ("conv", "Conv2d", _CONVOLUTION),
    ("norm", "BatchNorm2d", {}),
    ("relu", "ReLU", {}),
    ("deep", "Conv2d", _CONVOLUTION),
    ("scale", "BatchNorm2d", {}),
    ("add", "torch.add", {}),
    ("bend", "ReLU", {}),
    ("mix", "torch.cat", {"dim": 1}),
    ("narrow", "Conv2d", _NARROWING),
    ("sum", "torch.add", {}),
]

#: After all units one node takes 49 of them and gives to one: 50 wires.
HUB, TAKEN = "hub", 49
_HEAD: list[tuple[str, str, dict[str, object]]] = [
    (HUB, "torch.cat", {"dim": 1}),
    ("lead", "Conv2d", _NARROWING),
    ("even", "BatchNorm2d", {}),
    ("last", "ReLU", {}),
    ("pool", "AdaptiveAvgPool2d", {"output_size": 1}),
    ("flat", "Flatten", {}),
    ("drop", "Dropout", {}),
    ("fc", "Linear", {"out_features": 10}),
    ("scores", "Output", {}),
]

#: In so many units the ``mix`` takes one tensor less, so that there are 8,000 wires.
_LESS = 41

Wire = tuple[str, str, str]  # source, target, the port of the target


def nodes() -> list[tuple[str, str, dict[str, object]]]:
    """Name, type and arguments of all 5,000, as data flows."""
    found: list[tuple[str, str, dict[str, object]]] = [
        ("image", "Input", {"shape": ("N", 16, 32, 32)})
    ]
    for unit in range(UNITS):
        found += [(f"{name}{unit}", type_, arguments) for name, type_, arguments in _UNIT]
    return found + _HEAD


def wires() -> list[Wire]:
    """All 8,000."""
    found: list[Wire] = []
    source = "image"
    for unit in range(UNITS):
        found += _wires_of(unit, source)
        source = f"sum{unit}"
    step = UNITS // TAKEN
    taken = [f"sum{unit}" for unit in range(UNITS - 1, -1, -step)][:TAKEN]
    found += [(name, HUB, f"tensors.{port}") for port, name in enumerate(reversed(taken))]
    head = [name for name, _, _ in _HEAD]
    found += [(a, b, "input") for a, b in pairwise(head)]
    return found


def _wires_of(unit: int, source: str) -> list[Wire]:
    def own(name: str) -> str:
        return f"{name}{unit}"

    mixed = ["bend", "relu", "conv", "norm", "scale"][: 4 if unit < _LESS else 5]
    return [
        (source, own("conv"), "input"),
        (own("conv"), own("norm"), "input"),
        (own("norm"), own("relu"), "input"),
        (own("relu"), own("deep"), "input"),
        (own("deep"), own("scale"), "input"),
        (own("scale"), own("add"), "input"),
        (source, own("add"), "other"),
        (own("add"), own("bend"), "input"),
        *((own(name), own("mix"), f"tensors.{port}") for port, name in enumerate(mixed)),
        (own("mix"), own("narrow"), "input"),
        (own("narrow"), own("sum"), "input"),
        (source, own("sum"), "other"),
    ]


def position(index: int) -> tuple[float, float]:
    """Scene units: rows of seven units, with room for the wires that skip."""
    return index % (ROW * len(_UNIT)) * 320.0, index // (ROW * len(_UNIT)) * 320.0


def frame(index: int) -> str:
    """The frame that a node stands in; "" for none."""
    unit = (index - 1) // len(_UNIT)
    return f"stage{unit // FRAMED}" if index and unit < UNITS else ""
