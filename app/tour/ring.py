"""A ring around what a step of the tour is about; the pointer goes through it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme import current_theme

_AWAY, _RADIUS, _BREATH = 5, 8.0, 1600


class Ring(QWidget):
    """Breathes a little, unless motion is unwanted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._breath = QVariantAnimation(self)
        self._breath.setDuration(_BREATH)
        self._breath.setKeyValues([(0.0, 1.0), (0.5, 0.35), (1.0, 1.0)])
        self._breath.setLoopCount(-1)
        self._breath.valueChanged.connect(lambda _: self.update())
        self.hide()

    def show_around(self, place: QRect, *, still: bool) -> None:
        """Around a rectangle of the window, within it; not there where that is empty."""
        window = self.parentWidget()
        assert window is not None
        if place.isEmpty():
            self.hide()
            return
        around = place.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY) & window.rect()
        if around != self.geometry() or not self.isVisible():
            self.setGeometry(around)
            self.show()
            self.raise_()
        moves = self._breath.state() == QVariantAnimation.State.Running
        if still and moves:
            self._breath.stop()
        elif not (still or moves):
            self._breath.start()

    @property
    def is_still(self) -> bool:
        return self._breath.state() != QVariantAnimation.State.Running

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._breath.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        strength = 1.0 if self.is_still else float(self._breath.currentValue())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_theme().color("accent", strength), 2.5))
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
