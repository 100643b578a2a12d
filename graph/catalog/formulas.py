"""Formulas of PyTorch's docstrings, from LaTeX to text that can be read in one line."""

from __future__ import annotations

import re

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε",
    "varepsilon": "ε", "eps": "ε", "lambda": "λ", "mu": "μ", "phi": "φ", "Phi": "Φ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "Sigma": "Σ", "tau": "τ", "theta": "θ", "omega": "ω", "eta": "η",
    "kappa": "κ", "nu": "ν", "psi": "ψ", "xi": "ξ", "zeta": "ζ", "chi": "χ", "ell": "l",
    "Gamma": "Γ", "Lambda": "Λ", "Theta": "Θ", "Omega": "Ω", "Psi": "Ψ",
}  # fmt: skip
_SIGNS = {
    "times": "×", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠",
    "ne": "≠", "in": "∈", "infty": "∞", "sum": "Σ", "prod": "Π", "odot": "⊙", "otimes": "⊗",
    "star": "⋆", "ast": "*", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "…", "ddots": "…", "Vert": "‖",
    "lVert": "‖", "rVert": "‖", "vert": "|", "lvert": "|", "rvert": "|", "mid": "|", "int": "∫",
    "to": "→", "rightarrow": "→",
    "leftarrow": "←", "gets": "←", "Rightarrow": "⇒", "pm": "±", "approx": "≈", "sim": "~",
    "partial": "∂", "top": "T", "circ": "°", "backslash": "\\", "forall": "∀", "cap": "∩",
    "lbrace": "{", "rbrace": "}", "langle": "⟨", "rangle": "⟩", "prime": "'", "neg": "¬",
    "triangleq": "=", "equiv": "≡", "ll": "≪", "gg": "≫", "subset": "⊂", "setminus": "\\",
    "nabla": "∇", "cup": "∪", "lt": "<", "gt": ">", "div": "÷", "bullet": "•",
}  # fmt: skip
_WORDS = _GREEK | _SIGNS

#: Commands that only say how something looks; their content stays.
_LOOKS = (
    "text", "mathrlap",
    "mathrm", "mathbf", "mathcal", "mathbb", "mathit", "operatorname", "textbf",
    "textit", "texttt", "mathbin", "boldsymbol", "underbrace", "mbox",
)  # fmt: skip

#: Commands that put a sign over what is in them: it stands over the first letter.
_OVER = {
    "hat": "\N{COMBINING CIRCUMFLEX ACCENT}", "widehat": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "bar": "\N{COMBINING MACRON}", "overline": "\N{COMBINING MACRON}",
    "tilde": "\N{COMBINING TILDE}", "widetilde": "\N{COMBINING TILDE}",
    "vec": "\N{COMBINING RIGHT ARROW ABOVE}",
}  # fmt: skip

#: Around what stands lower, and what stands higher: no text has these.
LOWER, HIGHER, LEVEL = "\ue000", "\ue001", "\ue002"

#: Before what stands above the line of a fraction, between that and what stands below, and behind.
ABOVE, BELOW, BESIDE = "\ue003", "\ue004", "\ue005"

#: Commands that say nothing in one line of text.
_SILENT = (
    "left", "right", "displaystyle", "limits", "quad", "qquad", "hspace", "nonumber", "hline",
    "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr",
)  # fmt: skip

_SCRIPT = re.compile(f"([{LOWER}{HIGHER}])([^{LOWER}{HIGHER}{LEVEL}]*){LEVEL}")

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}_^&~]|[^\\{}_^&~]+", re.DOTALL)


def formula(latex: str) -> str:
    """``\\frac{H_{in} + 2 \\times p}{s}`` as ``(H_in + 2 × p) / s``; rows stay lines.

    Never fails: what it does not know loses its backslash.
    """
    text = marked_formula(latex)
    while (plain := _SCRIPT.sub(_in_one_line, text)) != text:
        text = plain
    return text


def marked_formula(latex: str, *, stacked: bool = False) -> str:
    """The same, with ``LOWER`` or ``HIGHER`` before what stands so, and ``LEVEL`` behind it.

    ``stacked`` marks fractions that stand in no other part of the formula by ``ABOVE``, ``BELOW``
    and ``BESIDE``; all others stay on the line.
    """
    latex = re.sub(f"[{LOWER}{HIGHER}{LEVEL}{ABOVE}{BELOW}{BESIDE}]", "", latex)
    latex = re.sub(r"\\(?:begin|end)\{[^}]*\}(?:\{[^}]*\}|\[[^\]]*\])?", " ", latex)
    rows = re.split(r"\\\\(?:\[[^\]]*\])?", latex)
    texts = (" ".join(_Reader(row, stacked=stacked).read().split()) for row in rows)
    return "\n".join(_tidied(text) for text in texts if text)


def _tidied(text: str) -> str:
    text = re.sub(r"\s+([,;)\]⌋⌉]|\.(?!\.))", r"\1", text)
    return re.sub(r"([(\[⌊⌈])\s+", r"\1", text)


class _Reader:
    """Reads one row of a formula, token by token; depth is limited so that no text can harm."""

    def __init__(self, latex: str, *, stacked: bool = False) -> None:
        self._tokens = _TOKEN.findall(latex)
        self._stacked = stacked
        self._next = 0

    def read(self, depth: int = 0) -> str:
        """Text up to the closing brace of the group that was just opened, or to the end."""
        parts = []
        while self._next < len(self._tokens):
            token = self._take()
            if token == "}" and depth:
                break
            parts.append(self._token(token, depth))
        return "".join(parts)

    def _take(self) -> str:
        self._next += 1
        return str(self._tokens[self._next - 1])

    def _token(self, token: str, depth: int) -> str:
        if token == "{":
            return self.read(depth + 1) if depth < 50 else ""
        if token in ("}", "&", "~"):
            return " "
        if token in ("_", "^"):
            return (LOWER if token == "_" else HIGHER) + self._argument(depth).strip() + LEVEL
        if not token.startswith("\\"):
            return token
        return self._command(token[1:], depth)

    def _command(self, name: str, depth: int) -> str:
        if name in ("frac", "dfrac", "tfrac"):
            above, below = self._argument(depth + 1), self._argument(depth + 1)
            if self._stacked and not depth:
                return f"{ABOVE}{above}{BELOW}{below}{BESIDE}"
            return f"{_grouped(above)} / {_grouped(below)}"
        if name == "sqrt":
            return "√" + _grouped(self._argument(depth))
        if name in _LOOKS:
            return self._argument(depth)
        if name in _OVER:
            under = self._argument(depth)
            return under[:1] + _OVER[name] + under[1:]
        if name in _SILENT:
            return " "
        if not name.isalpha():
            return {"|": "‖", ",": " ", ";": " ", ":": " ", "!": "", " ": " "}.get(name, name)
        sign = _WORDS.get(name, name)
        return f" {sign} " if name in _SIGNS and sign in "×≤≥≠∈≈→←±·⊙⊗⋆⇒" else sign

    def _argument(self, depth: int) -> str:
        """What a command takes: a group in braces, or the one sign that follows."""
        while self._next < len(self._tokens) and self._tokens[self._next].isspace():
            self._next += 1
        if self._next >= len(self._tokens) or depth >= 50:
            return ""
        token = self._take()
        if token == "{" or token.startswith("\\"):
            return self._token(token, depth).strip()
        self._tokens[self._next - 1] = token.lstrip()[1:]
        self._next -= 1
        return token.lstrip()[:1]


def _in_one_line(match: re.Match[str]) -> str:
    return ("_" if match[1] == LOWER else "^") + _grouped(match[2])


def _grouped(text: str) -> str:
    """In brackets, unless it is one word or number, or has them already."""
    text = text.strip()
    bare = text
    while (shorter := _SCRIPT.sub("", bare)) != bare:
        bare = shorter
    if re.fullmatch(r"[\w.'°|*+\-\u0300-\u036f\u20d7]*|\([^()]*\)|\w+\[\w+\]", bare):
        return text
    return f"({text})"
