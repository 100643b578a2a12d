"""What has been seen of a run so far, as the rules ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import fmean

from codegen.watching import Place
from graph.document import Edge, Node
from train.diagnosis.guessing import Compared
from train.settings import TrainingConfig
from train.xray.distribution import Distribution
from train.xray.snapshot import NodeLook, Snapshot
from train.xray.subject import Subject

#: Snapshots that are kept beside the first.
KEPT = 12


@dataclass
class History:
    """The first look at a run, the newest ones, and the loss of every epoch.

    ``compared`` are the parts of the loss of which it is known what guessing costs; ``epochs``
    holds what training gave; ``named`` is where each kind of fault was found first.
    """

    subject: Subject
    config: TrainingConfig
    first: Snapshot | None = None
    recent: list[Snapshot] = field(default_factory=list)
    looks: int = 0
    epochs: list[dict[str, float]] = field(default_factory=list)
    steps: int = 0
    meant_frozen: frozenset[Place] = frozenset()
    compared: tuple[Compared, ...] = ()
    named: dict[str, Place] = field(default_factory=dict)

    def take(self, seen: Snapshot) -> None:
        if self.first is None:
            self.first = seen
        self.recent = [*self.recent[1 - KEPT :], seen]
        self.looks += 1
        self.steps = seen.step

    @property
    def newest(self) -> Snapshot:
        return self.recent[-1]

    @property
    def is_judged(self) -> bool:
        """Whether there is enough to say what does not happen."""
        return bool(self.epochs) or self.looks >= 5

    @property
    def chance(self) -> float | None:
        """The loss of who knows nothing but what targets are like; None where that is unknown."""
        each = [(part.weight, part.guessed()) for part in self.compared]
        known = [weight * least for weight, least in each if least is not None]
        return sum(known) if each and len(known) == len(each) else None

    @property
    def losses(self) -> tuple[float, float]:
        """At the first look, and about now."""
        first = self.first.loss if self.first is not None else 0.0
        return first, fmean(seen.loss for seen in self.recent[-4:])

    def node(self, look: NodeLook) -> Node:
        found = self.subject.node(look.place)
        assert found is not None
        return found[1]

    def leaves(self, seen: Snapshot | None = None) -> Iterator[NodeLook]:
        """Nodes that are no blocks; of one that is repeated, its copies. In order of running."""
        nodes = (seen or self.newest).nodes
        repeated = {p.around.inside(p.node) for p in nodes if p.path[-1][1] is not None}
        for place, look in nodes.items():
            if place not in repeated and not self.subject.is_block(place):
                yield look

    def throughout(self, place: Place, newest: int = 3) -> list[NodeLook]:
        """A node in the newest looks, those that saw it."""
        return [s.nodes[place] for s in self.recent[-newest:] if place in s.nodes]

    def sources(self, place: Place, seen: Snapshot | None = None) -> Iterator[NodeLook]:
        """The nodes that a node gets its inputs from."""
        nodes = (seen or self.newest).nodes
        for edge in self.subject.wires_into(place):
            found = nodes.get(place.around.inside(edge.source))
            if found is not None:
                yield found

    def arrives(self, place: Place, seen: Snapshot | None = None) -> list[Distribution]:
        """What arrives at a node."""
        nodes = (seen or self.newest).nodes
        found = []
        for edge in self.subject.wires_into(place):
            source = nodes.get(place.around.inside(edge.source))
            told = source.outputs.get(edge.source_port) if source is not None else None
            if told is not None:
                found.append(told)
        return found

    def after(self, place: Place) -> Iterator[tuple[Edge, Place]]:
        """The wires that leave a node, and where each leads."""
        for edge in self.subject.wires_from(place):
            yield edge, place.around.inside(edge.target)
