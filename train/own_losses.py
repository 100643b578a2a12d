"""Losses that PyTorch has not. Each stands alone: an exported training script carries its text."""

from __future__ import annotations

import torch
from torch import nn


class GaussianKLLoss(nn.Module):
    """How far a Gaussian is from the standard one, as a variational autoencoder asks it.

    Shapes: mean (N, ...) and logarithm of the variance (N, ...) -> a scalar: summed over the
    numbers of a sample, then the mean (or the sum) over samples.
    Source: Kingma and Welling, "Auto-Encoding Variational Bayes", 2014, appendix B.
    """

    def __init__(self, reduction: str = "mean") -> None:
        super().__init__()
        self.reduction = reduction

    def forward(self, mean: torch.Tensor, log_variance: torch.Tensor) -> torch.Tensor:
        each = mean.square() + log_variance.exp() - 1 - log_variance
        total = each.sum() / 2
        return total / mean.shape[0] if self.reduction == "mean" else total
