"""What the keys do on the canvas itself; shortcuts of the menus are the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.canvas.figure import GRID

if TYPE_CHECKING:
    from app.canvas.view import CanvasView

#: With Shift a nudge goes this many steps of the grid.
FAR = 4

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def press_key(view: CanvasView, event: QKeyEvent) -> bool:
    """Do what a key is for; False where it is for somebody else."""
    key = event.key()
    if key == Qt.Key.Key_Escape:
        view.escape()
    elif key == Qt.Key.Key_Space:
        if not event.isAutoRepeat():
            view.hold_space(True)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        view.activate()
    elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        view.delete_selection()
    elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and event.modifiers() & _SHIFT):
        view.open_menu()
    elif key in _ARROWS:
        x, y = _ARROWS[Qt.Key(key)]
        step = GRID * (FAR if event.modifiers() & _SHIFT else 1)
        view.nudge(x * step, y * step)
    else:
        return False
    return True
