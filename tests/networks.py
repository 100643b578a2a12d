"""Random networks over the whole catalog, grown layer by layer; most run, some do not.

Strategies
    networks()              without errors: every layer there is may stand in one
    flawed_networks()       the same after a few edits that may have broken them

``tensors(document, batch)`` are real inputs for one; ``run(document, inputs)`` is what PyTorch
gives at every port of every node, computed without the analysis' help.
"""

from __future__ import annotations

from typing import Any

import torch
from hypothesis import assume
from hypothesis import strategies as st

from graph.analysis import TensorType
from graph.catalog import CATALOG, Argument, Layer
from graph.catalog.build import DTYPES, call, construct
from graph.document import Change, Document, Edge, Node
from graph.edits import (
    AddNode,
    Batch,
    Connect,
    Disconnect,
    Edit,
    RemoveNode,
    RenameNode,
    ReplaceNode,
    SetArgument,
)
from graph.names import fresh_name
from graph.shapes import Analyst
from graph.sizes import symbol
from graph.visit import Memory

LAYERS = [
    layer
    for layer in CATALOG.layers()
    if layer.kind in ("module", "loss", "function", "method") and layer.meta
]


def picky(layer: Layer, port: str) -> bool:
    """Whether a layer may refuse numbers for what they are: indices, probabilities, lengths."""
    sample = layer.samples.get(port)
    return sample is not None and (sample.high is not None or sample.dtype == "int64")


#: Layers that take any numbers whatever.
EASY = [layer for layer in LAYERS if not any(picky(layer, port) for port in layer.samples)]

#: Shared by all, for PyTorch gives the same answer twice.
MEMORY = Memory()


class Garden:
    """A document that grows, and the analyst that tells whether it still runs."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.document = Document("Drawn")
        self.changes: list[Change] = []
        self.document.observe(self.changes.append)
        self.analyst = Analyst(self.document, MEMORY)

    def apply(self, edit: Edit) -> Edit:
        inverse = self.document.apply(edit)
        for change in self.changes:
            self.analyst.update(change)
        self.changes.clear()
        return inverse

    def add_layer(self) -> None:
        """A layer with start values, some of them changed, fed by what fits, or by an Input."""
        layer = self.draw(st.sampled_from(LAYERS))
        arguments = dict(layer.start_arguments)
        if self.draw(st.booleans()):
            arguments |= self._other_argument(layer)
        edits: list[Edit] = []
        name = f"n{len(self.document.graph)}"
        edits.append(AddNode(Node(name, layer.type, arguments)))
        for port, sample in layer.samples.items():
            tensor = TensorType((symbol("N"), *sample.shape[1:]), sample.dtype)
            source = None if picky(layer, port) else self._source(tensor)
            if source is None:
                source = (f"{name}_{port.replace('.', '_')}", "output")
                shape = tuple(str(s) if not isinstance(s, int) else s for s in tensor.shape)
                given = {"shape": shape, "dtype": tensor.dtype}
                edits.append(AddNode(Node(source[0], "Input", given)))
            edits.append(Connect(Edge(*source, name, port)))
        inverse = self.apply(Batch(tuple(edits)))
        if any(p.node == name and p.severity == "error" for p in self.analyst.analysis.problems):
            self.apply(inverse)

    def _source(self, wanted: TensorType) -> tuple[str, str] | None:
        """An output of the same number of axes and dtype: it need not fit otherwise."""
        fitting = [
            (name, port)
            for name, node in self.analyst.analysis.nodes.items()
            for port, tensor in node.outputs.items()
            if len(tensor.shape) == len(wanted.shape) and tensor.dtype == wanted.dtype
        ]
        same = [
            (name, port)
            for name, port in fitting
            if self.analyst.analysis.nodes[name].outputs[port] == wanted
        ]
        choices = [None, *same[-4:], *fitting[-3:]]
        return self.draw(st.sampled_from(choices)) if fitting else None

    def _other_argument(self, layer: Layer) -> dict[str, Any]:
        if not layer.arguments:
            return {}
        argument = self.draw(st.sampled_from(layer.arguments))
        value = self.draw(values(argument))
        return {} if value is None else {argument.name: value}

    def add_outputs(self) -> None:
        graph = self.document.graph
        for name in list(graph.names):
            node = self.analyst.analysis.nodes.get(name)
            if node and node.outputs and not graph.out_edges(name):
                for port in node.outputs:
                    output = f"y{len(graph)}"
                    edits = (
                        AddNode(Node(output, "Output")),
                        Connect(Edge(name, port, output, "input")),
                    )
                    self.apply(Batch(edits))

    def spoil(self) -> None:
        """One edit of any kind, sensible or not."""
        graph = self.document.graph
        if not len(graph):
            return
        name = self.draw(st.sampled_from(graph.names))
        other = self.draw(st.sampled_from(graph.names))
        layer = CATALOG.get(graph.node(name).type)
        ports = [port.name for port in layer.inputs] if layer else []
        edits: list[Edit] = [RemoveNode(name), RenameNode(name, fresh_name("Linear", graph))]
        if graph.edges:
            edits.append(Disconnect(self.draw(st.sampled_from(graph.edges))))
        if layer and layer.arguments:
            argument = self.draw(st.sampled_from(layer.arguments))
            edits += [SetArgument(name, argument.name, self.draw(values(argument)))] * 3
        edge = Edge(other, "output", name, self.draw(st.sampled_from([*ports, "input"])))
        if not graph.has_edge(edge) and not (layer and picky(layer, edge.target_port)):
            edits.append(Connect(edge))
        if layer and not any(picky(layer, port) for port in layer.samples):
            type_ = self.draw(st.sampled_from(EASY)).type
            edits.append(ReplaceNode(Node(name, type_, CATALOG[type_].start_arguments)))
        self.apply(self.draw(st.sampled_from(edits)))


def values(argument: Argument) -> st.SearchStrategy[Any]:
    """Values of the argument's type, near the edges of what is allowed and beyond."""
    small = st.integers(-2, 9)
    by_type: dict[str, st.SearchStrategy[Any]] = {
        "int": small,
        "float": st.sampled_from([0.0, 0.5, 1.0, -1.0, 2.5]),
        "bool": st.booleans(),
        "choice": st.sampled_from(argument.choices or ("",)),
        "str": st.sampled_from(argument.choices or ("", "x")),
        "size": st.one_of(
            small, st.tuples(small, small), st.sampled_from(argument.choices or (1,))
        ),
        "ints": st.lists(small, max_size=4).map(tuple),
        "floats": st.sampled_from([1.0, 2.0, (1.0, 2.0)]),
        "dtype": st.sampled_from(["float32", "float64", "int64", "bool"]),
    }
    return st.one_of(by_type.get(argument.type, st.none()), st.just(argument.start))


@st.composite
def networks(draw: st.DrawFn, most: int = 6) -> Document:
    """A document that the analysis finds no error in."""
    garden = Garden(draw)
    for _ in range(draw(st.integers(1, most))):
        garden.add_layer()
    assume(len(garden.document.graph))
    garden.add_outputs()
    return garden.document


@st.composite
def flawed_networks(draw: st.DrawFn, most: int = 5) -> Document:
    """A document that may have any error that edits can bring about."""
    garden = Garden(draw)
    for _ in range(draw(st.integers(1, most))):
        garden.add_layer()
    garden.add_outputs()
    for _ in range(draw(st.integers(0, 3))):
        garden.spoil()
    return garden.document


def tensors(document: Document, batch: int, others: int = 24) -> dict[str, torch.Tensor]:
    """A real tensor for every Input of a document."""
    found = {}
    for node in document.graph.nodes:
        if node.type == "Input":
            shape = [
                size if isinstance(size, int) else batch if size == "N" else others
                for size in node.arguments["shape"]
            ]
            dtype = DTYPES[node.arguments.get("dtype", "float32")]
            if dtype.is_floating_point:
                found[node.name] = torch.rand(shape, dtype=dtype)
            else:
                found[node.name] = torch.zeros(shape, dtype=dtype)
    return found


def run(
    document: Document, arguments: dict[str, dict[str, Any]], inputs: dict[str, torch.Tensor]
) -> dict[tuple[str, str], torch.Tensor]:
    """Every output of every node, by PyTorch on real tensors; ``arguments`` are resolved."""
    graph = document.graph
    known = {(name, "output"): tensor for name, tensor in inputs.items()}
    waiting = [node for node in graph.nodes if node.type not in ("Input", "Output")]
    while waiting:
        ready = [
            node
            for node in waiting
            if all((e.source, e.source_port) in known for e in graph.in_edges(node.name))
        ]
        if not ready:
            raise RuntimeError("a cycle")
        for node in ready:
            waiting.remove(node)
            layer = CATALOG[node.type]
            given = {
                e.target_port: known[e.source, e.source_port] for e in graph.in_edges(node.name)
            }
            said = arguments[node.name]
            result = call(layer, construct(layer, said), given, said)
            known |= {(node.name, port): tensor for port, tensor in result.items()}
    return known
