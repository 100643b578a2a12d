"""Faults that show in the gradient: cut off, or lost on a long way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from codegen.watching import Place
from graph.document import Node
from graph.edits import ReplaceNode, SetOption
from graph.phrases import later, listed
from graph.problems import Fix
from train.diagnosis.finding import Finding
from train.diagnosis.history import History
from train.xray.kinds import SIGMOID, TANH
from train.xray.snapshot import NodeLook

#: How much smaller, beside its weights, the gradient of the first layers may be than the largest.
VANISHED = 1e-5

#: Layers with weights that a network needs to have before a gradient can get lost between them.
DEEP = 4

#: Functions of one tensor that hand back no gradient, whatever arrives.
STOPS = frozenset({"detach", "round", "floor", "ceil", "trunc", "sign"})


def cut_off(history: History) -> Iterator[Finding]:
    """Layers that no gradient ever reaches, and the node that lets none through."""
    if not history.is_judged or history.looks < 2:
        return
    lost = [look for look in history.leaves() if _gets_none(history, look)]
    if not any(look.weights and look.weights.gradient for look in history.leaves()):
        return  # nothing learns: of that something else is the reason
    cutters: dict[Place, list[NodeLook]] = {}
    for look in lost:
        cutter = _cutter(history, look.place)
        if cutter is None:
            yield _unreached(look)
        elif (found := history.newest.nodes.get(cutter)) is None or found.dead_share != 1.0:
            cutters.setdefault(cutter, []).append(look)
    for cutter, behind in cutters.items():
        yield from _cut(history, cutter, behind)


def _gets_none(history: History, look: NodeLook) -> bool:
    seen = [each.weights for each in history.throughout(look.place, newest=12)]
    return len(seen) >= 2 and all(
        weights is not None and not weights.frozen and not weights.gradient for weights in seen
    )


def _cutter(history: History, start: Place) -> Place | None:
    """The first node after ``start`` that autograd does not follow, or that hands back 0."""
    ahead, seen = [start], {start}
    while ahead:
        place = ahead.pop(0)
        here = history.newest.nodes.get(place)
        for _, target in history.after(place):
            there = history.newest.nodes.get(target)
            if there is None or target in seen:
                continue
            seen.add(target)
            if here is not None and here.learns and not there.learns:
                return target
            gradient = there.main_gradient
            if gradient is not None and (gradient.norm or 0.0) > 0:
                return target
            ahead.append(target)
    return None


def _unreached(look: NodeLook) -> Finding:
    return Finding(
        "warning",
        "no-gradient",
        look.place,
        later("{name} learns nothing: no way leads from it to the loss", name=look.name),
        later("wire it to an Output that the loss looks at, or take it away"),
        look.scope,
    )


def _leaving_out(scope: str, node: Node) -> tuple[Fix, ...]:
    """What passes one tensor on, as large as it was, can be passed by."""
    kind = node.type.rpartition(".")[2]
    return (
        (Fix("Leave it out", SetOption(node.name, "when", False, scope)),) if kind in STOPS else ()
    )


def _cut(history: History, cutter: Place, behind: list[NodeLook]) -> Iterator[Finding]:
    found = history.subject.node(cutter)
    scope = found[0] if found is not None else ""
    names = listed([look.name for look in behind[:3]])
    if len(behind) > 3:
        names = later("{names} and {n} more", names=names, n=len(behind) - 3)
    yield Finding(
        "warning",
        "cuts-gradient",
        cutter,
        later(
            "{name} lets no gradient through, so {names} learn nothing",
            name=str(cutter),
            names=names,
        )
        if len(behind) > 1
        else later(
            "{name} lets no gradient through, so {names} learns nothing",
            name=str(cutter),
            names=names,
        ),
        later("take it off the way from the layers to the loss, or freeze them if that is meant"),
        scope,
        _leaving_out(*found) if found is not None else (),
    )
    for look in behind:
        yield Finding(
            "warning",
            "no-gradient",
            look.place,
            later(
                "{name} learns nothing: {cutter} cuts it off from the gradient",
                name=look.name,
                cutter=str(cutter),
            ),
            later("see {name}", name=str(cutter)),
            look.scope,
            cause=cutter,
        )


def vanishing(history: History) -> Iterator[Finding]:
    """The first layer, where next to nothing is left of the gradient of the last ones."""
    if history.looks < 2:
        return
    layers = [look for look in history.leaves() if _relative(look)]
    if len(layers) < DEEP:
        return
    sizes = [_typical(history, look) for look in layers]
    largest = max(sizes)
    first = sizes[0]
    if not 0 < first < VANISHED * largest:
        return
    look, strongest = layers[0], layers[sizes.index(largest)]
    yield Finding(
        "warning",
        "vanishing-gradient",
        look.place,
        later(
            "{name}: the gradient that reaches it is {times:.1g} times that of {other}, so it "
            "learns next to nothing",
            name=look.name,
            times=first / largest,
            other=strongest.name,
        ),
        later(
            "use ReLU instead of sigmoid or tanh, add normalisation or skip connections, or "
            "fewer layers"
        ),
        look.scope,
        _to_relu(history),
    )


def _relative(look: NodeLook) -> float:
    """The gradient of a layer beside its weights."""
    weights = look.weights
    if weights is None or weights.ratio is None or not weights.gradient or not weights.weight:
        return 0.0
    return weights.gradient / weights.weight


def _typical(history: History, look: NodeLook) -> float:
    return median(_relative(each) for each in history.throughout(look.place, newest=5))


def _to_relu(history: History) -> tuple[Fix, ...]:
    """Change the first squashing layer; the others follow by hand, or by the next look."""
    for look in history.leaves():
        if look.type in ("Sigmoid", "Tanh") and look.type in SIGMOID | TANH:
            node = replace(history.node(look), type="ReLU", arguments={})
            label = later("Make {name} a ReLU", name=look.place.node)
            return (Fix(label, ReplaceNode(node, look.scope)),)
    return ()
