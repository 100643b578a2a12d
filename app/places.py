"""Back and forward through the places on the canvas that one left by a jump."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from app.canvas_pane import CanvasPane, Place
from app.open_project import Opened

#: More places than this nobody goes back to.
_KEPT = 100


class Places(QObject):
    """Remembers where one was whenever the canvas says that one leaves; a browser's back button."""

    changed = Signal()

    def __init__(self, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._by_project: WeakKeyDictionary[Opened, tuple[list[Place], list[Place]]] = (
            WeakKeyDictionary()
        )
        pane.leaving.connect(self.remember)
        pane.view.viewport().installEventFilter(self)

    @property
    def can_go_back(self) -> bool:
        return any(map(self._pane.has, self._back))

    @property
    def can_go_forward(self) -> bool:
        return any(map(self._pane.has, self._forward))

    def remember(self, place: Place) -> None:
        """One leaves this place; from here there is no forward any more."""
        if not self._back or not self._back[-1].is_like(place):
            self._back.append(place)
            del self._back[:-_KEPT]
        self._forward.clear()
        self.changed.emit()

    def follow(self, opened: Opened) -> None:
        """Another project is in front, in which one has been elsewhere."""
        self._back, self._forward = self._by_project.setdefault(opened, ([], []))
        self.changed.emit()

    def go_back(self) -> None:
        self._go(self._back, self._forward)

    def go_forward(self) -> None:
        self._go(self._forward, self._back)

    def _go(self, there: list[Place], here: list[Place]) -> None:
        place = self._last(there)
        if place is not None:
            while there.pop() is not place:
                pass  # gone, or where one is
            here.append(self._pane.place)
            self._pane.go_to(place)
        self.changed.emit()

    def _last(self, places: list[Place]) -> Place | None:
        """The last that is still there and not where one is."""
        here = self._pane.place
        there = (p for p in reversed(places) if self._pane.has(p) and not p.is_like(here))
        return next(there, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The two buttons that some mice have for it."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if event.button() == Qt.MouseButton.BackButton:
                self.go_back()
                return True
            if event.button() == Qt.MouseButton.ForwardButton:
                self.go_forward()
                return True
        return False
