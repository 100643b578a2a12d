"""The undo stack's entries: an edit, and the edit that reverses it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from PySide6.QtGui import QUndoCommand

from app.translating import later, tr
from graph.edits import (
    ChangeBlock,
    Edit,
    MoveNodes,
    RenameProject,
    SetArgument,
    SetGroups,
    SetOption,
    SetRules,
    SetStyle,
    SetTraining,
)
from graph.project_edits import SetPart

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
        self._field = field_of(edit, inverse)
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


def field_of(edit: Edit, inverse: Edit) -> Hashable | None:
    """What an edit sets, when doing so again right away is the same act: a field, some nodes.

    Of an edit that replaces a whole it is the one value in it that differs from before.
    """
    match edit:
        case SetArgument():
            return ("argument", edit.scope, edit.name, edit.argument)
        case SetOption():
            return ("option", edit.scope, edit.name, edit.option)
        case SetTraining():
            return ("training", edit.path)
        case SetStyle():
            return ("style", edit.key)
        case RenameProject():
            return ("name",)
        case MoveNodes(label=label) if label == NUDGE:
            points = frozenset(wire for wire, _ in edit.routes)
            return ("nudge", edit.scope, frozenset(edit.positions), points)
    wholes = _WHOLES.get(type(edit))
    if wholes is None or type(inverse) not in (type(edit), SetPart):
        return None
    key, value, value_before = wholes
    place = changed_place(value_before(inverse), value(edit))
    return None if place is None else (type(edit).__name__, key(edit), place)


def changed_place(before: object, after: object) -> tuple[Hashable, ...] | None:
    """The way to the only value in which two wholes differ; None for none, several or a new one."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        if list(before) != list(after):
            return None
        pairs = [(key, before[key], after[key]) for key in after]
    elif isinstance(before, tuple) and isinstance(after, tuple):
        if len(before) != len(after):
            return None
        pairs = [(at, *pair) for at, pair in enumerate(zip(before, after, strict=True))]
    else:
        return None if before == after else ()
    differing = [pair for pair in pairs if pair[1] != pair[2]]
    if len(differing) != 1:
        return None
    key, one, other = differing[0]
    inner = changed_place(one, other)
    return None if inner is None else (key, *inner)


Read = Callable[[Any], object]

#: For edits that replace a whole: of which thing, what it is then, and by the inverse what it was.
_WHOLES: Mapping[type, tuple[Read, Read, Read]] = {
    ChangeBlock: (
        lambda edit: edit.name,
        lambda edit: {"arguments": edit.arguments, "note": edit.note},
        lambda edit: {"arguments": edit.arguments, "note": edit.note},
    ),
    SetRules: (lambda _: "", lambda edit: edit.rules, lambda edit: edit.value),
    SetGroups: (
        lambda edit: edit.scope,
        lambda edit: {group.name: group.options for group in edit.groups},
        lambda edit: {group.name: group.options for group in edit.groups},
    ),
}
