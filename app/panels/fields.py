"""Fields for the values of arguments: one for each kind of value, all spoken to alike.

Every field has ``value_chosen`` (a value, or ``UNSET`` for the default) and
``show_value(value, default)``, where ``default`` is the text for when nothing is set.
"""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QLineEdit,
    QWidget,
)

from app.panels.pieces import Choice, column, plain_label, restyle
from app.theme import current_theme
from app.theme_fonts import monospace_font
from app.theme_icons import paint_icon
from app.translating import as_read, tr
from app.words import sentence
from graph.catalog.arguments import DTYPES
from graph.catalog.indexing import explain_index
from graph.catalog.layer import Argument
from graph.catalog.parsing import NotAValueError, format_argument, parse_argument
from graph.document import Expression, Value
from graph.edits import UNSET

STEPPED = ("int", "float", "size")

VERTICALLY_CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Field(Protocol):
    """What the form asks of every field."""

    value_chosen: Signal

    def show_value(self, value: Value, default: str) -> None: ...


def make_field(argument: Argument) -> QWidget:
    """The field that suits the type of ``argument``."""
    if argument.type == "bool":
        return ChoiceField(argument, ("true", "false")) if argument.optional else SwitchField()
    if argument.type == "index":
        return IndexField(argument)
    if argument.type == "dtype":
        return ChoiceField(argument, DTYPES)
    if argument.choices and argument.type not in ("size", "int", "float", "floats"):
        return ChoiceField(argument, argument.choices)
    if argument.type in STEPPED:
        return StepField(argument)
    return TextField(argument)


class TextField(QLineEdit):
    """Text that is read as a value when it is finished; wrong text stays, marked, and says why."""

    value_chosen = Signal(object)
    refused = Signal(str)  # why what was typed is no value

    def __init__(self, argument: Argument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._argument = argument
        self._shown = ""
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(lambda _: mark(self, ""))

    def show_value(self, value: Value, default: str) -> None:
        self._shown = format_argument(value)
        if self._argument.type == "names":  # one name needs no comma to be a list
            self._shown, default = self._shown.rstrip(","), default.rstrip(",")
        self.setPlaceholderText(default)
        if not self.hasFocus() or self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)
        mark(self, "")

    def _finish(self) -> None:
        if self.text() == self._shown:
            return
        try:
            value = parse_argument(self._argument, self.text())
        except NotAValueError as error:
            mark(self, tr(str(error)))
            self.refused.emit(tr(str(error)))
            return
        self._shown = format_argument(value)
        self.setText(self._shown)
        self.value_chosen.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            mark(self, "")
            return
        super().keyPressEvent(event)


class StepField(QAbstractSpinBox):
    """A number, or one for each axis: stepped by arrows and wheel inside its range, or typed.

    Empty means the default, which is shown faintly; ``=width * 2`` may be typed as well.
    """

    value_chosen = Signal(object)
    refused = Signal(str)

    def __init__(self, argument: Argument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._argument = argument
        self._value: Value = UNSET
        self._default = ""
        self._shown = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccelerated(True)
        self.lineEdit().setTextMargins(9, 0, 0, 0)
        self.editingFinished.connect(self._finish)
        self.lineEdit().textEdited.connect(lambda _: mark(self, ""))

    def text(self) -> str:
        return str(self.lineEdit().text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.underMouse() or self.hasFocus()):
            return  # arrows at rest would be noise in every line
        enabled = self.stepEnabled()
        steps = QAbstractSpinBox.StepEnabledFlag
        painter = QPainter(self)
        for name, flag, y in (
            ("chevron_up", steps.StepUpEnabled, self.height() / 2 - 11),
            ("chevron_down", steps.StepDownEnabled, self.height() / 2 + 1),
        ):
            color = current_theme().color("muted", 1.0 if enabled & flag else 0.3)
            paint_icon(painter, name, QRectF(self.width() - 17, y, 10, 10), color)

    def show_value(self, value: Value, default: str) -> None:
        self._value, self._default = value, default
        self._shown = format_argument(value)
        self.lineEdit().setPlaceholderText(default)
        if self.text() != self._shown:
            self.lineEdit().setText(self._shown)
        mark(self, "")

    def stepBy(self, steps: int) -> None:
        value = self._stepped(steps)
        if value is not None:
            self.lineEdit().setText(format_argument(value))
            self._finish()
            self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        enabled = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._stepped(1) is not None:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._stepped(-1) is not None:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return enabled

    def validate(self, text: str, position: int) -> object:
        return (QValidator.State.Acceptable, text, position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.lineEdit().setText(self._shown)
            mark(self, "")
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the panel scrolls; a field under the pointer must not change

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def _stepped(self, steps: int) -> Value | None:
        """The value ``steps`` away from the one that is shown, within the range; else None."""
        try:
            now = parse_argument(self._argument, self.text() or self._default.partition(" ")[0])
        except NotAValueError:
            return None
        if isinstance(now, tuple):
            moved = tuple(self._moved(item, steps) for item in now)
            return moved if moved != now else None
        if now is UNSET or now is None:
            low = self._argument.low
            return int(low) if steps > 0 and low is not None else None
        if isinstance(now, bool) or not isinstance(now, int | float):
            return None
        moved_one = self._moved(now, steps)
        return moved_one if moved_one != now else None

    def _moved(self, number: float, steps: int) -> float:
        low, high = self._argument.low, self._argument.high
        step: float = 1
        if isinstance(number, float) or self._argument.type == "float":
            step = 0.05 if (low, high) == (0, 1) and number >= 0.05 else _step_of(number, steps)
        moved = number + steps * step
        if isinstance(moved, float):
            moved = float(f"{moved:.10g}")
        if low is not None:
            moved = max(moved, type(moved)(low))
        if high is not None:
            moved = min(moved, type(moved)(high))
        return moved

    def _finish(self) -> None:
        if self.text() == self._shown:
            return
        try:
            value = parse_argument(self._argument, self.text())
        except NotAValueError as error:
            mark(self, tr(str(error)))
            self.refused.emit(tr(str(error)))
            return
        self._shown = format_argument(value)
        self.value_chosen.emit(value)


class ChoiceField(Choice):
    """One of several words; the first entry, where there is a default, goes back to it."""

    value_chosen = Signal(object)

    def __init__(
        self, argument: Argument, choices: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._argument = argument
        self._choices = ("none", *choices) if argument.optional else choices
        self.setProperty("literal", True)  # these words stand in code
        for choice in self._choices:
            self.addItem(as_read(choice), choice)
        self.activated.connect(self._choose)

    def show_value(self, value: Value, default: str) -> None:
        text = default if value is UNSET else format_argument(value)
        index = self.findData(text)
        if index < 0:
            self.addItem(text, text)
            index = self.count() - 1
        with QSignalBlocker(self):
            self.setCurrentIndex(index)

    def _choose(self, index: int) -> None:
        text = str(self.itemData(index))
        if text == "none" and self._argument.optional:
            self.value_chosen.emit(None)
        elif self._argument.type == "bool" and text in ("true", "false"):
            self.value_chosen.emit(text == "true")
        elif text.startswith("="):
            self.value_chosen.emit(Expression(text[1:]))
        else:
            self.value_chosen.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for index, choice in enumerate(self._choices):
                self.setItemText(index, as_read(choice))


class SwitchField(QCheckBox):
    """True or false; its edge stands out 3:1, so that an empty one is seen too."""

    value_chosen = Signal(object)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda checked: self.value_chosen.emit(bool(checked)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        box = QRectF(0.5, (self.height() - 17) / 2 + 0.5, 16, 16)
        lit = self.isChecked() or self.underMouse()
        edge = "text" if self.hasFocus() else "accent" if lit else "muted"
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        ground = "card" if not self.isChecked() else "accent" if self.isEnabled() else "muted"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.color("on_accent"))
        if self.text():
            painter.setPen(theme.color("text" if self.isEnabled() else "muted"))
            painter.drawText(self.rect().adjusted(24, 0, 0, 0), VERTICALLY_CENTRED, self.text())

    def sizeHint(self) -> QSize:
        return QSize(24 + self.fontMetrics().horizontalAdvance(self.text()), 28)

    def hitButton(self, at: QPoint) -> bool:
        return bool(self.rect().contains(at))

    def show_value(self, value: Value, default: str) -> None:
        if isinstance(value, Expression):
            self.setText(str(value))
            return
        self.setText("")
        checked = default == "true" if value is UNSET else bool(value)
        with QSignalBlocker(self):
            self.setChecked(checked)


class IndexField(QWidget):
    """A line of text, and under it a line of plain words for every part of it."""

    value_chosen = Signal(object)

    def __init__(self, argument: Argument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextField(argument)
        self.line.setFont(monospace_font(12))
        self.line.value_chosen.connect(self.value_chosen)
        self.line.textChanged.connect(self._explain)
        self.words = plain_label(look="quiet", wrap=True)
        self.setLayout(column(self.line, self.words, spacing=4))
        self.setFocusProxy(self.line)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def show_value(self, value: Value, default: str) -> None:
        self.line.show_value(value if isinstance(value, Expression) else _text(value), default)

    def _explain(self, text: str) -> None:
        """Say what ``text`` takes, or why it cannot be read."""
        text = text.strip().removeprefix("[").removesuffix("]")
        if not text or text.startswith("="):
            self._say("", wrong=False)
            return
        try:
            self._say("\n".join(map(tr, explain_index(text))), wrong=False)
        except ValueError as error:
            self._say(sentence(tr(str(error))), wrong=True)

    def _say(self, words: str, *, wrong: bool) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))
        if (self.words.property("wrong") == "true") != wrong:
            self.words.setProperty("wrong", "true" if wrong else "")
            restyle(self.words)


def _text(value: Value) -> Value:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _step_of(number: float, steps: int) -> float:
    """One in the first significant digit; below a power of ten, going down, one finer."""
    if number == 0:
        return 0.1
    exponent = math.floor(math.log10(abs(number)) + 1e-9)
    if steps < 0 and math.isclose(abs(number), 10.0**exponent):
        exponent -= 1
    return float(10.0**exponent)


def mark(field: QLineEdit | QAbstractSpinBox, complaint: str) -> None:
    """Mark a field whose text makes no sense, and say why on hover."""
    if (field.property("wrong") == "true") != bool(complaint):
        field.setProperty("wrong", "true" if complaint else "")
        restyle(field)
    field.setToolTip(complaint)
    if complaint:
        field.setAccessibleDescription(complaint)
