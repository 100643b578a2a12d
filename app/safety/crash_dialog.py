"""Something went wrong that should not have: said once, with a report to copy, and on it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from app.on_screen import resize_on_screen
from app.panels.fields import SwitchField
from app.panels.pieces import column, plain_label, push_button, row
from app.safety.crash_report import Failure, report
from app.theme_fonts import monospace_font
from app.translating import tr


class CrashDialog(QDialog):
    """Shows what is reported, exactly; nothing is sent anywhere."""

    copy_wanted = Signal()  # to save a copy of the project and quit

    def __init__(self, project: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Layerloom")
        resize_on_screen(self, 720, 480)
        self._project = project
        self._failures: list[Failure] = []
        words = tr(
            "Your work is kept. You can go on; if something looks odd, save a copy and start "
            "Layerloom again. The report helps to mend it: copy it and send it to those who make "
            "Layerloom. Nothing is sent by itself."
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("boxed", "true")
        self.text.setFont(monospace_font(12))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Report"))
        self.with_project = SwitchField(tr("Include the project, and what the error says of it"))
        self.with_project.toggled.connect(lambda _: self._show())
        self.copy = push_button(tr("Copy Report"))
        self.copy.clicked.connect(lambda _=False: self._copy())
        self.leave = push_button(tr("Save a Copy and Quit..."))
        self.leave.clicked.connect(lambda _=False: self.copy_wanted.emit())
        self.go_on = push_button(tr("Continue"), "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(lambda _=False: self.accept())
        layout = column(
            plain_label(tr("Something went wrong in Layerloom"), "title"),
            plain_label(words, wrap=True),
            margin=16,
        )
        layout.addWidget(self.text, 1)
        layout.addWidget(self.with_project)
        layout.addLayout(row(self.copy, None, self.leave, self.go_on))
        self.setLayout(layout)

    def add(self, failure: Failure) -> None:
        """Tell of one more."""
        self._failures.append(failure)
        self._show()

    def _show(self) -> None:
        full = self.with_project.isChecked()
        self.text.setPlainText(
            report(self._failures, full=full, project=self._project if full else "")
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
