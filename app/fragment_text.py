"""Finding a part of a network in text that people or programs have had in their hands."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Characters that chats and word processors put in the place of plain ones.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", None),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2018\u2019", "'"),
        "\t": "  ",
    }
)
_ARROW = re.compile("\u2192|\u21d2|[\u2013\u2014\u2212]>|-&gt;|=>")
_QUOTE = re.compile(r"(\s*>)+ ?")
_START = re.compile(r"\s*(layerloom|nodes|blocks)\s*:")
_KEY = re.compile(r"[a-z_]+\s*:(\s|$)")
_ON_TOP = re.compile(r"\s*(name|nodes|edges|layout|blocks|groups)\s*:(\s|$)")
_FENCE = re.compile(r"\s*(```|~~~)")


@dataclass(frozen=True)
class Extract:
    """What was found, as text of a project, and the line of the whole text that it begins on."""

    text: str
    first_line: int


def extract(text: str) -> Extract | None:
    """The part of ``text`` that can be read as layers; None where nothing looks like one.

    Left out are words before and after, fences around it, marks of quotation and the indentation
    that all lines share; signs that a chat has made prettier become plain again.
    """
    lines = [_unquoted(line) for line in text.translate(_PLAIN).splitlines()]
    first = next((at for at, line in enumerate(lines) if _START.match(line)), None)
    if first is None:
        return None
    inside = _until_end(_outdented(lines[first:]))
    inside = [_ARROW.sub("->", line) if line.lstrip()[:1] == "-" else line for line in inside]
    if not any(line.startswith("layerloom") for line in inside):
        return Extract("\n".join(["layerloom: 1", *inside]) + "\n", first)
    return Extract("\n".join(inside) + "\n", first + 1)


def _unquoted(line: str) -> str:
    """A line without the ``>`` with which mails and chats mark what somebody else wrote."""
    mark = _QUOTE.match(line)
    return line[mark.end() :] if mark else line


def _outdented(lines: list[str]) -> list[str]:
    """Lines without the indentation of the keys on top.

    The first line may have lost its own, for whoever copied began with its first letter.
    """
    depth = _indentation(lines[0])
    if lines[0].lstrip().startswith("layerloom"):
        depth = min((_indentation(line) for line in lines[1:] if _ON_TOP.match(line)), default=0)
    return [lines[0].lstrip(), *(_less(line, depth) for line in lines[1:])]


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _less(line: str, depth: int) -> str:
    return line[depth:] if not line[:depth].strip() else line.lstrip()


def _until_end(lines: list[str]) -> list[str]:
    """Lines up to a fence, or to the first that begins like prose."""
    for at, line in enumerate(lines):
        starts_key = _KEY.match(line) or line.startswith(("#", "- "))
        if _FENCE.match(line) or (line.strip() and line[0] != " " and not starts_key):
            return lines[:at]
    return lines
