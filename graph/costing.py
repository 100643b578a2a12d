"""The cost of a whole document: every layer measured, and what they keep for each other found."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import networkx as nx

from graph.analysis import Analysis, BlockAnalysis, NodeAnalysis
from graph.catalog import CATALOG
from graph.catalog.custom import PYTHON
from graph.catalog.unrolling import last_states, unrolling
from graph.costs import Cost, Costs, summed
from graph.document import Document, Graph, Node
from graph.ends import batch_symbols
from graph.flow import Flow
from graph.freezing import is_frozen
from graph.measuring import Given, Layout, Measured, Place, itemsize, measure
from graph.python.measuring import PythonCode, measure_python
from graph.resolve import at_sizes
from graph.sizes import size_at, symbols_of

#: Of a longer sequence only so many steps are counted, so that none takes long.
MAX_STEPS_COUNTED = 1000

#: What letters stand for where nobody says: one sample, and otherwise some usual length.
BATCH, LENGTH = 1, 64


class CostMemory:
    """What was measured before: the same layer with the same inputs is run once."""

    def __init__(self) -> None:
        self._known: dict[object, Measured | None] = {}
        self._until = math.inf
        self.is_complete = True

    def allow(self, seconds: float) -> None:
        """Measure nothing new after so long; what is then not known is not ``is_complete``."""
        self._until = time.monotonic() + seconds
        self.is_complete = True

    def measure(
        self,
        node: NodeAnalysis,
        inputs: Mapping[str, Given],
        frozen: bool,
        own: PythonCode | None = None,
    ) -> Measured | None:
        """What a layer costs; ``own`` is the user's code that it is made of, if it is."""
        said = repr(sorted(node.arguments.items()))
        key = (node.type, said, tuple(inputs.items()), frozen, own and own.state)
        if key not in self._known:
            if time.monotonic() > self._until:
                self.is_complete = False
                return None
            if len(self._known) > 50_000:
                self._known.clear()
            if own is not None:
                self._known[key] = measure_python(own, node.arguments, inputs, frozen=frozen)
            else:
                layer = CATALOG[node.type]
                self._known[key] = measure(layer, dict(node.arguments), inputs, frozen=frozen)
        return self._known[key]


def letters(document: Document, analysis: Analysis) -> dict[str, int]:
    """The letters in the shapes of the Inputs, each with the number it is counted at."""
    inputs = [
        tensor
        for node in document.graph.nodes
        if node.type == "Input" and node.name in analysis.nodes
        for tensor in analysis.nodes[node.name].outputs.values()
    ]
    batch = batch_symbols(inputs)
    found = symbols_of([size for tensor in inputs for size in tensor.shape])
    return {name: BATCH if name in batch else LENGTH for name in sorted(found)}


def count_costs(
    document: Document,
    analysis: Analysis,
    sizes: Mapping[str, int] | None = None,
    memory: CostMemory | None = None,
) -> Costs:
    """What a document costs; ``sizes`` gives numbers to letters, else as ``letters``. Never raises.

    ``analysis`` must be the one made in this process, with the insides of blocks in it.
    """
    at = {**letters(document, analysis), **(sizes or {})}
    try:
        return _Counting(document, analysis, at, memory or CostMemory()).costs()
    except Exception:  # a mistake of ours must not take the app along
        return Costs(sizes=at)


@dataclass
class _Memory:
    """A piece of memory that a value lies in, and the node that made it."""

    bytes: int
    owner: _Tally | None
    kept: bool = False


@dataclass(frozen=True)
class _Value:
    """What a wire carries: a view of some memory; ``learns`` if gradients flow back through it."""

    memory: _Memory
    learns: bool = False
    layout: Layout | None = None


class _Tally:
    """What is counted for one node; a node in a block adds to the node that is the block.

    What no output needs is not ``live``: it is not run, and keeps nothing.
    """

    def __init__(self, node: NodeAnalysis, around: _Tally | None, *, live: bool) -> None:
        self.node = node
        self.live: bool = live and (around is None or around.live)
        self.around = around if live else None
        self.flops: int | None = 0
        self.activations = 0

    def add_flops(self, flops: int | None) -> None:
        self.flops = None if flops is None or self.flops is None else self.flops + flops
        if self.around is not None:
            self.around.add_flops(flops)

    def add_bytes(self, size: int) -> None:
        self.activations += size
        if self.around is not None:
            self.around.add_bytes(size)

    @property
    def cost(self) -> Cost:
        node = self.node
        return Cost(node.parameters, node.buffers, self.flops, self.activations)


Values = dict[tuple[str, str], _Value]


class _Counting:
    """One walk through a document, blocks opened and repetitions followed."""

    def __init__(
        self, document: Document, analysis: Analysis, sizes: Mapping[str, int], memory: CostMemory
    ) -> None:
        self._document, self._analysis, self._sizes = document, analysis, sizes
        self._memory = memory
        self._made: list[_Memory] = []
        self._blocks: dict[str, dict[str, _Tally]] = {}

    def costs(self) -> Costs:
        graph = self._document.graph
        tallies: dict[str, _Tally] = {}
        self._walk(graph, self._analysis.nodes, tallies, {}, None, frozen=False)
        for memory in self._made:
            if memory.kept and memory.owner is not None:
                memory.owner.add_bytes(memory.bytes)
        live = _live(graph)
        total = summed(tallies[name].cost for name in graph.names if name in live)
        return Costs(
            {name: tallies[name].cost for name in graph.names if name in tallies},
            {
                block: {name: tally.cost for name, tally in nodes.items()}
                for block, nodes in self._blocks.items()
            },
            total,
            self._sizes,
        )

    def _walk(
        self,
        graph: Graph,
        nodes: Mapping[str, NodeAnalysis],
        tallies: dict[str, _Tally],
        given: Mapping[str, _Value],
        around: _Tally | None,
        *,
        frozen: bool,
    ) -> Values:
        """Count the nodes of one graph; ``given`` is what its Inputs hand in."""
        values: Values = {}
        live = _live(graph)
        for name in _in_order(graph):
            node, known = graph.node(name), nodes.get(name)
            if known is None:
                continue
            tally = tallies[name] = _Tally(known, around, live=name in live)
            if name in given:
                values[name, "output"] = given[name]
                continue
            arriving = {
                edge.target_port: values[edge.source, edge.source_port]
                for edge in graph.in_edges(name)
                if (edge.source, edge.source_port) in values
            }
            still = frozen or is_frozen(graph, node)
            made = self._node(node, known, tally, arriving, frozen=still)
            values |= {(name, port): value for port, value in made.items()}
        return values

    def _node(
        self,
        node: Node,
        known: NodeAnalysis,
        tally: _Tally,
        arriving: Mapping[str, _Value],
        *,
        frozen: bool,
    ) -> dict[str, _Value]:
        """What a node makes, by port."""
        if known.bypassed or known.repeat == 0:
            return dict.fromkeys(known.outputs, next(iter(arriving.values())))
        if known.step is not None:
            return self._steps(node, known, known.step, tally, arriving, frozen=frozen)
        made: dict[str, _Value] = {}
        for copy in known.copies or [known] * (known.repeat or 1):
            if copy.inside is not None:
                made = self._block(copy.inside, tally, arriving, frozen=frozen)
            else:
                made = self._layer(node, copy, tally, arriving, frozen=frozen)
            if known.repeat and made:  # each is fed by the one before
                arriving = {**arriving, next(iter(known.inputs)): next(iter(made.values()))}
        return made

    def _steps(
        self,
        node: Node,
        known: NodeAnalysis,
        step: NodeAnalysis,
        tally: _Tally,
        arriving: Mapping[str, _Value],
        *,
        frozen: bool,
    ) -> dict[str, _Value]:
        """Every step along an axis by itself; what they gave is copied into one tensor."""
        layer = CATALOG.get(node.type) if step.inside is None else None
        made = unrolling(node, layer, list(step.inputs), list(step.outputs))
        assert made is not None
        assert known.steps is not None
        starts = self._fresh(replace(step, outputs=step.inputs), tally, learns=False)
        given = {port: arriving.get(port, starts[port]) for port in step.inputs}
        for port in made.stepped(list(given)):
            given[port] = _cut(given[port], made.axis)
        results: dict[str, _Value] = {}
        for _ in range(min(size_at(known.steps, self._sizes), MAX_STEPS_COUNTED)):
            if step.inside is not None:
                results = self._block(step.inside, tally, given, frozen=frozen)
            else:
                results = self._layer(node, step, tally, given, frozen=frozen)
            given |= {state: results[port] for state, port in made.state.items() if results}
        learns = any(value.learns for value in results.values())
        last = {port: given[s] for s, port in last_states(made, list(step.outputs)).items()}
        return {**self._fresh(known, tally, learns=learns), **last}

    def _block(
        self,
        inside: BlockAnalysis,
        tally: _Tally,
        arriving: Mapping[str, _Value],
        *,
        frozen: bool,
    ) -> dict[str, _Value]:
        block = self._document.blocks[inside.block]
        tallies: dict[str, _Tally] = {}
        first = inside.nodes is self._analysis.blocks.get(inside.block)
        if first and inside.block not in self._blocks:
            self._blocks[inside.block] = tallies
        values = self._walk(block.graph, inside.nodes, tallies, arriving, tally, frozen=frozen)
        return {
            name: values[edge.source, edge.source_port]
            for name in inside.outputs
            for edge in block.graph.in_edges(name)
            if (edge.source, edge.source_port) in values
        }

    def _layer(
        self,
        node: Node,
        known: NodeAnalysis,
        tally: _Tally,
        arriving: Mapping[str, _Value],
        *,
        frozen: bool,
    ) -> dict[str, _Value]:
        layer = CATALOG.get(known.type)
        if layer is None or node.type == "Output" or not known.outputs:
            tally.add_flops(0 if node.type == "Output" else None)
            return {}
        if layer.kind in ("input", "parameter"):
            owner = tally if node.type == "Input" else None
            return self._fresh(known, owner, learns=node.type == "Parameter" and not frozen)
        given = self._given(known, arriving)
        own = PythonCode(self._analysis.python, node) if node.type == PYTHON else None
        found = self._memory.measure(known, given, frozen, own)
        if found is None:
            tally.add_flops(None)
            learns = any(value.learns for value in arriving.values())
            return self._fresh(known, tally, learns=learns)
        tally.add_flops(found.flops)
        tally.add_bytes(found.beside if tally.live else 0)
        places: dict[Place, _Memory] = {port: value.memory for port, value in arriving.items()}
        places |= {index: self._new(size, tally) for index, size in enumerate(found.made)}
        for place in found.kept if tally.live else ():
            places[place].kept = True
        return {
            port: _Value(places[place], port in found.learns, found.layouts.get(port))
            for port, place in found.places.items()
        }

    def _given(self, known: NodeAnalysis, arriving: Mapping[str, _Value]) -> dict[str, Given]:
        """What a layer is handed, with numbers for sizes."""
        shapes = at_sizes(known.inputs, self._sizes)
        first: dict[int, str] = {}
        given = {}
        for port, tensor in known.inputs.items():
            value = arriving[port]
            same = first.setdefault(id(value), port)
            given[port] = Given(
                shapes[port], tensor.dtype, value.learns, value.layout, "" if same == port else same
            )
        return given

    def _fresh(
        self, known: NodeAnalysis, owner: _Tally | None, *, learns: bool
    ) -> dict[str, _Value]:
        """New memory for each output of a node that is not run."""
        shapes = at_sizes(known.outputs, self._sizes)
        return {
            port: _Value(self._new(math.prod(shape) * itemsize(tensor.dtype), owner), learns)
            for (port, tensor), shape in zip(known.outputs.items(), shapes.values(), strict=True)
        }

    def _new(self, size: int, owner: _Tally | None) -> _Memory:
        memory = _Memory(size, owner)
        self._made.append(memory)
        return memory


def _cut(sequence: _Value, axis: int) -> _Value:
    """One step of a sequence: a view of its memory, which has no such axis."""
    if sequence.layout is None:
        return sequence
    strides, offset = sequence.layout
    axis %= len(strides)
    return replace(sequence, layout=(strides[:axis] + strides[axis + 1 :], offset))


def _live(graph: Graph) -> frozenset[str]:
    """The nodes that an Output depends on: what is left is not computed."""
    ends = [node.name for node in graph.nodes if node.type == "Output"]
    return frozenset(ends).union(*(nx.ancestors(graph.nx, end) for end in ends))


def _in_order(graph: Graph) -> list[str]:
    """Nodes after those that feed them; those in a cycle are left out."""
    flow = Flow(graph)
    return sorted((n for n in graph.names if n not in flow.cyclic), key=flow.rank.__getitem__)
