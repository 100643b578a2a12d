"""What one layer gives for what arrives: shapes as formulas, dtypes, weights."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.analysis import TensorType
from graph.catalog.layer import Layer
from graph.document import Value
from graph.fit import Assignment, Probes, fit, probes, quick_fit
from graph.limits import (
    MAX_AXES,
    MAX_LAYER_BYTES,
    MAX_PIECES,
    MAX_STACKED_LAYERS,
    MAX_TENSOR_BYTES,
)
from graph.phrases import later
from graph.probing import Arguments, Build, Built, Seen
from graph.resolve import (
    HopelessArgumentError,
    VaryingArgumentError,
    at_sizes,
    fill_auto,
    indexed_autos,
    with_defaults,
)
from graph.sizes import UNKNOWN, Shape, Size, symbols_of

Inputs = Mapping[str, TensorType]

RefusalKind = Literal["refused", "varying", "hopeless", "too-large", "unknown-size"]


@dataclass(frozen=True)
class Refusal:
    """Why a layer gives nothing: what PyTorch said, or which of our limits it meets.

    ``argument`` is the one concerned, where it is known, ``suggestion`` a value of it that would
    do; ``detail`` a formula or an amount.
    """

    kind: RefusalKind
    detail: str = ""
    argument: str = ""
    suggestion: Value = None


@dataclass(frozen=True)
class Inference:
    """What is known of a layer with these arguments and these inputs; names no node."""

    outputs: Mapping[str, TensorType] = field(default_factory=dict)
    arguments: Mapping[str, Value] = field(default_factory=dict)
    parameters: int = 0
    buffers: int = 0
    parameter_shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    refusal: Refusal | None = None


def infer(
    layer: Layer,
    said: Arguments,
    inputs: Inputs,
    batch: frozenset[str],
    build: Build = Built,
) -> Inference:
    """Ask PyTorch what ``layer``, made ready by ``build``, gives for ``inputs``; never raises.

    Shapes: any, with symbols; those in ``batch`` must be free to take any number.
    """
    sizes = [size for tensor in inputs.values() for size in tensor.shape]
    at = probes(symbols_of(sizes), batch)
    try:
        arguments = fill_auto(layer, dict(said), inputs, at.first)
    except VaryingArgumentError as error:
        return Inference(refusal=Refusal("varying", error.formula, error.argument))
    except HopelessArgumentError as error:
        return Inference(refusal=Refusal("hopeless", error.expression, error.argument))
    complete = with_defaults(layer, arguments)
    refusal = _beyond_limits(layer, complete, inputs, at)
    if refusal is not None:
        return Inference(arguments=complete, refusal=refusal)
    try:
        return _Asking(layer, build(layer, arguments), inputs, at).inference(complete)
    except Exception as error:
        if re.search(r"overflow|[Ss]torage size|can't allocate|too many bytes", str(error)):
            refusal = Refusal("too-large", later("it would take more memory than there can be"))
            return Inference(arguments=complete, refusal=refusal)
        argument, better = getattr(error, "argument", ""), getattr(error, "suggestion", None)
        refusal = Refusal("refused", str(error), argument, better)
        return Inference(arguments=complete, refusal=refusal)


class _Asking:
    """One layer, asked at as many sizes as it takes to know."""

    def __init__(self, layer: Layer, built: Built, inputs: Inputs, at: Probes) -> None:
        self.inputs, self.at, self.layer = inputs, at, layer
        self.dtypes = {port: tensor.dtype for port, tensor in inputs.items()}
        self.layouts = {port: tensor.layout for port, tensor in inputs.items()}
        self.built = built

    def inference(self, complete: Arguments) -> Inference:
        built = self.built
        weights = built.parameters
        known = Inference(
            arguments=complete,
            parameters=sum(weight.numel() for weight in weights.values()),
            buffers=sum(buffer.numel() for buffer in built.buffers.values()),
            parameter_shapes={name: tuple(weight.shape) for name, weight in weights.items()},
        )
        if built.weight_bytes > MAX_LAYER_BYTES:
            amount = _amount(built.weight_bytes)
            too_large = Refusal(
                "too-large", later("its weights would take {amount}", amount=amount)
            )
            return replace(known, refusal=too_large)
        outputs, refusal = self._outputs()
        if refusal is None:
            outputs, refusal = self._confirmed(outputs)
        return replace(known, outputs={} if refusal else outputs, refusal=refusal)

    def _ask(self, assignment: Assignment) -> Seen:
        return self.built.run(at_sizes(self.inputs, assignment), self.dtypes, self.layouts)

    def _outputs(self) -> tuple[dict[str, TensorType], Refusal | None]:
        seen = [self._ask(assignment) for assignment in self.at.first]
        if any(_outline(other) != _outline(seen[0]) for other in seen):
            return {}, Refusal("unknown-size", later("the number of its outputs or of their axes"))
        if any(size <= 0 for shape in seen[0].shapes.values() for size in shape):
            return {}, Refusal(
                "refused", later("Output size is too small: {shapes}", shapes=seen[0].shapes)
            )
        shapes = {port: self._quick(port, seen) for port in seen[0].shapes}
        if any(size is None for shape in shapes.values() for size in shape):
            further = _Further(self, seen)
            shapes = {port: further.shape(port, shape) for port, shape in shapes.items()}
        outputs = {
            port: TensorType(_complete(shape), seen[0].dtypes[port], seen[0].layouts.get(port))
            for port, shape in shapes.items()
        }
        if any(UNKNOWN in tensor.shape for tensor in outputs.values()):
            return {}, Refusal("unknown-size", later("a size"))
        return outputs, self._too_large(outputs)

    def _quick(self, port: str, seen: list[Seen]) -> list[Size | None]:
        sizes = [size for tensor in self.inputs.values() for size in tensor.shape]
        columns = zip(*(s.shapes[port] for s in seen), strict=True)
        return [quick_fit(values, sizes, self.at.first) for values in columns]

    def _too_large(self, outputs: Mapping[str, TensorType]) -> Refusal | None:
        for shape in at_sizes(outputs, self.at.small).values():
            amount = 4 * math.prod(shape)
            if amount > MAX_TENSOR_BYTES:
                return Refusal(
                    "too-large", later("its output would take {amount}", amount=_amount(amount))
                )
        return None

    def _confirmed(
        self, outputs: dict[str, TensorType]
    ) -> tuple[dict[str, TensorType], Refusal | None]:
        """What only real tensors tell: PyTorch on ``meta`` accepts what it refuses later."""
        small, results = at_sizes(self.inputs, self.at.small), at_sizes(outputs, self.at.small)
        if any(size <= 0 for shape in results.values() for size in shape):
            return outputs, None  # only the small probe is too small
        if not self.built.can_try(small, results):
            return outputs, self._wrong_dtype() or self._wrong_width()
        try:
            real = self.built.try_out(small, self.dtypes, self.layouts)
        except Exception as error:
            return outputs, Refusal("refused", str(error))
        return {p: replace(t, layout=real.layouts.get(p)) for p, t in outputs.items()}, None

    def _wrong_dtype(self) -> Refusal | None:
        """For layers too large to be tried: numbers of the kind that the samples have."""
        if not self.built.parameters:
            return None
        for port, sample in self.layer.samples.items():
            dtype = self.dtypes.get(port)
            if dtype is not None and _is_whole(dtype) != _is_whole(sample.dtype):
                return Refusal(
                    "refused",
                    later("expected {dtype}, but got {dtype_2}", dtype=sample.dtype, dtype_2=dtype),
                )
            if dtype is not None and not _is_whole(dtype) and dtype != sample.dtype:
                return Refusal(
                    "refused",
                    later("expected {dtype}, but got {dtype_2}", dtype=sample.dtype, dtype_2=dtype),
                )
        return None

    def _wrong_width(self) -> Refusal | None:
        """For layers too large to be tried: ConvTranspose2d takes any channels on ``meta``."""
        for name, (port, index) in indexed_autos(self.layer).items():
            shape = self.inputs[port].shape if port in self.inputs else ()
            value = self.built.arguments.get(name)
            if -len(shape) <= index < len(shape) and value not in (None, shape[index]):
                return Refusal(
                    "refused",
                    later(
                        "{name} is {value}, not {shape}", name=name, value=value, shape=shape[index]
                    ),
                    name,
                )
        return None


class _Further:
    """More probes, for sizes that the first left in doubt."""

    def __init__(self, asking: _Asking, seen: list[Seen]) -> None:
        self.inputs = [tensor.shape for tensor in asking.inputs.values()]
        self.at: list[Assignment] = list(asking.at.first)
        self.seen = list(seen)
        for assignment in asking.at.further:
            try:
                answer = asking._ask(assignment)
            except Exception:
                continue  # an odd size that this layer does not take
            if _outline(answer) == _outline(seen[0]):
                self.at.append(assignment)
                self.seen.append(answer)

    def shape(self, port: str, shape: list[Size | None]) -> list[Size | None]:
        return [self._size(port, axis) if size is None else size for axis, size in enumerate(shape)]

    def _size(self, port: str, axis: int) -> Size:
        values = [s.shapes[port][axis] for s in self.seen]
        return fit(values, self.inputs, axis, self.at)


def _beyond_limits(
    layer: Layer, arguments: Arguments, inputs: Inputs, at: Probes
) -> Refusal | None:
    """What must not even be built: it would take all memory, or not end."""
    if any(len(tensor.shape) > MAX_AXES for tensor in inputs.values()):
        return Refusal("too-large", later("more than {max_axes} axes arrive", max_axes=MAX_AXES))
    for name, value in arguments.items():
        stacked = name.startswith("num_") and name.endswith("layers") and isinstance(value, int)
        if stacked and value > MAX_STACKED_LAYERS:
            return Refusal(
                "too-large",
                later(
                    "{name} may be at most {max_stacked_layers}",
                    name=name,
                    max_stacked_layers=MAX_STACKED_LAYERS,
                ),
                name,
            )
        if isinstance(value, tuple) and len(value) > MAX_PIECES:
            return Refusal(
                "too-large",
                later(
                    "{name} may hold at most {max_pieces} numbers", name=name, max_pieces=MAX_PIECES
                ),
                name,
            )
    if any(port.variadic for port in layer.outputs) and not any(p.variadic for p in layer.inputs):
        pieces = _pieces(arguments, inputs, at)
        if pieces > MAX_PIECES:
            return Refusal("too-large", later("it would give {pieces:,} pieces", pieces=pieces))
    return None


def _pieces(arguments: Arguments, inputs: Inputs, at: Probes) -> int:
    """How many outputs there may be, at most, when an axis is cut."""
    shapes = at_sizes(inputs, at.small)
    longest = max((size for shape in shapes.values() for size in shape), default=0)
    dim = arguments.get("dim", 0)
    shape = next(iter(shapes.values()), ())
    if isinstance(dim, int) and -len(shape) <= dim < len(shape):
        longest = shape[dim]
    length = arguments.get("split_size_or_sections")
    if isinstance(length, int) and length > 0:
        return math.ceil(longest / length)
    number = arguments.get("chunks", arguments.get("indices_or_sections"))
    return number if isinstance(number, int) else min(longest, 10**12)


def _outline(seen: Seen) -> dict[str, int]:
    return {port: len(shape) for port, shape in seen.shapes.items()}


def _complete(shape: list[Size | None]) -> Shape:
    return tuple(UNKNOWN if size is None else size for size in shape)


def _is_whole(dtype: str) -> bool:
    return dtype.startswith(("int", "uint", "bool"))


def _amount(size: float) -> str:
    for unit in ("bytes", "KiB", "MiB", "GiB", "TiB", "PiB"):
        if size < 1024 or unit == "PiB":
            break
        size /= 1024
    return f"{size:,.0f} {unit}"
