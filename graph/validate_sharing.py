"""What is wrong with weights in common, in plain words: what can be said without shapes, and
what the shapes on both sides tell."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.analysis import NodeAnalysis
from graph.catalog.borrowed import OF_THE_OWNER, at_call
from graph.catalog.custom import layer_of
from graph.document import UNSET, Graph, Node, Value
from graph.edits import Batch, ReplaceNode, SetArgument, SetOption
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.sharing import Tie, is_sharer, owner_name, ties


def check_sharing(scope: str, graph: Graph, node: Node, is_block: bool) -> Iterator[Problem]:
    """Problems of ``shares`` that need no shapes; the fixes depend on the other nodes."""
    said = node.options.get("shares", UNSET)
    if said is UNSET:
        return
    if isinstance(said, Mapping):
        yield from _check_ties(scope, graph, node, said)
        return
    if not isinstance(said, str):
        message = f"{node.name}: shares is the name of a layer, or {{weight: name}}."
        yield _problem("bad-option", scope, node, message)
        return
    if not _has_weights(node, is_block):
        message = f"{node.name}: a {node.type} has no weights that it could share."
        yield _problem("shares-nothing", scope, node, message)
    elif said not in graph:
        message = f"{node.name}: there is no layer {said!r} whose weights it could share."
        near = difflib.get_close_matches(said, _like(graph, node), 1)
        yield _problem("shares-nobody", scope, node, message, *_shares(scope, node, near))
    else:
        yield from _check_owner(scope, graph, node, said)


def _check_owner(scope: str, graph: Graph, node: Node, said: str) -> Iterator[Problem]:
    name = owner_name(graph, node)
    if name is None:
        yield _lost(scope, graph, node, said)
        return
    owner = graph.node(name)
    if owner.type != node.type:
        yield _other_type(scope, node, owner)
        return
    frames = _frames_that_hide(graph, node, owner)
    if frames:
        message = (
            f"{node.name}: {name} stands outside of {frames[-1]}, whose class cannot reach it."
        )
        outer = graph.groups[frames[-1]].parent or UNSET
        move = SetOption(node.name, "group", outer, scope)
        leave = Fix(f"Take {node.name} out of {frames[-1]}", move)
        yield _problem("shares-out-of-reach", scope, node, message, leave)
    yield from _check_arguments(scope, node, owner)
    yield from _check_other_options(scope, node, owner)


def _lost(scope: str, graph: Graph, node: Node, said: str) -> Problem:
    if said == node.name:
        return _problem(
            "shares-circle", scope, node, f"{node.name}: it cannot share its own weights."
        )
    seen = [node.name]
    while said in graph and said not in seen:
        seen.append(said)
        following = graph.node(said).options.get("shares")
        if not isinstance(following, str):
            break
        said = following
    if said in graph:
        message = (
            f"{node.name}: {' -> '.join([*seen, said])} share in a circle; one must have them."
        )
        return _problem("shares-circle", scope, node, message)
    message = f"{node.name}: {seen[-1]}, whose weights it shares, has none: there is no {said!r}."
    return _problem("shares-nobody", scope, node, message)


def _other_type(scope: str, node: Node, owner: Node) -> Problem:
    message = (
        f"{node.name}: it is a {node.type} and {owner.name} a {owner.type}; "
        "only layers of one type are the same layer."
    )
    become = replace(node, type=owner.type, arguments={})
    fixes = [Fix(f"Make it a {owner.type}", ReplaceNode(become, scope))]
    both = [layer_of(n) for n in (node, owner)]
    if all(layer is not None and layer.kind == "module" for layer in both):
        tie = SetOption(node.name, "shares", {"weight": owner.name}, scope)
        fixes.insert(0, Fix(f"Share the weight of {owner.name} alone", tie))
    return _problem("shares-other-type", scope, node, message, *fixes)


def _check_arguments(scope: str, node: Node, owner: Node) -> Iterator[Problem]:
    """An argument of its own that says something else than the layer it calls."""
    for name, value in node.arguments.items():
        if at_call(node, name) or repr(owner.arguments.get(name)) == repr(value):
            continue
        theirs = (
            f"it is {_shown(owner.arguments.get(name))}"
            if name in owner.arguments
            else ("nothing is said of it")
        )
        message = (
            f"{node.name}: it says {name} {_shown(value)}, but its layer is that of {owner.name}, "
            f"where {theirs}."
        )
        drop = Fix(f"Remove {name}", SetArgument(node.name, name, UNSET, scope))
        move = Batch(
            (
                SetArgument(owner.name, name, value, scope),
                SetArgument(node.name, name, UNSET, scope),
            ),
            label=later("Move argument"),
        )
        fixes = (drop, Fix(f"Say it at {owner.name}", move), _unshare(scope, node))
        yield Problem("error", "shares-argument", message, node.name, name, scope, fixes)


def _check_other_options(scope: str, node: Node, owner: Node) -> Iterator[Problem]:
    given = owner.options.keys() & {"repeat", "when"}
    for option in (*OF_THE_OWNER, *(("repeat", "when") if given else ())):
        if option not in node.options:
            continue
        own = f"{option} belongs to {owner.name}, whose layer it is"
        drop = Fix(f"Remove {option}", SetOption(node.name, option, UNSET, scope))
        move = Batch(
            (
                SetOption(owner.name, option, node.options[option], scope),
                SetOption(node.name, option, UNSET, scope),
            ),
            label=later("Move option"),
        )
        fixes = (drop, Fix(f"Say it at {owner.name}", move))
        yield _problem("bad-option", scope, node, f"{node.name}: {own}.", *fixes)


def _check_ties(
    scope: str, graph: Graph, node: Node, said: Mapping[str, Value]
) -> Iterator[Problem]:
    """Problems of single parameters in common."""
    layer = layer_of(node)
    if layer is None or layer.kind not in ("module", "loss"):
        message = f"{node.name}: a {node.type} has no parameter of its own to share."
        yield _problem("shares-nothing", scope, node, message)
        return
    known = {tie.parameter: tie for tie in ties(graph, node)}
    for parameter, value in said.items():
        tie = known.get(parameter)
        if tie is None:
            other = value.partition(".")[0] if isinstance(value, str) else ""
            what = f"there is no layer {other!r}" if isinstance(value, str) else "that is no name"
            message = f"{node.name}: {parameter} is shared with {_shown(value)}, but {what}."
            if other in graph:
                message = f"{node.name}: {parameter} is shared with {other}, which shares in vain."
            yield _problem("shares-nobody", scope, node, message)
        elif (node.name, parameter) in _followed(graph, tie):
            message = f"{node.name}: {parameter} is shared with itself, in a circle."
            yield _problem("shares-circle", scope, node, message)
        else:
            yield from _check_tie(scope, graph, node, tie)


def _check_tie(scope: str, graph: Graph, node: Node, tie: Tie) -> Iterator[Problem]:
    other = graph.node(tie.other)
    layer = layer_of(other)
    if other.type != "Parameter" and (layer is None or layer.kind not in ("module", "loss")):
        message = (
            f"{node.name}: {other.name} is a {other.type}, of which no single weight is shared."
        )
        yield _problem("shares-nothing", scope, node, message)
    for end in (node, other):
        for option in ("repeat", "when"):
            if option in end.options:
                message = (
                    f"{node.name}: {end.name} has {option}, so no single weight of it is shared."
                )
                drop = Fix(f"Remove {option}", SetOption(end.name, option, UNSET, scope))
                yield _problem("bad-option", scope, node, message, drop)


def _followed(graph: Graph, tie: Tie) -> set[tuple[str, str]]:
    """The parameters that a tie leads to, one by way of the other."""
    found: set[tuple[str, str]] = set()
    following: Tie | None = tie
    while following is not None and (following.other, following.theirs) not in found:
        found.add((following.other, following.theirs))
        theirs, other = following.theirs, graph.node(following.other)
        following = next((t for t in ties(graph, other) if t.parameter == theirs), None)
    return found


# with shapes


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
    inside = f", inside {where}," if where else ""
    message = (
        f"{node.name}: it shares the weights of {owner}, but{inside} {what} is {_shown(theirs)} "
        f"there and would be {_shown(own)} here."
    )
    yield _problem("shares-shapes", scope, node, message)


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
        message = (
            f"{node.name}: its {tie.parameter} is {list(here[tie.parameter])}, but {theirs}, "
            f"which it shares, is {list(there[tie.theirs])}."
        )
        yield _problem("shares-shapes", scope, node, message)


def _no_parameter(
    scope: str, node: Node, tie: Tie, known: Mapping[str, object], owner: str, name: str
) -> Problem:
    has = ", ".join(known) or "none"
    message = f"{node.name}: {owner} has no parameter {name!r} to share; it has {has}."
    near = difflib.get_close_matches(name, known, 1)
    fixes = []
    for better in near:
        said = dict(node.options["shares"])
        value = said.pop(tie.parameter)
        if owner == node.name:
            said[better] = value
        else:
            said[tie.parameter] = f"{tie.other}.{better}"
        fixes.append(Fix(f"Share {better}", SetOption(node.name, "shares", said, scope)))
    return _problem("shares-nobody", scope, node, message, *fixes)


# words and fixes


def _problem(code: str, scope: str, node: Node, message: str, *fixes: Fix) -> Problem:
    found = fixes if code == "bad-option" and fixes else (*fixes, _unshare(scope, node))
    return Problem("error", code, message, node.name, "", scope, found)


def _unshare(scope: str, node: Node) -> Fix:
    return Fix("Share nothing", SetOption(node.name, "shares", UNSET, scope))


def _shares(scope: str, node: Node, names: Iterable[str]) -> list[Fix]:
    return [Fix(f"Share those of {n}", SetOption(node.name, "shares", n, scope)) for n in names]


def _like(graph: Graph, node: Node) -> list[str]:
    return [n.name for n in graph.nodes if n.type == node.type and n.name != node.name]


def _has_weights(node: Node, is_block: bool) -> bool:
    layer = layer_of(node)
    return is_block or layer is None or layer.kind in ("module", "loss", "other")


def _frames_that_hide(graph: Graph, node: Node, owner: Node) -> list[str]:
    """The frames around ``node``, innermost first, that are classes without ``owner`` in them."""
    around = graph.frames_around(owner.options.get("group"))
    return [
        frame
        for frame in graph.frames_around(node.options.get("group"))
        if frame not in around and graph.groups[frame].container == "Module"
    ]


def _shown(value: Value) -> str:
    shown = str(list(value)) if isinstance(value, tuple) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
