"""Whether a layer would run with one wire more, asked while that wire is still being dragged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from graph.analysis import NodeAnalysis, TensorType
from graph.case import Try
from graph.document import Document, Edge
from graph.flow import Flow
from graph.problems import Problem
from graph.visit import Checked, explained, visit


class Sight(NamedTuple):
    """What is known of the scope that the wire is in, and who answers for PyTorch."""

    nodes: Mapping[str, NodeAnalysis]
    flow: Flow
    ask: Try


def refusal(
    document: Document, scope: str, edge: Edge, checked: Checked, sight: Sight
) -> Problem | None:
    """Why the target of ``edge``, as it was ``checked``, would not run if that were there.

    None where it would, and where nobody can tell yet.
    """
    nodes, flow, ask = sight
    source = nodes.get(edge.source)
    tensor = source.outputs.get(edge.source_port) if source else None
    if tensor is None or checked.layer is None or checked.node.type == "Output":
        return None
    entering = tuple(e for e in flow.entering[edge.target] if e != edge)
    if set(checked.missing) - {edge.target_port} or checked.problems:
        return None
    arriving: dict[str, TensorType] = {}
    for e in flow.entering[edge.target]:
        known = nodes[e.source].outputs.get(e.source_port) if e.source in nodes else None
        if known is None:
            return None
        arriving[e.target_port] = known
    inputs = _in_order(checked, {**arriving, edge.target_port: tensor})
    tried = visit(replace(checked, sound=True, missing=()), inputs, ask)
    if tried.refusal is None:
        return None
    return explained(document, scope, checked, tried, (*entering, edge), ask)[0]


def _in_order(checked: Checked, inputs: Mapping[str, TensorType]) -> dict[str, TensorType]:
    order = [port.name for port in checked.ports.inputs]
    known = {port: inputs[port] for port in order if port in inputs}
    return {**known, **{port: tensor for port, tensor in inputs.items() if port not in known}}
