"""A document without errors becomes a program."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.attributes import class_name, input_names
from codegen.block_uses import Use, Uses
from codegen.formulas import types_in
from codegen.imports import Imports
from codegen.live import LiveGraph
from codegen.lower_blocks import BlockLowering
from codegen.lower_class import ClassLowering
from codegen.lower_rules import lower_rules
from codegen.naming import value_key
from codegen.program import ClassDefinition, Input, Program, Style
from codegen.scope import Scope
from graph.analysis import Analysis
from graph.document import Document, Node, Value
from graph.errors import LoweringError
from graph.phrases import later
from graph.style import style_of


def lower(document: Document, analysis: Analysis) -> Program:
    """Return the program that ``document`` describes, its classes in an order that can be run.

    Raises: LoweringError, if the analysis found an error, or the network gives no output.
    """
    if analysis.errors:
        raise LoweringError(analysis.errors[0].message)  # which says what to do, as fixes
    if not any(node.type == "Output" for node in document.graph.nodes):
        raise LoweringError("the network has no Output", "add an Output and wire it")
    live = LiveGraph(document.graph, document.blocks, analysis.python)
    name = class_name(document.name, document.blocks)
    style = read_style(document.style)
    imports = Imports(document, analysis.python, {name, *document.blocks})
    blocks = BlockLowering(document, style, {name, *imports.names}, imports.names, analysis.python)
    blocks.lower(live, analysis)
    uses = Uses(live, [Use(analysis.nodes)], {}, blocks.known, frozenset())
    scope = blocks.scope(live, uses)
    network = _network(document, scope, name)
    classes = (*scope.classes, network)
    rules = lower_rules(document, scope, analysis.nodes)
    return Program(classes, scope.style, imports.of(types_in(classes)), rules)


def read_style(style: Mapping[str, Value]) -> Style:
    """How the source is to be written; what is not said is as people write it."""
    return Style(**style_of(style))


def _network(document: Document, scope: Scope, name: str) -> ClassDefinition:
    """The class of the whole document: one ``nn.Sequential`` for a chain, else one of its own."""
    live = scope.live
    lowering = ClassLowering(scope, frozenset(node.name for node in live.layers))
    inputs = _inputs(scope)
    sources = [_source(live, node) for node in live.outputs]
    outputs = tuple(node.name for node in live.outputs)
    told = (name, document.name, inputs, sources, outputs)
    chain = lowering.sequential(*told) if scope.style.sequential != "module" else None
    return chain or lowering.definition(*told)


def _inputs(scope: Scope) -> list[tuple[str, Input]]:
    """The arguments of ``forward``, in the order of the file, with their keys."""
    nodes = scope.live.inputs
    names = input_names((node.name for node in nodes), scope.imported)
    return [
        (
            value_key(node.name, "output"),
            Input(
                names[node.name],
                scope.shape(node.name, "output") or (),
                scope.known(node).outputs["output"].dtype,
                node.name,
            ),
        )
        for node in nodes
    ]


def _source(live: LiveGraph, node: Node) -> tuple[str, str]:
    """What arrives at an Output."""
    edges = live.graph.in_edges(node.name)
    if not edges:
        raise LoweringError(
            later("{name}: nothing is wired to this output", name=node.name), "wire it"
        )
    return edges[0].source, edges[0].source_port
