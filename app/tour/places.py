"""Where a step of the tour points: rectangles in the window's coordinates."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from app.canvas.detail import Detail, detail_at
from app.canvas.zooming import zoom_of
from app.docks import BOTTOM_TABS
from app.tour.situation import Situation

#: A strip at the lower edge of the canvas, to stand by without covering what is drawn.
_STRIP, _WIDE = 4, 160


def of_widget(situation: Situation, widget: QWidget) -> QRect:
    """A control, where it can be seen; else an empty rectangle."""
    if not widget.isVisible():
        return QRect()
    return QRect(widget.mapTo(situation.window, QPoint(0, 0)), widget.size())


def below_canvas(situation: Situation) -> QRect:
    """The middle of the lower edge of the canvas."""
    canvas = of_widget(situation, situation.window.pane.view.viewport())
    return QRect(canvas.center().x() - _WIDE // 2, canvas.bottom() - _STRIP, _WIDE, _STRIP)


def of_node(situation: Situation, name: str) -> QRect:
    """A card, as far as it can be seen; empty where it cannot."""
    view = situation.window.pane.view
    item = situation.window.pane.scene.nodes.get(name)
    if item is None:
        return QRect()
    seen = view.mapFromScene(item.box).boundingRect() & view.viewport().rect()
    return seen.translated(of_widget(situation, view.viewport()).topLeft())


def of_tab(situation: Situation, key: str, inside: QWidget) -> QRect:
    """What a tab below holds, once it is in front; until then its title."""
    bottom = situation.window.panels.bottom
    if bottom.currentIndex() == BOTTOM_TABS.index(key):
        found = of_widget(situation, inside)
        if not found.isEmpty():
            return found & of_widget(situation, bottom)
    bar = bottom.tabBar()
    if not bar.isVisible():
        return QRect()
    title = bar.tabRect(BOTTOM_TABS.index(key))
    return title.translated(bar.mapTo(situation.window, QPoint(0, 0)))


def above_panels(situation: Situation, place: QRect) -> QRect:
    """Over what a place below the canvas covers: to stand on the canvas and point down to it."""
    panels = of_widget(situation, situation.window.panels.bottom)
    if panels.isEmpty():
        return below_canvas(situation)
    return QRect(place.left(), panels.top(), max(1, place.width()), panels.height())


def bring_into_sight(situation: Situation, control: QWidget) -> bool:
    """Scroll to a control, where it lies in what scrolls; False while its tab is behind others."""
    area = control.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or not area.isVisible():
        return False
    area.ensureWidgetVisible(control, 16, 96)
    return True


def look_at(situation: Situation, name: str) -> bool:
    """Bring a card near enough for its badges and shapes to be drawn; False where there is none."""
    view = situation.window.pane.view
    if name not in situation.window.pane.scene.nodes:
        return False
    if detail_at(zoom_of(view)) != Detail.FULL or of_node(situation, name).isEmpty():
        view.center_on(name)
    return True
