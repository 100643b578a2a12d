import torch
from torch import nn


class Attention(nn.Module):
    """Weighs what was read by how well it fits what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.key = nn.Linear(256, 256, bias=False)
        self.mix = nn.Linear(512, 256)

    def forward(self, written: torch.Tensor, read: torch.Tensor) -> torch.Tensor:
        fit = torch.bmm(written, self.key(read).transpose(1, 2))  # (N, T, S)
        weights = torch.softmax(fit, dim=-1)
        context = torch.bmm(weights, read)  # (N, T, 256)
        x = torch.cat([context, written], dim=-1)  # (N, T, 512)
        return torch.tanh(self.mix(x))


class Seq2Seq(nn.Module):
    """Translation with attention: (N, S), (N, T) -> (N, T, 8000)."""

    def __init__(self) -> None:
        super().__init__()
        self.source_words = nn.Embedding(8000, 128)
        self.target_words = nn.Embedding(8000, 128)
        self.encoder = nn.GRU(128, 256, batch_first=True)
        self.decoder = nn.GRU(128, 256, batch_first=True)
        self.attention = Attention()
        self.head = nn.Linear(256, 8000)

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        read, h_n = self.encoder(self.source_words(source))  # (N, S, 256), (1, N, 256)
        written, _ = self.decoder(self.target_words(target), h_n)  # (N, T, 256)
        x = self.attention(written, read)  # (N, T, 256)
        return self.head(x)
