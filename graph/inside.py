"""A block looked into: its nodes analysed as one use sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.analysis import BlockAnalysis, NodeAnalysis, TensorType
from graph.catalog import output_ports, ports
from graph.catalog.borrowed import borrowed
from graph.catalog.custom import layer_of
from graph.definitions import Definitions
from graph.document import Document, Graph, Value
from graph.flow import Flow
from graph.infer import Inference
from graph.phrases import later
from graph.problems import Problem
from graph.sharing import lenders, mentioned
from graph.validate import check_surroundings
from graph.validate_graph import (
    check_cycles,
    check_ends,
    check_groups,
    check_identifiers,
    missing_input,
)
from graph.validate_in_place import check_in_place, writers
from graph.validate_shared_shapes import check_shared
from graph.visit import Checked, Inputs, Memory, Visit, check, explained, visit


class Insides:
    """Looks into the blocks of a document. The same use is looked into once."""

    def __init__(self, document: Document, memory: Memory, definitions: Definitions) -> None:
        self._document, self._memory, self._definitions = document, memory, definitions
        #: Each use as it was looked at last, whatever its block was then.
        self._last: dict[tuple[object, ...], _Inside] = {}
        self._wholes: dict[tuple[str, str, frozenset[str]], tuple[Problem, ...]] = {}

    def enter(
        self,
        block: str,
        said: Mapping[str, Value],
        inputs: Inputs | None,
        batch: frozenset[str],
    ) -> BlockAnalysis:
        """One use of ``block``; ``inputs`` is None where what arrives is not known."""
        arguments = {**_defaults(self._document, block), **said}
        fed = None if inputs is None else tuple(inputs.items())
        circumstances = (repr(sorted(arguments.items())), fed, batch)
        own = self._memory.python.fingerprint
        key = (block, self._definitions.fingerprint(block), own, *circumstances)
        found = self._memory.uses.get(key)
        if found is None:
            if len(self._memory.uses) > 5_000:
                self._memory.uses.clear()
                self._last.clear()
            before = self._last.get((block, *circumstances))
            inside = _Inside(self, block, arguments, inputs, batch, before)
            found = self._memory.uses[key] = inside.analysis()
            self._last[block, *circumstances] = inside
        return found

    def infer(
        self, type_: str, said: Mapping[str, Value], inputs: Inputs, batch: frozenset[str]
    ) -> Inference:
        return self._memory.infer(type_, said, inputs, batch)

    def check(self, scope: str, name: str, flow: Flow, names: Mapping[str, Value]) -> Checked:
        """What is known of a node of any scope before anything arrives."""
        document = self._document
        node, entering = document.scope(scope).node(name), flow.entering[name]
        sources = {e.source: output_names(document, scope, e.source, flow) for e in entering}
        found = ports(document, scope, node)
        checked = check(document, scope, node, found, entering, sources, names, self._memory.python)
        if node.type in document.blocks and not self._definitions.can_be_entered(node.type):
            return checked.unsound()
        return checked

    def first_uses(
        self, nodes: Mapping[str, NodeAnalysis], graph: Graph
    ) -> dict[str, BlockAnalysis]:
        """Every block as its first use in the document sees it; one that is not used, as it is."""
        found: dict[str, BlockAnalysis] = {}
        self._collect(nodes, graph, found)
        for block in self._document.blocks:
            if block not in found and self._definitions.can_be_entered(block):
                found[block] = self.enter(block, {}, None, frozenset({"N"}))
        return {block: found[block] for block in self._document.blocks if block in found}

    def _collect(
        self, nodes: Mapping[str, NodeAnalysis], graph: Graph, found: dict[str, BlockAnalysis]
    ) -> None:
        for name in graph.names:
            inside = nodes[name].inside if name in nodes else None
            if inside is not None and inside.block not in found:
                found[inside.block] = inside
                self._collect(inside.nodes, self._document.blocks[inside.block].graph, found)

    def whole(self, block: str, flow: Flow, starved: frozenset[str]) -> tuple[Problem, ...]:
        """Problems of a block's graph as a whole, where nothing arrives at ``starved``."""
        key = (block, self._definitions.fingerprint(block), starved)
        found = self._wholes.get(key)
        if found is None:
            if len(self._wholes) > 1_000:
                self._wholes.clear()
            found = self._wholes[key] = tuple(_whole(self._document, block, flow, starved))
        return found

    @property
    def document(self) -> Document:
        return self._document

    @property
    def definitions(self) -> Definitions:
        return self._definitions


class _Inside:
    """One use of one block while it is being looked at.

    What was found ``before`` of the same use is taken over where nothing can have changed it.
    """

    def __init__(
        self,
        insides: Insides,
        block: str,
        arguments: Mapping[str, Value],
        inputs: Inputs | None,
        batch: frozenset[str],
        before: _Inside | None,
    ) -> None:
        self._insides, self._document, self._scope = insides, insides.document, block
        self._graph = self._document.blocks[block].graph
        self._flow = insides.definitions.flow(block)
        self._arguments, self._inputs, self._batch = arguments, inputs, batch
        self._visits: dict[str, Visit] = {}
        self._names = tuple(self._document.blocks)
        self._groups = dict(self._graph.groups)
        self._read = {name: self._reading(name) for name in self._graph.names}
        self._before = before if before is not None and self._is_like(before) else None
        fresh = self._fresh()
        kept = {} if self._before is None else self._before._checked
        self._checked: dict[str, Checked] = {
            name: insides.check(block, name, self._flow, arguments) if name in fresh else kept[name]
            for name in self._graph.names
        }

    def _reading(self, name: str) -> tuple[object, ...]:
        """All that is looked at when a node is checked, but what its wires come from."""
        node, flow = self._graph.node(name), self._flow
        inside = node.type in self._document.blocks
        print_ = self._insides.definitions.fingerprint(node.type) if inside else ""
        lent = lenders(self._graph, node)
        return node, flow.entering[name], flow.leaving[name], name in flow.cyclic, print_, lent

    def _is_like(self, before: _Inside) -> bool:
        return before._groups == self._groups and before._names == self._names

    def _fresh(self) -> set[str]:
        """The nodes that must be checked: those that are others now, and those fed by one."""
        if self._before is None:
            return set(self._graph.names)
        read = self._before._read
        other = {n for n, now in self._read.items() if n not in read or not _same(now, read[n])}
        return other | {edge.target for name in other for edge in self._flow.leaving[name]}

    def _is_as_before(self, name: str) -> bool:
        """Whether a node is the one it was, and all that arrives at it too."""
        before = self._before
        return (
            before is not None
            and before._checked.get(name) is self._checked[name]
            and all(
                self._visits[edge.source] is before._visits[edge.source]
                for edge in self._flow.entering[name]
                if edge.source in self._visits and edge.source in before._visits
            )
        )

    def analysis(self) -> BlockAnalysis:
        for name in sorted(self._graph.names, key=self._flow.rank.__getitem__):
            if self._is_as_before(name):
                assert self._before is not None
                self._visits[name] = self._before._visits[name]
            else:
                self._visits[name] = self._taken_over(name, self._visit(name))
        self._before = None  # not a chain of all that ever was
        nodes = {name: self._visits[name].analysis for name in self._graph.names}
        outputs = {
            name: node.inputs["input"]
            for name, node in nodes.items()
            if node.type == "Output" and "input" in node.inputs
        }
        problems = tuple(self._problems())
        return BlockAnalysis(self._scope, self._arguments, nodes, outputs, problems)

    def _visit(self, name: str) -> Visit:
        checked = self._checked[name]
        if checked.node.type == "Input":
            given = {} if self._inputs is None else {"output": self._inputs[name]}
            return Visit(NodeAnalysis("Input", outputs=given, layers=0), checked.problems)
        try:
            return visit(checked, self._arriving(name), self._ask, self._enter)
        except Exception as error:  # whatever PyTorch may think of: no graph stops the app
            message = later(
                "{name}: {type} cannot be understood: {error}",
                name=name,
                type=checked.node.type,
                error=str(error)[:200],
            )
            problem = Problem("error", "refused", message, name, scope=self._scope)
            return Visit(NodeAnalysis(checked.node.type), (*checked.problems, problem))

    def _taken_over(self, name: str, new: Visit) -> Visit:
        """What was found before, if it is the same: what follows from it need not be looked at."""
        old = self._before._visits.get(name) if self._before is not None else None
        return old if old is not None and old == new else new

    def _arriving(self, name: str) -> dict[str, TensorType] | None:
        if name in self._flow.cyclic:
            return None
        found: dict[str, TensorType] = {}
        for edge in self._flow.entering[name]:
            tensor = self._visits[edge.source].analysis.outputs.get(edge.source_port)
            if tensor is None:
                return None
            found[edge.target_port] = tensor
        return in_order(self._checked[name], found)

    def _ask(self, type_: str, said: Mapping[str, Value], inputs: Inputs) -> Inference:
        return self._insides.infer(type_, said, inputs, self._batch)

    def _enter(self, block: str, said: Mapping[str, Value], inputs: Inputs) -> BlockAnalysis:
        return self._insides.enter(block, said, inputs, self._batch)

    def _problems(self) -> Iterator[Problem]:
        document, scope, graph, flow = self._document, self._scope, self._graph, self._flow
        starved = frozenset(name for name, checked in self._checked.items() if not checked.sound)
        yield from self._insides.whole(scope, flow, starved | flow.cyclic)
        nodes = {name: found.analysis for name, found in self._visits.items()}
        sharing = [node.name for node in graph.nodes if mentioned(node)]
        yield from check_shared(scope, graph, sharing, nodes)
        yield from check_in_place(scope, graph, flow, writers(graph), nodes)
        for name in graph.names:
            checked, found = self._checked[name], self._visits[name]
            yield from found.problems
            if not checked.settled:
                node = graph.node(name)
                yield from check_surroundings(scope, graph, node, node.type in document.blocks)
            for port in checked.missing:
                yield missing_input(document, scope, graph, flow, name, port)
            yield from explained(document, scope, checked, found, flow.entering[name], self._ask)
            for inside in found.analysis.insides:
                yield from inside.problems


def _whole(
    document: Document, block: str, flow: Flow, starved: frozenset[str]
) -> Iterator[Problem]:
    graph = document.blocks[block].graph
    ends: dict[str, list[str]] = {"Input": [], "Output": []}
    for node in graph.nodes:
        ends.get(node.type, []).append(node.name)
    yield from check_groups(block, graph)
    yield from check_identifiers(block, graph.names)
    yield from check_cycles(block, graph, flow)
    yield from check_ends(document, block, graph, flow, ends, starved)


def _same(now: tuple[object, ...], before: tuple[object, ...]) -> bool:
    """A node is replaced as a whole, never changed; so it is the same only if it is that one."""
    return now[0] is before[0] and now[1:] == before[1:]


def _defaults(document: Document, block: str) -> Mapping[str, Value]:
    return document.blocks[block].arguments


def output_names(document: Document, scope: str, name: str, flow: Flow) -> tuple[str, ...]:
    """The names of a node's outputs, those of a variadic one as far as PyTorch goes."""
    node = document.scope(scope).node(name)
    layer = layer_of(node)
    if layer is None or node.type in document.blocks or "unroll" in node.options:
        return tuple(port.name for port in ports(document, scope, node).outputs)
    used = [edge.source_port for edge in flow.leaving[name]]
    arguments = borrowed(document.scope(scope), node).arguments
    return tuple(port.name for port in output_ports(layer, arguments, used))


def in_order(checked: Checked, inputs: Mapping[str, TensorType]) -> dict[str, TensorType]:
    """What arrives, in the order of the ports."""
    order = [port.name for port in checked.ports.inputs]
    return {port: inputs[port] for port in order if port in inputs}


def once(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Each problem of a block once, as its first use has it."""
    seen: set[tuple[str, str, str, str]] = set()
    said: list[Problem] = []
    for problem in problems:
        key = (problem.scope, problem.code, problem.node, problem.port)
        if problem.scope and key in seen and (problem.node or problem in said):
            continue
        seen.add(key)
        said.append(problem)
        yield problem
