"""The undo stack's entries: an edit, and the edit that reverses it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.step_words import words_of
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


class Step:
    """One entry of the undo stack: an edit that was applied, and the edit that reverses it."""

    def __init__(self, edit: Edit, inverse: Edit) -> None:
        self.edit, self.inverse = edit, inverse
        self._what = field_of(edit, inverse)
        self._time = time.monotonic()
        self._words = ""

    @property
    def words(self) -> str:
        """What it is called, in English."""
        self._words = self._words or words_of(self.edit, self.inverse)
        return self._words

    def takes_in(self, later: Step) -> bool:
        """Become both, if the later step is the same act: typing in one field without a pause."""
        if self._what is None or self._what != later._what or later._time - self._time > PAUSE:
            return False
        self.edit, self._time, self._words = later.edit, later._time, ""
        return True


@dataclass
class Past:
    """What was done to a document since it was opened, and how much of it is done now."""

    steps: list[Step] = field(default_factory=list)
    done: int = 0
    #: How many steps were done when it was saved; None where no way leads back there.
    clean: int | None = 0

    @property
    def is_clean(self) -> bool:
        return self.clean == self.done


class UndoStack(QObject):
    """QUndoStack in Python, under Qt's names.

    Qt's own stack tells its observers while it is destroyed; where that is left to Python's
    garbage collector, it calls into objects which are half gone, and the process dies.
    """

    changed = Signal()
    clean_changed = Signal()

    def __init__(self, apply: Apply, parent: QObject) -> None:
        super().__init__(parent)
        self._apply = apply
        self._past = Past()

    @property
    def past(self) -> Past:
        return self._past

    def show_past(self, past: Past) -> None:
        """Go on with what was done to another document."""
        self._past = past
        self._tell()

    def push(self, edit: Edit, inverse: Edit) -> None:
        """Take an edit that was just applied as one step, or as more of the last one."""
        past, step = self._past, Step(edit, inverse)
        at_end = past.done == len(past.steps) > 0 and not self.isClean()
        if not (at_end and past.steps[-1].takes_in(step)):
            if past.clean is not None and past.clean > past.done:
                past.clean = None
            past.steps[past.done :] = [step]
            past.done += 1
        self._tell()

    def count(self) -> int:
        return len(self._past.steps)

    def index(self) -> int:
        """How many of the steps are done."""
        return self._past.done

    def setIndex(self, index: int) -> None:
        """Undo or redo, step by step, until so many are done."""
        past = self._past
        index = max(0, min(index, len(past.steps)))
        while past.done > index:
            self._apply(past.steps[past.done - 1].inverse)
            past.done -= 1
        while past.done < index:
            step = past.steps[past.done]
            step.inverse = self._apply(step.edit)
            past.done += 1
        self._tell()

    def undo(self) -> None:
        self.setIndex(self.index() - 1)

    def redo(self) -> None:
        self.setIndex(self.index() + 1)

    def canUndo(self) -> bool:
        return self.index() > 0

    def canRedo(self) -> bool:
        return self.index() < self.count()

    def text(self, index: int) -> str:
        """What a step is called in the language of now."""
        return tr(self._past.steps[index].words)

    def undoText(self) -> str:
        return self.text(self.index() - 1) if self.canUndo() else ""

    def redoText(self) -> str:
        return self.text(self.index()) if self.canRedo() else ""

    def isClean(self) -> bool:
        return self._past.is_clean

    def setClean(self) -> None:
        self._past.clean = self._past.done
        self._tell()

    def resetClean(self) -> None:
        """No step leads to what is saved: the document came from elsewhere."""
        self._past.clean = None
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.clean_changed.emit()


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
