import torch
from torch import nn


class Attention(nn.Module):
    """Weighs what was read by how well it fits what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.key = nn.Linear(64, 64, bias=False)
        self.mix = nn.Linear(128, 64)

    def forward(self, written: torch.Tensor, read: torch.Tensor) -> torch.Tensor:
        fit = torch.bmm(written, self.key(read).transpose(1, 2))  # (N, T, S)
        weights = torch.softmax(fit, dim=-1)
        context = torch.bmm(weights, read)  # (N, T, 64)
        x = torch.cat([context, written], dim=-1)  # (N, T, 128)
        return torch.tanh(self.mix(x))


class Seq2Seq(nn.Module):
    """Translation with attention: (N, S), (N, T) -> (N, 11, T)."""

    def __init__(self) -> None:
        super().__init__()
        self.source_words = nn.Embedding(11, 32)
        self.target_words = nn.Embedding(11, 32)
        self.encoder = nn.GRU(32, 64, batch_first=True)
        self.decoder = nn.GRU(32, 64, batch_first=True)
        self.attention = Attention()
        self.head = nn.Linear(64, 11)

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        read, h_n = self.encoder(self.source_words(source))  # (N, S, 64), (1, N, 64)
        written, _ = self.decoder(self.target_words(target), h_n)  # (N, T, 64)
        x = self.attention(written, read)  # (N, T, 64)
        return self.head(x).transpose(1, 2)  # CrossEntropyLoss wants the classes on axis 1
