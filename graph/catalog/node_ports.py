"""The ports that one node really has: variadic ones spread out, blocks by what is inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.catalog.borrowed import borrowed
from graph.catalog.custom import layer_of
from graph.catalog.layer import REQUIRED, Layer, Port
from graph.catalog.unrolling import Unrolling, unrolled_inputs, unrolled_outputs, unrolling
from graph.document import Document, Node, Value


class Ports(NamedTuple):
    """Where edges may meet a node, in the order of the signature."""

    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]


#: What is said where only some of the tensors of one argument arrive.
TOGETHER = " must be wired together"

#: A node has no more ports of one name than this, whatever its arguments say.
MAX_PORTS = 1000

#: An unknown type is drawn with one of each, so that its wires are kept.
UNKNOWN = Ports((Port("input"),), (Port("output"),))


def ports(document: Document, scope: str, node: Node, wired: Iterable[str] = ()) -> Ports:
    """The ports of ``node``.

    A variadic input has the ports in ``wired`` (names that edges already use) and a free one;
    a variadic output as many as the arguments say, or as edges use and one more. Ports of
    arguments not given (``return_indices``) are left out. An input that is an argument too
    (``other`` of ``torch.add``) is optional when the node gives that argument. A node that shares
    a layer has the ports of that layer.
    """
    own = step_ports(document, scope, node, wired)
    made = unrolling_of(document, node, own)
    if made is None:
        return own
    return Ports(unrolled_inputs(made, own.inputs), unrolled_outputs(made, own.outputs))


def unrolling_of(document: Document, node: Node, own: Ports) -> Unrolling | None:
    """How a node is stepped, if it is; ``own`` are the ports of one step."""
    layer = layer_of(node) if node.type not in document.blocks else None
    return unrolling(node, layer, [p.name for p in own.inputs], [p.name for p in own.outputs])


def step_ports(document: Document, scope: str, node: Node, wired: Iterable[str] = ()) -> Ports:
    """The ports of a node, and if it is stepped along an axis, those of one step."""
    if node.type in document.blocks:
        return _block_ports(document, node.type)
    layer = layer_of(node)
    if layer is None:
        return _unknown_ports(document, scope, node, wired)
    node = borrowed(document.scope(scope), node)
    spreads = any(port.variadic for port in (*layer.inputs, *layer.outputs))
    used = [*wired, *_used(document, scope, node.name)] if spreads else []
    inputs: list[Port] = []
    for port in layer.inputs:
        if port.variadic:
            inputs += _spread(port, _count(port.name, used), free=True)
        elif layer.argument(port.name) and node.arguments.get(port.name) is not None:
            inputs.append(Port(port.name, optional=True, doc=port.doc))
        else:
            inputs.append(port)
    return Ports(tuple(inputs), output_ports(layer, node.arguments, used))


def output_ports(
    layer: Layer, arguments: Mapping[str, Value], used: Iterable[str] = ()
) -> tuple[Port, ...]:
    """The outputs of a layer with these arguments, whose ports in ``used`` are wired."""
    used = list(used)
    outputs: list[Port] = []
    for port in layer.outputs:
        if port.when and not exists(layer, port, arguments):
            continue
        if port.variadic:
            count = _declared_count(layer, port, arguments, used)
            known = count is not None
            outputs += _spread(port, count or max(_count(port.name, used), 1), free=not known)
        else:
            outputs.append(port)
    return tuple(outputs)


def exists(layer: Layer, port: Port, arguments: Mapping[str, Value]) -> bool:
    """Whether the argument in the port's ``when`` is given (``not x``: is not given)."""
    if not port.when:
        return True
    name = port.when.removeprefix("not ")
    argument = layer.argument(name)
    default = argument.default if argument else None
    value = arguments.get(name, None if default is REQUIRED else default)
    return (value not in (None, False)) != port.when.startswith("not ")


def _declared_count(
    layer: Layer, port: Port, arguments: Mapping[str, Value], used: Iterable[str]
) -> int | None:
    """How many outputs the port's ``count`` promises; None where only running it tells."""
    counted = layer.input(port.count)
    if counted is not None:
        return _count(counted.name, used) or None
    argument = layer.argument(port.count)
    if argument is None:
        return None
    value = arguments.get(argument.name, argument.default)
    if isinstance(value, tuple):
        return len(value)
    is_count = argument.type == "int" and isinstance(value, int)  # torch.split: a size, no count
    return value if is_count and 0 < value < MAX_PORTS else None


def _used(document: Document, scope: str, name: str) -> list[str]:
    graph = document.scope(scope)
    if name not in graph:
        return []
    return [
        *(edge.target_port for edge in graph.in_edges(name)),
        *(edge.source_port for edge in graph.out_edges(name)),
    ]


def _count(stem: str, used: Iterable[str]) -> int:
    """One more than the highest index that is used of ``stem.0``, ``stem.1``, ..."""
    indices = [
        int(index)
        for name, _, index in (port.rpartition(".") for port in used)
        if name == stem and _is_index(index)
    ]
    return max(indices, default=-1) + 1


def _is_index(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 6 and int(text) < MAX_PORTS


def _spread(port: Port, count: int, *, free: bool) -> list[Port]:
    return [
        Port(f"{port.name}.{index}", optional=index >= max(count, 1), doc=port.doc)
        for index in range(count + free)
    ]


def _block_ports(document: Document, type_: str) -> Ports:
    inside = document.blocks[type_].graph.nodes
    return Ports(
        tuple(Port(node.name) for node in inside if node.type == "Input"),
        tuple(Port(node.name) for node in inside if node.type == "Output"),
    )


def _unknown_ports(document: Document, scope: str, node: Node, wired: Iterable[str]) -> Ports:
    graph = document.scope(scope)
    known = node.name in graph
    incoming = [edge.target_port for edge in graph.in_edges(node.name)] if known else []
    outgoing = [edge.source_port for edge in graph.out_edges(node.name)] if known else []
    return Ports(
        tuple(Port(n, optional=True) for n in dict.fromkeys([*incoming, *wired])) or UNKNOWN.inputs,
        tuple(Port(n) for n in dict.fromkeys(outgoing)) or UNKNOWN.outputs,
    )
