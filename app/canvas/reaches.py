"""What wires do not leave, in one table: of thousands those near are found in no time."""

from __future__ import annotations

import numpy as np

from app.canvas.box_index import NOWHERE, Box
from graph.document import Edge


class Reaches:
    """A rectangle for each wire. A grid of cells is none for them: long ones lie in thousands."""

    def __init__(self) -> None:
        self._edges: list[Edge | None] = []  # None where one was taken away
        self._rows: dict[Edge, int] = {}
        self._sides = np.empty((4, 64))

    def put(self, edge: Edge, reach: Box) -> None:
        row = self._rows.get(edge)
        if row is None:
            row = self._rows[edge] = len(self._edges)
            self._edges.append(edge)
            if row == self._sides.shape[1]:
                self._sides = np.concatenate([self._sides, np.empty_like(self._sides)], axis=1)
        self._sides[:, row] = reach

    def take(self, edge: Edge) -> None:
        row = self._rows.pop(edge)
        self._edges[row], self._sides[:, row] = None, NOWHERE
        if len(self._edges) > 2 * len(self._rows) + 64:
            self._close_ranks()

    def near(self, area: Box) -> list[Edge]:
        """Those that may run through ``area``, in the order in which they were put."""
        left, top, right, bottom = self._sides[:, : len(self._edges)]
        found = (left <= area.right) & (right >= area.left)
        found &= (top <= area.bottom) & (bottom >= area.top)
        edges = (self._edges[row] for row in np.flatnonzero(found).tolist())
        return [edge for edge in edges if edge is not None]

    @property
    def whole(self) -> Box:
        """What none of them leaves; NOWHERE for none."""
        left, top, right, bottom = self._sides[:, : len(self._edges)]
        if not left.size:
            return NOWHERE
        return Box(*map(float, (left.min(), top.min(), right.max(), bottom.max())))

    def _close_ranks(self) -> None:
        """Those that are left keep their order."""
        rows = list(self._rows.values())
        self._sides = np.ascontiguousarray(self._sides[:, rows])
        self._edges = list(self._rows)
        self._rows = {edge: row for row, edge in enumerate(self._rows)}
