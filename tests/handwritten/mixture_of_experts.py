import torch
from torch import nn


class Expert(nn.Sequential):
    def __init__(self, hidden: int = 32) -> None:
        super().__init__(nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10))


class MixtureOfExperts(nn.Module):
    """A gate picks two of four experts for each digit: (N, 1, 8, 8) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = nn.Linear(64, 4)
        self.experts = nn.ModuleList([Expert() for _ in range(4)])

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        x = image.flatten(1)  # (N, 64)
        gate = self.gate(x)  # (N, 4)
        values, indices = gate.topk(2)  # (N, 2), (N, 2)
        trust = torch.softmax(values, dim=-1)
        weights = torch.zeros_like(gate).scatter(-1, indices, trust)  # (N, 4)
        answers = torch.stack([expert(x) for expert in self.experts], dim=1)
        return torch.einsum("ne,nec->nc", weights, answers)
