"""A sample and several draws of it, as it is varied in training."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from graph.errors import DataError
from graph.phrases import later
from train.augmenting import Augmenter
from train.data import Prepared, data_key, load
from train.data.description import NumpyArray
from train.looking.look import numbers_of
from train.settings import DataConfig, TrainingConfig

#: Other samples that a batch is made of, for those ways that mix them.
BESIDE = 15

#: Samples by which the darkest and the brightest are found.
LOOKED_AT = 2000


@dataclass
class Varying:
    """Draws; keeps the last data set that it has prepared."""

    _kept: tuple[str, Prepared] | None = field(default=None)

    def draw(
        self, config: TrainingConfig, folder: Path | None, sample: int, draws: int, first: int
    ) -> tuple[dict[str, Any], NumpyArray | None]:
        """What a training sample becomes in ``draws`` batches, of which the first is ``first``.

        Shapes: pictures (1 + draws, channels, height, width), the one as it is before the others.
        Raises: DataError.
        """
        data = self._prepared(config.data, folder)
        if not data.train_samples:
            raise DataError(later("there is no sample to train on"))
        sample %= data.train_samples
        others = np.linspace(0, data.train_samples - 1, BESIDE).astype(np.int64)
        rows = np.concatenate([[sample], others])
        inputs = tuple(torch.from_numpy(array[rows]) for array in data.train_inputs)
        targets = (torch.from_numpy(data.train_target[rows]),)
        steps = config.data.augment
        augmenter = Augmenter(steps, data, [data], config.seed)
        seen = [(inputs[0][0], _words(targets[0][0], data))]
        for number in range(first, first + draws):
            varied, compared = augmenter(inputs, targets, 0, number)
            seen.append((varied[0][0], _words(compared[0][0], data)))
        told = {"sample": sample, "samples": data.train_samples, "labels": [w for _, w in seen]}
        values = np.stack([value.numpy() for value, _ in seen])
        pixels = _pixels(values, data)
        if pixels is None:
            told["rows"] = [numbers_of(row) for row in values]
        return told, pixels

    def _prepared(self, config: DataConfig, folder: Path | None) -> Prepared:
        key = f"{config!r} {data_key(config, folder, outside=True)}"
        if self._kept is None or self._kept[0] != key:
            self._kept = None
            self._kept = (key, load(config, folder))
        return self._kept[1]


def _words(target: torch.Tensor, data: Prepared) -> str:
    """The class, or the share of each where samples are mixed."""
    if not data.classes or target.ndim > 1:
        return numbers_of(target.numpy()) if target.numel() <= 4 else ""
    if target.ndim == 0:
        return data.classes[int(target)]
    shares = [(float(share), index) for index, share in enumerate(target.tolist()) if share > 0.005]
    shares.sort(reverse=True)
    return ", ".join(f"{data.classes[index]} {share:.0%}" for share, index in shares[:3])


def _pixels(values: NumpyArray, data: Prepared) -> NumpyArray | None:
    """As unsigned bytes, from the darkest to the brightest of each channel."""
    shape = data.shapes[0]
    if len(shape) != 3 or shape[0] not in (1, 3):
        return None
    known = data.train_inputs[0][:LOOKED_AT].reshape(-1, *shape)
    low, high = known.min(axis=(0, 2, 3)), known.max(axis=(0, 2, 3))
    span = np.where(high > low, high - low, 1.0)
    pictures = values.reshape(-1, *shape)
    scaled = (pictures - low[None, :, None, None]) / span[None, :, None, None] * 255
    pixels: NumpyArray = np.clip(scaled, 0, 255).astype(np.uint8)
    return pixels
