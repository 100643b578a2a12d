"""What is answered to held-out samples at the end of every epoch, kept in small files."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch

from graph.allowance import Allowance
from train.batches import Batches
from train.data import DataDescription
from train.events import Event
from train.metrics import class_scores
from train.objective import Outputs, WeightedSum
from train.predictions.reading import Read, can_be_read, joined, read_output
from train.ring import Ring, write_arrays

#: The part of the time that all this may take: where epochs are short, not all are kept.
SHARE = 0.005
#: Samples that can be looked at; the confusion matrix counts all of them.
MOST_SAMPLES = 2_000
#: Numbers of all answers together that are kept of an epoch.
MOST_KEPT_NUMBERS = 2**19
#: Numbers of answers that wait to be read together: a batch alone costs as much as ten.
MOST_WAITING = 2**19
#: Bytes of the samples themselves, which are written once.
MOST_BYTES = 2**25
#: Classes of a confusion matrix that is told in the event, and of one that is kept at all.
MOST_TOLD, MOST_COUNTED = 40, 200
#: Epochs whose answers are kept; of the others there is the matrix.
KEPT = 30
#: Numbers of an answer to one sample, from which it is too large to be looked at here; of one
#: that says the class of every pixel.
LARGEST, LARGEST_MASK = 100_000, 2**23


#: An output and what it should have been, of a batch.
Pair = tuple[torch.Tensor, torch.Tensor]


class Predictions:
    """Sees every answer of a validation, and tells of it; draws nothing and changes nothing."""

    def __init__(
        self, folder: Path, total: WeightedSum, batches: Batches, described: DataDescription
    ) -> None:
        self._folder, self._total, self._batches = folder, total, batches
        self._described = described
        self._parts = [i for i, part in enumerate(total.parts) if can_be_read(part)]
        self._count = 0
        self._samples = ""
        self._files = Ring("epoch-{:05}.npz", KEPT)
        self._allowance = Allowance(SHARE)
        self.begin()

    def begin(self, *, is_wanted: bool = False) -> None:
        """A validation begins, which is looked at if that is wanted or does not cost too much."""
        self._is_looking = is_wanted or self._allowance.is_due
        self._took = 0.0
        self._waiting: dict[int, list[Pair]] = {index: [] for index in self._parts}
        self._reads: dict[int, list[Read]] = {index: [] for index in self._parts}
        self._matrices: dict[int, torch.Tensor] = {}
        self._shapes: dict[int, list[int]] = {}
        self._seen = 0

    def see(self, outputs: Outputs, targets: Outputs) -> None:
        """Take in the answers to a batch."""
        if not self._is_looking:
            return
        began = time.perf_counter()
        for index in self._parts:
            part = self._total.parts[index]
            output = part.seen(outputs)[0].detach()
            if output[0].numel() > (LARGEST_MASK if part.classes else LARGEST):
                continue
            waiting = self._waiting[index]
            if waiting and waiting[0][0].shape[1:] != output.shape[1:]:
                self._read(index)
            waiting.append((output, targets[part.target]))
            if sum(each.numel() for each, _ in waiting) > MOST_WAITING:
                self._read(index)
        self._seen += targets[0].shape[0]
        self._took += time.perf_counter() - began

    def _read(self, index: int) -> None:
        """Read what waits of a part, all of it at once."""
        waiting, part = self._waiting[index], self._total.parts[index]
        if not waiting:
            return
        output = torch.cat([output for output, _ in waiting])
        target = torch.cat([target for _, target in waiting])
        waiting.clear()
        if self._has_room(index):
            objective = self._total.objectives[index]
            self._reads[index].append(read_output(part, objective, output, target))
            self._shapes[index] = list(output.shape[1:])
        if 0 < len(part.classes) <= MOST_COUNTED:
            self._count_classes(index, output, target)

    def _has_room(self, index: int) -> bool:
        """Whether more answers of this part are kept: samples, and numbers in all."""
        rows = sum(len(read) for read in self._reads[index])
        large = ("predicted", "said", "true")
        kept = (read.arrays[key] for read in self._reads[index] for key in large
                if key in read.arrays)  # fmt: skip
        numbers = sum(array.nbytes // 4 for array in kept)
        return rows < MOST_SAMPLES and numbers < MOST_KEPT_NUMBERS

    def _count_classes(self, index: int, output: torch.Tensor, target: torch.Tensor) -> None:
        objective, classes = self._total.objectives[index], len(self._total.parts[index].classes)
        scores, truth = class_scores(objective, output, target)
        known = (truth >= 0) & (truth < classes)  # -100 is no class
        said = scores.argmax(1).clamp(max=classes - 1)
        pairs = torch.bincount((truth * classes + said)[known], minlength=classes**2)
        found = pairs.reshape(classes, classes)
        before = self._matrices.get(index)
        self._matrices[index] = found if before is None else before + found

    def tell(self, epoch: int, step: int) -> Event | None:
        """Keep what was seen and say where; None where there is nothing to look at."""
        began = time.perf_counter()
        for index in self._parts:
            self._read(index)
        if not self._seen or not any(self._reads.values()):
            return None
        told = self._keep(epoch, step)
        self._allowance.spend(self._took + time.perf_counter() - began)
        return told

    def _keep(self, epoch: int, step: int) -> Event | None:
        with contextlib.suppress(OSError):  # a full disk is told of by the checkpoint
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._samples:
                self._samples = self._write_samples()
            arrays: dict[str, Any] = {}
            parts = [self._told(i, arrays) for i in self._parts if self._reads[i]]
            file = self._files.write(self._folder, arrays, epoch)
            return {
                "event": "predictions",
                "epoch": epoch,
                "step": step,
                "file": str(file),
                "samples": self._samples,
                "count": self._count,
                "of": self._seen,
                "names": [str(name) for name in self._described.names][:200],
                "parts": parts,
            }
        return None

    def _told(self, index: int, arrays: dict[str, Any]) -> Event:
        part, read = self._total.parts[index], joined(self._reads[index], self._count)
        arrays |= {f"{index}.{key}": array for key, array in read.arrays.items()}
        told: Event = {
            "key": str(index),
            "name": part.name,
            "classes": list(part.classes)[:1000],
            "shape": self._shapes[index],
            "mean_loss": float(read.arrays["loss"].mean()),
        }
        matrix = self._matrices.get(index)
        if matrix is not None:
            counted = matrix.cpu().numpy()
            if len(counted) <= MOST_TOLD:
                told["confusion"] = counted.tolist()
            else:
                arrays[f"{index}.confusion"] = counted
        return told

    def _write_samples(self) -> str:
        """The held-out samples themselves, in the order of their answers."""
        kept: list[list[Any]] = []
        size = count = 0
        for inputs, _ in self._batches.validation():
            if count >= MOST_SAMPLES or size > MOST_BYTES:
                break
            kept.append([tensor.detach().cpu().numpy() for tensor in inputs])
            count += len(inputs[0])
            size += sum(array.nbytes for array in kept[-1])
        self._count = min(count, MOST_SAMPLES)
        arrays = {
            f"input{place}": np.concatenate([batch[place] for batch in kept])[: self._count]
            for place in range(len(kept[0]))
        }
        write_arrays(self._folder / "samples.npz", arrays)
        return str(self._folder / "samples.npz")
