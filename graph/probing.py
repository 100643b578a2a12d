"""One layer run by PyTorch itself: on tensors without data, and on real tiny ones."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
from torch import Tensor

from graph.catalog.build import DTYPES, call, construct
from graph.catalog.layer import Layer
from graph.document import Value
from graph.errors import ExpressionError
from graph.expressions import evaluate
from graph.limits import TRIAL_ELEMENTS, TRIAL_OPERATIONS
from graph.phrases import later
from graph.resolve import Arriving, evaluated, reads_shapes
from graph.strides import Layout, laid_out, layout_of

Shapes = Mapping[str, tuple[int, ...]]
Layouts = Mapping[str, Layout | None]
Arguments = Mapping[str, Value]

#: Weights of more elements than this share one number in a trial, and so take no memory.
_LARGE = 2**14


@dataclass(frozen=True)
class Seen:
    """What one run gave: shape, dtype and layout by output port."""

    shapes: dict[str, tuple[int, ...]]
    dtypes: dict[str, str]
    layouts: dict[str, Layout | None] = field(default_factory=dict)


class Built:
    """A layer built without memory for its weights, ready to be tried at several sizes.

    Raises: whatever PyTorch raises, here and in its methods.
    """

    def __init__(self, layer: Layer, arguments: Arguments) -> None:
        self.layer = layer
        self.arguments = arguments
        self.callable = self._make("meta")
        module = self.callable if isinstance(self.callable, torch.nn.Module) else None
        for part in module.modules() if module else ():
            if getattr(part, "momentum", 0.1) is None:
                # None counts the batches, for which there would have to be data.
                part.momentum = 0.1  # type: ignore[assignment]
        self.parameters = dict(module.named_parameters()) if module else {}
        self.buffers = dict(module.named_buffers()) if module else {}

    def _make(self, device: str) -> Any:
        with quietly(), torch.device(device):
            return construct(self.layer, self.arguments)

    @property
    def weight_bytes(self) -> int:
        tensors = [*self.parameters.values(), *self.buffers.values()]
        return sum(tensor.numel() * tensor.element_size() for tensor in tensors)

    def run(self, shapes: Shapes, dtypes: Mapping[str, str], layouts: Layouts) -> Seen:
        """Run on tensors that hold shapes and no data."""
        if not self.layer.meta:
            return self._declared(shapes, dtypes)
        axis = self.time_axis(shapes)
        given = dict(shapes)
        first = next(iter(shapes), "")
        if axis is not None:
            given[first] = replaced(shapes[first], axis, 1)
        with quietly(), torch.no_grad(), torch.device("meta"):
            inputs = tensors(torch.empty, "meta", given, dtypes, layouts)
            outputs = call(self.layer, self.callable, inputs, self.at(shapes))
        seen = seen_in(outputs)
        if axis is not None:
            port = next(iter(seen.shapes))
            seen.shapes[port] = replaced(seen.shapes[port], axis, shapes[first][axis])
            seen.layouts.clear()  # at length 1 nothing can be told
        return seen

    def at(self, shapes: Shapes) -> Arguments:
        """The arguments, those that follow from shapes (``=input.size(1)``) worked out."""
        if not any(map(reads_shapes, self.arguments.values())):
            return self.arguments
        names = {port: Arriving(shape) for port, shape in shapes.items()}
        return {name: evaluated(value, names) for name, value in self.arguments.items()}

    def _declared(self, shapes: Shapes, dtypes: Mapping[str, str]) -> Seen:
        names: dict[str, Any] = {port: Arriving(shape) for port, shape in shapes.items()}
        defaults = {a.name: a.default for a in self.layer.arguments}
        names |= {k: v for k, v in {**defaults, **self.arguments}.items() if k not in names}
        dtype = next(iter(dtypes.values()), "float32")
        result = {port: evaluate(text, names) for port, text in self.layer.result.items()}
        return Seen({k: tuple(v) for k, v in result.items()}, dict.fromkeys(result, dtype))

    def time_axis(self, shapes: Shapes) -> int | None:
        """The axis of the first input that may have length 1 without changing anything else."""
        if not self.layer.time or not shapes:
            return None
        names: dict[str, Any] = {a.name: a.default for a in self.layer.arguments}
        first = next(iter(shapes.values()))
        names |= {**self.arguments, "input": Arriving(first)}
        try:
            axis = evaluate(self.layer.time, names)
        except ExpressionError:
            return None
        possible = isinstance(axis, int) and 0 <= axis < len(first) and first[axis] > 0
        return axis if possible else None

    # on real tensors

    def can_try(self, shapes: Shapes, outputs: Shapes) -> bool:
        """Whether a run on real tensors is cheap in memory and time."""
        elements = sum(math.prod(s) for s in (*shapes.values(), *outputs.values()))
        if elements > TRIAL_ELEMENTS:
            return False
        largest = max((math.prod(shape) for shape in outputs.values()), default=0)
        operations = sum(
            weight.numel() * max(1, largest // max(1, min(weight.shape)))
            for weight in self.parameters.values()
            if weight.ndim > 1
        )
        steps = 1
        axis = self.time_axis(shapes)
        if axis is not None:
            steps = next(iter(shapes.values()))[axis]
            operations = sum(w.numel() for w in self.parameters.values()) * steps * 4
        small_weights = sum(min(p.numel(), _LARGE) for p in self.parameters.values())
        return operations <= TRIAL_OPERATIONS and small_weights + elements * steps < TRIAL_ELEMENTS

    def try_out(self, shapes: Shapes, dtypes: Mapping[str, str], layouts: Layouts) -> Seen:
        """Run on real tensors, of zeros; where numbers matter, of others as well.

        Leaves the state of PyTorch's random numbers as it was.
        """
        module = self.callable
        if isinstance(module, torch.nn.Module):
            _materialize(module)
        for fill in (torch.zeros, torch.ones):
            with suppress(Exception):
                return self._real(fill, shapes, dtypes, layouts)
        return self._real(_regular, shapes, dtypes, layouts)

    def _real(self, fill: Any, shapes: Shapes, dtypes: Mapping[str, str], layouts: Layouts) -> Seen:
        inputs = tensors(fill, "cpu", shapes, dtypes, layouts)
        state = torch.get_rng_state()
        try:
            with quietly(), torch.no_grad():
                outputs = call(self.layer, self.callable, inputs, self.at(shapes))
        finally:
            torch.set_rng_state(state)
        return seen_in(outputs)


def _regular(shape: tuple[int, ...], **options: Any) -> torch.Tensor:
    """Matrices that are positive definite, where they are square: 2 on the diagonal, else 1."""
    filled = torch.ones(shape, **options)
    if len(shape) > 1:
        filled.diagonal(dim1=-2, dim2=-1).fill_(2)
    return filled


#: Makes a layer ready to be asked.
Build = Callable[[Layer, Arguments], Built]


@contextmanager
def quietly() -> Iterator[None]:
    """PyTorch's warnings are for people who call it; here it is only asked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _materialize(module: torch.nn.Module) -> None:
    """Give a module built on ``meta`` real weights of zeros; large ones share one number."""
    for part in module.modules():
        for name, weight in list(part._parameters.items()):
            if weight is not None and weight.is_meta:
                part._parameters[name] = torch.nn.Parameter(_zeros(weight), requires_grad=False)
        for name, buffer in list(part._buffers.items()):
            if buffer is not None and buffer.is_meta:
                part._buffers[name] = torch.zeros(buffer.shape, dtype=buffer.dtype, device="cpu")
    for part in module.modules():
        if isinstance(part, torch.nn.RNNBase):
            part._flat_weights = [part._parameters[name] for name in part._flat_weights_names]


def _zeros(like: Tensor) -> Tensor:
    if like.numel() <= _LARGE:
        return torch.zeros(like.shape, dtype=like.dtype, device="cpu")
    return torch.zeros((), dtype=like.dtype, device="cpu").expand(like.shape)


def seen_in(outputs: Mapping[str, Any]) -> Seen:
    """What can be told of the outputs of a run. Raises: TypeError, if one is no tensor."""
    for port, value in outputs.items():
        if not isinstance(value, Tensor):
            raise TypeError(later("{port} is no tensor", port=port))
    return Seen(
        {port: tuple(value.shape) for port, value in outputs.items()},
        {port: str(value.dtype).removeprefix("torch.") for port, value in outputs.items()},
        {port: layout_of(value) for port, value in outputs.items()},
    )


def tensors(
    fill: Callable[..., Tensor],
    device: str,
    shapes: Shapes,
    dtypes: Mapping[str, str],
    layouts: Layouts,
) -> dict[str, Tensor]:
    """What arrives at a layer, made by ``torch.empty``, ``zeros`` or ``ones``."""
    return {
        port: laid_out(
            shape, layouts.get(port), partial(fill, dtype=DTYPES[dtypes[port]], device=device)
        )
        for port, shape in shapes.items()
    }


def replaced(shape: tuple[int, ...], axis: int, size: int) -> tuple[int, ...]:
    """A shape with another size along one axis."""
    return (*shape[:axis], size, *shape[axis + 1 :])
