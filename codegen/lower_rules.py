"""The rules for how weights start, as a program has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from codegen.lower_weights import program_value
from codegen.scope import Scope
from codegen.weights import Fill, NameTest, Rule
from graph import rules as written
from graph.analysis import NodeAnalysis
from graph.catalog.initializers import initializers
from graph.document import Document
from graph.validate_rules import Seen, parameters

_WILD = frozenset("*?[")

#: What layers that are made of layers (Transformers, attention) have inside that has a weight.
_INNER = ("Linear", "LayerNorm")


def lower_rules(
    document: Document, scope: Scope, nodes: Mapping[str, NodeAnalysis]
) -> tuple[Rule, ...]:
    """The rules of a document whose network ``nodes`` are known. Those that fit nothing are left
    out."""
    seen = set(parameters(nodes))
    found = (_rule(scope, rule, seen, nodes) for rule in written.read_rules(document))
    return tuple(rule for rule in found if rule is not None)


def _rule(
    scope: Scope, said: written.Rule, seen: set[Seen], nodes: Mapping[str, NodeAnalysis]
) -> Rule | None:
    composite = any("." in name for _, name, _ in seen)
    value = program_value(scope, said.start)
    assert isinstance(value, Fill)
    meant = [one for one in seen if said.means(*one[:2])]
    types = tuple(
        t for t in said.types if t in {one[0] for one in meant} or (composite and t in _INNER)
    )
    if not (types or (meant and not said.types)):
        return None
    names = tuple(test for name in said.names for test in _tests(name))
    return Rule(
        types,
        said.parameters,
        names,
        value,
        _axes(value, {len(shape) for _, _, shape in meant}, exact=bool(said.types)),
        optional=composite or said.parameters != ("weight",) or not _all_have(types, nodes),
    )


def _all_have(types: tuple[str, ...], nodes: Mapping[str, NodeAnalysis]) -> bool:
    """Whether every layer of these types has a weight: BatchNorm2d(affine=False) has none."""
    return all(
        "weight" in node.parameter_shapes
        for node in _layers(nodes)
        if node.type in types and not node.bypassed
    )


def _layers(nodes: Mapping[str, NodeAnalysis]) -> Iterable[NodeAnalysis]:
    for node in nodes.values():
        if node.inside is None:
            yield from node.copies or (node,)
        for inside in node.insides:
            yield from _layers(inside.nodes)


def _axes(value: Fill, met: set[int], *, exact: bool) -> tuple[int, int | None] | None:
    """The numbers of axes to ask for; none where all that is met has them."""
    function = initializers()[value.function]
    if all(map(function.takes, met)) and exact:
        return None
    least, most = function.axes[0], function.axes[-1]
    if least == 0:
        return None
    return least, None if function.takes(99) else most


def _tests(name: str) -> Iterable[NameTest]:
    """A plain name is that of a weight, or of what it is in."""
    stem = name.removesuffix(".*")
    if _WILD.isdisjoint(stem):
        if stem == name:
            yield NameTest("name", name)
        yield NameTest("below", stem)
    else:
        yield NameTest("pattern", name)
