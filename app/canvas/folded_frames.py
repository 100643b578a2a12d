"""Frames that are shown as one card each: which they are, and what is hidden behind them."""

from __future__ import annotations

from collections.abc import Iterable

from app.canvas.card import Card, PortMark, one_line
from app.words import layers
from graph.document import Edge, Graph
from graph.looks import color_of, is_collapsed
from graph.parts import DOWN, PLAIN


class FoldedFrames:
    """Read off a graph. A frame is opened for a look as long as something in it is shown."""

    def __init__(self) -> None:
        #: The outermost folded frame around each node that one does not see.
        self.holder: dict[str, str] = {}
        #: What is in each frame that is shown as a card, in creation order.
        self.members: dict[str, list[str]] = {}
        self._peeked: set[str] = set()

    def read(self, graph: Graph) -> set[str]:
        """Take in what is folded now; returns the nodes that are hidden otherwise than before."""
        before, self.holder, self.members = self.holder, {}, {}
        folded = {
            name
            for name, group in graph.groups.items()
            if is_collapsed(group.options) and name not in self._peeked
        }
        for node in graph.nodes if folded else ():
            around = graph.frames_around(node.options.get("group"))
            outermost = next((name for name in reversed(around) if name in folded), None)
            if outermost is not None:
                self.holder[node.name] = outermost
                self.members.setdefault(outermost, []).append(node.name)
        names = before.keys() | self.holder.keys()
        return {name for name in names if before.get(name) != self.holder.get(name)}

    def peek(self, graph: Graph, names: Iterable[str], *, certainly: bool) -> bool:
        """Open the frames around these nodes for a look, and close all others; whether any did.

        Unless it is ``certainly`` the nodes that are meant, a frame all of whose nodes are among
        them is meant itself, and stays as it is.
        """
        if not (self.holder or self._peeked):
            return False
        chosen = set(names)
        whole = {frame for frame, held in self.members.items() if chosen.issuperset(held)}
        around = {
            group
            for name in chosen
            if name in graph and (certainly or self.holder.get(name) not in whole)
            for group in graph.frames_around(graph.node(name).options.get("group"))
            if is_collapsed(graph.groups[group].options)
        }
        changed, self._peeked = around != self._peeked, around
        return changed

    def hides(self, edge: Edge) -> bool:
        """Whether a wire runs behind a card."""
        source = self.holder.get(edge.source)
        return source is not None and source == self.holder.get(edge.target)

    def card(self, graph: Graph, name: str) -> Card:
        """What the card says: the name, how many layers, where wires go in and out."""
        group, held = graph.groups[name], self.members[name]
        inside = set(held)
        arriving = [e for n in held for e in graph.in_edges(n) if e.source not in inside]
        leaving = [e for n in held for e in graph.out_edges(n) if e.target not in inside]
        return Card(
            name=name,
            title=one_line(name),
            outline="block",
            family="function",
            icon="frame",
            caption="" if group.container == PLAIN else one_line(group.container),
            line=layers(len(held)),
            count="",
            inputs=_marks((e.target, e.target_port) for e in arriving),
            outputs=_marks((e.source, e.source_port) for e in leaving),
            color=color_of(group.options),
            down=graph.direction == DOWN,
        )


def port_name(node: str, port: str) -> str:
    """What a port of a node is called on the card of the frame around it."""
    return f"{node}.{port}"


def _marks(ends: Iterable[tuple[str, str]]) -> tuple[PortMark, ...]:
    """The first stands on the line of the card, the others below it, by their nodes' names."""
    return tuple(
        PortMark(port_name(node, port), one_line(node), wired=True, optional=index > 0)
        for index, (node, port) in enumerate(dict.fromkeys(ends))
    )
