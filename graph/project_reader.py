"""A project file's text made a document; every error names the line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from graph.collector import collector_at_rest
from graph.document import (
    OPTIONS,
    RESERVED_ARGUMENTS,
    ROOT,
    Block,
    Document,
    Edge,
    Expression,
    Graph,
    Group,
    Node,
    Position,
    Value,
)
from graph.edge_text import End, parse_chain, port_names
from graph.errors import ProjectError
from graph.limits import MAX_COORDINATE
from graph.yaml_events import Entry, Located, Mapping, Scalar, Sequence, read_yaml

#: The version of the format that this program reads and writes.
FORMAT_VERSION = 1

_TOP_LEVEL = (
    "layerloom", "name", "blocks", "nodes", "edges", "groups", "training", "style", "layout",
)  # fmt: skip
_IN_A_BLOCK = ("arguments", "nodes", "edges", "groups", "note", "layout")
_EDGE_KEYS = ("source", "source_port", "target", "target_port")


def read_document(text: str, path: Path | str = "") -> Document:
    """Return the document that ``text`` describes.

    Raises: ProjectError with the line, if it is no project file of this version.
    """
    with collector_at_rest():
        return ProjectReader(path).read(read_yaml(text, path))


def read_value(text: str) -> Value:
    """Return the value that ``text`` means in a project file: ``0.1``, ``[3, 5]``, ``{p: 0.5}``.

    Raises: ProjectError, if it is not YAML.
    """
    return ProjectReader("").plain(read_yaml(text)) if text.strip() else None


class ProjectReader:
    """Reads nodes of every scope first, then edges: a block's ports are its Input nodes.

    ``edges_of_items`` tells, for each scope, which edges each item of its list stands for.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = path
        self.document = Document()
        self.edges_of_items: dict[str, list[list[Edge]]] = {}

    def error(self, message: str, advice: str, line: int) -> ProjectError:
        return ProjectError(message, advice, path=self.path, line=line)

    def read(self, root: Located) -> Document:
        if not isinstance(root, Mapping):
            raise self.error(
                "this is not a Layerloom project", "one begins with the line layerloom: 1", 1
            )
        self._check_version(root)
        document = self.document
        sections = {entry.key: entry for entry in root.entries}
        document.name = self._text(sections["name"]) if "name" in sections else _stem(self.path)
        document.training = self._plain_mapping(sections.get("training"), "training")
        document.style = self._plain_mapping(sections.get("style"), "style")
        document.extras = {
            key: self.plain(entry.value) for key, entry in sections.items() if key not in _TOP_LEVEL
        }
        scopes: list[tuple[str, dict[str, Entry]]] = [(ROOT, sections)]
        for entry in self._entries(sections.get("blocks"), "blocks"):
            scopes.append((entry.key, self._block(entry)))
        self._nodes(document.graph, sections)
        for scope, parts in scopes:
            self._edges(scope, parts.get("edges"))
            self._groups(document.scope(scope), parts.get("groups"))
            self._layout(document.scope(scope), parts.get("layout"))
        return document

    def _check_version(self, root: Mapping) -> None:
        entry = root.get("layerloom")
        if entry is None:
            raise self.error(
                "this is not a Layerloom project: it does not say layerloom: 1",
                "add that line, if it is one",
                root.line,
            )
        version = entry.value.value if isinstance(entry.value, Scalar) else None
        if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT_VERSION:
            raise self.error(
                f"this project has format {version}, made by a newer version of Layerloom",
                f"update Layerloom: this one reads format {FORMAT_VERSION}",
                entry.line,
            )
        if version != FORMAT_VERSION or isinstance(version, bool):
            raise self.error(
                f"layerloom says {_shown(entry.value)}, which is no version of the format",
                f"write layerloom: {FORMAT_VERSION}",
                entry.line,
            )

    # sections

    def _block(self, entry: Entry) -> dict[str, Entry]:
        parts = {part.key: part for part in self._entries(entry, f"the block {entry.key}")}
        if entry.key == ROOT:
            raise self.error("a block has an empty name", "give it one", entry.line)
        arguments = self._plain_mapping(parts.get("arguments"), "arguments")
        for name in sorted(RESERVED_ARGUMENTS.intersection(arguments)):
            raise self.error(
                f"an argument of {entry.key} is called {name}, as something of every layer is",
                "choose another name",
                parts["arguments"].line,
            )
        block = Block(entry.key, arguments)
        if "note" in parts:
            block.note = self._text(parts["note"])
        block.extras = {
            key: self.plain(part.value) for key, part in parts.items() if key not in _IN_A_BLOCK
        }
        self.document.blocks[entry.key] = block
        self._nodes(block.graph, parts)
        return parts

    def _nodes(self, graph: Graph, parts: dict[str, Entry]) -> None:
        for entry in self._entries(parts.get("nodes"), "nodes"):
            graph.insert(self._node(entry))

    def _node(self, entry: Entry) -> Node:
        name, value = entry.key, entry.value
        if isinstance(value, Scalar) and isinstance(value.value, str):
            return Node(name, value.value)  # ``relu: ReLU`` is short for {type: ReLU}
        if not isinstance(value, Mapping):
            raise self.error(
                f"the layer {name} is {_shown(value)}", "write {type: Linear, ...}", entry.line
            )
        type_: str | None = None
        arguments: dict[str, Value] = {}
        options: dict[str, Value] = {}
        for part in value.entries:
            if part.key == "type":
                type_ = self._text(part)
            elif part.key in OPTIONS:
                options[part.key] = self.plain(part.value)
            else:
                arguments[part.key] = self.plain(part.value)
        if type_ is None:
            raise self.error(
                f"the layer {name} has no type", "add type: and the name of a layer", entry.line
            )
        for option in ("group", "shares"):
            if not isinstance(options.get(option, ""), str):
                raise self.error(f"{option} of {name} is not a name", "write one name", entry.line)
        return Node(name, type_, arguments, options)

    def _groups(self, graph: Graph, entry: Entry | None) -> None:
        for group in self._entries(entry, "groups"):
            options = self._plain_mapping(group, f"the group {group.key}")
            for option in ("group", "container", "by"):
                if not isinstance(options.get(option, ""), str):
                    raise self.error(
                        f"{option} of the group {group.key} is not a name",
                        "write one name",
                        group.line,
                    )
            graph.groups[group.key] = Group(group.key, options)

    def _layout(self, graph: Graph, entry: Entry | None) -> None:
        for place in self._entries(entry, "layout"):
            position = self._position(place)
            if place.key in graph:
                graph.set_position(place.key, position)
            else:
                graph.stray_positions[place.key] = position

    def _position(self, place: Entry) -> Position:
        value = self.plain(place.value)
        if (
            isinstance(value, tuple)
            and len(value) == 2
            and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
            and all(abs(v) < MAX_COORDINATE for v in value)
        ):
            return float(value[0]), float(value[1])
        raise self.error(
            f"the position of {place.key} is {_shown(place.value)}",
            "write two numbers: [x, y]",
            place.line,
        )

    # edges

    def _edges(self, scope: str, entry: Entry | None) -> None:
        """Two passes: ports that are named are taken before unnamed ends look for a free one."""
        if entry is None or _is_nothing(entry.value):
            return
        if not isinstance(entry.value, Sequence):
            raise self.error(
                f"edges is {_shown(entry.value)}", "write a list: - image -> conv1", entry.line
            )
        graph = self.document.scope(scope)
        items = [self._wires(graph, scope, item) for item in entry.value.items]
        ports = _PortsOfNodes(self.document, scope, [end for wires in items for _, end in wires])
        self.edges_of_items[scope] = found = []
        for wires, item in zip(items, entry.value.items, strict=True):
            edges = [
                Edge(
                    source.node,
                    ports.first_output(source.node) if source.port is None else source.port,
                    target.node,
                    ports.next_input(target.node) if target.port is None else target.port,
                )
                for source, target in wires
            ]
            self._add_edges(graph, edges, item.line)
            found.append(edges)

    def _add_edges(self, graph: Graph, edges: list[Edge], line: int) -> None:
        for edge in edges:
            if graph.has_edge(edge):
                raise self.error(
                    f"the edge {edge} stands here for the second time", "remove one", line
                )
            graph.add_edge(edge)

    def _wires(self, graph: Graph, scope: str, item: Located) -> list[tuple[End, End]]:
        if isinstance(item, Mapping):
            return [self._spelled_out(graph, item)]
        if not isinstance(item, Scalar) or not isinstance(item.value, str):
            raise self.error(f"an edge is {_shown(item)}", "write it as image -> conv1", item.line)
        ends = parse_chain(item.value, graph)
        if len(ends) < 2 or not all(end.node for end in ends):
            raise self.error(
                f"the edge {item.value!r} lacks an end", "write it as image -> conv1", item.line
            )
        for end in ends:
            self._check_exists(graph, end.node, item.line)
        return self._pairs(scope, ends)

    def _pairs(self, scope: str, ends: list[End]) -> list[tuple[End, End]]:
        """``a -> lstm.h_n -> b``: a port inside a chain is an output where it names one."""
        pairs: list[tuple[End, End]] = []
        source = ends[0]
        for index, end in enumerate(ends[1:], 1):
            following = target = end
            if index < len(ends) - 1 and end.port:
                inputs, outputs = port_names(self.document, scope, end.node, [end.port])
                if end.port in outputs and end.port not in inputs:
                    target = End(end.node)
                else:
                    following = End(end.node)
            pairs.append((source, target))
            source = following
        return pairs

    def _spelled_out(self, graph: Graph, item: Mapping) -> tuple[End, End]:
        """``{source: a, source_port: output, target: b, target_port: input}``."""
        texts = {part.key: self._text(part) for part in item.entries}
        for key in texts:
            if key not in _EDGE_KEYS:
                raise self.error(
                    f"an edge has no key {key!r}", f"it has {', '.join(_EDGE_KEYS)}", item.line
                )
        for key in _EDGE_KEYS:
            if key not in texts:
                raise self.error(f"the edge has no {key}", f"add {key}:", item.line)
        source = End(texts["source"], texts["source_port"])
        target = End(texts["target"], texts["target_port"])
        for end in (source, target):
            self._check_exists(graph, end.node, item.line)
        return source, target

    def _check_exists(self, graph: Graph, name: str, line: int) -> None:
        if name in graph:
            return
        close = difflib.get_close_matches(name, graph.names, 1)
        advice = (
            f"did you mean {close[0]}?" if close else f"add {name} to nodes, or remove the edge"
        )
        raise self.error(f"an edge names {name}, which is no layer here", advice, line)

    # values

    def plain(self, value: Located) -> Value:
        """What a document holds: tuples for lists, Expression for ``=text``."""
        if isinstance(value, Scalar):
            text = value.value
            if isinstance(text, str) and text[:1] == "=":
                return text[1:] if text[:2] == "==" else Expression(text[1:])
            return text
        if isinstance(value, Sequence):
            return tuple([self.plain(item) for item in value.items])
        return {entry.key: self.plain(entry.value) for entry in value.entries}

    def _plain_mapping(self, entry: Entry | None, what: str) -> dict[str, Value]:
        return {part.key: self.plain(part.value) for part in self._entries(entry, what)}

    def _entries(self, entry: Entry | None, what: str) -> Iterable[Entry]:
        if entry is None or _is_nothing(entry.value):
            return []
        if not isinstance(entry.value, Mapping):
            raise self.error(
                f"{what} is {_shown(entry.value)}",
                "write names with values: {key: value}",
                entry.line,
            )
        return entry.value.entries

    def _text(self, entry: Entry) -> str:
        if not isinstance(entry.value, Scalar) or _is_nothing(entry.value):
            raise self.error(f"{entry.key} is {_shown(entry.value)}", "write a text", entry.line)
        return entry.value.text


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


def _is_nothing(value: Located) -> bool:
    return isinstance(value, Scalar) and value.value is None


def _shown(value: Located) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence):
        return "a list"
    text = value.text if len(value.text) <= 40 else value.text[:37] + "..."
    return repr(text) if text else "empty"


def _stem(path: Path | str) -> str:
    return Path(path).name.partition(".")[0] or "Untitled"
