"""What is wrong with weights in common, in plain words, as far as it shows without shapes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.catalog.borrowed import OF_THE_OWNER, at_call
from graph.catalog.custom import layer_of
from graph.document import UNSET, Graph, Node, Value
from graph.edits import Batch, ReplaceNode, SetArgument, SetOption
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.sharing import Tie, owner_name, ties


def check_sharing(scope: str, graph: Graph, node: Node, is_block: bool) -> Iterator[Problem]:
    """Problems of ``shares`` that need no shapes; the fixes depend on the other nodes."""
    said = node.options.get("shares", UNSET)
    if said is UNSET:
        return
    if isinstance(said, Mapping):
        yield from _check_ties(scope, graph, node, said)
        return
    if not isinstance(said, str):
        message = later(
            "{name}: shares is the name of a layer, or {{weight: name}}.", name=node.name
        )
        yield sharing_problem("bad-option", scope, node, message)
        return
    if not _has_weights(node, is_block):
        message = later(
            "{name}: a {type} has no weights that it could share.", name=node.name, type=node.type
        )
        yield sharing_problem("shares-nothing", scope, node, message)
    elif said not in graph:
        message = later(
            "{name}: there is no layer {said} whose weights it could share.",
            name=node.name,
            said=repr(said),
        )
        near = difflib.get_close_matches(said, _like(graph, node), 1)
        yield sharing_problem("shares-nobody", scope, node, message, *_shares(scope, node, near))
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
        message = later(
            "{name}: {name_2} stands outside of {frames}, whose class cannot reach it.",
            name=node.name,
            name_2=name,
            frames=frames[-1],
        )
        outer = graph.groups[frames[-1]].parent or UNSET
        move = SetOption(node.name, "group", outer, scope)
        leave = Fix(later("Take {name} out of {frames}", name=node.name, frames=frames[-1]), move)
        yield sharing_problem("shares-out-of-reach", scope, node, message, leave)
    yield from _check_arguments(scope, node, owner)
    yield from _check_other_options(scope, node, owner)


def _lost(scope: str, graph: Graph, node: Node, said: str) -> Problem:
    if said == node.name:
        return sharing_problem(
            "shares-circle",
            scope,
            node,
            later("{name}: it cannot share its own weights.", name=node.name),
        )
    seen = [node.name]
    while said in graph and said not in seen:
        seen.append(said)
        following = graph.node(said).options.get("shares")
        if not isinstance(following, str):
            break
        said = following
    if said in graph:
        message = later(
            "{name}: {seen} share in a circle; one must have them.",
            name=node.name,
            seen=" -> ".join([*seen, said]),
        )
        return sharing_problem("shares-circle", scope, node, message)
    message = later(
        "{name}: {seen}, whose weights it shares, has none: there is no {said}.",
        name=node.name,
        seen=seen[-1],
        said=repr(said),
    )
    return sharing_problem("shares-nobody", scope, node, message)


def _other_type(scope: str, node: Node, owner: Node) -> Problem:
    message = later(
        "{name}: it is a {type} and {owner} a {type_2}; only layers of one type "
        "are the same layer.",
        name=node.name,
        type=node.type,
        owner=owner.name,
        type_2=owner.type,
    )
    become = replace(node, type=owner.type, arguments={})
    fixes = [Fix(later("Make it a {type}", type=owner.type), ReplaceNode(become, scope))]
    both = [layer_of(n) for n in (node, owner)]
    if all(layer is not None and layer.kind == "module" for layer in both):
        tie = SetOption(node.name, "shares", {"weight": owner.name}, scope)
        fixes.insert(0, Fix(later("Share the weight of {name} alone", name=owner.name), tie))
    return sharing_problem("shares-other-type", scope, node, message, *fixes)


def _check_arguments(scope: str, node: Node, owner: Node) -> Iterator[Problem]:
    """An argument of its own that says something else than the layer it calls."""
    for name, value in node.arguments.items():
        if at_call(node, name) or repr(owner.arguments.get(name)) == repr(value):
            continue
        theirs = (
            later("it is {value}", value=written(owner.arguments.get(name)))
            if name in owner.arguments
            else (later("nothing is said of it"))
        )
        message = later(
            "{name}: it says {name_2} {value}, but its layer is that of {owner}, where {theirs}.",
            name=node.name,
            name_2=name,
            value=written(value),
            owner=owner.name,
            theirs=theirs,
        )
        drop = Fix(later("Remove {name}", name=name), SetArgument(node.name, name, UNSET, scope))
        move = Batch(
            (
                SetArgument(owner.name, name, value, scope),
                SetArgument(node.name, name, UNSET, scope),
            ),
            label=later("Move argument"),
        )
        fixes = (drop, Fix(later("Say it at {name}", name=owner.name), move), _unshare(scope, node))
        yield Problem("error", "shares-argument", message, node.name, name, scope, fixes)


def _check_other_options(scope: str, node: Node, owner: Node) -> Iterator[Problem]:
    given = owner.options.keys() & {"repeat", "when"}
    for option in (*OF_THE_OWNER, *(("repeat", "when") if given else ())):
        if option not in node.options:
            continue
        own = later("{option} belongs to {name}, whose layer it is", option=option, name=owner.name)
        drop = Fix(
            later("Remove {option}", option=option), SetOption(node.name, option, UNSET, scope)
        )
        move = Batch(
            (
                SetOption(owner.name, option, node.options[option], scope),
                SetOption(node.name, option, UNSET, scope),
            ),
            label=later("Move option"),
        )
        fixes = (drop, Fix(later("Say it at {name}", name=owner.name), move))
        yield sharing_problem(
            "bad-option", scope, node, later("{name}: {words}.", name=node.name, words=own), *fixes
        )


def _check_ties(
    scope: str, graph: Graph, node: Node, said: Mapping[str, Value]
) -> Iterator[Problem]:
    """Problems of single parameters in common."""
    layer = layer_of(node)
    if layer is None or layer.kind not in ("module", "loss"):
        message = later(
            "{name}: a {type} has no parameter of its own to share.", name=node.name, type=node.type
        )
        yield sharing_problem("shares-nothing", scope, node, message)
        return
    known = {tie.parameter: tie for tie in ties(graph, node)}
    for parameter, value in said.items():
        tie = known.get(parameter)
        if tie is None:
            other = value.partition(".")[0] if isinstance(value, str) else ""
            what = (
                later("there is no layer {other}", other=repr(other))
                if isinstance(value, str)
                else later("that is no name")
            )
            message = later(
                "{name}: {parameter} is shared with {value}, but {what}.",
                name=node.name,
                parameter=parameter,
                value=written(value),
                what=what,
            )
            if other in graph:
                message = later(
                    "{name}: {parameter} is shared with {other}, which shares in vain.",
                    name=node.name,
                    parameter=parameter,
                    other=other,
                )
            yield sharing_problem("shares-nobody", scope, node, message)
        elif (node.name, parameter) in _followed(graph, tie):
            message = later(
                "{name}: {parameter} is shared with itself, in a circle.",
                name=node.name,
                parameter=parameter,
            )
            yield sharing_problem("shares-circle", scope, node, message)
        else:
            yield from _check_tie(scope, graph, node, tie)


def _check_tie(scope: str, graph: Graph, node: Node, tie: Tie) -> Iterator[Problem]:
    other = graph.node(tie.other)
    layer = layer_of(other)
    if other.type != "Parameter" and (layer is None or layer.kind not in ("module", "loss")):
        message = later(
            "{name}: {other} is a {type}, of which no single weight is shared.",
            name=node.name,
            other=other.name,
            type=other.type,
        )
        yield sharing_problem("shares-nothing", scope, node, message)
    for end in (node, other):
        for option in ("repeat", "when"):
            if option in end.options:
                message = later(
                    "{name}: {end} has {option}, so no single weight of it is shared.",
                    name=node.name,
                    end=end.name,
                    option=option,
                )
                drop = Fix(
                    later("Remove {option}", option=option),
                    SetOption(end.name, option, UNSET, scope),
                )
                yield sharing_problem("bad-option", scope, node, message, drop)


def _followed(graph: Graph, tie: Tie) -> set[tuple[str, str]]:
    """The parameters that a tie leads to, one by way of the other."""
    found: set[tuple[str, str]] = set()
    following: Tie | None = tie
    while following is not None and (following.other, following.theirs) not in found:
        found.add((following.other, following.theirs))
        theirs, other = following.theirs, graph.node(following.other)
        following = next((t for t in ties(graph, other) if t.parameter == theirs), None)
    return found


# words and fixes


def sharing_problem(code: str, scope: str, node: Node, message: str, *fixes: Fix) -> Problem:
    """A problem of ``shares``, which can always be mended by sharing nothing."""
    found = fixes if code == "bad-option" and fixes else (*fixes, _unshare(scope, node))
    return Problem("error", code, message, node.name, "", scope, found)


def _unshare(scope: str, node: Node) -> Fix:
    return Fix("Share nothing", SetOption(node.name, "shares", UNSET, scope))


def _shares(scope: str, node: Node, names: Iterable[str]) -> list[Fix]:
    return [
        Fix(later("Share those of {choice}", choice=n), SetOption(node.name, "shares", n, scope))
        for n in names
    ]


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


def written(value: Value) -> str:
    """A value as a sentence shows it, shortened where it is long."""
    shown = str(list(value)) if isinstance(value, tuple) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
