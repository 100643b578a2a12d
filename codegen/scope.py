"""One graph of the document while it is lowered: what is known of it, and what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from codegen.attributes import attribute_names, class_name
from codegen.calling import Given
from codegen.imports import import_key
from codegen.live import LiveGraph
from codegen.program import (
    ClassArgument,
    ClassDefinition,
    Formula,
    Initializer,
    Operand,
    Series,
    Shape,
    Style,
    Value,
)
from graph.analysis import NodeAnalysis
from graph.catalog import Layer, output_ports
from graph.catalog.borrowed import borrowed
from graph.catalog.custom import PYTHON
from graph.document import Edge, Node
from graph.errors import LoweringError
from graph.phrases import later


@dataclass(frozen=True)
class BlockClass:
    """The class that a block became: its name, and its Inputs and Outputs in order.

    ``parameters`` has the name of its constructor argument for each argument of the block;
    ``lifted`` those that differ among its uses, with their values by the id of the use. One that
    is written where it is used has ``items`` instead.
    """

    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    parameters: Mapping[str, str]
    defaults: Mapping[str, Value]
    lifted: Mapping[str, Mapping[int, Value]]
    items: tuple[tuple[str, Initializer], ...] = ()  # where it stands in place of a class


@dataclass
class Scope:
    """One graph of the document with what is known about it, and the classes made of it."""

    live: LiveGraph
    analysis: Mapping[str, NodeAnalysis]
    style: Style
    class_names: set[str]
    classes: list[ClassDefinition] = field(default_factory=list)
    blocks: Mapping[str, BlockClass] = field(default_factory=dict)
    varying: frozenset[tuple[str, str]] = frozenset()  # outputs whose shapes differ among uses
    conditions: Mapping[str, Value] = field(default_factory=dict)  # of nodes that may be left out
    repeats: Mapping[str, Value] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)  # of repeated nodes that grow
    zeros: Mapping[str, Mapping[str, tuple[Value, ...]]] = field(default_factory=dict)  # of states
    arguments: Mapping[str, ClassArgument] = field(default_factory=dict)
    named: Mapping[tuple[str, str], Shape] = field(default_factory=dict)  # shapes of ``varying``
    imported: frozenset[str] = frozenset()  # names of the file that no variable may have
    starts: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)  # of parameters
    folder: Path | None = None  # of the project

    def __post_init__(self) -> None:
        nodes = [node.name for node in self.live.layers]
        self.names = attribute_names([*nodes, *(group.name for group in self.live.containers)])

    def name_class(self, wish: str) -> str:
        """A name for one more class; no argument of the class around it hides it there."""
        name = class_name(wish, self.class_names | self.arguments.keys())
        self.class_names.add(name)
        return name

    def layer(self, node: Node) -> Layer:
        layer = self.live.layer(node)
        if layer is None:
            raise LoweringError(
                later("{name}: there is no layer {type}", name=node.name, type=repr(node.type))
            )
        return replace(layer, type=import_key(node)) if node.type == PYTHON else layer

    def given(self, node: Node, operand: Callable[[Edge], Operand]) -> Given:
        """What reaches a node: its resolved arguments, and an operand for each wire."""
        inputs = {e.target_port: operand(e) for e in self.live.graph.in_edges(node.name)}
        layer, arguments = self.layer(node), self.known(node).arguments
        there = self.conditions.get(node.name, True) is not False
        built = there and self.live.owner(node.name) == node.name
        for name in layer.auto_arguments.keys() - arguments.keys() if built else ():
            raise LoweringError(
                later(
                    "{name}: {name_2} follows from the shape that arrives, which is not known",
                    name=node.name,
                    name_2=name,
                ),
                later("write {name}, or trust the Python file before it", name=name),
            )
        return Given(layer, arguments, inputs)

    def first_wire(self, node: Node) -> Edge:
        """The wire that goes through where a node is left out, and round where it is repeated."""
        wires = {edge.target_port: edge for edge in self.live.graph.in_edges(node.name)}
        return wires[next(iter(self.known(node).inputs))]

    def times(self, node: Node) -> Value:
        """How often a node stands there: not at all where it is left out."""
        times, when = self.repeats[node.name], self.conditions.get(node.name, True)
        if when is True:
            return times
        told = [part.text if isinstance(part, Formula) else str(part) for part in (times, when)]
        return Formula(f"({told[0]}) if {told[1]} else 0")

    def known(self, node: Node) -> NodeAnalysis:
        known = self.analysis.get(node.name)
        if known is None:
            raise LoweringError(
                later("{name}: nothing is known about what arrives here", name=node.name)
            )
        return known

    def outputs(self, node: Node) -> list[str]:
        """The outputs of a node in order; those it declares, where no shape is known."""
        known = list(self.known(node).outputs)
        if known or node.type in self.live.blocks:
            return known
        used = [edge.source_port for edge in self.live.graph.out_edges(node.name)]
        said = borrowed(self.live.graph, node).arguments
        return [port.name for port in output_ports(self.layer(node), said, used)]

    def shape(self, node: str, port: str) -> Shape | None:
        """Sizes as numbers and text; None where they are not known."""
        tensor = self.analysis[node].outputs.get(port) if node in self.analysis else None
        if tensor is None or (node, port) in self.varying:
            return self.named.get((node, port))
        return tuple(size if isinstance(size, int) else str(size) for size in tensor.shape)

    def shapes(self, keys: list[tuple[str, str]]) -> tuple[Shape, ...]:
        shapes = [self.shape(*key) for key in keys]
        return tuple(shape for shape in shapes if shape is not None)
