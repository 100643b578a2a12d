"""PyTorch's own documentation of a layer, as Markdown; needs torch."""

from __future__ import annotations

import re
from inspect import cleandoc

from graph.catalog.catalog import CATALOG
from graph.catalog.formulas import formula


def documentation(type_: str) -> str:
    """What PyTorch says of a type, in Markdown; "" for types that are not PyTorch's.

    Imports torch. Where a method only points to a function, the function's words are given.
    """
    from graph.catalog.callables import callables

    layer = CATALOG.get(type_)
    known = callables()
    if layer is None or type_ not in known:
        return ""
    text = cleandoc(known[type_].__doc__ or "")
    if len(text) < 250:
        pointer = _POINTER.search(text)
        names = [type_.rpartition(".")[2], *(pointer.groups() if pointer else ())]
        others = [f"{place}.{name}" for name in names for place in ("torch", "F")]
        longer = (cleandoc(known[other].__doc__ or "") for other in others if other in known)
        text = max([text, *longer], key=len)
    return to_markdown(text or layer.summary)


_POINTER = re.compile(r":(?:func|class|meth):`~?torch\.(?:\w+\.)*(\w+)`")
_SECTION = re.compile(r"^\s*([A-Z][\w /]*?)::?\s*$")
_DIRECTIVE = re.compile(r"^\s*\.\. (\w+) ?::\s*(.*)$")
_ENTRY = re.compile(r"^\s*(\*{0,2}\w[\w, *]*?)\s*(\([^)]*\))?\s*:\s+(.*)$")
_SIGNATURE = re.compile(r"^\w+\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\s*->.*)?$")
_PICTURES = ("image", "include", "plot", "figure")


def to_markdown(text: str) -> str:
    """reStructuredText of a docstring as Markdown: headings, lists, formulas and code.

    Keeps every sentence; leaves out pictures, and links whose target is in PyTorch's own pages.
    """
    out: list[str] = []
    _convert(_inline(text.expandtabs(4)).splitlines(), out)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _inline(text: str) -> str:
    """Marks inside paragraphs: roles become code or plain words, formulas text."""
    text = re.sub(r":math:\s?`([^`]*)`", lambda match: formula(match[1]), text)
    text = re.sub(r":[\w:+.-]+:\\?`~?([^`<]+?)(?:\s*<[^`]*>)?\\?`", r"`\1`", text)
    text = re.sub(r"(?m)^(\s*)\.\. _[^:\n]*:.*(?:\n\s*https?:\S+)?$", r"\1", text)
    text = re.sub(r"``([^`]*)``", r"`\1`", text)
    text = re.sub(r"`([^`<]+?)\s*<(https?:[^>`]*)>`_+", r"[\1](\2)", text)
    text = re.sub(r"`([^`]+)`_{1,2}(?!\w)", r"\1", text)
    return re.sub(r"\\([*_|`])", r"\1", text)


def _convert(lines: list[str], out: list[str], *, entries: bool = False) -> None:
    """Convert one level of indentation; ``entries`` are ``name (type): text``."""
    index = 0
    level = min((_indent(line) for line in lines if line.strip()), default=0)
    while index < len(lines):
        line = lines[index]
        directive = _DIRECTIVE.match(line)
        if directive:
            body, index = _block(lines, index)
            _directive(directive[1], [directive[2], *body], out)
        elif line.strip().startswith(">>>"):
            body, index = _paragraph(lines, index)
            _code(body, out)
        elif _SECTION.match(line) and not entries and _block(lines, index)[0]:
            body, index = _block(lines, index)
            _section(str(_SECTION.match(line)[1]), body, out)  # type: ignore[index]
        else:
            out.append(_line(line, entry=entries and _indent(line) == level))
            index += 1


def _line(line: str, *, entry: bool) -> str:
    match = _ENTRY.match(line) if entry else None
    if match:
        kind = f" *{match[2]}*".replace("`", "") if match[2] else ""
        return f"- `{match[1].strip('* ')}`{kind}: {match[3]}"
    text = line.strip()
    if _SIGNATURE.match(text):
        return f"`{text.removeprefix('__init__')}`" if text.startswith("__init__") else f"`{text}`"
    return text


def _block(lines: list[str], start: int) -> tuple[list[str], int]:
    """The lines after ``start`` that are indented more than it, and where they end."""
    end = start + 1
    while end < len(lines) and (
        not lines[end].strip() or _indent(lines[end]) > _indent(lines[start])
    ):
        end += 1
    body = lines[start + 1 : end]
    return (body if any(line.strip() for line in body) else []), end


def _paragraph(lines: list[str], start: int) -> tuple[list[str], int]:
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return lines[start:end], end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _directive(name: str, body: list[str], out: list[str]) -> None:
    body = [line for line in body if not re.match(r"^\s*:\w+:", line)]
    if name == "math":
        rows = formula("\n".join(body)).splitlines()
        out += ["", "```", *rows, "```", ""]
    elif name in ("note", "warning"):
        inside: list[str] = []
        _convert(body, inside)
        text = "\n".join(inside).strip().splitlines()
        out += ["", *(f"> {line}" for line in [f"**{name.capitalize()}**", "", *text]), ""]
    elif name not in _PICTURES:
        out.append("")
        _convert(body, out)
        out.append("")


def _section(title: str, body: list[str], out: list[str]) -> None:
    out += ["", f"**{title}**", ""]
    if title.lower().startswith(("example", "usage")):
        _code(body, out)
    else:
        _convert(body, out, entries=True)
    out.append("")


def _code(lines: list[str], out: list[str]) -> None:
    level = min((_indent(line) for line in lines if line.strip()), default=0)
    code = "\n".join(line[level:].rstrip() for line in lines).strip("\n")
    if code:
        out += ["", "```python", code.replace("```", "'''"), "```", ""]
