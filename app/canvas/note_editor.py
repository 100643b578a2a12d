"""Writing in a note where it lies: several lines, taken when one clicks elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from app.canvas.lettering import fonts
from app.canvas.note_item import USUAL, NoteItem
from app.canvas.zooming import zoom_of
from app.theme import current_theme
from app.translating import later, tr
from graph.edits import SetNotes
from graph.limits import MAX_NOTE
from graph.looks import color_of

if TYPE_CHECKING:
    from app.canvas.view import CanvasView


class NoteEditor(QObject):
    """Enter begins a new line; Ctrl+Enter, Escape and a click elsewhere take the text.

    Lines that Escape threw away no undo would bring back; that it took them one undo mends.
    """

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view, self._name = view, ""
        self.field = QPlainTextEdit(view.viewport())
        self.field.setAccessibleName(tr("Text of the note"))
        self.field.setTabChangesFocus(True)
        self.field.document().setDocumentMargin(0)
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.hide()
        self.field.installEventFilter(self)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._place)
        view.zoom_changed.connect(self._place)

    def open(self, name: str) -> None:
        """Write in a note."""
        item = self._view.canvas.notes.get(name)
        if item is None:
            return
        self._name = name
        self.field.setPlainText(item.note.text)
        self.field.selectAll()
        item.set_state(edited=True)
        self.field.show()
        self._place()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self, *, take: bool = False) -> None:
        """Stop writing, and take what was written or not."""
        name, self._name = self._name, ""
        if not name:
            return
        had_focus = self.field.hasFocus()
        self.field.hide()
        scene = self._view.canvas
        item, text = scene.notes.get(name), self.field.toPlainText()[:MAX_NOTE]
        if item is not None:
            item.set_state(edited=False)
        notes = scene.graph.notes
        if take and name in notes and notes[name].text != text:
            after = tuple(replace(n, text=text) if n.name == name else n for n in notes.values())
            self._view.edit_requested.emit(SetNotes(after, scene.scope, later("Write note")))
        if had_focus:
            self._view.setFocus()

    def _place(self, *_: object) -> None:
        item: NoteItem | None = self._view.canvas.notes.get(self._name)
        if item is None:
            return
        font = QFont(fonts()["line"])
        font.setPixelSize(max(9, round(font.pixelSize() * zoom_of(self._view))))
        self.field.setFont(font)
        theme = current_theme()
        ground = theme.tint(color_of(item.note.look) or USUAL).name()
        self.field.setStyleSheet(
            f"QPlainTextEdit {{ background: {ground}; color: {theme.text}; border: none;"
            " padding: 0; }"
        )
        box = self._view.viewportTransform().mapRect(item.text_box)
        self.field.setGeometry(box.toAlignedRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self.close(take=True)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_done = is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if is_done or event.key() == Qt.Key.Key_Escape:
                self.close(take=True)
                return True
        return False
