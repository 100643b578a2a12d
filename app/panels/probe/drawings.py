"""What a tensor looks like: its channels side by side, and the histogram of its values."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panels.probe.pictures import columns_for, tiles
from app.probe_result import MapStack, ProbeOutput
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import significant

#: Pixels between two channels.
GAP = 3

#: A pixel of the tensor is drawn no larger than so many of the screen.
LARGEST_PIXEL = 24.0


class MapView(QWidget):
    """Draws a stack of maps as large as fits, with sharp pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self._is_matrix = False
        self.setMinimumSize(120, 64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture of the output"))

    @property
    def image_count(self) -> int:
        return len(self._images)

    def show_maps(self, maps: MapStack | None, *, per_channel: bool) -> None:
        self._images = [] if maps is None else tiles(maps, per_channel=per_channel)
        self._is_matrix = maps is not None and maps.kind == "matrix"
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._images:
            return
        painter = QPainter(self)
        first = self._images[0]
        wide, high = first.width(), first.height()
        room = self.rect()
        columns = columns_for(len(self._images), (wide, high), (room.width(), room.height()), GAP)
        rows = -(-len(self._images) // columns)
        x = min((room.width() - GAP * (columns - 1)) / columns / wide, LARGEST_PIXEL)
        y = min((room.height() - GAP * (rows - 1)) / rows / high, LARGEST_PIXEL)
        if not self._is_matrix:
            x = y = min(x, y)
        x, y = (max(1.0, int(zoom)) if zoom > 2 else zoom for zoom in (x, y))
        total = (columns * (wide * x + GAP) - GAP, rows * (high * y + GAP) - GAP)
        left, top = 0.0, max(0.0, (room.height() - total[1]) / 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, min(x, y) < 2)
        for index, image in enumerate(self._images):
            at = QPointF(
                left + (index % columns) * (wide * x + GAP),
                top + (index // columns) * (high * y + GAP),
            )
            painter.drawImage(QRectF(at.x(), at.y(), wide * x, high * y), image)


class HistogramView(QWidget):
    """Draws how often values of each size occur, with the mean as a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._output: ProbeOutput | None = None
        self.setMinimumSize(160, 56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Histogram"))

    def show_output(self, output: ProbeOutput | None) -> None:
        self._output = output
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 96)

    def paintEvent(self, _event: QPaintEvent) -> None:
        output, theme = self._output, current_theme()
        if output is None or not sum(output.counts):
            return
        painter = QPainter(self)
        painter.setFont(interface_font(SMALL))
        labels = painter.fontMetrics().height() + 4
        area = QRectF(self.rect()).adjusted(0, 2, 0, -labels)
        most, count = max(output.counts), len(output.counts)
        width = area.width() / count
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent", 0.75))
        for index, number in enumerate(output.counts):
            if number:
                height = max(1.0, number / most * area.height())
                left = area.left() + index * width
                painter.drawRect(QRectF(left, area.bottom() - height, max(1.0, width - 1), height))
        painter.setPen(theme.color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        low, high = output.edges
        mean = output.facts.get("mean")
        if mean is not None and high > low:
            x = area.left() + (mean - low) / (high - low) * area.width()
            painter.setPen(theme.color("text"))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(theme.color("muted"))
        under = QRectF(area.left(), area.bottom() + 2, area.width(), labels)
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, significant(low))
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, significant(high))
