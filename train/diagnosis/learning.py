"""Faults of what the run is set up by: what is frozen, rates, the scale of data, labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean, median

from codegen.watching import Place
from graph.edits import UNSET, SetOption, SetTraining
from graph.freezing import is_frozen, says_frozen
from graph.phrases import later
from graph.problems import Fix
from train.diagnosis.finding import Finding
from train.diagnosis.history import History
from train.diagnosis.neighbours import Agreement
from train.xray.snapshot import NodeLook

#: By which part of themselves weights change in a step: far too much, next to nothing, usual.
HASTY, IDLE, USUAL = 0.15, 2e-5, 1e-3

#: Faults by which weights stay where they are, whatever the rate.
STILL = {"rate-too-high", "dead-units", "saturated", "vanishing-gradient", "cuts-gradient"}

#: Inputs that are larger than this, or spread less than that, were not normalised.
WIDE, NARROW = 4.0, 0.01

#: What of the loss of chance is no learning, and how far weights have to have moved till then.
UNLEARNED, MOVED = 0.985, 0.05


def frozen_unmeant(history: History) -> Iterator[Finding]:
    """Layers that do not learn though all around them do, with nothing to keep.

    What its user froze by a parameter group or while it went is meant, as is what was loaded.
    """
    learns = any(look.weights and not look.weights.frozen for look in history.leaves())
    for look in history.leaves():
        if look.weights is None or not look.weights.frozen or look.place in history.meant_frozen:
            continue
        node, says = history.node(look), _saying(history, look.place)
        if not learns or "initialize" in node.options or look.type in ("Constant", "Parameter"):
            continue
        if says is None:
            message = later(
                "{name} does not learn, though nothing in the project says that it is frozen",
                name=look.name,
            )
            advice = later(
                "look for requires_grad in its code, or say trainable: false if it is meant"
            )
        else:
            message = later(
                "{name} is frozen at the random values it started with, so it never "
                "learns anything",
                name=look.name,
            )
            advice = later("unfreeze it, or load trained weights into it")
        fixes: tuple[Fix, ...] = ()
        if says_frozen(node.options):
            edit = SetOption(node.name, "trainable", UNSET, look.scope)
            fixes = (Fix(later("Unfreeze {name}", name=node.name), edit),)
        yield Finding("warning", "frozen-unmeant", look.place, message, advice, look.scope, fixes)


def _saying(history: History, place: Place) -> Place | None:
    """Where it is said that a node is frozen: itself, a frame or a block around it."""
    while place.path:
        found = history.subject.node(place)
        if found is not None:
            graph = history.subject.document.scope(found[0])
            if is_frozen(graph, found[1]):
                return place
        place = place.around
    return None


def rates(history: History) -> Iterator[Finding]:
    """A learning rate that throws the weights about, or hardly moves them."""
    layers = [look for look in history.leaves() if _ratio(look) is not None]
    if history.looks < 2 or not layers or not history.newest.rates:
        return
    rate = max(history.newest.rates)
    ratios = [
        median([r for look in history.leaves(seen) if (r := _ratio(look)) is not None] or [0.0])
        for seen in history.recent[-4:]
    ]
    first, now = history.losses
    if median(ratios) > HASTY and now > 0.9 * first:
        look = _fastest(history, layers, "rate-too-high")
        wanted = _rounded(rate * 10 * USUAL / median(ratios))
        yield _rate(history, look, rate, wanted, is_high=True)
    elif _is_idle(history, rate, max(ratios)) and now > 0.98 * first:
        look = _fastest(history, layers, "rate-too-low")
        wanted = _rounded(rate * USUAL / max(max(ratios), 1e-12))
        yield _rate(history, look, rate, min(wanted, 1.0), is_high=False)


def _fastest(history: History, layers: Sequence[NodeLook], code: str) -> NodeLook:
    """The layer that has moved most over the newest looks.

    One that was named stays so: the rate is that of all, and from look to look another moves most.
    """
    there = [look for look in layers if look.place == history.named.get(code)]
    return there[0] if there else max(layers, key=lambda look: _typical(history, look))


def _typical(history: History, look: NodeLook) -> float:
    return median(_ratio(seen) or 0.0 for seen in history.throughout(look.place, newest=4))


def _is_idle(history: History, rate: float, ratio: float) -> bool:
    """Whether it is the rate by which the weights stay, and neither schedule nor gradient."""
    given = history.config.optimizer.arguments.get("lr")
    warms_up = history.config.schedule is not None and (
        not isinstance(given, (int, float)) or rate < 0.5 * float(given)
    )
    strong = [
        look.weights.gradient / look.weights.weight
        for look in history.leaves()
        if look.weights and look.weights.gradient and look.weights.weight
    ]
    enough = bool(history.epochs) and history.steps >= 8
    is_adam = "Adam" in history.config.optimizer.type
    return (
        enough
        and not STILL & history.named.keys()
        and not warms_up
        and 0 < ratio < IDLE
        and (is_adam or (bool(strong) and max(strong) > 1e-4))
    )


def _rate(
    history: History, look: NodeLook, rate: float, wanted: float, *, is_high: bool
) -> Finding:
    # The newest look may find a network that the rate has killed by now, so that nothing moves.
    recent = history.throughout(look.place, newest=4)
    ratio = 100 * max((_ratio(seen) or 0.0 for seen in recent), default=0.0)
    if is_high:
        message = later(
            "{name}: the learning rate {rate:.3g} is far too high: one step changes the "
            "weights by {ratio:,.0f} % of themselves, and the loss does not fall",
            name=look.name,
            rate=rate,
            ratio=ratio,
        )
    else:
        message = later(
            "{name}: the learning rate {rate:.3g} is far too low: one step changes the "
            "weights by {ratio:.1g} % of themselves, and no more anywhere else",
            name=look.name,
            rate=rate,
            ratio=ratio,
        )
    fix = Fix(later("Set lr to {rate}", rate=wanted), SetTraining(("optimizer", "lr"), wanted))
    return Finding(
        "warning",
        "rate-too-high" if is_high else "rate-too-low",
        look.place,
        message,
        later("set it to about {rate:.3g}", rate=wanted),
        look.scope,
        (fix,),
    )


def _ratio(look: NodeLook) -> float | None:
    weights = look.weights
    return None if weights is None or weights.frozen else weights.ratio


def _rounded(value: float) -> float:
    return float(f"{value:.1g}")


def scale_of_data(history: History) -> Iterator[Finding]:
    """Inputs that arrive as they were measured, not as layers like them."""
    seen = history.first
    for look in history.leaves(seen):
        told = look.main
        if look.type != "Input" or look.place.around.path or told is None or told.std is None:
            continue
        if told.mean is None or not _is_real(history, look.place.node):
            continue
        wide = max(abs(told.mean), told.std) > WIDE
        if not wide and not 0 < told.std < NARROW:
            continue
        said = (
            later(
                "{name}: the data goes in as it is, from {low:.4g} to {high:.4g} (mean {mean:.3g}, "
                "deviation {std:.3g}); layers start out for numbers around 0 of size 1",
                name=look.name,
                low=told.low,
                high=told.high,
                mean=told.mean,
                std=told.std,
            )
            if wide
            else later(
                "{name}: its numbers differ by next to nothing (deviation {std:.2g}), so the "
                "first layer can hardly tell samples apart",
                name=look.name,
                std=told.std,
            )
        )
        fixes: tuple[Fix, ...] = ()
        if history.config.data.normalize != "standard":
            edit = SetTraining(("data", "normalize"), "standard")
            fixes = (Fix(later("Set normalize to {value}", value="standard"), edit),)
        advice = later("normalise the data, or put a BatchNorm first")
        yield Finding("warning", "not-normalised", look.place, said, advice, look.scope, fixes)


def _is_real(history: History, name: str) -> bool:
    """Whether an Input takes numbers that are measured, and no indices of an embedding."""
    known = history.subject.analysis.nodes.get(name)
    dtype = next((out.dtype for out in known.outputs.values()), "") if known is not None else ""
    return str(dtype).startswith("float")


def labels(history: History, others: int) -> Iterator[Finding]:
    """Targets that seem to have nothing to do with the inputs: a suspicion, and the last one."""
    if others or not history.epochs or history.steps < 10 or history.config.overfit_batch:
        return
    ratios = [
        r
        for seen in history.recent
        for look in history.leaves(seen)
        if (r := _ratio(look)) is not None
    ]
    if not ratios or fmean(ratios) * history.steps < MOVED:
        return
    chance = history.chance
    if chance is None or history.epochs[-1].get("loss", 0.0) < UNLEARNED * chance:
        return
    for part in history.compared:
        alike = part.neighbours()
        if alike is not None and alike.is_by_chance:
            yield _suspected(part.place, chance, alike)


def _suspected(place: Place, chance: float, alike: Agreement) -> Finding:
    if alike.of_values:
        message = later(
            "{name}: the loss stays at that of guessing ({chance:.3g}) though the weights move, "
            "and samples that are alike have targets no more alike than by chance (correlation "
            "{share:.2f}): the targets may not be those of their samples",
            name=str(place),
            share=alike.share,
            chance=chance,
        )
    else:
        message = later(
            "{name}: the loss stays at that of guessing ({chance:.3g}) though the weights move, "
            "and samples that are alike have the same label no more often than by chance "
            "({share:.0f} %): the labels may not be those of their samples",
            name=str(place),
            share=100 * alike.share,
            chance=chance,
        )
    advice = later(
        "look at some samples with their labels in the Data tab: one may have been shuffled "
        "without the other; if they are right, train longer or add layers"
    )
    return Finding("hint", "labels-suspected", place, message, advice)
