"""One data set asked for each of its targets."""

from __future__ import annotations

from dataclasses import replace

from train.data.sources import SOURCES
from train.settings import DataConfig

#: The target that is what goes into the network.
INPUTS = "inputs"


def target_option(data: DataConfig) -> str:
    """The option by which a source is told its target; "" where it has one target only."""
    source = SOURCES[data.source]
    if source.name in ("npz", "pt"):
        return "targets"
    return "target" if any(a.name == "target" for a in source.arguments) else ""


def data_for(data: DataConfig, target: str) -> DataConfig:
    """The same data set asked for another of its targets."""
    key = target_option(data)
    if target in ("", INPUTS) or not key or data.options.get(key) == target:
        return data
    options = {**data.options, key: target}
    if data.reconstruct:  # the input, which stays as it is, is asked for beside this one
        options.pop("targets")
        options[key] = target
        data = replace(data, beside_input=True)
    if key == "target":
        ignored = options.get("ignore") or ()
        ignored = (ignored,) if isinstance(ignored, str) else tuple(ignored)
        own = data.options.get("target")
        own = (own,) if isinstance(own, str) else tuple(own or ())
        options["ignore"] = tuple(name for name in (*ignored, *own) if name != target)
    return replace(data, options=options)
