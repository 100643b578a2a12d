import torch
from torch import nn


class Normalizing(nn.Module):
    """Variance 16, whatever comes in: (N, 5) -> (N, 5)."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm1d(5)
        nn.init.constant_(self.norm.weight, 4.0)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(x)
