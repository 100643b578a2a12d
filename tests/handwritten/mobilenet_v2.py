import torch
from torch import nn


class ConvNorm(nn.Sequential):
    """A convolution without bias, batch norm and ReLU6."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 1,
        stride: int = 1,
        groups: int = 1,
    ) -> None:
        super().__init__(
            nn.Conv2d(
                in_channels,
                out_channels,
                kernel_size,
                stride,
                padding=kernel_size // 2,
                groups=groups,
                bias=False,
            ),
            nn.BatchNorm2d(out_channels),
            nn.ReLU6(inplace=True),
        )


class InvertedResidual(nn.Module):
    def __init__(
        self, in_channels: int, out_channels: int, stride: int = 1, expand: int = 6
    ) -> None:
        super().__init__()
        hidden = in_channels * expand
        self.has_skip = stride == 1 and in_channels == out_channels
        self.body = nn.Sequential(
            ConvNorm(in_channels, hidden) if expand != 1 else nn.Identity(),
            ConvNorm(hidden, hidden, kernel_size=3, stride=stride, groups=hidden),
            nn.Conv2d(hidden, out_channels, 1, bias=False),
            nn.BatchNorm2d(out_channels),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.body(x) if self.has_skip else self.body(x)


class Stage(nn.Sequential):
    def __init__(self, in_channels: int, out_channels: int, blocks: int, stride: int = 2) -> None:
        super().__init__(
            InvertedResidual(in_channels, out_channels, stride),
            *[InvertedResidual(out_channels, out_channels) for _ in range(blocks - 1)],
        )


class MobileNetV2(nn.Sequential):
    """MobileNetV2: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__(
            ConvNorm(3, 32, kernel_size=3, stride=2),  # (N, 32, 112, 112)
            InvertedResidual(32, 16, expand=1),  # (N, 16, 112, 112)
            Stage(16, 24, blocks=2),  # (N, 24, 56, 56)
            Stage(24, 32, blocks=3),  # (N, 32, 28, 28)
            Stage(32, 64, blocks=4),  # (N, 64, 14, 14)
            Stage(64, 96, blocks=3, stride=1),  # (N, 96, 14, 14)
            Stage(96, 160, blocks=3),  # (N, 160, 7, 7)
            InvertedResidual(160, 320),  # (N, 320, 7, 7)
            ConvNorm(320, 1280),  # (N, 1280, 7, 7)
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),  # (N, 1280)
            nn.Dropout(0.2),
            nn.Linear(1280, 1000),
        )
