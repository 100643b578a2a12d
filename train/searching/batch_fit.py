"""A batch size that fits: it is doubled until memory gives out, on a copy of the network."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from graph.phrases import later
from train.checkpoints import random_states, restore_random_states
from train.events import Emit, Event
from train.searching.range_test import Setup, copied_step, device_of
from train.searching.suggesting import suggest_batch
from train.steering import Steering

#: How long a size is measured, and after how long a single step no larger one is tried.
MEASURED, SLOWEST = 0.3, 20.0

#: Of the memory that is free, so much may be filled.
SHARE = 0.8

Tried = list[dict[str, Any]]


def find_batch_size(
    setup: Setup, emit: Emit, steering: Steering, limit: float | None = None
) -> Event:
    """Double the batch and return the last event, ``found``; the run's state is left as it is.

    ``limit`` is the memory, in bytes, that may be filled; by itself most of what is free. Each
    size is told before it is tried: should this process be killed, it is known by which.
    """
    random = random_states()
    try:
        tried, why = _double(setup, emit, steering, limit)
    finally:
        restore_random_states(random)
    return {"event": "found", "search": "batch_size", **suggest_batch(tried, why), "tried": tried}


def _double(setup: Setup, emit: Emit, steering: Steering, limit: float | None) -> tuple[Tried, str]:
    memory = Memory(device_of(setup))
    most = memory.most(limit)
    step, _ = copied_step(setup, emit)
    tried: Tried = []
    size = min(2, setup.batches.train_samples)  # of one, BatchNorm makes nothing
    while size <= setup.batches.train_samples:
        told = steering.next()
        if told is not None and told.get("command") == "stop":
            return tried, later("it was stopped")
        if most is not None and _expected(tried, size) > most:
            return tried, later(
                "a batch of {size} would need more memory than may be filled", size=size
            )
        emit({"event": "trying", "batch_size": size})
        try:
            measured = _measure(setup, step, size, memory)
        except (MemoryError, RuntimeError) as error:
            if isinstance(error, RuntimeError) and "memory" not in str(error).lower():
                raise
            _let_go(device_of(setup))
            return tried, later("memory gave out at a batch of {size}", size=size)
        tried.append(measured)
        emit({"event": "batch", **measured})
        if most is not None and measured["memory"] is not None and measured["memory"] > most:
            tried.pop()
            return tried, later("a batch of {size} needs more memory than may be filled", size=size)
        if measured["seconds"] > SLOWEST:
            return tried, later("a step of {size} takes too long to try more", size=size)
        size *= 2
    return tried, later("there are {n} samples to train on", n=setup.batches.train_samples)


def _expected(tried: Sequence[dict[str, Any]], size: int) -> float:
    """What a batch would need, by what the two before it did: memory grows evenly with it."""
    known = [each for each in tried if each["memory"] is not None]
    if len(known) < 2:
        return 0.0
    (first, before), (second, last) = ((each["batch_size"], each["memory"]) for each in known[-2:])
    return float(last + (last - before) / (second - first) * (size - second))


def _measure(setup: Setup, step: Any, size: int, memory: Memory) -> dict[str, Any]:
    """The time of a step, samples a second, and the most memory that was held."""
    batch = [setup.batches.of_size(size)]
    memory.begin()
    began = time.perf_counter()
    step(batch)
    _wait(device_of(setup))
    first = time.perf_counter() - began
    count, began = 0, time.perf_counter()
    while count < 3 or time.perf_counter() - began < MEASURED:
        step(batch)
        _wait(device_of(setup))
        count += 1
        if first > SLOWEST / 4:
            break
    seconds = (time.perf_counter() - began) / count
    return {
        "batch_size": size,
        "seconds": seconds,
        "throughput": size / seconds,
        "memory": memory.peak(),
    }


@dataclass
class Memory:
    """The memory of a device: of CUDA what PyTorch holds, of a CPU what the process holds."""

    device: torch.device

    def begin(self) -> None:
        """From here on the peak is counted."""
        if self.device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(self.device)
        else:
            with contextlib.suppress(OSError):
                Path("/proc/self/clear_refs").write_text("5")

    def peak(self) -> int | None:
        """The most that was held since, in bytes; None where the system does not say."""
        if self.device.type == "cuda":
            return int(torch.cuda.max_memory_allocated(self.device))
        return _status("VmHWM")

    def most(self, limit: float | None) -> float | None:
        """How much may be held in all."""
        if limit is not None:
            return limit
        if self.device.type == "cuda":
            return None  # CUDA says when there is no more, and nothing is harmed by that
        held, free = _status("VmRSS"), _free()
        return None if held is None or free is None else held + SHARE * free


def _status(key: str) -> int | None:
    """A line of what Linux tells of this process, in bytes; elsewhere its largest size ever."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(f"{key}:"):
                return int(line.split()[1]) * 1024
    with contextlib.suppress(ImportError):
        import resource
        import sys

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return None


def _free() -> int | None:
    """The memory that can be had without swapping, within the limit of a container."""
    found = []
    with contextlib.suppress(OSError):
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("MemAvailable:"):
                found.append(int(line.split()[1]) * 1024)
    with contextlib.suppress(OSError, ValueError):
        most = int(Path("/sys/fs/cgroup/memory.max").read_text())
        used = int(Path("/sys/fs/cgroup/memory.current").read_text())
        found.append(most - used)
    return min(found) if found else None


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def _let_go(device: torch.device) -> None:
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
