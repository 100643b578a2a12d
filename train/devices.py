"""Which device a run uses."""

from __future__ import annotations

import torch

from graph.errors import TrainingError
from graph.phrases import later


def choose_device(wanted: str) -> torch.device:
    """``auto`` takes CUDA, then Apple's GPU, then the CPU.

    Raises: TrainingError, if the device that was asked for is not there.
    """
    cuda, mps = torch.cuda.is_available(), torch.backends.mps.is_available()
    if wanted == "auto":
        return torch.device("cuda" if cuda else "mps" if mps else "cpu")
    device = torch.device(wanted)
    there = {"cpu": True, "cuda": cuda, "mps": mps}.get(device.type, False)
    if there and device.type == "cuda" and device.index is not None:
        there = device.index < torch.cuda.device_count()
    if not there:
        raise TrainingError(
            later("there is no device {wanted} here", wanted=wanted), "set device to auto or cpu"
        )
    return device
