"""The undo stack's entries: an edit, and the edit that reverses it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

from PySide6.QtGui import QUndoCommand

from app.translating import later, tr
from graph.edits import Edit, MoveNodes, RenameProject, SetArgument, SetOption, SetTraining

#: Seconds within which typing in one field, or nudging the same nodes, stays one undo step.
PAUSE = 1.5

#: Moves with this label come from the arrow keys; a drag is one move of its own.
NUDGE = later("Nudge")

Apply = Callable[[Edit], Edit]


class EditCommand(QUndoCommand):
    """One entry of the undo stack.

    The edit was applied before the command is made, so an edit that fails never reaches the
    stack (an exception inside ``redo`` while Qt pushes would leave the broken command on it);
    the first ``redo``, which ``push`` calls, therefore does nothing.
    """

    def __init__(self, apply: Apply, edit: Edit, inverse: Edit) -> None:
        super().__init__(tr(edit.label))
        self._label = edit.label
        self._apply, self._edit, self._inverse = apply, edit, inverse
        self._done = True
        self._field = field_of(edit)
        self._time = time.monotonic()

    def redo(self) -> None:
        if not self._done:
            self._inverse = self._apply(self._edit)
        self._done = True

    def undo(self) -> None:
        self._apply(self._inverse)
        self._done = False

    def say_anew(self) -> None:
        """Call the step as the language of now does."""
        self.setText(tr(self._label))

    def id(self) -> int:
        return -1 if self._field is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other._field != self._field:
            return False
        if other._time - self._time > PAUSE:
            return False
        self._edit, self._time = other._edit, other._time
        return True


def field_of(edit: Edit) -> Hashable | None:
    """What an edit sets, when doing so again right away is the same act: a field, some nodes."""
    match edit:
        case SetArgument():
            return ("argument", edit.scope, edit.name, edit.argument)
        case SetOption():
            return ("option", edit.scope, edit.name, edit.option)
        case SetTraining():
            return ("training", edit.path)
        case RenameProject():
            return ("name",)
        case MoveNodes(label=label) if label == NUDGE:
            points = frozenset(wire for wire, _ in edit.routes)
            return ("nudge", edit.scope, frozenset(edit.positions), points)
        case _:
            return None
