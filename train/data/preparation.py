"""From raw arrays to what the network sees: split, normalise, and the order of every epoch.

The small functions stand alone and use NumPy only: an exported training script carries their
text, so that it sees the very numbers the app sees.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, Prepared, as_float
from train.data.on_disk import OnDisk, Samples, flattened, taken
from train.data.parts import Partition, partition
from train.data.scaling import scale_in_parts, scaled
from train.settings import DataConfig


def epoch_order(samples: int, seed: int, epoch: int) -> npt.NDArray[np.int64]:
    """Return the order of the training samples in ``epoch``: a function of these three alone."""
    return np.random.RandomState([seed, epoch]).permutation(samples).astype(np.int64)


def epoch_order_by(
    generator: np.random.RandomState, samples: int, seed: int, epoch: int
) -> npt.NDArray[np.int64]:
    """Return the same order; to make a generator takes longer than to order a small set."""
    generator.seed([seed, epoch])
    return generator.permutation(samples).astype(np.int64)


def standardise(values: npt.NDArray[Any], rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    """Return ``values`` with mean 0 and deviation 1 on axis 1, measured on the rows given.

    Shapes: (samples, features), (samples, channels, height, width), ... -> the same.
    """
    axes = (0, *range(2, values.ndim))
    chosen = values[rows].astype(np.float64)
    mean = chosen.mean(axis=axes, keepdims=True)
    deviation = chosen.std(axis=axes, keepdims=True)
    deviation[deviation < 1e-8] = 1.0  # a constant column stays where it is
    return np.asarray((values - mean) / deviation, dtype=np.float32)


def prepare(arrays: Arrays, config: DataConfig) -> Prepared:
    """Split and normalise a data set the way ``config`` says.

    Raises: DataError, if too few samples are left to train on.
    """
    train, validation, test = parts_of(arrays, config)
    if len(train) < 1:
        raise DataError(
            later(
                "{source}: no sample is left for training out of {samples}",
                source=config.source,
                samples=arrays.samples,
            ),
            later("lower validation, now {validation}", validation=config.validation),
        )
    inputs = tuple(normalised_input(array, arrays, config, train) for array in arrays.inputs)
    target, mean, scale = _normalised_target(arrays, config, train)
    shapes = tuple(array.shape[1:] for array in inputs)
    if config.flatten:
        inputs = tuple(map(flattened, inputs))
    if config.reconstruct:
        target, mean, scale = inputs[0], 0.0, 1.0
    return Prepared(
        train_inputs=tuple(taken(array, train) for array in inputs),
        train_target=taken(target, train),
        validation_inputs=tuple(taken(array, validation) for array in inputs),
        validation_target=taken(target, validation),
        test_inputs=tuple(taken(array, test) for array in inputs),
        test_target=taken(target, test),
        classes=() if config.reconstruct else arrays.classes,
        target_mean=mean,
        target_scale=scale,
        lexicon=arrays.lexicon,
        shapes=shapes,
        gives_back=config.reconstruct,
    )


def parts_of(arrays: Arrays, config: DataConfig) -> Partition:
    """Which samples of a whole set are in which part."""
    return partition(
        arrays.samples,
        config,
        labels=arrays.labels if arrays.strata is None else arrays.strata,
        groups=arrays.groups,
        apart=arrays.apart,
    )


def normalisation(config: DataConfig, *, pixels: bool, table: bool) -> str:
    """What ``normalize: auto`` means: pixels and tables are standardised, all else left alone.

    A network that reproduces its own input gets pixels from 0 to 1, so that a sigmoid can.
    """
    if config.normalize != "auto":
        return config.normalize
    if pixels:
        return "unit" if config.reconstruct or config.beside_input else "standard"
    return "standard" if table else "none"


class PixelScale(NamedTuple):
    """How pixels from 0 to ``peak`` are scaled: ``(pixel - mean) / deviation``, per channel."""

    peak: float
    mean: npt.NDArray[np.float64]
    deviation: npt.NDArray[np.float64]


def pixel_scale(arrays: Arrays, config: DataConfig) -> PixelScale | None:
    """What ``prepare`` does to the pixels of a data set; None where its inputs are no pictures."""
    if arrays.peak is None or not arrays.inputs or arrays.inputs[0].ndim != 4:
        return None
    way = normalisation(config, pixels=True, table=False)
    if way == "unit":
        return PixelScale(arrays.peak, np.zeros(1), np.full(1, arrays.peak))
    if way != "standard":
        return PixelScale(arrays.peak, np.zeros(1), np.ones(1))
    train, pixels = parts_of(arrays, config).train, arrays.inputs[0]
    if isinstance(pixels, OnDisk):
        mean, deviation = scale_in_parts(pixels, train)
        return PixelScale(arrays.peak, mean.reshape(-1), deviation.reshape(-1))
    chosen = pixels[train].astype(np.float64)
    deviation = chosen.std(axis=(0, 2, 3))
    deviation[deviation < 1e-8] = 1.0
    return PixelScale(arrays.peak, chosen.mean(axis=(0, 2, 3)), deviation)


def normalised_input(
    array: Samples, arrays: Arrays, config: DataConfig, train: npt.NDArray[np.int64]
) -> Samples:
    if isinstance(array, OnDisk):
        return _scaled_on_disk(array, arrays, config, train)
    if array.dtype.kind in "iu" and arrays.peak is None:
        return array.astype(np.int64)  # tokens and indices are never scaled
    way = normalisation(config, pixels=arrays.peak is not None, table=arrays.table)
    if way == "standard" and array.ndim >= 2:
        return standardise(array, train)
    if way == "none" or arrays.peak is None:
        return as_float(array)
    return (array / arrays.peak).astype(np.float32)


def _scaled_on_disk(
    array: OnDisk, arrays: Arrays, config: DataConfig, train: npt.NDArray[np.int64]
) -> OnDisk:
    """The same, whenever samples are read."""
    shape, peak = array.shape[1:], arrays.peak
    if array.dtype.kind in "iu" and peak is None:
        return array.changed(lambda part: part.astype(np.int64), shape, "int64")
    way = normalisation(config, pixels=peak is not None, table=arrays.table)
    if way == "standard" and array.ndim >= 2:
        mean, deviation = scale_in_parts(array, train)
        return array.changed(lambda part: scaled(part, mean, deviation), shape, "float32")
    if way == "none" or peak is None:
        return array.changed(as_float, shape, "float32")
    return array.changed(lambda part: (part / peak).astype(np.float32), shape, "float32")


def _normalised_target(
    arrays: Arrays, config: DataConfig, train: npt.NDArray[np.int64]
) -> tuple[Samples, float, float]:
    target = arrays.target
    if isinstance(target, OnDisk):  # masks
        made = target.changed(lambda part: part.astype(np.int64), target.shape[1:], "int64")
        return made, 0.0, 1.0
    if target.dtype.kind in "iu":
        return target.astype(np.int64), 0.0, 1.0
    wanted = config.normalize_target
    if not (arrays.table if wanted == "auto" else wanted is True):
        return as_float(target), 0.0, 1.0
    chosen = target[train].astype(np.float64)
    mean, scale = float(chosen.mean()), float(chosen.std())
    if scale < 1e-8:
        scale = 1.0
    return ((target - mean) / scale).astype(np.float32), mean, scale
