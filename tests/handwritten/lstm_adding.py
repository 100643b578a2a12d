import torch
from torch import nn


class AddingLSTM(nn.Module):
    """Adds the marked numbers of a sequence: (N, T, 2) -> (N, 1)."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(2, 48, batch_first=True)
        self.head = nn.Linear(48, 1)

    def forward(self, steps: torch.Tensor) -> torch.Tensor:
        _, (h_n, _) = self.lstm(steps)  # (1, N, 48)
        last = h_n.squeeze(0)  # (N, 48)
        return self.head(last)
