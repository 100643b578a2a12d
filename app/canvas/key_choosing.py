"""Choosing by keys alone: what fits carries letters; a letter, or arrows and Enter, chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent

from app.canvas.hint_item import HintItem
from app.translating import tr
from graph.document import Edge

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
    """A port that may be chosen, or with ``port`` "" a card.

    ``edge`` is the wire that lies or would lie there, ``is_taken`` that this was chosen before.
    """

    node: str
    port: str = ""
    is_output: bool = False
    edge: Edge | None = None
    is_taken: bool = False


class KeyChoosing:
    """While it is active every key is its own. What is chosen is told to ``chosen``."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._node = ""  # for which is chosen
        self._hints: dict[str, tuple[Choice, HintItem]] = {}
        self._typed, self._current = "", ""
        self._is_open = False

    @property
    def is_active(self) -> bool:
        return bool(self._hints)

    @property
    def choices(self) -> dict[str, Choice]:
        """What can be chosen now, by its letters."""
        return {letters: choice for letters, (choice, _) in self._hints.items()}

    @property
    def current(self) -> Choice | None:
        found = self._hints.get(self._current)
        return found[0] if found is not None else None

    # what each choosing does in its own way

    def chosen(self, choice: Choice) -> None:
        """Do what was chosen."""
        raise NotImplementedError

    def pressed(self, key: Qt.Key) -> bool:
        """Hear a key that chooses nothing; False where it means nothing."""
        return False

    def point_out(self, choice: Choice) -> None:
        """Show what would come of a choice."""

    def cancel(self) -> None:
        """End as if nothing had happened."""
        if not self._is_open:
            return
        self._is_open = False
        for letters in list(self._hints):
            self._drop(letters)
        self._typed, self._current = "", ""
        for item in self._view.canvas.nodes.values():
            item.set_look(dimmed=False, offered=False, port="")

    # keys

    def hears(self, event: QKeyEvent) -> bool:
        """Take a key before anything else does, shortcuts too; whether it was one to take."""
        if not self.is_active:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._press(event)
        return True

    def _press(self, event: QKeyEvent) -> None:
        key, typed = Qt.Key(event.key()), event.text().lower()
        if event.modifiers() & _COMMANDING:
            return
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif self.pressed(key):
            return
        elif typed and any(letters.startswith(self._typed + typed) for letters in self._hints):
            self._type(typed)

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
        if (choice := self.current) is not None:
            self.chosen(choice)

    # what is seen

    def _offer(self, choices: Sequence[Choice], words: str) -> None:
        """Hang letters on what can be chosen, the nearest first, and say how."""
        scene = self._view.canvas
        here = scene.items_of.ground.shown_box(self._node).center()
        near = sorted(choices, key=lambda choice: (self._place(choice) - here).manhattanLength())
        marked: dict[str, int] = {}
        for letters, choice in zip(lettered(len(near)), near, strict=True):
            # Ports of one card are close from far off: every other plate stands further in.
            card = scene.items_of.folded.holder.get(choice.node, choice.node)
            column = marked[card] = marked.get(card, -1) + 1
            at, is_left = self._place(choice), not choice.is_output
            hint = HintItem(
                letters, at, is_left=is_left, column=column % 2 if choice.port else column
            )
            scene.addItem(hint)
            self._hints[letters] = choice, hint
        self._is_open = True
        self._current = next(iter(self._hints))
        self._show()
        self._view.refused.emit(words)

    def _place(self, choice: Choice) -> QPointF:
        """Where it is seen: what stands in a folded frame, on the card of that."""
        ground = self._view.canvas.items_of.ground
        if not choice.port:
            box = ground.shown_box(choice.node)
            return QPointF(box.left(), box.center().y())
        return ground.end(choice.node, choice.port, is_output=choice.is_output)

    def _show(self) -> None:
        scene, current = self._view.canvas, self.current
        offered = {choice.node for choice, _ in self._hints.values()}
        for name, item in scene.nodes.items():
            item.set_look(dimmed=name not in offered and name != self._node, offered=False, port="")
        for letters, (choice, hint) in self._hints.items():
            hint.show_state(
                typed=self._typed, is_current=letters == self._current, is_wired=choice.is_taken
            )
        if current is None:
            return
        side = "out" if current.is_output else "in"
        port = f"{side}:{current.port}" if current.port else ""
        scene.nodes[current.node].set_look(offered=True, port=port)
        self.point_out(current)
        self._view.bring_into_sight(scene.nodes[current.node].box)
        self._tell(current)

    def _tell(self, choice: Choice) -> None:
        """Say the choice to those who do not see it."""
        words = f"{self._current}: {choice.node}"
        if choice.port:
            words = tr("{letters}: {node}, {port}").format(
                letters=self._current, node=choice.node, port=choice.port
            )
        if choice.is_taken:
            words = tr("{choice}, wired").format(choice=words)
        self._view.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _drop(self, letters: str) -> None:
        _, hint = self._hints.pop(letters)
        if hint.scene() is not None:
            hint.scene().removeItem(hint)


def lettered(count: int) -> list[str]:
    """So many texts of letters, none of which begins another."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    pairs = [first + second for first in LETTERS for second in LETTERS]
    if count <= len(pairs):
        return pairs[:count]
    return [pair + letter for pair in pairs for letter in LETTERS][:count]
