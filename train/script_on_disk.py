"""How a training script reads samples that would not fit memory: those of a batch as it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from train.data import SOURCES, DataDescription, describe, scaling
from train.data.memory import fits
from train.data.numpy_files import stay_on_disk
from train.data.own import memory_of, npz_names, saved_pictures, wanted_of
from train.data.source import Place
from train.data.torchvision_sets import MAPPED
from train.script_code import function_text
from train.settings import DataConfig


def is_on_disk(config: DataConfig, place: Place) -> bool:
    """Whether samples are read batch by batch, because those to train on need too much memory."""
    if not _can_stay_on_disk(config, place):
        return False
    if config.source in ("npz", "pt"):
        return stay_on_disk(place.file(config), *npz_names(config), memory_of(config))
    alone = DataConfig(config.source, options=config.options)
    described = describe(alone, place.folder, outside=place.outside)
    size = sum(4 * int(np.prod(field.shape)) for field in described.inputs)
    size += 8 * int(np.prod(described.target.shape)) if config.source == "pairs" else 0
    return not fits(described.samples * size, memory_of(config))


def _can_stay_on_disk(config: DataConfig, place: Place) -> bool:
    if config.source == "torchvision":
        return wanted_of(config).dataset in MAPPED
    if config.source == "huggingface":
        return bool(saved_pictures(config, place.file(config, kind="folder")))
    return any(argument.name == "memory" for argument in SOURCES[config.source].arguments)


def on_disk_functions(config: DataConfig, way: str) -> list[str]:
    """What a script needs to join files, and to scale samples as they are read."""
    scales: list[Callable[..., Any]] = [scaling.scale_in_parts, scaling.scaled]
    functions = [function_text(function) for function in scales if way == "standard"]
    return [*functions, *([JOINED] if config.apart else []), ON_DISK]


def on_disk_lines(
    config: DataConfig,
    described: DataDescription,
    way: str,
    peak: float | None,
    carried: Sequence[str],
) -> list[str]:
    """The lines of ``load_data`` from a split to parts whose samples are read batch by batch.

    ``carried`` are the targets, as they are called there.
    """
    lines = ["    changes: list[Callable[[np.ndarray], np.ndarray]] = []"]
    flat = ".reshape(len(part), -1)" if config.flatten else ""
    for index, field in enumerate(described.inputs):
        if field.dtype == "int64":
            change = "part.astype(np.int64)"
        elif way == "standard":
            lines.append(f"    scale_{index} = scale_in_parts(inputs[{index}], train)")
            change = f"scaled(part, *scale_{index})"
        else:
            change = f"(part / {peak}).astype(np.float32)" if way == "unit" and peak else ""
            change = change or "part.astype(np.float32)"
        lines.append(f"    changes.append(lambda part: {change}{flat})")
    targets = ", ".join(_of_rows(config, target) for target in carried)
    return [
        *lines,
        "",
        "    def part_of(rows: np.ndarray) -> Batch:",
        "        samples = [OnDisk(x, rows, change) for x, change in zip(inputs, changes)]",
        f"        return [*samples, {targets}]",
        "",
    ]


def _of_rows(config: DataConfig, target: str) -> str:
    """The rows of a target: what goes into the network and masks stay on disk."""
    if target == "inputs[0]":
        return "samples[0]"
    if target == "*targets":
        return "*(torch.from_numpy(each[rows]) for each in targets)"
    if config.source == "pairs":
        return f"OnDisk({target}, rows, lambda part: part.astype(np.int64))"
    return f"torch.from_numpy({target}[rows])"


JOINED = '''class Joined:
    """Samples of two places, those of the second behind; a part of the data lies in one of them."""

    def __init__(self, first: Any, second: Any) -> None:
        self.first, self.second = first, second
        self.shape = (len(first) + len(second), *first.shape[1:])

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, rows: np.ndarray) -> np.ndarray:
        behind = rows - len(self.first)
        return self.second[behind] if (behind >= 0).all() else self.first[rows]
'''

ON_DISK = '''class OnDisk:
    """Samples of a part, which are read and scaled when a batch asks for them."""

    def __init__(
        self, values: Any, rows: np.ndarray, change: Callable[[np.ndarray], np.ndarray]
    ) -> None:
        self.values, self.rows, self.change = values, rows, change

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, wanted: torch.Tensor) -> torch.Tensor:
        samples = self.change(self.values[self.rows[wanted.numpy()]])
        return torch.from_numpy(np.ascontiguousarray(samples))
'''
