"""What the values of a tensor are like, taken piece by piece: size costs time, not memory."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor

#: Bars of the histogram, and the elements that are looked at in one piece.
BINS, PIECE = 48, 2**22


@dataclass(frozen=True)
class TensorStatistics:
    """Statistics of the finite values, None where there are none.

    ``std`` divides by their number; ``norm`` is Euclidean; ``zeros`` is a share of all, from 0 to
    1, ``broken`` the number that is NaN or infinite. ``counts`` are BINS bars from ``low`` to
    ``high``, of the absolute values for complex numbers.
    """

    low: float | None
    high: float | None
    mean: float | None
    std: float | None
    norm: float | None
    zeros: float
    broken: int
    counts: tuple[int, ...]

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)


def statistics(tensor: Tensor) -> TensorStatistics:
    """Shapes: any, also none."""
    count, broken, zeros = 0, 0, 0
    total = squares = 0.0
    low, high = math.inf, -math.inf
    for piece in _pieces(tensor):
        finite = piece[torch.isfinite(piece)]
        broken += piece.numel() - finite.numel()
        if not finite.numel():
            continue
        count += finite.numel()
        zeros += int((finite == 0).sum())
        total += float(finite.sum(dtype=torch.float64))
        squares += float(finite.double().square().sum())
        low, high = min(low, float(finite.min())), max(high, float(finite.max()))
    if not count:
        return TensorStatistics(None, None, None, None, None, 0.0, broken, (0,) * BINS)
    mean = total / count
    return TensorStatistics(
        low,
        high,
        mean,
        math.sqrt(max(0.0, squares / count - mean * mean)),
        math.sqrt(squares),
        zeros / (count + broken),
        broken,
        _histogram(tensor, low, high),
    )


def _histogram(tensor: Tensor, low: float, high: float) -> tuple[int, ...]:
    counts = torch.zeros(BINS, dtype=torch.int64)
    span = high - low
    for piece in _pieces(tensor):
        finite = piece[torch.isfinite(piece)].double()
        place = (finite - low) / span if 0 < span < math.inf else torch.full_like(finite, 0.5)
        counts += torch.bincount((place * BINS).long().clamp_(0, BINS - 1), minlength=BINS)
    return tuple(counts.tolist())


def _pieces(tensor: Tensor) -> Iterator[Tensor]:
    flat = tensor.detach().reshape(-1)
    for start in range(0, flat.numel(), PIECE):
        piece = flat[start : start + PIECE]
        piece = piece.abs() if piece.is_complex() else piece
        yield piece if piece.dtype in (torch.float32, torch.float64) else piece.double()
