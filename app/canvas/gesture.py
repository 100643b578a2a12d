"""What every gesture of the pointer offers: it moves, and ends in at most one edit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from graph.edits import Edit

#: Pixels of the screen that the pointer travels before a press becomes a drag.
DRAG_DISTANCE = 4


class Gesture:
    """From press to release. Points are in scene coordinates unless a gesture says otherwise.

    A gesture changes items for the time it lasts and leaves them as it found them: what remains
    of it is the edit that ``release`` returns.
    """

    cursor: Qt.CursorShape | None = None

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer."""

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        """End, and say what is to be changed."""
        return None

    def click(self) -> Edit | None:
        """End without a drag: the pointer was released where it was pressed."""
        self.cancel()
        return None

    def cancel(self) -> None:
        """End as if nothing had happened."""
