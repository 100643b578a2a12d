"""LaTeX as rich text: plain characters, small where lower or higher, fractions with a line."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from graph.catalog.formulas import ABOVE, BELOW, BESIDE, HIGHER, LEVEL, LOWER, marked_formula

#: Stands for a step to the right; Qt's fonts have it, and no formula.
_INDENT = "ˑ"

_SPACE = re.compile(r"\\hspace\{(\d+)mm\}")
_DROPPED = re.compile(
    r"\\rule\{[^}]*\}\{[^}]*\}|\\label\{[^}]*\}"
    r"|\\(?:bf|rm|it|tt|small|large|Large)(?![A-Za-z])"
)
_TAGS = {LOWER: "sub", HIGHER: "sup"}


_FRACTION = re.compile(f"{ABOVE}([^{BELOW}]*){BELOW}([^{BESIDE}]*){BESIDE}")


def mathematics_html(latex: str) -> str:
    """What can be read of a formula, its rows as lines and its fractions on them."""
    return "<br>".join(_row(row) for row in _rows(latex))


def display_html(latex: str, ink: str) -> str:
    """A formula that stands by itself: fractions with a line in the colour ``ink`` between."""
    html = []
    for has_fractions, rows in groupby(_rows(latex, stacked=True), key=_has_fractions):
        if has_fractions:
            html += [_stacked(row, ink) for row in rows]
        else:
            html.append(f"<p class='formula'>{'<br>'.join(map(_row, rows))}</p>")
    return "".join(html)


def _has_fractions(row: str) -> bool:
    return _FRACTION.search(row) is not None


def _rows(latex: str, *, stacked: bool = False) -> list[str]:
    latex = _SPACE.sub(lambda match: _INDENT * (int(match[1]) // 5), latex)
    latex = _DROPPED.sub(" ", latex)
    latex = re.sub(r"`([^`']*)'", r"'\1'", latex.replace(r"\not=", r"\neq").replace("...", "…"))
    rows = marked_formula(latex, stacked=stacked).splitlines()
    return [row for row in rows if row.strip()]


def _stacked(row: str, ink: str) -> str:
    """A row as a table of one line: each fraction is a cell, and so is what stands between."""
    depth, cells = row.count(_INDENT), []
    for index, part in enumerate(_FRACTION.split(row.replace(_INDENT, ""))):
        kind = index % 3
        if kind == 0 and part.strip():
            cells.append(f"<td style='vertical-align: middle'>&nbsp;{_row(part)}&nbsp;</td>")
        elif kind == 1:
            line = f"border-bottom: 1px solid {ink}"
            above = f"<tr><td align='center' style='{line}'>{_row(part)}</td></tr>"
        elif kind == 2:
            below = f"<tr><td align='center'>{_row(part)}</td></tr>"
            inner = f"<table cellspacing='0' cellpadding='1'>{above}{below}</table>"
            cells.append(f"<td style='vertical-align: middle'>{inner}</td>")
    style = f"margin-left: {16 + 12 * depth}px; margin-top: 6px; margin-bottom: 6px"
    return f"<table cellspacing='0' style='{style}'><tr>{''.join(cells)}</tr></table>"


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
