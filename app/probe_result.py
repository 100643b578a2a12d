"""What a probe told, as the panel shows it: the child's reply and its file of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.phrases import phrase_from_plain

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class MapStack:
    """Channels as grey values, each stretched over its own range.

    Shapes: ``pixels`` (channels, height, width); ``ranges`` (channels, 2), what 0 and 255 mean.
    """

    pixels: Pixels
    ranges: npt.NDArray[np.float32]
    kind: str  # picture, grid or matrix
    note: str = ""

    @property
    def in_one_range(self) -> Pixels:
        """The pixels with one range for all channels, so that they can be compared."""
        lows, highs = self.ranges[:, 0, None, None], self.ranges[:, 1, None, None]
        values = lows + self.pixels / np.float32(255) * (highs - lows)
        low, high = float(lows.min()), float(highs.max())
        scaled = (values - low) / max(high - low, 1e-30) * 255
        result: Pixels = np.clip(scaled, 0, 255).round().astype(np.uint8)
        return result


@dataclass(frozen=True, eq=False)
class ProbeOutput:
    """One tensor that a node gave; ``facts`` holds its statistics by name."""

    shape: tuple[int, ...]
    dtype: str
    facts: Mapping[str, float | None]
    counts: tuple[int, ...]
    edges: tuple[float, float]
    numbers: tuple[tuple[float, ...], ...]
    numbers_note: str
    maps: MapStack | None

    @property
    def is_broken(self) -> bool:
        return bool(self.facts.get("non_finite"))


@dataclass(frozen=True, eq=False)
class ProbeStep:
    """One node at one place: ``rest[1].conv1`` is ``conv1`` in the block of the second ``rest``."""

    place: str
    node: str
    scope: str
    type: str
    note: str
    outputs: Mapping[str, ProbeOutput]
    weight: ProbeOutput | None


@dataclass(frozen=True, eq=False)
class ProbeResult:
    """Every node in the order in which they ran."""

    steps: tuple[ProbeStep, ...] = ()
    sample: str = ""
    notes: tuple[str, ...] = ()
    train: bool = False
    seconds: float = 0.0
    weights: str = ""
    target: str = ""
    prediction: str = ""
    first_broken: str | None = None
    by_node: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> ProbeResult:
        """Raises: OSError, ValueError or KeyError, where the reply or its file is broken."""
        with np.load(Path(plain["file"]), allow_pickle=False) as arrays:
            steps = tuple(_step(step, arrays) for step in plain["steps"])
        by_node: dict[tuple[str, str], tuple[int, ...]] = {}
        for index, step in enumerate(steps):
            key = (step.scope, step.node)
            by_node[key] = (*by_node.get(key, ()), index)
        return ProbeResult(
            steps,
            phrase_from_plain(plain["sample"]),
            tuple(map(phrase_from_plain, plain["notes"])),
            bool(plain["train"]),
            float(plain["seconds"]),
            phrase_from_plain(plain["weights"]),
            str(plain["target"]),
            str(plain["prediction"]),
            plain["first_broken"],
            by_node,
        )


def _step(plain: Mapping[str, Any], arrays: Mapping[str, Any]) -> ProbeStep:
    weight = plain["weight"]
    return ProbeStep(
        *(phrase_from_plain(plain[key]) for key in ("place", "node", "scope", "type", "note")),
        {str(port): _output(output, arrays) for port, output in plain["outputs"].items()},
        None if weight is None else _output(weight, arrays),
    )


def _output(plain: Mapping[str, Any], arrays: Mapping[str, Any]) -> ProbeOutput:
    names = ("mean", "variance", "std", "min", "max", "zeros", "non_finite")
    histogram, maps = plain["histogram"], plain["maps"]
    stack = None
    if maps is not None:
        key = maps["key"]
        stack = MapStack(
            arrays[key], arrays[f"{key}.ranges"], maps["kind"], phrase_from_plain(maps["note"])
        )
    return ProbeOutput(
        tuple(plain["shape"]),
        str(plain["dtype"]),
        {name: plain[name] for name in names},
        tuple(histogram["counts"]),
        (histogram["edges"][0], histogram["edges"][1]),
        tuple(tuple(float(value) for value in row) for row in plain["numbers"]),
        phrase_from_plain(plain["numbers_note"]),
        stack,
    )
