"""Samples on disk as tensors: the batch that follows is read while the network takes this one."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

import torch

from train.data.description import NumpyArray
from train.data.on_disk import OnDisk


@cache
def _reader() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="batches")


class ReadingAhead:
    """Gives samples in any order; what it is told of is read beforehand, and changes nothing else.

    Raises: DataError where they are taken and cannot be read, naming the file.
    """

    def __init__(self, samples: OnDisk, device: torch.device) -> None:
        self._samples, self._device = samples, device
        self._begun: tuple[list[int], Future[NumpyArray]] | None = None

    def __len__(self) -> int:
        return len(self._samples)

    def take(self, order: torch.Tensor, following: torch.Tensor | None = None) -> torch.Tensor:
        """Shapes: (rows,) -> (rows, ...)."""
        rows = order.cpu()
        begun, self._begun = self._begun, None
        if begun is not None and begun[0] == rows.tolist():
            found = begun[1].result()
        else:
            found = self._samples[rows.numpy()]
        if following is not None and len(following):
            wanted = following.cpu()
            future = _reader().submit(self._samples.__getitem__, wanted.numpy())
            self._begun = (wanted.tolist(), future)
        return torch.from_numpy(found).to(self._device)
