"""The blocks of a document as definitions: what each is made of, and which it is built on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from graph.document import Document, Graph
from graph.edits import RemoveNode
from graph.flow import Flow
from graph.limits import MAX_BLOCK_DEPTH
from graph.looks import without_look
from graph.phrases import later
from graph.problems import Fix, Problem


class Definitions:
    """What can be said of blocks before any is used. Holds what it found until ``refresh``."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._flows: dict[str, Flow] = {}
        self._outlines: dict[str, str] = {}
        self._prints: dict[str, str] = {}
        self._depths: dict[str, int] = {}
        self.refresh(dict.fromkeys(document.blocks, ()))

    def refresh(self, touched: Mapping[str, Iterable[str]]) -> frozenset[str]:
        """Look again at the blocks in ``touched``, with the nodes in them whose wires may differ.

        Returns which blocks, by what is in them or in those inside them, are others now. A block
        that came, went or got other arguments needs a new ``Definitions``.
        """
        before = self._prints
        for name in touched.keys() & self._document.blocks.keys():
            if name in self._flows:
                self._flows[name].refresh(touched[name])
            block = self._document.blocks[name]
            self._outlines[name] = _outline(block.graph, block.arguments)
        self._read()
        names = before.keys() | self._prints.keys()
        return frozenset(n for n in names if before.get(n) != self._prints.get(n))

    def fingerprint(self, block: str) -> str:
        """Equal where a block and all that it is built on are equal."""
        return self._prints[block]

    def can_be_entered(self, block: str) -> bool:
        """Whether a block comes to an end: not inside itself, and not nested too deeply."""
        return 0 < self._depths.get(block, 0) <= MAX_BLOCK_DEPTH

    def flow(self, block: str) -> Flow:
        """The order of a block's nodes."""
        if block not in self._flows:
            self._flows[block] = Flow(self._document.blocks[block].graph)
        return self._flows[block]

    def built_on(self, block: str) -> set[str]:
        """The blocks that a block uses, itself left out."""
        return {
            node.type
            for node in self._document.blocks[block].graph.nodes
            if node.type in self._document.blocks
        }

    def innermost_first(self) -> list[str]:
        """The blocks that can be entered, each after those that it is built on."""
        return sorted(filter(self.can_be_entered, self._depths), key=lambda b: self._depths[b])

    def problems(self) -> Iterator[Problem]:
        """Blocks that are inside themselves, and those nested too deeply."""
        for name in self._document.blocks:
            if not self._depths[name]:
                yield from self._recursion(name)
            elif self._depths[name] > MAX_BLOCK_DEPTH:
                message = later(
                    "{name}: blocks are nested {max_block_depth} deep at the most.",
                    name=name,
                    max_block_depth=MAX_BLOCK_DEPTH,
                )
                yield Problem("error", "too-deep", message, scope=name)

    def _recursion(self, name: str) -> Iterator[Problem]:
        for node in self._document.blocks[name].graph.nodes:
            if node.type in self._document.blocks and name in self._below(node.type):
                fix = Fix(later("Remove {name}", name=node.name), RemoveNode(node.name, name))
                where = (
                    later("inside itself")
                    if node.type == name
                    else later("inside {type}, inside it", type=node.type)
                )
                message = later(
                    "{name}: the block {name_2} stands {where}, which has no end.",
                    name=node.name,
                    name_2=name,
                    where=where,
                )
                yield Problem("error", "recursion", message, node.name, scope=name, fixes=(fix,))

    def _below(self, block: str) -> set[str]:
        found, stack = {block}, [block]
        while stack:
            for inner in self.built_on(stack.pop()) - found:
                found.add(inner)
                stack.append(inner)
        return found

    def _read(self) -> None:
        blocks = self._document.blocks
        used = {name: self.built_on(name) for name in blocks}
        self._depths = dict.fromkeys(blocks, 0)
        self._prints = {}
        names, own = tuple(blocks), self._outlines
        waiting = set(blocks)
        while ready := {n for n in waiting if all(self._depths[i] for i in used[n])}:
            for name in ready:
                inner = sorted(used[name])
                self._depths[name] = 1 + max((self._depths[i] for i in inner), default=0)
                self._prints[name] = _print(names, own[name], *(self._prints[i] for i in inner))
            waiting -= ready
        for name in waiting:  # inside itself, or built on such a one
            self._prints[name] = _print(names, *(own[other] for other in self._sorted(name)))

    def _sorted(self, name: str) -> list[str]:
        return [name, *sorted(self._below(name) - {name})]


def _outline(graph: Graph, arguments: object) -> str:
    frames = [(name, without_look(group.options)) for name, group in graph.groups.items()]
    parts = (arguments, graph.nodes, graph.edges, frames, graph.layout)
    return repr(parts)


def _print(*parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
