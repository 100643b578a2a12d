"""What the numbers of a tensor are like, fast enough to be asked amid training."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

#: Bars of a histogram, and the numbers that are looked at where a tensor has more.
BINS, MOST = 24, 32_768


@dataclass(frozen=True)
class Distribution:
    """Statistics of the finite numbers of a tensor; None where there are none.

    ``norm`` is Euclidean and ``rms`` the root of the mean square. ``zeros``, ``nans`` and ``infs``
    are shares from 0 to 1. ``counts`` are BINS bars from ``edges[0]`` to ``edges[1]``. Of a large
    tensor all but ``norm`` and whether it holds NaN or inf is estimated from MOST of its numbers.
    """

    size: int
    mean: float | None
    std: float | None
    low: float | None
    high: float | None
    rms: float | None
    norm: float | None
    zeros: float
    nans: float
    infs: float
    counts: tuple[int, ...]
    edges: tuple[float, float]

    @property
    def is_broken(self) -> bool:
        return self.nans > 0 or self.infs > 0

    def to_plain(self) -> dict[str, Any]:
        """For JSON, in as many digits as anyone reads."""
        numbers = {
            "mean": self.mean,
            "std": self.std,
            "min": self.low,
            "max": self.high,
            "rms": self.rms,
            "norm": self.norm,
            "zeros": self.zeros,
            "nan": self.nans,
            "inf": self.infs,
        }
        plain: dict[str, Any] = {name: short(value) for name, value in numbers.items()}
        plain["histogram"] = {
            "counts": list(self.counts),
            "edges": [short(edge) for edge in self.edges],
        }
        return plain


def short(value: float | None) -> float | None:
    """Five digits are enough for what is only looked at; what is no number is None."""
    if value is None or not math.isfinite(value):
        return None
    return float(f"{value:.5g}")


def distribution(tensor: Tensor, scale: float = 1.0) -> Distribution:
    """Tell of ``tensor``, each number of it times ``scale``. Shapes: any, also none.

    Keeps nothing of it, draws no random numbers, and is not seen by autograd.
    """
    with torch.no_grad():
        values = _real(tensor.detach())
        if not values.numel():
            return _nothing(0)
        norm = float(torch.linalg.vector_norm(values, dtype=torch.float32))
        flat = values.reshape(-1)
        if not math.isfinite(norm):
            return _with_broken(flat, scale)
        return _of_finite(_some(flat), norm, scale, values.numel())


def _nothing(size: int, nans: float = 0.0, infs: float = 0.0) -> Distribution:
    """Of a tensor that holds no finite number."""
    none = (None, None, None, None, None, None)
    return Distribution(size, *none, 0.0, nans, infs, (0,) * BINS, (0.0, 1.0))


def _real(tensor: Tensor) -> Tensor:
    if tensor.is_sparse:
        tensor = tensor.coalesce().values()
    if tensor.is_complex():
        tensor = tensor.abs()
    return tensor if tensor.is_floating_point() else tensor.float()


def _some(flat: Tensor) -> Tensor:
    """At most MOST of the numbers, evenly spread; an odd step does not keep to one column."""
    step = -(-flat.numel() // MOST) | 1
    return (flat if step == 1 else flat[::step]).float()


def _with_broken(flat: Tensor, scale: float) -> Distribution:
    finite = torch.isfinite(flat)
    nans = float(torch.isnan(flat).float().mean())
    infs = float(torch.isinf(flat).float().mean())
    kept = flat[finite].double()
    if not kept.numel():
        return _nothing(flat.numel(), nans, infs)
    norm = float(torch.linalg.vector_norm(kept))
    step = -(-kept.numel() // MOST) | 1
    return _of_finite(kept[::step], norm, scale, flat.numel(), nans, infs)


def _of_finite(
    values: Tensor, norm: float, scale: float, size: int, nans: float = 0.0, infs: float = 0.0
) -> Distribution:
    if scale != 1.0:
        values = values * scale
    low, high = torch.aminmax(values)
    mean = values.mean()
    found = torch.stack([low, high, mean, values.std(correction=0), _square(values)])
    bottom, top, middle, spread, square = found.tolist()
    zeros = 1.0 - float(torch.count_nonzero(values)) / values.numel()
    counts, edges = _histogram(values, bottom, top)
    return Distribution(
        size,
        middle,
        spread,
        bottom,
        top,
        math.sqrt(square) if math.isfinite(square) else max(abs(bottom), abs(top)),
        norm * abs(scale),
        zeros,
        nans,
        infs,
        counts,
        edges,
    )


def _square(values: Tensor) -> Tensor:
    return torch.dot(values, values) / values.numel()


def _histogram(
    values: Tensor, low: float, high: float
) -> tuple[tuple[int, ...], tuple[float, float]]:
    if not high - low > 1e-12 * max(abs(low), abs(high), 1e-30):  # a constant: in the middle
        half = max(abs(low) * 0.5, 0.5)
        low, high = low - half, high + half
    if not math.isfinite(high - low):
        return (0,) * BINS, (low, high)
    counts = torch.histc(values, BINS, low, high)
    return tuple(int(count) for count in counts.tolist()), (low, high)
