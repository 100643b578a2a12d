"""A bubble beside a node: what is wrong, in plain words, and a button for each fix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import current_theme, icon
from app.translating import tr
from graph.problems import Fix, Problem

WIDTH = 340
GAP = 10


class ProblemBubble(QFrame):
    """Shows problems it was handed; a button only asks for its fix."""

    fix_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ProblemBubble")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 12, 14, 12)
        self._rows.setSpacing(8)
        self.hide()

    def open(self, problems: Sequence[Problem], card: QRect) -> None:
        """Stand under ``card`` (of the parent), or above it where there is no room below."""
        self._clear()
        theme = current_theme()
        self.setStyleSheet(
            f"#ProblemBubble {{ background: {theme.card}; border: 1px solid {theme.line};"
            " border-radius: 8px; }"
        )
        for problem in problems:
            self._rows.addWidget(self._row(problem))
            for fix in problem.fixes:
                self._rows.addWidget(self._button(fix), 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(WIDTH)
        self.setFixedHeight(self._rows.heightForWidth(WIDTH))
        parent = self.parentWidget()
        below, above = card.bottom() + GAP, card.top() - GAP - self.height()
        y = below if below + self.height() + 8 <= parent.height() else above
        x = min(card.right() - WIDTH // 2, parent.width() - WIDTH - 8)
        self.move(max(x, 8), max(y, 8))
        self.show()
        self.raise_()

    def _row(self, problem: Problem) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        sign = QLabel()
        sign.setPixmap(icon(problem.severity, problem.severity).pixmap(QSize(16, 16)))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        message = QLabel(tr(problem.message))
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        message.setContentsMargins(0, 0, 0, 3)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(sign)
        line.addWidget(message, 1)
        return row

    def _button(self, fix: Fix) -> QPushButton:
        button = QPushButton(icon("fix", "accent"), tr(fix.label))
        button.setProperty("fix", True)
        button.clicked.connect(partial(self._choose, fix))
        return button

    def _choose(self, fix: Fix) -> None:
        self.hide()
        self.fix_requested.emit(fix)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
