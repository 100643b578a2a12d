"""What the inspector says of the block that is shown: its name, note and arguments; who uses it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.block_arguments_form import BlockArgumentsForm
from app.panels.note_field import NoteField
from app.panels.pieces import column, plain_label, push_button, row
from app.translating import tr
from graph.document import Block, Value
from graph.uses import Use, uses_in_words


class BlockPage(QWidget):
    """Shows one block and says what the user wants changed."""

    renamed = Signal(str, str)
    note_written = Signal(str, str)  # block, note
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = ""
        self.name = QLineEdit()
        self.name.setProperty("heading", "true")
        self.name.setAccessibleName(tr("Name of the block"))
        self.name.editingFinished.connect(self._rename)
        self._uses = plain_label(look="quiet", wrap=True)
        self.arguments = BlockArgumentsForm()
        self.note = NoteField(tr("What is this block for?"))
        self.note.written.connect(self._set_note)
        self._written = ""
        self.remove = push_button(tr("Remove block"))
        self.remove.clicked.connect(lambda _=False: self.remove_wanted.emit(self._block))
        self.setLayout(
            column(
                column(self.name, self._uses, spacing=4),
                self.arguments,
                column(plain_label(tr("Note"), "soft"), self.note, spacing=4),
                row(self.remove, None),
                None,
                spacing=16,
                margin=16,
            )
        )

    def show_block(self, block: Block, uses: list[Use], names: Mapping[str, Value]) -> None:
        """``names`` are the arguments as the use that is looked at has them."""
        other = block.name != self._block
        if other:
            self.note.finish()
        self._block = block.name
        if other or not self.name.hasFocus():
            self.name.setText(block.name)
        self._uses.setText(
            tr("Used by {uses}.").format(uses=tr(uses_in_words(uses)))
            if uses
            else tr("Not used yet: drag it out of the palette.")
        )
        self.arguments.show_block(block, names)
        self._written = block.note
        self.note.show_note(block.note, other=other)

    def _rename(self) -> None:
        old, new = self._block, self.name.text().strip()
        if new != old:
            self.renamed.emit(old, new)
            if self._block == old:
                self.name.setText(old)

    def _set_note(self, note: str) -> None:
        if self._block and note != self._written:
            self.note_written.emit(self._block, note)
