"""Batches by indexing whole tensors: an epoch's order is a function of seed and epoch alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

import numpy as np
import torch

from train.augmenting import Augmenter
from train.data import Prepared
from train.data.on_disk import OnDisk, Samples
from train.data.preparation import epoch_order_by
from train.reading_ahead import ReadingAhead
from train.settings import DataConfig

#: What goes into the network, and what its outputs are compared with.
Batch = tuple[tuple[torch.Tensor, ...], tuple[torch.Tensor, ...]]

#: Bytes of the batches that are gathered in one go: of small ones each alone costs as much as ten.
GATHERED = 2**20


class Batches:
    """A data set on its device, cut into batches; never touches a sample alone.

    Draws from no global random state, so that a run resumed at any step sees what it would have.
    A step of the optimizer takes ``accumulate`` batches, the last of an epoch those that are left.
    """

    def __init__(
        self,
        data: Prepared,
        config: DataConfig,
        seed: int,
        device: torch.device,
        accumulate: int = 1,
        *,
        overfit: bool = False,
        targets: Sequence[Prepared] = (),
    ) -> None:
        """With ``overfit`` the first batch is the only one, and is validated with as well.

        ``targets`` says what the outputs are compared with, where that is more than one thing.
        """
        targets = tuple(targets) or (data,)
        self._train = _Tensors(data.train_inputs, [t.train_target for t in targets], device)
        self._validation = _Tensors(
            data.validation_inputs, [t.validation_target for t in targets], device
        )
        self._test = _Tensors(data.test_inputs, [t.test_target for t in targets], device)
        self._seed, self._generator = seed, np.random.RandomState()
        steps = () if overfit else config.augment
        self._augmenter = Augmenter(steps, data, targets, seed) if steps else None
        self._size = min(config.batch_size, self._train.samples)
        whole, rest = divmod(self._train.samples, self._size)
        self._batches = whole + bool(rest and not config.drop_last)
        self._accumulate, self._overfit = accumulate, overfit
        self.steps_per_epoch = -(-self._batches // accumulate)
        self.train_samples = self._train.samples
        self.validation_samples = self._size if overfit else self._validation.samples
        self.test_samples = self._test.samples

    def training(self, first_step: int = 0) -> Iterator[list[Batch]]:
        """The batches of every step from ``first_step`` on (from 0), epoch after epoch."""
        epoch, skipped = divmod(first_step, self.steps_per_epoch)
        while True:
            batches = self._of_epoch(epoch, skipped * self._accumulate)
            for _ in range(skipped, self.steps_per_epoch):
                yield list(islice(batches, self._accumulate))
            epoch, skipped = epoch + 1, 0

    def of_size(self, size: int) -> Batch:
        """A batch of any size, of the first samples; where they are too few, again and again."""
        order = torch.arange(size, device=self._train.device) % self._train.samples
        return self._train.gather(order)

    def validation(self) -> Iterator[Batch]:
        """The held-out samples in their fixed order."""
        if self._overfit:
            yield self._train.gather(self._order(0)[: self._size])
            return
        yield from self._validation.cut(self._size)

    def test(self) -> Iterator[Batch]:
        """The samples to test with in their fixed order."""
        yield from self._test.cut(self._size)

    @property
    def validation_steps(self) -> int:
        return -(-self.validation_samples // self._size)

    @property
    def test_steps(self) -> int:
        return -(-self.test_samples // self._size)

    def _order(self, epoch: int) -> torch.Tensor:
        order = torch.from_numpy(
            epoch_order_by(self._generator, self._train.samples, self._seed, epoch)
        )
        return order.to(self._train.device)

    def _of_epoch(self, epoch: int, first: int) -> Iterator[Batch]:
        """The batches of an epoch, from one of them on."""
        if self._overfit:
            order = self._order(0)[: self._size]
            return (self._train.gather(order) for _ in range(first, self._batches))
        order = self._order(epoch)[: self._batches * self._size]
        batches = self._train.in_order(order, self._size, first)
        return batches if self._augmenter is None else self._varied(batches, epoch, first)

    def _varied(self, batches: Iterator[Batch], epoch: int, first: int) -> Iterator[Batch]:
        assert self._augmenter is not None
        for index, (inputs, targets) in enumerate(batches, first):
            yield self._augmenter(inputs, targets, epoch, index)

    def hard(self, targets: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
        """Targets by which answers are counted: of mixed samples the class that is most of it."""
        return targets if self._augmenter is None else self._augmenter.hard(targets)


class _Tensors:
    """Inputs and targets of a part: tensors on the device, or samples that are read from disk."""

    def __init__(
        self, inputs: Iterable[Samples], targets: Iterable[Samples], device: torch.device
    ) -> None:
        self.device = device
        self._inputs = tuple(map(self._placed, inputs))
        self._targets = tuple(map(self._placed, targets))
        self.samples = len(self._targets[0])

    def _placed(self, samples: Samples) -> torch.Tensor | ReadingAhead:
        if isinstance(samples, OnDisk):
            return ReadingAhead(samples, self.device)
        return torch.as_tensor(samples).to(self.device)

    def gather(self, order: torch.Tensor, following: torch.Tensor | None = None) -> Batch:
        """Samples in an order; ``following`` are likely to be asked for next."""

        def take(samples: torch.Tensor | ReadingAhead) -> torch.Tensor:
            if isinstance(samples, ReadingAhead):
                return samples.take(order, following)
            return samples.index_select(0, order)

        return tuple(map(take, self._inputs)), tuple(map(take, self._targets))

    def in_order(self, order: torch.Tensor, size: int, first: int = 0) -> Iterator[Batch]:
        """Batches of samples in an order, from one of them on; small ones are gathered together."""
        chunks = torch.split(order[first * size :], size * self._at_once(size))
        for chunk, following in zip_longest(chunks, chunks[1:]):
            # no views, which a layer that works in place could not write to
            inputs, targets = (
                zip(*(torch.unsafe_split(each, size) for each in gathered), strict=True)
                for gathered in self.gather(chunk, following)
            )
            yield from zip(inputs, targets, strict=True)

    def _at_once(self, size: int) -> int:
        """How many batches are gathered together."""
        tensors = [t for t in (*self._inputs, *self._targets) if isinstance(t, torch.Tensor)]
        if len(tensors) < len(self._inputs) + len(self._targets):
            return 1  # what is read from disk is read a batch ahead
        in_batch = size * sum(tensor.nbytes for tensor in tensors) // self.samples
        return max(1, GATHERED // max(1, in_batch))

    def cut(self, size: int) -> Iterator[Batch]:
        """All samples in batches, as they stand; copies, which a layer may write to."""
        return self.in_order(torch.arange(self.samples, device=self.device), size)
