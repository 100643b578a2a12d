"""LaTeX as rich text: plain characters, with what stands lower or higher made small."""

from __future__ import annotations

import re
from html import escape

from graph.catalog.formulas import formula

#: Stands for an underscore that is one, until what stands lower is found; Qt's fonts have it.
_UNDERSCORE = "ˍ"
_INDENT = "ˑ"

_GROUP = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_LOWER = re.compile(rf"([_^])({_GROUP}|[\w'{_UNDERSCORE}*+]+|[−-]?\d+)")
_SPACE = re.compile(r"\\hspace\{(\d+)mm\}")
_DROPPED = re.compile(
    r"\\rule\{[^}]*\}\{[^}]*\}|\\label\{[^}]*\}"
    r"|\\(?:bf|rm|it|tt|small|large|Large)(?![A-Za-z])"
)


def mathematics_html(latex: str) -> str:
    """What can be read of a formula, its rows as lines."""
    return "<br>".join(_row(row) for row in mathematics_text(latex).splitlines() if row.strip())


def mathematics_text(latex: str) -> str:
    """The rows of a formula, with ``_`` and ``^`` before what stands lower or higher."""
    latex = _SPACE.sub(lambda match: _INDENT * (int(match[1]) // 5), latex)
    latex = _DROPPED.sub(" ", latex).replace(r"\_", _UNDERSCORE)
    latex = re.sub(r"`([^`']*)'", r"'\1'", latex.replace(r"\not=", r"\neq").replace("...", "…"))
    return formula(latex)


def _row(text: str) -> str:
    depth = text.count(_INDENT)
    bare = text.replace(_INDENT, "").strip()
    out, end = [], 0
    for match in _LOWER.finditer(bare):
        tag = "sub" if match[1] == "_" else "sup"
        inner = match[2]
        if inner.startswith("("):
            inner = inner[1:-1]
        out += [escape(bare[end : match.start()]), f"<{tag}>{_row(inner)}</{tag}>"]
        end = match.end()
    out.append(escape(bare[end:]))
    return "&nbsp;" * (4 * depth) + "".join(out).replace(_UNDERSCORE, "_")
