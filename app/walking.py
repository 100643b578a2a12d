"""Commands for who has no mouse: from layer to layer, from part to part of the window, wiring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.canvas.stepping import WAYS, first, step
from app.canvas_pane import CanvasPane
from app.docks import Panels
from graph.framing import members


class Walking(QObject):
    """Moves the selection, and the focus; it changes no document."""

    def __init__(self, pane: CanvasPane, panels: Panels, parent: QObject) -> None:
        super().__init__(parent)
        self._pane, self._panels = pane, panels

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {
            "wire": self._pane.view.key_wiring.begin,
            "share_weights": self._pane.view.key_sharing.begin,
            "repeat": self._pane.view.edit_repeat,
            "edit_arguments": self.edit_arguments,
            "select_frame": self.select_frame,
            "next_part": lambda: self.go_round(1),
            "previous_part": lambda: self.go_round(-1),
            **{f"walk_{way}": partial(self.walk, way) for way in WAYS},
            **{f"keep_{way}": partial(self.walk, way, keeping=True) for way in WAYS},
        }

    def walk(self, way: str, *, keeping: bool = False) -> None:
        """Select the next layer that way; ``keeping`` what is selected already."""
        scene, selection = self._pane.scene, self._pane.selection
        found = step(scene, selection[-1], way) if selection else first(scene)
        if found is None:
            return
        others = [name for name in selection if name != found] if keeping else []
        self._pane.view.select([*others, found])
        self._pane.view.bring_into_sight(scene.nodes[found].box)
        self._pane.view.setFocus()

    def select_frame(self) -> None:
        """Select all of the innermost frame that holds more than is selected."""
        scene, selection = self._pane.scene, self._pane.selection
        for name in selection[-1:]:
            for frame in scene.graph.frames_around(scene.graph.node(name).options.get("group")):
                held = members(scene.graph, frame)
                if not set(held) <= set(selection):
                    self._pane.view.select(held)
                    return

    def edit_arguments(self) -> None:
        """Go to the arguments of the selected layer, in the inspector."""
        self._panels.docks["right"].show()
        self._panels.inspector.focus_arguments()

    def go_round(self, by: int) -> None:
        """On to the next part of the window: canvas, inspector, below, left."""
        parts = self._parts
        focus = QApplication.focusWidget() or self._pane
        at = next((at for at, part in enumerate(parts) if part.isAncestorOf(focus)), 0)
        self.go_to(parts[(at + by) % len(parts)])

    def go_to(self, part: QWidget) -> None:
        """Give a part of the window the focus, where it last had it."""
        reason = Qt.FocusReason.ShortcutFocusReason
        if part is self._pane:
            self._pane.view.setFocus(reason)
            return
        last = part.focusWidget()
        if last is not None and last.isVisible() and last.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last.setFocus(reason)
            return
        stop = next((w for w in part.findChildren(QWidget) if _can_stop(w)), None)
        if stop is not None:
            stop.setFocus(reason)

    @property
    def _parts(self) -> list[QWidget]:
        docks = self._panels.docks
        shown = [docks[key] for key in ("right", "bottom", "left") if docks[key].isVisible()]
        return [self._pane, *shown]


def _can_stop(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled()
