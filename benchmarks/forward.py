"""A compiled network's forward pass against the same network written by hand."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import networks
from benchmarks.report import Ratio, milliseconds, paired_ratio

if TYPE_CHECKING:
    import torch
    from torch import nn

ROOT = Path(__file__).parent.parent
ROUNDS = 61


def measure() -> list[Ratio]:
    import torch

    from codegen import compile_document
    from graph.project_file import load_project

    torch.set_num_threads(1)
    lenet = compile_document(load_project(ROOT / "examples/lenet_mnist.loom.yaml"))
    hundred = compile_document(networks.hundred_layers())
    images, rows = torch.randn(16, 1, 28, 28), torch.randn(4, 256)
    return [
        _compare("forward of LeNet, batch 16", lenet, networks.lenet_by_hand(), images),
        _compare("forward of 100 layers, batch 4", hundred, networks.hundred_by_hand(), rows),
    ]


def _compare(what: str, ours: nn.Module, theirs: nn.Module, x: torch.Tensor) -> Ratio:
    import torch

    times: tuple[list[float], list[float]] = ([], [])
    theirs.load_state_dict(dict(zip(theirs.state_dict(), ours.state_dict().values(), strict=True)))
    modules = (ours.eval(), theirs.eval())
    with torch.inference_mode():
        if not torch.equal(ours(x), theirs(x)):
            raise AssertionError(f"{what}: the two networks do not compute the same")
        for round_ in range(ROUNDS):
            order = (0, 1) if round_ % 2 else (1, 0)  # whoever runs second finds a warm cache
            for index in order:
                times[index].append(_time(modules[index], x))
    return Ratio(
        what,
        milliseconds(sorted(times[0])[ROUNDS // 2]),
        f"{milliseconds(sorted(times[1])[ROUNDS // 2])} by hand",
        paired_ratio(*times),
        at_least=0.97,
        at_most=1.03,
    )


def _time(module: nn.Module, x: torch.Tensor, repeats: int = 20) -> float:
    start = time.perf_counter()
    for _ in range(repeats):
        module(x)
    return (time.perf_counter() - start) / repeats
