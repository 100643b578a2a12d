import torch
from torch import nn


class LanguageModel(nn.Module):
    """Guesses each next word: (N, T) -> (N, T, 10000)."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(10000, 650)
        self.lstm = nn.LSTM(650, 650, num_layers=2, batch_first=True, dropout=0.5)
        self.drop = nn.Dropout()
        self.head = nn.Linear(650, 10000)

    def forward(self, words: torch.Tensor) -> torch.Tensor:
        x = self.drop(self.embed(words))  # (N, T, 650)
        x, _ = self.lstm(x)  # (N, T, 650)
        return self.head(self.drop(x))
