"""How the source is written: one field for each key of ``style:``, beside the source itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from app.panels.pieces import Choice, column, plain_label, plain_tip
from app.translating import tr
from graph.document import Document
from graph.edits import UNSET, SetStyle
from graph.style import STYLE_OPTIONS, StyleOption

WIDTH = 248


class StyleForm(QScrollArea):
    """Shows the style of a document and says, as edits, what the user wants written otherwise."""

    edit_wanted = Signal(object)  # Edit

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {option.key: self._field(option) for option in STYLE_OPTIONS}
        self.limits = {o.key: self._limit(o) for o in STYLE_OPTIONS if o.limit}
        rows: list[QWidget | int | None] = []
        for option in STYLE_OPTIONS:
            label = plain_label(tr(option.title), "soft")
            label.setBuddy(self.fields[option.key])
            label.setToolTip(plain_tip(tr(option.hint)))
            limit = [self.limits[option.key]] if option.limit else []
            rows += [label, self.fields[option.key], *limit, 4]
        inside = QWidget()
        inside.setLayout(column(*rows, None, spacing=4, margin=12))
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.fields[STYLE_OPTIONS[0].key])

    def show_document(self, document: Document) -> None:
        for option in STYLE_OPTIONS:
            held = option.read(document.style)
            place = next(i for i, (value, _) in enumerate(option.values) if value is held)
            with QSignalBlocker(self.fields[option.key]):
                self.fields[option.key].setCurrentIndex(place)
            if option.limit:
                self.limits[option.key].setVisible(place > 0)

    def _limit(self, option: StyleOption) -> QLabel:
        """Says where a value changes nothing, while it is chosen."""
        limit = plain_label(tr(option.limit), "quiet", wrap=True)
        limit.hide()
        return limit

    def _field(self, option: StyleOption) -> Choice:
        field = Choice()
        field.setAccessibleName(tr(option.title))
        field.setToolTip(plain_tip(tr(option.hint)))
        for _, words in option.values:
            field.addItem(tr(words))
        field.activated.connect(partial(self._choose, option))
        return field

    def _choose(self, option: StyleOption, index: int) -> None:
        value = option.values[index][0]
        label = f"{tr(option.title)}: {tr(option.values[index][1])}"
        self.edit_wanted.emit(
            SetStyle(option.key, UNSET if value is option.usual else value, label)
        )
