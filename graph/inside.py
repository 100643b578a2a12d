"""A block looked into: its nodes analysed as one use sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.analysis import BlockAnalysis, NodeAnalysis, TensorType
from graph.catalog import CATALOG, output_ports, ports
from graph.definitions import Definitions
from graph.document import Document, Graph, Value
from graph.flow import Flow
from graph.infer import Inference
from graph.problems import Problem
from graph.validate import check_surroundings
from graph.validate_graph import (
    check_cycles,
    check_ends,
    check_groups,
    check_identifiers,
    missing_input,
)
from graph.visit import Checked, Inputs, Memory, Visit, check, explained, visit


class Insides:
    """Looks into the blocks of a document. The same use is looked into once."""

    def __init__(self, document: Document, memory: Memory, definitions: Definitions) -> None:
        self._document, self._memory, self._definitions = document, memory, definitions

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
        outline = self._definitions.fingerprint(block)
        key = (block, outline, repr(sorted(arguments.items())), fed, batch)
        found = self._memory.uses.get(key)
        if found is None:
            if len(self._memory.uses) > 5_000:
                self._memory.uses.clear()
            found = _Inside(self, block, arguments, inputs, batch).analysis()
            self._memory.uses[key] = found
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
        checked = check(document, scope, node, found, entering, sources, names)
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

    @property
    def document(self) -> Document:
        return self._document

    @property
    def definitions(self) -> Definitions:
        return self._definitions


class _Inside:
    """One use of one block while it is being looked at."""

    def __init__(
        self,
        insides: Insides,
        block: str,
        arguments: Mapping[str, Value],
        inputs: Inputs | None,
        batch: frozenset[str],
    ) -> None:
        self._insides, self._document, self._scope = insides, insides.document, block
        self._graph = self._document.blocks[block].graph
        self._flow = insides.definitions.flow(block)
        self._arguments, self._inputs, self._batch = arguments, inputs, batch
        self._visits: dict[str, Visit] = {}
        self._checked = {
            name: insides.check(block, name, self._flow, arguments) for name in self._graph.names
        }

    def analysis(self) -> BlockAnalysis:
        for name in sorted(self._graph.names, key=self._flow.rank.__getitem__):
            self._visits[name] = self._visit(name)
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
            message = f"{name}: {checked.node.type} cannot be understood: {str(error)[:200]}"
            problem = Problem("error", "refused", message, name, scope=self._scope)
            return Visit(NodeAnalysis(checked.node.type), (*checked.problems, problem))

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
        ends: dict[str, list[str]] = {"Input": [], "Output": []}
        for node in graph.nodes:
            ends.get(node.type, []).append(node.name)
        starved = {name for name, checked in self._checked.items() if not checked.sound}
        yield from check_groups(scope, graph)
        yield from check_identifiers(scope, graph.names)
        yield from check_cycles(scope, graph, flow)
        yield from check_ends(document, scope, graph, flow, ends, starved | flow.cyclic)
        for name in graph.names:
            checked, found = self._checked[name], self._visits[name]
            yield from found.problems
            yield from check_surroundings(scope, graph, checked.node)
            for port in checked.missing:
                yield missing_input(document, scope, graph, flow, name, port)
            yield from explained(document, scope, checked, found, flow.entering[name], self._ask)
            if found.analysis.inside is not None:
                yield from found.analysis.inside.problems


def _defaults(document: Document, block: str) -> Mapping[str, Value]:
    return document.blocks[block].arguments


def output_names(document: Document, scope: str, name: str, flow: Flow) -> tuple[str, ...]:
    """The names of a node's outputs, those of a variadic one as far as PyTorch goes."""
    node = document.scope(scope).node(name)
    layer = CATALOG.get(node.type)
    if layer is None or node.type in document.blocks:
        return tuple(port.name for port in ports(document, scope, node).outputs)
    used = [edge.source_port for edge in flow.leaving[name]]
    return tuple(port.name for port in output_ports(layer, node.arguments, used))


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
