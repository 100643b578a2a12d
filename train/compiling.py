"""``torch.compile`` as a switch: where it cannot work, the run goes on without it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, TypeVar, cast

import torch
from torch import nn

from graph.phrases import later
from train.events import Emit, problem

Result = TypeVar("Result")


class Compiled:
    """Calls a network, compiled where that is wanted; its names and weights stay what they are."""

    def __init__(self, network: nn.Module, wanted: bool) -> None:
        self._network = network
        # not network.compile(), which leaves a Sequential as it is
        self._called = cast("nn.Module", torch.compile(network)) if wanted else network
        self._is_proven = not wanted

    @property
    def is_compiled(self) -> bool:
        """Whether what is called is another than the network itself."""
        return self._called is not self._network

    def __call__(self, *inputs: torch.Tensor) -> Any:
        return self._called(*inputs)

    def attempt(self, step: Callable[[], Result], emit: Emit) -> Result:
        """Make a step. Compiling happens in the first: if it fails, say why and go without."""
        if self._is_proven:
            return step()
        self._is_proven = True
        random = torch.get_rng_state()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what the compiler has to say of itself
                return step()
        except Exception as error:
            if not type(error).__module__.startswith(("torch._dynamo", "torch._inductor")):
                raise
            self._called = self._network
            torch.set_rng_state(random)
            why = str(error).strip().splitlines()[0]
            said = later("torch.compile cannot compile this network here: {why}", why=why)
            advice = later("the run goes on without; set compile to false")
            emit(problem(said, advice, code="not-compiled", fatal=False))
            return step()
