"""The networks that are measured, as documents and as somebody would write them by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from graph.document import Document, Edge, Node

if TYPE_CHECKING:
    from torch import nn


def chain(name: str, nodes: list[Node]) -> Document:
    """The nodes, each wired to the next by their first ports, at positions in rows of forty."""
    document = Document(name)
    for index, node in enumerate(nodes):
        document.graph.insert(node, position=(index % 40 * 320.0, index // 40 * 200.0))
    for source, target in pairwise(nodes):
        document.graph.add_edge(Edge(source.name, "output", target.name, "input"))
    return document


def thousand_nodes() -> Document:
    """An image classifier of 1,000 nodes: 332 rounds of convolution, norm and ReLU in a chain."""
    nodes = [Node("image", "Input", {"shape": ("N", 3, 32, 32)})]
    for index in range(1, 333):
        nodes += [
            Node(f"conv{index}", "Conv2d", {"out_channels": 8, "kernel_size": 3, "padding": 1}),
            Node(f"norm{index}", "BatchNorm2d"),
            Node(f"relu{index}", "ReLU"),
        ]
    nodes += [
        Node("flat", "Flatten"),
        Node("head", "Linear", {"out_features": 10}),
        Node("scores", "Output"),
    ]
    return chain("Thousand", nodes)


def hundred_layers() -> Document:
    """Fifty Linear layers of 256 with a ReLU after each."""
    nodes = [Node("x", "Input", {"shape": ("N", 256)})]
    for index in range(1, 51):
        nodes += [
            Node(f"fc{index}", "Linear", {"out_features": 256}),
            Node(f"relu{index}", "ReLU"),
        ]
    return chain("Hundred", [*nodes, Node("y", "Output")])


def lenet_by_hand() -> nn.Module:
    """LeNet as one would type it."""
    import torch
    from torch import nn

    class LeNet(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.features = nn.Sequential(
                nn.Conv2d(1, 6, 5, padding=2),
                nn.ReLU(),
                nn.MaxPool2d(2),
                nn.Conv2d(6, 16, 5),
                nn.ReLU(),
                nn.MaxPool2d(2),
            )
            self.flat = nn.Flatten()
            self.classifier = nn.Sequential(
                nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 10)
            )

        def forward(self, image: torch.Tensor) -> torch.Tensor:
            return self.classifier(self.flat(self.features(image)))

    return LeNet()


def hundred_by_hand() -> nn.Module:
    """The same hundred layers as one would type them: a Sequential."""
    from torch import nn

    layers: list[nn.Module] = []
    for _ in range(50):
        layers += [nn.Linear(256, 256), nn.ReLU()]
    return nn.Sequential(*layers)
