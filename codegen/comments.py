"""What is said beside the code: shapes and titles, with nothing in them that could act."""

from __future__ import annotations

import re

from codegen.program import Shape

#: Sizes are numbers, symbols and arithmetic over them; anything else is not shown.
_SIZE = re.compile(r"[A-Za-z0-9_ ()+*/%-]+")

#: A docstring of one line: printable ASCII without quotes and backslashes.
_SENTENCE = re.compile(r"[ -!#-\[\]-~]+")

_LONGEST_TITLE = 80


def write_shapes(shapes: tuple[Shape, ...]) -> str:
    """``(N, 6, 28, 28)``, several separated by commas; nothing where a size is not plain."""
    if any(isinstance(s, str) and not _SIZE.fullmatch(s) for shape in shapes for s in shape):
        return ""
    return ", ".join(_write_shape(shape) for shape in shapes)


def safe_sentence(title: str) -> str:
    """``title`` as the one line of a docstring; nothing where it could end it or break it."""
    sentence = title.strip()
    if len(sentence) > _LONGEST_TITLE or not _SENTENCE.fullmatch(sentence):
        return ""
    return sentence if sentence[-1] in ".!?" else f"{sentence}."


def _write_shape(shape: Shape) -> str:
    comma = "," if len(shape) == 1 else ""
    return f"({', '.join(str(size) for size in shape)}{comma})"
