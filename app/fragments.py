"""A part of the network as YAML text, readable anywhere it is pasted, and back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from app.fragment_text import Extract, extract
from app.translating import tr
from graph.document import Document, Edge, Graph, Position, Value
from graph.edge_text import parse_chain
from graph.errors import ProjectError
from graph.framing import members
from graph.limits import MAX_PROJECT_BYTES
from graph.project_file import dumps, loads
from graph.project_writer import write_chain
from graph.uses import built_on

#: The key under which a fragment says what it was wired to. Plain pasting ignores it.
WIRED_TO = "wired_to"

#: A port that a reader of the text may leave out.
USUAL = ""

_ENDS = ("source", "source_port", "target", "target_port")
_SIMPLE = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Fragment:
    """Nodes with the wires between them, and the wires that led out of them.

    In ``wires`` a port that was not said is ``USUAL``: the first output, or the next free input.
    """

    part: Document
    wires: tuple[Edge, ...] = ()


def copy_fragment(
    document: Document,
    scope: str,
    names: Iterable[str],
    title: str = "Fragment",
    *,
    places: Mapping[str, Position] | None = None,
    notes: Iterable[str] = (),
    wired: bool = True,
) -> str:
    """The nodes as the text of a small project: wires, places, frames, and what they led to.

    With uses of blocks go the blocks, and those that these are built on. ``places`` are those of
    nodes to which the document gives none. Not ``wired``, it says nothing of what it leaves.
    """
    graph, wanted = document.scope(scope), set(names)
    chosen = [name for name in graph.names if name in wanted]
    part = Document(title)
    for name in chosen:
        place = graph.position(name) or (places or {}).get(name)
        part.graph.insert(graph.node(name), position=place, look=graph.look(name))
    part.graph.groups = {
        name: group for name, group in graph.groups.items() if _is_whole(graph, name, wanted)
    }
    part.graph.notes = {name: graph.notes[name] for name in notes if name in graph.notes}
    outward = []
    for edge in graph.edges:
        inside = (edge.source in part.graph) + (edge.target in part.graph)
        if inside == 2:
            part.graph.add_edge(edge, graph.route(edge))
        elif inside:
            outward.append(edge)
    if not wired:
        outward = []
        for node in part.graph.nodes:
            if node.options.get("group", "") not in ("", *part.graph.groups):
                part.graph.replace_node(node.without_option("group"))
    used = {inner for node in part.graph.nodes if node.type in document.blocks
            for inner in built_on(document, node.type)}  # fmt: skip
    part.blocks = {name: block for name, block in document.blocks.items() if name in used}
    lines = [f"{WIRED_TO}:", *(f"  - {_written(edge)}" for edge in outward)] if outward else []
    return dumps(part) + "".join(f"{line}\n" for line in lines)


def read_fragment(text: str) -> Fragment:
    """The part of a network that a text says, whatever stands around it.

    Raises: ProjectError with the line of the text, where it says none.
    """
    if len(text) > MAX_PROJECT_BYTES:
        raise ProjectError(tr("it is too long"), tr("a project file holds no data"))
    try:
        return _read(loads(text))
    except ProjectError as as_it_stands:
        found = extract(text)
        if found is None:
            raise ProjectError(tr("it says no layers"), "") from as_it_stands
    return _read_extract(found)


def _read_extract(found: Extract) -> Fragment:
    try:
        return _read(loads(found.text))
    except ProjectError as error:
        line = found.first_line + error.line - 1 if error.line else 0
        raise ProjectError(error.message, error.advice, line=max(line, 0)) from None


def _read(part: Document) -> Fragment:
    if not (len(part.graph) or part.graph.notes):
        unknown = [key for key in part.extras if key != WIRED_TO]
        if unknown:
            raise ProjectError(
                tr("there is no key {key}").format(key=unknown[0]), tr("layers stand under nodes:")
            )
        raise ProjectError(tr("it has no layers"), tr("they stand under nodes:"))
    said = part.extras.get(WIRED_TO, ())
    wires = [_wire(item) for item in said] if isinstance(said, tuple) else [None]
    if None in wires:
        raise ProjectError(
            tr("{key} is no list of wires").format(key=WIRED_TO),
            tr("write - image.output -> conv1.input"),
        )
    return Fragment(part, tuple(wire for wire in wires if wire is not None))


def _is_whole(graph: Graph, group: str, chosen: Collection[str]) -> bool:
    """Whether a frame, and all that is in it, is chosen."""
    held = members(graph, group)
    return bool(held) and all(name in chosen for name in held)


def _written(edge: Edge) -> str:
    """A wire with both its ports said, since its other end is elsewhere."""
    if all(_SIMPLE.fullmatch(name) for name in (edge.source, edge.target)):
        return write_chain(f"{edge.source}.{edge.source_port} -> {edge.target}.{edge.target_port}")
    return write_chain(edge)


def _wire(said: Value) -> Edge | None:
    if isinstance(said, Mapping):
        ends = [said.get(key, USUAL) for key in _ENDS]
        return Edge(*ends) if all(isinstance(end, str) for end in ends) else None
    ends = parse_chain(said, ()) if isinstance(said, str) else []
    if len(ends) != 2 or not all(end.node for end in ends):
        return None
    source, target = ends
    return Edge(source.node, source.port or USUAL, target.node, target.port or USUAL)


def renamed_wire(wire: Edge, names: Mapping[str, str]) -> Edge:
    """``wire`` with other names for the nodes at its ends."""
    source, target = names.get(wire.source, wire.source), names.get(wire.target, wire.target)
    return replace(wire, source=source, target=target)
