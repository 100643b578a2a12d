import torch
from torch import nn


class ConvNorm(nn.Sequential):
    """A convolution without bias, batch norm and ReLU."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | tuple[int, int] = 1,
        stride: int = 1,
        padding: int | tuple[int, int] = 0,
    ) -> None:
        super().__init__(
            nn.Conv2d(in_channels, out_channels, kernel_size, stride, padding, bias=False),
            nn.BatchNorm2d(out_channels, eps=0.001),
            nn.ReLU(inplace=True),
        )


class InceptionA(nn.Module):
    """5x5 beside two 3x3, each on few channels."""

    def __init__(self, in_channels: int, pool_features: int) -> None:
        super().__init__()
        self.one = ConvNorm(in_channels, 64)
        self.five = nn.Sequential(
            ConvNorm(in_channels, 48),
            ConvNorm(48, 64, kernel_size=5, padding=2),
        )
        self.twice = nn.Sequential(
            ConvNorm(in_channels, 64),
            ConvNorm(64, 96, kernel_size=3, padding=1),
            ConvNorm(96, 96, kernel_size=3, padding=1),
        )
        self.pool = nn.Sequential(
            nn.AvgPool2d(3, stride=1, padding=1),
            ConvNorm(in_channels, pool_features),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        branches = [self.one(x), self.five(x), self.twice(x), self.pool(x)]
        return torch.cat(branches, dim=1)


class InceptionB(nn.Module):
    """Halves the image with strides: (N, 288, 35, 35) -> (N, 768, 17, 17)."""

    def __init__(self) -> None:
        super().__init__()
        self.three = ConvNorm(288, 384, kernel_size=3, stride=2)
        self.twice = nn.Sequential(
            ConvNorm(288, 64),
            ConvNorm(64, 96, kernel_size=3, padding=1),
            ConvNorm(96, 96, kernel_size=3, stride=2),
        )
        self.pool = nn.MaxPool2d(3, stride=2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.cat([self.three(x), self.twice(x), self.pool(x)], dim=1)


class InceptionC(nn.Module):
    """7x7 taken apart into 1x7 and 7x1: (N, 768, 17, 17) -> (N, 768, 17, 17)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.one = ConvNorm(768, 192)
        self.seven = nn.Sequential(
            ConvNorm(768, width),
            ConvNorm(width, width, kernel_size=(1, 7), padding=(0, 3)),
            ConvNorm(width, 192, kernel_size=(7, 1), padding=(3, 0)),
        )
        self.twice = nn.Sequential(
            ConvNorm(768, width),
            ConvNorm(width, width, kernel_size=(7, 1), padding=(3, 0)),
            ConvNorm(width, width, kernel_size=(1, 7), padding=(0, 3)),
            ConvNorm(width, width, kernel_size=(7, 1), padding=(3, 0)),
            ConvNorm(width, 192, kernel_size=(1, 7), padding=(0, 3)),
        )
        self.pool = nn.Sequential(
            nn.AvgPool2d(3, stride=1, padding=1),
            ConvNorm(768, 192),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        branches = [self.one(x), self.seven(x), self.twice(x), self.pool(x)]
        return torch.cat(branches, dim=1)


class InceptionD(nn.Module):
    """Halves the image again: (N, 768, 17, 17) -> (N, 1280, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.three = nn.Sequential(
            ConvNorm(768, 192),
            ConvNorm(192, 320, kernel_size=3, stride=2),
        )
        self.seven = nn.Sequential(
            ConvNorm(768, 192),
            ConvNorm(192, 192, kernel_size=(1, 7), padding=(0, 3)),
            ConvNorm(192, 192, kernel_size=(7, 1), padding=(3, 0)),
            ConvNorm(192, 192, kernel_size=3, stride=2),
        )
        self.pool = nn.MaxPool2d(3, stride=2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.cat([self.three(x), self.seven(x), self.pool(x)], dim=1)


class InceptionE(nn.Module):
    """Wide rather than deep, with forks inside its branches."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.one = ConvNorm(in_channels, 320)
        self.three = ConvNorm(in_channels, 384)
        self.three_a = ConvNorm(384, 384, kernel_size=(1, 3), padding=(0, 1))
        self.three_b = ConvNorm(384, 384, kernel_size=(3, 1), padding=(1, 0))
        self.twice = nn.Sequential(
            ConvNorm(in_channels, 448),
            ConvNorm(448, 384, kernel_size=3, padding=1),
        )
        self.twice_a = ConvNorm(384, 384, kernel_size=(1, 3), padding=(0, 1))
        self.twice_b = ConvNorm(384, 384, kernel_size=(3, 1), padding=(1, 0))
        self.pool = nn.Sequential(
            nn.AvgPool2d(3, stride=1, padding=1),
            ConvNorm(in_channels, 192),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        three = self.three(x)
        twice = self.twice(x)
        branches = [
            self.one(x),
            self.three_a(three),
            self.three_b(three),
            self.twice_a(twice),
            self.twice_b(twice),
            self.pool(x),
        ]
        return torch.cat(branches, dim=1)


class InceptionV3(nn.Module):
    """Inception v3: (N, 3, 299, 299) -> (N, 1000), (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            ConvNorm(3, 32, kernel_size=3, stride=2),  # (N, 32, 149, 149)
            ConvNorm(32, 32, kernel_size=3),  # (N, 32, 147, 147)
            ConvNorm(32, 64, kernel_size=3, padding=1),  # (N, 64, 147, 147)
            nn.MaxPool2d(3, stride=2),  # (N, 64, 73, 73)
            ConvNorm(64, 80),  # (N, 80, 73, 73)
            ConvNorm(80, 192, kernel_size=3),  # (N, 192, 71, 71)
            nn.MaxPool2d(3, stride=2),  # (N, 192, 35, 35)
        )
        self.mix5b = InceptionA(192, pool_features=32)
        self.mix5c = InceptionA(256, pool_features=64)
        self.mix5d = InceptionA(288, pool_features=64)
        self.mix6a = InceptionB()
        self.mix6b = InceptionC(128)
        self.mix6c = InceptionC(160)
        self.mix6d = InceptionC(160)
        self.mix6e = InceptionC(192)
        self.mix7a = InceptionD()
        self.mix7b = InceptionE(1280)
        self.mix7c = InceptionE(2048)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout()
        self.fc = nn.Linear(2048, 1000)
        self.aux = nn.Sequential(
            nn.AvgPool2d(5, stride=3),  # (N, 768, 5, 5)
            ConvNorm(768, 128),  # (N, 128, 5, 5)
            ConvNorm(128, 768, kernel_size=5),  # (N, 768, 1, 1)
            nn.Flatten(),
            nn.Linear(768, 1000),
        )

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.stem(image)  # (N, 192, 35, 35)
        x = self.mix5b(x)  # (N, 256, 35, 35)
        x = self.mix5c(x)  # (N, 288, 35, 35)
        x = self.mix5d(x)  # (N, 288, 35, 35)
        x = self.mix6a(x)  # (N, 768, 17, 17)
        x = self.mix6b(x)  # (N, 768, 17, 17)
        x = self.mix6c(x)  # (N, 768, 17, 17)
        x = self.mix6d(x)  # (N, 768, 17, 17)
        x = self.mix6e(x)  # (N, 768, 17, 17)
        aux = self.aux(x)
        x = self.mix7a(x)  # (N, 1280, 8, 8)
        x = self.mix7b(x)  # (N, 2048, 8, 8)
        x = self.mix7c(x)  # (N, 2048, 8, 8)
        x = self.drop(self.pool(x)).flatten(1)  # (N, 2048)
        return self.fc(x), aux
