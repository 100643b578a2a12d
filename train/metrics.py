"""Loss and metrics over an epoch, summed as tensors: nothing waits for the device on a step."""

from __future__ import annotations

from typing import Any

import torch

from train.measures import Measures
from train.metric_names import joined_name
from train.objective import Objective, Outputs, WeightedSum

#: Numbers of answers that wait to be counted in one go: a batch alone costs as much as ten.
MOST_WAITING = 2**18


class Meter:
    """Sums of one pass over the data: the loss, those of its parts, and metrics.

    Numbers are in the target's own unit, whatever it was normalised to.
    """

    def __init__(self, total: WeightedSum, device: torch.device) -> None:
        self._total, self._device = total, device
        self._counts = tuple(
            _Counts(total, index, device)
            for index, part in enumerate(total.parts)
            if part.metrics or len(total.parts) > 1
        )
        self.names = tuple(name for counts in self._counts for name in counts.names)
        self.reset()

    def reset(self) -> None:
        self._loss = 0.0
        self.samples = 0
        for counts in self._counts:
            counts.reset()

    def add_loss(self, loss: float, samples: int) -> None:
        self._loss += loss * samples
        self.samples += samples

    def add(self, outputs: Outputs, targets: Outputs, compared: Outputs | None = None) -> None:
        """``compared`` is what a loss saw, where samples were mixed: shares of classes."""
        for counts in self._counts:
            counts.add(outputs, targets, targets if compared is None else compared)

    def result(self) -> dict[str, float]:
        """``{"loss": ..., "accuracy": ...}``; empty if there were no samples."""
        if not self.samples:
            return {}
        result = {"loss": self._loss / self.samples}
        for counts in self._counts:
            result |= counts.result()
        return result

    def state(self) -> dict[str, Any]:
        """Everything needed to go on in the middle of an epoch."""
        return {
            "loss": self._loss,
            "samples": self.samples,
            "parts": [counts.state() for counts in self._counts],
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._loss, self.samples = state["loss"], state["samples"]
        for counts, kept in zip(self._counts, state["parts"], strict=True):
            counts.restore(kept)


class _Counts:
    """What is counted of one part of the loss."""

    def __init__(self, total: WeightedSum, index: int, device: torch.device) -> None:
        self._total, self._index = total, index
        self.part, self._objective = total.parts[index], total.objectives[index]
        self._device, self._has_loss = device, len(total.parts) > 1
        softened = self._objective.is_softened
        self._measures = Measures(self.part.metrics, device, softened=softened)
        every = ("loss", *self.part.metrics) if self._has_loss else self.part.metrics
        self.names = tuple(joined_name(self.part.name, metric) for metric in every)
        self.reset()

    def reset(self) -> None:
        self._loss = torch.zeros((), device=self._device)
        self._samples = 0
        self._measures.reset()
        self._outputs: list[torch.Tensor] = []
        self._targets: list[torch.Tensor] = []
        self._held = 0

    def add(self, outputs: Outputs, targets: Outputs, compared: Outputs) -> None:
        target = targets[self.part.target]
        if self._has_loss:
            with torch.no_grad():
                loss = self._total.each(self._index, outputs, compared)
            self._loss += loss.float() * target.shape[0]
            self._samples += target.shape[0]
        if not self.part.metrics:
            return
        output = self.part.seen(outputs)[0].detach()
        self._outputs.append(output)
        self._targets.append(target)
        self._held += output.numel()
        if self._held > MOST_WAITING:
            self._count()

    def _count(self) -> None:
        if not self._outputs:
            return
        output, target = torch.cat(self._outputs), torch.cat(self._targets)
        self._outputs, self._targets, self._held = [], [], 0
        if self.part.classes:
            self._measures.update(*class_scores(self._objective, output, target))
        else:
            exact = torch.float32 if self._device.type == "mps" else torch.float64
            target = self._objective.adapt(output, target)
            self._measures.update(output.flatten().to(exact), target.flatten().to(exact))

    def result(self) -> dict[str, float]:
        self._count()
        found = self._measures.result()
        for name in ("mae", "rmse"):
            if name in found:
                found[name] *= self.part.scale
        if self._has_loss:
            found = {"loss": float(self._loss) / max(1, self._samples), **found}
        return {joined_name(self.part.name, name): value for name, value in found.items()}

    def state(self) -> dict[str, Any]:
        return {
            "loss": self._loss.clone(),
            "samples": self._samples,
            "measures": self._measures.state(),
            "outputs": [torch.cat(self._outputs)] if self._outputs else [],
            "targets": [torch.cat(self._targets)] if self._targets else [],
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._loss, self._samples = state["loss"].to(self._device), state["samples"]
        self._measures.restore(state["measures"])
        self._outputs = [tensor.to(self._device) for tensor in state["outputs"]]
        self._targets = [tensor.to(self._device) for tensor in state["targets"]]
        self._held = sum(tensor.numel() for tensor in self._outputs)


def class_scores(
    objective: Objective, output: torch.Tensor, target: torch.Tensor, *, keep_all: bool = False
) -> tuple[torch.Tensor, torch.Tensor]:
    """A score for every class, and the class, of everything that is classified.

    Shapes: (N, C, ...), (N, ...) -> (M, C), (M,). One number a sample, (N,) or (N, 1), is a yes
    or no, and becomes two scores. What the loss ignores is left out, unless ``keep_all``.
    """
    if output.ndim >= 2 and output.shape[1] > 1:
        scores, target = output, target.reshape(-1)
        if output.ndim > 2:
            scores = output.movedim(1, -1).reshape(-1, output.shape[1])
        if objective.ignored is None or keep_all:
            return scores, target
        kept = target != objective.ignored
        return scores[kept], target[kept]
    yes = objective.leaning(output).reshape(-1, 1)
    return torch.cat([-yes, yes], 1), target.reshape(-1)
