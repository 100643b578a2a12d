"""What the card of a node says, read from the document and the analysis; nothing is drawn here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.translating import tr
from app.words import count, significant
from graph.analysis import Analysis, NodeAnalysis
from graph.catalog import CATALOG, ports
from graph.catalog.card import describe_pieces
from graph.catalog.custom import PYTHON
from graph.catalog.layer import Layer, Port
from graph.document import Document, Node, Value
from graph.freezing import is_frozen
from graph.looks import color_of, is_collapsed
from graph.parts import DOWN
from graph.sharing import is_sharer

Outline = Literal["card", "pill", "input", "output", "block"]

#: Functions whose own sign is known better than the sign of their family.
SIGNS = {
    "Input": "input",
    "Output": "output",
    "Parameter": "parameter",
    "Constant": "constant",
    "Python": "python",
    "Flatten": "flatten",
    "torch.flatten": "flatten",
    "torch.add": "add",
    "torch.sub": "subtract",
    "torch.mul": "multiply",
    "torch.div": "divide",
    "torch.cat": "concatenate",
    "torch.stack": "concatenate",
    "torch.matmul": "matmul",
    "torch.bmm": "matmul",
}

#: No more of a text is looked at: a card is a few words wide.
_LONGEST = 200

_OUTLINES: dict[str, Outline] = {
    "input": "input",
    "output": "output",
    "block": "block",
}


@dataclass(frozen=True)
class PortMark:
    """One port as it is drawn: ``label`` is the short form of its name."""

    name: str
    label: str
    wired: bool
    optional: bool


@dataclass(frozen=True)
class Span:
    """Where in the line of a card the value of an argument stands."""

    start: int
    end: int
    argument: str


@dataclass(frozen=True)
class Card:
    """Everything a card shows, as text; two equal cards look the same."""

    name: str  # the node's, not for display
    title: str
    outline: Outline
    family: str
    icon: str
    caption: str  # the type, where the name does not say it already
    line: str  # "1 → 6, 5×5, pad 2"
    count: str  # parameters
    inputs: tuple[PortMark, ...]
    outputs: tuple[PortMark, ...]
    frozen: bool = False
    bypassed: bool = False
    repeat: str = ""
    untrusted: bool = False  # the user's own code, which has not been let run
    warmth: float | None = None  # how strongly it is tinted, 0 to 1, while costs are shown
    share: str = ""  # "36 %" of what is shown
    spans: tuple[Span, ...] = ()
    color: str = ""  # one of COLORS
    collapsed: bool = False
    down: bool = False  # wires come in above and leave below
    marks: tuple[tuple[int, str], ...] = ()  # of its parameter groups: a hue, and what to read

    @property
    def ground(self) -> tuple[str, float | None, str]:
        """All that is seen of it from afar."""
        return self.family, self.warmth, self.color


def read_card(document: Document, scope: str, name: str, analysis: Analysis | None) -> Card:
    """The card of the node ``name``; without an analysis it says what the user set."""
    graph = document.scope(scope)
    node = graph.node(name)
    layer = CATALOG.get(node.type)
    found = analysis.scope(scope).get(name) if analysis is not None else None
    arguments = {**node.arguments, **found.arguments} if found is not None else node.arguments
    incoming, outgoing = graph.in_edges(name), graph.out_edges(name)
    named = ports(document, scope, node, [edge.target_port for edge in incoming])
    line, spans = _line(node, arguments)
    is_block = node.type in document.blocks
    untrusted = not is_block and node.type == PYTHON and _is_untrusted(analysis, scope, name)
    family = "block" if is_block else (layer.family if layer else "function")
    caption = "" if _says_type(name, node.type) else one_line(short_type(node.type))
    if is_sharer(node):
        caption = one_line(f"= {node.options['shares']}")
    return Card(
        name=name,
        title=one_line(name),
        outline="block" if is_block else _outline(layer),
        family="untrusted" if untrusted else family,
        icon=SIGNS.get(node.type) or ("block" if is_block else layer.family if layer else "help"),
        caption=tr("{type}, not trusted").format(type=node.type) if untrusted else caption,
        line=line,
        spans=spans,
        count=count_text(found.parameters) if found is not None and found.parameters else "",
        inputs=_marks(named.inputs, [edge.target_port for edge in incoming]),
        outputs=_marks(named.outputs, [edge.source_port for edge in outgoing]),
        untrusted=untrusted,
        frozen=is_frozen(graph, node),
        bypassed=node.options.get("when") is False or (found is not None and found.bypassed),
        repeat=_repeat(node, found),
        color=color_of(graph.look(name)),
        collapsed=is_collapsed(graph.look(name)),
        down=graph.direction == DOWN,
    )


def _is_untrusted(analysis: Analysis | None, scope: str, name: str) -> bool:
    problems = analysis.problems_of(name, scope) if analysis is not None else []
    return any(problem.code == "untrusted-code" for problem in problems)


def _outline(layer: Layer | None) -> Outline:
    if layer is not None and layer.pill:
        return "pill"
    return _OUTLINES.get(layer.kind if layer else "", "card")


def main_ports(document: Document, type: str) -> tuple[str, str]:
    """The ports a new node is wired by: its first input and output; "" where it has none."""
    layer = CATALOG.get(type)
    if type in document.blocks:
        found = ports(document, "", Node("", type))
        return tuple(next((p.name for p in side), "") for side in found)  # type: ignore[return-value]
    if layer is None:
        return "input", "output"
    first = next(iter(layer.inputs), None)
    source = next(iter(layer.outputs), None)
    target = "" if first is None else f"{first.name}.0" if first.variadic else first.name
    return target, source.name if source is not None else ""


def _line(node: Node, arguments: Mapping[str, Value]) -> tuple[str, tuple[Span, ...]]:
    """What the layer does here, and where in it the values of its arguments stand.

    An Input of a block says no shape: what arrives stands on its wire.
    """
    is_input = node.type == "Input"
    if is_input and "shape" not in node.arguments:
        return "", ()
    text, spans = "", []
    for piece, argument in describe_pieces(node, arguments):
        said = typeset(piece)
        said = _shape_line(said) if is_input else said
        if argument:
            spans.append(Span(len(text), len(text) + len(said), argument))
        text += said
    line = one_line(text)
    return line, tuple(spans) if line == text else ()


def _shape_line(line: str) -> str:
    """``(N, 1, 28, 28), int64`` as the wires write it: ``N × 1 × 28 × 28, int64``."""
    return re.sub(r"\(([^()]*)\)", lambda found: " × ".join(found[1].split(", ")), line)


def short_type(type: str) -> str:
    """The type without the module that everybody knows: ``torch.cat`` is ``cat``."""
    return type.removeprefix("torch.").removeprefix("nn.")


def one_line(text: str) -> str:
    """Any text as it can stand on a card: without line breaks and signs that cannot be seen."""
    shown = text[:_LONGEST]
    if not shown.isprintable():
        shown = "".join(sign if sign.isprintable() else " " for sign in shown)
    return " ".join(shown.split())


def typeset(text: str) -> str:
    """``3 -> 6, 5x5`` with the signs that print has for it: ``3 → 6, 5×5``."""
    text = text.replace("->", "→").replace(" x ", " × ")
    return re.sub(r"(?<=\w)x(?=\d)", "×", text) if re.search(r"\dx\d", text) else text


def count_text(number: int) -> str:
    """A number of parameters as a person reads it: ``156``, ``48,120``, ``1.24 M``."""
    if number < 1_000_000:
        return count(number)
    for unit, size in (("B", 10**9), ("M", 10**6)):
        if number >= size:
            return f"{significant(number / size, 3)} {unit}"
    return str(number)


def _says_type(name: str, type: str) -> bool:
    """Whether ``relu1`` is plainly a ``ReLU``, so that the card need not say it again."""
    plain = re.sub(r"[\d_]+$", "", name).replace("_", "").lower()
    return plain == re.sub(r"[\d_]+$", "", short_type(type).split(".")[-1]).replace("_", "").lower()


def _marks(found: Sequence[Port], wired: Sequence[str]) -> tuple[PortMark, ...]:
    """The ports of one side, and what a wire says is one though the catalog does not know it."""
    known = {port.name for port in found}
    strangers = [Port(name) for name in dict.fromkeys(wired) if name not in known]
    return tuple(
        PortMark(
            port.name,
            one_line(port.name.rsplit(".", 1)[-1]),
            port.name in wired,
            port.optional or port.variadic,
        )
        for port in (*found, *strangers)
    )


def _repeat(node: Node, found: NodeAnalysis | None) -> str:
    """``× 3``; an expression only as long as nobody knows what it comes to."""
    repeat, unroll = node.options.get("repeat"), node.options.get("unroll")
    if unroll is not None:
        axis = unroll.get("axis", 1) if isinstance(unroll, Mapping) else unroll
        return tr("along axis {axis}").format(axis=one_line(str(axis)))
    if found is not None and found.repeat is not None:
        repeat = found.repeat
    return "" if repeat in (None, 1) else f"× {one_line(str(repeat))}"
