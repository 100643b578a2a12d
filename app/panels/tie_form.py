"""Single parameters that a layer has in common with another: tied weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import LABEL_WIDTH
from app.panels.pieces import Choice, Fold, clear_layout, column, plain_label, row
from app.translating import tr
from graph.document import Value


class TieForm(QWidget):
    """One choice for each parameter: its own, or another layer's; folded away while all are own."""

    chosen = Signal(str, str)  # parameter, and what ``shares`` says of it; "" for its own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, Choice] = {}
        self._entries: dict[str, tuple[str, ...]] = {}
        self._lines = column(spacing=4)
        body = QWidget()
        body.setLayout(self._lines)
        self.fold = Fold(tr("One parameter in common"), body)
        self.setLayout(column(self.fold))

    def show_ties(
        self,
        said: Mapping[str, Value],
        partners: Mapping[str, Sequence[str]],
        *,
        is_other: bool,
    ) -> None:
        """``said`` of each parameter, and what could be said; ``is_other`` for another node."""
        entries = {
            name: tuple(dict.fromkeys([*partners.get(name, ()), *_texts(said.get(name))]))
            for name in (*partners, *(name for name in said if name not in partners))
        }
        entries = {name: known for name, known in entries.items() if known}
        self.setVisible(bool(entries))
        if entries != self._entries:
            self._build(entries)
        for name, choice in self.choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(next(_texts(said.get(name)), ""))))
        if is_other:
            self.fold.set_open(bool(said))

    def _build(self, entries: dict[str, tuple[str, ...]]) -> None:
        clear_layout(self._lines)
        self._entries, self.choices = entries, {}
        for name, others in entries.items():
            label, choice = plain_label(name), Choice()
            choice.addItem(tr("its own"), "")
            for other in others:
                choice.addItem(tr("that of {layer}").format(layer=other), other)
            label.setFixedWidth(LABEL_WIDTH)
            choice.setAccessibleName(tr("Whose {name} it is").format(name=name))
            choice.activated.connect(
                lambda index, name=name, choice=choice: self.chosen.emit(
                    name, choice.itemData(index)
                )
            )
            line = row(label, choice, spacing=8)
            line.setStretch(1, 1)
            self._lines.addLayout(line)
            self.choices[name] = choice


def _texts(said: Value) -> Iterator[str]:
    yield from (said,) if isinstance(said, str) and said else ()
