"""What differs between the project in the window and its file, which somebody has changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.on_screen import resize_on_screen
from app.panels.pieces import column, plain_label, push_button, row
from app.safety.difference_view import DifferenceView
from app.translating import tr


class CompareDialog(QDialog):
    """Shows, and says what the user wants."""

    reload_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare"))
        resize_on_screen(self, 720, 520)
        self.view = DifferenceView()
        title = plain_label(tr("{file} was changed by another program").format(file=file), "title")
        words = tr("Red lines are only in your window, green ones only in the file.")
        reload, keep, close = (
            push_button(text) for text in (tr("Reload"), tr("Keep Mine"), tr("Close"))
        )
        for button, signal in ((reload, self.reload_wanted), (keep, self.keep_wanted)):
            button.clicked.connect(lambda _=False, signal=signal: self._want(signal))
        close.clicked.connect(lambda _=False: self.reject())
        close.setDefault(True)
        layout = column(title, plain_label(words, "soft", wrap=True), margin=16)
        layout.addWidget(self.view, 1)
        layout.addLayout(row(None, reload, keep, close))
        self.setLayout(layout)

    def _want(self, signal: Signal) -> None:
        self.accept()
        signal.emit()  # type: ignore[attr-defined]
