"""What an ``xray`` event says of each node, as the canvas and the inspector show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: A place as it is written: ``stage.rest[1].conv1``, names with their copies.
Steps = tuple[tuple[str, int | None], ...]

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?")


@dataclass(frozen=True)
class Spread:
    """How the numbers of a tensor are spread; None where nothing finite is known."""

    facts: Mapping[str, float | None]
    counts: tuple[int, ...]
    edges: tuple[float, float]

    @staticmethod
    def of(plain: Mapping[str, Any] | None) -> Spread | None:
        if not plain:
            return None
        histogram = plain.get("histogram") or {}
        edges = histogram.get("edges") or (0.0, 1.0)
        facts = {str(k): v for k, v in plain.items() if k != "histogram"}
        counts = tuple(int(count) for count in histogram.get("counts", ()))
        return Spread(facts, counts, (edges[0] or 0.0, edges[1] or 0.0))

    @property
    def is_broken(self) -> bool:
        return bool(self.facts.get("nan") or self.facts.get("inf"))


@dataclass(frozen=True)
class Reading:
    """One node at one place in one step."""

    place: str
    steps: Steps
    scope: str
    type: str
    activations: Mapping[str, Spread]
    gradients: Mapping[str, Spread]
    dead: float | None = None
    saturated: float | None = None
    weights: Mapping[str, Any] = field(default_factory=dict)

    @property
    def node(self) -> str:
        return self.steps[-1][0]

    @property
    def path(self) -> tuple[str, ...]:
        """The uses around it, without the copies."""
        return tuple(name for name, _ in self.steps[:-1])

    @property
    def copies(self) -> tuple[int, ...]:
        return tuple(copy for _, copy in self.steps if copy is not None)

    @property
    def activation(self) -> Spread | None:
        return next(iter(self.activations.values()), None)

    @property
    def gradient(self) -> Spread | None:
        return next(iter(self.gradients.values()), None)

    @property
    def ratio(self) -> float | None:
        return self.weights.get("ratio")

    @property
    def is_broken(self) -> bool:
        spreads = (*self.activations.values(), *self.gradients.values())
        return any(spread.is_broken for spread in spreads)


def read_place(text: str) -> Steps:
    return tuple(
        (name, int(copy) if copy else None)
        for name, copy in (match.groups() for match in _STEP.finditer(text))
    )


def read_nodes(event: Mapping[str, Any]) -> dict[str, Reading]:
    """Every node of an event, by its place."""
    found = {}
    for place, plain in (event.get("nodes") or {}).items():
        outputs = plain.get("outputs") or {}
        spreads = {
            kind: {p: spread for p, both in outputs.items() if (spread := Spread.of(both[kind]))}
            for kind in ("activation", "gradient")
        }
        found[place] = Reading(
            place,
            read_place(place),
            str(plain.get("scope", "")),
            str(plain.get("type", "")),
            spreads["activation"],
            spreads["gradient"],
            plain.get("dead"),
            plain.get("saturated"),
            plain.get("weights") or {},
        )
    return found


@dataclass(frozen=True)
class Frame:
    """Everything of one look: nodes by place, wires by name, whose norms are of their gradient."""

    step: int = 0
    epoch: int = 0
    nodes: Mapping[str, Reading] = field(default_factory=dict)
    wires: Mapping[str, float | None] = field(default_factory=dict)

    def seen_at(self, path: tuple[str, ...]) -> dict[str, Reading]:
        """By name, the nodes inside the uses at ``path``; of copies the first."""
        found: dict[str, Reading] = {}
        for reading in self.nodes.values():
            if reading.path != path:
                continue
            known = found.get(reading.node)
            if known is None or reading.copies < known.copies:
                found[reading.node] = reading
        return found

    def copies_of(self, reading: Reading) -> list[Reading]:
        """The same node in every copy of what is repeated around it."""
        same = (reading.path, reading.node)
        return [one for one in self.nodes.values() if (one.path, one.node) == same]
