"""Shapes in and out of one node, what it learns and what it costs, as rows of facts."""

from __future__ import annotations

from app.panels.fact_table import Fact, Heading
from app.translating import tr
from app.words import amount, count, parameters, short_count
from graph.analysis import NodeAnalysis, TensorType
from graph.costs import Cost
from graph.sizes import format_shape


def shape_rows(
    node: NodeAnalysis | None, cost: Cost | None = None, basis: str = "", key: str = ""
) -> list[Heading | Fact]:
    """What is known of a node; nothing where nothing is. ``basis`` is what the cost is for.

    ``key`` is where its names begin in ``state_dict``, "" where it has none there.
    """
    if node is None:
        return []
    rows: list[Heading | Fact] = []
    for title, tensors in ((tr("In"), node.inputs), (tr("Out"), node.outputs)):
        if tensors:
            rows.append(Heading(title))
            rows += [Fact(port, tensor_text(tensor)) for port, tensor in tensors.items()]
    if node.parameters:
        rows.append(Heading(tr("Learns"), parameters(node.parameters)))
        rows += [Fact(name, format_shape(shape)) for name, shape in node.parameter_shapes.items()]
    rows += cost_rows(cost, basis) if cost is not None else []
    return [*rows, Heading(tr("In state_dict"), key)] if key else rows


def cost_rows(cost: Cost, basis: str) -> list[Heading | Fact]:
    """Operations, memory for the backward pass and buffers, as far as there are any."""
    rows = [Fact("FLOPs", tr("not known"))] if cost.flops is None else []
    rows += [Fact("FLOPs", short_count(cost.flops))] if cost.flops else []
    rows += [Fact(tr("activations"), amount(cost.activations))] if cost.activations else []
    rows += [Fact(tr("buffers"), count(cost.buffers))] if cost.buffers else []
    return [Heading(tr("Costs"), tr("for {basis}").format(basis=tr(basis))), *rows] if rows else []


def tensor_text(tensor: TensorType) -> str:
    """``[N, 1, 28, 28]``, with the dtype where it is not the usual one."""
    aside = "" if tensor.dtype == "float32" else f" {tensor.dtype}"
    return f"{format_shape(tensor.shape)}{aside}"
