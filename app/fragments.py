"""Cut, copy, paste: a part of the network as YAML text, readable anywhere it is pasted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.document import Document, Position
from graph.edits import AddBlock, AddNode, Batch, Connect, Edit, RenameBlock
from graph.errors import EditError, LoomError
from graph.names import fresh_name, make_identifier
from graph.project_file import dumps, loads
from graph.sharing import follow_shares
from graph.uses import built_on, why_recursive

#: How far a duplicate stands from what it is a duplicate of.
SHIFT = 40.0


def copy_fragment(document: Document, scope: str, names: Iterable[str]) -> str:
    """The nodes, the wires between them and their places, as the text of a small project.

    With uses of blocks go the blocks, and those that these are built on.
    """
    graph = document.scope(scope)
    chosen = [name for name in graph.names if name in set(names)]
    part = Document("Fragment")
    for name in chosen:
        node = graph.node(name)
        options = {k: v for k, v in node.options.items() if k != "group"}
        part.graph.insert(replace(node, options=options), position=graph.position(name))
    for edge in graph.edges:
        if edge.source in part.graph and edge.target in part.graph:
            part.graph.add_edge(edge)
    used = {inner for node in part.graph.nodes if node.type in document.blocks
            for inner in built_on(document, node.type)}  # fmt: skip
    part.blocks = {name: block for name, block in document.blocks.items() if name in used}
    return dumps(part)


def paste_edit(
    document: Document,
    scope: str,
    text: str,
    centre: Position | None = None,
    label: str = "Paste",
    *,
    ours: bool = False,
) -> tuple[Edit, list[str]] | None:
    """The edit that adds a fragment, and the names its nodes get; None for any other text.

    The fragment stands around ``centre``, or a little beside its old place. Blocks that the project
    does not have come along, under another name where theirs is taken; those of a fragment that is
    ``ours`` are known by their names.
    Raises: EditError, where a block would stand inside itself.
    """
    try:
        fragment = loads(text)
    except LoomError:
        return None
    bringing = _bring_blocks(document, fragment, ours=ours)
    part = fragment.graph
    for node in part.nodes:
        if words := why_recursive(document, scope, node.type):
            raise EditError(words)
    if not len(part):
        return None
    graph = document.scope(scope)
    taken = set(graph.names)
    renamed: dict[str, str] = {}
    for node in part.nodes:
        name = make_identifier(node.name, ()) if node.name not in taken else ""
        renamed[node.name] = name if name and name not in taken else fresh_name(node.type, taken)
        taken.add(renamed[node.name])
    dx, dy = _shift(list(part.layout.values()), centre)
    edits: list[Edit] = list(bringing)
    for node in part.nodes:
        place = part.position(node.name)
        at = (place[0] + dx, place[1] + dy) if place is not None else centre
        made = replace(follow_shares(node, renamed), name=renamed[node.name])
        edits.append(AddNode(made, at, scope=scope))
    for edge in part.edges:
        moved = replace(edge, source=renamed[edge.source], target=renamed[edge.target])
        edits.append(Connect(moved, scope))
    return Batch(tuple(edits), label), list(renamed.values())


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


def _shift(places: list[Position], centre: Position | None) -> Position:
    if centre is None or not places:
        return SHIFT, SHIFT
    xs, ys = [x for x, _ in places], [y for _, y in places]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return round((centre[0] - middle[0]) / 8) * 8.0, round((centre[1] - middle[1]) / 8) * 8.0
