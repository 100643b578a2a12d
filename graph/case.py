"""One refusal of PyTorch's, with all that is known around it, and the words for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.analysis import TensorType
from graph.catalog import CATALOG
from graph.catalog.layer import Layer
from graph.document import Edge, Graph, Node, Value
from graph.edits import AddNode, Batch, Edit, SetArgument
from graph.infer import Inference, Refusal
from graph.inserting import insert_edits
from graph.names import fresh_name
from graph.phrases import later, listed
from graph.problems import Fix, Problem

Inputs = Mapping[str, TensorType]
Arguments = Mapping[str, Value]

#: Runs a layer of a type with other arguments or inputs, to see whether it would work then.
Try = Callable[[str, Arguments, Inputs], Inference]


@dataclass(frozen=True)
class Case:
    """One refusal, with all that is known around it."""

    graph: Graph
    scope: str
    node: Node
    layer: Layer
    said: Arguments
    inputs: Inputs
    wires: Mapping[str, Edge]  # by the port at which they end
    refusal: Refusal
    attempt: Try

    def works(self, said: Arguments | None = None, inputs: Inputs | None = None) -> bool:
        """Whether the layer would run with other arguments or inputs."""
        tried = self.attempt(
            self.layer.type,
            self.said if said is None else said,
            self.inputs if inputs is None else inputs,
        )
        return tried.refusal is None

    def source(self, port: str) -> str:
        return self.wires[port].source if port in self.wires else port

    def set_(self, argument: str, value: Value, label: str = "", *, safe: bool = False) -> Fix:
        shown = list(value) if isinstance(value, tuple) else value
        edit = SetArgument(self.node.name, argument, value, self.scope)
        return Fix(
            label or later("Set {argument} to {shown}", argument=argument, shown=shown), edit, safe
        )

    def problem(self, code: str, message: str, port: str = "", *fixes: Fix) -> Problem:
        text = later("{name}: {words}", name=self.node.name, words=message)
        return Problem("error", code, text, self.node.name, port, self.scope, fixes)


def arrives(case: Case, port: str) -> str:
    return (
        later("{tensor} arrives from {source}", tensor=case.inputs[port], source=case.source(port))
        if port in case.inputs
        else ""
    )


def what_arrives(case: Case) -> str:
    parts = [
        later("{tensor} from {source}", tensor=tensor, source=case.source(port))
        for port, tensor in case.inputs.items()
    ]
    return listed(parts[:4]) if parts else later("nothing")


def arriving(case: Case) -> str:
    what = what_arrives(case)
    if len(case.inputs) > 1:
        return later("{tensors} arrive", tensors=what)
    return later("{tensor} arrives", tensor=what)


def axis_words(index: int, axes: int) -> str:
    place = index + axes if index < 0 else index
    return later("the last axis") if place == axes - 1 else later("axis {place}", place=place)


def first_sentence(text: str) -> str:
    """What PyTorch said, without its addresses, its class names and its second thoughts."""
    line = next(
        (line.strip() for line in text.splitlines() if line.strip()), later("it gives no reason")
    )
    line = re.sub(r"torch\.Size\((\[.*?\])\)", r"\1", line)
    line = re.sub(r"Meta\w*Type\{(.*?)\}", r"\1", line)
    line = re.sub(r"<[^<>]* at 0x\w+>", "another number of", line)
    line = re.sub(r"^(?:Input )?\w*(?:Error|Exception): *", "", line)
    line = re.sub(r"^[\w.]+(?:\([\w ]*\))?: ", "", line)
    line = re.split(r"(?<!i\.e)\. |\bi\.e\.", re.sub(r"\s+", " ", line))[0]
    return f"{line[:200].rstrip('. !')}."


def insert(case: Case, edge: Edge, type_: str, output: str) -> Edit:
    """Put a new node of a type into a wire."""
    layer = CATALOG[type_]
    name = fresh_name(type_, case.graph)
    ends = [case.graph.position(edge.source), case.graph.position(edge.target)]
    places = [place for place in ends if place is not None]
    position = None
    if len(places) == 2:
        position = ((places[0][0] + places[1][0]) / 2, (places[0][1] + places[1][1]) / 2)
    edits = (
        AddNode(Node(name, type_, layer.start_arguments), position, scope=case.scope),
        *insert_edits(case.scope, edge, name, layer.inputs[0].name, output),
    )
    return Batch(edits, label=later("Insert {type}", type=type_))
