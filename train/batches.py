"""Batches by indexing whole tensors: an epoch's order is a function of seed and epoch alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import torch

from train.augmenting import Augmenter
from train.data import Prepared
from train.data.on_disk import OnDisk, Samples
from train.data.preparation import epoch_order
from train.reading_ahead import ReadingAhead
from train.settings import DataConfig

#: What goes into the network, and what its outputs are compared with.
Batch = tuple[tuple[torch.Tensor, ...], tuple[torch.Tensor, ...]]


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
        self._seed = seed
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
            order = self._order(0 if self._overfit else epoch)
            for index in range(skipped, self.steps_per_epoch):
                first = index * self._accumulate
                last = min(first + self._accumulate, self._batches)
                yield [
                    self._varied(order, epoch, 0 if self._overfit else batch)
                    for batch in range(first, last)
                ]
            epoch, skipped = epoch + 1, 0

    def of_size(self, size: int) -> Batch:
        """A batch of any size, of the first samples; where they are too few, again and again."""
        order = torch.arange(size, device=self._train.device) % self._train.samples
        return self._train.gather(order)

    def validation(self) -> Iterator[Batch]:
        """The held-out samples in their fixed order."""
        if self._overfit:
            yield self._batch(self._order(0), 0)
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
        order = torch.from_numpy(epoch_order(self._train.samples, self._seed, epoch))
        return order.to(self._train.device)

    def _varied(self, order: torch.Tensor, epoch: int, index: int) -> Batch:
        inputs, targets = self._batch(order, index)
        if self._augmenter is None:
            return inputs, targets
        return self._augmenter(inputs, targets, epoch, index)

    def hard(self, targets: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
        """Targets by which answers are counted: of mixed samples the class that is most of it."""
        return targets if self._augmenter is None else self._augmenter.hard(targets)

    def _batch(self, order: torch.Tensor, index: int) -> Batch:
        rows = [order[i * self._size : (i + 1) * self._size] for i in (index, index + 1)]
        return self._train.gather(rows[0], rows[1])


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

    def cut(self, size: int) -> Iterator[Batch]:
        """All samples in batches, as they stand."""
        for start in range(0, self.samples, size):
            end = min(start + size, self.samples)

            def cut_out(samples: torch.Tensor | ReadingAhead) -> torch.Tensor:
                if isinstance(samples, ReadingAhead):
                    following = torch.arange(end, min(end + size, self.samples))  # noqa: B023
                    return samples.take(torch.arange(start, end), following)  # noqa: B023
                return samples[start:end]  # noqa: B023

            yield tuple(map(cut_out, self._inputs)), tuple(map(cut_out, self._targets))
