import torch
from torch import nn


class DigitsVAE(nn.Module):
    """A variational autoencoder: (N, 1, 8, 8) -> (N, 1, 8, 8), (N, 4), (N, 4)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Flatten(),  # (N, 64)
            nn.Linear(64, 32),
            nn.ReLU(),
        )
        self.mean = nn.Linear(32, 4)
        self.logvar = nn.Linear(32, 4)
        self.decoder = nn.Sequential(
            nn.Linear(4, 32),
            nn.ReLU(),
            nn.Linear(32, 64),
            nn.Sigmoid(),
            nn.Unflatten(1, (1, 8, 8)),
        )

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        x = self.encoder(image)  # (N, 32)
        mean = self.mean(x)  # (N, 4)
        logvar = self.logvar(x)  # (N, 4)
        std = torch.exp(0.5 * logvar)
        code = mean + std * torch.randn_like(std)
        return self.decoder(code), mean, logvar
