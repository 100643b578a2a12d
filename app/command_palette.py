"""The command palette: type a few letters of anything there is to do, and press Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.every_action import Offer
from app.fuzzy import match
from app.offer_painting import HEIGHT, LETTERS, OFFER, OfferPainting
from app.panels.pieces import column, plain_label, search_field

WIDTH, ROWS, TOP = 600, 11, 56


class CommandPalette(QFrame):
    """Lies over the window while one looks for an action. What cannot be done now is grey."""

    def __init__(self, window: QWidget, offers: Callable[[], list[Offer]]) -> None:
        super().__init__(window)
        self._find_offers = offers
        self._offers: list[Offer] = []
        self._recent: list[str] = []
        self._before: QWidget | None = None
        self.setProperty("overlay", "true")
        self.setAccessibleName(self.tr("Command palette"))
        self.search = search_field(self.tr("Type what you want to do"))
        self.search.textChanged.connect(self._show_found)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(OfferPainting(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self._nothing = plain_label(self.tr("Nothing is called so"), "soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMinimumHeight(HEIGHT)
        self.setLayout(column(self.search, self.list, self._nothing, margin=8))
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show all that can be done; once more, and it goes."""
        if self.isVisible():
            self.close_down()
            return
        self._before = self.window().focusWidget()
        found = self._find_offers()
        self._offers = [offer for offer in found if offer.title]
        self.search.clear()
        self._show_found("")
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_down(self) -> None:
        """Go, and give the focus back to what had it."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def found(self) -> list[str]:
        """What is listed now, the best first."""
        return [self._offer(self.list.item(row)).title for row in range(self.list.count())]

    def _show_found(self, text: str) -> None:
        ranked = []
        for place, offer in enumerate(self._offers):
            whole = f"{offer.title}  {offer.path}"
            matched = match(text, whole)
            if matched is None:
                continue
            # What stands in the name goes before what only its menu says.
            named = match(text, offer.title)
            score = matched.score if named is None else named.score + 12
            letters = matched.letters if named is None else named.letters
            recent = self._recent.index(_key(offer)) if _key(offer) in self._recent else 1000
            ranked.append(((-score, recent, place), offer, letters))
        self.list.clear()
        for _, offer, letters in sorted(ranked, key=lambda found: found[0]):
            item = QListWidgetItem(offer.title)
            item.setData(OFFER, offer)
            item.setData(LETTERS, letters)
            spoken = ", ".join(part for part in (offer.path, offer.keys) if part)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(ranked))
        self._nothing.setVisible(not ranked)
        self._place()

    def _choose(self, item: QListWidgetItem | None) -> None:
        """Do what is chosen. What cannot be done now has no effect, and the palette stays."""
        if item is None:
            return
        offer = self._offer(item)
        if not _can(offer.action):
            return
        self._recent = [_key(offer), *(k for k in self._recent if k != _key(offer))][:20]
        self.close_down()
        offer.action.trigger()

    def _offer(self, item: QListWidgetItem) -> Offer:
        found = item.data(OFFER)
        assert isinstance(found, Offer)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() == QEvent.Type.FocusOut and self.window().focusWidget():
                self.hide()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, row, last = event.key(), self.list.currentRow(), self.list.count() - 1
        steps = {
            Qt.Key.Key_Down: row + 1 if row < last else 0,
            Qt.Key.Key_Up: row - 1 if row > 0 else last,
            Qt.Key.Key_PageDown: min(row + ROWS - 1, last),
            Qt.Key.Key_PageUp: max(row - ROWS + 1, 0),
        }
        if key == Qt.Key.Key_Escape:
            self.close_down()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
        elif key in steps:
            self.list.setCurrentRow(steps[Qt.Key(key)])
        else:
            return False
        return True

    def _place(self) -> None:
        """In the middle above, as high as what was found, within the window."""
        window = self.window()
        width = min(WIDTH, window.width() - 32)
        rows = max(1, min(ROWS, self.list.count(), (window.height() - TOP - 72) // HEIGHT))
        self.list.setFixedHeight(rows * HEIGHT)
        height = self.search.sizeHint().height() + 24 + rows * HEIGHT
        self.setFixedSize(width, height)
        self.move(QPoint((window.width() - width) // 2, TOP))


def _key(offer: Offer) -> str:
    return f"{offer.path} / {offer.title}"


def _can(action: QAction) -> bool:
    return bool(action.isEnabled())
