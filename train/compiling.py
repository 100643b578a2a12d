"""``torch.compile`` as a switch: where it cannot work, the run goes on without it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, TypeVar, cast

import torch
from torch import nn

from graph.phrases import later
from train.events import Emit, problem

Given = TypeVar("Given")
Result = TypeVar("Result")

#: Modules whose errors say that something could not be compiled.
_COMPILERS = ("torch._dynamo", "torch._inductor", "torch._functorch")


class Compiled:
    """Calls a network, compiled where that is wanted; its names and weights stay what they are.

    What is compiled is so once more for batches of another size, and for the other mode: it may
    fail at any time, when a compiler runs out of memory on a busy machine.
    """

    def __init__(self, network: nn.Module, wanted: bool, emit: Emit) -> None:
        """``emit`` hears that the network cannot be compiled, where it cannot."""
        self._network, self._emit = network, emit
        # not network.compile(), which leaves a Sequential as it is
        self._called = cast("nn.Module", torch.compile(network)) if wanted else network
        self._is_proven, self._is_tried = not wanted, False

    @property
    def is_compiled(self) -> bool:
        """Whether what is called is another than the network itself."""
        return self._called is not self._network

    def __call__(self, *inputs: torch.Tensor) -> Any:
        try:
            return self._called(*inputs)
        except Exception as error:
            if self._is_tried or not self._gives_up(error):
                raise
            return self._network(*inputs)  # nothing was computed yet, and nothing drawn

    def attempt(self, step: Callable[[Given], Result], given: Given) -> Result:
        """Make a step. The first compiles forward and back: if it fails, it is made without."""
        if self._is_proven:
            return step(given)
        random, self._is_tried = torch.get_rng_state(), True
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what the compiler has to say of itself
                return step(given)
        except Exception as error:
            if not self._gives_up(error):
                raise
            torch.set_rng_state(random)
            return step(given)
        finally:
            self._is_proven, self._is_tried = True, False

    def _gives_up(self, error: Exception) -> bool:
        """Go on without, and say why, if it is the compiler that failed."""
        if not self.is_compiled or not type(error).__module__.startswith(_COMPILERS):
            return False
        self._called = self._network
        lines = (line.strip() for line in str(error).splitlines())
        why = next((line for line in lines if line and not line.endswith("raised:")), "")
        said = later(
            "torch.compile cannot compile this network here: {why}", why=why or type(error).__name__
        )
        advice = later("the run goes on without; set compile to false")
        self._emit(problem(said, advice, code="not-compiled", fatal=False))
        return True
