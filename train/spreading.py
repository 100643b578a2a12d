"""The network as several processes train it, by PyTorch's DistributedDataParallel."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from train.crew import Crew
from train.objective import Outputs, WeightedSum
from train.whole_norm import WholeBatchNorm

#: Answers of the network to a share, and what comes of comparing them: answers, loss.
Compare = Callable[[Outputs, Outputs], tuple[Outputs, torch.Tensor]]


class Spread(nn.Module):
    """Answers to its own share of a batch, and compares the answers of all with the whole target.

    So the loss is that of one process, whatever it is normalised by: class weights, labels that
    are left out, pairs of samples. Only the loss has a gradient; each process sends it into its
    own samples.
    """

    def __init__(
        self, network: nn.Module, called: Callable[..., Any], total: WeightedSum, crew: Crew
    ) -> None:
        """``called`` answers for ``network``: itself, compiled, or in another precision."""
        super().__init__()
        self.network = network
        self._called, self._total, self._crew = called, total, crew

    def forward(self, inputs: Outputs, targets: Outputs) -> tuple[Outputs, torch.Tensor]:
        samples = targets[0].shape[0]
        if not self._crew.splits(samples):  # all of them do the same, and gradients are summed
            outputs = self._called(*inputs)
            loss = self._total(outputs, targets)
            return _held(outputs), loss.detach() + (loss - loss.detach()) / self._crew.size
        with _sharing():
            outputs = self._called(*self._crew.share(inputs))
        axes = self._total.sample_axes(len(outputs))
        whole = tuple(
            self._crew.whole(output, samples, axis)
            for output, axis in zip(outputs, axes, strict=True)
        )
        return _held(whole), self._total(whole, targets)


def _held(outputs: Outputs) -> Outputs:
    return tuple(output.detach() for output in outputs)


@contextmanager
def _sharing() -> Iterator[None]:
    WholeBatchNorm.shares = True
    try:
        yield
    finally:
        WholeBatchNorm.shares = False


def spread_over(spread: Spread, device: torch.device) -> DistributedDataParallel:
    """Every process gets the weights of the first; from now on gradients are those of all.

    A parameter that is frozen takes part, too, so that it can be let learn in the middle of a run.
    """
    parameters = list(spread.parameters())
    learned = [parameter.requires_grad for parameter in parameters]
    for parameter in parameters:
        if parameter.is_floating_point() or parameter.is_complex():
            parameter.requires_grad_(True)
    logging.getLogger("torch.nn.parallel.distributed").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", message=".*find_unused_parameters.*")
    devices = [device] if device.type == "cuda" else None
    made = DistributedDataParallel(spread, devices, find_unused_parameters=True)
    made.register_comm_hook(None, lambda state, bucket: _summed(bucket))
    for parameter, learns in zip(parameters, learned, strict=True):
        parameter.requires_grad_(learns)
    return made


def _summed(bucket: Any) -> torch.futures.Future[torch.Tensor]:
    """The gradient of a batch is the sum of those of its shares."""
    sent = dist.all_reduce(bucket.buffer(), async_op=True).get_future()
    summed: torch.futures.Future[torch.Tensor] = sent.then(lambda done: done.value()[0])
    return summed
