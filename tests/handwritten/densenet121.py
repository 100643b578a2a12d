import torch
from torch import nn


class DenseLayer(nn.Module):
    """Finds 32 more channels and lays them beside what arrives."""

    def __init__(self, in_channels: int, growth: int) -> None:
        super().__init__()
        self.found = nn.Sequential(
            nn.BatchNorm2d(in_channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(in_channels, 4 * growth, 1, bias=False),
            nn.BatchNorm2d(4 * growth),
            nn.ReLU(inplace=True),
            nn.Conv2d(4 * growth, growth, 3, padding=1, bias=False),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.cat([x, self.found(x)], dim=1)


class DenseBlock(nn.Sequential):
    def __init__(self, in_channels: int, layers: int, growth: int = 32) -> None:
        super().__init__(*[DenseLayer(in_channels + i * growth, growth) for i in range(layers)])


class Transition(nn.Sequential):
    """Half the channels, half the size."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            nn.BatchNorm2d(in_channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(in_channels, in_channels // 2, 1, bias=False),
            nn.AvgPool2d(2),
        )


class DenseNet121(nn.Module):
    """DenseNet-121: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False),  # (N, 64, 112, 112)
            nn.BatchNorm2d(64),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, stride=2, padding=1),  # (N, 64, 56, 56)
        )
        self.dense1 = DenseBlock(64, layers=6)
        self.shrink1 = Transition(256)
        self.dense2 = DenseBlock(128, layers=12)
        self.shrink2 = Transition(512)
        self.dense3 = DenseBlock(256, layers=24)
        self.shrink3 = Transition(1024)
        self.dense4 = DenseBlock(512, layers=16)
        self.head = nn.Sequential(
            nn.BatchNorm2d(1024),
            nn.ReLU(inplace=True),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
        )
        self.fc = nn.Linear(1024, 1000)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        x = self.stem(image)  # (N, 64, 56, 56)
        x = self.shrink1(self.dense1(x))  # (N, 128, 28, 28)
        x = self.shrink2(self.dense2(x))  # (N, 256, 14, 14)
        x = self.shrink3(self.dense3(x))  # (N, 512, 7, 7)
        x = self.dense4(x)  # (N, 1024, 7, 7)
        x = self.head(x)  # (N, 1024)
        return self.fc(x)
