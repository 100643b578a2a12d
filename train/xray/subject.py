"""The network that is looked at: its nodes by their places, and whose every parameter is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from torch import nn

from codegen.modules import definition_of
from codegen.program import OwnTensor
from codegen.watching import Place, module_names
from graph.analysis import Analysis
from graph.document import ROOT, Document, Edge, Node


@dataclass(frozen=True)
class Owned:
    """The parameters of one place: their indices, and those that are more than a vector."""

    all: tuple[int, ...]
    matrices: tuple[int, ...]

    @property
    def telling(self) -> tuple[int, ...]:
        """Those whose size says how far a step goes: a bias starts at 0."""
        return self.matrices or self.all


@dataclass(frozen=True, eq=False)
class Subject:
    """A compiled network beside the document it was made of; nothing here changes in a run."""

    document: Document
    analysis: Analysis
    network: nn.Module
    parameters: tuple[nn.Parameter, ...]
    owned: Mapping[Place, Owned]
    _nodes: dict[Place, tuple[str, Node] | None] = field(default_factory=dict)

    @staticmethod
    def of(document: Document, analysis: Analysis, network: nn.Module) -> Subject:
        parameters = tuple(network.parameters())
        index = {id(parameter): i for i, parameter in enumerate(parameters)}
        owned: dict[Place, Owned] = {}
        for place, name in module_names(document, network).items():
            module = network.get_submodule(name)
            found = dict.fromkeys(index[id(p)] for p in module.parameters())
            if found:
                owned[place] = _owned(tuple(found), parameters)
            for own, tensor in _own_tensors(module):
                if id(tensor) in index:
                    owned[place.inside(own)] = _owned((index[id(tensor)],), parameters)
        for own, tensor in _own_tensors(network):
            if id(tensor) in index:
                owned[Place().inside(own)] = _owned((index[id(tensor)],), parameters)
        return Subject(document, analysis, network, parameters, owned)

    def node(self, place: Place) -> tuple[str, Node] | None:
        """The scope and the node at a place; None where the document has none."""
        if place not in self._nodes:
            self._nodes[place] = self._find(place)
        return self._nodes[place]

    def _find(self, place: Place) -> tuple[str, Node] | None:
        scope = ROOT
        for name, _ in place.path[:-1]:
            graph = self.document.scope(scope)
            if name not in graph or graph.node(name).type not in self.document.blocks:
                return None
            scope = graph.node(name).type
        graph = self.document.scope(scope)
        return (scope, graph.node(place.node)) if place.node in graph else None

    def is_block(self, place: Place) -> bool:
        found = self.node(place)
        return found is not None and found[1].type in self.document.blocks

    def wires_into(self, place: Place) -> Iterator[Edge]:
        """The wires of the document that end at a place."""
        found = self.node(place)
        if found is not None:
            yield from self.document.scope(found[0]).in_edges(place.node)

    def wires_from(self, place: Place) -> Iterator[Edge]:
        found = self.node(place)
        if found is not None:
            yield from self.document.scope(found[0]).out_edges(place.node)


def _owned(indices: tuple[int, ...], parameters: tuple[nn.Parameter, ...]) -> Owned:
    return Owned(indices, tuple(i for i in indices if parameters[i].ndim >= 2))


def _own_tensors(module: nn.Module) -> Iterator[tuple[str, object]]:
    """The Parameter nodes of a network or block, which are no modules."""
    known = definition_of(module)
    for name, made in known.submodules if known is not None else ():
        if isinstance(made, OwnTensor):
            yield made.node, getattr(module, name)
