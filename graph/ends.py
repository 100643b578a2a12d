"""Inputs, outputs and tensors of the network's own: where there is nothing to ask PyTorch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.analysis import NodeAnalysis, TensorType
from graph.document import Node, Value
from graph.sizes import parse_size, symbols_of


def end(node: Node, said: Mapping[str, Value], inputs: Mapping[str, TensorType]) -> NodeAnalysis:
    """What is known of such a node, by what it says and what arrives."""
    if node.type == "Output":
        return NodeAnalysis(node.type, inputs, arguments=said)
    dtype = str(said.get("dtype", "float32"))
    if node.type == "Constant":
        shape: tuple[Value, ...] = _array_shape(said.get("value", 0.0))
    else:
        shape = tuple(said.get("shape", ()))
    tensor = TensorType(tuple(parse_size(size) for size in shape), dtype)
    learned = node.type == "Parameter"
    count = 1
    for size in tensor.shape:
        count *= size if isinstance(size, int) else 1
    return NodeAnalysis(
        node.type,
        outputs={"output": tensor},
        arguments={"shape": shape, "dtype": dtype} if node.type != "Constant" else said,
        parameters=count if learned else 0,
        buffers=count if node.type in ("Buffer", "Constant") else 0,
        parameter_shapes={"": tuple(map(int, shape))} if learned else {},
    )


def _array_shape(value: Value) -> tuple[int, ...]:
    shape = []
    while isinstance(value, tuple) and value:
        shape.append(len(value))
        value = value[0]
    return tuple(shape)


def batch_symbols(types: Iterable[TensorType]) -> frozenset[str]:
    """``N``, and whatever stands first in the shape of an Input."""
    return frozenset({"N"}).union(*(symbols_of(tensor.shape[:1]) for tensor in types))
