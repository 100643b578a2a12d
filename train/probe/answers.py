"""What a sample asks for and what the network says to it, in words."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from codegen.watching import flat
from train.probe.samples import Sample


def answers(sample: Sample, result: Any) -> tuple[str, str]:
    """The target of the first sample and what the network says to it, in words."""
    if sample.target is None:
        return "", ""
    outputs = [value for value in flat(result) if isinstance(value, Tensor)]
    target, single = torch.as_tensor(sample.target), outputs[0] if len(outputs) == 1 else None
    if sample.classes and target.ndim == 0:
        wanted = sample.classes[int(target)] if int(target) < len(sample.classes) else str(target)
        if single is None or single.shape[1:] != (len(sample.classes),):
            return wanted, ""
        shares = single[0].double().softmax(0)
        if single.min() >= 0 and abs(float(single[0].sum()) - 1) < 1e-3:
            shares = single[0].double()  # it ends in a Softmax
        best = int(shares.argmax())
        return wanted, f"{sample.classes[best]} ({float(shares[best]):.0%})"
    if target.numel() > 4:
        return "", ""
    scale, mean = sample.target_scale, sample.target_mean
    said = "" if single is None or single[0].numel() > 4 else _numbers(single[0] * scale + mean)
    return _numbers(target * scale + mean), said


def _numbers(tensor: Tensor) -> str:
    return ", ".join(f"{float(value):.4g}" for value in tensor.reshape(-1))
