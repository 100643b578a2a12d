import torch
from torch import nn


class Siamese(nn.Module):
    """One tower reads both pictures: (N, 64), (N, 64) -> (N,)."""

    def __init__(self) -> None:
        super().__init__()
        self.tower = nn.Sequential(
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 16),
        )
        self.distance = nn.PairwiseDistance()

    def forward(self, left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
        return self.distance(self.tower(left), self.tower(right))
