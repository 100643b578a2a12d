"""Breadcrumbs over the canvas: the network, and the uses that lead into the block that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from app.canvas.card import one_line
from app.panels.pieces import clear_layout, plain_label, plain_tip, row, tool_button
from app.translating import tr


class Crumb(NamedTuple):
    """One level: the block, and the use that leads into it ("" where none does)."""

    block: str
    use: str


class Breadcrumbs(QWidget):
    """Says which use of a block is shown; a click goes out to that level."""

    level_chosen = Signal(int)  # 0 for the network

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self._row = row(spacing=4)
        self._row.setContentsMargins(16, 4, 16, 4)
        self.setLayout(self._row)
        self.setAccessibleName(tr("Where you are"))
        self.hide()

    def show_levels(self, project: str, crumbs: Sequence[Crumb]) -> None:
        """Show the way from the network; with no crumbs there is nothing to say."""
        clear_layout(self._row)
        self.buttons.clear()
        self.setVisible(bool(crumbs))
        if not crumbs:
            return
        self._add_button(0, one_line(project), tr("Out to the network"))
        for level, crumb in enumerate(crumbs, start=1):
            self._row.addWidget(plain_label("/", "quiet"))
            if level < len(crumbs):
                tip = tr("Out to {block}").format(block=crumb.block)
                self._add_button(level, self._words(crumb), tip)
            else:
                self._row.addSpacing(4)  # what a button has around its icon
                self._row.addWidget(plain_label(one_line(crumb.use or crumb.block)))
                aside = crumb.block if crumb.use else tr("not used yet")
                self._row.addWidget(plain_label(one_line(aside), "quiet"))
        self._row.addStretch(1)

    def _words(self, crumb: Crumb) -> str:
        return one_line(f"{crumb.use}  {crumb.block}" if crumb.use else crumb.block)

    def _add_button(self, level: int, words: str, tip: str) -> None:
        button = tool_button("chevron_left" if level == 0 else "block", tip)
        button.setText(words.replace("&", "&&"))
        button.setToolTip(plain_tip(f"{tip} (Esc, Alt+Up)" if level == 0 else tip))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda _=False, level=level: self.level_chosen.emit(level))
        self.buttons.append(button)
        self._row.addWidget(button)
