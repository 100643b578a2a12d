"""Whether a run is looked into, from the key ``xray`` of ``training:``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.phrases import later
from train.reader import Reader, dropping, setting
from train.settings import XrayConfig


def read_xray(reader: Reader, value: Any) -> XrayConfig:
    """``xray: true`` looks as often as costs little, ``xray: {every: 20}`` at each 20th step."""
    path = ("xray",)
    if value is None or isinstance(value, bool):
        return XrayConfig(bool(value))
    if not isinstance(value, Mapping):
        said = later("expected true, false or every: 20, not {value}", value=repr(value))
        reader.complain(path, "bad-value", said, setting(path, True), dropping(path))
        return XrayConfig()
    reader.unknown_keys(value, ("every",), path)
    given = value.get("every")
    every = None if given is None else reader.whole(value, "every", path, 20, 1, 1_000_000_000)
    return XrayConfig(True, every)
