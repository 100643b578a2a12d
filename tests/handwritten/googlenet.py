import torch
from torch import nn


class ConvNorm(nn.Sequential):
    """A convolution without bias, batch norm and ReLU."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int = 1,
        stride: int = 1,
        padding: int = 0,
    ) -> None:
        super().__init__(
            nn.Conv2d(in_channels, out_channels, kernel_size, stride, padding, bias=False),
            nn.BatchNorm2d(out_channels, eps=0.001),
            nn.ReLU(inplace=True),
        )


class Inception(nn.Module):
    def __init__(
        self,
        in_channels: int,
        ch1x1: int,
        ch3x3red: int,
        ch3x3: int,
        ch5x5red: int,
        ch5x5: int,
        pool_proj: int,
    ) -> None:
        super().__init__()
        self.one = ConvNorm(in_channels, ch1x1)
        self.three = nn.Sequential(
            ConvNorm(in_channels, ch3x3red),
            ConvNorm(ch3x3red, ch3x3, kernel_size=3, padding=1),
        )
        self.five = nn.Sequential(
            ConvNorm(in_channels, ch5x5red),
            ConvNorm(ch5x5red, ch5x5, kernel_size=3, padding=1),
        )
        self.pooled = nn.Sequential(
            nn.MaxPool2d(3, stride=1, padding=1),
            ConvNorm(in_channels, pool_proj),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        branches = [self.one(x), self.three(x), self.five(x), self.pooled(x)]
        return torch.cat(branches, dim=1)


class AuxiliaryHead(nn.Sequential):
    def __init__(self, in_channels: int) -> None:
        super().__init__(
            nn.AdaptiveAvgPool2d(4),
            ConvNorm(in_channels, 128),  # (N, 128, 4, 4)
            nn.Flatten(),  # (N, 2048)
            nn.Linear(2048, 1024),
            nn.ReLU(inplace=True),
            nn.Dropout(0.7),
            nn.Linear(1024, 1000),
        )


class GoogLeNet(nn.Module):
    """GoogLeNet: (N, 3, 224, 224) -> 3 x (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = ConvNorm(3, 64, kernel_size=7, stride=2, padding=3)
        self.pool1 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.conv2 = ConvNorm(64, 64)
        self.conv3 = ConvNorm(64, 192, kernel_size=3, padding=1)
        self.pool2 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.mix3a = Inception(192, 64, 96, 128, 16, 32, 32)
        self.mix3b = Inception(256, 128, 128, 192, 32, 96, 64)
        self.pool3 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.mix4a = Inception(480, 192, 96, 208, 16, 48, 64)
        self.mix4b = Inception(512, 160, 112, 224, 24, 64, 64)
        self.mix4c = Inception(512, 128, 128, 256, 24, 64, 64)
        self.mix4d = Inception(512, 112, 144, 288, 32, 64, 64)
        self.mix4e = Inception(528, 256, 160, 320, 32, 128, 128)
        self.pool4 = nn.MaxPool2d(2)
        self.mix5a = Inception(832, 256, 160, 320, 32, 128, 128)
        self.mix5b = Inception(832, 384, 192, 384, 48, 128, 128)
        self.pool5 = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout(0.2)
        self.fc = nn.Linear(1024, 1000)
        self.aux1 = AuxiliaryHead(512)
        self.aux2 = AuxiliaryHead(528)

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        x = self.pool1(self.conv1(image))  # (N, 64, 56, 56)
        x = self.conv2(x)  # (N, 64, 56, 56)
        x = self.pool2(self.conv3(x))  # (N, 192, 28, 28)
        x = self.mix3a(x)  # (N, 256, 28, 28)
        x = self.mix3b(x)  # (N, 480, 28, 28)
        x = self.mix4a(self.pool3(x))  # (N, 512, 14, 14)
        aux1 = self.aux1(x)
        x = self.mix4b(x)  # (N, 512, 14, 14)
        x = self.mix4c(x)  # (N, 512, 14, 14)
        x = self.mix4d(x)  # (N, 528, 14, 14)
        aux2 = self.aux2(x)
        x = self.mix4e(x)  # (N, 832, 14, 14)
        x = self.mix5a(self.pool4(x))  # (N, 832, 7, 7)
        x = self.mix5b(x)  # (N, 1024, 7, 7)
        x = self.pool5(x).flatten(1)  # (N, 1024)
        return self.fc(self.drop(x)), aux1, aux2
