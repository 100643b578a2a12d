"""Where on a card the texts stand that can be edited in place: its name, values of arguments."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.canvas.lettering import cap_height, text_width
from app.canvas.node_item import NodeItem

#: Half of the height in which a click counts as on a text.
_HALF = 8.0


@dataclass(frozen=True)
class Spot:
    """A text of a card: its box in scene coordinates; ``argument`` is "" for the name."""

    argument: str
    box: QRectF
    style: str


def spots_of(item: NodeItem) -> list[Spot]:
    """The name first, then the values that the card shows, from left to right."""
    found: list[Spot] = []
    card = item.card
    for words in item.figure.words:
        text, repeated = _without_repeat(words.text, card.repeat, words.style)
        if not found and words.style in ("name", "pill"):
            box = _box(words.at, 0.0, text_width(text, words.style), words.style)
            found.append(Spot("", box, words.style))
        elif card.line and words.style in ("line", "shape", "caption"):
            start = _start(text, card.line, words.style)
            for span in card.spans if start is not None else ():
                left, right = (start or 0) + span.start, min((start or 0) + span.end, len(text))
                if left < len(text):
                    ends = [text_width(text[:at], words.style) for at in (left, right)]
                    found.append(
                        Spot(span.argument, _box(words.at, *ends, words.style), words.style)
                    )
        if repeated:
            start = words.text.rindex(repeated)
            parts = (words.text[:start], words.text[: start + len(repeated)])
            ends = [text_width(part, "caption") for part in parts]
            found.append(Spot("repeat", _box(words.at, *ends, "caption"), "caption"))
    corner = item.corner
    return [Spot(s.argument, s.box.translated(corner), s.style) for s in found]


def spot_at(item: NodeItem, point: QPointF) -> Spot | None:
    """The text under a point of the scene; a short one can be hit a little beside it."""
    near = [spot for spot in spots_of(item) if spot.box.adjusted(-2, 0, 2, 0).contains(point)]
    return min(near, key=lambda spot: abs(spot.box.center().x() - point.x()), default=None)


def line_spot(item: NodeItem, argument: str) -> Spot:
    """Room for a value that the card does not show: over the rest of it, below the name."""
    shown = spots_of(item)
    known = next((spot for spot in shown if spot.argument == argument), None)
    if known is not None:
        return known
    name = shown[0]
    box = QRectF(
        name.box.left(), item.box.bottom() - 22, item.box.right() - name.box.left() - 8, 16
    )
    return Spot(argument, box, "line")


def _without_repeat(text: str, repeat: str, style: str) -> tuple[str, str]:
    """What stands in front of ``× 3``, and that as it is shown, elided where it must be."""
    sign = text.rfind("× ") if style == "caption" and repeat.startswith("× ") else -1
    if sign < 0:
        return text, ""
    shown = text[sign : sign + len(repeat)]
    if not repeat.startswith(shown.removesuffix("…")):
        return text, ""
    return text[:sign].rstrip(), shown


def _start(text: str, line: str, style: str) -> int | None:
    """Where in a text that may be elided a card's line begins."""
    shown = text.removesuffix("…")
    if line.startswith(shown) and style != "caption":
        return 0
    _, comma, _ = text.partition(", ")
    at = text.index(comma) + 2 if comma else 0
    if line.startswith(shown):
        return 0
    return at if comma and line.startswith(shown[at:]) else None


def _box(at: QPointF, left: float, right: float, style: str) -> QRectF:
    middle = at.y() - cap_height(style) / 2
    return QRectF(at.x() + left, middle - _HALF, max(right - left, 6.0), 2 * _HALF)
