"""The edges of a project file: chains of names made wires between ports that exist or might."""

from __future__ import annotations

import difflib
from pathlib import Path

from graph.document import Document, Edge
from graph.edge_text import End, parse_chain, port_names
from graph.errors import ProjectError
from graph.located import Located, Mapping, Scalar, shown, text_of
from graph.phrases import later

_KEYS = ("source", "source_port", "target", "target_port")


class EdgeReader:
    """Reads the edges of one scope, whose nodes are all there."""

    def __init__(self, document: Document, scope: str, path: Path | str) -> None:
        self.document = document
        self.scope = scope
        self.graph = document.scope(scope)
        self.path = path

    def error(self, message: str, advice: str, line: int) -> ProjectError:
        return ProjectError(message, advice, path=self.path, line=line)

    def read(self, items: list[Located]) -> list[list[Edge]]:
        """Add the edges to the graph; returns those of each item.

        Ports that are named are taken before unnamed ends look for one that is free.
        """
        wired = [self._wires(item) for item in items]
        ports = _PortsOfNodes(
            self.document, self.scope, [end for wires in wired for _, end in wires]
        )
        found: list[list[Edge]] = []
        for wires, item in zip(wired, items, strict=True):
            edges = [
                Edge(
                    source.node,
                    ports.first_output(source.node) if source.port is None else source.port,
                    target.node,
                    ports.next_input(target.node) if target.port is None else target.port,
                )
                for source, target in wires
            ]
            self._add(edges, item.line)
            found.append(edges)
        return found

    def _add(self, edges: list[Edge], line: int) -> None:
        for edge in edges:
            if self.graph.has_edge(edge):
                raise self.error(
                    later("the edge {edge} stands here for the second time", edge=edge),
                    later("remove one"),
                    line,
                )
            self.graph.add_edge(edge)

    def _wires(self, item: Located) -> list[tuple[End, End]]:
        if isinstance(item, Mapping):
            return [self._spelled_out(item)]
        if not isinstance(item, Scalar) or not isinstance(item.value, str):
            raise self.error(
                later("an edge is {item}", item=shown(item)),
                later("write it as image -> conv1"),
                item.line,
            )
        ends = parse_chain(item.value, self.graph)
        if len(ends) < 2 or not all(end.node for end in ends):
            raise self.error(
                later("the edge {value} lacks an end", value=repr(item.value)),
                later("write it as image -> conv1"),
                item.line,
            )
        for end in ends:
            self._check_exists(end.node, item.line)
        return self._pairs(ends)

    def _pairs(self, ends: list[End]) -> list[tuple[End, End]]:
        """``a -> lstm.h_n -> b``: a port inside a chain is an output where it names one."""
        pairs: list[tuple[End, End]] = []
        source = ends[0]
        for index, end in enumerate(ends[1:], 1):
            following = target = end
            if index < len(ends) - 1 and end.port:
                inputs, outputs = port_names(self.document, self.scope, end.node, [end.port])
                if end.port in outputs and end.port not in inputs:
                    target = End(end.node)
                else:
                    following = End(end.node)
            pairs.append((source, target))
            source = following
        return pairs

    def _spelled_out(self, item: Mapping) -> tuple[End, End]:
        """``{source: a, source_port: output, target: b, target_port: input}``."""
        texts = {part.key: text_of(part, self.path) for part in item.entries}
        for key in texts:
            if key not in _KEYS:
                raise self.error(
                    later("an edge has no key {key}", key=repr(key)),
                    later("it has {keys}", keys=", ".join(_KEYS)),
                    item.line,
                )
        for key in _KEYS:
            if key not in texts:
                raise self.error(
                    later("the edge has no {key}", key=key), later("add {key}:", key=key), item.line
                )
        source = End(texts["source"], texts["source_port"])
        target = End(texts["target"], texts["target_port"])
        for end in (source, target):
            self._check_exists(end.node, item.line)
        return source, target

    def _check_exists(self, name: str, line: int) -> None:
        if name in self.graph:
            return
        close = difflib.get_close_matches(name, self.graph.names, 1)
        advice = (
            later("did you mean {close}?", close=close[0])
            if close
            else later("add {name} to nodes, or remove the edge", name=name)
        )
        raise self.error(
            later("an edge names {name}, which is no layer here", name=name), advice, line
        )


class _PortsOfNodes:
    """Which port an unnamed end means: the first output, the first input that is still free."""

    def __init__(self, document: Document, scope: str, targets: list[End]) -> None:
        self._document, self._scope = document, scope
        self._taken: dict[str, list[str]] = {}
        for end in targets:
            if end.port is not None:
                self._taken.setdefault(end.node, []).append(end.port)

    def first_output(self, name: str) -> str:
        _, outputs = port_names(self._document, self._scope, name)
        return outputs[0] if outputs else "output"

    def next_input(self, name: str) -> str:
        taken = self._taken.setdefault(name, [])
        inputs, _ = port_names(self._document, self._scope, name, taken)
        port = next((port for port in inputs if port not in taken), "")
        port = port or (inputs[0] if inputs else "input")
        taken.append(port)
        return port
