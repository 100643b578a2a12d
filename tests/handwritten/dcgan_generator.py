from torch import nn


class Grow(nn.Sequential):
    def __init__(
        self, in_channels: int, out_channels: int, stride: int = 2, padding: int = 1
    ) -> None:
        super().__init__(
            nn.ConvTranspose2d(in_channels, out_channels, 4, stride, padding, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(inplace=True),
        )


class Generator(nn.Sequential):
    """The generator of DCGAN: (N, 100, 1, 1) -> (N, 3, 64, 64)."""

    def __init__(self) -> None:
        super().__init__(
            Grow(100, 512, stride=1, padding=0),  # (N, 512, 4, 4)
            Grow(512, 256),  # (N, 256, 8, 8)
            Grow(256, 128),  # (N, 128, 16, 16)
            Grow(128, 64),  # (N, 64, 32, 32)
            nn.ConvTranspose2d(64, 3, 4, stride=2, padding=1, bias=False),
            nn.Tanh(),
        )
