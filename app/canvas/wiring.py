"""Wiring by dragging from port to port, in either direction, and dragging a wire's end away."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsPathItem

from app.canvas.gesture import Gesture
from app.canvas.loose_end import LooseEnd
from app.canvas.node_item import NodeItem
from app.canvas.scene import CanvasScene
from app.canvas.turned import free_path
from app.canvas.wire_rules import best_input, best_output, connect_edit, unreachable
from app.theme import current_theme
from graph.document import Edge
from graph.edits import Disconnect, Edit

#: How near to a card the pointer takes it for meant.
_NEAR = 12.0


class Wiring(Gesture):
    """Draws a wire from a port of ``node``.

    Nodes that would close a cycle are dimmed and refuse; those whose shapes do not fit are
    dimmed and still accept, for the mistake is then named with its fix.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        scene: CanvasScene,
        node: str,
        port: str,
        *,
        from_output: bool,
        moved: Edge | None = None,
    ) -> None:
        self._scene, self.node, self.port, self.from_output = scene, node, port, from_output
        self._moved = moved
        self._refused = unreachable(scene.graph, node, from_output=from_output)
        self._accepting: dict[str, set[str]] | None = None
        self._target: tuple[str, str] | None = None
        self.loose: LooseEnd | None = None  # where a new wire was let go over nothing
        self._preview = QGraphicsPathItem()
        pen = QPen(current_theme().color("accent"), 2.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._preview.setPen(pen)
        self._preview.setZValue(50)
        scene.addItem(self._preview)
        if moved is not None and moved in scene.wires:
            scene.wires[moved].hidden_end = True
            scene.wires[moved].update()
        self._dim()

    def accept(self, ports: Collection[tuple[str, str]]) -> None:
        """Learn which inputs take the shape that is being wired."""
        self._accepting = {}
        for node, port in ports:
            self._accepting.setdefault(node, set()).add(port)
        self._dim()

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._offer(self._find_target(at))
        end = at
        if self._target is not None:
            node, port = self._target
            end = self._scene.nodes[node].port_place(port, is_output=not self.from_output)
        if self.node not in self._scene.nodes:
            return
        fixed = self._scene.nodes[self.node].port_place(self.port, is_output=self.from_output)
        ends = (fixed, end) if self.from_output else (end, fixed)
        self._preview.setPath(free_path(*ends, down=self._scene.items_of.ground.leads_down))

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        target = self._find_target(at)
        on_nothing = not self._scene.nodes_near(at, _NEAR)
        self.cancel()
        graph, scope = self._scene.graph, self._scene.scope
        if self.node not in graph:
            return None
        if target is None:
            if self._moved is not None and on_nothing and graph.has_edge(self._moved):
                return Disconnect(self._moved, scope)
            if self._moved is None and on_nothing:
                self.loose = LooseEnd(self.node, self.port, self.from_output)
            return None
        node, port = target
        ends = (self.node, self.port, node, port)
        edge = Edge(*ends) if self.from_output else Edge(node, port, self.node, self.port)
        return connect_edit(graph, scope, edge, self._moved)

    def cancel(self) -> None:
        self._offer(None)
        if self._preview.scene() is self._scene:
            self._scene.removeItem(self._preview)
        for item in self._scene.nodes.values():
            item.set_look(dimmed=False)
        wire = self._scene.wires.get(self._moved) if self._moved is not None else None
        if wire is not None:
            wire.hidden_end = False
            wire.update()

    def _find_target(self, at: QPointF) -> tuple[str, str] | None:
        """The port meant by the pointer: the one under it, or the best of the card under it."""
        near = [n for n in self._scene.nodes_near(at, _NEAR) if n.name not in self._refused]
        for item in reversed(near):
            found = item.port_at(at)
            if found is not None and found[1] != self.from_output:
                return item.name, found[0].name
        under = self._scene.node_at(at)
        if under is None or under.name in self._refused:
            return None
        port = self._best_port(under)
        return (under.name, port) if port is not None else None

    def _best_port(self, item: NodeItem) -> str | None:
        if not self.from_output:
            return best_output(item.card)
        accepted = None if self._accepting is None else self._accepting.get(item.name, set())
        return best_input(item.card, accepted)

    def _offer(self, target: tuple[str, str] | None) -> None:
        side = "in" if self.from_output else "out"
        if self._target is not None and self._target[0] in self._scene.nodes:
            self._scene.nodes[self._target[0]].set_look(offered=False, port="")
        self._target = target
        if target is not None:
            self._scene.nodes[target[0]].set_look(offered=True, port=f"{side}:{target[1]}")

    def _dim(self) -> None:
        for name, item in self._scene.nodes.items():
            marks = item.card.inputs if self.from_output else item.card.outputs
            dimmed = name != self.node and (name in self._refused or not marks)
            if self._accepting is not None and self.from_output and name != self.node:
                dimmed = dimmed or name not in self._accepting
            item.set_look(dimmed=dimmed)
