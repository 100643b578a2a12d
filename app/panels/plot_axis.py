"""An axis that is quick to paint: of a live plot it is painted with every point that comes in."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter


class PlotAxis(pg.AxisItem):
    """Keeps where its ticks and their words stand, where pyqtgraph keeps a recorded picture.

    To play that back looks every font up anew, which takes longer than all else in the plot.
    """

    def paint(self, p: QPainter, opt: Any, widget: Any) -> None:
        if self.picture is None:  # pyqtgraph's sign that something has changed
            if self.style["tickFont"]:
                p.setFont(self.style["tickFont"])
            self.picture = self.generateDrawSpecs(p) or ()
        if self.picture:
            p.save()
            self.drawPicture(p, *self.picture)
            p.restore()
