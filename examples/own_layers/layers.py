"""Layers of our own: a linear layer from its parameters, and an activation with its derivative."""

import math

import torch
from torch import nn


class OwnLinear(nn.Module):
    """y = x W^T + b, as ``nn.Linear`` does it."""

    def __init__(self, in_features: int, out_features: int) -> None:
        super().__init__()
        bound = 1 / math.sqrt(in_features)
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x @ self.weight.T + self.bias


class Swish(torch.autograd.Function):
    """x * sigmoid(beta * x), which keeps x alone for the way back."""

    @staticmethod
    def forward(ctx, x: torch.Tensor, beta: float = 1.0) -> torch.Tensor:
        ctx.save_for_backward(x)
        ctx.beta = beta
        return x * torch.sigmoid(beta * x)

    @staticmethod
    def backward(ctx, gradient: torch.Tensor) -> tuple[torch.Tensor, None]:
        (x,) = ctx.saved_tensors
        gate = torch.sigmoid(ctx.beta * x)
        return gradient * gate * (1 + ctx.beta * x * (1 - gate)), None
