"""What a network costs, as numbers: per node, per node inside blocks, and in total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.phrases import later

Plain = dict[str, Any]

#: What a canvas or a table can compare nodes by.
Measure = Literal["parameters", "flops", "activations"]


@dataclass(frozen=True)
class Cost:
    """Numbers of learned and of other elements, operations of one forward pass, bytes kept.

    ``flops`` counts as ``torch.utils.flop_counter`` does on the compiled network (two for each
    multiply-and-add of a matrix product, attention or convolution, none for the rest), and is None
    where it cannot be known. ``activations`` are the bytes of the values, made by this node in
    training mode, that PyTorch keeps for the backward pass: its outputs as far as it or a later
    node needs them, and what it keeps beside (indices, masks, statistics). Memory that two
    nodes keep is counted once, where it was made; parameters and buffers are not activations.
    """

    parameters: int = 0
    buffers: int = 0
    flops: int | None = 0
    activations: int = 0

    def to_plain(self) -> list[int | None]:
        return [self.parameters, self.buffers, self.flops, self.activations]

    @staticmethod
    def from_plain(plain: list[Any]) -> Cost:
        return Cost(*plain)


@dataclass(frozen=True)
class Costs:
    """The costs of a document, at the numbers that ``sizes`` gives to its letters.

    ``blocks`` holds the nodes of a block as its first use in the document has them.
    """

    nodes: Mapping[str, Cost] = field(default_factory=dict)
    blocks: Mapping[str, Mapping[str, Cost]] = field(default_factory=dict)
    total: Cost = field(default_factory=Cost)
    sizes: Mapping[str, int] = field(default_factory=dict)

    def scope(self, scope: str) -> Mapping[str, Cost]:
        """The nodes of the root graph or of a block."""
        return self.blocks.get(scope, {}) if scope else self.nodes

    @property
    def basis(self) -> str:
        """What the numbers are for: ``a sample``, or ``N = 8, T = 64``."""
        batch = [name for name, size in self.sizes.items() if size == 1]
        others = [f"{n} = {size}" for n, size in self.sizes.items() if n not in batch]
        if not batch:
            return ", ".join(others)
        if not others:
            return later("a sample")
        return later("a sample of {sizes}", sizes=", ".join(others))

    def to_plain(self) -> Plain:
        return {
            "nodes": {name: cost.to_plain() for name, cost in self.nodes.items()},
            "blocks": {
                block: {name: cost.to_plain() for name, cost in nodes.items()}
                for block, nodes in self.blocks.items()
            },
            "total": self.total.to_plain(),
            "sizes": dict(self.sizes),
        }

    @staticmethod
    def from_plain(plain: Plain) -> Costs:
        def read(nodes: Plain) -> dict[str, Cost]:
            return {name: Cost.from_plain(cost) for name, cost in nodes.items()}

        return Costs(
            read(plain["nodes"]),
            {block: read(nodes) for block, nodes in plain["blocks"].items()},
            Cost.from_plain(plain["total"]),
            plain["sizes"],
        )


def summed(costs: Iterable[Cost]) -> Cost:
    """The sum; operations that are not known are left out, and are None if none are known."""
    found = list(costs)
    known = [cost.flops for cost in found if cost.flops is not None]
    return Cost(
        sum(cost.parameters for cost in found),
        sum(cost.buffers for cost in found),
        sum(known) if known or not found else None,
        sum(cost.activations for cost in found),
    )


def amount(size: float) -> str:
    """Bytes as people read them: ``512 B``, ``1.2 MB``; powers of 1,000, as disks have them."""
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if size < 1000 or unit == "TB":
            break
        size /= 1000
    return f"{size:.3g} {unit}"
