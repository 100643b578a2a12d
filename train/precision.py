"""What a network computes in: float32, or mixed with a shorter type where the device has it."""

from __future__ import annotations

import contextlib
from typing import Any

import torch

from graph.phrases import later
from train.settings import Precision


class MixedPrecision:
    """Autocast around the forward pass, and the scaling that float16's gradients need.

    The CPU has no float16 for every layer: bfloat16 is taken instead, and ``note`` says so.
    """

    def __init__(self, wanted: Precision, device: torch.device) -> None:
        self.note = ""
        if wanted == "float16" and device.type == "cpu":
            wanted = "bfloat16"
            self.note = later("the CPU does not compute every layer in float16: bfloat16 is used")
        self.name: Precision = wanted
        self._device = device.type
        self._type = None if wanted == "float32" else getattr(torch, wanted)
        scaled = wanted == "float16"
        self.scaler = torch.amp.GradScaler(device.type) if scaled else None

    @property
    def is_mixed(self) -> bool:
        return self._type is not None

    def autocast(self) -> contextlib.AbstractContextManager[Any]:
        if self._type is None:
            return contextlib.nullcontext()
        return torch.autocast(self._device, self._type)

    def state(self) -> dict[str, Any]:
        return {} if self.scaler is None else dict(self.scaler.state_dict())

    def restore(self, state: dict[str, Any]) -> None:
        if self.scaler is not None and state:
            self.scaler.load_state_dict(state)
