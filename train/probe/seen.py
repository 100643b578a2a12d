"""What was seen of every node, in the order in which they ran."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from torch import Tensor, nn

from codegen.live import LiveGraph
from codegen.watching import Place, Watch
from graph.analysis import NodeAnalysis
from graph.document import ROOT, Edge, Graph, Node
from graph.flow import Flow
from graph.phrases import later
from train.probe.compiling import Compiled
from train.probe.samples import Sample
from train.probe.summary import Summary, summarise

LEFT_OUT = later("left out by its condition: what arrives goes through")


@dataclass(frozen=True)
class Seen:
    """One node at one place: what it gave, and the weight of a convolution.

    ``note`` says why there is nothing, where there is nothing.
    """

    place: Place
    scope: str
    type: str
    outputs: Mapping[str, Summary] = field(default_factory=dict)
    weight: Summary | None = None
    note: str = ""

    @property
    def node(self) -> str:
        return self.place.node

    @property
    def is_broken(self) -> bool:
        return any(summary.broken > 0 for summary in self.outputs.values())


@dataclass(frozen=True)
class Probe:
    """Every node in the order in which they ran, and what came out in the end.

    ``first_broken`` is the first whose output holds NaN or infinite numbers, or None.
    """

    steps: tuple[Seen, ...]
    sample: Sample
    train: bool
    seconds: float
    weights: str  # in words
    prediction: str = ""
    target: str = ""

    @property
    def first_broken(self) -> Seen | None:
        return next((seen for seen in self.steps if seen.is_broken), None)

    def at(self, place: str) -> Seen:
        """The node at a place as it is written. Raises: KeyError."""
        found = {str(seen.place): seen for seen in self.steps}
        return found[place]


class Told(dict[tuple[Place, str], Summary]):
    """Summaries by place and port, made at once: a later layer may write over the tensor."""

    def __call__(self, place: Place, port: str, tensor: Tensor) -> None:
        self[place, port] = summarise(tensor)


def in_order(ready: Compiled, watch: Watch, told: Told) -> tuple[Seen, ...]:
    """Everything that was told, and what follows from the wires."""
    return tuple(_Steps(ready, watch, told).in_order())


class _Steps:
    """Everything that was seen, and what follows from the wires, in the order of execution."""

    def __init__(self, ready: Compiled, watch: Watch, told: Told) -> None:
        self._ready, self._watch, self._told = ready, watch, told
        self._ranks = {place: float(rank) for rank, place in enumerate(watch.order)}
        self._found: list[tuple[float, int, Seen]] = []

    def in_order(self) -> list[Seen]:
        self._scope(Place(), ROOT, self._ready.analysis.nodes)
        return [seen for _, _, seen in sorted(self._found, key=lambda found: found[:2])]

    def _scope(self, around: Place, scope: str, nodes: Mapping[str, NodeAnalysis]) -> None:
        graph = self._ready.document.scope(scope)
        live = LiveGraph(graph, self._ready.document.blocks)
        for name in sorted(graph.names, key=Flow(graph).rank.__getitem__):
            node, place = graph.node(name), around.inside(name)
            self._node(graph, node, place, scope, nodes.get(name), name in live.names)
            known = nodes.get(name)
            if known is not None and known.inside is not None:
                for here in self._copies(place) or [place]:
                    self._scope(here, known.inside.block, known.inside.nodes)

    def _copies(self, place: Place) -> list[Place]:
        return [
            p
            for p in self._ranks
            if p.around == place.around and p.node == place.node and p != place
        ]

    def _node(
        self,
        graph: Graph,
        node: Node,
        place: Place,
        scope: str,
        known: NodeAnalysis | None,
        is_live: bool,
    ) -> None:
        for here in (place, *self._copies(place)):
            ports = list(known.outputs) if known is not None else []
            outputs = {p: self._told[here, p] for p in ports if (here, p) in self._told}
            note = "" if outputs else later("not computed: it leads to no Output")
            if known is not None and known.bypassed and outputs:
                note = LEFT_OUT
            rank = self._ranks.get(here)
            if not outputs and is_live:
                outputs, note, rank = self._through(graph, node, here, known)
            self._ranks.setdefault(here, rank if rank is not None else len(self._found) + 1e6)
            order = (self._ranks[here], len(self._found))
            weight = _weight(self._watch.modules.get(here))
            self._found.append((*order, Seen(here, scope, node.type, outputs, weight, note)))

    def _through(
        self, graph: Graph, node: Node, place: Place, known: NodeAnalysis | None
    ) -> tuple[dict[str, Summary], str, float | None]:
        """An Output shows what arrives at it, and so does a node that is left out."""
        edge = _first_edge(graph, node, known)
        if edge is None:
            return {}, later("nothing arrives here"), None
        source = place.around.inside(edge.source)
        summary = self._told.get((source, edge.source_port))
        if summary is None:
            return {}, later("what arrives here was not computed"), None
        port = next(iter(known.outputs), "output") if known is not None else "output"
        self._told[place, port] = summary
        rank = self._last(source) + 0.5
        if node.type == "Output":
            return {"input": summary}, "", rank if place.around.path else 1e9
        return {port: summary}, LEFT_OUT, rank

    def _last(self, place: Place) -> float:
        """When the last node inside a place began to run."""
        depth = len(place.path)
        inside = (r for p, r in self._ranks.items() if _holds(place, p, depth))
        return max(inside, default=0.0)


def _holds(place: Place, other: Place, depth: int) -> bool:
    """Whether ``other`` is a place, a copy of it, or something inside one of these."""
    if len(other.path) < depth or other.path[: depth - 1] != place.path[: depth - 1]:
        return False
    (name, copy), here = place.path[-1], other.path[depth - 1]
    return here[0] == name and copy in (None, here[1])


def _first_edge(graph: Graph, node: Node, known: NodeAnalysis | None) -> Edge | None:
    edges = {edge.target_port: edge for edge in graph.in_edges(node.name)}
    order = [*(known.inputs if known is not None else ()), *edges]
    return next((edges[port] for port in order if port in edges), None)


def _weight(module: nn.Module | None) -> Summary | None:
    """The kernels of a convolution."""
    weight = getattr(module, "weight", None) if module is not None else None
    if isinstance(weight, Tensor) and weight.ndim >= 3 and not isinstance(module, nn.Sequential):
        return summarise(weight, is_kernel=True)
    return None
