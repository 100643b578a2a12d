"""What is wrong with weights in common once the shapes on both sides are known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from graph.analysis import NodeAnalysis
from graph.catalog.borrowed import at_call
from graph.document import Graph, Node, Value
from graph.edits import SetOption
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.sharing import Tie, is_sharer, owner_name, ties
from graph.validate_sharing import sharing_problem, written


def check_shared(
    scope: str, graph: Graph, names: Iterable[str], nodes: Mapping[str, NodeAnalysis]
) -> Iterator[Problem]:
    """Problems of the nodes ``names`` that only show once what arrives is known."""
    for name in names:
        node = graph.node(name)
        if name not in nodes or not nodes[name].outputs:
            continue
        if is_sharer(node):
            owner = owner_name(graph, node)
            if owner is not None and owner in nodes and nodes[owner].outputs:
                yield from _check_same(scope, node, owner, nodes)
        else:
            for tie in ties(graph, node):
                yield from _check_shapes(scope, node, tie, nodes)


def _check_same(
    scope: str, node: Node, owner: str, nodes: Mapping[str, NodeAnalysis]
) -> Iterator[Problem]:
    difference = _of_any_copy(node, nodes[owner], nodes[node.name])
    if difference is None or nodes[owner].type != node.type:
        return
    where, what, theirs, own = difference
    inside = later(", inside {where},", where=where) if where else ""
    message = later(
        "{name}: it shares the weights of {owner}, but{inside} {what} is {theirs} "
        "there and would be {own} here.",
        name=node.name,
        owner=owner,
        inside=inside,
        what=what,
        theirs=written(theirs),
        own=written(own),
    )
    yield sharing_problem("shares-shapes", scope, node, message)


def _of_any_copy(
    node: Node, owner: NodeAnalysis, sharer: NodeAnalysis
) -> tuple[str, str, Value, Value] | None:
    """The same for nodes whose copies may differ: each against its own, or against the one layer.

    One that is repeated by itself alone calls that very layer again and again.
    """
    copies = sharer.copies or (sharer,)
    theirs = owner.copies or (owner,) * len(copies)
    pairs = [(owner, sharer), *zip(theirs, copies, strict=False)]
    found = (_difference(node, one, other) for one, other in pairs)
    return next((difference for difference in found if difference is not None), None)


def _difference(
    node: Node, one: NodeAnalysis, other: NodeAnalysis, where: str = ""
) -> tuple[str, str, Value, Value] | None:
    """The first value that one layer cannot have twice: where, which, and both."""
    if one.inside is not None and other.inside is not None:
        for name, inner in one.inside.nodes.items():
            inside = Node(name, inner.type)
            path = f"{where}.{name}" if where else name
            found = _difference(inside, inner, other.inside.nodes[name], path)
            if found is not None:
                return found
        return None
    if one.bypassed != other.bypassed and (where or "when" not in node.options):
        return where, "when", not one.bypassed, not other.bypassed
    if one.repeat != other.repeat and (where or "repeat" not in node.options):
        return where, "repeat", one.repeat, other.repeat
    if one.type in ("Input", "Output") or one.bypassed or other.bypassed:
        return None
    for name, value in one.arguments.items():
        own = other.arguments.get(name, value)
        if repr(own) != repr(value) and (where or not at_call(node, name)):
            return where, name, value, own
    return None


def _check_shapes(
    scope: str, node: Node, tie: Tie, nodes: Mapping[str, NodeAnalysis]
) -> Iterator[Problem]:
    other = nodes.get(tie.other)
    if other is None or not other.outputs:
        return
    here, there = nodes[node.name].parameter_shapes, other.parameter_shapes
    theirs = f"{tie.other}.{tie.theirs}" if tie.theirs else tie.other
    if tie.parameter not in here:
        yield _no_parameter(scope, node, tie, here, node.name, tie.parameter)
    elif tie.theirs not in there:
        yield _no_parameter(scope, node, tie, there, tie.other, tie.theirs)
    elif here[tie.parameter] != there[tie.theirs]:
        message = later(
            "{name}: its {parameter} is {here}, but {theirs}, which it shares, is {there}.",
            name=node.name,
            parameter=tie.parameter,
            here=list(here[tie.parameter]),
            theirs=theirs,
            there=list(there[tie.theirs]),
        )
        yield sharing_problem("shares-shapes", scope, node, message)


def _no_parameter(
    scope: str, node: Node, tie: Tie, known: Mapping[str, object], owner: str, name: str
) -> Problem:
    has = ", ".join(known) or later("none")
    message = later(
        "{name}: {owner} has no parameter {name_2} to share; it has {has}.",
        name=node.name,
        owner=owner,
        name_2=repr(name),
        has=has,
    )
    near = difflib.get_close_matches(name, known, 1)
    fixes = []
    for better in near:
        said = dict(node.options["shares"])
        value = said.pop(tie.parameter)
        if owner == node.name:
            said[better] = value
        else:
            said[tie.parameter] = f"{tie.other}.{better}"
        fixes.append(
            Fix(later("Share {better}", better=better), SetOption(node.name, "shares", said, scope))
        )
    return sharing_problem("shares-nobody", scope, node, message, *fixes)
