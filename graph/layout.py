"""Automatic layout: columns from left to right, wires led around what lies between."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import networkx as nx

from graph.document import Edge, Graph, Position
from graph.folding import fold
from graph.layering import Layered, Wire, layer
from graph.placement import place_heights

#: Room between columns, between cards of a column, and between separate parts (scene units).
COLUMN_GAP = 72.0
CARD_GAP = 40.0
WIRE_GAP = 24.0
PART_GAP = 96.0

#: The size of a card that the caller does not know.
CARD_SIZE = (200.0, 64.0)

Size = tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """Where nodes stand (their upper left corners) and where wires bend.

    ``waypoints`` holds, for edges that pass columns, the level stretches to pass them on: for
    each column the point where the stretch begins and the point where it ends.
    """

    positions: dict[str, Position] = field(default_factory=dict)
    waypoints: dict[Edge, tuple[Position, ...]] = field(default_factory=dict)


def lay_out(graph: Graph, sizes: Mapping[str, Size], width: float = math.inf) -> Layout:
    """Place the nodes of a graph, whose cards have ``sizes`` (width, height in scene units).

    What is wider than ``width`` is folded into rows of about that, where it can be done; wires of
    a folded part have no waypoints.
    The result depends on the graph and the order of creation alone, so that a small edit
    moves little, and the same graph is always drawn the same. Any graph will do, cycles too.
    """
    layout = Layout()
    top = 0.0
    alone: list[str] = []
    for part in _parts(graph):
        if len(part) == 1:
            alone += part
            continue
        top += _lay_out_part(graph, part, sizes, top, width, layout) + PART_GAP
    left = 0.0
    for name in alone:
        layout.positions[name] = (left, top)
        left += sizes.get(name, CARD_SIZE)[0] + COLUMN_GAP
    return layout


def _parts(graph: Graph) -> list[list[str]]:
    """Connected parts, each in the order of creation, by their first node."""
    index = {name: i for i, name in enumerate(graph.names)}
    parts = [sorted(p, key=index.__getitem__) for p in nx.weakly_connected_components(graph.nx)]
    return sorted(parts, key=lambda part: index[part[0]])


def _lay_out_part(
    graph: Graph,
    names: list[str],
    sizes: Mapping[str, Size],
    top: float,
    width: float,
    layout: Layout,
) -> float:
    """Lay one part out below ``top``; returns how high it is."""
    wires = _wires(graph, names)
    layered = layer(len(names), list(dict.fromkeys(wires.values())))
    boxes = [sizes.get(name, CARD_SIZE) for name in names]

    def room(node: int) -> float:
        return boxes[node][1] if node < len(boxes) else 0.0

    def separation(upper: int, lower: int) -> float:
        is_bend = upper >= len(boxes), lower >= len(boxes)
        gap = WIRE_GAP if any(is_bend) else CARD_GAP
        return (room(upper) + room(lower)) / 2 + gap

    middles = place_heights(layered, separation)
    highest = min(middle - room(v) / 2 for v, middle in enumerate(middles))
    middles = [middle - highest + top for middle in middles]
    columns = _columns(layered, boxes)
    for node, name in enumerate(names):
        left, _ = columns[layered.column_of[node]]
        layout.positions[name] = (left, middles[node] - room(node) / 2)
    if columns[-1][1] > width:
        known = dict(zip(names, boxes, strict=True))
        folded = fold(graph, {name: layout.positions[name] for name in names}, known, width)
        layout.positions.update(folded)
        return max(y + known[name][1] for name, (_, y) in folded.items()) - top
    for edge, wire in wires.items():
        bends = layered.bends.get(wire)
        if bends:
            spans = [(columns[layered.column_of[bend]], middles[bend]) for bend in bends]
            layout.waypoints[edge] = tuple((x, y) for span, y in spans for x in span)
    return max(middle + room(v) / 2 for v, middle in enumerate(middles)) - top


def _wires(graph: Graph, names: list[str]) -> dict[Edge, Wire]:
    index = {name: i for i, name in enumerate(names)}
    wires: dict[Edge, Wire] = {}
    for name in names:
        outputs = sorted({edge.source_port for edge in graph.out_edges(name)}, key=_port_key)
        for edge in graph.out_edges(name):
            inputs = sorted({e.target_port for e in graph.in_edges(edge.target)}, key=_port_key)
            wires[edge] = Wire(
                index[edge.source],
                index[edge.target],
                edge.source_port,
                (outputs.index(edge.source_port) + 1) / (len(outputs) + 1),
                (inputs.index(edge.target_port) + 1) / (len(inputs) + 1),
            )
    return {edge: wire for edge, wire in wires.items() if edge.source != edge.target}


def _port_key(port: str) -> tuple[str, int]:
    """``tensors.10`` comes after ``tensors.9``."""
    stem, _, number = port.rpartition(".")
    return (stem, int(number)) if number.isdecimal() and len(number) < 9 else (port, 0)


def _columns(layered: Layered, boxes: list[Size]) -> list[tuple[float, float]]:
    """Left and right of each column, as wide as its widest card."""
    columns: list[tuple[float, float]] = []
    left = 0.0
    for column in layered.columns:
        width = max((boxes[v][0] for v in column if v < len(boxes)), default=0.0)
        columns.append((left, left + width))
        left += width + COLUMN_GAP
    return columns
