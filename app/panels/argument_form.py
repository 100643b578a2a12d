"""A form made from a list of arguments: names at the left, the right field for each beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.panels.field_box import FieldBox
from app.panels.fields import SwitchField
from app.panels.pieces import (
    Fold,
    clear_layout,
    column,
    plain_label,
    plain_tip,
    row,
    tool_button,
)
from app.translating import as_read, tr
from graph.catalog.layer import REQUIRED, Argument
from graph.catalog.parsing import format_argument
from graph.document import Value
from graph.edits import UNSET

LABEL_WIDTH = 112


class ArgumentForm(QWidget):
    """Shows values for arguments and says which value was chosen; it keeps none.

    ``show_arguments`` builds the fields; ``show_values`` fills them and may be called at any time:
    a field that is being typed in keeps its text as long as its value is the same.
    """

    value_chosen = Signal(str, object)
    argument_wanted = Signal(str)  # an argument whose value the block is to say

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arguments: tuple[Argument, ...] = ()
        self._boxes: dict[str, FieldBox] = {}
        self._names: Mapping[str, Value] | None = None
        self._in_block = False
        self._resets: dict[str, QToolButton] = {}
        self._lifts: dict[str, QToolButton] = {}
        self._fold: Fold | None = None
        self._advanced_open = False
        self.setLayout(column(spacing=8))

    def field(self, argument: str) -> QWidget | None:
        box = self._boxes.get(argument)
        return box.field if box is not None else None

    def focus_first(self) -> bool:
        """Go to the first field; whether there is one that can be seen."""
        fields = [box.field for box in self._boxes.values() if box.field.isVisible()]
        if fields:
            fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(fields)

    def box(self, argument: str) -> FieldBox:
        """The field with what stands around it."""
        return self._boxes[argument]

    def show_names(self, names: Mapping[str, Value] | None, *, in_block: bool = False) -> None:
        """Which names the expressions in all fields may read; None where nothing may be one."""
        self._names, self._in_block = names, in_block
        for box in self._boxes.values():
            box.show_names(names, in_block=in_block)

    def show_arguments(self, arguments: Sequence[Argument]) -> None:
        """Build the form anew, unless it already shows these arguments."""
        if tuple(arguments) == self._arguments:
            return
        self._arguments = tuple(arguments)
        self._boxes, self._resets, self._lifts, self._fold = {}, {}, {}, None
        layout = self.layout()
        clear_layout(layout)
        ordered = sorted(arguments, key=_importance)
        layout.addWidget(self._grid([a for a in ordered if not a.advanced]))
        advanced = [a for a in ordered if a.advanced]
        if advanced:
            self._fold = Fold(tr("Advanced"), self._grid(advanced), is_open=self._advanced_open)
            self._fold.toggled.connect(self._remember_fold)
            layout.addWidget(self._fold)

    def show_values(
        self, values: Mapping[str, Value], resolved: Mapping[str, Value] | None = None
    ) -> None:
        """``values`` are those that were set; ``resolved`` says what ``auto`` came to."""
        for argument in self._arguments:
            value = values.get(argument.name, UNSET)
            if value == "auto" and argument.auto:
                value = UNSET
            default = default_text(argument, resolved or {})
            box = self._boxes[argument.name]
            box.show_value(value, default)
            self._lifts[argument.name].setVisible(box.can_be_lifted)
            reset = self._resets[argument.name]
            is_set = (value is not UNSET and argument.default is not REQUIRED) or (
                value is not UNSET and bool(argument.auto)
            )
            reset.setVisible(is_set)
            if is_set:
                tip = tr("Back to {value}").format(value=default or tr("the default"))
                reset.setToolTip(plain_tip(tip))
                reset.setAccessibleName(
                    tr("{name}: {value}").format(name=as_read(argument.name), value=tip)
                )

    def show_complaints(self, complaints: Mapping[str, str]) -> None:
        """What is wrong with values that could be set, by their arguments."""
        for name, box in self._boxes.items():
            box.complain(complaints.get(name, ""))

    def _grid(self, arguments: Sequence[Argument]) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnMinimumWidth(2, 20)
        grid.setColumnStretch(1, 1)
        for line, argument in enumerate(arguments):
            self._add(grid, line, argument)
        return body

    def _add(self, grid: QGridLayout, line: int, argument: Argument) -> None:
        label = _name_label(argument)
        box = FieldBox(argument)
        box.show_names(self._names, in_block=self._in_block)
        box.value_chosen.connect(
            lambda value, name=argument.name: self.value_chosen.emit(name, value)
        )
        box.argument_wanted.connect(lambda name=argument.name: self.argument_wanted.emit(name))
        field = box.field
        for each in (field, box.line):
            each.setAccessibleName(as_read(argument.name))
            each.setProperty("named", True)  # a name in code is the same in every language
        field.setAccessibleDescription(tr(argument.doc))
        field.setObjectName(argument.name)
        label.setBuddy(field)
        reset = tool_button(
            "reset",
            tr("Back to the default"),
            lambda name=argument.name: self.value_chosen.emit(name, UNSET),
        )
        reset.setFixedSize(20, 20)
        _keep_room(reset)
        lift = tool_button(
            "argument", tr("Make {name} an argument of the block").format(name=argument.name)
        )
        lift.clicked.connect(lambda _=False, name=argument.name: self.argument_wanted.emit(name))
        lift.setFixedSize(20, 20)
        lift.hide()
        is_switch = isinstance(field, SwitchField)
        alignment = Qt.AlignmentFlag.AlignLeft if is_switch else Qt.AlignmentFlag(0)
        label.setFixedHeight(box.line.sizeHint().height())  # beside the first line of its field
        grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        beside = QWidget()
        beside.setLayout(row(box, _at_first_line(lift), spacing=4))
        grid.addWidget(beside, line, 1, alignment)
        grid.addWidget(_at_first_line(reset), line, 2)
        self._boxes[argument.name], self._resets[argument.name] = box, reset
        self._lifts[argument.name] = lift

    def _remember_fold(self, is_open: bool) -> None:
        self._advanced_open = is_open


def _at_first_line(button: QToolButton) -> QWidget:
    """A button beside the first line of a field, however much stands below that."""
    place = QWidget()
    place.setLayout(column(4, button, None, spacing=0))
    place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return place


def _keep_room(button: QToolButton) -> None:
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)


def default_text(argument: Argument, resolved: Mapping[str, Value]) -> str:
    """What stands faintly in a field that is not set: the default, or what ``auto`` came to."""
    if argument.auto:
        value = resolved.get(argument.name, "auto")
        return "auto" if value in ("auto", None) else f"{format_argument(value)}  (auto)"
    return format_argument(argument.default)


def _importance(argument: Argument) -> int:
    """What must be said first, then what has a default, then what follows by itself."""
    if argument.auto:
        return 2
    return 0 if argument.default is REQUIRED else 1


def _name_label(argument: Argument) -> QLabel:
    label = plain_label(as_read(argument.name))
    label.setToolTip(plain_tip(tr(argument.doc)))
    label.setFixedWidth(LABEL_WIDTH)
    metrics = label.fontMetrics()
    label.setText(metrics.elidedText(label.text(), Qt.TextElideMode.ElideRight, LABEL_WIDTH))
    return label
