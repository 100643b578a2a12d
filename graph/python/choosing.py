"""Making a node of something that a Python file defines."""

from __future__ import annotations

from collections.abc import Mapping

from graph.catalog.custom import own_arguments
from graph.document import UNSET, Node, Value
from graph.edits import Batch, Edit, SetArgument
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


def choose_file(node: Node, scope: str, file: PythonFile) -> Edit:
    """The edit that makes a node of a file: of what it is named after there, or of the first.

    Raises: PythonFileError, if there is nothing in the file that a node can be made of.
    """
    known = usable(file)
    if not known:
        raise PythonFileError(f"{file.name} defines no class and no function for a node")
    name = str(node.arguments.get("name"))
    definition = known.get(name) or next(iter(known.values()))
    edits = [SetArgument(node.name, "file", file.name, scope)]
    return Batch((*edits, *_named(node, scope, definition)), label=f"Choose {file.name}")


def choose_name(node: Node, scope: str, definition: Definition) -> Edit:
    """The edit that makes a node of another class or function of its file."""
    return Batch(tuple(_named(node, scope, definition)), label=f"Choose {definition.name}")


def _named(node: Node, scope: str, definition: Definition) -> list[Edit]:
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
    return [
        SetArgument(node.name, key, value, scope)
        for key, value in wanted.items()
        if said.get(key, UNSET) != value
    ]


def _outputs(said: Value, definition: Definition) -> Value:
    """As many names as its returns give, where that can be read."""
    count = definition.outputs or 1
    if isinstance(said, tuple) and len(said) == count:
        return said
    return UNSET if count == 1 else tuple(f"output_{number}" for number in range(1, count + 1))
