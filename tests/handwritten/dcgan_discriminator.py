from torch import nn


class Shrink(nn.Sequential):
    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(
            nn.Conv2d(in_channels, out_channels, 4, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.LeakyReLU(0.2, inplace=True),
        )


class Discriminator(nn.Sequential):
    """The discriminator of DCGAN: (N, 3, 64, 64) -> (N, 1)."""

    def __init__(self) -> None:
        super().__init__(
            nn.Conv2d(3, 64, 4, stride=2, padding=1, bias=False),  # (N, 64, 32, 32)
            nn.LeakyReLU(0.2, inplace=True),
            Shrink(64, 128),  # (N, 128, 16, 16)
            Shrink(128, 256),  # (N, 256, 8, 8)
            Shrink(256, 512),  # (N, 512, 4, 4)
            nn.Conv2d(512, 1, 4, bias=False),  # (N, 1, 1, 1)
            nn.Flatten(),
            nn.Sigmoid(),
        )
