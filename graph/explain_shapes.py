"""Shapes that do not fit: how many axes, how many features, which sizes differ."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from graph.analysis import TensorType
from graph.case import (
    Case,
    arrives,
    axis_words,
    insert,
)
from graph.catalog import CATALOG
from graph.document import UNSET, Value
from graph.edits import ReplaceNode
from graph.phrases import later, listed
from graph.problems import Fix, Problem
from graph.resolve import indexed_autos
from graph.sizes import Size, SymbolicSize, format_shape

#: How a tensor of so many axes is thought of, by family.
_PICTURES = {
    ("recurrent", 3): "[N, T, features]",
    ("attention", 3): "[N, T, features]",
    ("", 2): "[N, features]",
    ("", 3): "[N, C, L]",
    ("", 4): "[N, C, H, W]",
    ("", 5): "[N, C, D, H, W]",
}


def wrong_axes(case: Case) -> Problem | None:
    """Found by trying: with the number of axes of its samples the layer runs, with this never."""
    samples = case.layer.samples
    dim_at_fault = "out of range" in case.refusal.detail and any("dim" in n for n in case.said)
    if not samples or set(samples) - set(case.inputs) or dim_at_fault:
        return None
    typical = {port: TensorType(s.shape, s.dtype) for port, s in samples.items()}
    got = {port: len(case.inputs[port].shape) for port in samples}
    if any(port.variadic for port in case.layer.inputs) and len(set(got.values())) > 1:
        return None
    shapes = zip(*(_of_axes(s.shape, got[port]) for port, s in samples.items()), strict=True)
    together = (
        {p: replace(typical[p], shape=shape) for p, shape in zip(samples, each, strict=True)}
        for each in shapes
    )
    if not case.works(inputs=typical) or any(case.works(inputs=inputs) for inputs in together):
        return None
    for port, sample in samples.items():
        if len(sample.shape) != got[port] and not any(
            case.works(inputs={**typical, port: TensorType(shape, sample.dtype)})
            for shape in _of_axes(sample.shape, got[port])
        ):
            return _axes_problem(case, port, len(sample.shape))
    return None


def _of_axes(sample: tuple[int, ...], axes: int) -> Iterator[tuple[int, ...]]:
    """Shapes of so many axes that a layer would most likely take, if it took so many at all."""
    more = max(0, axes - len(sample))
    yield (*sample[:1] * more, *sample[-axes:]) if axes else ()
    yield (*sample[:axes], *(8,) * more)
    yield from ((size,) * axes for size in (8, 4, 2, 1))


def _axes_problem(case: Case, port: str, expected: int) -> Problem:
    type_, arriving = case.layer.type, arrives(case, port)
    counted = later("one axis") if expected == 1 else later("{expected} axes", expected=expected)
    picture = _PICTURES.get((case.layer.family, expected)) or _PICTURES.get(("", expected))
    if case.layer.kind not in ("module", "loss"):
        picture = None
        for name, value in case.said.items():
            if isinstance(value, tuple) and len(value) == expected:
                message = later(
                    "{name} {value} is for {counted}, but {arriving}.",
                    name=name,
                    value=list(value),
                    counted=counted,
                    arriving=arriving,
                )
                return case.problem("wrong-axes", message, port)
    if picture:
        counted = later("{axes}, {picture}", axes=counted, picture=picture)
    if len(case.inputs) > 1:
        between = "," if picture else ""
        counted = later("{axes}{comma} at {port}", axes=counted, comma=between, port=port)
    message = later(
        "{type} expects {axes}, but {arriving}.", type=type_, axes=counted, arriving=arriving
    )
    return case.problem("wrong-axes", message, port, *_of_other_rank(case, port))


def _of_other_rank(case: Case, port: str) -> Iterator[Fix]:
    """Conv1d in the place of Conv2d, where that would run."""
    named = re.fullmatch(r"(.*?)([123])d", case.layer.type)
    if named is None:
        return
    expected, got = len(case.layer.samples[port].shape), len(case.inputs[port].shape)
    for shift in (got - expected, got - expected - 1):
        other = f"{named[1]}{int(named[2]) + shift}d"
        if other in CATALOG and case.attempt(other, case.said, case.inputs).refusal is None:
            swapped = ReplaceNode(replace(case.node, type=other), case.scope)
            yield Fix(later("Use {other}", other=other), swapped, safe=True)
            return


def wrong_width(case: Case) -> Problem | None:
    """An argument that PyTorch wants to equal a size that arrives, and does not."""
    for name, (port, index) in indexed_autos(case.layer).items():
        value = case.said.get(name)
        if value in (None, "auto") or port not in case.inputs:
            continue
        shape = case.inputs[port].shape
        if not -len(shape) <= index < len(shape) or shape[index] == value:
            continue
        without = {k: v for k, v in case.said.items() if k != name}
        if not case.works(said=without) and not isinstance(shape[index], int):
            continue
        noun = later("channels") if "channels" in name or index == 1 else later("features")
        message = later(
            "{type} expects {value} {noun} on {axis}, but {arrives}.",
            type=case.layer.type,
            value=value,
            noun=noun,
            axis=axis_words(index, len(shape)),
            arrives=arrives(case, port),
        )
        fixes = [*_flatten(case, port, value)]
        if isinstance(shape[index], int):
            fixes.append(case.set_(name, shape[index], safe=not fixes))
        fixes.append(case.set_(name, UNSET, later("Use auto")))
        return case.problem("wrong-width", message, port, *fixes)
    return None


def _flatten(case: Case, port: str, value: Value) -> Iterator[Fix]:
    """Where the features, laid in one row, are as many as the layer expects."""
    tensor, edge = case.inputs[port], case.wires.get(port)
    sizes = tensor.shape[1:]
    if edge is None or len(sizes) < 2 or not all(isinstance(size, int) for size in sizes):
        return
    if math.prod(int(str(size)) for size in sizes) == value:
        yield Fix("Insert Flatten", insert(case, edge, "Flatten", "output"), safe=True)


def sizes_that_differ(case: Case) -> Problem | None:
    """Several tensors that do not fit each other: which axis, and both numbers."""
    if len(case.inputs) < 2:
        return None
    ports = list(case.inputs)
    shapes = [case.inputs[port].shape for port in ports]
    gathered = any(port.variadic for port in case.layer.inputs)
    joined = case.said.get("dim", 0) if case.layer.type in ("torch.cat", "torch.concat") else None
    if case.layer.type in ("torch.matmul", "torch.bmm", "torch.mm"):
        return _inner_sizes(case, ports)
    if gathered and len({len(shape) for shape in shapes}) > 1:
        tensors = listed(
            [
                later(
                    "{shape} from {source}",
                    shape=format_shape(s),
                    source=case.source(p),
                )
                for p, s in zip(ports, shapes, strict=True)
            ]
        )
        message = later("all must have equally many axes, but {tensors} arrive.", tensors=tensors)
        return case.problem("incompatible-shapes", message, ports[-1])
    for index, shape in enumerate(shapes[1:], 1):
        axis = _differing_axis(shapes[0], shape, joined, strict=gathered)
        if axis is None:
            continue
        left, right = shapes[0][axis[0]], shape[axis[1]]
        rule = later("be equal") if gathered else later("be equal, or one of them 1")
        message = later(
            "{axis} is {left} in {shape} from {source} but {right} in "
            "{other} from {source_2}; they must {rule}.",
            axis=axis_words(axis[0], len(shapes[0])),
            left=left,
            shape=format_shape(shapes[0]),
            source=case.source(ports[0]),
            right=right,
            other=format_shape(shape),
            source_2=case.source(ports[index]),
            rule=rule,
        )
        fixes = _other_axis(case, len(shapes[0])) if joined is not None else []
        return case.problem("incompatible-shapes", message, ports[index], *fixes)
    return None


def _inner_sizes(case: Case, ports: list[str]) -> Problem | None:
    left, right = case.inputs[ports[0]].shape, case.inputs[ports[1]].shape
    if not left or not right:
        return None
    inner = right[-2] if len(right) > 1 else right[-1]
    if left[-1] == inner:
        return None
    message = later(
        "the last axis of {shape} from {source} is {left}, but "
        "{other} from {source_2} has {inner} rows; they must be equal.",
        shape=format_shape(left),
        source=case.source(ports[0]),
        left=left[-1],
        other=format_shape(right),
        source_2=case.source(ports[1]),
        inner=inner,
    )
    return case.problem("incompatible-shapes", message, ports[1])


def _other_axis(case: Case, axes: int) -> list[Fix]:
    fitting = [
        dim
        for dim in range(axes)
        if dim != case.said.get("dim", 0) and case.works(said={**case.said, "dim": dim})
    ]
    return [case.set_("dim", dim, safe=len(fitting) == 1) for dim in fitting[:1]]


def _differing_axis(
    left: tuple[object, ...], right: tuple[object, ...], joined: Value, *, strict: bool
) -> tuple[int, int] | None:
    """The first axis from the end on which two shapes do not fit."""
    for back in range(1, min(len(left), len(right)) + 1):
        a, b = left[-back], right[-back]
        if isinstance(joined, int) and joined in (len(left) - back, -back):
            continue
        if a != b and (strict or (a != 1 and b != 1)):
            return (len(left) - back, len(right) - back)
    return None


def wrong_count(case: Case) -> Problem | None:
    """A view whose numbers are not as many as those that arrive."""
    if "is invalid for input of size" not in case.refusal.detail or len(case.inputs) != 1:
        return None
    [(port, tensor)] = case.inputs.items()
    target = next((v for v in case.said.values() if isinstance(v, tuple)), ())
    count: Size = 1
    for size in tensor.shape:
        count = size * count
    message = later(
        "the {count} numbers of {tensor} from {source} cannot be laid out as {shape}.",
        count=count,
        tensor=tensor,
        source=case.source(port),
        shape=format_shape(target),
    )
    fixes = []
    samples = tensor.shape[0] if tensor.shape else 1
    if isinstance(samples, SymbolicSize):
        each = math.prod(size for size in tensor.shape[1:] if isinstance(size, int))
        name = next((k for k, v in case.said.items() if v == target), "")
        if name and case.works(said={**case.said, name: (-1, each)}):
            fixes.append(case.set_(name, (-1, each), safe=True))
    return case.problem("incompatible-shapes", message, port, *fixes)
