"""The command palette, light, and the list of shortcuts while two commands want one, dark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screenshots.stage import Stage
from app.shortcuts_dialog import ShortcutsDialog


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.resize(1200, 720)
    window.pane.view.select(["conv1"])
    window.commands.open()
    window.commands.search.setText("bl")
    stage.take("keyboard-light")
    window.commands.close_down()

    window.set_theme("dark")
    dialog = ShortcutsDialog(window.keymap, window)
    dialog.open()
    field = dialog.fields["tidy"]
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    stage.take("keyboard-dark", dialog)
    dialog.close()
