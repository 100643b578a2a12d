"""One step of the optimizer: forward, loss, backward, clipping, update, average."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from train.average import Average
from train.batches import Batch
from train.compiling import Compiled
from train.crew import ALONE, Crew
from train.events import Emit
from train.gauges import gradient_norm
from train.objective import Outputs, WeightedSum
from train.precision import MixedPrecision
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from torch.nn.parallel import DistributedDataParallel

#: What the network answered to each batch of a step, with what it should have answered.
Answers = list[tuple[Outputs, Outputs]]


@dataclass(frozen=True)
class Taken:
    """A step that was made: the loss of each of its batches, their sizes, and the answers."""

    losses: list[torch.Tensor]
    sizes: list[int]
    answers: Answers


class Step:
    """Makes steps, and holds what lies between two of them apart from network and optimizer."""

    def __init__(
        self,
        network: nn.Module,
        objective: WeightedSum,
        optimizer: torch.optim.Optimizer,
        config: TrainingConfig,
        device: torch.device,
        emit: Emit,
        crew: Crew = ALONE,
    ) -> None:
        """``emit`` hears that the network cannot be compiled, where it cannot.

        Every process of ``crew`` is given the whole batch, answers to its share of it, and hears
        of all answers and of the loss of all.
        """
        #: Called once the gradients of a step are there, before they are clipped.
        self.on_gradients: Callable[[], None] | None = None
        self._network, self._objective, self._optimizer = network, objective, optimizer
        self._regularity = config.regularity
        self._is_summed = config.is_summed
        self.precision = MixedPrecision(config.regularity.precision, device)
        decay = config.regularity.ema
        self.average = None if decay is None else Average(network, decay)
        self.compiled = Compiled(network, config.regularity.compile, emit)
        self._crew = crew
        self._spread: DistributedDataParallel | None = None
        if crew.size > 1:
            from train.spreading import Spread, spread_over

            spread = Spread(network, partial(self._answer, self.compiled), objective, crew)
            self._spread = spread_over(spread, device)
        self._clipped: torch.Tensor | None = None
        self._take = self._with_closure if config.optimizer.type == "LBFGS" else self._plain
        #: What is called to train: the network itself, where it is not compiled.
        self._called = self.compiled if self.compiled.is_compiled else network

    def __call__(self, batches: Sequence[Batch]) -> Taken:
        taken = self.compiled.attempt(self._take, batches)
        if self.average is not None:
            self.average.update(self._network)
        return taken

    @property
    def network(self) -> nn.Module:
        """The network that is trained, as it was built."""
        return self._network

    def scale_of(self, batches: Sequence[Batch]) -> float:
        """What the gradients of the first of ``batches`` are multiplied by, as they come back."""
        scaler, sizes = self.precision.scaler, [targets[0].shape[0] for _, targets in batches]
        scale = 1.0 if scaler is None else float(scaler.get_scale())
        part = 1.0 if len(sizes) == 1 or self._is_summed else sizes[0] / sum(sizes)
        return scale * part

    @property
    def judged(self) -> nn.Module:
        """The network that is validated and saved: the average, where there is one."""
        return self._network if self.average is None else self.average.network

    def gradient_norm(self) -> float | None:
        """How long the gradient of the last step was, before it was clipped by that."""
        if self._clipped is not None:
            return float(self._clipped)
        return gradient_norm(self._network.parameters())

    def judge(self, inputs: Outputs, targets: Outputs) -> tuple[Outputs, torch.Tensor]:
        """What the network that is validated answers, and its loss."""
        network = self.compiled if self.average is None else self.average.network
        samples = targets[0].shape[0]
        if not self._crew.splits(samples):
            return self.forward(network, inputs, targets)
        mine = self._answer(network, *self._crew.share(inputs))
        axes = self._objective.sample_axes(len(mine))
        outputs = tuple(
            self._crew.whole(output, samples, axis) for output, axis in zip(mine, axes, strict=True)
        )
        return outputs, self._objective(outputs, targets)

    def forward(
        self, network: nn.Module | Compiled, inputs: Outputs, targets: Outputs
    ) -> tuple[Outputs, torch.Tensor]:
        """What the network answers, and its loss, which is float32 whatever the precision."""
        outputs = self._answer(network, *inputs)
        return outputs, self._objective(outputs, targets)

    def _answer(self, network: nn.Module | Compiled, *inputs: torch.Tensor) -> Outputs:
        if not self.precision.is_mixed:
            return as_tuple(network(*inputs))
        with self.precision.autocast():
            outputs = as_tuple(network(*inputs))
        return tuple(output.float() for output in outputs)

    def _train(self, inputs: Outputs, targets: Outputs) -> tuple[Outputs, torch.Tensor]:
        """As ``forward``, of the network that is trained, whose answers may come from several."""
        if self._spread is None:
            return self.forward(self._called, inputs, targets)
        outputs, loss = self._spread(inputs, targets)
        return outputs, loss

    def _plain(self, batches: Sequence[Batch]) -> Taken:
        self._clear_gradients()
        if len(batches) == 1:
            [(inputs, targets)] = batches
            outputs, loss = self._train(inputs, targets)
            self._backward(loss)
            taken = Taken([loss.detach()], [targets[0].shape[0]], [(outputs, targets)])
        else:
            taken = self._accumulated(batches)
        if self.on_gradients is not None:
            self.on_gradients()
        self._update()
        return taken

    def _clear_gradients(self) -> None:
        """What ``zero_grad`` does; that tells the profiler, too, a hundredth of a short step."""
        for group in self._optimizer.param_groups:
            for parameter in group["params"]:
                parameter.grad = None

    def _accumulated(self, batches: Sequence[Batch]) -> Taken:
        """The gradients of several batches, together that of one large batch."""
        answers: Answers = []
        losses = []
        sizes = [targets[0].shape[0] for _, targets in batches]
        samples = sum(sizes)
        for index, ((inputs, targets), size) in enumerate(zip(batches, sizes, strict=True)):
            with self._adding_up(index + 1 < len(batches)):
                outputs, loss = self._train(inputs, targets)
                answers.append((outputs, targets))
                losses.append(loss.detach())
                if not self._is_summed:
                    loss = loss * (size / samples)  # together: the mean over all samples
                self._backward(loss)
        return Taken(losses, sizes, answers)

    def _adding_up(self, more: bool) -> contextlib.AbstractContextManager[Any]:
        """Gradients are summed over the processes once a step, with the last of its batches."""
        if more and self._spread is not None:
            return self._spread.no_sync()
        return contextlib.nullcontext()

    def _backward(self, loss: torch.Tensor) -> None:
        scaler = self.precision.scaler
        (loss if scaler is None else scaler.scale(loss)).backward()  # type: ignore[no-untyped-call]

    def _update(self) -> None:
        scaler, norm = self.precision.scaler, self._regularity.clip_grad_norm
        value = self._regularity.clip_grad_value
        if norm is not None or value is not None:
            if scaler is not None:
                scaler.unscale_(self._optimizer)
            parameters = [p for p in self._network.parameters() if p.grad is not None]
            if value is not None:
                nn.utils.clip_grad_value_(parameters, value)
            if norm is not None:
                self._clipped = nn.utils.clip_grad_norm_(parameters, norm)
        if scaler is None:
            self._optimizer.step()
        else:
            scaler.step(self._optimizer)
            scaler.update()

    def _with_closure(self, batches: Sequence[Batch]) -> Taken:
        """LBFGS looks at the loss several times a step; the first look is the one reported."""
        [(inputs, targets)] = batches
        seen: list[tuple[Outputs, torch.Tensor]] = []

        def closure() -> torch.Tensor:
            self._optimizer.zero_grad(set_to_none=True)
            outputs, loss = self._train(inputs, targets)
            loss.backward()  # type: ignore[no-untyped-call]
            if self.on_gradients is not None:
                self.on_gradients()
            seen.append((outputs, loss.detach()))
            return loss

        self._optimizer.step(closure)  # type: ignore[arg-type]
        outputs, loss = seen[0]
        return Taken([loss], [targets[0].shape[0]], [(outputs, targets)])

    def state(self) -> dict[str, Any]:
        average = {} if self.average is None else {"average": self.average.state()}
        return {"scaler": self.precision.state(), **average}

    def restore(self, state: dict[str, Any]) -> None:
        """Raises: KeyError, if the state is of a run without an average, and this one has one."""
        self.precision.restore(state["scaler"])
        if self.average is not None:
            self.average.restore(state["average"])


def as_tuple(outputs: Any) -> Outputs:
    return outputs if isinstance(outputs, tuple) else (outputs,)
