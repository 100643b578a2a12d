"""Where curves are drawn, made when they are first seen or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.panels.pieces import column, scrolled

if TYPE_CHECKING:
    from app.panels.curves import Curves


class CurvesPlace(QWidget):
    """Holds ``Curves``, which import pyqtgraph, and that takes a while."""

    export_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._curves: Curves | None = None
        self.setLayout(column())

    @property
    def curves(self) -> Curves:
        if self._curves is None:
            from app.panels.curves import Curves

            self._curves = Curves()
            self._curves.export_wanted.connect(self.export_wanted)
            area = scrolled(self._curves)  # in a low dock all of it scrolls by one bar
            bar = area.verticalScrollBar().sizeHint().width()
            area.setMinimumWidth(self._curves.minimumSizeHint().width() + bar)
            self.layout().addWidget(area)
        return self._curves

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        assert self.curves is not None
