"""What was seen in one step of training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from torch import Tensor

from codegen.watching import Place
from train.xray.distribution import Distribution, short


@dataclass(frozen=True)
class WeightLook:
    """The parameters of a node in one step, as Euclidean norms over all of them.

    ``ratio`` is the norm of the change by this step over that of the weights themselves, of the
    matrices where there are any; ``gradient`` is None where backward did not reach them.
    """

    weight: float
    gradient: float | None
    update: float
    ratio: float | None
    frozen: bool

    def to_plain(self) -> dict[str, Any]:
        return {
            "weight": short(self.weight),
            "gradient": short(self.gradient),
            "update": short(self.update),
            "ratio": short(self.ratio),
            "frozen": self.frozen,
        }


@dataclass(eq=False)
class NodeLook:
    """One node in one step. ``learns`` says whether autograd follows what it gave."""

    place: Place
    scope: str
    type: str
    outputs: dict[str, Distribution] = field(default_factory=dict)
    gradients: dict[str, Distribution] = field(default_factory=dict)
    learns: bool = False
    dead: Tensor | None = None  # of its units, which gave nothing but 0
    saturated: float | None = None
    weights: WeightLook | None = None
    is_distribution: bool = False  # rows of what is not negative and sums to 1

    @property
    def name(self) -> str:
        """Its place, as it is written."""
        return str(self.place)

    @property
    def dead_share(self) -> float | None:
        return None if self.dead is None else float(self.dead.float().mean())

    @property
    def main(self) -> Distribution | None:
        """Of its first output."""
        return next(iter(self.outputs.values()), None)

    @property
    def main_gradient(self) -> Distribution | None:
        return next(iter(self.gradients.values()), None)

    def to_plain(self, *, brief: bool) -> dict[str, Any]:
        ports: dict[str, Any] = {}
        for port, told in self.outputs.items():
            gradient = self.gradients.get(port)
            activation, back = told.to_plain(), gradient.to_plain() if gradient else None
            for plain in (activation, back) if brief else ():
                if plain is not None:
                    del plain["histogram"]
            ports[port] = {"activation": activation, "gradient": back}
        return {
            "scope": self.scope,
            "node": self.place.node,
            "type": self.type,
            "outputs": ports,
            "dead": short(self.dead_share),
            "saturated": short(self.saturated),
            "weights": None if self.weights is None else self.weights.to_plain(),
        }


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything that was seen in one step, the nodes in the order in which they ran.

    ``wires`` holds the norm of the gradient that came back by each wire of a port which has
    several; where a port has one, it is the gradient of the port.
    """

    epoch: int
    step: int
    loss: float
    rates: tuple[float, ...]
    nodes: Mapping[Place, NodeLook]
    wires: Mapping[str, float] = field(default_factory=dict)

    def source(self, place: Place, port: str) -> Distribution | None:
        found = self.nodes.get(place)
        return None if found is None else found.outputs.get(port)
