"""What may be added to a graph: the layers of the catalog, and the project's blocks."""

from __future__ import annotations

from collections.abc import Iterable

from graph.analysis import TensorType
from graph.block_signature import signature
from graph.catalog import CATALOG, Layer
from graph.catalog.layer import Port
from graph.document import Block, Document
from graph.phrases import later
from graph.uses import why_recursive

_FLOATS = ("float", "bfloat", "complex")


def addable(document: Document, scope: str) -> list[Layer]:
    """Everything that may stand in ``scope``; blocks first, but none that would have no end."""
    blocks = document.blocks.values()
    ours = [_layer_of(b) for b in blocks if not why_recursive(document, scope, b.name)]
    return [*ours, *CATALOG.layers()]


def by_likelihood(layers: Iterable[Layer], tensor: TensorType) -> list[Layer]:
    """Layers in the order in which they may be wanted for a tensor.

    First those that need no other input, and of them those made for as many axes and for such
    numbers, which their samples tell, the common ones before.
    """

    def unlikely(layer: Layer) -> tuple[bool, bool, bool, bool]:
        needed = [port for port in layer.inputs if not port.optional]
        sample = next(iter(layer.samples.values()), None)
        fits = sample is not None and _is_float(sample.dtype) == _is_float(tensor.dtype)
        axes = sample is not None and len(sample.shape) == len(tensor.shape)
        several = len(needed) > 1 or (bool(needed) and needed[0].variadic)
        return several or layer.kind == "loss", not fits, not layer.common, not axes

    return sorted(layers, key=unlikely)


def _is_float(dtype: str) -> bool:
    return dtype.startswith(_FLOATS)


def _layer_of(block: Block) -> Layer:
    """A block as a layer like those of the catalog: its note, its arguments, its ports."""
    inside = block.graph.nodes
    return Layer(
        block.name,
        "block",
        "block",
        summary=block.note.partition("\n")[0] or later("A block of this project."),
        arguments=signature(block),
        inputs=tuple(Port(node.name) for node in inside if node.type == "Input"),
        outputs=tuple(Port(node.name) for node in inside if node.type == "Output"),
    )
