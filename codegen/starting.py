"""How weights start, as text: ``nn.init.kaiming_normal_(self.conv1.weight, mode="fan_out")``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from codegen.calls import write_path
from codegen.lines import Bracketed, Line, Text, call, lay_out
from codegen.literals import tensor_text, write_formula, write_string, write_value
from codegen.naming import LOOP_ITEM
from codegen.program import Formula, Program, TensorOf, Value
from codegen.weights import ArrayFile, Fill, Start

Names = Mapping[str, str]


def write_starts(
    starts: tuple[Start, ...], depth: int, owner: str = "self", names: Names | None = None
) -> Iterator[Line]:
    """The lines that fill weights of ``owner``; ``names`` tells what its arguments are called."""
    for (when, path), group in groupby(starts, lambda s: (s.when, s.weight.path if s.each else ())):
        inner = depth
        if when is not True:
            yield Line(f"{_indent(inner)}if {_value(when, names or {})}:")
            inner += 1
        if path:
            yield Line(f"{_indent(inner)}for {LOOP_ITEM} in {write_path(path, owner)}:")
            inner += 1
        yield from _fills(list(group), inner, owner, names or {})


def _fills(starts: list[Start], depth: int, owner: str, names: Names) -> Iterator[Line]:
    for copied, group in groupby(starts, lambda start: not isinstance(start.value, Fill)):
        if copied:
            yield Line(f"{_indent(depth)}with torch.no_grad():")
        for start in group:
            place = write_path(start.weight.path, owner)
            if start.each:
                place = write_path(start.inside, LOOP_ITEM)
            target = f"{place}.{start.weight.name}"
            text = write_fill(start.value, target, names)
            yield from lay_out(depth + copied, text, node=start.weight.node)


def write_fill(value: Fill | TensorOf | ArrayFile, target: str, names: Names) -> Text:
    """What gives ``target`` its values."""
    if isinstance(value, Fill):
        args = [_value(arg, names) for arg in value.args]
        args += [f"{name}={_value(arg, names)}" for name, arg in value.kwargs.items()]
        return call(f"nn.init.{value.function}", target, *args)
    array = tensor_text(value) if isinstance(value, TensorOf) else _array_text(value)
    return Bracketed(f"{target}.copy_(", call("", array).items)


def _array_text(value: ArrayFile) -> Text:
    place = f"HERE / {write_string(value.file)}"
    key = f"[{write_string(value.key)}]" if value.key else ""
    if value.file.lower().endswith(".safetensors"):
        return f"load_file({place}){key}"
    return call("torch.from_numpy", f"np.load({place}){key}")


def _value(value: Value, names: Names) -> str:
    return write_formula(value, names) if isinstance(value, Formula) else write_value(value)


def _indent(depth: int) -> str:
    return "    " * depth


def array_files(program: Program) -> tuple[ArrayFile, ...]:
    """The files that a program reads, which must lie beside its source."""
    values = (start.value for definition in program.classes for start in definition.starts)
    return tuple(dict.fromkeys(value for value in values if isinstance(value, ArrayFile)))
