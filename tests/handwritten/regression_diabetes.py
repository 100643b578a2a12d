from torch import nn


class DiabetesRegression(nn.Sequential):
    """How far diabetes goes on in a year: (N, 10) -> (N, 1)."""

    def __init__(self) -> None:
        super().__init__(
            nn.Linear(10, 32),
            nn.SiLU(),
            nn.Dropout(0.1),
            nn.Linear(32, 1),
        )
