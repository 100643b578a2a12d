"""A network is run once on a sample, and tells what every node gave; nothing of it is changed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from torch import nn

from codegen.watching import See, Watch, watching
from graph.document import Document
from graph.phrases import later
from train.probe.answers import answers
from train.probe.compiling import Compiled, compile_for_probe
from train.probe.request import ProbeError, Request
from train.probe.samples import BATCH, Sample, take_sample
from train.probe.seen import Probe, Told, in_order
from train.probe.shelf import Shelf


def probe(
    document: Document,
    request: Request,
    *,
    folder: Path | None = None,
    compiled: Compiled | None = None,
    shelf: Shelf | None = None,
) -> Probe:
    """Run the network of ``document`` once, and tell of every node.

    ``compiled`` is the same network if it was built before: its buffers, its modes and its hooks
    are afterwards what they were. Raises: LoomError, saying what to do; ProbeError, naming the
    node that could not be run.
    """
    ready = compiled or compile_for_probe(document, request.weights, folder=folder)
    shelf = shelf or Shelf()
    shelf.known = ready.known
    sample = take_sample(
        ready.document,
        ready.analysis,
        request.feeds,
        folder=folder,
        batch=request.batch or (None if request.train else BATCH),
        sizes=request.sizes,
        shelf=shelf,
    )
    told = Told()
    started = time.perf_counter()
    result, watch = run_watched(ready, sample, request, told)
    seconds = time.perf_counter() - started
    steps = in_order(ready, watch, told)
    target, prediction = answers(sample, result)
    return Probe(steps, sample, request.train, seconds, ready.weights, prediction, target)


def run_watched(ready: Compiled, sample: Sample, request: Request, see: See) -> tuple[Any, Watch]:
    """Run the network under ``see``. Raises: ProbeError."""
    network = ready.network
    inputs = [tensor.clone() for tensor in sample.inputs.values()]
    with (
        torch.no_grad(),
        torch.random.fork_rng(devices=[]),
        _as_it_was(network),
        watching(ready.document, ready.analysis, network, see) as watch,
    ):
        network.train(request.train)
        torch.manual_seed(request.seed)
        try:
            return network(*inputs), watch
        except (RuntimeError, ValueError, TypeError, IndexError, AssertionError) as error:
            place = str(watch.running)
            raise ProbeError(*_explained(error, place, request), watch.running.node) from error


@contextmanager
def _as_it_was(network: nn.Module) -> Iterator[None]:
    """Buffers, such as the statistics of BatchNorm, and modes are put back in the end."""
    modes = [(module, module.training) for module in network.modules()]
    buffers = {name: buffer.clone() for name, buffer in network.named_buffers()}
    try:
        yield
    finally:
        for module, mode in modes:
            module.training = mode
        with torch.no_grad():
            for name, buffer in network.named_buffers():
                buffer.copy_(buffers[name])


def _explained(error: Exception, place: str, request: Request) -> tuple[str, str]:
    """PyTorch's words in ours, where they are known."""
    said = str(error).strip().splitlines()[0] if str(error).strip() else later("it gave no reason")
    where = later("{name}: ", name=place) if place else ""
    if "Expected more than 1 value per channel" in said:
        return later("{where}train mode needs more than one sample", where=where), later(
            "choose a larger batch"
        )
    if "index out of range" in said or "out of bounds" in said:
        return later("{where}a number that arrives is no index of it", where=where), later(
            "choose smaller numbers"
        )
    if "memory" in said.lower() and "alloc" in said.lower():
        return later("{where}there is not enough memory", where=where), later(
            "choose a smaller batch"
        )
    return later("{where}PyTorch refuses to run it: {said}", where=where, said=said[:300]), later(
        "choose another sample or size"
    )
