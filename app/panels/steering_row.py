"""Steers a run while it goes: one value at a time, and what is done at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QToolButton, QWidget

from app.panels.pieces import Choice, plain_tip, row, tool_button
from app.translating import later, tr
from app.words import significant

Event = Mapping[str, Any]
Command = dict[str, Any]


class Steer(NamedTuple):
    """Something with a value: its words, the command, the command's key, and how it is typed."""

    words: str
    command: str
    key: str
    tip: str
    per_group: bool = False


STEERS: Mapping[str, Steer] = {
    "lr": Steer(
        later("Learning rate"), "set_lr", "lr", later("A rate, or a factor: x0.5, /10"), True
    ),
    "weight_decay": Steer(
        later("Weight decay"),
        "set_weight_decay",
        "weight_decay",
        later("A weight decay, or a factor: x0.5, /10"),
        True,
    ),
    "dropout": Steer(later("Dropout rate"), "set_dropout", "p", later("A rate from 0 to below 1")),
    "epochs": Steer(later("Epochs"), "set_epochs", "epochs", later("How many in all, or more: +5")),
    "freeze": Steer(later("Freeze"), "freeze", "nodes", later("A layer, or a pattern: conv*")),
    "unfreeze": Steer(
        later("Unfreeze"), "unfreeze", "nodes", later("A layer, or a pattern: conv*")
    ),
}


class SteeringRow(QWidget):
    """Says what the user wants of the run; it shows what the run's events say has become of it."""

    command_wanted = Signal(object)  # Command
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, list[float]] = {}
        self.what = Choice()
        self.what.setAccessibleName(tr("What to change in this run"))
        for key, steer in STEERS.items():
            self.what.addItem(tr(steer.words), key)
        self.what.setFixedWidth(136)
        self.what.currentIndexChanged.connect(lambda _: self._show_chosen())
        self.value = QLineEdit()
        self.value.setFixedWidth(120)
        self.value.returnPressed.connect(self._apply)
        self._layers = QStringListModel(self)
        self._completer = QCompleter(self._layers, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.group = Choice()
        self.group.setAccessibleName(tr("Parameter group"))
        self.group.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.group.setMaximumWidth(176)
        self.group.currentIndexChanged.connect(lambda _: self._show_value())
        self.stop_after = QToolButton()
        self.stop_after.setText(tr("Stop after epoch"))
        self.stop_after.setCheckable(True)
        self.stop_after.setProperty("segment", "true")
        self.stop_after.setToolTip(plain_tip(tr("Ends the run once this epoch is validated")))
        self.stop_after.clicked.connect(
            lambda on: self.command_wanted.emit({"command": "stop_after_epoch", "on": bool(on)})
        )
        self.more = tool_button("more", tr("More to do to this run"))
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self.setLayout(
            row(self.what, self.value, self.group, None, self.stop_after, self.more, spacing=8)
        )
        self._show_chosen()
        self.show_state(is_running=False)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for words, command in (
            (tr("Keep a checkpoint now"), "checkpoint"),
            (tr("Evaluate now"), "evaluate"),
            (tr("Go on with the schedule in the form"), "set_schedule"),
        ):
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _=False, name=command: self.command_wanted.emit({"command": name})
            )
        self.back = menu.addMenu(tr("Go back to"))
        self.back.setEnabled(False)
        return menu

    def show_state(self, *, is_running: bool) -> None:
        """Nothing can be steered where nothing runs."""
        for part in (self.what, self.value, self.group, self.stop_after, self.more):
            part.setEnabled(is_running)
        if not is_running:
            self.stop_after.setChecked(False)
            self.value.clear()

    def take(self, event: Event) -> None:
        """Take in an event of the run."""
        match event.get("event"):
            case "started":
                self._begin(event)
            case "step" | "epoch" | "lr" | "schedule":
                self._know("lr", event.get("lr"))
            case "weight_decay" | "dropout" | "epochs" as name:
                self._know(name, event.get(STEERS[name].key))
            case "stop_after":
                self.stop_after.setChecked(bool(event.get("on")))
        if event.get("event") == "epoch":
            self._know("epochs", event.get("epochs"))
        if event.get("event") == "checkpoint":
            self._offer([str(name) for name in event.get("kept") or ()])

    def _begin(self, event: Event) -> None:
        groups = event.get("groups") or [{}]
        self._values = {}
        self.back.clear()
        self.back.setEnabled(False)
        self._know("lr", [group.get("lr", 0.0) for group in groups])
        if "weight_decay" in groups[0]:
            self._know("weight_decay", [group["weight_decay"] for group in groups])
        self._know("dropout", event.get("dropout"))
        self._know("epochs", event.get("epochs"))
        self._layers.setStringList([str(layer) for layer in event.get("layers") or ()])
        with QSignalBlocker(self.group):
            self.group.clear()
            self.group.addItem(tr("all groups"), None)
            for index, group in enumerate(groups):
                name = tr(str(group.get("name") or ""))
                self.group.addItem(name or tr("group {number}").format(number=index + 1), index)
        self._show_chosen()

    def _know(self, what: str, values: Any) -> None:
        if values is None:
            return
        values = list(values) if isinstance(values, Sequence) else [values]
        if self._values.get(what) != values:
            self._values[what] = values
            if what == self._chosen:
                self._show_value()

    @property
    def _chosen(self) -> str:
        return str(self.what.currentData())

    def _show_chosen(self) -> None:
        steer = STEERS[self._chosen]
        self.value.setToolTip(plain_tip(tr(steer.tip)))
        self.value.setAccessibleName(tr(steer.words))
        self.value.setAccessibleDescription(tr(steer.tip))
        self.value.setCompleter(self._completer if steer.key == "nodes" else None)  # type: ignore[arg-type]
        self.group.setVisible(steer.per_group and self.group.count() > 2)
        self.value.clear()
        self._show_value()

    def _show_value(self) -> None:
        """What it is now stands faintly in the field."""
        values = self._values.get(self._chosen)
        index = self.group.currentData() or 0 if STEERS[self._chosen].per_group else 0
        shown = significant(values[min(index, len(values) - 1)]) if values else ""
        self.value.setPlaceholderText(shown)

    def _offer(self, names: Sequence[str]) -> None:
        """Checkpoints to go back to; the list is made anew only where nobody looks at it."""
        if self.back.isVisible():
            return
        self.back.clear()
        self.back.setEnabled(bool(names))
        for one in names:
            action = self.back.addAction(_checkpoint_words(one))
            action.triggered.connect(
                lambda _=False, to=one: self.command_wanted.emit({"command": "roll_back", "to": to})
            )

    def _apply(self) -> None:
        steer, text = STEERS[self._chosen], self.value.text().strip()
        command = command_of(steer, text)
        if command is None:
            words = tr("{text} does not say it: {tip}")
            self.refused.emit(words.format(text=text or "...", tip=tr(steer.tip)))
            return
        if steer.per_group and self.group.currentData() is not None:
            command["group"] = self.group.currentData()
        self.value.clear()
        self.command_wanted.emit(command)


def command_of(steer: Steer, text: str) -> Command | None:
    """The command that a text means, or None: ``0.01``, ``x0.5``, ``/10``, ``+5``, ``conv*``."""
    if steer.key == "nodes":
        return {"command": steer.command, "nodes": text} if text else None
    sign, rest = (text[:1], text[1:]) if text[:1] in ("x", "×", "*", "/", "+") else ("", text)
    number = _number(rest.strip())
    if number is None or (sign == "/" and not number):
        return None
    if steer.command == "set_epochs":
        if number != int(number) or number < 1 or sign not in ("", "+"):
            return None
        return {"command": steer.command, "add" if sign else "epochs": int(number)}
    if sign and (sign == "+" or not steer.per_group):
        return None
    if sign:
        return {"command": steer.command, "factor": 1 / number if sign == "/" else number}
    return {"command": steer.command, steer.key: number}


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _checkpoint_words(name: str) -> str:
    """``epoch_0002_step_00000010.pt`` in words."""
    parts = name.removesuffix(".pt").split("_")
    if len(parts) != 4 or not (parts[1].isdecimal() and parts[3].isdecimal()):
        return name
    return tr("epoch {epoch}, step {step}").format(epoch=int(parts[1]), step=int(parts[3]))
