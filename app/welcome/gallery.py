"""Templates in sections, as many beside each other as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.panels.flow_row import FlowRow
from app.panels.pieces import plain_label
from app.theme import current_theme
from app.translating import tr
from app.welcome.template_card import NARROWEST, WIDEST, TemplateCard
from app.welcome.template_data import Template, templates
from app.welcome.thumbnails import Thumbnails

GAP = 16

#: Cards in a row at most: a longer one is not read as one.
MOST_BESIDE = 5


class Gallery(QWidget):
    """Shows the templates, and says which is chosen. The arrow keys go from card to card."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[TemplateCard] = []
        self._sections: list[tuple[QLabel, QWidget, list[TemplateCard]]] = []
        self._theme, self._draws = current_theme(), False
        self.thumbnails = Thumbnails(self)
        self.thumbnails.drawn.connect(self._show_picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for title, members in templates().items():
            self._add_section(layout, title, members)

    def _add_section(self, layout: QVBoxLayout, title: str, members: list[Template]) -> None:
        heading = plain_label(tr(title), "section")
        row = QWidget()
        cards = [TemplateCard(template, row) for template in members]
        flow = FlowRow(*cards, gap=GAP)
        row.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        for card in cards:
            card.clicked.connect(lambda _=False, path=card.template.path: self.chosen.emit(path))
            card.stepped.connect(lambda key, card=card: self._step(card, key))
        layout.addWidget(heading)
        layout.addWidget(row)
        layout.addSpacing(12)
        self.cards += cards
        self._sections.append((heading, row, cards))

    def draw(self) -> None:
        """Draw the pictures that are not there yet, once there is time."""
        if not self._draws:
            self._draws = True
            self._theme = current_theme()
            missing = [card.template.path for card in self.cards if not card.has_picture]
            self.thumbnails.ask(missing)

    def rest(self) -> None:
        """Nobody looks: draw nothing until asked again."""
        self._draws = False
        self.thumbnails.stop()

    def find(self, text: str) -> None:
        """Show only what has all the words in its name, its line or its section."""
        words = text.lower().split()
        for heading, row, cards in self._sections:
            for card in cards:
                template = card.template
                said = f"{heading.text()} {template.name} {tr(template.line)} {template.line}"
                card.setVisible(all(word in said.lower() for word in words))
            found = any(not card.isHidden() for card in cards)
            heading.setVisible(found)
            row.setVisible(found)
            row.updateGeometry()

    @property
    def found(self) -> list[TemplateCard]:
        """The cards that are shown."""
        return [card for card in self.cards if not card.isHidden()]

    def fit_into(self, width: int) -> int:
        """Make the cards as wide as lets them fill a row; returns how wide a row becomes."""
        width = min(width, MOST_BESIDE * (WIDEST + GAP) - GAP)
        count = max(1, (width + GAP) // (NARROWEST + GAP))
        each = max(NARROWEST, min((width + GAP) // count - GAP, WIDEST))
        for card in self.cards:
            card.set_width(each)
        return int(count * (each + GAP) - GAP)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._theme is not current_theme():
            self._theme = current_theme()
            self.thumbnails.ask([card.template.path for card in self.cards])

    def _show_picture(self, path: object, picture: QPixmap) -> None:
        for card in self.cards:
            if card.template.path == path:
                card.show_picture(picture)

    def _step(self, card: TemplateCard, key: Qt.Key) -> None:
        """To the nearest card in the direction of an arrow; sideways also round the end."""
        cards = self.found
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            at = cards.index(card) + (1 if key == Qt.Key.Key_Right else -1)
            nearest = cards[max(0, min(at, len(cards) - 1))]
        else:
            here, down = self._middle(card), key == Qt.Key.Key_Down
            there = [
                (abs(y - here.y()), abs(x - here.x()), index)
                for index, one in enumerate(cards)
                for x, y in [self._middle(one).toTuple()]
                if (y > here.y() if down else y < here.y())
            ]
            nearest = cards[min(there)[2]] if there else card
        nearest.setFocus(Qt.FocusReason.TabFocusReason)
        self.bring_into_sight(nearest)

    def bring_into_sight(self, card: TemplateCard) -> None:
        """Scroll to a card, where this lies in what scrolls."""
        above: QWidget | None = self
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(card, GAP, GAP)

    def _middle(self, card: TemplateCard) -> QPoint:
        return card.mapTo(self, card.rect().center())
