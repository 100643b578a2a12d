"""Shapes in and out of one node, what it learns and what it costs, as rows of facts."""

from __future__ import annotations

from app.panels.fact_table import Fact, Heading
from app.translating import tr
from app.words import amount, count, parameters, short_count
from graph.analysis import NodeAnalysis, TensorType
from graph.costs import Cost
from graph.sizes import Size, format_shape


def shape_rows(
    node: NodeAnalysis | None, cost: Cost | None = None, basis: str = "", key: str = ""
) -> list[Heading | Fact]:
    """What is known of a node; nothing where nothing is. ``basis`` is what the cost is for.

    ``key`` is where its names begin in ``state_dict``, "" where it has none there.
    """
    if node is None:
        return []
    words = copies_words(node)
    rows: list[Heading | Fact] = [Heading(tr("Repeated"), words)] if words else []
    for title, tensors in ((tr("In"), node.inputs), (tr("Out"), node.outputs)):
        if tensors:
            rows.append(Heading(title))
            rows += [Fact(port, tensor_text(tensor)) for port, tensor in tensors.items()]
    if node.parameters:
        rows.append(Heading(tr("Learns"), parameters(node.parameters)))
        rows += [Fact(name, format_shape(shape)) for name, shape in node.parameter_shapes.items()]
    rows += cost_rows(cost, basis) if cost is not None else []
    return [*rows, Heading(tr("In state_dict"), key)] if key else rows


def copies_words(node: NodeAnalysis) -> str:
    """``6 copies, 64 → 256 channels``: how a repeated layer grows; nothing where it is one."""
    times = node.repeat or 0
    if times < 2 or not (node.inputs and node.outputs):
        return ""
    first, last = next(iter(node.inputs.values())).shape, next(iter(node.outputs.values())).shape
    if first == last:
        return tr("{n} copies, all alike", n=times)
    axes = [
        axis for axis, (size, then) in enumerate(zip(first, last, strict=False)) if size != then
    ]
    if len(axes) != 1 or len(first) != len(last):
        words = tr("{n} copies, {first} → {last}", n=times)
        return words.format(first=format_shape(first), last=format_shape(last))
    [axis] = axes
    words = tr("{n} copies, {first} → {last}", n=times)
    if axis == len(first) - 1:
        words = tr("{n} copies, {first} → {last} features", n=times)
    elif axis == 1:
        words = tr("{n} copies, {first} → {last} channels", n=times)
    return words.format(first=_size(first[axis]), last=_size(last[axis]))


def _size(size: Size) -> str:
    return count(size) if isinstance(size, int) else str(size)


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
