"""Dialogs that open and call back: nothing waits for them, so nothing can hang on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QMessageBox, QWidget

from app.translating import tr

Then = Callable[[], object]


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
    box = _box(
        parent,
        tr("Save the changes to {name}?").format(name=name),
        tr("They are lost if you do not save them."),
    )
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    answers = {buttons.Save: save, buttons.Discard: discard}
    box.buttonClicked.connect(lambda button: answers.get(box.standardButton(button), cancel)())
    box.open()


def ask(parent: QWidget, title: str, words: str, answers: Mapping[str, Then]) -> None:
    """A question with a button for each answer, and Cancel, which does nothing."""
    box = _box(parent, title, words)
    buttons = {box.addButton(text, QMessageBox.ButtonRole.AcceptRole): text for text in answers}
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)

    def answer(button: QAbstractButton) -> None:
        if button in buttons:
            answers[buttons[button]]()

    box.buttonClicked.connect(answer)
    box.open()


def tell(parent: QWidget, title: str, words: str) -> None:
    box = _box(parent, title, words)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()


def _box(parent: QWidget, title: str, words: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Layerloom")
    box.setText(title)
    box.setInformativeText(words)
    return box


def _open(dialog: QFileDialog, then: Callable[[Path], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def finish(result: int) -> None:
        chosen = dialog.selectedFiles()
        if result == QDialog.DialogCode.Accepted and chosen:
            then(Path(chosen[0]))

    dialog.finished.connect(finish)
    dialog.open()
