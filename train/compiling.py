"""``torch.compile`` as a switch: where it cannot work, the run goes on without it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, TypeVar, cast

import torch
from torch import nn

Result = TypeVar("Result")


class Compiled:
    """Calls a network, compiled where that is wanted; its names and weights stay what they are."""

    def __init__(self, network: nn.Module, wanted: bool) -> None:
        self._network = network
        # not network.compile(), which leaves a Sequential as it is
        self._called = cast("nn.Module", torch.compile(network)) if wanted else network
        self._is_proven = not wanted

    def __call__(self, *inputs: torch.Tensor) -> Any:
        return self._called(*inputs)

    def attempt(self, step: Callable[[], Result], tell: Callable[[str], None]) -> Result:
        """Make a step. Compiling happens in the first: if it fails, tell why and go without."""
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
            tell(str(error).strip().splitlines()[0])
            return step()
