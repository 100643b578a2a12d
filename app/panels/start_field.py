"""How one weight starts: a function of torch.nn.init with its arguments, numbers, or a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.pieces import Choice, column, plain_tip
from app.translating import later, tr
from graph.catalog.initializers import initializers
from graph.catalog.layer import REQUIRED, Argument
from graph.document import UNSET, Expression, Value
from graph.initializing import Fill, FromFile, read_start, written

#: What may stand beside the functions, and the fields that it has.
_NUMBER, _NUMBERS, _FILE = (later("a number"), later("numbers"), later("an array from a file"))
_FIELDS = {
    _NUMBER: (Argument("value", "float"),),
    _NUMBERS: (Argument("values", "tensor"),),
    _FILE: (
        Argument("file", "str", doc="Its name beside the project: .npy, .npz or .safetensors"),
        Argument("key", "str", default="", doc="Which array of the file"),
    ),
}


class StartField(QWidget):
    """Shows how a weight starts and says what was chosen; UNSET leaves it to PyTorch."""

    value_chosen = Signal(object)

    def __init__(self, name: str, *, arrays: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: Value = UNSET
        self._shape: tuple[int, ...] = ()
        self.choice = Choice()
        self.choice.setAccessibleName(tr("How {name} starts").format(name=name))
        self.choice.addItem(tr("as PyTorch does"), "")
        for function in initializers().values():
            self.choice.addItem(function.name, function.name)
            tip = plain_tip(tr(function.summary))
            self.choice.setItemData(self.choice.count() - 1, tip, 3)  # Qt.ToolTipRole
        for kind in (_NUMBER, _NUMBERS, _FILE) if arrays else (_NUMBER,):
            self.choice.addItem(tr(kind), kind)
        self.choice.activated.connect(self._choose)
        self.form = ArgumentForm()
        self.form.value_chosen.connect(self._set)
        self.setLayout(column(self.choice, self.form, spacing=4))

    def show_start(self, said: Value, shape: Sequence[int] = ()) -> None:
        """``said`` as a project has it, UNSET for nothing; ``shape`` is that of the weight."""
        self._said, self._shape = said, tuple(shape)
        kind, values = _taken_apart(said)
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(max(0, self.choice.findData(kind)))
        known = initializers().get(kind)
        fields = known.arguments if known is not None else _FIELDS.get(kind, ())
        self.form.setVisible(bool(fields))
        self.form.show_arguments(fields)
        self.form.show_values(values)

    def _choose(self, index: int) -> None:
        kind = self.choice.itemData(index)
        known = initializers().get(kind)
        if not kind:
            self.value_chosen.emit(UNSET)
        elif known is not None:
            start = {a.name: a.start for a in known.arguments if a.default is REQUIRED}
            self.value_chosen.emit(written(Fill(kind, start)))
        elif kind == _FILE:
            self.value_chosen.emit({"file": "weights.npy"})
        else:
            count = min(self._shape[-1], 64) if self._shape else 1
            self.value_chosen.emit((0.0,) * count if kind == _NUMBERS else 0.0)

    def _set(self, name: str, value: Value) -> None:
        kind, values = _taken_apart(self._said)
        changed = {k: v for k, v in values.items() if k != name}
        if value is not UNSET:
            changed[name] = value
        if kind in (_NUMBER, _NUMBERS):
            self.value_chosen.emit(value)
        elif kind == _FILE:
            self.value_chosen.emit({"file": "", **changed})
        else:
            self.value_chosen.emit(written(Fill(kind, changed)))


def _taken_apart(said: Value) -> tuple[str, Mapping[str, Value]]:
    """What kind of start it is, and the values of its fields."""
    start = None if said is UNSET else read_start(said)
    if isinstance(start, Fill):
        return start.function, start.arguments
    if isinstance(start, FromFile):
        return _FILE, {"file": start.file, **({"key": start.key} if start.key else {})}
    if isinstance(start, tuple):
        return _NUMBERS, {"values": start}
    if isinstance(start, Expression | int | float):
        return _NUMBER, {"value": start}
    return "", {}
