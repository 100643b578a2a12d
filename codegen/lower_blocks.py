"""The blocks of a document as classes, one for all uses of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from codegen.attributes import FILE_NAMES, class_name, input_names
from codegen.block_uses import Use, Uses
from codegen.formulas import bound
from codegen.live import LiveGraph
from codegen.lower_class import ClassLowering
from codegen.named_sizes import named_shapes
from codegen.naming import value_key
from codegen.program import (
    ClassDefinition,
    Construction,
    Container,
    Initializer,
    Input,
    Shape,
    Style,
)
from codegen.scope import BlockClass, Scope
from graph.analysis import Analysis, BlockAnalysis, NodeAnalysis
from graph.definitions import Definitions
from graph.document import Document, Node
from graph.python.files import PythonFiles

Items = tuple[tuple[str, Initializer], ...]

#: What the node of a block may say and still be written in place.
_BESIDE = frozenset({"group", "note", "trainable"})


class BlockLowering:
    """Turns the blocks that a network uses into classes, the innermost first."""

    def __init__(
        self,
        document: Document,
        style: Style,
        class_names: set[str],
        imported: frozenset[str],
        python: PythonFiles,
    ) -> None:
        self._document, self._style = document, style
        self._imported, self._python = imported, python
        self._class_names = class_names
        self._classes: list[ClassDefinition] = []
        self._uses: dict[str, dict[int, BlockAnalysis]] = {}
        self._sites: dict[str, list[Node]] = {}
        self._lives: dict[str, LiveGraph] = {}
        self.known: dict[str, BlockClass] = {}

    def lower(self, live: LiveGraph, analysis: Analysis) -> None:
        """Lower every block that the network ``live`` uses."""
        self._collect(live, analysis.nodes)
        names = [n for n in Definitions(self._document).innermost_first() if n in self._uses]
        for name in names:
            called = class_name(name, self._class_names)
            self._class_names.add(called)
            self._lower(name, called)

    def scope(
        self, live: LiveGraph, uses: Uses, named: Mapping[tuple[str, str], Shape] | None = None
    ) -> Scope:
        """A graph with what stands for the values in it; ``named`` are shapes in their words."""
        return Scope(
            live,
            uses.nodes,
            self._style,
            self._class_names,
            self._classes,
            self.known,
            uses.varying,
            uses.conditions,
            uses.repeats,
            uses.series,
            uses.zeros,
            {argument.name: argument for argument in uses.arguments},
            named or {},
            self._imported,
            uses.starts,
            self._document.folder,
        )

    def _collect(self, live: LiveGraph, nodes: Mapping[str, NodeAnalysis]) -> None:
        for node in live.nodes:
            found = nodes.get(node.name)
            insides = found.insides if found is not None else []
            for inside in insides[:1]:
                self._sites.setdefault(inside.block, []).append(node)
            for inside in insides:
                known = self._uses.setdefault(inside.block, {})
                if id(inside) not in known:
                    known[id(inside)] = inside
                    self._collect(self._live(inside.block), inside.nodes)

    def _live(self, block: str) -> LiveGraph:
        if block not in self._lives:
            graph = self._document.blocks[block].graph
            self._lives[block] = LiveGraph(graph, self._document.blocks, self._python)
        return self._lives[block]

    def _lower(self, block: str, called: str) -> None:
        live, insides = self._live(block), list(self._uses[block].values())
        first = len(self._classes)
        declared = self._document.blocks[block].arguments
        taken = frozenset({*self._class_names, *self._document.blocks, *FILE_NAMES})
        uses = Uses(live, [Use(i.nodes, i.arguments) for i in insides], declared, self.known, taken)
        named = {}
        if self._style.comments == "names":
            named = named_shapes([i.nodes for i in insides], uses.varying, uses.sizes())
        scope = self.scope(live, uses, named)
        lowering = ClassLowering(scope, frozenset(node.name for node in live.layers))
        names = input_names((node.name for node in live.inputs), self._imported)
        inputs = [
            (
                value_key(node.name, "output"),
                Input(names[node.name], scope.shape(node.name, "output") or ()),
            )
            for node in live.inputs
        ]
        sources = [
            (edge.source, edge.source_port)
            for node in live.outputs
            for edge in live.graph.in_edges(node.name)
        ]
        in_place = self._in_place(block, lowering, uses)
        if in_place:
            self.known[block] = self._known(block, called, live, uses, insides, in_place)
            return
        note = self._document.blocks[block].note.partition("\n")[0]
        told = (called, note or block, inputs, sources)
        chain = lowering.sequential(*told) if self._style.blocks == "sequential" else None
        definition = chain or lowering.definition(*told)
        if any(not given.shape for _, given in inputs):  # not the same at all uses
            definition = replace(definition, shapes=())
        self._classes.append(replace(definition, arguments=uses.arguments))
        self._classes[first:] = [replace(made, block=block) for made in self._classes[first:]]
        self.known[block] = self._known(block, called, live, uses, insides)

    def _known(
        self,
        block: str,
        called: str,
        live: LiveGraph,
        uses: Uses,
        insides: Sequence[BlockAnalysis],
        items: Items = (),
    ) -> BlockClass:
        return BlockClass(
            called,
            tuple(node.name for node in live.inputs),
            tuple(node.name for node in live.outputs),
            uses.parameters,
            self._document.blocks[block].arguments,
            {
                name: {id(inside): vector[index] for index, inside in enumerate(insides)}
                for name, vector in uses.values().items()
            },
            items,
        )

    def _in_place(self, block: str, lowering: ClassLowering, uses: Uses) -> Items:
        """The items of a chain that is used once, for a project that wants it written there."""
        sites = self._sites[block]
        if self._style.blocks != "inline" or len(sites) > 1 or len(self._uses[block]) > 1:
            return ()
        if not sites[0].options.keys() <= _BESIDE:
            return ()
        live, [inside] = self._live(block), self._uses[block].values()
        if not len(live.inputs) == len(live.outputs) == 1:
            return ()
        items = lowering.items(tuple(lowering.as_chain()))
        told = {uses.parameters[name]: value for name, value in inside.arguments.items()}
        whole = bound(ClassDefinition(block, submodules=items, arguments=uses.arguments), (), told)
        return tuple((name, _apart(made)) for name, made in whole.submodules)


def _apart(made: Initializer) -> Initializer:
    """A layer of a block where it stands in another graph, whose names its own may be."""
    if isinstance(made, Container):
        items = tuple((name, _apart(item)) for name, item in made.items)
        return replace(made, items=items, node="", group="")
    return replace(made, node="") if isinstance(made, Construction) else made
