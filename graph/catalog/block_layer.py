"""A block of the project as a layer like those of the catalog, for lists of what can be added."""

from __future__ import annotations

from graph.block_signature import signature
from graph.catalog.layer import Layer, Port
from graph.document import Block


def block_layer(block: Block) -> Layer:
    """Its name, its note, its arguments and its ports."""
    inside = block.graph.nodes
    return Layer(
        block.name,
        "block",
        "block",
        summary=block.note.partition("\n")[0] or "A block of this project.",
        arguments=signature(block),
        inputs=tuple(Port(node.name) for node in inside if node.type == "Input"),
        outputs=tuple(Port(node.name) for node in inside if node.type == "Output"),
    )
