"""The rules for how weights start, one below the other: for which weights, and with what."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.pieces import clear_layout, column, plain_label, push_button, row, tool_button
from app.panels.start_field import StartField
from app.translating import tr
from graph.document import UNSET, Value
from graph.edits import SetRules

#: What a new rule says.
_FIRST = {"types": "Conv*", "parameters": "weight", "with": "kaiming_normal_"}


class RulesForm(QWidget):
    """Shows the rules of a project and says changes as edits."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules: tuple[Value, ...] = ()
        self._shown: int = -1
        self.rows: list[RuleRow] = []
        self._list = column(spacing=16)
        self.add = push_button(tr("Add a rule"))
        self.add.clicked.connect(lambda _=False: self._say((*self._rules, dict(_FIRST))))
        hint = tr("A later rule beats an earlier one; what a layer says beats all.")
        self.setLayout(column(self._list, self.add, plain_label(hint, "quiet", wrap=True)))

    def show_rules(self, rules: Value) -> None:
        self._rules = rules if isinstance(rules, tuple) else ()
        if len(self._rules) != len(self.rows):
            clear_layout(self._list)
            self.rows = [RuleRow(index) for index in range(len(self._rules))]
            for one in self.rows:
                one.changed.connect(self._change)
                self._list.addWidget(one)
        for one, rule in zip(self.rows, self._rules, strict=True):
            one.show_rule(rule if isinstance(rule, Mapping) else {})

    def _change(self, index: int, rule: Value) -> None:
        rules = list(self._rules)
        rules[index : index + 1] = [] if rule is UNSET else [rule]
        self._say(tuple(rules))

    def _say(self, rules: tuple[Value, ...]) -> None:
        if rules != self._rules:
            self.edit_wanted.emit(SetRules(rules))


class RuleRow(QWidget):
    """One rule: types, names and parameters as text, and how those weights start."""

    changed = Signal(int, object)

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._rule: Mapping[str, Value] = {}
        self.fields = {
            "types": self._field(tr("every layer, or Conv*, Linear, normalization")),
            "parameters": self._field(tr("every parameter, or weight, bias")),
            "names": self._field(tr("everywhere, or encoder.*")),
        }
        self.start = StartField(tr("what the rule means"), arrays=False)
        self.start.choice.removeItem(0)
        self.start.value_chosen.connect(lambda value: self._set("with", value))
        title = plain_label(tr("Rule {number}").format(number=index + 1), "soft")
        gone = tool_button(
            "close", tr("Remove rule {number}").format(number=index + 1), lambda: self._emit(UNSET)
        )
        self.setLayout(column(row(title, None, gone), *self.fields.values(), self.start, spacing=4))
        for key, field in self.fields.items():
            field.setAccessibleName(key)
            field.editingFinished.connect(lambda k=key: self._read(k))

    def show_rule(self, rule: Mapping[str, Value]) -> None:
        self._rule = rule
        for key, field in self.fields.items():
            if not field.hasFocus():
                field.setText(_text(rule.get(key, "")))
        self.start.show_start(rule.get("with", UNSET))

    def _field(self, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        return field

    def _read(self, key: str) -> None:
        parts = tuple(p.strip() for p in self.fields[key].text().split(",") if p.strip())
        if self.fields[key].text() != _text(self._rule.get(key, "")):
            self._set(key, UNSET if not parts else parts[0] if len(parts) == 1 else parts)

    def _set(self, key: str, value: Value) -> None:
        order = ("types", "names", "parameters", "with")
        said = {**self._rule, key: value}
        kept = {k: said[k] for k in (*order, *said) if k in said and said[k] is not UNSET}
        self._emit(kept)

    def _emit(self, rule: Value) -> None:
        self.changed.emit(self._index, rule)


def _text(value: Value) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
