"""The edit that a pasted fragment comes down to: blocks, frames, nodes, wires, under free names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.canvas.loose_end import LooseEnd
from app.fragments import USUAL, Fragment, renamed_wire
from graph.catalog import ports
from graph.connecting import can_connect
from graph.document import ROOT, Document, Edge, Graph, Group, Node, Note, Position
from graph.edits import AddBlock, AddNode, Batch, Connect, Edit, RenameBlock, SetGroups, SetNotes
from graph.errors import EditError
from graph.framing import members
from graph.names import fresh_name, make_identifier
from graph.phrases import later
from graph.sharing import follow_shares, is_sharer, mentioned
from graph.uses import why_recursive

#: Applies an edit to the document on which a paste is tried, and keeps it.
Do = Callable[[Edit], None]


@dataclass(frozen=True)
class Pasting:
    """An edit, the names that its nodes get, and the wires that found no place, each with why."""

    edit: Edit
    names: tuple[str, ...]
    unwired: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manner:
    """How to paste: moved by ``shift``, and with ``wired`` to what the fragment was wired to.

    Blocks of a fragment that is ``ours`` are known by their names. For nodes that come back
    ``orders`` are their places among the others, and ``unplaced`` those without one on the canvas;
    ``routes`` are the points of the wires that led out of them.
    """

    shift: Position = (0.0, 0.0)
    wired: bool = False
    ours: bool = False
    orders: Mapping[str, float] = field(default_factory=dict)
    unplaced: Collection[str] = ()
    routes: Mapping[Edge, tuple[Position, ...]] = field(default_factory=dict)
    label: str = "Paste"


def paste(document: Document, scope: str, fragment: Fragment, manner: Manner) -> Pasting:
    """Add a fragment to a scope. Blocks that the project does not have come along.

    Raises: EditError, where a block would stand inside itself.
    """
    bringing = _bring_blocks(document, fragment.part, ours=manner.ours)
    part = fragment.part.graph
    for node in part.nodes:
        if words := why_recursive(document, scope, node.type):
            raise EditError(words)
    trial = trial_of(document, scope)
    trying = list[Edit]()

    def do(edit: Edit) -> None:
        trial.apply(edit)
        trying.append(edit)

    for edit in bringing:
        do(edit)
    graph = trial.scope(scope)
    names = _free_names(graph, part)
    frames = _bring_frames(graph, part, scope, do)
    orders = {graph.order(name) for name in graph.names}
    for node in part.nodes:
        order = manner.orders.get(node.name)
        made = _adopted(graph, part, replace(follow_shares(node, names), name=names[node.name]))
        made = _framed(made, frames, graph.groups if manner.wired else {})
        place = None if node.name in manner.unplaced else part.position(node.name)
        at = _moved(place, manner.shift)
        do(
            AddNode(
                made, at, order if order not in orders else None, scope, look=part.look(node.name)
            )
        )
    for edge in part.edges:
        route = tuple((x + manner.shift[0], y + manner.shift[1]) for x, y in part.route(edge))
        do(Connect(renamed_wire(edge, names), scope, route=route))
    if part.notes:
        do(SetNotes((*graph.notes.values(), *_new_notes(graph, part, manner.shift)), scope))
    unwired = _wire_up(trial, scope, fragment, names, manner.routes, do) if manner.wired else []
    return Pasting(Batch(tuple(trying), manner.label), tuple(names.values()), tuple(unwired))


def trial_of(document: Document, scope: str) -> Document:
    """A document in which one scope may be changed freely; all else is the document's own."""
    trial = Document()
    copy = Graph()
    original = document.scope(scope)
    for node in original.nodes:
        position, order = original.position(node.name), original.order(node.name)
        copy.insert(node, order=order, position=position)
    for edge in original.edges:
        copy.add_edge(edge, original.route(edge))
    copy.groups, copy.notes = dict(original.groups), dict(original.notes)
    trial.graph, trial.blocks, trial.folder = document.graph, dict(document.blocks), document.folder
    if scope in document.blocks:
        trial.blocks[scope] = replace(document.blocks[scope], graph=copy)
    else:
        trial.graph = copy
    return trial


def _free_names(graph: Graph, part: Graph) -> dict[str, str]:
    taken = {*graph.names, *graph.groups}
    names: dict[str, str] = {}
    for node in part.nodes:
        name = make_identifier(node.name, ()) if node.name not in taken else ""
        names[node.name] = name if name and name not in taken else fresh_name(node.type, taken)
        taken.add(names[node.name])
    return names


def _adopted(graph: Graph, part: Graph, node: Node) -> Node:
    """A node that shares with none where the one whose weights it speaks of is not there."""
    known = mentioned(node)
    if all(name in graph or name in part for name in known):
        return node
    if not is_sharer(node):
        kept = {
            key: value for key, value in node.options["shares"].items()
            if isinstance(value, str) and value.partition(".")[0] in (*graph.names, *part.names)
        }  # fmt: skip
        if kept:
            return node.with_option("shares", kept)
    return node.without_option("shares")


def _new_notes(graph: Graph, part: Graph, shift: Position) -> Iterable[Note]:
    taken = set(graph.notes)
    for note in part.notes.values():
        name = note.name if note.name not in taken else make_identifier(note.name, taken)
        taken.add(name)
        yield replace(note, name=name, at=(note.at[0] + shift[0], note.at[1] + shift[1]))


# frames


def _bring_frames(graph: Graph, part: Graph, scope: str, do: Do) -> dict[str, str]:
    """Add the frames of a fragment; the name that each has here. An empty one is filled again."""
    taken = {*graph.names, *graph.groups}
    names: dict[str, str] = {}
    for name, group in part.groups.items():
        same = graph.groups.get(name)
        comes_back = same is not None and not members(graph, name) and same.options == group.options
        names[name] = name if comes_back else make_identifier(name, taken)
        taken.add(names[name])
    new = [
        _renamed_frame(group, names) for name, group in part.groups.items()
        if names[name] not in graph.groups
    ]  # fmt: skip
    if new:
        do(SetGroups((*graph.groups.values(), *new), scope))
    return names


def _renamed_frame(group: Group, names: Mapping[str, str]) -> Group:
    options = {key: value for key, value in group.options.items() if key != "group"}
    parent = names.get(group.parent) if isinstance(group.parent, str) else None
    return Group(names[group.name], {**options, **({"group": parent} if parent else {})})


def _framed(node: Node, frames: Mapping[str, str], known: Iterable[str]) -> Node:
    """A node in the frame that came with it, or in one of ``known``, or in none."""
    group = node.options.get("group")
    if group in frames:
        return node.with_option("group", frames[group])
    return node if group is None or group in known else node.without_option("group")


# wires to what was there


def _wire_up(
    trial: Document,
    scope: str,
    fragment: Fragment,
    names: Mapping[str, str],
    routes: Mapping[Edge, tuple[Position, ...]],
    do: Do,
) -> list[str]:
    """Wire new nodes to what they were wired to, as far as that can be; says what could not."""
    refused = []
    for wire in fragment.wires:
        incoming = wire.target in names
        if incoming == (wire.source in names):
            continue  # it says nothing of what was pasted
        edge = _with_ports(trial, scope, renamed_wire(wire, names))
        problem = can_connect(trial, scope, edge) if edge is not None else None
        if edge is None:
            other = wire.source if incoming else wire.target
            refused.append(later("there is no {name}.", name=other))
        elif problem is not None:
            refused.append(problem.message)
        else:
            do(Connect(edge, scope, route=routes.get(edge, ())))
    return refused


def _with_ports(trial: Document, scope: str, wire: Edge) -> Edge | None:
    """``wire`` with both ports: of what was not said the first, and of many the next free one.

    None where an end is not there.
    """
    graph = trial.scope(scope)
    if wire.source not in graph or wire.target not in graph:
        return None
    taken = [edge.target_port for edge in graph.in_edges(wire.target)]
    inputs = [p.name for p in ports(trial, scope, graph.node(wire.target), taken).inputs]
    outputs = [p.name for p in ports(trial, scope, graph.node(wire.source)).outputs]
    free = [port for port in inputs if port not in taken]
    source_port = wire.source_port or next(iter(outputs), USUAL)
    target_port = wire.target_port or next(iter(free), USUAL)
    if target_port in taken:
        stem = target_port.partition(".")[0]
        target_port = next((p for p in free if p.partition(".")[0] == stem), target_port)
    return replace(wire, source_port=source_port, target_port=target_port)


def wires_to(part: Document, end: LooseEnd | None) -> tuple[Edge, ...]:
    """The wire that joins a fragment to the end of a wire: at its first input, or last output."""
    graph = part.graph
    if end is None:
        return ()
    for node in graph.nodes if end.is_output else reversed(graph.nodes):
        said = ports(part, ROOT, node)
        if end.is_output and said.inputs and not graph.in_edges(node.name):
            return (Edge(end.node, end.port, node.name, USUAL),)
        if not end.is_output and said.outputs and not graph.out_edges(node.name):
            return (Edge(node.name, USUAL, end.node, end.port),)
    return ()


def _moved(place: Position | None, shift: Position) -> Position | None:
    return None if place is None else (place[0] + shift[0], place[1] + shift[1])


def _bring_blocks(document: Document, fragment: Document, *, ours: bool) -> list[Edit]:
    """Edits that add the blocks of a fragment, which are renamed in it where that must be."""
    kept = {
        name
        for name, block in fragment.blocks.items()
        if name in document.blocks and (ours or document.blocks[name] == block)
    }
    for name in [name for name in fragment.blocks if name not in kept and name in document.blocks]:
        new = make_identifier(name, {*document.blocks, *fragment.blocks})
        fragment.apply(RenameBlock(name, new))
    return [AddBlock(block) for name, block in fragment.blocks.items() if name not in kept]
