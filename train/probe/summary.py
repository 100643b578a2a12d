"""What is told of a tensor: shape, statistics, a histogram, a picture, its first numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from graph.phrases import joined, later

#: Bars of a histogram.
BINS = 32

#: Channels of a grid, and the longest side of a channel and of a picture of one or three.
MOST_CHANNELS, LONGEST, LONGEST_PICTURE = 64, 96, 320

#: Rows and columns of the numbers that are shown.
ROWS, COLUMNS = 16, 16

Kind = Literal["picture", "grid", "matrix", "number"]


@dataclass(frozen=True, eq=False)
class Maps:
    """Channels of one sample as grey values, each stretched over its own range.

    Shapes: ``pixels`` (channels, height, width), 0 to 255; ``ranges`` (channels, 2): the values
    that 0 and 255 stand for. ``note`` says what was left out or made smaller.
    """

    pixels: npt.NDArray[np.uint8]
    ranges: npt.NDArray[np.float32]
    kind: Kind
    note: str = ""


@dataclass(frozen=True)
class Summary:
    """A tensor as it is told: statistics over all of it, maps and numbers of its first sample.

    Statistics are of the finite values (None where there is none); ``variance`` divides by their
    number. ``zeros`` and ``broken`` (NaN and infinite) are shares from 0 to 1.
    """

    shape: tuple[int, ...]
    dtype: str
    low: float | None
    high: float | None
    mean: float | None
    variance: float | None
    zeros: float
    broken: float
    counts: tuple[int, ...]  # of the histogram, BINS bars from ``edges[0]`` to ``edges[1]``
    edges: tuple[float, float]
    numbers: tuple[tuple[float, ...], ...]
    numbers_note: str
    maps: Maps | None

    @property
    def std(self) -> float | None:
        return None if self.variance is None else math.sqrt(self.variance)

    def to_plain(self) -> dict[str, Any]:
        """For JSON, without the maps; a value that is not finite is a string."""
        return {
            "shape": list(self.shape),
            "dtype": self.dtype,
            "min": self.low,
            "max": self.high,
            "mean": self.mean,
            "variance": self.variance,
            "std": self.std,
            "zeros": self.zeros,
            "non_finite": self.broken,
            "histogram": {"counts": list(self.counts), "edges": list(self.edges)},
            "numbers": [[_plain(value) for value in row] for row in self.numbers],
            "numbers_note": self.numbers_note,
        }


def summarise(tensor: Tensor, *, is_kernel: bool = False) -> Summary:
    """Tell of ``tensor``. Shapes: any; ``is_kernel``: (out, in, ...), the weight of a convolution.

    Never raises for what the tensor holds, and keeps nothing of it.
    """
    values = _real(tensor.detach())
    finite = values[torch.isfinite(values)] if values.numel() else values.reshape(-1)
    some = finite.numel() > 0
    low, high = (float(finite.min()), float(finite.max())) if some else (None, None)
    mean = float(finite.double().mean()) if some else None
    variance = float(finite.double().var(correction=0)) if some else None
    counts, edges = _histogram(finite, low, high)
    numbers, note = _numbers(values)
    total = max(1, values.numel())
    return Summary(
        tuple(tensor.shape),
        str(tensor.dtype).removeprefix("torch."),
        low,
        high,
        mean,
        variance,
        float((finite == 0).sum()) / total,
        1 - finite.numel() / total if values.numel() else 0.0,
        counts,
        edges,
        numbers,
        note,
        _kernels(values) if is_kernel else _maps(values),
    )


def _real(tensor: Tensor) -> Tensor:
    """Numbers that can be counted with: of complex ones the absolute value."""
    if tensor.is_complex():
        tensor = tensor.abs()
    if tensor.is_sparse or tensor.is_quantized:
        tensor = tensor.to_dense() if tensor.is_sparse else tensor.dequantize()
    return tensor if tensor.dtype in (torch.float32, torch.float64) else tensor.float()


def _histogram(
    finite: Tensor, low: float | None, high: float | None
) -> tuple[tuple[int, ...], tuple[float, float]]:
    if low is None or high is None:
        return (0,) * BINS, (0.0, 1.0)
    if high - low <= 1e-12 * max(abs(low), abs(high), 1e-300):  # a constant stands in the middle
        half = max(abs(low) * 0.5, 0.5)
        low, high = low - half, high + half
    scaled = ((finite.double() - low) / (high - low) * BINS).long().clamp_(0, BINS - 1)
    counts = torch.bincount(scaled, minlength=BINS)
    return tuple(counts.tolist()), (low, high)


def _numbers(values: Tensor) -> tuple[tuple[tuple[float, ...], ...], str]:
    """The first numbers of the first sample: of its last two axes, all others at 0."""
    if not values.numel():
        return (), "empty"
    shown = values
    while shown.ndim > 2:
        shown = shown[0]
    rows = shown.reshape(1, -1) if shown.ndim < 2 else shown
    cut = rows[:ROWS, :COLUMNS]
    note = ""
    if cut.numel() < values.numel():
        note = later(
            "{shape} x {shape_2} of {sizes} numbers",
            shape=cut.shape[0],
            shape_2=cut.shape[1],
            sizes=" x ".join(map(str, values.shape)),
        )
    return tuple(tuple(row) for row in cut.tolist()), note


def _maps(values: Tensor) -> Maps | None:
    """A picture, a grid of channels or a matrix, as the number of axes has it."""
    if values.numel() < 2:
        return None
    if values.ndim == 5:  # (N, C, D, H, W): the middle slice
        middle = values.shape[2] // 2
        return _channels(
            values[0, :, middle],
            later("slice {middle} of {shape}", middle=middle, shape=values.shape[2]),
        )
    if values.ndim == 4:
        return _channels(values[0], "")
    if values.ndim > 5:
        return None
    plane = values.reshape(1, -1) if values.ndim == 1 else values[0] if values.ndim == 3 else values
    return _stretched(plane[None], LONGEST_PICTURE, "matrix", "")


def _channels(planes: Tensor, note: str) -> Maps:
    """Shapes: (C, H, W)."""
    kind: Kind = "picture" if planes.shape[0] in (1, 3) else "grid"
    longest = LONGEST_PICTURE if kind == "picture" else LONGEST
    return _stretched(planes, longest, kind, note)


def _kernels(weight: Tensor) -> Maps | None:
    """Each kernel as a picture, of its first input channel; of three, in colour.

    Shapes: (out, in, k), (out, in, k, k) or (out, in, k, k, k).
    """
    if weight.ndim < 3 or not weight.numel():
        return None
    if weight.ndim == 5:
        weight = weight[:, :, weight.shape[2] // 2]
    planes = weight[:, 0] if weight.ndim == 4 else weight[:, 0, None]
    note = later("input channel 0 of {shape}", shape=weight.shape[1]) if weight.shape[1] > 1 else ""
    return _stretched(planes, LONGEST, "grid", note)


def _stretched(planes: Tensor, longest: int, kind: Kind, note: str) -> Maps:
    """Shapes: (C, H, W), of which what is too much is left out or averaged."""
    notes = [note] if note else []
    count, height, width = planes.shape
    if count > MOST_CHANNELS:
        notes.append(
            later("{most_channels} of {count} channels", most_channels=MOST_CHANNELS, count=count)
        )
        planes = planes[:MOST_CHANNELS]
    planes = torch.nan_to_num(planes.float(), nan=0.0, posinf=0.0, neginf=0.0)
    if max(height, width) > longest:
        size = (min(height, longest), min(width, longest))
        if kind != "matrix":
            shrink = longest / max(height, width)
            size = (max(1, round(height * shrink)), max(1, round(width * shrink)))
        notes.append(
            later(
                "shown at {size} x {size_2} of {height} x {width}",
                size=size[0],
                size_2=size[1],
                height=height,
                width=width,
            )
        )
        planes = F.adaptive_avg_pool2d(planes, size)
    lows, highs = planes.amin((1, 2)), planes.amax((1, 2))
    spans = (highs - lows).clamp_min(torch.finfo(torch.float32).tiny)[:, None, None]
    pixels = ((planes - lows[:, None, None]) / spans * 255).round().clamp(0, 255).to(torch.uint8)
    ranges = torch.stack([lows, highs], dim=1)
    return Maps(pixels.cpu().numpy(), ranges.cpu().numpy(), kind, joined(", ", notes))


def _plain(value: float) -> float | str:
    return value if math.isfinite(value) else str(value)
