"""BatchNorm over a batch that several processes share.

It stands alone: an exported training script carries its text.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.distributed as dist
from torch import nn


class SumOver(torch.autograd.Function):
    """The sum over all processes; its gradient is the sum of theirs."""

    @staticmethod
    def forward(context: Any, mine: torch.Tensor) -> torch.Tensor:
        total = mine.clone()
        dist.all_reduce(total)
        return total

    @staticmethod
    def backward(context: Any, *gradients: torch.Tensor) -> torch.Tensor:
        total = gradients[0].clone()
        dist.all_reduce(total)
        return total


class WholeBatchNorm(nn.modules.batchnorm._BatchNorm):
    """Normalises by mean and variance of the whole batch, of which each process has a share.

    PyTorch's SyncBatchNorm does that on GPUs alone.
    """

    shares = False  # whether the batch is shared now; by itself it is an ordinary BatchNorm

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """Shapes: (N, C, ...) -> the same."""
        has_own = self.training or self.running_mean is None or self.running_var is None
        if self.training and self.track_running_stats and self.num_batches_tracked is not None:
            self.num_batches_tracked.add_(1)
        rate = self.momentum
        if rate is None:  # the mean over all batches
            counted = self.num_batches_tracked
            rate = 0.0 if counted is None else 1 / max(1, int(counted))
        tracked = not self.training or self.track_running_stats
        mean = self.running_mean if tracked else None
        variance = self.running_var if tracked else None
        if not (self.training and WholeBatchNorm.shares):
            return nn.functional.batch_norm(
                input, mean, variance, self.weight, self.bias, has_own, rate, self.eps
            )
        axes = [0, *range(2, input.ndim)]
        wide = [1, -1, *[1] * (input.ndim - 2)]
        exact = input if input.dtype == torch.float64 else input.float()
        mine = exact.new_tensor([input.numel() / input.shape[1]])
        sums = SumOver.apply(torch.cat([exact.sum(axes), mine]))  # type: ignore[no-untyped-call]
        count, center = sums[-1].detach(), sums[:-1] / sums[-1]
        away = exact - center.reshape(wide)
        square = SumOver.apply(away.square().sum(axes)) / count  # type: ignore[no-untyped-call]
        if mean is not None and variance is not None:
            with torch.no_grad():
                mean.lerp_(center.to(mean.dtype), rate)
                variance.lerp_((square * count / (count - 1)).to(variance.dtype), rate)
        normal = away * torch.rsqrt(square + self.eps).reshape(wide)
        if self.weight is not None:
            normal = normal * self.weight.reshape(wide)
        if self.bias is not None:
            normal = normal + self.bias.reshape(wide)
        whole: torch.Tensor = normal.to(input.dtype)
        return whole


def normalise_whole(network: nn.Module) -> nn.Module:
    """Return the network with every BatchNorm over whole batches."""
    for module in network.modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):
            module.__class__ = WholeBatchNorm
    return network
