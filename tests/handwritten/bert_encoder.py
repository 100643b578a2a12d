import torch
from torch import nn


class BertEncoder(nn.Module):
    """BERT-base: (N, 512), (N, 512) -> (N, 512, 768), (N, 768)."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, 768, padding_idx=0)
        self.segment = nn.Embedding(2, 768)
        self.positions = nn.Parameter(torch.randn(512, 768))
        self.norm = nn.LayerNorm(768, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        layer = nn.TransformerEncoderLayer(
            768,
            12,
            dim_feedforward=3072,
            activation="gelu",
            layer_norm_eps=1e-12,
            batch_first=True,
        )
        self.encoder = nn.TransformerEncoder(layer, 12)
        self.pooler = nn.Sequential(nn.Linear(768, 768), nn.Tanh())

    def forward(
        self, words: torch.Tensor, segments: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.word(words) + self.segment(segments) + self.positions
        x = self.drop(self.norm(x))  # (N, 512, 768)
        hidden = self.encoder(x)  # (N, 512, 768)
        return hidden, self.pooler(hidden[:, 0])
