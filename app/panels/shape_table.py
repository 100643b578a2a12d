"""Shapes in and out of one node, what it learns and what it costs, as rows of facts."""

from __future__ import annotations

from app.panels.fact_table import Fact, Heading
from app.words import short_count
from graph.analysis import NodeAnalysis, TensorType
from graph.sizes import format_shape


def shape_rows(node: NodeAnalysis | None) -> list[Heading | Fact]:
    """What is known of a node; nothing where nothing is."""
    if node is None:
        return []
    rows: list[Heading | Fact] = []
    for title, tensors in (("In", node.inputs), ("Out", node.outputs)):
        if tensors:
            rows.append(Heading(title))
            rows += [Fact(port, tensor_text(tensor)) for port, tensor in tensors.items()]
    if node.parameters:
        rows.append(Heading("Learns", f"{node.parameters:,} parameters"))
        rows += [Fact(name, format_shape(shape)) for name, shape in node.parameter_shapes.items()]
    if node.flops:
        rows.append(Heading("Cost", f"{short_count(node.flops)} FLOPs a sample"))
    return rows


def tensor_text(tensor: TensorType) -> str:
    """``[N, 1, 28, 28]``, with the dtype where it is not the usual one."""
    aside = "" if tensor.dtype == "float32" else f" {tensor.dtype}"
    return f"{format_shape(tensor.shape)}{aside}"
