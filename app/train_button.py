"""The one button that matters: Train, which turns into Pause and Stop with the progress in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from app.panels.pieces import restyle, row, tool_button
from app.theme import current_theme, icon
from app.training_client import IDLE, PAUSED, RUNNING, STARTING, STOPPING
from app.translating import later, tr

_WORDS = {
    IDLE: later("Train"),
    STARTING: later("Starting"),
    RUNNING: later("Pause"),
    PAUSED: later("Resume"),
    STOPPING: later("Stopping"),
}
_ICONS = {IDLE: "train", RUNNING: "pause", PAUSED: "resume"}


class TrainButton(QWidget):
    """Says what was pressed; shows the state and the progress it is handed."""

    train_wanted = Signal()
    pause_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = IDLE
        self.main = ProgressButton()
        self.main.clicked.connect(self._press)
        self.stop = tool_button(
            "stop", tr("Stop the run after a checkpoint"), self.stop_wanted.emit
        )
        self.stop.setFixedSize(32, 32)
        # As wide as both, so that nothing beside them moves when a run begins.
        self.setLayout(row(None, self.stop, self.main, spacing=4))
        self.setFixedWidth(32 + 4 + 120)
        self.show_state(IDLE)

    def show_state(self, state: str) -> None:
        self._state = state
        self.main.setText(tr(_WORDS[state]))
        self.main.setProperty("primary", "true" if state == IDLE else "")
        meaning = "on_accent" if state == IDLE else "text"
        self.main.setIcon(icon(_ICONS.get(state, "train"), meaning))
        self.main.setEnabled(state in (IDLE, RUNNING, PAUSED))
        self.main.setAccessibleName(tr(_WORDS[state]))
        self.stop.setVisible(state in (RUNNING, PAUSED, STARTING))
        if state == IDLE:
            self.show_progress(None)
        restyle(self.main)

    def show_progress(self, fraction: float | None) -> None:
        self.main.show_progress(fraction)

    def _press(self) -> None:
        (self.train_wanted if self._state == IDLE else self.pause_wanted).emit()


class ProgressButton(QPushButton):
    """A button that fills up from the left."""

    def __init__(self) -> None:
        super().__init__()
        self._fraction: float | None = None
        self.setIconSize(QSize(16, 16))
        self.setFixedWidth(120)
        self.setFixedHeight(32)

    @property
    def fraction(self) -> float | None:
        return self._fraction

    def show_progress(self, fraction: float | None) -> None:
        if fraction != self._fraction:
            self._fraction = fraction
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fraction is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(box, 5, 5)
        painter.setClipPath(outline)
        done = QRectF(box.left(), box.top(), box.width() * self._fraction, box.height())
        painter.fillRect(done, current_theme().color("accent", 0.22))
        line = QRectF(box.left(), box.bottom() - 2, box.width() * self._fraction, 2)
        painter.fillRect(line, current_theme().color("accent"))
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        painter.end()
