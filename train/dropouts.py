"""The rates of dropout in a network, which may change while it trains."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping

from torch import nn
from torch.nn.modules.dropout import _DropoutNd

from graph.errors import TrainingError
from graph.phrases import later

Rates = dict[str, float]


class Dropouts:
    """Every layer that drops values, by its place: Dropout itself, recurrence, attention."""

    def __init__(self, network: nn.Module, nodes: Mapping[str, str]) -> None:
        """``nodes`` gives the node of each built layer, by its place in the network."""
        self._layers = {
            place: (module, key)
            for place, module in network.named_modules()
            if (key := rate_of(module))
        }
        self._nodes = {place: _owner(place, nodes) for place in self._layers}

    @property
    def _rates(self) -> Rates:
        return {place: float(getattr(m, key)) for place, (m, key) in self._layers.items()}

    @property
    def rate(self) -> float | None:
        """Of the first that drops anything, else of the first; None where there is none."""
        rates = list(self._rates.values())
        return next((rate for rate in rates if rate), rates[0] if rates else None)

    def change(self, pattern: str, rate: float) -> dict[str, str]:
        """Set the rate of layers whose node fits, or of all; return their places and nodes.

        Raises: TrainingError, if it fits none or is no rate.
        """
        if not 0 <= rate < 1:
            raise TrainingError(
                later("{rate} is no dropout rate: it lies from 0 to below 1", rate=f"{rate:g}")
            )
        chosen = [
            place
            for place in self._layers
            if not pattern
            or any(fnmatch.fnmatchcase(name, pattern) for name in (place, self._nodes[place]))
        ]
        if not chosen:
            said = later("the network has no layer with dropout")
            if pattern:
                said = later("{nodes} fits no layer with dropout", nodes=repr(pattern))
            raise TrainingError(said, later("add a Dropout, and start a new run"))
        self.restore(dict.fromkeys(chosen, rate))
        return {place: self._nodes[place] for place in chosen}

    def state(self) -> Rates:
        return self._rates

    def restore(self, rates: Rates) -> None:
        for place, rate in rates.items():
            module, key = self._layers[place]
            setattr(module, key, rate)


def rate_of(module: nn.Module) -> str:
    """The attribute that holds a layer's dropout rate; "" where it drops nothing."""
    if isinstance(module, _DropoutNd):
        return "p"
    if isinstance(module, nn.MultiheadAttention):
        return "dropout"
    return "dropout" if isinstance(module, nn.RNNBase) and module.num_layers > 1 else ""


def _owner(place: str, nodes: Mapping[str, str]) -> str:
    outer = place
    while outer and outer not in nodes:
        outer = outer.rpartition(".")[0]
    return nodes.get(outer, place)
