import torch
from torch import nn
from torch.nn import functional as F


class CausalSelfAttention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.qkv(x)  # (N, T, 2304)
        x = x.unflatten(-1, (3, self.heads, -1))  # (N, T, 3, 12, 64)
        q, k, v = x.permute(2, 0, 3, 1, 4)  # 3 x (N, 12, T, 64)
        x = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x.transpose(1, 2).flatten(2)  # (N, T, 768)
        return self.drop(self.proj(x))


class Block(nn.Module):
    def __init__(self, width: int = 768, heads: int = 12) -> None:
        super().__init__()
        self.ln1 = nn.LayerNorm(width)
        self.attn = CausalSelfAttention(width, heads)
        self.mlp = nn.Sequential(
            nn.LayerNorm(width),
            nn.Linear(width, 4 * width),
            nn.GELU(approximate="tanh"),
            nn.Linear(4 * width, width),
            nn.Dropout(0.1),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x + self.attn(self.ln1(x))
        return x + self.mlp(x)


class GPTDecoder(nn.Module):
    """A decoder of the size of GPT-2: (N, 1024) -> (N, 1024, 50257)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(50257, 768)
        self.positions = nn.Parameter(torch.randn(1024, 768))
        self.drop = nn.Dropout(0.1)
        self.blocks = nn.Sequential(*[Block() for _ in range(12)])
        self.norm = nn.LayerNorm(768)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        x = self.words(tokens) + self.positions  # (N, 1024, 768)
        x = self.blocks(self.drop(x))
        x = self.norm(x)
        return F.linear(x, self.words.weight)  # (N, 1024, 50257)
