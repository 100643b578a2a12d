"""Random networks of nested blocks: arguments, expressions, repeat, when, frames."""

from __future__ import annotations

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from graph.document import Block, Document, Edge, Expression, Graph, Group, Node
from graph.shapes import analyze
from tests.codegen.random_networks import styles
from tests.networks import MEMORY

_WIDTHS = ["width", "width * 2", "width + extra", "max(width, 4)", "4 if flag else width"]
_FLAGS = ["flag", "not flag", "width == 4", "inputs != outputs", "inputs == 4", "extra and flag"]
_COUNTS = ["extra", "extra + 1", "extra + 2", "2 if flag else 1"]
_ARGUMENTS: dict[str, list[Any]] = {"width": [4, 6, 8], "extra": [0, 1, 2], "flag": [True, False]}
_NAMES = ["width", "flag", "self", "nn", "fc", "block", "extra"]


class _Inside:
    """A graph over features ``[N, w]`` while it grows; each value is a node and its port."""

    def __init__(self, draw: st.DrawFn, graph: Graph, blocks: list[Block], *, root: bool) -> None:
        self._draw, self._graph, self._blocks, self._root = draw, graph, blocks, root
        shape = {"shape": ("N", 4)} if root else {}
        self._insert(Node("x", "Input", shape), None)
        self._values: list[tuple[str, str]] = [("x", "output")]

    def grow(self) -> None:
        pick = self._draw(st.integers(0, 10))
        source = self._values[-1] if pick < 7 else self._draw(st.sampled_from(self._values))
        if pick < 3:
            self._add("Linear", {"out_features": self._say("width", _WIDTHS)}, source)
        elif pick == 3:
            self._add("ReLU", {}, source)
        elif pick == 4:
            p = self._draw(st.sampled_from([2.0, Expression("1.0 if flag else 2.0")]))
            self._add("F.normalize", {"p": 2.0 if self._root else p}, source)
        elif pick == 5:
            other = self._draw(st.sampled_from(self._values))
            self._add(self._draw(st.sampled_from(["torch.add", "torch.mul"])), {}, source, other)
        elif pick == 6:
            other = self._draw(st.sampled_from(self._values))
            kind = self._draw(st.sampled_from(["BatchNorm1d", "Bilinear"]))
            wide = {"out_features": self._say("width", _WIDTHS)}
            self._add(kind, *(({}, source) if kind != "Bilinear" else (wide, source, other)))
        elif pick == 7:
            other = self._draw(st.sampled_from(self._values))
            self._add("torch.cat", {"dim": -1}, source, other)
        elif self._blocks:
            block = self._draw(st.sampled_from(self._blocks))
            said = {
                name: self._say(
                    name, {"width": _WIDTHS, "extra": ["extra"], "flag": ["flag"]}[name]
                )
                for name in _ARGUMENTS
                if self._draw(st.booleans())
            }
            self._add(block.name, said, source)

    def finish(self) -> None:
        self._insert(Node("y", "Output"), None)
        source, port = self._values[-1]
        self._graph.add_edge(Edge(source, port, "y", "input"))

    def _say(self, name: str, expressions: list[str]) -> Any:
        if self._root or self._draw(st.booleans()):
            return self._draw(st.sampled_from(_ARGUMENTS[name]))
        return Expression(self._draw(st.sampled_from(expressions)))

    def _add(self, type_: str, said: dict[str, Any], *sources: tuple[str, str]) -> None:
        name = f"n{len(self._graph)}"
        if self._draw(st.integers(0, 5)) == 0:
            name = self._draw(st.sampled_from(_NAMES))
        if name in self._graph:
            name = f"n{len(self._graph)}"
        options: dict[str, Any] = {}
        if self._draw(st.integers(0, 3)) == 0:
            said_when = True if self._root else Expression(self._draw(st.sampled_from(_FLAGS)))
            options["when"] = said_when
        if self._draw(st.integers(0, 4)) == 0:
            count = self._draw(st.sampled_from(_COUNTS))
            options["repeat"] = self._draw(st.integers(2, 3)) if self._root else Expression(count)
        if self._graph.groups and self._draw(st.booleans()):
            options["group"] = self._draw(st.sampled_from(list(self._graph.groups)))
        if type_ == "Linear" and self._draw(st.integers(0, 3)) == 0:
            std = 0.5 if self._root else Expression("1 / width")
            options["initialize"] = {"weight": {"type": "normal_", "std": std}, "bias": 0.5}
        twins = [n.name for n in self._graph.nodes if n.type == type_ and not n.type[0].islower()]
        if twins and self._draw(st.integers(0, 3)) == 0:
            options = {k: v for k, v in options.items() if k in ("group", "when", "repeat")}
            said, options = {}, {**options, "shares": self._draw(st.sampled_from(twins))}
        self._insert(Node(name, type_, said, options), sources)
        port = "output" if type_ not in [block.name for block in self._blocks] else "y"
        self._values.append((name, port))

    def _insert(self, node: Node, sources: Any) -> None:
        self._graph.insert(node)
        ports = ["x"] if node.type in [b.name for b in self._blocks] else ["input", "other"]
        ports = {
            "Bilinear": ["input1", "input2"],
            "torch.cat": ["tensors.0", "tensors.1"],
        }.get(node.type, ports)
        for port, (source, source_port) in zip(ports, sources or (), strict=False):
            self._graph.add_edge(Edge(source, source_port, node.name, port))


@st.composite
def documents_of_blocks(draw: st.DrawFn) -> Document:
    """A document of up to three blocks that use each other, right or wrong."""
    document = Document("Drawn")
    blocks: list[Block] = []
    for index in range(draw(st.integers(1, 3))):
        defaults = {name: draw(st.sampled_from(values)) for name, values in _ARGUMENTS.items()}
        block = Block(f"Block{index}", defaults)
        _fill(draw, block.graph, blocks, root=False)
        blocks.append(block)
    document.blocks = {block.name: block for block in blocks}
    _fill(draw, document.graph, blocks, root=True)
    document.style = draw(styles())
    return document


def _fill(draw: st.DrawFn, graph: Graph, blocks: list[Block], *, root: bool) -> None:
    if draw(st.integers(0, 2)) == 0:
        container = draw(st.sampled_from(["Sequential", "ModuleList", "Module"]))
        graph.groups["frame"] = Group("frame", {"container": container})
    inside = _Inside(draw, graph, blocks, root=root)
    for _ in range(draw(st.integers(1, 6))):
        inside.grow()
    inside.finish()


@st.composite
def networks_of_blocks(draw: st.DrawFn) -> Document:
    """One that the analysis finds no error in."""
    document = draw(documents_of_blocks())
    assume(not analyze(document, MEMORY).errors)
    return document
