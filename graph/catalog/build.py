"""Layers made and called: the one place where a catalog entry meets PyTorch itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor

from graph.catalog.callables import callables
from graph.catalog.catalog import CATALOG
from graph.catalog.indexing import parse_index
from graph.catalog.layer import REQUIRED, Argument, Layer, Slot
from graph.catalog.node_ports import TOGETHER, exists
from graph.document import Value

Built = Callable[..., Any]

CATALOG.refresh()  # whoever builds has torch anyway; for the shipped version it costs 1 ms


def construct(layer: Layer, arguments: Mapping[str, Value]) -> Built:
    """The module of a layer, or the function that it names.

    ``arguments`` are resolved: no ``auto``, no expressions; those left out take PyTorch's
    default. Built on the current default device, so ``with torch.device("meta")`` works.
    Raises: what PyTorch raises; KeyError, for a layer that names nothing to build.
    """
    built = callables()[layer.type]
    if layer.kind not in ("module", "loss"):
        return built
    keywords = constructor_arguments(layer, arguments)
    for parameter, inner in layer.nested.items():
        nested = {a.name for a in layer.arguments if a.nested == parameter}
        own = {name: value for name, value in arguments.items() if name in nested}
        keywords[parameter] = construct(CATALOG[inner], own)
    module: Built = built(**keywords)
    return module


def constructor_arguments(layer: Layer, arguments: Mapping[str, Value]) -> dict[str, Any]:
    """Keywords of the constructor, in its order, as the objects that PyTorch takes."""
    return {
        argument.name: to_torch(argument, arguments[argument.name])
        for argument in layer.arguments
        if argument.name in arguments and not argument.at_call and not argument.nested
    }


def call(
    layer: Layer, built: Built, inputs: Mapping[str, Any], arguments: Mapping[str, Value]
) -> dict[str, Any]:
    """Run a layer; the result is its outputs by port, in order: ``{"output": ..., "h_n": ...}``.

    ``inputs`` are tensors by concrete port name (``tensors.0``), left out where not wired.
    Raises: what PyTorch raises; ValueError, if a port that must be wired is not.
    """
    positional, keywords = call_arguments(layer, inputs, arguments)
    return name_outputs(layer, built(*positional, **keywords), arguments)


def call_arguments(
    layer: Layer, inputs: Mapping[str, Any], arguments: Mapping[str, Value]
) -> tuple[list[Any], dict[str, Any]]:
    """What is passed by place and what by name, following the layer's slots."""
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    by_place = True
    for slot in layer.call:
        if slot.passing == "training":
            by_place, keywords[slot.parameter] = False, True
            continue
        values = _slot_values(layer, slot, inputs, arguments)
        if values is None:
            by_place = False
        elif slot.passing == "unpacked":
            positional += values[0] if isinstance(values[0], tuple) else values
        elif slot.passing == "device":
            keywords[slot.parameter] = values[0].device
        elif slot.passing == "keyword" or not by_place:
            by_place = False
            keywords[slot.parameter] = _gathered(slot, values)
        else:
            positional.append(_gathered(slot, values))
    return positional, keywords


def _gathered(slot: Slot, values: list[Any]) -> Any:
    if slot.passing == "list":
        return values
    return tuple(values) if slot.passing == "tuple" else values[0]


def _slot_values(
    layer: Layer, slot: Slot, inputs: Mapping[str, Any], arguments: Mapping[str, Value]
) -> list[Any] | None:
    """The values for a slot; None where the call is made without it."""
    values: list[Any] = []
    for name in slot.names:
        port = layer.input(name)
        argument = layer.argument(name)
        if name in inputs:
            values.append(inputs[name])
        elif port is not None and port.variadic:
            values += _variadic(name, inputs)
        elif argument is not None and name in arguments:
            values.append(to_torch(argument, arguments[name]))
        elif port is not None and not port.optional:
            raise ValueError(f"nothing arrives at {name}")
    if len(values) < len(slot.names):
        if values:
            raise ValueError(f"{' and '.join(slot.names)}{TOGETHER}")
        return None
    return values


def _variadic(stem: str, inputs: Mapping[str, Any]) -> list[Any]:
    found = [
        (int(index), value)
        for (name, _, index), value in ((port.rpartition("."), v) for port, v in inputs.items())
        if name == stem and index.isdecimal()
    ]
    return [value for _, value in sorted(found, key=lambda item: item[0])]


def name_outputs(layer: Layer, result: Any, arguments: Mapping[str, Value]) -> dict[str, Any]:
    """Outputs by port: nested tuples laid flat, ports that do not exist here left out."""
    if len(layer.outputs) == 1 and layer.outputs[0].variadic:
        stem = layer.outputs[0].name
        return {f"{stem}.{index}": value for index, value in enumerate(result)}
    values = _flat(result)
    declared = [
        port for port in layer.outputs if layer.always_tuple or exists(layer, port, arguments)
    ]
    return {
        port.name: value for port, value in zip(declared, values, strict=True) if value is not None
    }


def _flat(result: Any) -> list[Any]:
    if isinstance(result, (tuple, list)):
        return [value for item in result for value in _flat(item)]
    return [result]


def to_torch(argument: Argument, value: Value) -> Any:
    """A value of a project as PyTorch takes it: dtypes, tensors and slices become real."""
    if value is None or value is REQUIRED:
        return value
    if argument.type == "dtype":
        return DTYPES[value]
    if argument.type == "tensor":
        return torch.tensor(value, dtype=torch.get_default_dtype())
    if argument.type == "index":
        return parse_index(value)
    return value


#: The types of numbers that a project may name.
DTYPES: dict[str, torch.dtype] = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32,
        torch.int16, torch.int8, torch.uint8, torch.bool, torch.complex64, torch.complex128,
    )
}  # fmt: skip


def sample_inputs(layer: Layer, generator: torch.Generator | None = None) -> dict[str, Tensor]:
    """Real tensors for the layer's declared samples: for tests and for random graphs."""
    return {
        port: _sample(s.shape, DTYPES[s.dtype], s.low, s.high, generator)
        for port, s in layer.samples.items()
    }


def _sample(
    shape: tuple[int, ...],
    dtype: torch.dtype,
    low: int,
    high: int | None,
    generator: torch.Generator | None,
) -> Tensor:
    if dtype.is_floating_point:
        if high is None:
            return torch.randn(shape, dtype=dtype, generator=generator)
        return torch.rand(shape, dtype=dtype, generator=generator) * (high - low) + low
    return torch.randint(low, high or 2, shape, generator=generator).to(dtype)
