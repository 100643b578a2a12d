"""An exponential moving average of a network's weights (Polyak and Juditsky, 1992)."""

from __future__ import annotations

from typing import Any

from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


class Average:
    """A copy of a network that follows its weights slowly; buffers are those of the network."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        average = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
        self._model = AveragedModel(network, multi_avg_fn=average)

    @property
    def network(self) -> nn.Module:
        found: nn.Module = self._model.module
        return found

    def update(self, network: nn.Module) -> None:
        self._model.update_parameters(network)

    def state(self) -> dict[str, Any]:
        return {"network": self.network.state_dict(), "updates": int(self._model.n_averaged)}

    def restore(self, state: dict[str, Any]) -> None:
        self.network.load_state_dict(state["network"])
        self._model.n_averaged.fill_(state["updates"])
