import torch
from torch import nn


class EncoderBlock(nn.Module):
    def __init__(self, width: int = 768, heads: int = 12, hidden: int = 3072) -> None:
        super().__init__()
        self.ln1 = nn.LayerNorm(width, eps=1e-6)
        self.attention = nn.MultiheadAttention(width, heads, batch_first=True)
        self.mlp = nn.Sequential(
            nn.LayerNorm(width, eps=1e-6),
            nn.Linear(width, hidden),
            nn.GELU(),
            nn.Linear(hidden, width),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = self.ln1(x)
        h, _ = self.attention(h, h, h, need_weights=False)
        x = x + h
        return x + self.mlp(x)


class ViTB16(nn.Module):
    """ViT-B/16: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, 768, 16, stride=16)
        self.class_token = nn.Parameter(torch.randn(1, 1, 768))
        self.positions = nn.Parameter(torch.randn(1, 197, 768))
        self.encoder = nn.Sequential(*[EncoderBlock() for _ in range(12)])
        self.norm = nn.LayerNorm(768, eps=1e-6)
        self.head = nn.Linear(768, 1000)

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        x = self.patches(image)  # (N, 768, 14, 14)
        x = x.flatten(2).transpose(1, 2)  # (N, 196, 768)
        token = self.class_token.expand(x.shape[0], -1, -1)  # (N, 1, 768)
        x = torch.cat([token, x], dim=1)  # (N, 197, 768)
        x = self.encoder(x + self.positions)
        x = self.norm(x)
        return self.head(x[:, 0])
