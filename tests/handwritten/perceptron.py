from torch import nn


class Perceptron(nn.Sequential):
    """Two numbers in, two scores out: (N, 2) -> (N, 2)."""

    def __init__(self) -> None:
        super().__init__(
            nn.Linear(2, 8),
            nn.Sigmoid(),
            nn.Linear(8, 2),
        )
