"""How samples are varied: the list of steps, and beside it a sample with several draws of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.panels.data.augment_form import AugmentForm
from app.panels.pieces import column, plain_label, push_button, row, scrolled, tool_button
from app.panels.sample_pictures import icon_of
from app.theme_fonts import monospace_font
from app.translating import tr

SIDE, DRAWS = 88, 8


class AugmentPage(QWidget):
    """Shows draws that it is handed, and says of which sample and which draws it wants more."""

    draws_wanted = Signal(object)  # sample, draws and first, as the child takes them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = AugmentForm()
        self._sample = self._first = 0
        self.again = push_button(tr("Draw Again"))
        self.again.clicked.connect(self._draw_again)
        self.back = tool_button("chevron_left", tr("Sample before"), lambda: self._go(-1))
        self.forth = tool_button("chevron_right", tr("Next sample"), lambda: self._go(1))
        self.words = plain_label(look="quiet", wrap=True)
        self.draws = QListWidget()
        self.draws.setAccessibleName(tr("Draws of a sample"))
        self.draws.setViewMode(QListWidget.ViewMode.IconMode)
        self.draws.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.draws.setMovement(QListWidget.Movement.Static)
        self.draws.setIconSize(QSize(SIDE, SIDE))
        self.draws.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.draws.setSpacing(6)
        left = scrolled(self.form)
        left.setFixedWidth(344)
        right = column(
            row(self.back, self.forth, self.again, 8, self.words, None), self.draws, spacing=8
        )
        right.setStretch(1, 1)
        side = QWidget()
        side.setLayout(right)
        layout = row(left, side, spacing=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def ask(self) -> None:
        """Ask for the draws of the sample that is shown."""
        self.draws_wanted.emit({"sample": self._sample, "draws": DRAWS, "first": self._first})

    def show_draws(self, told: Mapping[str, Any], scale: float) -> None:
        """A reply of the child that looks."""
        self.draws.clear()
        if told.get("problem"):
            self.words.setText(tr(str(told["problem"])))
            return
        self._sample = int(told["sample"])
        words = tr("training sample {index}: as it is, and {n} draws")
        self.words.setText(words.format(index=self._sample, n=len(told["labels"]) - 1))
        if told.get("pixels") is None:
            self.draws.setViewMode(QListWidget.ViewMode.ListMode)
            self.draws.setFont(monospace_font(12))
            for line, label in zip(told["rows"], told["labels"], strict=True):
                self.draws.addItem(f"{line}   ->   {label}")
            return
        self.draws.setViewMode(QListWidget.ViewMode.IconMode)
        self.draws.setFont(self.font())
        for index, (pixels, label) in enumerate(zip(told["pixels"], told["labels"], strict=True)):
            said = tr("as it is: {label}").format(label=label) if index == 0 else label
            self.draws.addItem(QListWidgetItem(icon_of(pixels, SIDE, scale), said))

    def _draw_again(self) -> None:
        self._first += DRAWS
        self.ask()

    def _go(self, by: int) -> None:
        self._sample = max(0, self._sample + by)
        self.ask()
