"""What the user's own code costs: the same questions as of any layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from graph.document import Node, Value
from graph.measuring import Given, Measured, measure
from graph.python.check import layer_for
from graph.python.files import PythonFiles
from graph.python.probing import UserBuilt
from graph.python.running import UserCodeError, running
from graph.python.source_file import PythonFileError


@dataclass(frozen=True)
class PythonCode:
    """What a Python node is made of, in the files as they were read."""

    files: PythonFiles
    node: Node

    @property
    def state(self) -> str:
        """Equal where the same would run."""
        said = {key: value for key, value in self.node.arguments.items() if key != "arguments"}
        return f"{said} {self.files.state(said.get('file'))}"


def measure_python(
    code: PythonCode, arguments: Mapping[str, Value], inputs: Mapping[str, Given], *, frozen: bool
) -> Measured | None:
    """One forward pass of trusted code, without data if possible; None where it does not run."""
    said = {**code.node.arguments, "arguments": arguments}
    name = str(said.get("name"))
    definition = code.files.definition(said.get("file"), name)
    if definition is None:
        return None
    layer = layer_for(definition, said)
    try:
        file = code.files.get(said["file"])
        build = partial(UserBuilt, file, name)
        with running(file, "running", name):
            return measure(layer, arguments, inputs, frozen=frozen, build=build) or measure(
                replace(layer, meta=False), arguments, inputs, frozen=frozen, build=build
            )
    except (UserCodeError, PythonFileError):
        return None
