"""What can be said of a whole graph: its ends, its cycles, its names, its keys."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

from graph.catalog import CATALOG, ports
from graph.document import ROOT, Document, Edge, Graph, Group, Node
from graph.edits import (
    AddNode,
    Batch,
    Connect,
    Disconnect,
    Edit,
    RemoveNode,
    RenameNode,
    SetArgument,
    SetUnknown,
)
from graph.flow import Flow, reachable
from graph.names import fresh_name, is_identifier, make_identifier
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.style import check_style
from graph.validate_blocks import check_blocks
from graph.validate_looks import check_looks
from graph.validate_tensors import check_frame_trainable


def check_document(document: Document) -> Iterator[Problem]:
    """Problems of the document itself: its style, keys that nobody knows, blocks."""
    yield from check_style(document.style)
    for scope in document.scopes:
        yield from _check_keys(document, scope)
        yield from check_looks(document, scope)
    yield from check_blocks(document)


def _check_keys(document: Document, scope: str) -> Iterator[Problem]:
    """What the file says and nobody knows: keys, and places of layers that are gone."""
    extras = document.extras if scope == ROOT else document.blocks[scope].extras
    places = document.scope(scope).stray_layout
    routes = document.scope(scope).unmatched_routes
    looks = document.scope(scope).unmatched_looks
    for key in extras:
        others = {k: v for k, v in extras.items() if k != key}
        fix = Fix(
            later("Remove {key}", key=key),
            SetUnknown(others, places, scope, routes=routes, looks=looks),
        )
        message = later("{key}: there is no such key; it is kept, and means nothing.", key=key)
        yield Problem("warning", "unknown-key", message, scope=scope, fixes=(fix,))
    if places or looks:
        gone = ", ".join(dict.fromkeys([*places, *looks]))
        fix = Fix("Remove them from the layout", SetUnknown(extras, {}, scope, routes=routes))
        message = later("The layout has places for layers that are not there: {gone}.", gone=gone)
        yield Problem("hint", "unknown-key", message, scope=scope, fixes=(fix,))
    if routes:
        fix = Fix("Remove them from the routes", SetUnknown(extras, places, scope, looks=looks))
        message = later(
            "There are routes for wires that are not there: {routes}.", routes=", ".join(routes)
        )
        yield Problem("hint", "unknown-key", message, scope=scope, fixes=(fix,))


def check_groups(scope: str, graph: Graph) -> Iterator[Problem]:
    """Problems of the frames: names, and frames inside frames."""
    for group in graph.groups.values():
        if group.is_plain:  # a title, and no name in a program
            yield from _check_around(scope, graph, group)
            continue
        if not is_identifier(group.name):
            better = make_identifier(group.name, graph.groups)
            message = later(
                "{name}: this is no name for a frame; {better} would be one.",
                name=repr(group.name),
                better=better,
            )
            yield Problem("error", "bad-name", message, scope=scope)
        elif group.name in graph:
            better = make_identifier(group.name, [*graph.names, *graph.groups])
            message = later("{name}: a layer and a frame have the same name.", name=group.name)
            fix = Fix(
                later("Rename the layer to {better}", better=better),
                RenameNode(group.name, better, scope),
            )
            yield Problem(
                "warning", "duplicate-name", message, group.name, scope=scope, fixes=(fix,)
            )
        if group.container not in ("Sequential", "ModuleList", "Module"):
            message = later(
                "{name}: a frame becomes a Sequential, a ModuleList, a Module or none of "
                "these, not {container}.",
                name=group.name,
                container=repr(group.container),
            )
            yield Problem("error", "bad-argument", message, scope=scope)
        yield from check_frame_trainable(scope, graph, group)
        yield from _check_around(scope, graph, group)


def _check_around(scope: str, graph: Graph, group: Group) -> Iterator[Problem]:
    if not _ends(group.name, graph):
        message = later(
            "{name}: a frame cannot stand inside itself, or in one that is not there.",
            name=group.name,
        )
        yield Problem("error", "unknown-group", message, scope=scope)


def _ends(name: str, graph: Graph) -> bool:
    """Whether the frames around a frame all exist, and come to an end."""
    chain = graph.frames_around(name)
    return bool(chain) and graph.groups[chain[-1]].parent is None


def check_identifiers(scope: str, names: Iterable[str]) -> Iterator[Problem]:
    """Names that differ here and would be one in a program."""
    taken: dict[str, str] = {}
    for name in names:
        identifier = _identifier(name)
        if identifier in taken:
            better = make_identifier(name, taken)
            message = later(
                "{name}: in code this is the same name as {taken}.",
                name=name,
                taken=taken[identifier],
            )
            fix = Fix(later("Rename to {better}", better=better), RenameNode(name, better, scope))
            yield Problem("warning", "duplicate-name", message, name, scope=scope, fixes=(fix,))
        taken.setdefault(identifier, name)


@lru_cache(maxsize=20_000)
def _identifier(name: str) -> str:
    return make_identifier(name)


def check_ends(
    document: Document,
    scope: str,
    graph: Graph,
    flow: Flow,
    ends: Mapping[str, Iterable[str]],
    starved: Container[str],
) -> Iterator[Problem]:
    """Problems of a graph that begins or ends nowhere.

    ``ends`` has its Inputs and Outputs. What follows from a node in ``starved``, at which nothing
    arrives, is not said again.
    """
    inputs, outputs = list(ends["Input"]), list(ends["Output"])
    loose = [n for n in graph.names if not flow.leaving[n] and n not in outputs]
    if not inputs:
        yield _no_input(scope, graph, flow)
    if not outputs:
        yield _no_output(document, scope, graph, [n for n in loose if n not in inputs])
        return
    for name in loose:
        yield _unused(document, scope, graph, name)
    reached = reachable(inputs, flow.leaving, forward=True)
    for name in outputs:
        if not inputs or name in reached or not flow.entering[name]:
            continue
        if not any(before in starved for before in flow.before(name)):
            message = later("{name}: no Input leads here, so it is always the same.", name=name)
            yield Problem("warning", "unreachable-output", message, name, scope=scope)


def _no_input(scope: str, graph: Graph, flow: Flow) -> Problem:
    name = fresh_name("Input", graph)
    node = Node(name, "Input", CATALOG["Input"].start_arguments)
    edits: list[Edit] = [AddNode(node, scope=scope)]
    first = next((n for n in graph.nodes if not flow.entering[n.name]), None)
    layer = CATALOG.get(first.type) if first else None
    if first and layer and layer.inputs and not layer.inputs[0].variadic:
        edits.append(Connect(Edge(name, "output", first.name, layer.inputs[0].name), scope))
    fix = Fix("Add an Input", Batch(tuple(edits), label=later("Add Input")))
    return Problem("error", "no-input", "The network has no Input.", scope=scope, fixes=(fix,))


def _no_output(document: Document, scope: str, graph: Graph, loose: list[str]) -> Problem:
    alone = len(loose) == 1
    fixes = [_add_output(document, scope, graph, loose[-1], safe=alone)] if loose else []
    message = later("The network has no Output, so it gives nothing.")
    return Problem("error", "no-output", message, scope=scope, fixes=tuple(filter(None, fixes)))


def _unused(document: Document, scope: str, graph: Graph, name: str) -> Problem:
    message = later("{name}: nothing uses what it gives.", name=name)
    fixes = (
        Fix(later("Remove {name}", name=name), RemoveNode(name, scope)),
        _add_output(document, scope, graph, name),
    )
    found = tuple(fix for fix in fixes if fix is not None)
    return Problem("warning", "unused-node", message, name, scope=scope, fixes=found)


def _add_output(
    document: Document, scope: str, graph: Graph, name: str, *, safe: bool = False
) -> Fix | None:
    outputs = ports(document, scope, graph.node(name)).outputs
    if not outputs:
        return None
    output = fresh_name("Output", graph)
    place = graph.position(name)
    position = (place[0] + 260.0, place[1]) if place else None
    edits = (
        AddNode(Node(output, "Output"), position, scope=scope),
        Connect(Edge(name, outputs[0].name, output, "input"), scope),
    )
    label = later("Add an Output after {name}", name=name)
    return Fix(label, Batch(edits, label=later("Add Output")), safe=safe)


def check_cycles(scope: str, graph: Graph, flow: Flow) -> Iterator[Problem]:
    """One problem for each knot of cycles, with the wire to cut."""
    for members in flow.cycles:
        path = _walk(members, flow)
        back = max(path, key=lambda edge: graph.order(edge.source) - graph.order(edge.target))
        names = [path[0].source, *(edge.target for edge in path)]
        shown = " -> ".join(names if len(names) <= 8 else [*names[:6], "...", names[-1]])
        message = later(
            "{target}: the wires go round in a circle: {shown}.", target=back.target, shown=shown
        )
        cut = Fix(
            later("Cut the wire from {source} to {target}", source=back.source, target=back.target),
            Disconnect(back, scope),
        )
        yield Problem("error", "cycle", message, back.target, back.target_port, scope, (cut,))


def _walk(members: tuple[str, ...], flow: Flow) -> list[Edge]:
    """A circle of wires among ``members``, of which every one stands in some circle."""
    inside, name = set(members), members[0]
    came: dict[str, int] = {}
    path: list[Edge] = []
    while name not in came:
        came[name] = len(path)
        edge = next(edge for edge in flow.leaving[name] if edge.target in inside)
        path.append(edge)
        name = edge.target
    return path[came[name] :]


def missing_input(
    document: Document, scope: str, graph: Graph, flow: Flow, name: str, port: str
) -> Problem:
    """Nothing arrives at a port that needs something."""
    likely = _likely_sources(document, scope, graph, flow, name, port)
    fixes = [
        Fix(
            later("Connect {source}", source=edge.source),
            Connect(edge, scope),
            safe=len(likely) == 1,
        )
        for edge in likely[:1]
    ]
    node, layer = graph.node(name), CATALOG.get(graph.node(name).type)
    if layer and (argument := layer.argument(port)) and argument.start is not None:
        edit = SetArgument(name, port, argument.start, scope)
        fixes.append(Fix(later("Set {port} to {start}", port=port, start=argument.start), edit))
    fixes.append(Fix(later("Remove {name}", name=name), RemoveNode(name, scope)))
    what = (
        later("nothing arrives")
        if port == "input"
        else later("nothing arrives at {port}", port=port)
    )
    message = later(
        "{name}: {what}; {type} needs a wire there.", name=name, what=what, type=node.type
    )
    return Problem("error", "missing-input", message, name, port, scope, tuple(fixes))


def _likely_sources(
    document: Document, scope: str, graph: Graph, flow: Flow, name: str, port: str
) -> list[Edge]:
    """Outputs that are left free: the last before this node was made first, then those after."""
    barred = reachable([name], flow.leaving, forward=True)
    feeding = {edge.source for edge in flow.entering[name]}
    names = graph.names
    place = names.index(name)
    near = [*reversed(names[max(0, place - 50) : place]), *names[place + 1 : place + 50]]
    found: list[Edge] = []
    for candidate in near:
        if candidate in barred or candidate in feeding or flow.leaving[candidate]:
            continue
        outputs = ports(document, scope, graph.node(candidate)).outputs
        if outputs:
            found.append(Edge(candidate, outputs[0].name, name, port))
    return found
