"""PyTorch's documentation, from the text of a docstring to rich text that is safe to show."""

from __future__ import annotations

import html
import inspect
import re

_INLINE = re.compile(
    r":math:`(?P<math>[^`]+)`|:attr:`(?P<attr>[^`]+)`|:[\w:]+:`(?P<role>[^`]+)`"
    r"|``(?P<code>[^`]+)``|`(?P<link>[^`<]+?)\s*<[^`]*>`__?_?|\*\*(?P<bold>[^*]+)\*\*"
    r"|(?<![\w*])\*(?P<italic>[^*\s][^*]*)\*(?![\w*])|`(?P<single>[^`]+)`_?"
)
_LIST = re.compile(r"^([*\-]|\d+\.)\s+")
_TITLE = re.compile(
    r"^(Args|Arguments|Parameters|Shape|Attributes|Variables|Inputs?|Outputs?"
    r"|Examples?|Returns?|Note|Keyword args|References?)\s*:{0,2}\s*:?$",
    re.I,
)
_SKIPPED = (".. _", ".. include", ".. image", ":scale:", ".. |", ".. plot")

_LATEX = {
    r"\times": "×", r"\cdot": "·", r"\ast": "*", r"\star": "⋆", r"\leq": "≤", r"\le": "≤",
    r"\geq": "≥", r"\ge": "≥", r"\neq": "≠", r"\infty": "∞", r"\lfloor": "⌊", r"\rfloor": "⌋",
    r"\lceil": "⌈", r"\rceil": "⌉", r"\sum": "Σ", r"\prod": "Π", r"\sqrt": "√", r"\in": "∈",
    r"\to": "→", r"\odot": "⊙", r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\delta": "δ",
    r"\epsilon": "ε", r"\mu": "μ", r"\sigma": "σ", r"\lambda": "λ", r"\theta": "θ", r"\pi": "π",
    r"\phi": "φ", r"\Phi": "Φ", r"\ell": "ℓ", r"\mathcal": "", r"\mathrm": "", r"\mathbf": "",
    r"\text": "", r"\left": "", r"\right": "", r"\quad": "  ", r"\qquad": "   ", r"\,": " ",
    r"\;": " ", r"\!": "", r"\ ": " ", r"\\": "\n", r"\_": "_", r"\log": "log", r"\exp": "exp",
    r"\max": "max", r"\min": "min", r"\tanh": "tanh", r"\ldots": "…", r"\dots": "…",
    r"\cdots": "⋯", r"\mid": "|", r"\approx": "≈", r"\pm": "±", r"\hat": "", r"\bar": "",
    r"\operatorname": "", r"\bmod": "mod", r"\cup": "∪", r"\top": "ᵀ", r"\small": "",
    r"\large": "",
}  # fmt: skip


def documentation_html(text: str) -> str:
    """Render reStructuredText as PyTorch writes it; whatever is not understood stays as text."""
    lines = inspect.cleandoc(text).splitlines()
    out: list[str] = []
    index = 0
    while index < len(lines):
        index = _block(lines, index, out)
    return "\n".join(out)


def _block(lines: list[str], index: int, out: list[str]) -> int:
    """Render what begins at ``index`` and return where the next block begins."""
    line = lines[index]
    bare = line.strip()
    if not bare or bare.startswith(_SKIPPED):
        return index + 1
    if bare.startswith(">>>"):
        return _code(lines, index, out)
    if bare.startswith(".. math::"):
        return _math(lines, index, out)
    if bare.startswith(".. "):
        name, _, rest = bare[3:].partition("::")
        known = name in ("note", "warning", "seealso")
        out.append(f"<p><b>{name.capitalize()}</b> {_inline(rest.strip())}</p>" if known else "")
        return index + 1
    if _TITLE.match(bare):
        out.append(f"<h4>{html.escape(bare.rstrip(':'))}</h4>")
        return index + 1
    return _paragraph(lines, index, out)


def _paragraph(lines: list[str], index: int, out: list[str]) -> int:
    first = lines[index]
    indent = _indent(first)
    words = [first.strip()]
    index += 1
    while index < len(lines):
        line = lines[index]
        bare = line.strip()
        begins = _LIST.match(bare) or bare.startswith((".. ", ">>>")) or _TITLE.match(bare)
        if not bare or begins or _indent(line) < indent:
            break
        if _is_argument(bare) and _indent(line) == indent:
            break
        words.append(bare)
        index += 1
    text = " ".join(words)
    bullet = _LIST.match(text)
    margin = 12 * (indent // 4) + (12 if bullet else 0)
    if bullet:
        text = "• " + text[bullet.end() :]
    style = f"margin-left:{margin}px; margin-top:4px; margin-bottom:4px;"
    is_argument = _is_argument(text)
    shown = _inline(text)
    if is_argument:
        name, _, rest = text.partition(":")
        shown = f"<code>{html.escape(name)}</code>: {_inline(rest.strip())}"
    out.append(
        f"<p style='{style}'>{shown.removesuffix(':') if shown.endswith('::') else shown}</p>"
    )
    return index


def _code(lines: list[str], index: int, out: list[str]) -> int:
    code = []
    while index < len(lines) and lines[index].strip():
        code.append(lines[index].strip())
        index += 1
    out.append(f"<pre>{html.escape(chr(10).join(code))}</pre>")
    return index


def _math(lines: list[str], index: int, out: list[str]) -> int:
    indent = _indent(lines[index])
    formula = [lines[index].strip().removeprefix(".. math::").strip()]
    index += 1
    while index < len(lines) and (not lines[index].strip() or _indent(lines[index]) > indent):
        formula.append(lines[index].strip())
        index += 1
    text = plain_math(" ".join(part for part in formula if part))
    shown = "<br>".join(html.escape(part.strip()) for part in text.splitlines() if part.strip())
    out.append(f"<p style='margin-left:12px'><code>{shown}</code></p>")
    return index


def _inline(text: str) -> str:
    out, end = [], 0
    for match in _INLINE.finditer(text):
        out.append(html.escape(text[end : match.start()]))
        kind, inner = match.lastgroup, match[match.lastgroup or 0]
        if kind == "math":
            out.append(f"<code>{html.escape(plain_math(inner))}</code>")
        elif kind == "bold":
            out.append(f"<b>{html.escape(inner)}</b>")
        elif kind in ("italic", "link"):
            out.append(f"<i>{html.escape(inner)}</i>")
        else:
            shown = re.sub(r"\s*<.*>$", "", inner).removeprefix("~")
            out.append(f"<code>{html.escape(shown)}</code>")
        end = match.end()
    out.append(html.escape(text[end:]))
    return "".join(out)


def plain_math(formula: str) -> str:
    """LaTeX as far as plain characters go: ``\\frac{a}{b}`` becomes ``(a)/(b)``."""
    formula = re.sub(r"\\(begin|end)\{[^}]*\}(\{[^}]*\})?", "", formula).replace("&", " ")
    for _ in range(4):
        formula = re.sub(
            r"\\[dt]?frac\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}",
            r"(\1) / (\2)",
            formula,
        )
    for latex in sorted(_LATEX, key=len, reverse=True):
        formula = formula.replace(latex, _LATEX[latex])
    formula = formula.replace("{", "").replace("}", "").replace("~", " ")
    return re.sub(r"[ ]+", " ", re.sub(r"\\([a-zA-Z]+)", r"\1", formula)).strip()


def _is_argument(text: str) -> bool:
    return bool(re.match(r"^\*{0,2}\w+( \([^)]*\))?:\s", text)) or bool(
        re.match(r"^\w+ \([^)]*\):", text)
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
