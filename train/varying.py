"""Variations in plain PyTorch. Each stands alone: an exported training script carries its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch


def seed_of_batch(seed: int, epoch: int, number: int) -> int:
    """Return what a batch is varied by: a function of its place in the run alone."""
    return int(np.random.SeedSequence([seed, epoch, number]).generate_state(1)[0])


def in_unit_range(
    images: torch.Tensor, change: Callable[[torch.Tensor], torch.Tensor]
) -> torch.Tensor:
    """Apply what expects values from 0 to 1 to pictures of any range, channel by channel."""
    low, high = images.amin((0, 2, 3), keepdim=True), images.amax((0, 2, 3), keepdim=True)
    span = (high - low).clamp_min(1e-6)
    return change((images - low) / span) * span + low


def moved(classes: torch.Tensor, change: Any) -> torch.Tensor:
    """Move the class of every pixel as kornia has just moved the pixels; none are blended.

    Shapes: (N, height, width) -> the same. What comes in from outside is class 0.
    """
    from kornia.constants import Resample

    pixels: torch.Tensor = change(
        classes[:, None].float(), params=change._params, resample=Resample.NEAREST
    )
    return pixels[:, 0].to(classes.dtype)


def add_noise(values: torch.Tensor, deviation: float, p: float) -> torch.Tensor:
    """Add normal noise to a share ``p`` of the samples."""
    chosen = (torch.rand(len(values)) < p).reshape(-1, *[1] * (values.ndim - 1))
    return values + (deviation * torch.randn(values.shape) * chosen).to(values.device)


def mix_up(tensors: list[torch.Tensor], alpha: float, p: float) -> list[torch.Tensor]:
    """Blend every sample with another; inputs and targets in the same proportion.

    Source: Zhang et al., "mixup: Beyond Empirical Risk Minimization", 2018.
    """
    if torch.rand(()) >= p:
        return tensors
    share = torch.distributions.Beta(alpha, alpha).sample().item()
    order = torch.randperm(len(tensors[0])).to(tensors[0].device)
    return [share * x + (1 - share) * x[order] for x in tensors]


def cut_mix(
    images: list[torch.Tensor], targets: list[torch.Tensor], alpha: float, p: float
) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """Put a rectangle of another picture into every one, and share the targets by its size.

    Source: Yun et al., "CutMix: Regularization Strategy to Train Strong Classifiers", 2019.
    """
    if torch.rand(()) >= p:
        return images, targets
    side = (1 - torch.distributions.Beta(alpha, alpha).sample().item()) ** 0.5
    top, left = ((1 - side) * torch.rand(2)).tolist()
    order = torch.randperm(len(targets[0])).to(images[0].device)
    mixed, share = [], 1.0
    for image in images:
        height, width = image.shape[-2:]
        rows = slice(round(top * height), round((top + side) * height))
        columns = slice(round(left * width), round((left + side) * width))
        image = image.clone()
        image[..., rows, columns] = image[order][..., rows, columns]
        share = 1 - (rows.stop - rows.start) * (columns.stop - columns.start) / (height * width)
        mixed.append(image)
    return mixed, [share * x + (1 - share) * x[order] for x in targets]
