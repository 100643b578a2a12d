"""Wiring by keys alone: from a port of the selected node to one of those that fit."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.canvas.ghost_wire import GhostWire
from app.canvas.key_choosing import Choice, KeyChoosing
from app.canvas.loose_end import LooseEnd
from app.canvas.wire_rules import connect_edit, unreachable
from app.translating import later, tr
from graph.connecting import candidates
from graph.document import Edge
from graph.edits import Disconnect, Edit

if TYPE_CHECKING:
    from app.canvas.view import CanvasView

_HOW = later("Letters or arrows choose, Enter wires, Delete unwires, W turns to the other side.")


class KeyWiring(KeyChoosing):
    """Ends in one edit, a selected wire, or nothing. A choice without an edge is a beginning."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._forth = True
        self._start: Choice | None = None
        self._ghost = GhostWire()
        self._asked = False

    @property
    def is_waiting(self) -> bool:
        """Whether it is not known yet which inputs take the shape."""
        return self._asked

    def begin(self) -> None:
        """Wire the selected node: from its output or, where it has none, to its input."""
        scene = self._view.canvas
        if len(scene.selected) != 1:
            self._view.refused.emit(tr("Select one layer to wire it."))
            return
        self._node = next(iter(scene.selected))
        self._from(forth=bool(scene.nodes[self._node].card.outputs))

    def accept(self, node: str, port: str, accepting: Collection[tuple[str, str]]) -> None:
        """Learn which inputs take what is being wired; others are offered no longer."""
        start = self._start
        if start is None or (start.node, start.port) != (node, port) or not start.is_output:
            return
        self._asked = False
        for letters, choice in self.choices.items():
            if not choice.is_taken and (choice.node, choice.port) not in accepting:
                self._drop(letters)
        self._go_on()

    def cancel(self) -> None:
        """End as if nothing had happened."""
        if self._is_open:
            self._ghost.hide()
            self._start, self._asked = None, False
            self._view.canvas.mark(())
        super().cancel()

    # which ports

    def _from(self, *, forth: bool) -> None:
        """Choose the port at which the wire begins; of one there is no choice."""
        scene = self._view.canvas
        self.cancel()
        self._forth = forth
        card = scene.nodes[self._node].card
        marks = card.outputs if forth else card.inputs
        starts = [Choice(self._node, mark.name, is_output=forth) for mark in marks]
        if len(starts) == 1:
            self._to(starts[0])
        elif starts:
            self._offer(starts, tr(_HOW))
        else:
            words = tr("{name} gives nothing.") if forth else tr("{name} takes nothing.")
            self._view.refused.emit(words.format(name=self._node))

    def _to(self, start: Choice) -> None:
        """Choose the port at which it ends: one that fits, or one that is wired already."""
        self.cancel()
        found = self._ends(start)
        if not found:
            words = tr("Nothing takes what {name} gives.")
            if not start.is_output:
                words = tr("Nothing gives what {name} could take.")
            self._view.refused.emit(words.format(name=start.node))
            return
        self._start = start
        self._offer(found, tr(_HOW))
        if start.is_output:
            self._asked = True
            self._view.candidates_wanted.emit(start.node, start.port)

    def _ends(self, start: Choice) -> list[Choice]:
        scene = self._view.canvas
        graph, node, port = scene.graph, start.node, start.port
        if start.is_output:
            wired = [edge for edge in graph.out_edges(node) if edge.source_port == port]
            fitting = candidates(scene.document, scene.scope, node, port)
            free = [Edge(node, port, name, end) for name, ends in fitting.items() for end in ends]
        else:
            wired = [edge for edge in graph.in_edges(node) if edge.target_port == port]
            refused = unreachable(graph, node, from_output=False)
            free = [
                Edge(name, mark.name, node, port)
                for name, item in scene.nodes.items()
                for mark in item.card.outputs
                if name not in refused
            ]
        edges = dict.fromkeys([*wired, *free])
        return [
            Choice(
                edge.target if start.is_output else edge.source,
                edge.target_port if start.is_output else edge.source_port,
                is_output=not start.is_output,
                edge=edge,
                is_taken=edge in wired,
            )
            for edge in edges
        ]

    # what is seen

    def point_out(self, choice: Choice) -> None:
        """The wire that lies there, or a ghost of the one that would."""
        scene = self._view.canvas
        self._ghost.hide()
        scene.mark(())
        if choice.is_taken and choice.edge is not None:
            scene.mark((choice.edge,))
        elif self._start is not None:
            end = LooseEnd(self._start.node, self._start.port, self._start.is_output)
            self._ghost.show(scene, end, self._place(choice))

    def _go_on(self) -> None:
        """After some choices went."""
        if not self._hints:
            node = self._node
            self.cancel()
            self._view.refused.emit(tr("Nothing takes what {name} gives.").format(name=node))
            return
        if self._current not in self._hints:
            self._current = next(iter(self._hints))
        self._show()

    # choosing

    def chosen(self, choice: Choice) -> None:
        """Go on from the port where it begins; wire, or select the wire that lies there."""
        scene = self._view.canvas
        if choice.edge is None:
            self._to(choice)
            return
        self.cancel()
        if choice.is_taken:
            scene.select([], [choice.edge])
        else:
            self._request(connect_edit(scene.graph, scene.scope, choice.edge))

    def pressed(self, key: Qt.Key) -> bool:
        """Delete takes away the wire that is chosen; W turns to the other side."""
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        elif key == Qt.Key.Key_W:
            self._from(forth=not self._forth)
        else:
            return False
        return True

    def _remove(self) -> None:
        """Take away the wire at the port that is chosen."""
        choice, start = self.current, self._start
        if choice is None or choice.edge is None or not choice.is_taken or start is None:
            return
        self.cancel()
        self._request(Disconnect(choice.edge, self._view.canvas.scope))

    def _request(self, edit: Edit | None) -> None:
        if edit is not None:
            self._view.edit_requested.emit(edit)
