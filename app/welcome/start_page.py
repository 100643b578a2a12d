"""The start page: what stands on an empty canvas, and is gone as soon as something is placed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.file_handling import SUFFIX
from app.panels.flow_row import FlowRow
from app.panels.pieces import (
    clear_layout,
    column,
    plain_label,
    plain_tip,
    push_button,
    restyle,
    scrolled,
)
from app.theme import icon
from app.translating import tr
from app.welcome.gallery import Gallery

MARGIN, TOP = 24, 32
RECENT_SHOWN = 6


class StartPage(QWidget):
    """Lies over an empty canvas; what falls beside its cards reaches the canvas below it."""

    template_chosen = Signal(object)  # Path
    recent_chosen = Signal(object)  # Path
    empty_wanted = Signal()
    open_wanted = Signal()
    tour_wanted = Signal()
    left = Signal()  # Escape: back to the canvas

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Start"))
        self._title = plain_label(tr("Start a network"), "headline")
        self._hint = plain_label(
            tr(
                "Type a layer's name or press Tab, drag a layer from the left, or drop a file here."
            ),
            "soft",
            wrap=True,
        )
        self.empty = push_button(tr("Empty"), icon_name="new")
        self.empty.setToolTip(plain_tip(tr("An empty canvas, without this page")))
        self.open = push_button(tr("Open..."), icon_name="open")
        self.tour = push_button(tr("Take the Tour"), icon_name="help")
        self.tour.setToolTip(plain_tip(tr("In two minutes, to a network that has learned")))
        self.empty.clicked.connect(self.empty_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.tour.clicked.connect(self.tour_wanted)
        buttons = QWidget()
        buttons.setLayout(FlowRow(self.tour, self.open, self.empty))
        self._recent_title = plain_label(tr("Recent"), "section")
        self._recent = QWidget()
        self._recent.setLayout(FlowRow(gap=8))
        for part in (buttons, self._recent):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            part.setSizePolicy(policy)
        self.gallery = Gallery()
        self.gallery.chosen.connect(self.template_chosen)
        self._body = QWidget()
        body = column(
            self._title, self._hint, 4, buttons, 6, self._recent_title, self._recent, 12,
            self.gallery, None,
        )  # fmt: skip
        self._body.setLayout(body)
        middle = QWidget()
        self._frame = QVBoxLayout(middle)
        self._frame.setContentsMargins(MARGIN, TOP, MARGIN, MARGIN)
        self._frame.addWidget(self._body, 0, Qt.AlignmentFlag.AlignHCenter)
        self.area = scrolled(middle)
        for part in (self.area, self.area.viewport(), middle):
            part.setProperty("clear", "true")
        self.setLayout(column(self.area))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the newest of the files that were open before."""
        layout = self._recent.layout()
        assert layout is not None
        clear_layout(layout)
        for path in paths[:RECENT_SHOWN]:
            button = QPushButton(path.name.removesuffix(SUFFIX).replace("&", "&&"))
            button.setProperty("fix", "true")
            button.setToolTip(plain_tip(str(path)))
            button.setAccessibleName(tr("Open {file}").format(file=path.name))
            button.clicked.connect(lambda _=False, path=path: self.recent_chosen.emit(path))
            layout.addWidget(button)
        for part in (self._recent_title, self._recent):
            part.setVisible(bool(paths))

    @property
    def recent_buttons(self) -> list[QPushButton]:
        return [button for button in self._recent.findChildren(QPushButton) if button.isVisible()]

    def offer_tour(self, prominently: bool) -> None:
        """The tour as the first thing to do, or as one of several."""
        self.tour.setProperty("primary", "true" if prominently else "")
        self.tour.setIcon(icon("help", "on_accent" if prominently else "text"))
        restyle(self.tour)

    def focus_first(self) -> None:
        """Let the keys go to the first card."""
        if self.gallery.cards:
            self.gallery.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.gallery.bring_into_sight(self.gallery.cards[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.area.verticalScrollBar().sizeHint().width()
        self._body.setFixedWidth(self.gallery.fit_into(self.width() - 2 * MARGIN - bar))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures come after the page is on the screen."""
        super().paintEvent(event)
        self.gallery.draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
