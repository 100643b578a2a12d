"""PyTorch's docstrings, read: one line per argument, and clean text of the whole."""

from __future__ import annotations

import re
from inspect import cleandoc

from graph.catalog.formulas import formula

#: Sections of a docstring that describe arguments.
_SECTIONS = ("args", "keyword args", "arguments", "keyword arguments", "parameters")
_ROLE = re.compile(r":[\w:.+-]+:`~?([^`<]+?)\s*(?:<[^`]*>)?`")
_ENTRY = re.compile(r"^(?P<names>[\w*, /]+?)\s*(?:\((?P<type>.*?)\))?\s*(?::|--)\s(?P<text>.*)$")


def plain(text: str) -> str:
    """Take reStructuredText's marks off one paragraph and join its lines."""
    text = re.sub(r":math:`([^`]*)`", lambda match: formula(match[1]), text)
    text = _ROLE.sub(lambda match: match[1].strip(), text)
    text = re.sub(r"``([^`]*)``", r"\1", text)
    text = re.sub(r"`([^`<]+?)\s*<[^`]*>`_+", r"\1", text)
    text = re.sub(r"\\([*_`|])", r"\1", text.replace("`", "").replace("**", ""))
    return " ".join(text.split())


def argument_lines(docstring: str | None) -> dict[str, str]:
    """One line for each argument that the ``Args:`` sections of ``docstring`` describe."""
    lines = cleandoc(docstring or "").expandtabs(4).splitlines()
    found: dict[str, str] = {}
    index = 0
    while index < len(lines):
        heading = lines[index].strip().rstrip(":").lower()
        index += 1
        if heading not in _SECTIONS or not lines[index - 1].rstrip().endswith(":"):
            continue
        start = index
        while index < len(lines) and (not lines[index].strip() or lines[index].startswith(" ")):
            index += 1
        found.update(_entries(lines[start:index]))
    return found


def _entries(lines: list[str]) -> dict[str, str]:
    """Entries of one section: a line at the section's own indent opens each."""
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    if not indents:
        return {}
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip()) == min(indents):
            match = _ENTRY.match(line.strip())
            current = [match["text"]] if match else []
            for name in match["names"].split(",") if match else ():
                found[name.strip().lstrip("*")] = current
        else:
            current.append(line)
    return {name: _first_sentence(text) for name, text in found.items()}


def _first_sentence(lines: list[str]) -> str:
    """The first paragraph up to its first full stop, then ``Default: ...`` falls away."""
    paragraph: list[str] = []
    for line in lines:
        if not line.strip() or line.strip().startswith((".. ", "- ", "* ")):
            break
        paragraph.append(line)
    text = plain(" ".join(paragraph))
    text = re.split(
        r"(?<=[\w)'\"])(?<!e\.g)(?<!i\.e)(?<!\s[A-Z])\.\s+(?=[A-Z\"'])", text, maxsplit=1
    )[0]
    text = re.sub(r"[.,;]?\s*\(?[Dd]efaults?( value)?( to|:|\s*=|\s+is)\s.*$", "", text)
    text = re.sub(r"\s*\((required|optional|default=[^)]*)\)", "", text)
    text = re.sub(r"^[Aa] boolean value that when set to True, this module", "If True, it", text)
    text = re.sub(r"^Has a default value of .*|^\([^)]*\):\s*", "", text)
    text = text.strip().rstrip(".;,:").strip()
    return text[:1].upper() + text[1:]
