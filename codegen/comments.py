"""What is said beside the code: shapes and titles, with nothing in them that could act."""

from __future__ import annotations

import re

from codegen.program import ClassDefinition, Shape

#: Sizes are numbers, symbols and arithmetic over them; anything else is not shown.
_SIZE = re.compile(r"[A-Za-z0-9_ ()+*/%-]+")

#: A docstring of one line: printable ASCII without quotes and backslashes.
_SENTENCE = re.compile(r"[ -!#-\[\]-~]+")

_LONGEST_TITLE = 40
_LONGEST_SHAPES = 48


def write_shapes(shapes: tuple[Shape, ...]) -> str:
    """``(N, 6, 28, 28)``, several separated by commas; nothing where not plain, or too long."""
    if any(isinstance(s, str) and not _SIZE.fullmatch(s) for shape in shapes for s in shape):
        return ""
    if len(shapes) > 2 and len(set(shapes)) == 1:
        return f"{len(shapes)} x {_write_shape(shapes[0])}"
    text = ", ".join(_write_shape(shape) for shape in shapes)
    return text if len(text) <= _LONGEST_SHAPES else ""


def write_docstring(definition: ClassDefinition, shapes: bool) -> str:
    """The one line of a class's docstring: ``LeNet: (N, 1, 28, 28) -> (N, 10).``"""
    title = safe_sentence(definition.title) or definition.name
    taken = write_shapes(tuple(given.shape for given in definition.inputs))
    given = write_shapes(definition.shapes)
    if not (shapes and taken and given):
        return f"{title}."
    return f"{title}: {taken} -> {given}."


def safe_sentence(title: str) -> str:
    """``title`` if it can neither end a docstring nor break it, else nothing."""
    sentence = title.strip().rstrip(".")
    if len(sentence) > _LONGEST_TITLE or not _SENTENCE.fullmatch(sentence):
        return ""
    return sentence


def _write_shape(shape: Shape) -> str:
    comma = "," if len(shape) == 1 else ""
    return f"({', '.join(str(size) for size in shape)}{comma})"
