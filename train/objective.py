"""The loss, and how targets are brought into the form that it wants."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import nn

from graph.errors import TrainingError
from graph.phrases import later
from train.catalog import LOSS_NEEDS, OWN_LOSSES, TargetKind
from train.own_losses import GaussianKLLoss
from train.parts import Part
from train.settings import Choice

Outputs = tuple[torch.Tensor, ...]

#: Losses by name: the only classes that a project can ask for.
CLASSES = {name: getattr(nn, name) for name in LOSS_NEEDS if name not in OWN_LOSSES} | {
    "GaussianKLLoss": GaussianKLLoss
}

#: Arguments that PyTorch wants as tensors.
TENSORS = ("weight", "pos_weight")


class Objective:
    """Compares what the network gave with what it should have given.

    Shapes: outputs (N, ...), target as the data has it -> a scalar, for the loss is a mean
    or a sum.
    Raises: TrainingError, if PyTorch does not accept the arguments.
    """

    def __init__(self, loss: Choice, device: torch.device) -> None:
        arguments = dict(loss.arguments)
        for name in TENSORS:
            if arguments.get(name) is not None:
                arguments[name] = torch.tensor(arguments[name], dtype=torch.float32, device=device)
        try:
            self.module = CLASSES[loss.type](**arguments).to(device)
        except (TypeError, ValueError, RuntimeError) as error:
            raise TrainingError(
                later("{type} does not accept its arguments: {error}", type=loss.type, error=error)
            ) from error
        self.type = loss.type
        self.ignored = loss.arguments.get("ignore_index")
        self.needs = LOSS_NEEDS[loss.type]
        self._margin = float(arguments.get("margin", 1.0)) if self.needs.distance else 0.0
        #: The target as this loss compares it with an output: ``adapt(output, target)``.
        self.adapt = ADAPTATIONS[self.needs.target]
        self._compare = self._comparison()

    def _comparison(self) -> Callable[[Outputs, torch.Tensor], torch.Tensor]:
        if self.needs.target == "nothing":
            return lambda outputs, target: self.module(*outputs)
        if self.needs.target == "sequence":
            return self._sequence_loss
        return self._gaussian_loss if self.type == "GaussianNLLLoss" else self._loss

    def __call__(self, outputs: Outputs, target: torch.Tensor) -> torch.Tensor:
        try:
            return self._compare(outputs, target)
        except RuntimeError:
            if all(bool(torch.isfinite(output).all()) for output in outputs):
                raise
            # BCELoss refuses what is no number: its sum is none either, and can be looked into
            return torch.stack([output.sum() for output in outputs]).sum()

    @property
    def is_softened(self) -> bool:
        """Whether the scores of a sample compete, so that a softmax makes them probabilities."""
        return self.needs.per_class and self.needs.target == "classes"

    def leaning(self, output: torch.Tensor) -> torch.Tensor:
        """By how much one number a sample speaks for the second of two classes.

        A distance speaks for what is alike where it is below half of the margin, from which on
        the loss of the other answer would be the smaller one.
        """
        if self.needs.distance:
            return self._margin / 2 - output
        return output - 0.5 if self.needs.unit or self.needs.target == "values" else output

    def _loss(self, outputs: Outputs, target: torch.Tensor) -> torch.Tensor:
        loss: torch.Tensor = self.module(*outputs, self.adapt(outputs[0], target))
        return loss

    def _gaussian_loss(self, outputs: Outputs, target: torch.Tensor) -> torch.Tensor:
        mean, variance = outputs
        loss: torch.Tensor = self.module(mean, self.adapt(mean, target), variance)
        return loss

    def _sequence_loss(self, outputs: Outputs, target: torch.Tensor) -> torch.Tensor:
        """CTC over whole sequences: (T, N, C) against (N, S), none of them padded."""
        output = outputs[0]
        steps, samples = output.shape[0], output.shape[1]
        lengths = torch.full((samples,), steps, dtype=torch.long)
        labels = torch.full((samples,), target.shape[1], dtype=torch.long)
        loss: torch.Tensor = self.module(output, target, lengths, labels)
        return loss


class WeightedSum:
    """The loss of a run: of one comparison, or the weighted sum of several.

    Shapes: the network's outputs and the targets of a batch -> a scalar.
    Raises: TrainingError, if PyTorch does not accept the arguments of a loss.
    """

    def __init__(self, parts: Sequence[Part], device: torch.device) -> None:
        self.parts = tuple(parts)
        self.objectives = tuple(Objective(part.loss, device) for part in parts)
        self._is_alone = len(self.parts) == 1 and self.parts[0].weight == 1

    def __call__(self, outputs: Outputs, targets: Outputs) -> torch.Tensor:
        if self._is_alone:
            return self.each(0, outputs, targets)
        total = self.parts[0].weight * self.each(0, outputs, targets)
        for index, part in enumerate(self.parts[1:], 1):
            total = total + part.weight * self.each(index, outputs, targets)
        return total

    def sample_axes(self, outputs: int) -> tuple[int, ...]:
        """The axis of the samples, of each of so many outputs."""
        second: set[int] = set()
        for part, objective in zip(self.parts, self.objectives, strict=True):
            if objective.needs.target == "sequence":
                second.update(part.seen(tuple(range(outputs))))
        return tuple(int(place in second) for place in range(outputs))

    def each(self, index: int, outputs: Outputs, targets: Outputs) -> torch.Tensor:
        """The loss of one part, before its weight."""
        part = self.parts[index]
        return self.objectives[index](part.seen(outputs), targets[part.target])


def _as_classes(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    if target.ndim == output.ndim and target.shape[1:2] == (1,):
        return target.squeeze(1)
    return target


def _as_values(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    if not target.is_floating_point() and target.ndim == output.ndim - 1 and output.shape[1] > 1:
        return _as_one_hot(output, target)
    target = target.to(output.dtype)
    return target if target.shape == output.shape else target.reshape(output.shape)


def _as_signs(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    signs = target if target.is_floating_point() else 2 * target - 1
    fits = signs.numel() == output.numel() and signs.shape != output.shape
    return (signs.reshape(output.shape) if fits else signs).to(output.dtype)


def _as_one_hot(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    if target.is_floating_point():
        return _as_values(output, target)
    return F.one_hot(target, output.shape[1]).to(output.dtype)


def _as_labels(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    labels = torch.full(output.shape, -1, dtype=torch.long, device=output.device)
    labels[:, 0] = target.reshape(len(target))
    return labels


def _as_it_is(output: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    return target


ADAPTATIONS: dict[TargetKind, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "classes": _as_classes,
    "values": _as_values,
    "binary": _as_values,
    "signs": _as_signs,
    "one-hot": _as_one_hot,
    "labels": _as_labels,
    "sequence": _as_it_is,
    "nothing": _as_it_is,
}
