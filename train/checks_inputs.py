"""Whether the data fits the Input nodes: how many there are, their shapes and types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.edits import SetArgument, SetTraining
from graph.phrases import later
from graph.problems import Fix, Problem
from train.checks_sizes import fits, shape_text, size_of, titled
from train.data import DataDescription, Field

if TYPE_CHECKING:
    from graph.analysis import Analysis, TensorType
    from graph.document import Document


def check_inputs(
    document: Document, analysis: Analysis, data: DataDescription
) -> Iterator[Problem]:
    """Whether the Input nodes take what the data gives."""
    inputs = [node for node in document.graph.nodes if node.type == "Input"]
    if len(inputs) != len(data.inputs):
        yield Problem(
            "error",
            "data-inputs",
            later(
                "the data gives {count}, but the network has {count_2}",
                count=later("{n} inputs", one="{n} input", n=len(data.inputs)),
                count_2=later("{n} Input nodes", one="{n} Input node", n=len(inputs)),
            ),
        )
        return
    for node, field in zip(inputs, data.inputs, strict=True):
        known = analysis.nodes.get(node.name)
        tensor = known.outputs.get("output") if known else None
        if tensor is not None:
            yield from _check_input(data, node.name, tensor, field)


def _check_input(
    data: DataDescription, name: str, tensor: TensorType, field: Field
) -> Iterator[Problem]:
    first = tensor.shape[0] if tensor.shape else None
    batch = first if first is not None and not isinstance(first, int) else "N"
    shape = (str(batch), *field.shape)
    shaping = SetArgument(name, "shape", shape)
    if not fits(tensor.shape[1:], field.shape) or isinstance(first, int) or first is None:
        fixes = [Fix(later("Set shape to [{sizes}]", sizes=", ".join(map(str, shape))), shaping)]
        flat = len(tensor.shape) == 2 and tensor.shape[1] == size_of(field.shape)
        if flat and len(field.shape) > 1 and not isinstance(first, int):
            flatten = SetTraining(("data", "flatten"), True)
            fixes.append(Fix("Flatten the data", flatten))
        yield Problem(
            "error",
            "data-shape",
            later(
                "{name}: the data {title} has samples of shape {shape}, but this input "
                "takes {tensor}",
                name=name,
                title=titled(data),
                shape=shape_text(field.shape),
                tensor=tensor,
            ),
            node=name,
            port="output",
            fixes=tuple(fixes),
        )
    if tensor.dtype != field.dtype:
        typing = SetArgument(name, "dtype", field.dtype)
        yield Problem(
            "error",
            "data-dtype",
            later(
                "{name}: the data {title} is {dtype}, but this input takes {dtype_2}",
                name=name,
                title=titled(data),
                dtype=field.dtype,
                dtype_2=tensor.dtype,
            ),
            node=name,
            port="output",
            fixes=(Fix(later("Set dtype to {dtype}", dtype=field.dtype), typing),),
        )
