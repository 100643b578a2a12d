"""How curves are looked at: over epochs or steps, how smooth, on which axes, and which of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QSlider, QToolButton, QWidget

from app.panels.curve_lines import Look, title_of
from app.panels.pieces import plain_label, plain_tip, row, tool_button
from app.translating import tr

#: Positions of the slider, and what the last of them leaves of the past: 1 - 0.5 ** 8.
POSITIONS = 8


class CurveBar(QWidget):
    """Says what was chosen; draws nothing."""

    changed = Signal()
    choice_changed = Signal(str, bool)
    reset_wanted = Signal()
    export_wanted = Signal(str)  # .png, .svg, .csv

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[str] | None = None
        self.per_epoch, self.per_step = _segment(tr("Per epoch")), _segment(tr("Per step"))
        group = QButtonGroup(self)
        for button in (self.per_epoch, self.per_step):
            group.addButton(button)
        self.per_epoch.setChecked(True)
        group.buttonToggled.connect(lambda _, on: self.changed.emit() if on else None)
        self.smooth = QSlider(Qt.Orientation.Horizontal)
        self.smooth.setRange(0, POSITIONS)
        self.smooth.setPageStep(1)
        self.smooth.setFixedWidth(64)
        self.smooth.setAccessibleName(tr("Smoothing"))
        self.smooth.setToolTip(plain_tip(tr("How much of what came before goes into a value")))
        self.smooth.valueChanged.connect(self._smoothing_changed)
        self.level = plain_label(look="quiet")
        self.level.setFixedWidth(36)
        self.reset = tool_button("fit", tr("Show all of the curves again"), self.reset_wanted.emit)
        self.reset.setEnabled(False)
        self.which = _menu_button(tr("Show"), tr("Which curves are shown, and on which axes"))
        self.x_log, self.y_log = (self._axis(words) for words in _axes())
        self.offer((), ())
        self.export = _menu_button(tr("Export"), tr("Write the curves into a file"))
        for ending, words in (
            (".png", tr("As a picture (PNG)...")),
            (".svg", tr("As a drawing (SVG)...")),
            (".csv", tr("As numbers (CSV)...")),
        ):
            action = self.export.menu().addAction(words)
            action.triggered.connect(lambda _=False, ending=ending: self.export_wanted.emit(ending))
        parts = (self.per_epoch, self.per_step, 8, plain_label(tr("Smooth"), "quiet"), self.smooth)
        more = (self.level, self.reset, None, self.which, self.export)
        layout = row(*parts, *more, spacing=4)
        layout.setContentsMargins(8, 0, 8, 0)
        self.setLayout(layout)

    @property
    def look(self) -> Look:
        position = self.smooth.value()
        return Look(self.per_step.isChecked(), 1 - 0.5**position if position else 0.0)

    @property
    def log_x(self) -> bool:
        return bool(self.x_log.isChecked())

    @property
    def log_y(self) -> bool:
        return bool(self.y_log.isChecked())

    def look_like(self, other: CurveBar) -> None:
        """Choose what another bar has chosen."""
        self.per_step.setChecked(other.per_step.isChecked())
        self.smooth.setValue(other.smooth.value())
        self.x_log.setChecked(other.log_x)
        self.y_log.setChecked(other.log_y)

    def show_zoomed(self, zoomed: bool) -> None:
        self.reset.setEnabled(zoomed)

    def offer(self, names: Sequence[str], chosen: Sequence[str]) -> None:
        """List what can be shown, and tick what is."""
        menu = self.which.menu()
        if list(names) != self._offered:
            self._offered = list(names)
            for action in menu.actions():
                menu.removeAction(action)
            for name in names:
                action = menu.addAction(title_of(name).replace("&", "&&"))
                action.setCheckable(True)
                action.setData(name)
                action.triggered.connect(
                    lambda on, name=name: self.choice_changed.emit(name, bool(on))
                )
            menu.addSeparator()
            menu.addActions([self.x_log, self.y_log])
        for action in menu.actions():
            if action.data():
                action.setChecked(action.data() in chosen)

    def _axis(self, words: str) -> QAction:
        action = QAction(words, self)
        action.setCheckable(True)
        action.toggled.connect(lambda _: self.changed.emit())
        return action

    def _smoothing_changed(self, position: int) -> None:
        self.level.setText(f"{self.look.smoothing:.3g}"[:5] if position else "")
        self.changed.emit()


def _axes() -> tuple[str, str]:
    return tr("Logarithmic across"), tr("Logarithmic up")


def _segment(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setProperty("segment", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _menu_button(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(plain_tip(tip))
    button.setProperty("segment", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button
