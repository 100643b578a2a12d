"""The answer of a trained network to any input: a picture, a drawing, numbers, a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch

from graph.errors import DataError, TrainingError
from graph.phrases import later
from train.balancing import balance_losses
from train.batches import Batches
from train.data.targets import load_target
from train.objective import Outputs, WeightedSum
from train.parts import Part, parts_of, target_names
from train.predictions.reading import NO_CLASS, Read, can_be_read, joined, read_answers
from train.probe.compiling import Compiled
from train.probe.samples import Feed, Sample, take_sample
from train.probe.shelf import Shelf
from train.settings import TrainingConfig
from train.step import as_tuple

CPU = torch.device("cpu")


@dataclass
class Answering:
    """A network with its weights, and what its outputs mean; runs in eval mode, one at a time."""

    ready: Compiled
    folder: Path | None = None
    shelf: Shelf = field(default_factory=Shelf)

    def __post_init__(self) -> None:
        self.config = TrainingConfig.from_document(self.ready.document)
        self.shelf.known = self.ready.known
        data = self.shelf.prepared(self.config, self.folder)
        self._targets = {
            name: load_target(self.config.data, name, data, self.folder)
            for name in target_names(self.config)
        }
        self.config = balance_losses(self.config, self._targets)
        nodes = self.ready.document.graph.nodes
        names = [node.name for node in nodes if node.type == "Output"]
        self.inputs = [node.name for node in nodes if node.type == "Input"]
        self._data = data
        self.total = WeightedSum(parts_of(self.config, self._targets, names), CPU)
        if not self.parts:
            raise TrainingError(
                "what this network says cannot be told as a class or as numbers",
                "look at its outputs with probe",
            )

    @property
    def parts(self) -> list[tuple[int, Part]]:
        """The parts of the loss whose output can be read, with their places."""
        return [(i, part) for i, part in enumerate(self.total.parts) if can_be_read(part)]

    def answer(self, feeds: Mapping[str, Feed]) -> tuple[list[tuple[Part, Read]], Sample]:
        """What the network says of one input, masks in full. Raises: DataError."""
        document, analysis = self.ready.document, self.ready.analysis
        sample = take_sample(
            document, analysis, feeds, folder=self.folder, batch=1, shelf=self.shelf
        )
        outputs = self._run(tuple(tensor[:1] for tensor in sample.inputs.values()))
        every = max(size for output in outputs for size in output.shape)
        reads = [(p, read_answers(self.total, i, outputs, None, every)) for i, p in self.parts]
        return reads, sample

    def validate(self) -> list[tuple[Part, Read]]:
        """What it says of every sample that is held out. Raises: DataError, if none is."""
        batches = Batches(
            self._data, self.config.data, 0, CPU, targets=list(self._targets.values())
        )
        if not batches.validation_samples:
            raise DataError(
                "no samples are held out to validate with", "set data.validation, or name an input"
            )
        reads: dict[int, list[Read]] = {index: [] for index, _ in self.parts}
        for inputs, targets in batches.validation():
            outputs = self._run(inputs)
            for index in reads:
                reads[index].append(read_answers(self.total, index, outputs, targets))
        return [(part, joined(reads[index])) for index, part in self.parts]

    def _run(self, inputs: Iterable[torch.Tensor]) -> Outputs:
        self.ready.network.eval()
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            try:
                return as_tuple(self.ready.network(*inputs))
            except (RuntimeError, ValueError, TypeError, IndexError) as error:
                first = str(error).strip().splitlines()[0] if str(error).strip() else ""
                raise DataError(
                    later("the network cannot be run on this: {first}", first=first),
                    "choose another input",
                ) from error


def told(part: Part, read: Read, row: int = 0) -> dict[str, Any]:
    """One answer in plain values: a class with its chance, or numbers; and the truth, if known."""
    arrays = read.arrays
    plain: dict[str, Any] = {"output": part.name}
    if part.classes:
        top = arrays["top"][row]
        plain["class"] = class_name(part, top[0])
        plain["chances"] = {
            class_name(part, each): round(float(chance), 6)
            for each, chance in zip(top, arrays["chances"][row], strict=True)
        }
        if "truth" in arrays:
            plain["truth"] = class_name(part, arrays["truth"][row])
        if "said" in arrays:
            plain["shares"] = shares(part, arrays["said"][row])
        if "true" in arrays:
            plain["truth"] = shares(part, arrays["true"][row])
            plain["right"] = round(float(arrays["right"][row]), 6)
    else:
        plain["numbers"] = [float(value) for value in np.atleast_1d(arrays["predicted"][row])]
        if "truth" in arrays:
            plain["truth"] = [float(value) for value in np.atleast_1d(arrays["truth"][row])]
    if "loss" in arrays:
        plain["loss"] = float(arrays["loss"][row])
    return plain


def shares(part: Part, classes: Any) -> dict[str, float]:
    """How large a part of a mask each class has, the largest first."""
    known = classes[classes != NO_CLASS]
    numbers, counts = np.unique(known, return_counts=True)
    return {
        class_name(part, numbers[place]): round(float(counts[place] / max(1, known.size)), 6)
        for place in np.argsort(-counts, kind="stable")
    }


def class_name(part: Part, number: Any) -> str:
    """A score more than there are classes has no name but its number."""
    place = int(number)
    return part.classes[place] if 0 <= place < len(part.classes) else str(place)
