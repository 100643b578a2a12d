import torch
from torch import nn


class DoubleConv(nn.Sequential):
    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(
            nn.Conv2d(in_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(out_channels, out_channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(out_channels),
            nn.ReLU(inplace=True),
        )


class Down(nn.Sequential):
    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__(nn.MaxPool2d(2), DoubleConv(in_channels, out_channels))


class Up(nn.Module):
    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.up = nn.ConvTranspose2d(in_channels, out_channels, 2, stride=2)
        self.conv = DoubleConv(in_channels, out_channels)

    def forward(self, x: torch.Tensor, skip: torch.Tensor) -> torch.Tensor:
        x = self.up(x)
        x = torch.cat([skip, x], dim=1)
        return self.conv(x)


class UNet(nn.Module):
    """U-Net: (N, 3, 256, 256) -> (N, 2, 256, 256)."""

    def __init__(self) -> None:
        super().__init__()
        self.enter = DoubleConv(3, 64)
        self.down1 = Down(64, 128)
        self.down2 = Down(128, 256)
        self.down3 = Down(256, 512)
        self.down4 = Down(512, 1024)
        self.up1 = Up(1024, 512)
        self.up2 = Up(512, 256)
        self.up3 = Up(256, 128)
        self.up4 = Up(128, 64)
        self.leave = nn.Conv2d(64, 2, 1)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        x1 = self.enter(image)  # (N, 64, 64, 64)
        x2 = self.down1(x1)  # (N, 128, 32, 32)
        x3 = self.down2(x2)  # (N, 256, 16, 16)
        x4 = self.down3(x3)  # (N, 512, 8, 8)
        x5 = self.down4(x4)  # (N, 1024, 4, 4)
        x = self.up1(x5, x4)  # (N, 512, 8, 8)
        x = self.up2(x, x3)  # (N, 256, 16, 16)
        x = self.up3(x, x2)  # (N, 128, 32, 32)
        x = self.up4(x, x1)  # (N, 64, 64, 64)
        return self.leave(x)
