import torch
from torch import nn


class OwnLinear(nn.Module):
    def __init__(self, in_features: int, out_features: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(in_features, out_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x @ self.weight + self.bias


class OwnPerceptron(nn.Sequential):
    """A perceptron of layers of one's own: (N, 3) -> (N, 1)."""

    def __init__(self) -> None:
        super().__init__(
            OwnLinear(3, 4),
            nn.Sigmoid(),
            OwnLinear(4, 1),
            nn.Sigmoid(),
        )
