"""A project file's text made a document; every error names the line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
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
    Look,
    Node,
    Note,
    Position,
    Route,
    Value,
)
from graph.edge_reader import EdgeReader
from graph.errors import ProjectError
from graph.limits import MAX_COORDINATE, MAX_NOTE, MAX_NOTES, MAX_ROUTE
from graph.located import Entry, Located, Mapping, Scalar, Sequence, is_nothing, shown, text_of
from graph.parts import DIRECTIONS
from graph.phrases import later
from graph.route_keys import route_keys
from graph.yaml_events import read_yaml

#: The version of the format that this program reads and writes.
FORMAT_VERSION = 1

_TOP_LEVEL = (
    "layerloom", "name", "blocks", "nodes", "edges", "groups", "initialize", "training", "style",
    "direction", "layout", "routes", "notes",
)  # fmt: skip
_IN_A_BLOCK = (
    "arguments", "nodes", "edges", "groups", "note", "direction", "layout", "routes", "notes",
)  # fmt: skip
_OF_A_NOTE = ("text", "at", "size")


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
                later("this is not a Layerloom project"),
                later("one begins with the line layerloom: 1"),
                1,
            )
        self._check_version(root)
        document = self.document
        sections = {entry.key: entry for entry in root.entries}
        document.name = (
            text_of(sections["name"], self.path) if "name" in sections else _stem(self.path)
        )
        document.training = self._plain_mapping(sections.get("training"), "training")
        document.style = self._plain_mapping(sections.get("style"), "style")
        if "initialize" in sections and not is_nothing(sections["initialize"].value):
            document.initialize = self.plain(sections["initialize"].value)
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
            self._direction(document.scope(scope), parts.get("direction"))
            self._layout(document.scope(scope), parts.get("layout"))
            self._routes(document.scope(scope), parts.get("routes"))
            self._notes(document.scope(scope), parts.get("notes"))
        return document

    def _check_version(self, root: Mapping) -> None:
        entry = root.get("layerloom")
        if entry is None:
            raise self.error(
                later("this is not a Layerloom project: it does not say layerloom: 1"),
                later("add that line, if it is one"),
                root.line,
            )
        version = entry.value.value if isinstance(entry.value, Scalar) else None
        if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT_VERSION:
            raise self.error(
                later(
                    "this project has format {version}, made by a newer version of Layerloom",
                    version=version,
                ),
                later(
                    "update Layerloom: this one reads format {format_version}",
                    format_version=FORMAT_VERSION,
                ),
                entry.line,
            )
        if version != FORMAT_VERSION or isinstance(version, bool):
            raise self.error(
                later(
                    "layerloom says {value}, which is no version of the format",
                    value=shown(entry.value),
                ),
                later("write layerloom: {format_version}", format_version=FORMAT_VERSION),
                entry.line,
            )

    # sections

    def _block(self, entry: Entry) -> dict[str, Entry]:
        parts = {
            part.key: part for part in self._entries(entry, later("the block {key}", key=entry.key))
        }
        if entry.key == ROOT:
            raise self.error(later("a block has an empty name"), later("give it one"), entry.line)
        arguments = self._plain_mapping(parts.get("arguments"), "arguments")
        for name in sorted(RESERVED_ARGUMENTS.intersection(arguments)):
            raise self.error(
                later(
                    "an argument of {key} is called {name}, as something of every layer is",
                    key=entry.key,
                    name=name,
                ),
                later("choose another name"),
                parts["arguments"].line,
            )
        block = Block(entry.key, arguments)
        if "note" in parts:
            block.note = text_of(parts["note"], self.path)
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
                later("the layer {name} is {value}", name=name, value=shown(value)),
                later("write {type: Linear, ...}"),
                entry.line,
            )
        type_: str | None = None
        arguments: dict[str, Value] = {}
        options: dict[str, Value] = {}
        for part in value.entries:
            if part.key == "type":
                type_ = text_of(part, self.path)
            elif part.key in OPTIONS:
                options[part.key] = self.plain(part.value)
            else:
                arguments[part.key] = self.plain(part.value)
        if type_ is None:
            raise self.error(
                later("the layer {name} has no type", name=name),
                later("add type: and the name of a layer"),
                entry.line,
            )
        if not isinstance(options.get("group", ""), str):
            raise self.error(
                later("group of {name} is not a name", name=name),
                later("write one name"),
                entry.line,
            )
        return Node(name, type_, arguments, options)

    def _groups(self, graph: Graph, entry: Entry | None) -> None:
        for group in self._entries(entry, "groups"):
            options = self._plain_mapping(group, later("the group {key}", key=group.key))
            for option in ("group", "container", "by"):
                if not isinstance(options.get(option, ""), str):
                    raise self.error(
                        later(
                            "{option} of the group {key} is not a name",
                            option=option,
                            key=group.key,
                        ),
                        later("write one name"),
                        group.line,
                    )
            graph.groups[group.key] = Group(group.key, options)

    def _direction(self, graph: Graph, entry: Entry | None) -> None:
        if entry is None:
            return
        said = text_of(entry, self.path)
        if said not in DIRECTIONS:
            words = later("direction is {value}", value=shown(entry.value))
            raise self.error(words, later("write right or down"), entry.line)
        graph.direction = said

    def _layout(self, graph: Graph, entry: Entry | None) -> None:
        for place in self._entries(entry, "layout"):
            position, look = self._place(place)
            if place.key in graph:
                graph.set_position(place.key, position)
                graph.set_look(place.key, look)
                continue
            if position is not None:
                graph.stray_positions[place.key] = position
            if look:
                graph.stray_looks[place.key] = look

    def _place(self, place: Entry) -> tuple[Position | None, Look]:
        """``[x, y]``, or ``{at: [x, y], color: blue}`` where there is more to say."""
        if not isinstance(place.value, Mapping):
            return self._point(place, later("the position of {key}", key=place.key)), {}
        parts = {part.key: part for part in place.value.entries}
        look = {key: self.plain(part.value) for key, part in parts.items() if key != "at"}
        at = parts.get("at")
        return (
            self._point(at, later("the position of {key}", key=place.key)) if at else None
        ), look

    def _notes(self, graph: Graph, entry: Entry | None) -> None:
        for written in self._entries(entry, "notes"):
            graph.notes[written.key] = self._note(written)
        if len(graph.notes) > MAX_NOTES and entry is not None:
            words = later("there are more than {max_notes} notes", max_notes=MAX_NOTES)
            raise self.error(words, later("take some away"), entry.line)

    def _note(self, written: Entry) -> Note:
        parts = {
            part.key: part
            for part in self._entries(written, later("the note {key}", key=written.key))
        }
        note = Note(written.key)
        if "text" in parts:
            note = replace(note, text=text_of(parts["text"], self.path))
        if len(note.text) > MAX_NOTE:
            words = later(
                "the note {key} has more than {max_note:,} characters",
                key=written.key,
                max_note=MAX_NOTE,
            )
            raise self.error(words, later("make it two"), written.line)
        if "at" in parts:
            note = replace(
                note, at=self._point(parts["at"], later("at of the note {name}", name=note.name))
            )
        if "size" in parts:
            note = replace(
                note,
                size=self._point(parts["size"], later("size of the note {name}", name=note.name)),
            )
        look = {k: self.plain(p.value) for k, p in parts.items() if k not in _OF_A_NOTE}
        return replace(note, look=look)

    def _routes(self, graph: Graph, entry: Entry | None) -> None:
        entries = list(self._entries(entry, "routes"))
        edges = {key: edge for edge, key in route_keys(graph.edges).items()} if entries else {}
        for wire in entries:
            route = self._route(wire)
            if wire.key in edges:
                graph.set_route(edges[wire.key], route)
            elif route:
                graph.stray_routes[wire.key] = route

    def _route(self, wire: Entry) -> Route:
        value = self.plain(wire.value)
        points = value if isinstance(value, tuple) and len(value) <= MAX_ROUTE else (None,)
        if all(map(_is_point, points)):
            return tuple((float(x), float(y)) for x, y in points)
        raise self.error(
            later("the route of {key} is {value}", key=wire.key, value=shown(wire.value)),
            later("write the points that the wire passes: [[x, y], [x, y]]"),
            wire.line,
        )

    def _point(self, place: Entry, what: str) -> Position:
        value = self.plain(place.value)
        if _is_point(value):
            return float(value[0]), float(value[1])
        raise self.error(
            later("{what} is {value}", what=what, value=shown(place.value)),
            later("write two numbers: [x, y]"),
            place.line,
        )

    def _edges(self, scope: str, entry: Entry | None) -> None:
        if entry is None or is_nothing(entry.value):
            return
        if not isinstance(entry.value, Sequence):
            raise self.error(
                later("edges is {value}", value=shown(entry.value)),
                later("write a list: - image -> conv1"),
                entry.line,
            )
        reader = EdgeReader(self.document, scope, self.path)
        self.edges_of_items[scope] = reader.read(entry.value.items)

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
        if entry is None or is_nothing(entry.value):
            return []
        if not isinstance(entry.value, Mapping):
            raise self.error(
                later("{what} is {value}", what=what, value=shown(entry.value)),
                later("write names with values: {key: value}"),
                entry.line,
            )
        return entry.value.entries


def _stem(path: Path | str) -> str:
    return Path(path).name.partition(".")[0] or "Untitled"


def _is_point(value: Value) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == 2
        and all(isinstance(v, int | float) and not isinstance(v, bool) for v in value)
        and all(abs(v) < MAX_COORDINATE for v in value)
    )
