"""Dialogs that open and call back: nothing waits for them, so nothing can hang on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.panels.pieces import column, plain_label, push_button, row
from app.translating import tr

Then = Callable[[], object]

#: Pixels; words that are longer are wrapped.
WIDTH = 440


def choose_open(
    parent: QWidget,
    folder: str,
    filters: str,
    then: Callable[[Path], object],
    title: str = "",
) -> None:
    dialog = QFileDialog(parent, title or tr("Open project"), folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, then)


def choose_folder(parent: QWidget, title: str, folder: str, then: Callable[[Path], object]) -> None:
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, then)


def choose_save(
    parent: QWidget, title: str, name: str, filters: str, then: Callable[[Path], object]
) -> None:
    dialog = QFileDialog(parent, title, str(Path(name).parent), filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(Path(name).name)
    _open(dialog, then)


def ask_unsaved(parent: QWidget, name: str, save: Then, discard: Then, cancel: Then) -> None:
    box = Message(
        parent,
        tr("Save the changes to {name}?").format(name=name),
        tr("They are lost if you do not save them."),
    )
    box.add_answer(tr("Cancel"), cancel)
    box.add_answer(tr("Discard"), discard)
    box.add_answer(tr("Save"), save, is_default=True, look="primary")
    box.rejected.connect(lambda: cancel())
    box.open()


def ask(parent: QWidget, title: str, words: str, answers: Mapping[str, Then]) -> None:
    """A question with a button for each answer, and Cancel, which does nothing."""
    box = Message(parent, title, words)
    box.add_answer(tr("Cancel"), lambda: None, is_default=True)
    for text, then in answers.items():
        box.add_answer(text, then)
    box.open()


def tell(parent: QWidget, title: str, words: str) -> None:
    box = Message(parent, title, words)
    box.add_answer(tr("Close"), lambda: None, is_default=True, look="primary")
    box.open()


class Message(QDialog):
    """A line that is read first, what there is to say of it, and answers; Enter gives one."""

    def __init__(self, parent: QWidget, title: str, words: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Layerloom")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFixedWidth(WIDTH)
        self._answers = row(None)
        parts = (plain_label(title, "title", wrap=True), plain_label(words, wrap=True))
        layout = column(*parts, 8, margin=20, spacing=12)
        layout.addLayout(self._answers)
        self.setLayout(layout)

    def open(self) -> None:
        self.resize(WIDTH, self.layout().heightForWidth(WIDTH))
        super().open()

    def add_answer(
        self, text: str, then: Then, *, is_default: bool = False, look: str = ""
    ) -> None:
        button = push_button(text, look)
        button.setAutoDefault(is_default)
        button.setDefault(is_default)

        def answer() -> None:
            self.accept()
            then()

        button.clicked.connect(lambda _=False: answer())
        self._answers.addWidget(button)
        if is_default:
            button.setFocus()


def _open(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def finish(result: int) -> None:
        chosen = dialog.selectedFiles()
        if result == QDialog.DialogCode.Accepted and chosen:
            then(Path(chosen[0]))

    dialog.finished.connect(finish)
    dialog.open()
