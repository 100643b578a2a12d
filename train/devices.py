"""Which device a run uses."""

from __future__ import annotations

import torch

from graph.errors import TrainingError
from graph.phrases import later
from train.place import Place
from train.settings import TrainingConfig


def processes_here(config: TrainingConfig) -> int:
    """How many processes train: as many as the project says, or one for each GPU."""
    if config.processes != "all":
        return config.processes
    if config.device not in ("auto", "cuda"):
        return 1
    return max(1, torch.cuda.device_count())


def choose_device(wanted: str, place: Place | None = None) -> torch.device:
    """``auto`` takes CUDA, then Apple's GPU, then the CPU; of several processes each a GPU.

    Raises: TrainingError, if the device that was asked for is not there.
    """
    if place is not None:
        return _device_at(place, wanted)
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


def _device_at(place: Place, wanted: str) -> torch.device:
    if wanted == "cpu" or (wanted == "auto" and not torch.cuda.is_available()):
        return torch.device("cpu")
    count = torch.cuda.device_count()
    if place.local >= count:
        raise TrainingError(
            later(
                "process {number} needs a GPU of its own, and this machine has {n} GPUs",
                one="process {number} needs a GPU of its own, and this machine has {n} GPU",
                number=place.local + 1,
                n=count,
            ),
            later("train with fewer processes, or set device to cpu"),
        )
    return torch.device("cuda", place.local)
