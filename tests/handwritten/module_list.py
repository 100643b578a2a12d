import torch
from torch import nn


class ListOfLayers(nn.Module):
    """Layers in a ModuleList: (N, 10) -> (N, 2)."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(10, 10) for _ in range(3)])
        self.head = nn.Linear(10, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for layer in self.layers:
            x = layer(x)  # (N, 10)
        return self.head(x)
