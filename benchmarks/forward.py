"""A compiled network's forward pass against the same network written by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import networks
from benchmarks.report import Ratio, milliseconds, paired_ratio

if TYPE_CHECKING:
    import torch
    from torch import nn

ROOT = Path(__file__).parent.parent
#: Pairs of modules built anew, since where weights come to lie in memory costs percents;
#: and rounds in which both modules of a pair are timed, one after the other.
PAIRS, ROUNDS = 8, 40

Build = Callable[[], "nn.Module"]


def measure() -> list[Ratio]:
    import torch

    from codegen import program_of
    from codegen.modules import compile_module
    from graph.project_file import load_project

    torch.set_num_threads(1)
    lenet = program_of(load_project(ROOT / "examples/lenet_mnist.loom.yaml"))
    hundred = program_of(networks.hundred_layers())
    images, rows = torch.randn(16, 1, 28, 28), torch.randn(4, 256)
    return [
        _compare(
            "forward of LeNet, batch 16",
            lambda: compile_module(lenet),
            networks.lenet_by_hand,
            images,
        ),
        _compare(
            "forward of 100 layers, batch 4",
            lambda: compile_module(hundred),
            networks.hundred_by_hand,
            rows,
        ),
    ]


def _compare(what: str, ours: Build, theirs: Build, x: torch.Tensor) -> Ratio:
    import torch

    times: tuple[list[float], list[float]] = ([], [])
    with torch.inference_mode():
        for pair in range(PAIRS):
            modules = _pair(ours, theirs, swapped=bool(pair % 2))
            if not torch.equal(modules[0](x), modules[1](x)):
                raise AssertionError(f"{what}: the two networks do not compute the same")
            for round_ in range(ROUNDS):
                for index in (0, 1) if round_ % 2 else (1, 0):  # the second finds a warm cache
                    times[index].append(_time(modules[index], x))
    return Ratio(
        what,
        milliseconds(median(times[0])),
        f"{milliseconds(median(times[1]))} by hand",
        paired_ratio(*times),
        at_least=0.97,
        at_most=1.03,
    )


def _pair(ours: Build, theirs: Build, *, swapped: bool) -> tuple[nn.Module, nn.Module]:
    """Both networks with the same weights; ``swapped`` says which is built first."""
    if swapped:
        by_hand = theirs()
        compiled = ours()
    else:
        compiled = ours()
        by_hand = theirs()
    weights = compiled.state_dict().values()
    by_hand.load_state_dict(dict(zip(by_hand.state_dict(), weights, strict=True)))
    return compiled.eval(), by_hand.eval()


def _time(module: nn.Module, x: torch.Tensor, repeats: int = 5) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        module(x)
    return (time.perf_counter() - start) / repeats
