"""What several processes cannot do together."""

from __future__ import annotations

from collections.abc import Iterator

from graph.phrases import later
from graph.problems import Fix, Problem
from train.reader import dropping, setting
from train.settings import TrainingConfig

_HERE = ("processes",)


def check_processes(config: TrainingConfig, started: int = 0) -> Iterator[Problem]:
    """Every reason why the processes that the project asks for cannot share its batches.

    ``started`` says how many torchrun has started, which then counts.
    """
    size = started or config.processes
    if size == 1:
        return
    kind, _, index = config.device.partition(":")
    if index:
        said = later(
            "{device} is one GPU, and each of several processes takes one of its own",
            device=config.device,
        )
        yield _error("processes-device", said, setting(("device",), kind), dropping(_HERE))
    if kind == "mps" and size != "all":
        said = later("Apple's GPU is one for all, so one process trains on it")
        yield _error("processes-device", said, dropping(_HERE))
    if config.optimizer.type == "LBFGS":
        said = later("LBFGS looks at one batch several times a step, which one process can do")
        adam = setting(("optimizer",), {"type": "Adam"})
        yield _error("processes-optimizer", said, adam, dropping(_HERE))
    if size != "all" and config.data.batch_size < size:
        said = later(
            "a batch of {batch} cannot be shared among {size} processes",
            batch=config.data.batch_size,
            size=size,
        )
        more = setting(("data", "batch_size"), size)
        yield _error("processes-batch", said, more, dropping(_HERE))


def _error(code: str, said: str, *fixes: Fix) -> Problem:
    message = later("training.{where}: {said}", where="processes", said=said)
    return Problem("error", code, message, fixes=fixes)
