"""PyTorch's refusals in plain words, with fixes that have been tried and work."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.analysis import TensorType
from graph.catalog import CATALOG
from graph.catalog.layer import REQUIRED, Layer
from graph.document import UNSET, Edge, Graph, Node, Value
from graph.edits import AddNode, Batch, Connect, Disconnect, Edit, ReplaceNode, SetArgument
from graph.infer import Inference, Refusal
from graph.names import fresh_name
from graph.problems import Fix, Problem
from graph.resolve import indexed_autos
from graph.sizes import Size, SymbolicSize, format_shape

Inputs = Mapping[str, TensorType]
Arguments = Mapping[str, Value]

#: Runs a layer of a type with other arguments or inputs, to see whether it would work then.
Try = Callable[[str, Arguments, Inputs], Inference]

#: How a tensor of so many axes is thought of, by family.
_PICTURES = {
    ("recurrent", 3): "[N, T, features]",
    ("attention", 3): "[N, T, features]",
    ("", 2): "[N, features]",
    ("", 3): "[N, C, L]",
    ("", 4): "[N, C, H, W]",
    ("", 5): "[N, C, D, H, W]",
}


@dataclass(frozen=True)
class Case:
    """One refusal, with all that is known around it."""

    graph: Graph
    scope: str
    node: Node
    layer: Layer
    said: Arguments
    inputs: Inputs
    wires: Mapping[str, Edge]  # by the port at which they end
    refusal: Refusal
    attempt: Try

    def works(self, said: Arguments | None = None, inputs: Inputs | None = None) -> bool:
        """Whether the layer would run with other arguments or inputs."""
        tried = self.attempt(
            self.layer.type,
            self.said if said is None else said,
            self.inputs if inputs is None else inputs,
        )
        return tried.refusal is None

    def source(self, port: str) -> str:
        return self.wires[port].source if port in self.wires else port

    def set_(self, argument: str, value: Value, label: str = "") -> Fix:
        shown = list(value) if isinstance(value, tuple) else value
        edit = SetArgument(self.node.name, argument, value, self.scope)
        return Fix(label or f"Set {argument} to {shown}", edit)

    def problem(self, code: str, message: str, port: str = "", *fixes: Fix) -> Problem:
        text = f"{self.node.name}: {message}"
        return Problem("error", code, text, self.node.name, port, self.scope, fixes)


def explain(case: Case) -> Problem:
    """Say what is wrong in the first words that fit."""
    for diagnosis in (
        _limits,
        _wrong_axes,
        _wrong_width,
        _wrong_dtype,
        _not_divisible,
        _kernel_too_large,
        _sizes_that_differ,
        _wrong_count,
        _argument_at_fault,
    ):
        problem = diagnosis(case)
        if problem is not None:
            return problem
    said = _first_sentence(case.refusal.detail)
    return case.problem("refused", f"{case.layer.type} does not take {_what(case)}: {said}")


def _limits(case: Case) -> Problem | None:
    refusal, type_ = case.refusal, case.layer.type
    if refusal.kind == "too-large":
        return case.problem(
            "too-large", f"{type_} is too large: {refusal.detail}.", refusal.argument
        )
    if refusal.kind == "unknown-size":
        message = (
            f"the sizes that {type_} gives here follow no simple formula; "
            "give the Input numbers in the place of letters."
        )
        return case.problem("unknown-size", message)
    if refusal.kind == "varying":
        message = (
            f"{refusal.argument} would be {refusal.detail}, which changes with the input; "
            f"the size of a layer is fixed, and {_arriving(case)}."
        )
        fixes = _keep_the_batch(case)
        return case.problem("batch-dependent", message, refusal.argument, *fixes)
    return None


def _keep_the_batch(case: Case) -> Iterator[Fix]:
    """Where a Flatten just before took the batch axis along."""
    for edge in case.wires.values():
        source = case.graph.node(edge.source)
        if source.type in ("Flatten", "torch.flatten") and source.arguments.get("start_dim") == 0:
            edit = SetArgument(source.name, "start_dim", 1, case.scope)
            yield Fix(f"Set start_dim of {source.name} to 1", edit)


def _wrong_axes(case: Case) -> Problem | None:
    """Found by trying: with the number of axes of its samples the layer runs, with this never."""
    samples = case.layer.samples
    dim_at_fault = "out of range" in case.refusal.detail and any("dim" in n for n in case.said)
    if not samples or set(samples) - set(case.inputs) or dim_at_fault:
        return None
    typical = {port: TensorType(s.shape, s.dtype) for port, s in samples.items()}
    got = {port: len(case.inputs[port].shape) for port in samples}
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
    type_, arriving = case.layer.type, _arrives(case, port)
    counted = "one axis" if expected == 1 else f"{expected} axes"
    picture = _PICTURES.get((case.layer.family, expected)) or _PICTURES.get(("", expected))
    if case.layer.kind not in ("module", "loss"):
        picture = None
        for name, value in case.said.items():
            if isinstance(value, tuple) and len(value) == expected:
                message = f"{name} {list(value)} is for {counted}, but {arriving}."
                return case.problem("wrong-axes", message, port)
    where = f" at {port}" if len(case.inputs) > 1 else ""
    message = (
        f"{type_} expects {counted}{f', {picture},' if picture else ''}{where}, but {arriving}."
    )
    return case.problem("wrong-axes", message.replace(",,", ","), port, *_of_other_rank(case, port))


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
            yield Fix(f"Use {other}", swapped)
            return


def _wrong_width(case: Case) -> Problem | None:
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
        noun = "channels" if "channels" in name or index == 1 else "features"
        message = (
            f"{case.layer.type} expects {value} {noun} on {_axis(index, len(shape))}, "
            f"but {_arrives(case, port)}."
        )
        fixes = [*_flatten(case, port, value)]
        if isinstance(shape[index], int):
            fixes.append(case.set_(name, shape[index]))
        fixes.append(case.set_(name, UNSET, "Use auto"))
        return case.problem("wrong-width", message, port, *fixes)
    return None


def _flatten(case: Case, port: str, value: Value) -> Iterator[Fix]:
    """Where the features, laid in one row, are as many as the layer expects."""
    tensor, edge = case.inputs[port], case.wires.get(port)
    sizes = tensor.shape[1:]
    if edge is None or len(sizes) < 2 or not all(isinstance(size, int) for size in sizes):
        return
    if math.prod(int(str(size)) for size in sizes) == value:
        yield Fix("Insert Flatten", insert(case, edge, "Flatten", "output"))


def insert(case: Case, edge: Edge, type_: str, output: str) -> Edit:
    """Put a new node of a type into a wire."""
    layer = CATALOG[type_]
    name = fresh_name(type_, case.graph)
    ends = [case.graph.position(edge.source), case.graph.position(edge.target)]
    places = [place for place in ends if place is not None]
    position = None
    if len(places) == 2:
        position = ((places[0][0] + places[1][0]) / 2, (places[0][1] + places[1][1]) / 2)
    edits = (
        Disconnect(edge, case.scope),
        AddNode(Node(name, type_, layer.start_arguments), position, scope=case.scope),
        Connect(Edge(edge.source, edge.source_port, name, layer.inputs[0].name), case.scope),
        Connect(Edge(name, output, edge.target, edge.target_port), case.scope),
    )
    return Batch(edits, label=f"Insert {type_}")


def _wrong_dtype(case: Case) -> Problem | None:
    """Found by trying: with numbers of another type at one port the layer runs."""
    for port, tensor in case.inputs.items():
        for dtype in ("int64", "float32", "bool"):
            if dtype == tensor.dtype:
                continue
            inputs = {**case.inputs, port: replace(tensor, dtype=dtype)}
            if case.works(inputs=inputs):
                kind = {"int64": "whole numbers (int64)", "bool": "true or false (bool)"}
                message = (
                    f"{case.layer.type} expects {kind.get(dtype, 'float32')} at {port}, "
                    f"but {tensor.dtype} arrives from {case.source(port)}."
                )
                fixes = _dtype_fixes(case, port, dtype)
                return case.problem("dtype-mismatch", message, port, *fixes)
    return _several_dtypes(case)


def _several_dtypes(case: Case) -> Problem | None:
    """Where no one change of a dtype helps, but those of the samples together do."""
    samples = case.layer.samples
    inputs = {
        port: replace(tensor, dtype=samples[port].dtype if port in samples else tensor.dtype)
        for port, tensor in case.inputs.items()
    }
    wrong = [port for port, tensor in inputs.items() if tensor.dtype != case.inputs[port].dtype]
    if not wrong or not case.works(inputs=inputs):
        return None
    expected = _and([f"{inputs[port].dtype} at {port}" for port in wrong])
    got = _and([f"{case.inputs[port].dtype} from {case.source(port)}" for port in wrong])
    message = f"{case.layer.type} expects {expected}, but {got} arrive{'s' * (len(wrong) < 2)}."
    return case.problem("dtype-mismatch", message, wrong[0])


def _dtype_fixes(case: Case, port: str, dtype: str) -> Iterator[Fix]:
    edge = case.wires.get(port)
    if edge is None:
        return
    source = case.graph.node(edge.source)
    if source.type == "Input":
        edit = SetArgument(source.name, "dtype", dtype, case.scope)
        yield Fix(f"Set dtype of {source.name} to {dtype}", edit)
    method = {"int64": "Tensor.long", "float32": "Tensor.float", "bool": "Tensor.bool"}[dtype]
    if method in CATALOG:
        yield Fix(f"Insert {method}", insert(case, edge, method, CATALOG[method].outputs[0].name))


#: What must be divisible by which argument.
_DIVISIBLE = {
    "groups": "channels",
    "num_groups": "channels",
    "num_heads": "features",
    "nhead": "features",
    "upscale_factor": "channels",
    "downscale_factor": "pixels",
}


def _not_divisible(case: Case) -> Problem | None:
    if not re.search(r"divisib|divided by groups", case.refusal.detail):
        return None
    for argument, noun in _DIVISIBLE.items():
        value = case.said.get(argument)
        if type(value) is not int:
            continue
        port = next(iter(case.inputs), "")
        fixes = [
            case.set_(argument, number)
            for number in _near(value)
            if case.works(said={**case.said, argument: number})
        ]
        message = (
            f"{argument} {value} must divide the number of {noun}, but {_arrives(case, port)}."
        )
        outputs = case.said.get("out_channels")
        if argument == "groups" and isinstance(outputs, int) and outputs % value:
            message = f"groups {value} must divide out_channels, which is {outputs}."
        return case.problem("not-divisible", message, port, *fixes[:2])
    return None


def _near(value: int) -> list[int]:
    """Numbers that may do instead, the nearest first."""
    smaller = list(range(min(value - 1, 64), 0, -1))
    return sorted([*smaller, value + 1, value + 2, value * 2], key=lambda n: abs(n - value))


def _kernel_too_large(case: Case) -> Problem | None:
    told = re.search(
        r"Kernel size can't be greater|[Oo]utput size is too small|kernel size.*(?:greater|larger)",
        case.refusal.detail,
    )
    if not told or "kernel_size" not in case.said:
        return None
    port = next(iter(case.inputs), "")
    kernel = case.said["kernel_size"]
    largest = max(kernel) if isinstance(kernel, tuple) else kernel
    fixes = [
        case.set_("kernel_size", size)
        for size in range(min(largest, 64) - 1, 0, -1)
        if case.works(said={**case.said, "kernel_size": size})
    ][:1]
    padding = largest // 2
    if "padding" not in case.said and case.works(said={**case.said, "padding": padding}):
        fixes.append(case.set_("padding", padding))
    words = "x".join(map(str, kernel)) if isinstance(kernel, tuple) else str(kernel)
    message = f"a kernel of {words} is larger than the image: {_arrives(case, port)}."
    return case.problem("kernel-too-large", message, port, *fixes)


def _sizes_that_differ(case: Case) -> Problem | None:
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
        listed = _and(
            [f"{format_shape(s)} from {case.source(p)}" for p, s in zip(ports, shapes, strict=True)]
        )
        message = f"all must have equally many axes, but {listed} arrive."
        return case.problem("incompatible-shapes", message, ports[-1])
    for index, shape in enumerate(shapes[1:], 1):
        axis = _differing_axis(shapes[0], shape, joined, strict=gathered)
        if axis is None:
            continue
        left, right = shapes[0][axis[0]], shape[axis[1]]
        rule = "be equal" if gathered else "be equal, or one of them 1"
        message = (
            f"{_axis(axis[0], len(shapes[0]))} is {left} in {format_shape(shapes[0])} from "
            f"{case.source(ports[0])} but {right} in {format_shape(shape)} from "
            f"{case.source(ports[index])}; they must {rule}."
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
    message = (
        f"the last axis of {format_shape(left)} from {case.source(ports[0])} is {left[-1]}, but "
        f"{format_shape(right)} from {case.source(ports[1])} has {inner} rows; they must be equal."
    )
    return case.problem("incompatible-shapes", message, ports[1])


def _other_axis(case: Case, axes: int) -> list[Fix]:
    return [
        case.set_("dim", dim)
        for dim in range(axes)
        if dim != case.said.get("dim", 0) and case.works(said={**case.said, "dim": dim})
    ][:1]


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


def _wrong_count(case: Case) -> Problem | None:
    """A view whose numbers are not as many as those that arrive."""
    if "is invalid for input of size" not in case.refusal.detail or len(case.inputs) != 1:
        return None
    [(port, tensor)] = case.inputs.items()
    target = next((v for v in case.said.values() if isinstance(v, tuple)), ())
    count: Size = 1
    for size in tensor.shape:
        count = size * count
    message = (
        f"the {count} numbers of {tensor} from {case.source(port)} cannot be laid out as "
        f"{format_shape(target)}."
    )
    fixes = []
    samples = tensor.shape[0] if tensor.shape else 1
    if isinstance(samples, SymbolicSize):
        each = math.prod(size for size in tensor.shape[1:] if isinstance(size, int))
        name = next((k for k, v in case.said.items() if v == target), "")
        if name and case.works(said={**case.said, name: (-1, each)}):
            fixes.append(case.set_(name, (-1, each)))
    return case.problem("incompatible-shapes", message, port, *fixes)


def _argument_at_fault(case: Case) -> Problem | None:
    """Found by trying: with one argument at its default, or any other value, the layer runs."""
    for name, value in case.said.items():
        argument = case.layer.argument(name)
        if argument is None:
            continue
        without = {k: v for k, v in case.said.items() if k != name}
        possible = argument.default is not REQUIRED or bool(argument.auto)
        if possible and case.works(said=without):
            label = "Use auto" if argument.auto else f"Use the default {argument.default}"
            return _blamed(case, name, value, case.set_(name, UNSET, label))
        for other in (argument.start, 1, 0, 2, -1):
            tried = {**case.said, name: other}
            if other is not None and other != value and _like(other, value) and case.works(tried):
                return _blamed(case, name, value, case.set_(name, other))
    return None


def _like(other: Value, value: Value) -> bool:
    return type(other) is type(value)


def _blamed(case: Case, name: str, value: Value, fix: Fix) -> Problem:
    shown = list(value) if isinstance(value, tuple) else value
    said = _first_sentence(case.refusal.detail)
    message = f"{name} cannot be {shown} where {_arriving(case)}: {said}"
    return case.problem("bad-argument", message, name, fix)


def _arrives(case: Case, port: str) -> str:
    return f"{case.inputs[port]} arrives from {case.source(port)}" if port in case.inputs else ""


def _what(case: Case) -> str:
    parts = [f"{tensor} from {case.source(port)}" for port, tensor in case.inputs.items()]
    return _and(parts[:4]) if parts else "nothing"


def _arriving(case: Case) -> str:
    return f"{_what(case)} arrive{'' if len(case.inputs) > 1 else 's'}"


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _axis(index: int, axes: int) -> str:
    place = index + axes if index < 0 else index
    return "the last axis" if place == axes - 1 else f"axis {place}"


def _first_sentence(text: str) -> str:
    """What PyTorch said, without its addresses, its class names and its second thoughts."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "it gives no reason")
    line = re.sub(r"torch\.Size\((\[.*?\])\)", r"\1", line)
    line = re.sub(r"Meta\w*Type\{(.*?)\}", r"\1", line)
    line = re.sub(r"<[^<>]* at 0x\w+>", "another number of", line)
    line = re.sub(r"^(?:Input )?\w*(?:Error|Exception): *", "", line)
    line = re.sub(r"^[\w.]+(?:\([\w ]*\))?: ", "", line)
    line = re.split(r"(?<!i\.e)\. |\bi\.e\.", re.sub(r"\s+", " ", line))[0]
    return f"{line[:200].rstrip('. !')}."
