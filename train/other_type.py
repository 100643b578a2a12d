"""What of a loss, an optimizer or a schedule still holds once another type is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from graph.catalog.layer import Layer
from graph.document import Value
from train.catalog import optimizers
from train.reader import Reader
from train.reading_loss import BALANCED, balanceable
from train.reading_optimizer import GROUP


def arguments_of(layer: Layer, said: Mapping[str, Value], before: Layer | None) -> dict[str, Value]:
    """The arguments that ``layer`` begins with, and what was ``said`` of the type ``before``.

    What that one began with by itself was nobody's wish; what the new one does not know, or would
    refuse, does not hold.
    """
    begun = before.start_arguments if before is not None else {}
    wished = {key: value for key, value in said.items() if begun.get(key) != value}
    return {**layer.start_arguments, **_taken(layer, wished)}


def optimizer_of(type_: str, said: Mapping[str, Value]) -> dict[str, Value]:
    """``optimizer:`` with another type, its groups, and what does not decay."""
    layer, before = optimizers()[type_], optimizers().get(str(said.get("type", "Adam")))
    after = {"type": type_, **arguments_of(layer, said, before)}
    groups = groups_of(layer, said.get("groups"))
    after |= {"groups": groups} if groups else {}
    decays = any(a.name == "weight_decay" for a in layer.arguments)
    return {**after, "no_decay": said["no_decay"]} if decays and "no_decay" in said else after


def groups_of(layer: Layer, groups: Value) -> tuple[Value, ...]:
    """Parameter groups, as far as an optimizer understands what is said of them."""
    return tuple(
        {**{k: v for k, v in group.items() if k in GROUP}, **_taken(layer, group)}
        for group in (groups if isinstance(groups, tuple | list) else ())
        if isinstance(group, Mapping)
    )


def _taken(layer: Layer, said: Mapping[str, Value]) -> dict[str, Value]:
    """The arguments that a layer knows and whose values it accepts."""
    known = {a.name for a in layer.arguments}
    own = {key: value for key, value in said.items() if key in known}
    by_data = balanceable(layer.type) if layer.family == "loss" else ()
    balanced = {key: own.pop(key) for key in by_data if own.get(key) == BALANCED}
    return {**Reader().arguments(layer, own, ()), **balanced}
