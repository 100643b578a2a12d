"""The settings of a run as they take effect: every key of ``training:``, defaults included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from graph.catalog.layer import REQUIRED, Layer
from graph.document import Expression
from train import catalog
from train.settings import TrainingConfig

#: Fields of which the project file knows no key: what they hold stands one level above.
_HOISTED = ("arguments", "options", "regularity")

_CATALOGS: Mapping[str, Callable[[], Mapping[str, Layer]]] = {
    "optimizer": catalog.optimizers,
    "loss": catalog.losses,
    "schedule": catalog.schedules,
}


def effective(config: TrainingConfig) -> dict[str, Any]:
    """``config`` as ``training:`` has it, in JSON values; arguments that were not given too."""
    plain: dict[str, Any] = to_json(config)
    for key, known in _CATALOGS.items():
        chosen = plain.get(key)
        layer = known().get(chosen.get("type", "")) if isinstance(chosen, dict) else None
        if layer is not None and isinstance(chosen, dict):
            defaults = {a.name: a.default for a in layer.arguments if a.default is not REQUIRED}
            plain[key] = {"type": layer.type, **to_json(defaults), **chosen}
    return plain


def flattened(plain: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Values by their path, as ``--set`` names them: ``{"optimizer.lr": 0.1}``."""
    flat: dict[str, Any] = {}
    for key, value in plain.items():
        path = f"{above}{key}"
        if isinstance(value, Mapping):
            flat.update(flattened(value, f"{path}."))
        else:
            flat[path] = value
    return flat


def to_json(value: Any) -> Any:
    if isinstance(value, Expression):
        return f"={value.text}"
    if is_dataclass(value) and not isinstance(value, type):
        return dict(_fields(value))
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [to_json(item) for item in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _fields(value: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        plain = to_json(getattr(value, field.name))
        if field.name in _HOISTED and isinstance(plain, dict):
            yield from plain.items()
        else:
            yield field.name, plain
