"""What one layer costs at numbers for all sizes, as PyTorch itself counts while it runs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor
from torch.utils.flop_counter import FlopCounterMode

from graph.catalog.build import DTYPES, call
from graph.catalog.layer import Layer
from graph.limits import TRIAL_ELEMENTS
from graph.probing import Arguments, Build, Built, Shapes, quietly, replaced

#: The memory that a value lies in: that of an input (its port), or the n-th that the layer made.
Place = str | int

#: Steps along each axis and where the first element lies: a view that is not laid out in a row.
Layout = tuple[tuple[int, ...], int]


@dataclass(frozen=True)
class Measured:
    """One forward pass in training mode.

    ``places`` says in which memory each output lies; ``made`` how many bytes each new memory has
    that outputs lie in; ``kept`` which memory is kept for the backward pass, and ``beside`` how
    many bytes are that no output lies in. ``learns`` names the outputs that gradients come from,
    ``layouts`` those that are not laid out in a row: who needs that keeps a copy.
    """

    flops: int
    places: Mapping[str, Place]
    made: tuple[int, ...]
    kept: frozenset[Place]
    beside: int
    learns: frozenset[str]
    layouts: Mapping[str, Layout]


@dataclass(frozen=True)
class Given:
    """What arrives at an input: ``learns`` where gradients are wanted of it, ``same_as`` the name
    of another input that is handed the very same tensor."""

    shape: tuple[int, ...]
    dtype: str = "float32"
    learns: bool = False
    layout: Layout | None = None
    same_as: str = ""


def measure(
    layer: Layer,
    arguments: Arguments,
    inputs: Mapping[str, Given],
    *,
    frozen: bool = False,
    build: Build = Built,
) -> Measured | None:
    """Run a layer on tensors without data and note what it does; None where it does not run.

    ``build`` makes it ready to be run.
    """
    try:
        return _Measuring(layer, arguments, inputs, frozen, build).once()
    except Exception:
        return None


class _Measuring:
    """One layer, measured at as many sizes as it takes."""

    def __init__(
        self,
        layer: Layer,
        arguments: Arguments,
        inputs: Mapping[str, Given],
        frozen: bool,
        build: Build,
    ) -> None:
        self._build = build
        self._layer, self._arguments = layer, arguments
        self._given, self._frozen = inputs, frozen

    def once(self) -> Measured:
        built = self._build(self._layer, self._arguments)
        shapes = {port: given.shape for port, given in self._given.items()}
        axis = built.time_axis(shapes)
        first = next(iter(shapes), "")
        if axis is not None and shapes[first][axis] > 3:  # unrolled step by step: two are enough
            return self._along(shapes, {first: axis}, shapes[first][axis])
        try:
            return self._run(built, shapes)
        except Exception:
            # One sample alone has no variance for a BatchNorm: a second and a third tell.
            batched = {port: 0 for port, shape in shapes.items() if shape[:1] == (1,)}
            if not batched:
                raise
            return self._along(shapes, batched, 1)

    def _along(self, shapes: Shapes, axes: Mapping[str, int], length: int) -> Measured:
        """What every step along some axes adds, seen at two and three of them."""

        def at(size: int) -> Measured:
            given = {
                port: replaced(shape, axes[port], size) if port in axes else shape
                for port, shape in shapes.items()
            }
            return self._run(self._build(self._layer, self._arguments), given, in_a_row=True)

        two, three = at(2), at(3)

        def grown(first: int, then: int) -> int:
            return first + (then - first) * (length - 2)

        return replace(
            two,
            flops=grown(two.flops, three.flops),
            made=tuple(map(grown, two.made, three.made)),
            beside=grown(two.beside, three.beside),
            layouts={
                port: (tuple(map(grown, steps, three.layouts[port][0])), offset)
                for port, (steps, offset) in two.layouts.items()
                if port in three.layouts
            },
        )

    def _run(self, built: Built, shapes: Shapes, *, in_a_row: bool = False) -> Measured:
        device = "meta" if self._layer.meta else "cpu"
        if not self._layer.meta and sum(map(math.prod, shapes.values())) > TRIAL_ELEMENTS:
            raise MemoryError
        inputs: dict[str, Tensor] = {}
        for port, given in self._given.items():
            if given.same_as:
                inputs[port] = inputs[given.same_as]
            else:
                layout = None if in_a_row else given.layout
                inputs[port] = _tensor(replace(given, shape=shapes[port], layout=layout), device)
        module = built.callable if isinstance(built.callable, torch.nn.Module) else None
        if module is not None and self._frozen:
            module.requires_grad_(False)
        weights = [*module.parameters(), *module.buffers()] if module is not None else []
        noted = _Noted(inputs, weights)
        counter = FlopCounterMode(display=False)
        with (
            quietly(),
            torch.random.fork_rng(devices=[]),
            torch.enable_grad(),
            torch.device(device),
            torch.autograd.graph.saved_tensors_hooks(noted.keep, _give_back),
            counter,
        ):
            outputs = call(self._layer, built.callable, inputs, built.at(shapes))
        return noted.measured(outputs, int(counter.get_total_flops()))


class _Noted:
    """The memory that is seen to be kept while a layer runs."""

    def __init__(self, inputs: Mapping[str, Tensor], weights: list[Any]) -> None:
        self._inputs = {_memory(tensor): port for port, tensor in inputs.items()}
        self._weights = {_memory(weight) for weight in weights}
        self._kept: dict[int, Tensor] = {}  # held, so that no address is used twice

    def keep(self, tensor: Tensor) -> Tensor:
        if _memory(tensor) not in self._weights:
            self._kept[_memory(tensor)] = tensor.detach()
        return tensor

    def measured(self, outputs: Mapping[str, Tensor], flops: int) -> Measured:
        places: dict[str, Place] = {}
        made: dict[int, int] = {}
        sizes: list[int] = []
        for port, tensor in outputs.items():
            memory = _memory(tensor)
            if memory in self._inputs:
                places[port] = self._inputs[memory]
                continue
            if memory not in made:
                made[memory] = len(made)
                sizes.append(tensor.untyped_storage().nbytes())
            places[port] = made[memory]
        return Measured(
            flops,
            places,
            tuple(sizes),
            frozenset(self._inputs.get(m, made.get(m, -1)) for m in self._kept) - {-1},
            sum(
                tensor.untyped_storage().nbytes()
                for memory, tensor in self._kept.items()
                if memory not in self._inputs and memory not in made
            ),
            frozenset(port for port, tensor in outputs.items() if tensor.requires_grad),
            {
                port: (tensor.stride(), int(tensor.storage_offset()))
                for port, tensor in outputs.items()
                if not tensor.is_contiguous() or tensor.storage_offset()
            },
        )


def _tensor(given: Given, device: str) -> Tensor:
    """A tensor of zeros that lies as it is given; not a leaf, which could not be written over."""
    steps, offset = given.layout or ((), 0)
    reach = sum((size - 1) * step for size, step in zip(given.shape, steps, strict=False))
    extent = given.shape if given.layout is None else (offset + reach + 1,)
    memory = torch.zeros(extent, dtype=DTYPES[given.dtype], device=device)
    if given.learns:
        memory = memory.requires_grad_().clone()
    return memory if given.layout is None else memory.as_strided(given.shape, steps, offset)


def _memory(tensor: Tensor) -> int:
    """Equal for tensors that lie in the same memory, views of each other."""
    return int(tensor.untyped_storage()._cdata)


def _give_back(kept: Tensor) -> Tensor:
    return kept


def itemsize(dtype: str) -> int:
    """Bytes of one number of a dtype, by its name."""
    return int(DTYPES[dtype].itemsize)
