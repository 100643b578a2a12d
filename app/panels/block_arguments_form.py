"""The arguments of a block as lines: a name, a default, a button that removes it; one to add."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.panels.fields import mark
from app.panels.pieces import clear_layout, column, plain_label, push_button, row, tool_button
from app.translating import later, tr
from graph.block_arguments import why_no_argument
from graph.catalog.layer import Argument
from graph.catalog.parsing import NotAValueError, format_argument, parse_argument
from graph.document import UNSET, Block, Value

#: A default may be any plain value.
_ANY = Argument(later("the default"), "any")


class BlockArgumentsForm(QWidget):
    """Shows the arguments of a block and says what the user wants of them."""

    added = Signal(str, str, object)  # block, name, default
    renamed = Signal(str, str, str)  # block, old, new
    default_chosen = Signal(str, str, object)
    removed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = Block("")
        self._shown: object = None
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self.new_name, self.new_default = QLineEdit(), QLineEdit()
        self.new_name.setPlaceholderText(tr("width"))
        self.new_name.setAccessibleName(tr("Name of a new argument"))
        self.new_default.setPlaceholderText("64")
        self.new_default.setAccessibleName(tr("Default of the new argument"))
        self.new_name.textEdited.connect(lambda text: self._check_name(self.new_name, text))
        for field in (self.new_name, self.new_default):
            field.returnPressed.connect(self._add)
        self.add = push_button(tr("Add"))
        self.add.clicked.connect(lambda _=False: self._add())
        adding = row(self.new_name, self.new_default, self.add)
        title = row(plain_label(tr("Arguments"), "soft"), None)
        self.setLayout(column(title, self._lines, adding, spacing=8))

    def show_block(self, block: Block, names: Mapping[str, Value]) -> None:
        """``names`` are the arguments as the use that is looked at has them."""
        self._block = block
        shown = (block.name, tuple(block.arguments.items()), tuple(sorted(names.items(), key=str)))
        if repr(shown) == self._shown:
            return
        self._shown = repr(shown)
        clear_layout(self._grid)
        for line, (name, default) in enumerate(block.arguments.items()):
            self._add_line(line, name, default, names.get(name, default))
        self._lines.setVisible(bool(block.arguments))

    def name_field(self, argument: str) -> QLineEdit:
        return self._lines.findChild(QLineEdit, f"name:{argument}")  # type: ignore[no-any-return]

    def default_field(self, argument: str) -> QLineEdit:
        return self._lines.findChild(  # type: ignore[no-any-return]
            QLineEdit, f"default:{argument}"
        )

    def _add_line(self, line: int, name: str, default: Value, here: Value) -> None:
        called, value = QLineEdit(name), QLineEdit(format_argument(default))
        called.setObjectName(f"name:{name}")
        called.setAccessibleName(tr("Name of the argument {name}").format(name=name))
        value.setObjectName(f"default:{name}")
        value.setAccessibleName(tr("Default of {name}").format(name=name))
        if here != default:
            value.setToolTip(
                tr("{value} as it is looked at now").format(value=format_argument(here))
            )
        remove = tool_button("delete", tr("Remove {name}").format(name=name))
        remove.setObjectName(f"remove:{name}")
        called.textEdited.connect(lambda text: self._check_name(called, text, name))
        called.editingFinished.connect(lambda: self._rename(called, name))
        value.editingFinished.connect(lambda: self._set_default(value, name))
        remove.clicked.connect(lambda _=False: self.removed.emit(self._block.name, name))
        for place, widget in enumerate((called, value, remove)):
            self._grid.addWidget(widget, 2 * line, place)
        if here != default:
            words = tr("{value} here").format(value=format_argument(here))
            self._grid.addWidget(plain_label(words, "quiet"), 2 * line + 1, 1)

    def _check_name(self, field: QLineEdit, text: str, own: str = "") -> str:
        """Mark a name that no argument may have; why not."""
        name = text.strip()
        why = tr(why_no_argument(name)) if name else ""
        if name != own and name in self._block.arguments:
            why = tr("there is an argument {name} already").format(name=name)
        mark(field, why)
        return why

    def _rename(self, field: QLineEdit, old: str) -> None:
        new = field.text().strip()
        if new == old:
            return
        if not new or self._check_name(field, new, old):
            field.setText(old)
            mark(field, "")
            return
        self.renamed.emit(self._block.name, old, new)

    def _set_default(self, field: QLineEdit, name: str) -> None:
        default = self._block.arguments.get(name, UNSET)
        if field.text().strip() == format_argument(default):
            return
        value = _parsed(field)
        if value is not UNSET:
            self.default_chosen.emit(self._block.name, name, value)

    def _add(self) -> None:
        name = self.new_name.text().strip()
        if not name or self._check_name(self.new_name, name):
            self.new_name.setFocus()
            return
        value = _parsed(self.new_default) if self.new_default.text().strip() else 1
        if value is UNSET:
            return
        self.new_name.clear()
        self.new_default.clear()
        self.added.emit(self._block.name, name, value)


def _parsed(field: QLineEdit) -> Value:
    """What stands in a field as a value; UNSET, and a mark, where it is none."""
    try:
        value = parse_argument(_ANY, field.text())
    except NotAValueError as error:
        mark(field, tr(str(error)))
        return UNSET
    mark(field, "" if value is not UNSET else tr("give it a value"))
    return value
