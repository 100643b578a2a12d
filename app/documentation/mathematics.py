"""LaTeX as rich text: plain characters, with what stands lower or higher made small."""

from __future__ import annotations

import re
from html import escape

from graph.catalog.formulas import HIGHER, LEVEL, LOWER, marked_formula

#: Stands for a step to the right; Qt's fonts have it, and no formula.
_INDENT = "ˑ"

_SPACE = re.compile(r"\\hspace\{(\d+)mm\}")
_DROPPED = re.compile(
    r"\\rule\{[^}]*\}\{[^}]*\}|\\label\{[^}]*\}"
    r"|\\(?:bf|rm|it|tt|small|large|Large)(?![A-Za-z])"
)
_TAGS = {LOWER: "sub", HIGHER: "sup"}


def mathematics_html(latex: str) -> str:
    """What can be read of a formula, its rows as lines."""
    latex = _SPACE.sub(lambda match: _INDENT * (int(match[1]) // 5), latex)
    latex = _DROPPED.sub(" ", latex)
    latex = re.sub(r"`([^`']*)'", r"'\1'", latex.replace(r"\not=", r"\neq").replace("...", "…"))
    return "<br>".join(_row(row) for row in marked_formula(latex).splitlines() if row.strip())


def _row(text: str) -> str:
    depth = text.count(_INDENT)
    out, opened = [], []
    for part in re.split(f"([{LOWER}{HIGHER}{LEVEL}])", text.replace(_INDENT, "").strip()):
        if part in _TAGS:
            opened.append(_TAGS[part])
            out.append(f"<{opened[-1]}>")
        elif part == LEVEL:
            out.append(f"</{opened.pop()}>")
        else:
            out.append(escape(part))
    return "&nbsp;" * (4 * depth) + "".join(out)
