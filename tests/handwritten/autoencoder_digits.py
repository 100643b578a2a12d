import torch
from torch import nn


class DigitsAutoencoder(nn.Module):
    """Squeezes a digit into 8 numbers and draws it again: (N, 1, 8, 8) -> (N, 1, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Flatten(),  # (N, 64)
            nn.Linear(64, 32),
            nn.ReLU(),
            nn.Linear(32, 8),
        )
        self.decoder = nn.Sequential(
            nn.Linear(8, 32),
            nn.ReLU(),
            nn.Linear(32, 64),
            nn.Sigmoid(),
            nn.Unflatten(1, (1, 8, 8)),
        )

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        code = self.encoder(image)  # (N, 8)
        return self.decoder(code)
