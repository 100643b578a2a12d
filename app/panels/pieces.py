"""Small pieces that panels are made of: plain labels, headings, folds, flat buttons."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import current_theme, icon
from app.theme_fonts import monospace_font
from app.theme_icons import paint_icon
from app.translating import Shown

#: All distances are multiples of it.
GRID = 8

_TIP = "<p style='white-space: pre-wrap'>{}</p>"


def restyle(widget: QWidget) -> None:
    """Let a changed dynamic property reach the style sheet."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def plain_label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """A label that never reads its text as HTML; ``look`` is quiet, title or monospace."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("literal", bool(text) and not isinstance(text, Shown))
    label.setWordWrap(wrap)
    if look == "monospace":
        label.setFont(monospace_font(12))
    elif look:
        label.setProperty(look, "true")
    return label


def plain_tip(text: str) -> str:
    """A tooltip that shows ``text`` as it is, wrapped."""
    return _TIP.format(html.escape(text)) if text else ""


def tip_text(tip: str) -> str:
    """The text of a tooltip, whether or not ``plain_tip`` has made it."""
    before, after = _TIP.split("{}")
    if tip.startswith(before) and tip.endswith(after):
        return html.unescape(tip[len(before) : -len(after)])
    return tip


def tool_button(icon_name: str, tip: str, act: Callable[[], object] | None = None) -> QToolButton:
    """A flat button with an icon; the tip is its accessible name too."""
    button = QToolButton()
    button.setIcon(icon(icon_name, "muted"))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if act is not None:
        button.clicked.connect(lambda _=False: act())
    return button


def push_button(text: str, look: str = "", icon_name: str = "") -> QPushButton:
    """A button with words; ``look`` is primary or fix."""
    button = QPushButton(text)
    if look:
        button.setProperty(look, "true")
    if icon_name:
        meaning = {"primary": "on_accent", "fix": "accent"}.get(look, "text")
        button.setIcon(icon(icon_name, meaning))
        button.setIconSize(QSize(16, 16))
    return button


def row(*parts: QWidget | int | None, spacing: int = GRID) -> QHBoxLayout:
    """Widgets beside each other; None stretches, a number is a gap in pixels."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)
    return layout


def column(
    *parts: QWidget | QLayout | int | None, spacing: int = GRID, margin: int = 0
) -> QVBoxLayout:
    """Widgets and layouts below each other; None stretches, a number is a gap in pixels."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def scrolled(page: QWidget, *, sideways: bool = False) -> QScrollArea:
    """A page in what scrolls it down and, with ``sideways``, along where it is too wide."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)


def search_field(words: str) -> QLineEdit:
    """A field with a lens in it, and a cross that clears it; ``words`` name it too."""
    field = QLineEdit()
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    cross = field.findChild(QAction, "_q_qlineeditclearaction")
    if cross is not None:
        cross.setIcon(icon("close", "muted"))
    return field


#: What a choice needs beside its text: a margin, and the chevron with air around it.
CHEVRON_ROOM = 34

ELIDED = Qt.TextElideMode.ElideRight


class Choice(QComboBox):
    """A combo box with our chevron, which the wheel changes only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(80)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """A text that does not fit ends in dots, before the chevron."""
        super().initStyleOption(option)
        room = self.width() - CHEVRON_ROOM
        elided = self.fontMetrics().elidedText(option.currentText, ELIDED, room)
        option.currentText = elided

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.width() - 20, (self.height() - 12) / 2, 12, 12)
        paint_icon(QPainter(self), "chevron_down", box, current_theme().color("muted"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Fold(QWidget):
    """A heading with a chevron, and below it a body that folds away."""

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, *, is_open: bool = False) -> None:
        super().__init__()
        self.body = body
        self._button = QToolButton()
        self._button.setText(title)
        self._button.setProperty("fold", "true")
        self._button.setCheckable(True)
        self._button.setIconSize(QSize(12, 12))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._button.toggled.connect(self._show)
        self.setLayout(column(self._button, body, spacing=4))
        self._button.setChecked(is_open)
        self._show(is_open)

    @property
    def is_open(self) -> bool:
        return bool(self._button.isChecked())

    def set_open(self, is_open: bool) -> None:
        self._button.setChecked(is_open)

    def _show(self, is_open: bool) -> None:
        self._button.setIcon(icon("chevron_down" if is_open else "chevron_right", "muted"))
        self.body.setVisible(is_open)
        self.toggled.emit(is_open)
