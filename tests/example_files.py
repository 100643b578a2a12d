"""The example projects, and what is needed to run the networks that they become."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from codegen.program import Shape
from codegen.source import sample_shape
from graph.document import Document

ROOT = Path(__file__).parent.parent

#: Those with code of their own, which must be trusted first, have tests of their own.
EXAMPLES = sorted(
    path
    for path in (ROOT / "examples").rglob("*.loom.yaml")
    if "type: Python" not in path.read_text(encoding="utf-8")
)

#: Networks of millions of parameters, which take seconds to build or to run.
LARGE = {
    "bert_encoder", "dcgan_discriminator", "dcgan_generator", "densenet121", "googlenet",
    "gpt_decoder", "inception_v3", "lstm_language_model", "mobilenet_v2", "resnet34", "unet",
    "vgg16", "vit_b16",
}  # fmt: skip


def name_of(path: Path) -> str:
    """``lenet_mnist`` for ``examples/lenet_mnist.loom.yaml``."""
    return path.name.removesuffix(".loom.yaml")


def samples(document: Document, batch: int = 2) -> list[torch.Tensor]:
    """A tensor for every input of a network: zeros where whole numbers are asked for."""
    found = []
    for node in document.graph.nodes:
        if node.type == "Input":
            shape: Shape = tuple(node.arguments["shape"])
            sizes = sample_shape(tuple(batch if size == "N" else size for size in shape))
            dtype = getattr(torch, str(node.arguments.get("dtype", "float32")))
            whole = not dtype.is_floating_point
            found.append(torch.zeros(sizes, dtype=dtype) if whole else torch.randn(sizes))
    return found


def outputs_of(network: nn.Module, given: list[torch.Tensor]) -> list[torch.Tensor]:
    """What a network returns, as a list whether it is one tensor or several."""
    found = network(*given)
    return list(found) if isinstance(found, tuple) else [found]
