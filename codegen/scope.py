"""One graph of the document while it is lowered: what is known of it, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from codegen.attributes import attribute_names
from codegen.calling import Given
from codegen.live import LiveGraph
from codegen.program import ClassDefinition, Operand, Shape, Style
from graph.analysis import NodeAnalysis
from graph.catalog import CATALOG, Layer
from graph.document import Edge, Node
from graph.errors import LoweringError


@dataclass
class Scope:
    """One graph of the document with what is known about it, and the classes made of it."""

    live: LiveGraph
    analysis: Mapping[str, NodeAnalysis]
    style: Style
    class_names: set[str]
    classes: list[ClassDefinition] = field(default_factory=list)

    def __post_init__(self) -> None:
        nodes = [node.name for node in self.live.layers]
        self.names = attribute_names([*nodes, *self.live.graph.groups])

    def layer(self, node: Node) -> Layer:
        layer = CATALOG.get(node.type)
        if layer is None:
            raise LoweringError(f"{node.name}: there is no layer {node.type!r}")
        return layer

    def given(self, node: Node, operand: Callable[[Edge], Operand]) -> Given:
        """What reaches a node: its resolved arguments, and an operand for each wire."""
        inputs = {e.target_port: operand(e) for e in self.live.graph.in_edges(node.name)}
        return Given(self.layer(node), self.known(node).arguments, inputs)

    def known(self, node: Node) -> NodeAnalysis:
        known = self.analysis.get(node.name)
        if known is None:
            raise LoweringError(f"{node.name}: nothing is known about what arrives here")
        return known

    def shape(self, node: str, port: str) -> Shape | None:
        """Sizes as numbers and text; None where they are not known."""
        tensor = self.analysis[node].outputs.get(port) if node in self.analysis else None
        if tensor is None:
            return None
        return tuple(size if isinstance(size, int) else str(size) for size in tensor.shape)

    def shapes(self, keys: list[tuple[str, str]]) -> tuple[Shape, ...]:
        shapes = [self.shape(*key) for key in keys]
        return tuple(shape for shape in shapes if shape is not None)
