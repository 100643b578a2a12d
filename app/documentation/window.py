"""The window in which documentation is read: back and forth, and a field to find words in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget

from app.documentation.blocks import Block
from app.documentation.page import DocumentationPage
from app.on_screen import resize_on_screen
from app.panels.pieces import plain_label, row, tool_button
from app.theme import current_theme
from app.translating import tr

#: More places than these are neither counted nor marked.
MAX_FOUND = 999


class DocumentationWindow(QWidget):
    """Shows pages one after the other; it asks for those that it does not have."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Documentation"))
        resize_on_screen(self, 720, 760)
        self.page = DocumentationPage()
        self.page.setFrameShape(DocumentationPage.Shape.NoFrame)
        self.page.page_chosen.connect(self.go_to)
        self.page.rendered.connect(lambda: self._look_up(self.field.text(), keep=True))
        self._pages: list[str | tuple[str, tuple[Block, ...]]] = []
        self._at = -1
        self._found: list[QTextCursor] = []
        self._current = -1
        self.back = tool_button("chevron_left", tr("Back"), lambda: self._step(-1))
        self.forward = tool_button("chevron_right", tr("Forward"), lambda: self._step(1))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find on this page"))
        self.field.setAccessibleName(tr("Find on this page"))
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(220)
        self.field.textChanged.connect(self._look_up)
        self.field.installEventFilter(self)
        self.count = plain_label(look="quiet")
        self.previous = tool_button("chevron_up", tr("Found before"), lambda: self.find_next(-1))
        self.next = tool_button("chevron_down", tr("Found next"), lambda: self.find_next(1))
        bar = row(
            self.back,
            self.forward,
            None,
            self.count,
            self.field,
            self.previous,
            self.next,
            spacing=4,
        )
        bar.setContentsMargins(12, 8, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.page)
        find = QKeySequence.StandardKey
        for keys, act in (
            (QKeySequence(find.Find), self._focus_field),
            (QKeySequence(find.FindNext), lambda: self.find_next(1)),
            (QKeySequence(find.FindPrevious), lambda: self.find_next(-1)),
            (QKeySequence("Alt+Left"), lambda: self._step(-1)),
            (QKeySequence("Alt+Right"), lambda: self._step(1)),
            (QKeySequence("Escape"), self._escape),
        ):
            QShortcut(keys, self, act)
        self._show_steps()

    # pages

    def go_to(self, name: str) -> None:
        """Show what PyTorch says of a type or full name; it is asked for."""
        self._add(name)
        self._ask()

    def show_own(self, name: str, blocks: tuple[Block, ...]) -> None:
        """Show a page of the project's own, as of a block."""
        self._add((name, blocks))
        self._ask()

    def show_answer(self, asked: str, answer: dict[str, object]) -> None:
        """The answer to what was wanted, if that is still what is looked at."""
        if self._at >= 0 and self._pages[self._at] == asked:
            self.page.show_answer(answer)

    def _add(self, page: str | tuple[str, tuple[Block, ...]]) -> None:
        if self._at < 0 or self._pages[self._at] != page:
            self._pages[self._at + 1 :] = [page]
            self._at += 1

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._pages):
            self._at += by
            self._ask()

    def _ask(self) -> None:
        page = self._pages[self._at]
        self._show_steps()
        if isinstance(page, str):
            self.page.wait()
            self.page_wanted.emit(page)
        else:
            self.page.show_blocks(*page)

    def _show_steps(self) -> None:
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at + 1 < len(self._pages))

    # words in the page

    def _look_up(self, text: str, *, keep: bool = False) -> None:
        """Mark every place; ``keep`` goes nowhere, but stays with the one that was gone to."""
        before = self._current if keep else -1
        self._found, self._current = [], -1
        start = self.page.textCursor().selectionStart()
        cursor = QTextCursor(self.page.document())
        while text and len(self._found) < MAX_FOUND:
            cursor = self.page.document().find(text, cursor, QTextDocument.FindFlag(0))
            if cursor.isNull():
                break
            self._found.append(QTextCursor(cursor))
        if self._found and not keep:
            after = (i for i, c in enumerate(self._found) if c.selectionStart() >= start)
            self._current = next(after, 0)
        if keep and before < len(self._found):
            self._current = before
        self._show_found()

    def find_next(self, by: int) -> None:
        """On to the next place, from the last to the first."""
        if self._found:
            first = 0 if by > 0 else -1
            at = self._current + by if self._current >= 0 else first
            self._current = at % len(self._found)
            self._show_found()

    def _show_found(self) -> None:
        theme = current_theme()
        marks = []
        for number, cursor in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            is_current = number == self._current
            mark.format.setBackground(theme.color("accent", 1.0 if is_current else 0.3))
            if is_current:
                mark.format.setForeground(QColor(theme.color("on_accent")))
            marks.append(mark)
        self.page.setExtraSelections(marks)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._found))
        words = tr("{n} of {all}").format(n=self._current + 1, all=len(self._found))
        self.count.setText(words if self.field.text() else "")
        if self._current >= 0:
            place = QTextCursor(self._found[self._current])
            place.setPosition(place.selectionStart())
            self.page.setTextCursor(place)
            self.page.ensureCursorVisible()

    def _focus_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _escape(self) -> None:
        """First what was looked for goes, then the window."""
        if self.field.text():
            self.field.clear()
            self.page.setFocus()
        else:
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.find_next(-1 if is_back else 1)
        return True
