"""Weights for a network that is looked into: those of a run, or fresh ones."""

from __future__ import annotations

from pathlib import Path

import safetensors
import safetensors.torch
import torch
from torch import nn

from graph.errors import DataError


def load_exact(network: nn.Module, path: Path) -> str:
    """Give ``network`` every weight of a ``.safetensors`` file that has its name and shape.

    Returns what did not fit, in words, or "". Raises: DataError, if nothing fits, or the file
    cannot be read.
    """
    try:
        given = safetensors.torch.load_file(path)
    except (OSError, safetensors.SafetensorError) as error:
        reason = "there is no such file" if not path.exists() else "is no file of weights"
        raise DataError(f"{path.name}: {reason}", "choose a .safetensors file") from error
    own = network.state_dict()
    fitting = {
        name: tensor
        for name, tensor in given.items()
        if name in own and own[name].shape == tensor.shape
    }
    if own and not fitting:
        raise DataError(
            f"{path.name}: none of its {len(given)} weights fits this network",
            "choose the weights of a run of this project",
        )
    with torch.no_grad():
        network.load_state_dict(fitting, strict=False)
    missing = len(own) - len(fitting)
    return f"{missing} of {len(own)} weights are not in {path.name}" if missing else ""
