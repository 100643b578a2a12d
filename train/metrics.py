"""Loss and metrics over an epoch, summed as tensors: nothing waits for the device on a step."""

from __future__ import annotations

from typing import Any

import torch

from train.catalog import metric_names
from train.objective import Objective, Outputs

#: Predictions are kept for this many steps and then counted in one go, which costs less.
GATHERED = 16
#: ... unless they are large.
LARGEST_GATHERED = 2**18


class Meter:
    """Sums of one pass over the data: loss, and accuracy or error metrics.

    ``mae`` is in the target's own unit (``scale`` undoes its normalisation); ``r2`` is the share
    of the target's variance that is explained.
    """

    def __init__(
        self, objective: Objective, classes: int, scale: float, device: torch.device
    ) -> None:
        self.names = metric_names(objective.type, bool(classes))
        self._objective, self._scale = objective, scale
        exact = torch.float64 if device.type != "mps" else torch.float32
        self._zero = torch.zeros(4, dtype=exact, device=device)
        self.reset()

    def reset(self) -> None:
        self._sums = self._zero.clone()
        self._count = 0
        self._loss = 0.0
        self.samples = 0
        self._outputs: list[torch.Tensor] = []
        self._targets: list[torch.Tensor] = []
        self._held = 0

    def add_loss(self, loss: float, samples: int) -> None:
        self._loss += loss * samples
        self.samples += samples

    def add(self, outputs: Outputs, target: torch.Tensor) -> None:
        if not self.names:
            return
        self._outputs.append(outputs[0].detach())
        self._targets.append(target)
        self._held += outputs[0].numel()
        if len(self._outputs) >= GATHERED or self._held > LARGEST_GATHERED:
            self._count_gathered()

    def _count_gathered(self) -> None:
        if not self._outputs:
            return
        output, target = torch.cat(self._outputs), torch.cat(self._targets)
        self._outputs, self._targets, self._held = [], [], 0
        if self.names == ("accuracy",):
            right = predicted_classes(self._objective, output) == target.reshape(
                target.shape[0], *output.shape[2:]
            )
            self._sums[0] += right.sum()
            self._count += right.numel()
            return
        target = self._objective.adapt(output, target).to(self._sums.dtype)
        error = target - output.to(self._sums.dtype)
        self._sums += torch.stack(
            [error.abs().sum(), error.square().sum(), target.sum(), target.square().sum()]
        )
        self._count += target.numel()

    def result(self) -> dict[str, float]:
        """``{"loss": ..., "accuracy": ...}``; empty if there were no samples."""
        if not self.samples:
            return {}
        result = {"loss": self._loss / self.samples}
        self._count_gathered()
        sums = self._sums.tolist()
        if self.names == ("accuracy",):
            result["accuracy"] = sums[0] / max(1, self._count)
        elif self.names:
            result["mae"] = sums[0] / self._count * self._scale
            spread = sums[3] - sums[2] ** 2 / self._count
            result["r2"] = 1 - sums[1] / spread if spread > 0 else 0.0
        return result

    def state(self) -> dict[str, Any]:
        """Everything needed to go on in the middle of an epoch."""
        return {
            "sums": self._sums.clone(),
            "count": self._count,
            "loss": self._loss,
            "samples": self.samples,
            "outputs": list(self._outputs),
            "targets": list(self._targets),
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._sums = state["sums"].to(self._zero.device)
        self._count, self._loss = state["count"], state["loss"]
        self.samples = state["samples"]
        self._outputs = [tensor.to(self._zero.device) for tensor in state["outputs"]]
        self._targets = [tensor.to(self._zero.device) for tensor in state["targets"]]
        self._held = sum(tensor.numel() for tensor in self._outputs)


def predicted_classes(objective: Objective, output: torch.Tensor) -> torch.Tensor:
    """The class that each row of ``output`` stands for.

    Shapes: (N, C, ...) -> (N, ...); one number a sample, (N,) or (N, 1), is a yes or no.
    """
    if output.ndim >= 2 and output.shape[1] > 1:
        return output.argmax(dim=1)
    limit = 0.5 if objective.needs.unit or objective.needs.target == "values" else 0.0
    return (output.reshape(output.shape[0]) > limit).long()
