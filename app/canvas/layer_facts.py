"""What a layer on the canvas is, in words: purpose, how its shape comes about, what it learns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from app.canvas.card import one_line
from app.translating import Shown, joined, tr
from app.words import parameters
from graph.analysis import Analysis, NodeAnalysis, TensorType
from graph.catalog import CATALOG
from graph.catalog.custom import PYTHON
from graph.document import Document, Node
from graph.size_formulas import Reduction, SizeFormula, keeps_shape, reduction, size_formulas
from graph.sizes import format_shape

#: More tensors or arguments than these are counted, not named.
LISTED = 6


@dataclass(frozen=True)
class LayerFacts:
    """Plain text throughout; what is not known is ""."""

    name: str
    type: str
    family: str
    purpose: str = ""
    note: str = ""
    arguments: str = ""
    shape: str = ""
    formulas: tuple[SizeFormula, ...] = ()
    aside: str = ""
    weights: str = ""

    @property
    def told(self) -> str:
        """All of it as one text, to be read out."""
        lines = (
            f"{self.name}, {self.type}", self.purpose, self.note, self.arguments, self.shape,
            *map(str, self.formulas), self.aside, self.weights,
        )  # fmt: skip
        return "; ".join(line.rstrip(".") for line in lines if line)


def facts_of(document: Document, scope: str, name: str, analysis: Analysis | None) -> LayerFacts:
    """What is known of a node of a scope."""
    node = document.scope(scope).node(name)
    known = analysis.scope(scope).get(name) if analysis is not None else None
    layer, block = CATALOG.get(node.type), document.blocks.get(node.type)
    notes = (block.note if block else "", node.options.get("note"))
    formulas = tuple(size_formulas(layer, known)) if layer and known and not block else ()
    first = next(iter(known.outputs), "") if known else ""
    return LayerFacts(
        name,
        one_line(node.type),
        layer.family if layer is not None and block is None else "block",
        tr("A block of this project.") if block else tr(layer.summary) if layer else "",
        "\n".join(text for text in notes if isinstance(text, str) and text),
        _arguments(node, known) if block or node.type == PYTHON else "",
        _shape(known) if known else "",
        tuple(f for f in formulas if f.port == first or not first),
        _aside(node, known),
        weights_text(known, is_block=block is not None) if known else "",
    )


def weights_text(node: NodeAnalysis, *, is_block: bool = False) -> str:
    """``weight [6, 1, 5, 5] + bias [6] = 156 parameters``; of many tensors, or a block, the sum."""
    if not node.parameters:
        return ""
    total = parameters(node.parameters)
    shapes = node.parameter_shapes
    one = sum(prod(shape) for shape in shapes.values())
    if is_block or not one or node.parameters % one or len(shapes) > LISTED:
        return total
    named = (f"{name} {format_shape(shape)}".strip() for name, shape in shapes.items())
    terms = " + ".join(named)
    copies = node.parameters // one
    terms = f"{copies} × ({terms})" if copies > 1 else terms
    return joined("", (f"{terms} = ", total))


def _arguments(node: Node, known: NodeAnalysis | None) -> str:
    values: Mapping[str, object] = (known.arguments if known else {}) or node.arguments
    said = [f"{name} = {_short(value)}" for name, value in values.items()]
    return ", ".join(said[:LISTED]) + (", ..." if len(said) > LISTED else "")


def _short(value: object) -> str:
    text = one_line(str(value))
    return text if len(text) <= 40 else f"{text[:39]}…"


def _shape(known: NodeAnalysis) -> str:
    """``[N, 1, 28, 28] → [N, 6, 28, 28]``, with the names of ports where there are several."""
    before, after = _tensors(known.inputs), _tensors(known.outputs)
    return f"{before} → {after}" if before and after else before or after


def _tensors(tensors: Mapping[str, TensorType]) -> str:
    if len(tensors) == 1:
        return str(next(iter(tensors.values())))
    said = [f"{port} {tensor}" for port, tensor in tensors.items()]
    return ", ".join(said[:LISTED]) + (", ..." if len(said) > LISTED else "")


def _aside(node: Node, known: NodeAnalysis | None) -> Shown | str:
    layer = CATALOG.get(node.type)
    if known is None:
        return ""
    if known.bypassed:
        return tr("Left out here: what arrives goes past it.")
    if layer is not None and (taken := reduction(layer, known)) is not None:
        return _reduction(taken)
    is_same = layer is not None and keeps_shape(layer, known) and known.repeat is None
    return tr("The shape stays as it is.") if is_same else ""


def _reduction(taken: Reduction) -> Shown | str:
    axes = ", ".join(map(str, taken.axes))
    if taken.kept:
        words = tr("Axes {axes} keep length 1: of {numbers} numbers one is left.",
                   one="Axis {axes} keeps length 1: of {numbers} numbers one is left.",
                   n=len(taken.axes))  # fmt: skip
    else:
        words = tr("Axes {axes} go: of {numbers} numbers one is left.",
                   one="Axis {axes} goes: of {numbers} numbers one is left.",
                   n=len(taken.axes))  # fmt: skip
    return words.format(axes=axes, numbers=taken.numbers)
