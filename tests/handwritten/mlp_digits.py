from collections import OrderedDict

from torch import nn


class DigitsMLP(nn.Sequential):
    """Tells digits of 8 x 8 pixels apart: (N, 1, 8, 8) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__(
            OrderedDict(
                flat=nn.Flatten(),
                fc1=nn.Linear(64, 64),
                relu1=nn.ReLU(),
                drop=nn.Dropout(0.2),
                fc2=nn.Linear(64, 32),
                relu2=nn.ReLU(),
                fc3=nn.Linear(32, 10),
            )
        )
