"""Wiring by keys alone: the ports that fit carry letters; a letter, or arrows and Enter, joins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent

from app.canvas.ghost_wire import GhostWire
from app.canvas.hint_item import HintItem
from app.canvas.loose_end import LooseEnd
from app.canvas.wire_rules import connect_edit, unreachable
from app.translating import tr
from graph.connecting import candidates
from graph.document import Edge
from graph.edits import Disconnect, Edit

if TYPE_CHECKING:
    from app.canvas.view import CanvasView

#: Letters under the fingers come first. W is not among them: it turns to the other side.
LETTERS = "asdfghjkleruioptcvbnmqyxz"

_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}


@dataclass(frozen=True)
class Choice:
    """A port that may be chosen; ``edge`` is the wire that lies or would lie there.

    Without one it is the port at which the wire begins.
    """

    node: str
    port: str
    is_output: bool
    edge: Edge | None = None
    is_wired: bool = False


class KeyWiring:
    """While it is active every key is its own. It ends in one edit, a selected wire, or nothing."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._node, self._forth = "", True
        self._start: Choice | None = None
        self._hints: dict[str, tuple[Choice, HintItem]] = {}
        self._typed, self._current = "", ""
        self._ghost = GhostWire()
        self._asked = False

    @property
    def is_active(self) -> bool:
        return bool(self._hints)

    @property
    def is_waiting(self) -> bool:
        """Whether it is not known yet which inputs take the shape."""
        return self._asked

    @property
    def choices(self) -> dict[str, Choice]:
        """What can be chosen now, by its letters."""
        return {letters: choice for letters, (choice, _) in self._hints.items()}

    @property
    def current(self) -> Choice | None:
        found = self._hints.get(self._current)
        return found[0] if found is not None else None

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
        for letters, (choice, hint) in list(self._hints.items()):
            if not choice.is_wired and (choice.node, choice.port) not in accepting:
                self._drop(letters, hint)
        self._go_on()

    def hears(self, event: QKeyEvent) -> bool:
        """Take a key before anything else does, shortcuts too; whether it was one to take."""
        if not self.is_active:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self.press(event)
        return True

    def press(self, event: QKeyEvent) -> None:
        """Hear a key."""
        key, typed = event.key(), event.text().lower()
        if event.modifiers() & _COMMANDING:
            return
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        elif key == Qt.Key.Key_W:
            self._from(forth=not self._forth)
        elif typed and any(letters.startswith(self._typed + typed) for letters in self._hints):
            self._type(typed)

    def cancel(self) -> None:
        """End as if nothing had happened."""
        if not self.is_active and self._start is None:
            return
        scene = self._view.canvas
        for letters, (_, hint) in list(self._hints.items()):
            self._drop(letters, hint)
        self._ghost.hide()
        self._start, self._typed, self._current = None, "", ""
        self._asked = False
        for item in scene.nodes.values():
            item.set_look(dimmed=False, offered=False, port="")
        scene.mark(())

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
            self._offer(starts)
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
        self._offer(found)
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
                is_wired=edge in wired,
            )
            for edge in edges
        ]

    # what is seen

    def _offer(self, choices: list[Choice]) -> None:
        """Hang letters on ports, the nearest first."""
        scene = self._view.canvas
        here = scene.nodes[self._node].box.center()
        near = sorted(choices, key=lambda choice: (self._place(choice) - here).manhattanLength())
        marked: dict[str, int] = {}
        for letters, choice in zip(lettered(len(near)), near, strict=True):
            # Ports of one card are close from far off: every other plate stands further in.
            column = marked[choice.node] = marked.get(choice.node, -1) + 1
            at, is_left = self._place(choice), not choice.is_output
            hint = HintItem(letters, at, is_left=is_left, column=column % 2)
            scene.addItem(hint)
            self._hints[letters] = choice, hint
        self._current = next(iter(self._hints))
        self._show()
        self._view.refused.emit(
            tr("Letters or arrows choose, Enter wires, Delete unwires, W turns to the other side.")
        )

    def _place(self, choice: Choice) -> QPointF:
        item = self._view.canvas.nodes[choice.node]
        return item.port_place(choice.port, is_output=choice.is_output)

    def _show(self) -> None:
        scene, current = self._view.canvas, self.current
        offered = {choice.node for choice, _ in self._hints.values()}
        for name, item in scene.nodes.items():
            item.set_look(dimmed=name not in offered and name != self._node, offered=False, port="")
        for letters, (choice, hint) in self._hints.items():
            hint.show_state(
                typed=self._typed, is_current=letters == self._current, is_wired=choice.is_wired
            )
        self._ghost.hide()
        scene.mark(())
        if current is None:
            return
        side = "out" if current.is_output else "in"
        scene.nodes[current.node].set_look(offered=True, port=f"{side}:{current.port}")
        if current.is_wired and current.edge is not None:
            scene.mark((current.edge,))
        elif self._start is not None:
            end = LooseEnd(self._start.node, self._start.port, self._start.is_output)
            self._ghost.show(scene, end, self._place(current))
        self._view.bring_into_sight(scene.nodes[current.node].box)
        self._tell(current)

    def _tell(self, choice: Choice) -> None:
        """Say the choice to those who do not see it."""
        words = tr("{letters}: {node}, {port}").format(
            letters=self._current, node=choice.node, port=choice.port
        )
        if choice.is_wired:
            words = tr("{choice}, wired").format(choice=words)
        self._view.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _drop(self, letters: str, hint: HintItem) -> None:
        del self._hints[letters]
        if hint.scene() is not None:
            hint.scene().removeItem(hint)

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

    def _step(self, by: int) -> None:
        letters = list(self._hints)
        self._typed = ""
        self._current = letters[(letters.index(self._current) + by) % len(letters)]
        self._show()

    def _type(self, typed: str) -> None:
        self._typed += typed
        self._current = next(name for name in self._hints if name.startswith(self._typed))
        if self._typed in self._hints:
            self._choose()
        else:
            self._show()

    def _choose(self) -> None:
        choice, scene = self.current, self._view.canvas
        if choice is None:
            return
        if choice.edge is None:
            self._to(choice)
            return
        self.cancel()
        if choice.is_wired:
            scene.select([], [choice.edge])
        else:
            self._request(connect_edit(scene.graph, scene.scope, choice.edge))

    def _remove(self) -> None:
        """Take away the wire at the port that is chosen."""
        choice, start = self.current, self._start
        if choice is None or choice.edge is None or not choice.is_wired or start is None:
            return
        self.cancel()
        self._request(Disconnect(choice.edge, self._view.canvas.scope))

    def _request(self, edit: Edit | None) -> None:
        if edit is not None:
            self._view.edit_requested.emit(edit)


def lettered(count: int) -> list[str]:
    """So many texts of letters, none of which begins another."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    pairs = [first + second for first in LETTERS for second in LETTERS]
    if count <= len(pairs):
        return pairs[:count]
    return [pair + letter for pair in pairs for letter in LETTERS][:count]
