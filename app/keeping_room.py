"""How docks give way to the canvas in a small window, and come back when it grows again."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from app.settings import Settings

LEFT, RIGHT, BELOW = 224, 296, 304

#: What the canvas keeps of a window that is made small, as long as the docks can give way.
CANVAS = QSize(352, 280)

#: What the panels below want beside palette and inspector; in a narrower window they stand under
#: both, so that none of them has to be scrolled sideways.
BESIDE = LEFT + RIGHT + 864

#: In a narrower window the palette is put away: search at the cursor finds what it holds.
WITH_PALETTE = 808

#: Less than this, and of the dock below only the tabs are to be seen: it is folded.
FOLDED_BELOW = 96


class KeepingRoom(QObject):
    """Takes from the docks what the canvas needs in a window made smaller, and gives it back.

    What is given back is as wide, or high, as the user last dragged it, in this window or before.
    """

    def __init__(
        self, window: QMainWindow, docks: Mapping[str, QDockWidget], settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._settings = window, docks, settings
        self._wanted = {"left": LEFT, "right": RIGHT, "bottom": BELOW, **settings.dock_lengths}
        self._pressed: dict[str, int] = {}
        self._put_away = False
        window.installEventFilter(self)

    def arrange(self) -> None:
        """Give the docks their first sizes; only a window that is shown takes them."""
        self._take_corners()
        self._put_palette_away(WITH_PALETTE, self._window.width())
        for upright in (False, True):
            self._share(upright=upright, least={}, most={})

    def remember(self) -> None:
        """Keep how the window is laid out, with what only gave way to a small one."""
        geometry = self._window.saveGeometry()
        if self._put_away:
            self._docks["left"].show()
        self._settings.remember_window(geometry, self._window.saveState())

    def come_back(self, geometry: QByteArray, state: QByteArray) -> None:
        """Lay the window out as it was."""
        self._window.restoreGeometry(geometry)
        self._window.restoreState(state)
        self._put_palette_away(WITH_PALETTE, self._window.width())

    def unfold(self) -> None:
        """Show more than the tabs of the dock below: somebody wants to see what is on one."""
        dock = self._docks["bottom"]
        if dock.isVisible() and not dock.isFloating() and dock.height() < FOLDED_BELOW:
            room = self._window.centralWidget().height() + dock.height() - CANVAS.height()
            length = max(2 * FOLDED_BELOW, min(self._wanted["bottom"], room))
            self._window.resizeDocks([dock], [length], Qt.Orientation.Vertical)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):  # its layout has made the docks smaller already
            self._take_corners()
            before, now = event.oldSize(), event.size()
            self._put_palette_away(before.width(), now.width())
            self._follow(now.width() - before.width(), upright=False)
            self._follow(now.height() - before.height(), upright=True)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = self._lengths(self._docks)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._keep_what_was_dragged()
        return False

    def _take_corners(self) -> None:
        """Say whether the dock below ends beside the others or goes on under them."""
        window, area, corner = self._window, Qt.DockWidgetArea, Qt.Corner
        under, sides = window.width() < BESIDE, (area.LeftDockWidgetArea, area.RightDockWidgetArea)
        places = (corner.BottomLeftCorner, corner.BottomRightCorner)
        for place, side in zip(places, sides, strict=True):
            wanted = area.BottomDockWidgetArea if under else side
            if window.corner(place) != wanted:
                window.setCorner(place, wanted)

    def _put_palette_away(self, before: int, now: int) -> None:
        """Once, when a window becomes too narrow for it; whoever brings it back keeps it."""
        palette, presents = self._docks["left"], self._window.statusBar().isHidden()
        if now < WITH_PALETTE <= before and not (palette.isHidden() or palette.isFloating()):
            self._put_away = True
            palette.hide()
        elif before < WITH_PALETTE <= now and self._put_away and not presents:
            self._put_away = False
            palette.show()

    def _follow(self, growth: int, *, upright: bool) -> None:
        """Share anew what there is: nothing grows in a smaller window, or shrinks in a larger."""
        now = self._lengths(self._standing(upright=upright))
        if growth:
            kept = (now, {}) if growth > 0 else ({}, now)
            self._share(upright=upright, least=kept[0], most=kept[1])

    def _share(self, *, upright: bool, least: Mapping[str, int], most: Mapping[str, int]) -> None:
        standing = self._standing(upright=upright)
        if not standing:
            return
        now, middle = self._lengths(standing), self._window.centralWidget().size()
        canvas, own = (
            (CANVAS.height(), middle.height()) if upright else (CANVAS.width(), middle.width())
        )
        wanted = {key: min(self._wanted[key], most.get(key, math.inf)) for key in standing}
        short = max(0, canvas + sum(wanted.values()) - own - sum(now.values()))
        step = math.ceil(short / len(standing))
        lengths = {key: max(1, least.get(key, 1), int(wanted[key]) - step) for key in standing}
        if lengths != now:
            way = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
            self._window.resizeDocks(list(standing.values()), list(lengths.values()), way)

    def _keep_what_was_dragged(self) -> None:
        now = self._lengths(self._docks)
        dragged = {key: now[key] for key, length in self._pressed.items() if length != now[key]}
        if dragged:
            self._wanted.update(dragged)
            self._settings.dock_lengths = self._wanted

    def _standing(self, *, upright: bool) -> dict[str, QDockWidget]:
        """The docks below the canvas, or beside it, that take room from it."""
        return {
            key: dock
            for key, dock in self._docks.items()
            if (key == "bottom") is upright and dock.isVisible() and not dock.isFloating()
        }

    def _lengths(self, docks: Mapping[str, QDockWidget]) -> dict[str, int]:
        return {key: d.height() if key == "bottom" else d.width() for key, d in docks.items()}
