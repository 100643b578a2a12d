"""Making a node of something that a Python file defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.catalog.custom import declared_layer, own_arguments
from graph.document import UNSET, Graph, Node, Value
from graph.edits import Batch, Connect, Disconnect, Edit, SetArgument
from graph.phrases import later
from graph.python.outline import Definition, OutlineError, outline
from graph.python.source_file import PythonFile, PythonFileError

#: A file to begin with.
TEMPLATE = '''\
import torch
from torch import nn


class MyLayer(nn.Module):
    """Multiplies what arrives by a learned number."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.scale * x
'''


def usable(file: PythonFile) -> Mapping[str, Definition]:
    """What a node may be made of, in the order of the file; nothing of a file that is no Python."""
    try:
        found = outline(file.text)
    except OutlineError:
        return {}
    return {
        name: definition
        for name, definition in found.items()
        if definition.kind != "other" and not name.startswith("_")
    }


def choose_file(graph: Graph, node: Node, scope: str, file: PythonFile) -> Edit:
    """The edit that makes a node of a file: of what it is named after there, or of the first.

    Raises: PythonFileError, if there is nothing in the file that a node can be made of.
    """
    known = usable(file)
    if not known:
        raise PythonFileError(
            later("{name} defines no class and no function for a node", name=file.name)
        )
    name = str(node.arguments.get("name"))
    definition = known.get(name) or next(iter(known.values()))
    edits = [SetArgument(node.name, "file", file.name, scope)]
    named = _named(graph, node, scope, definition)
    return Batch((*edits, *named), label=later("Choose {name}", name=file.name))


def choose_name(graph: Graph, node: Node, scope: str, definition: Definition) -> Edit:
    """The edit that makes a node of another class or function of its file."""
    return Batch(
        tuple(_named(graph, node, scope, definition)),
        label=later("Choose {name}", name=definition.name),
    )


def set_ports(graph: Graph, node: Node, scope: str, key: str, names: Value) -> Edit:
    """The edit that says what the inputs or outputs are called; wires follow, one by one."""
    edits = _with_ports(graph, node, scope, {key: names})
    return Batch(tuple(edits), label=later("Set {name}", name=key))


def _with_ports(
    graph: Graph, node: Node, scope: str, wanted: Mapping[str, Value]
) -> Iterator[Edit]:
    """Set what a node says, and let each wire keep its place among the ports.

    A port that is still called as before keeps its wires; a place that is gone leaves them loose.
    """
    said = {**node.arguments, **wanted}
    after = declared_layer({key: value for key, value in said.items() if value is not UNSET})
    before = declared_layer(node.arguments)
    into = _renamed([p.name for p in before.inputs], [p.name for p in after.inputs])
    out = _renamed([p.name for p in before.outputs], [p.name for p in after.outputs])
    wires = []
    for edge in graph.edges_of(node.name):
        moved = edge
        if edge.target == node.name and edge.target_port in into:
            moved = replace(moved, target_port=into[edge.target_port])
        if edge.source == node.name and edge.source_port in out:
            moved = replace(moved, source_port=out[edge.source_port])
        if moved != edge:
            wires.append((edge, moved))
    yield from (Disconnect(edge, scope) for edge, _ in wires)
    yield from (
        SetArgument(node.name, key, value, scope)
        for key, value in wanted.items()
        if node.arguments.get(key, UNSET) != value
    )
    yield from (Connect(moved, scope) for _, moved in wires)


def _renamed(before: list[str], after: list[str]) -> dict[str, str]:
    """Where wires of ports that are gone go: to the port in the same place, if it is new."""
    pairs = zip(before, after, strict=False)
    return {old: new for old, new in pairs if old not in after and new not in before}


def _named(graph: Graph, node: Node, scope: str, definition: Definition) -> list[Edit]:
    """The name, and the ports and arguments that its signature has."""
    said = node.arguments
    inputs = definition.input_names or ("input",)
    outputs = _outputs(said.get("outputs"), definition)
    names = {parameter.name for parameter in definition.arguments}
    kept = {
        name: value
        for name, value in own_arguments(said).items()
        if name in names or definition.open_arguments
    }
    wanted: dict[str, Value] = {
        "name": definition.name,
        "inputs": inputs,
        "outputs": outputs,
        "arguments": kept or UNSET,
    }
    return list(_with_ports(graph, node, scope, wanted))


def _outputs(said: Value, definition: Definition) -> Value:
    """As many names as its returns give, where that can be read."""
    count = definition.outputs or 1
    if isinstance(said, tuple) and len(said) == count:
        return said
    return UNSET if count == 1 else tuple(f"output_{number}" for number in range(1, count + 1))
