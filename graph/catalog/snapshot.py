"""The catalog as one JSON file, so that the app needs neither torch nor YAML to know it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from graph.catalog.layer import Argument, Family, Layer, Port, Sample, Slot

SNAPSHOT = Path(__file__).with_name("snapshot.json")


@dataclass(frozen=True)
class Snapshot:
    """Everything the catalog holds, and the version of torch it was made from."""

    torch: str
    families: tuple[Family, ...]
    layers: tuple[Layer, ...]


def write_snapshot(snapshot: Snapshot, path: Path) -> None:
    path.write_text(dumps(snapshot), encoding="utf-8")


def read_snapshot(path: Path = SNAPSHOT) -> Snapshot:
    return loads(path.read_text(encoding="utf-8"))


def dumps(snapshot: Snapshot) -> str:
    """JSON with one layer a line, so that a new layer is one line of a diff."""
    layers = ",\n".join(json.dumps(_plain(layer), ensure_ascii=False) for layer in snapshot.layers)
    families = json.dumps([_plain(family) for family in snapshot.families], ensure_ascii=False)
    return (
        f'{{"torch": {json.dumps(snapshot.torch)},\n"families": {families},\n"layers": [\n'
        f"{layers}\n]}}\n"
    )


def loads(text: str) -> Snapshot:
    content = json.loads(text)
    return Snapshot(
        content["torch"],
        tuple(Family(**family) for family in content["families"]),
        tuple(_layer(layer) for layer in content["layers"]),
    )


def _plain(value: Any) -> Any:
    """Only what differs from the default is written; sequences become lists."""
    if isinstance(value, (Argument, Family, Layer, Port, Sample, Slot)):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        }
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


def _default(field: Any) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


def _layer(plain: dict[str, Any]) -> Layer:
    given = {key: _tuples(value) for key, value in plain.items()}
    for key, part in (("arguments", Argument), ("inputs", Port), ("outputs", Port), ("call", Slot)):
        if key in given:
            given[key] = tuple(part(**item) for item in given[key])
    if "samples" in given:
        given["samples"] = {port: Sample(**sample) for port, sample in given["samples"].items()}
    return Layer(**given)


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return value
