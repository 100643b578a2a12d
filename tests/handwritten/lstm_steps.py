import torch
from torch import nn


class LSTMSteps(nn.Module):
    """An LSTM, and an LSTMCell step by step: (N, T, 3) -> (N, T, 4), (N, T, 4)."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(3, 4, batch_first=True)
        self.cell = nn.LSTMCell(3, 4)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        whole, _ = self.lstm(x)  # (N, T, 4)
        h = c = x.new_zeros(x.size(0), 4)
        steps = []
        for step in x.unbind(1):
            h, c = self.cell(step, (h, c))
            steps.append(h)
        return whole, torch.stack(steps, dim=1)
