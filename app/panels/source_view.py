"""The exported source, live: the selected layer's lines are marked, a click selects a layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.panels.pieces import column, plain_label, row, tool_button
from app.panels.probe.segments import Segments
from app.panels.python_highlighter import PythonHighlighter
from app.panels.style_form import StyleForm
from app.source_text import SourceText
from app.theme import current_theme, is_palette_change
from app.theme_fonts import monospace_font
from app.translating import tr
from graph.document import ROOT, Document

#: What is shown: the network, or what trains it.
NETWORK, SETUP = "network", "setup"


class SourceView(QWidget):
    """Shows the last source it was handed, and beside it how it is written; holds no document."""

    node_chosen = Signal(str, str)  # node, scope
    edit_wanted = Signal(object)  # Edit, of the style
    export_wanted = Signal()
    setup_wanted = Signal()  # optimizer and schedule are to be shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = SourceText()
        self._selection: tuple[str, ...] = ()
        self._scope = ROOT
        self.text = _SourceText()
        self.text.line_clicked.connect(self._choose_line)
        self._setup = ""
        words = [(NETWORK, tr("Network")), (SETUP, tr("Optimizer"))]
        self.parts = Segments(tr("Source of"), words)
        self.parts.chosen.connect(self._show_part)
        self._state = plain_label(look="quiet")
        self._copied = tool_button("copy", tr("Copy the source"), self.copy)
        export = tool_button("export", tr("Export the source to a file"), self.export_wanted.emit)
        self.style_form = StyleForm()
        self.style_form.edit_wanted.connect(self.edit_wanted)
        self.style_form.hide()
        self.style_button = tool_button("settings", tr("How the source is written (F4)"))
        self.style_button.setText(tr("Style"))
        self.style_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.style_button.setCheckable(True)
        self.style_button.toggled.connect(self.style_form.setVisible)
        bar = row(self.parts, self._state, None, self.style_button, self._copied, export, spacing=4)
        bar.setContentsMargins(16, 4, 8, 0)
        body = row(self.text, self.style_form, spacing=0)
        self.setLayout(column(bar, body, spacing=0))
        self._highlighter = PythonHighlighter(self.text.document())

    def clear(self) -> None:
        """Forget the source of a document that is no longer open."""
        self._source, self._setup = SourceText(), ""
        self.text.clear()
        self._state.setText("")

    def show_document(self, document: Document) -> None:
        self.style_form.show_document(document)

    def edit_style(self) -> None:
        """Open the form, ready for the keyboard; where it is open already, close it."""
        self.style_button.setChecked(not self.style_form.isVisible())
        if self.style_button.isChecked():
            self.style_form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def shows_setup(self) -> bool:
        """Whether optimizer and schedule stand there, as the training script has them."""
        return self.parts.key == SETUP

    def show_setup(self, reply: Mapping[str, Any]) -> None:
        """Take in the code of optimizer and schedule, or why there is none now."""
        self._setup, reason = str(reply.get("text") or ""), str(reply.get("reason") or "")
        if self.shows_setup:
            self._put(self._setup, reason)

    def _show_part(self, _key: str) -> None:
        """Show the other part; what is known of it stands at once, and what is new follows."""
        if self.shows_setup:
            self.text.mark_lines([], current_theme().color("accent"))
            self._put(self._setup, "")
            self.setup_wanted.emit()
        else:
            self._put(self._source.text, self._source.reason)
            self._mark()

    def _put(self, text: str, reason: str) -> None:
        if text != self.text.toPlainText():
            bar = self.text.verticalScrollBar()
            place = bar.value()
            self.text.setPlainText(text)
            bar.setValue(place)
        count = text.count("\n")
        words = tr("Python, {n} lines", one="Python, {n} line", n=count)
        self._state.setText(words if text else tr(reason))

    def show_source(self, source: SourceText) -> None:
        """Show a source; where there is none for now, the last one stays and the reason is said."""
        if self.shows_setup:
            self._source = source if source.text or not self._source.text else self._source
            return
        if not source.text and self._source.text and source.reason:
            self._state.setText(tr("Not current: {why}").format(why=tr(source.reason)))
            return
        first = not self._source.text
        self._source = source
        self._put(source.text, source.reason)
        self._mark(follow=first)

    def show_selection(self, names: Sequence[str], scope: str = ROOT) -> None:
        """Mark the lines of nodes of a scope; of none, look at the class that the scope became."""
        if (tuple(names), scope) == (self._selection, self._scope):
            return
        entered = scope != self._scope
        self._selection, self._scope = tuple(names), scope
        self._mark(follow=True)
        place = self._source.lines.get(scope, {}).get("")
        if entered and not names and place is not None:
            self.text.show_line(place[0])

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._state.setText(tr("Copied"))

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if is_palette_change(event) and hasattr(self, "_highlighter"):  # type: ignore[arg-type]
            self._highlighter.rehighlight()
            self._mark()

    def _mark(self, *, follow: bool = False) -> None:
        if self.shows_setup:
            return
        places = self._source.lines.get(self._scope, {})
        spans = [places[name] for name in self._selection if name in places]
        self.text.mark_lines(spans, current_theme().color("accent", 0.16))
        if follow and spans and not self.text.hasFocus():
            self.text.show_line(spans[0][0])

    def _choose_line(self, line: int) -> None:
        if self.shows_setup:
            return
        scope, name = node_of_line(self._source.lines, line)
        if name:
            self.node_chosen.emit(name, scope)


def node_of_line(lines: Mapping[str, Mapping[str, tuple[int, int]]], line: int) -> tuple[str, str]:
    """The scope and the node that a line (from 1) belongs to, the narrowest where several do."""
    holding = [
        (last - first, scope, name)
        for scope, places in lines.items()
        for name, (first, last) in places.items()
        if first <= line <= last
    ]
    return min(holding)[1:] if holding else ("", "")


class _SourceText(QPlainTextEdit):
    """Text that tells which of its lines was clicked."""

    line_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("Source"))
        self.setFont(monospace_font(12))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(12)

    def mark_lines(self, spans: Sequence[tuple[int, int]], color: QColor) -> None:
        marks = []
        for first, last in spans:
            for line in range(first, last + 1):
                mark = QTextEdit.ExtraSelection()
                mark.format.setBackground(color)
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                mark.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
                marks.append(mark)
        self.setExtraSelections(marks)

    def show_line(self, line: int) -> None:
        bar = self.verticalScrollBar()
        top, rows = bar.value(), max(1, bar.pageStep())
        if not top < line < top + rows - 1:
            bar.setValue(max(0, line - rows // 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            at: QPoint = event.position().toPoint()
            self.line_clicked.emit(self.cursorForPosition(at).blockNumber() + 1)
