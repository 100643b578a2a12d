"""Faults that show in what nodes give: dead, saturated, far too large, not a number."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import torch

from codegen.watching import Place
from graph.edits import UNSET, ReplaceNode, SetOption
from graph.phrases import later
from graph.problems import Fix
from train.diagnosis.finding import Finding
from train.diagnosis.history import History
from train.xray.distribution import Distribution
from train.xray.kinds import SOFTMAX
from train.xray.snapshot import NodeLook

#: A layer of which so many units are dead has lost what it was made for; fewer are usual.
DEAD = 0.6

#: Numbers of each unit that have to be seen before its silence means anything, in all looks.
SEEN = 32

#: How much larger than what arrives a layer may make its output, and what is large at all.
GROWTH, LARGE = 8.0, 8.0

#: What all layers together may make of what comes in.
GROWTH_IN_ALL = 1000.0

SATURATED = 0.8

#: Numbers that have grown beyond this, not the slope of a node, make a gradient infinite.
GROWN = 1e10


def dead_units(history: History) -> Iterator[Finding]:
    """ReLUs of which most units gave 0 for every sample of several batches."""
    if history.looks < 2:
        return
    silent: Place | None = None
    for look in history.leaves():
        seen = history.throughout(look.place)
        masks = [each.dead for each in seen]
        if len(masks) < 2 or any(mask is None for mask in masks) or look.main is None:
            continue
        there = [mask for mask in masks if mask is not None]
        if len({mask.shape for mask in there}) > 1:
            continue
        # Of all looks together: the last batch of an epoch may be a small one.
        numbers = sum(each.main.size for each in seen if each.main is not None)
        if numbers < SEEN * there[0].numel():
            continue
        share = float(torch.stack(there).all(0).float().mean())
        if share < DEAD:
            continue
        yield Finding(
            "warning",
            "dead-units",
            look.place,
            later(
                "{name}: {share:.0f} % of its units give 0 for every sample, so they learn "
                "nothing any more",
                name=look.name,
                share=100 * share,
            ),
            later(
                "lower the learning rate, look at the first values of the layer before it, or "
                "use LeakyReLU"
            ),
            look.scope,
            _leaky(history, look),
            silent,
        )
        silent = silent or (look.place if share > 0.99 else None)


def _leaky(history: History, look: NodeLook) -> tuple[Fix, ...]:
    if look.type != "ReLU":
        return ()
    kept = {k: v for k, v in history.node(look).arguments.items() if k == "inplace"}
    node = replace(history.node(look), type="LeakyReLU", arguments=kept)
    return (Fix("Use LeakyReLU", ReplaceNode(node, look.scope)),)


def saturated(history: History) -> Iterator[Finding]:
    """Sigmoids and the like that stand at the ends of their range, where their slope is 0.

    What classifies well does so, too: therefore not while the loss falls.
    """
    first, now = history.losses
    if history.looks < 2 or now < 0.7 * first:
        return
    for look in history.leaves():
        seen = history.throughout(look.place)
        shares = [each.saturated for each in seen if each.saturated is not None]
        if len(shares) < 2 or min(shares) < SATURATED:
            continue
        arriving = max((told.rms or 0.0 for told in history.arrives(look.place)), default=0.0)
        yield Finding(
            "warning",
            "saturated",
            look.place,
            later(
                "{name}: {share:.0f} % of what it gives is at the end of its range, where it "
                "lets hardly any gradient through; what arrives is about {size:.3g} in size",
                name=look.name,
                share=100 * min(shares),
                size=arriving,
            ),
            later(
                "normalise what comes in (BatchNorm, LayerNorm), start from smaller weights, or "
                "use another activation"
            ),
            look.scope,
        )


def softmax_before_loss(history: History) -> Iterator[Finding]:
    """A softmax in front of a loss that applies one itself."""
    if history.config.terms or history.config.loss.type != "CrossEntropyLoss":
        return
    graph = history.subject.document.graph
    outputs = [node.name for node in graph.nodes if node.type == "Output"]
    for edge in [edge for name in outputs for edge in graph.in_edges(name)]:
        look = history.newest.nodes.get(Place().inside(edge.source))
        if look is not None and look.type in SOFTMAX:
            yield Finding(
                "warning",
                "softmax-before-loss",
                look.place,
                later(
                    "{name}: its probabilities go into CrossEntropyLoss, which applies a softmax "
                    "itself: the gradient is small and the loss cannot fall to 0",
                    name=look.name,
                ),
                later("leave the softmax out, and let the network give its scores"),
                look.scope,
                (Fix("Leave it out", SetOption(look.place.node, "when", False)),),
            )


def exploding_start(history: History) -> Iterator[Finding]:
    """Layers that by their first values make everything that passes many times larger."""
    seen = history.first
    if seen is None or seen.step > 1:
        return  # by then the values are no longer the first
    gains: list[tuple[float, NodeLook]] = []
    largest, entering = 0.0, 0.0
    for look in history.leaves(seen):
        size = max((told.rms or 0.0 for told in look.outputs.values()), default=0.0)
        largest = max(largest, size)
        if look.type == "Input" and not look.place.around.path:
            entering = max(entering, size)
        arriving = max((told.rms or 0.0 for told in history.arrives(look.place, seen)), default=0.0)
        if look.weights is not None and arriving > 0 and size > LARGE:
            gains.append((size / arriving, look))
    found = [(gain, look) for gain, look in gains if gain >= GROWTH]
    if not found and largest > GROWTH_IN_ALL * max(entering, 1.0) and gains:
        found = [max(gains, key=lambda pair: pair[0])]
    for gain, look in found[:3]:
        node = history.node(look)
        fixes: tuple[Fix, ...] = ()
        if "initialize" in node.options:
            fixes = (
                Fix(
                    "Use PyTorch's own first values",
                    SetOption(node.name, "initialize", UNSET, look.scope),
                ),
            )
        yield Finding(
            "warning",
            "exploding-start",
            look.place,
            later(
                "{name}: with its first values it makes what arrives {gain:.3g} times larger, so "
                "outputs and gradients explode",
                name=look.name,
                gain=gain,
            ),
            later(
                "start from smaller values: PyTorch's own, or Kaiming's for layers before a ReLU"
            ),
            look.scope,
            fixes,
        )


def first_not_a_number(history: History) -> Iterator[Finding]:
    """The first node that gives NaN, or infinite numbers while the loss is none."""
    seen = history.newest
    lost = not math.isfinite(seen.loss)
    for look in history.leaves(seen):
        told = [each for each in look.outputs.values() if each.nans or (lost and each.infs)]
        arrived = history.arrives(look.place, seen)
        if not told or any(each.nans or (lost and each.infs) for each in arrived):
            continue
        if look.weights is not None and not math.isfinite(look.weights.weight):
            yield _broken_weights(look)
        else:
            yield _broken(look, told[0].nans, told[0].infs, arrived)
        return
    yield from _broken_on_the_way_back(history, lost)


def _broken(look: NodeLook, nans: float, infs: float, arrived: list[Distribution]) -> Finding:
    what = later("NaN") if nans else later("infinite numbers")
    share = 100 * (nans or infs)
    low = min((told.low for told in arrived if told.low is not None), default=0.0)
    high = max((told.high for told in arrived if told.high is not None), default=0.0)
    return Finding(
        "error",
        "first-nan",
        look.place,
        later(
            "{name} is the first to give {what}: {share:.2g} % of its output, though all that "
            "arrives is finite, from {low:.4g} to {high:.4g}",
            name=look.name,
            what=what,
            share=share,
            low=low,
            high=high,
        ),
        later(
            "keep what it cannot take away from it (clamp, or add a small number), or lower the "
            "learning rate if the numbers grew too large"
        ),
        look.scope,
    )


def _broken_weights(look: NodeLook) -> Finding:
    return Finding(
        "error",
        "first-nan",
        look.place,
        later(
            "{name} is the first to give NaN: its own weights have become NaN or infinite",
            name=look.name,
        ),
        later("lower the learning rate, or clip the gradient"),
        look.scope,
    )


def _broken_on_the_way_back(history: History, lost_loss: bool) -> Iterator[Finding]:
    """The node that is handed a sound gradient and hands back none.

    Where the loss is no number either, no slope is to blame, but numbers that grew may be.
    """
    seen = history.newest
    for look in reversed(list(history.leaves(seen))):
        own = look.main_gradient
        if own is not None and own.is_broken:
            continue
        lost = [
            source
            for source in history.sources(look.place, seen)
            if source.main_gradient is not None and source.main_gradient.is_broken
        ]
        if lost and look.type != "Input":
            size = max(_largest(told) for told in [*look.outputs.values(), own] if told is not None)
            if size > GROWN or not lost_loss:
                words, advice = _grown(look, size) if size > GROWN else _steep(look)
                yield Finding("error", "first-nan", look.place, words, advice, look.scope)
            return


def _largest(told: Distribution) -> float:
    return max(abs(told.low or 0.0), abs(told.high or 0.0))


def _grown(look: NodeLook, size: float) -> tuple[str, str]:
    words = later(
        "{name} is the first whose gradient is NaN or infinite: numbers there have grown to "
        "{size:.1g}, and their products are larger than can be said",
        name=look.name,
        size=size,
    )
    return words, later("lower the learning rate, or clip the gradient")


def _steep(look: NodeLook) -> tuple[str, str]:
    words = later(
        "{name} is the first whose gradient is NaN or infinite: what it gives is finite, and its "
        "slope is not",
        name=look.name,
    )
    advice = later(
        "keep what arrives away from where the slope is infinite, as that of a root or a norm is "
        "at 0: add a small number"
    )
    return words, advice
