"""Which problems are causes and which only follow from them; which layers wait for which."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.analysis import Analysis, NodeAnalysis
from graph.catalog import ports
from graph.document import ROOT, Document, Edge, Graph
from graph.edits import Connect
from graph.flow import Flow
from graph.problems import Problem
from graph.sharing import mentioned

#: ``Problem.cause`` of what is mended by giving the network an Input.
NO_INPUT = "no-input"

#: What takes ports away from a block, wherever it is used.
_WITHOUT_PORTS = ("no-input", "no-output", "unknown-layer")
#: What may be said of a use for want of a port.
_OF_PORTS = ("unknown-port", "bad-option")

_SEVERITIES = {"error": 0, "warning": 1, "hint": 2}
_BEFORE_ALL, _AFTER_ALL = -1, 10**9

_Place = tuple[int, ...]


def with_causes(document: Document, analysis: Analysis) -> Analysis:
    """The same analysis, its problems with their causes, the first thing wrong first.

    A problem follows from another where mending that one mends it too: a wire from a port that a
    layer of another type would have, a layer unused since the wire from it is missing. The layers
    whose shapes are not known because of an error before them are in ``waiting``.
    """
    if not analysis.problems:
        return analysis
    bare = {
        problem.scope
        for problem in analysis.problems
        if problem.scope and problem.code in _WITHOUT_PORTS
    }
    scopes = {scope: _Scope(document, scope, analysis, bare) for scope in document.scopes}
    problems = [
        scopes[problem.scope].blamed(problem) if problem.scope in scopes else problem
        for problem in analysis.problems
    ]
    places = _places(document, scopes)
    problems.sort(key=lambda problem: _rank(problem, places, scopes, bare))
    waiting = {scope: found for scope, of in scopes.items() if (found := of.waiting(problems))}
    return replace(analysis, problems=tuple(problems), waiting=waiting)


class _Scope:
    """The problems of one graph, seen along its wires."""

    def __init__(
        self, document: Document, scope: str, analysis: Analysis, bare: Iterable[str]
    ) -> None:
        self.document, self.scope, self._bare = document, scope, bare
        self.graph = document.scope(scope)
        self.flow = Flow(self.graph)
        self.rank = {name: rank for rank, name in enumerate(_in_order(self.graph, self.flow))}
        self.nodes: Mapping[str, NodeAnalysis] = analysis.scope(scope)
        self._own = [problem for problem in analysis.problems if problem.scope == scope]
        self._wrong: dict[str, list[Problem]] = {}
        for problem in self._own:
            if problem.severity == "error":
                self._wrong.setdefault(problem.node, []).append(problem)
        self._unfed = {
            fix.edit.edge.source: problem.node
            for problem in self._own
            if problem.code == "missing-input"
            for fix in problem.fixes
            if isinstance(fix.edit, Connect)
        }

    def blamed(self, problem: Problem) -> Problem:
        """The problem with the cause that it follows from, if there is one."""
        cause = self._cause(problem)
        return replace(problem, cause=cause) if cause != problem.cause else problem

    def _cause(self, problem: Problem, deep: int = 0) -> str:
        """The first of a chain of causes; "" for what is wrong by itself."""
        cause = next(self._causes(problem), "")
        others = self._wrong.get(cause, ()) if deep < len(self._wrong) else ()
        first = [self._cause(other, deep + 1) for other in others if cause != problem.node]
        return first[0] if first and all(first) else cause

    def _causes(self, problem: Problem) -> Iterator[str]:
        name, code = problem.node, problem.code
        if code in _OF_PORTS:
            yield from self._without_ports(problem)
        elif code == "unused-node":
            if any(other.code == "unknown-layer" for other in self._wrong.get(name, ())):
                yield name  # it may be meant to be an Output
            elif name in self._unfed:
                yield self._unfed[name]
        elif code == "missing-input" and not self.flow.entering.get(name):
            yield from (NO_INPUT for other in self._own if other.code == NO_INPUT)
        elif code.startswith("shares-") and name in self.graph:
            lent = mentioned(self.graph.node(name))
            for other in lent & self._wrong.keys():
                if any(found.code == "unknown-layer" for found in self._wrong[other]):
                    yield other

    def _without_ports(self, problem: Problem) -> Iterator[str]:
        """Whose mistake it is that a wire has no port, or a block not one output."""
        edges = [
            edge
            for edge in self.flow.entering.get(problem.node, ())
            if edge.target_port == problem.port
        ]
        for name in (problem.node, *(edge.source for edge in edges)):
            if name in self.graph and self.graph.node(name).type in self._bare:
                yield self.graph.node(name).type
        for edge in edges:
            if edge.source in self._wrong and not self._has_output(edge):
                yield edge.source

    def _has_output(self, edge: Edge) -> bool:
        outputs = ports(self.document, self.scope, self.graph.node(edge.source)).outputs
        return any(port.name == edge.source_port for port in outputs)

    def waiting(self, problems: Iterable[Problem]) -> dict[str, str]:
        """The layers whose inputs are not known, each with the one whose error is to blame."""
        wrong = {
            problem.node
            for problem in problems
            if problem.scope == self.scope and problem.severity == "error" and not problem.cause
        }
        origins = {name for name in self.graph.names if name in wrong or self._fails(name)}
        found: dict[str, str] = {}
        for origin in sorted(origins, key=self.rank.__getitem__):
            ahead = deque([origin])
            while ahead:
                for edge in self.flow.leaving[ahead.popleft()]:
                    name = edge.target
                    if name != origin and name not in found and not self._is_known(edge):
                        found[name] = origin
                        ahead.append(name)
        return {name: origin for name, origin in found.items() if name not in wrong}

    def _fails(self, name: str) -> bool:
        """Whether all that arrives is known, and nothing of what comes out."""
        entering, leaving = self.flow.entering[name], self.flow.leaving[name]
        arrives = all(map(self._is_known, entering)) and name not in self.flow.cyclic
        return arrives and bool(leaving) and not any(map(self._is_known, leaving))

    def _is_known(self, edge: Edge) -> bool:
        source = self.nodes.get(edge.source)
        return source is not None and edge.source_port in source.outputs


def _in_order(graph: Graph, flow: Flow) -> Iterator[str]:
    """Along the wires and, where these leave it open, in the order of the file."""
    missing = {name: len(edges) for name, edges in flow.entering.items()}
    ready = [(graph.order(name), name) for name, count in missing.items() if not count]
    heapq.heapify(ready)
    while ready:
        _, name = heapq.heappop(ready)
        yield name
        for edge in flow.leaving[name]:
            missing[edge.target] -= 1
            if not missing[edge.target]:
                heapq.heappush(ready, (graph.order(edge.target), edge.target))
    yield from (name for name, count in missing.items() if count)  # in a circle, or behind one


def _places(document: Document, scopes: Mapping[str, _Scope]) -> dict[str, _Place]:
    """Where the first use of each block stands along the wires, from the network inwards."""
    places: dict[str, _Place] = {ROOT: ()}
    ahead = deque([ROOT])
    while ahead:
        scope = ahead.popleft()
        rank = scopes[scope].rank
        for node in sorted(scopes[scope].graph.nodes, key=lambda node: rank[node.name]):
            if node.type in document.blocks and node.type not in places:
                places[node.type] = (*places[scope], rank[node.name])
                ahead.append(node.type)
    return places


def _rank(
    problem: Problem,
    places: Mapping[str, _Place],
    scopes: Mapping[str, _Scope],
    bare: Iterable[str],
) -> tuple[int, bool, _Place]:
    """Errors first; of these the causes, in the order in which data meets them."""
    place = places.get(problem.scope, (_AFTER_ALL,))
    if problem.code == NO_INPUT:
        here = _BEFORE_ALL
    elif problem.scope in scopes:
        here = scopes[problem.scope].rank.get(problem.node, _AFTER_ALL)
    else:
        here = _AFTER_ALL
    # What takes a block's ports away is but a warning there, and an error at its uses.
    is_cause = problem.code in _WITHOUT_PORTS and problem.scope in bare
    severity = 0 if is_cause else _SEVERITIES[problem.severity]
    return (severity, bool(problem.cause), (*place, here))
