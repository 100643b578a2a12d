"""The command palette: type a few letters of anything there is to do, and press Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.every_action import Offer
from app.fuzzy import match
from app.line_painting import Line
from app.search_overlay import SearchOverlay
from app.translating import tr


class CommandPalette(SearchOverlay):
    """Lists every action. What cannot be done now is grey, and has no effect."""

    def __init__(self, window: QWidget, offers: Callable[[], list[Offer]]) -> None:
        super().__init__(
            window,
            tr("Command palette"),
            tr("Type what you want to do"),
            tr("Nothing is called so"),
        )
        self._find_offers = offers
        self._offers: list[Offer] = []
        self._recent: list[str] = []

    def open(self) -> None:
        self._offers = [offer for offer in self._find_offers() if offer.title]
        self.search.clear()
        super().open()

    def lines(self, text: str) -> list[Line]:
        """A match in the name goes before one in its menu alone, what was done last before all."""
        ranked = []
        for place, offer in enumerate(self._offers):
            whole = match(text, f"{offer.title}  {offer.path}")
            if whole is None:
                continue
            named = match(text, offer.title)
            score = whole.score if named is None else named.score + 12
            letters = (whole if named is None else named).letters
            key = _key(offer)
            recent = self._recent.index(key) if key in self._recent else len(self._recent)
            ranked.append(((-score, recent, place), _line(offer, letters)))
        return [line for _, line in sorted(ranked, key=lambda found: found[0])]

    def choose(self, choice: object) -> bool:
        if not isinstance(choice, Offer) or not choice.action.isEnabled():
            return False
        key = _key(choice)
        self._recent = [key, *(other for other in self._recent if other != key)][:20]
        self.close_down()
        choice.action.trigger()
        return True


def _line(offer: Offer, letters: tuple[int, ...]) -> Line:
    action = offer.action
    return Line(
        offer.title,
        offer,
        letters,
        offer.path,
        offer.keys,
        action.icon(),
        action.isEnabled(),
        action.isChecked(),
    )


def _key(offer: Offer) -> str:
    return f"{offer.path} / {offer.title}"
