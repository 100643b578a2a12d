"""A program becomes a Python file that reads as if a careful colleague had typed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from codegen.classes import write_class
from codegen.formulas import functions_called
from codegen.lines import WIDTH, Bracketed, Item, Line, lay_out
from codegen.literals import write_value
from codegen.parts import calls
from codegen.program import Dtype, Function, Input, Program, Shape
from codegen.ruling import needs_fnmatch
from codegen.starting import array_files
from graph.names import make_identifier
from graph.python.source_file import PythonFile

#: How many of an axis the file's last lines try the network on; axes with other names get 16.
SAMPLE_SIZES = {"N": 2}

_FLOATS = ("float32", "float64", "float16", "bfloat16", "complex64", "complex128")


Lines = dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True)
class Source:
    """A file's text, and the first and last line (counted from 1) where each node stands.

    ``lines`` has the nodes by their scope, "" for the network and the name of a block else; under
    the name "" the class itself. ``files`` of the user's own are imported by it, so they have to
    lie beside it.
    """

    text: str
    lines: Lines
    files: tuple[PythonFile, ...] = ()


def emit_source(program: Program) -> Source:
    """Return a file that defines every class of ``program``; it imports only PyTorch and the
    user's own files.

    The file's last class is the network; without arguments it builds the very modules that
    ``compile_module(program)`` builds, in the same order and under the same names.
    Raises: LoweringError, for a value that cannot be written as source.
    """
    needs: set[str] = set()
    classes = [(made, list(write_class(made, program, needs))) for made in program.classes]
    lines = [*_imports(program, needs), *_here(program)]
    places: Lines = {}
    for definition, written in classes:
        _place(places.setdefault(definition.block, {}), written, len(lines))
        lines += written
    lines += [Line(""), Line(""), *_main(program)]
    text = "\n".join(line.text for line in lines) + "\n"
    return Source(text, places, imported_files(program))


def _imports(program: Program, needs: set[str]) -> Iterator[Line]:
    """Python's own modules, PyTorch and what reads arrays, each in its part, sorted."""
    endings = {Path(array.file).suffix.lower() for array in array_files(program)}
    plain = ["math"] if "prod" in functions_called(program.classes) else []
    named = ["from collections import OrderedDict"] if "OrderedDict" in needs else []
    named += ["from fnmatch import fnmatchcase"] if needs_fnmatch(program) else []
    named += ["from pathlib import Path"] if endings else []
    if plain or named:
        yield from (*(Line(f"import {name}") for name in plain), *map(Line, named), Line(""))
    if endings & {".npy", ".npz"}:
        yield Line("import numpy as np")
    yield Line("import torch")
    if ".safetensors" in endings:
        yield Line("from safetensors.torch import load_file")
    yield Line("from torch import nn")
    if _uses_functional(program):
        yield Line("from torch.nn import functional as F")
    own = own_imports(program)
    if own:
        yield from (Line(""), *map(Line, own))


def own_imports(program: Program) -> list[str]:
    """The lines that import from the user's own files."""
    names: dict[str, list[str]] = {}
    for made in program.imports.values():
        said = made.name if made.alias == made.name else f"{made.name} as {made.alias}"
        names.setdefault(made.file.module, []).append(said)
    lines: list[str] = []
    for module in sorted(names):
        line = f"from {module} import {', '.join(sorted(names[module]))}"
        if len(line) <= WIDTH:
            lines.append(line)
        else:
            listed = (f"    {name}," for name in sorted(names[module]))
            lines += [f"from {module} import (", *listed, ")"]
    return lines


def imported_files(program: Program) -> tuple[PythonFile, ...]:
    """The user's own files that a program imports, each once."""
    return tuple({made.file.name: made.file for made in program.imports.values()}.values())


def _here(program: Program) -> Iterator[Line]:
    if array_files(program):
        yield from (Line(""), Line("HERE = Path(__file__).parent"))


def _uses_functional(program: Program) -> bool:
    return any(
        isinstance(call.target, Function) and call.target.type.startswith("F.")
        for definition in program.classes
        for call in calls(definition.statements)
    )


def _main(program: Program) -> Iterator[Line]:
    network = program.network
    inputs = [given.name for given in network.inputs]
    name = make_identifier("network", [*inputs, network.name])
    yield Line('if __name__ == "__main__":')
    yield Line(f"    {name} = {network.name}()")
    for given in network.inputs:
        yield from lay_out(1, write_sample(given), before=f"{given.name} = ")
    items = tuple(Item(given.name) for given in network.inputs)
    if len(network.returns) == 1:
        shape = Bracketed(f"{name}(", items, ").shape")
        yield from lay_out(1, Bracketed("print(", (Item(shape),)))
    else:
        result = Bracketed(f"{name}(", items)
        output = make_identifier("output", inputs)
        yield from lay_out(1, result, before=f"for {output} in ", after=":")
        yield Line(f"        print({output}.shape)")


def write_sample(given: Input) -> str:
    """Random numbers for an input; zeros where only whole numbers (indices) will do."""
    sizes = ", ".join(str(size) for size in sample_shape(given.shape)) or "()"
    dtype = "" if given.dtype == "float32" else f", dtype={write_value(Dtype(given.dtype))}"
    make = "randn" if given.dtype in _FLOATS else "zeros"
    return f"torch.{make}({sizes}{dtype})"


def sample_shape(shape: Shape) -> tuple[int, ...]:
    """``shape`` with a number for every symbol."""
    return tuple(size if isinstance(size, int) else SAMPLE_SIZES.get(size, 16) for size in shape)


def _place(places: dict[str, tuple[int, int]], lines: list[Line], before: int) -> None:
    """Where the nodes of a class stand: for each the first run of lines that belong to it."""
    for number, line in enumerate(lines, start=before + 1):
        for node in line.nodes:
            first, last = places.get(node, (number, number - 1))
            if last == number - 1:
                places[node] = (first, number)
    begin = next(number for number, line in enumerate(lines, start=before + 1) if line.text)
    places[""] = (begin, before + len(lines))
