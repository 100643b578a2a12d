"""A field that may hold an expression: what it comes to here stands below it while it is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from app.panels.fields import StepField, TextField, make_field, mark
from app.panels.pieces import column, plain_label, restyle
from app.translating import tr
from app.words import sentence
from graph.catalog.arguments import check_value
from graph.catalog.layer import Argument
from graph.catalog.parsing import format_argument
from graph.document import Expression, Value
from graph.errors import ExpressionError
from graph.expressions import evaluate
from graph.sizes import SymbolicSize


class FieldBox(QWidget):
    """The field of one argument. Where ``names`` are known, ``=width * 2`` may stand in any.

    A switch and a choice cannot hold text: an expression stands in a line of its own instead.
    """

    value_chosen = Signal(object)
    argument_wanted = Signal()

    def __init__(self, argument: Argument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._argument = argument
        self._names: Mapping[str, Value] | None = None
        self._in_block = False
        self._value: Value = None
        self._complaint = ""
        self.field = make_field(argument)
        self.field.value_chosen.connect(self.value_chosen)  # type: ignore[attr-defined]
        self.line = TextField(argument)
        self.line.value_chosen.connect(self.value_chosen)
        self.line.hide()
        self.result = plain_label(look="quiet", wrap=True)
        self.result.hide()
        self.setLayout(column(self.field, self.line, self.result, spacing=2))
        self.setFocusProxy(self.field)
        for edit in filter(None, (self._text_of(self.field), self.line)):
            edit.textEdited.connect(self._preview)
            edit.textChanged.connect(self._follow)
        for field in (self.field, self.line):
            if isinstance(field, TextField | StepField):
                field.refused.connect(self._refuse)
        for widget in filter(None, (self.field, self._text_of(self.field), self.line)):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(
                lambda at, widget=widget: self._open_menu(widget, at)
            )

    @property
    def holds_expression(self) -> bool:
        return isinstance(self._value, Expression)

    @property
    def can_be_lifted(self) -> bool:
        """Whether the block around may say the value instead."""
        return self._in_block and self._names is not None and not self.holds_expression

    def show_names(self, names: Mapping[str, Value] | None, *, in_block: bool) -> None:
        """Which names an expression may read, and their values; None where none may stand."""
        self._names, self._in_block = names, in_block
        edit = self.line if self.line.isVisibleTo(self) else self._text_of(self.field)
        self._preview(edit.text() if edit is not None else "")

    def show_value(self, value: Value, default: str) -> None:
        """Show a value; what is being typed stays as long as the value is the one it was."""
        edit = self.line if self.line.isVisibleTo(self) else self._text_of(self.field)
        typing = edit is not None and edit.hasFocus() and edit.isModified()
        if typing and type(value) is type(self._value) and value == self._value:
            return
        self._value = value
        apart = isinstance(value, Expression) and self._text_of(self.field) is None
        self.field.setVisible(not apart)
        self.line.setVisible(apart)
        self.setFocusProxy(self.line if apart else self.field)
        shown = self.line if apart else self.field
        shown.show_value(value, default)  # type: ignore[attr-defined]
        if edit is not None and not edit.hasFocus():
            edit.setCursorPosition(0)
        self._preview(str(value) if isinstance(value, Expression) else "")

    def write_expression(self) -> None:
        """Begin to type an expression, in a field that shows something else."""
        edit = self._text_of(self.field)
        if edit is None:
            self.field.hide()
            self.line.show()
            edit = self.line
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if not edit.text().startswith("="):
            edit.setText("=")
        self._preview(edit.text())

    def complain(self, words: str) -> None:
        """Say below the field what is wrong with its value, as it is known elsewhere."""
        if words != self._complaint:
            self._complaint = words
            self._say(words, wrong=True)

    def _refuse(self, words: str) -> None:
        self._say(sentence(words), wrong=True)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        """What stands below the field; nothing there gives way to what is wrong with the value."""
        wrong = wrong or not words
        words = words or self._complaint
        self.result.setText(words)
        self.result.setVisible(bool(words))
        if (self.result.property("wrong") == "true") != wrong:
            self.result.setProperty("wrong", "true" if wrong else "")
            restyle(self.result)

    def _follow(self, text: str) -> None:
        """A text that is put back takes what was said of the other with it."""
        if not text.strip().startswith("="):
            self._say("")

    def _preview(self, text: str) -> None:
        """Say what an expression comes to where it is typed, or why it has no value."""
        text = text.strip()
        if self._names is None or not text.startswith("="):
            self._say("")
            return
        words, why = "", ""
        try:
            value = evaluate(text.lstrip("= "), self._names)
            follows = isinstance(value, SymbolicSize)  # only the layer knows whether it may
            why = "" if follows else check_value(self._argument, value)
            words = f"= {format_argument(value)}"
        except ExpressionError as error:
            why = tr(str(error)) if text.strip("= ") else ""
        self._say(why or words, wrong=bool(why))
        field = self.line if self.line.isVisibleTo(self) else self.field
        if isinstance(field, TextField | StepField):
            mark(field, why)

    def _open_menu(self, widget: QWidget, at: QPoint) -> None:
        menu = self.make_menu(widget)
        if menu.actions():
            menu.popup(widget.mapToGlobal(at))

    def make_menu(self, widget: QWidget) -> QMenu:
        """The field's own menu, and what expressions add to it."""
        own = isinstance(widget, QLineEdit)
        menu = widget.createStandardContextMenu() if isinstance(widget, QLineEdit) else QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._names is None:
            return menu
        if own:
            menu.addSeparator()
        if self.can_be_lifted:
            menu.addAction(tr("Make this an argument"), self.argument_wanted.emit)
        menu.addAction(tr("Write an expression"), self.write_expression)
        return menu

    @staticmethod
    def _text_of(field: QWidget) -> QLineEdit | None:
        if isinstance(field, StepField):
            return field.lineEdit()
        return field if isinstance(field, TextField) else None
