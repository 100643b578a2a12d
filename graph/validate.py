"""What can be said of one node and its wires without knowing any shape."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.catalog import CATALOG, Layer, Ports
from graph.catalog.arguments import Complaint, check_arguments, in_brackets
from graph.connecting import can_connect
from graph.document import UNSET, Block, Document, Edge, Graph, Group, Node, Value
from graph.edits import (
    Batch,
    Connect,
    Disconnect,
    RemoveNode,
    RenameNode,
    ReplaceNode,
    SetArgument,
    SetGroups,
    SetOption,
)
from graph.names import RESERVED, is_identifier, make_identifier
from graph.phrases import later, sentence
from graph.problems import Fix, Problem
from graph.validate_sharing import check_sharing
from graph.validate_tensors import check_tensor, check_trainable

__all__ = ["can_connect", "check_arguments_of", "check_node", "check_surroundings", "check_wires"]


def check_node(document: Document, scope: str, node: Node) -> list[Problem]:
    """Problems of a node's type and options."""
    return [
        *_check_type(document, scope, node),
        *_check_options(scope, node),
    ]


def check_surroundings(scope: str, graph: Graph, node: Node, is_block: bool) -> Iterator[Problem]:
    """Problems whose fixes depend on what else there is in the graph."""
    yield from check_name(scope, graph, node)
    yield from check_frame(scope, graph, node)
    yield from check_sharing(scope, graph, node, is_block)


def check_name(scope: str, graph: Graph, node: Node) -> Iterator[Problem]:
    """The problem of a node's name; its fix depends on the other names."""
    if is_identifier(node.name) and (node.name not in RESERVED or node.type in ("Input", "Output")):
        return
    better = make_identifier(node.name, graph)
    safe = not is_identifier(node.name)
    fix = Fix(
        later("Rename to {better}", better=better), RenameNode(node.name, better, scope), safe
    )
    if is_identifier(node.name):
        message = later(
            "{name}: this name means something else in Python, so the code says {better}.",
            name=node.name,
            better=better,
        )
        yield Problem("hint", "bad-name", message, node.name, scope=scope, fixes=(fix,))
        return
    message = later(
        "{name}: this is no name for a layer; names have letters, digits and _, "
        "and are no word of Python.",
        name=_shown(node.name),
    )
    yield Problem("error", "bad-name", message, node.name, scope=scope, fixes=(fix,))


def _check_type(document: Document, scope: str, node: Node) -> Iterable[Problem]:
    remove = Fix(later("Remove {name}", name=node.name), RemoveNode(node.name, scope))
    if node.type in document.blocks:
        return
    layer = CATALOG.get(node.type)
    if layer is None:
        near = [
            *difflib.get_close_matches(node.type, document.blocks, 1),
            *CATALOG.suggest(node.type),
        ]
        fixes = tuple(
            Fix(
                later("Use {type}", type=type_),
                ReplaceNode(replace(node, type=type_), scope),
                len(near) == 1,
            )
            for type_ in near[:3]
        )
        guess = later("; did you mean {near}?", near=near[0]) if near else "."
        message = later(
            "{name}: there is no layer {type}{guess}",
            name=node.name,
            type=_shown(node.type),
            guess=guess,
        )
        yield Problem(
            "error", "unknown-layer", message, node.name, scope=scope, fixes=(*fixes, remove)
        )


def check_frame(scope: str, graph: Graph, node: Node) -> Iterator[Problem]:
    """The problem of a node whose frame is not there; its fix depends on the other frames."""
    group = node.options.get("group")
    if group is not None and not (isinstance(group, str) and group in graph.groups):
        leave = Fix("Take it out of the frame", SetOption(node.name, "group", UNSET, scope))
        fixes = [leave]
        if isinstance(group, str) and is_identifier(group):
            create = SetGroups((*graph.groups.values(), Group(group)), scope)
            fixes.insert(0, Fix(later("Create the frame {group}", group=group), create, safe=True))
        message = later(
            "{name}: there is no frame {group} for it to stand in.",
            name=node.name,
            group=_shown(group),
        )
        yield Problem(
            "warning", "unknown-group", message, node.name, scope=scope, fixes=tuple(fixes)
        )


def _check_options(scope: str, node: Node) -> Iterable[Problem]:
    yield from check_trainable(scope, node)


def check_options(scope: str, node: Node, layer: Layer | None, ports: Ports) -> Iterator[Problem]:
    """Problems of ``when`` and ``repeat`` where a node cannot be left out or stacked at all."""
    for option, verb in (("when", later("left out")), ("repeat", later("repeated"))):
        if option not in node.options:
            continue
        why = why_not(node, layer, ports, verb)
        if why:
            drop = Fix(
                later("Remove {option}", option=option), SetOption(node.name, option, UNSET, scope)
            )
            message = later("{name}: {words}.", name=node.name, words=why)
            yield Problem("error", "bad-option", message, node.name, scope=scope, fixes=(drop,))


def why_not(node: Node, layer: Layer | None, ports: Ports, verb: str) -> str:
    """Why a node cannot be "left out", or "repeated", at all; "" where it can."""
    if layer is not None and layer.kind in ("input", "output", "parameter", "other"):
        if node.type[:1] in "AEIOU":
            return later("an {type} cannot be {verb}", type=node.type, verb=verb)
        return later("a {type} cannot be {verb}", type=node.type, verb=verb)
    if len(ports.outputs) != 1 or not ports.inputs:
        return later("only what gives one tensor can be {verb}", verb=verb)
    if layer is not None and layer.inputs[0].variadic:
        return later("what takes a list of tensors cannot be {verb}", verb=verb)
    return ""


def check_block_arguments(
    scope: str, node: Node, block: Block, failed: Mapping[str, str]
) -> list[Problem]:
    """Problems of what a node says to the block that it is."""
    found = _failed(scope, node, failed)
    for name in node.arguments:
        if name in block.arguments:
            continue
        remove = Fix(later("Remove {name}", name=name), SetArgument(node.name, name, UNSET, scope))
        fixes = [*_rename_argument(scope, node, block.arguments, name), remove]
        has = ", ".join(block.arguments) or later("none")
        message = later(
            "{name}: {block} has no argument {name_2}; it has {has}.",
            name=node.name,
            block=block.name,
            name_2=_shown(name),
            has=has,
        )
        found.append(
            Problem("error", "unknown-argument", message, node.name, name, scope, tuple(fixes))
        )
    return found


def _failed(scope: str, node: Node, failed: Mapping[str, str]) -> list[Problem]:
    """Arguments whose expressions have no value."""
    return [
        Problem(
            "error",
            "bad-argument",
            later("{name}: {option}: {words}.", name=node.name, option=name, words=why),
            node.name,
            name,
            scope,
            (Fix(later("Reset {name}", name=name), SetArgument(node.name, name, UNSET, scope)),),
        )
        for name, why in failed.items()
    ]


def check_arguments_of(
    scope: str, node: Node, layer: Layer, bound: Mapping[str, Value], failed: Mapping[str, str]
) -> list[Problem]:
    """Problems of what a node says: unknown and missing arguments, values that are not allowed.

    ``bound`` holds its arguments with expressions evaluated, ``failed`` those that have no value.
    """
    found = _failed(scope, node, failed)
    if layer.kind == "parameter":
        found += check_tensor(scope, node, bound)
    for complaint in check_arguments(layer, bound):
        if complaint.argument not in failed:
            found.append(_complaint(scope, node, layer, complaint))
    return found


def _complaint(scope: str, node: Node, layer: Layer, complaint: Complaint) -> Problem:
    name, value = complaint.argument, complaint.suggestion
    argument = layer.argument(name)
    code = "bad-argument"
    fixes: list[Fix] = []
    if argument is None:
        code = "unknown-argument"
        fixes = _rename_argument(scope, node, [a.name for a in layer.arguments], name)
        fixes.append(
            Fix(later("Remove {name}", name=name), SetArgument(node.name, name, UNSET, scope))
        )
    elif name not in node.arguments:
        code = "missing-argument"
    if argument is not None and value is UNSET:
        label = (
            later("Use auto")
            if argument.auto
            else later("Use the default {default}", default=argument.default)
        )
        fixes.append(Fix(label, SetArgument(node.name, name, UNSET, scope)))
    elif argument is not None and value is not None:
        fixes.append(
            Fix(
                later("Set {name} to {value}", name=name, value=in_brackets(value)),
                SetArgument(node.name, name, value, scope),
                safe=True,
            )
        )
    message = sentence(later("{name}: {words}", name=node.name, words=complaint.message))
    return Problem("error", code, message, node.name, name, scope, tuple(fixes))


def _rename_argument(scope: str, node: Node, known: Iterable[str], name: str) -> list[Fix]:
    free = [other for other in known if other not in node.arguments]
    close = difflib.get_close_matches(name, free, 1, 0.6)
    if not close:
        return []
    value = node.arguments[name]
    edits = (
        SetArgument(node.name, name, UNSET, scope),
        SetArgument(node.name, close[0], value, scope),
    )
    return [
        Fix(
            later("Rename it to {close}", close=close[0]),
            Batch(edits, label=later("Rename argument")),
            safe=True,
        )
    ]


def check_wires(
    scope: str,
    node: Node,
    ports: Ports,
    entering: Sequence[Edge],
    sources: Mapping[str, Sequence[str]],
) -> list[Problem]:
    """Problems of the wires that end at a node: no such port, or two wires in one.

    ``sources`` holds the names of the outputs of every node that a wire comes from.
    """
    found: list[Problem] = []
    names = [port.name for port in ports.inputs]
    taken: dict[str, Edge] = {}
    for edge in entering:
        cut = Fix(later("Cut the wire from {source}", source=edge.source), Disconnect(edge, scope))
        outputs = sources.get(edge.source, ())
        if edge.source_port not in outputs:
            message = _no_source(edge, outputs)
            fixes = (*_rewire(scope, edge, source_port=outputs), cut)
            found.append(
                Problem("error", "unknown-port", message, node.name, edge.target_port, scope, fixes)
            )
        elif edge.target_port not in names:
            free = [name for name in names if all(e.target_port != name for e in entering)]
            message = _no_port(node.name, later("input"), edge.target_port, names)
            fixes = (*_rewire(scope, edge, target_port=free), cut)
            found.append(
                Problem("error", "unknown-port", message, node.name, edge.target_port, scope, fixes)
            )
        elif edge.target_port in taken:
            first = taken[edge.target_port]
            message = later(
                "{name}: two wires end at {target_port}, from {source} and from "
                "{source_2}; it takes one.",
                name=node.name,
                target_port=edge.target_port,
                source=first.source,
                source_2=edge.source,
            )
            fixes = (
                Fix(
                    later("Cut the wire from {source}", source=first.source),
                    Disconnect(first, scope),
                ),
                cut,
            )
            found.append(
                Problem("error", "port-taken", message, node.name, edge.target_port, scope, fixes)
            )
        else:
            taken[edge.target_port] = edge
    return found


def missing_ports(
    node: Node, layer: Layer | None, ports: Ports, entering: Sequence[Edge]
) -> tuple[str, ...]:
    """The inputs that must be fed and are not."""
    wired = {edge.target_port for edge in entering}
    return tuple(
        port.name
        for port in ports.inputs
        if not port.optional
        and port.name not in wired
        and not (layer and layer.argument(port.name) and node.arguments.get(port.name) is not None)
    )


def _no_source(edge: Edge, outputs: Sequence[str]) -> str:
    has = (
        later("it has {outputs}", outputs=", ".join(outputs[:8]))
        if outputs
        else later("it has none")
    )
    wire = later(
        "the wire at {target_port} comes from output {source_port}",
        target_port=edge.target_port,
        source_port=_shown(edge.source_port),
    )
    return later(
        "{target}: {wire} of {source}, which is not there; {has}.",
        target=edge.target,
        wire=wire,
        source=edge.source,
        has=has,
    )


def _no_port(node: str, way: str, port: str, names: Sequence[str]) -> str:
    if not names:
        return later(
            "{node}: it has no {ways}, so no wire can meet it at {port}.",
            node=node,
            ways=later("inputs") if way == "input" else later("outputs"),
            port=_shown(port),
        )
    return later(
        "{node}: it has no {way} {port}; it has {names}.",
        node=node,
        way=way,
        port=_shown(port),
        names=", ".join(names[:8]),
    )


def _rewire(
    scope: str, edge: Edge, source_port: Sequence[str] = (), target_port: Sequence[str] = ()
) -> list[Fix]:
    """Put the wire to the port that looks most like the one it names, or the first."""
    ports = source_port or target_port
    if not ports:
        return []
    asked = edge.source_port if source_port else edge.target_port
    numbered = [port for port in ports if port.rpartition(".")[2] == asked]  # 1 for outputs.1
    best = (numbered or difflib.get_close_matches(asked, ports, 1, 0.5) or ports)[0]
    after = replace(edge, source_port=best) if source_port else replace(edge, target_port=best)
    edits = Batch((Disconnect(edge, scope), Connect(after, scope)), label=later("Move wire"))
    return [Fix(later("Use {best}", best=best), edits, safe=len(ports) == 1)]


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
