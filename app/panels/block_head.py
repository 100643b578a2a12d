"""What the inspector says of the block that a node is: its name, and the ways into it and out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.pieces import column, plain_label, push_button, row
from app.translating import tr


class BlockHead(QWidget):
    """The name of a block, which all its uses share; opening and dissolving one of them."""

    renamed = Signal(str, str)  # old, new
    open_wanted = Signal()
    dissolve_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = ""
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the block"))
        self.name.editingFinished.connect(self._rename)
        self._used = plain_label(look="quiet")
        self.open = push_button(tr("Open"), "", "block")
        self.open.clicked.connect(lambda _=False: self.open_wanted.emit())
        self.dissolve = push_button(tr("Dissolve"))
        self.dissolve.clicked.connect(lambda _=False: self.dissolve_wanted.emit())
        title = row(plain_label(tr("Block"), "soft"), None, self._used)
        self.setLayout(column(title, self.name, row(self.open, self.dissolve, None), spacing=4))

    def show_block(self, block: str, uses: int) -> None:
        if block != self._block or not self.name.hasFocus():
            self.name.setText(block)
        self._block = block
        self._used.setText(tr("used {n} times", one="used {n} time", n=uses))

    def focus_name(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _rename(self) -> None:
        old, new = self._block, self.name.text().strip()
        if new != old:
            self.renamed.emit(old, new)
            if self._block == old:  # refused: the old name stands again
                self.name.setText(old)
