import torch
from torch import nn


class TwoTowers(nn.Module):
    """The sum of two digits, from their pictures: (N, 64), (N, 64) -> (N, 19)."""

    def __init__(self) -> None:
        super().__init__()
        self.left_fc = nn.Linear(64, 48)
        self.right_fc = nn.Linear(64, 48)
        self.mix = nn.Linear(3 * 48, 96)
        self.decide = nn.Linear(96, 19)
        self.relu = nn.ReLU()

    def forward(self, left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
        left = self.relu(self.left_fc(left))  # (N, 48)
        right = self.relu(self.right_fc(right))  # (N, 48)
        both = left + right
        x = torch.cat([left, both, right], dim=1)  # (N, 144)
        x = self.relu(self.mix(x))  # (N, 96)
        return self.decide(x)
