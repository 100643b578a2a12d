"""How large a card is and where its words, icon and ports stand; measured once, drawn often."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.canvas.card import Card, PortMark
from app.canvas.lettering import baseline, elided, text_width

GRID = 8.0
NARROWEST, WIDEST = 168.0, 240.0
RADIUS = 8.0
STRIPE = 4.0
PORT_DOT, PORT_HIT = 10.0, 24.0
PORT_ROW = 18.0
ABREAST = 16.0
TALL, LOW, PILL, FLAT = 56.0, 40.0, 32.0, 32.0

#: In less room than this an elided text says nothing.
_WORTH_ELIDING = 24.0


@dataclass(frozen=True)
class Words:
    """A piece of text at its baseline; ``style`` is a key of ``fonts()``."""

    at: QPointF
    text: str
    style: str


@dataclass(frozen=True)
class Figure:
    """A measured card in its own coordinates, origin at the top left."""

    size: QSizeF
    header: float  # height of the part with the name
    radii: tuple[float, float]  # of the left and the right corners
    icon: QRectF
    tile: QRectF  # tinted square behind the icon; empty for none
    words: tuple[Words, ...]
    inputs: dict[str, QPointF] = field(default_factory=dict)
    outputs: dict[str, QPointF] = field(default_factory=dict)
    named: frozenset[str] = frozenset()  # ports whose names stand on the card: "in:query"
    above: float = 0.0  # height of the row of names over the header

    @cached_property
    def box(self) -> QRectF:
        return QRectF(QPointF(0, 0), self.size)

    @property
    def axis(self) -> float:
        """Height of the line on which chains are strung, from the top."""
        return self.above + self.header / 2


def hung(figure: Figure, gap: float, width: float, *, is_beside: bool) -> QPointF:
    """Where what hangs at a card begins, from where its node stands: below it, or at its right."""
    if is_beside:  # wires leave below
        return QPointF(figure.size.width() + gap, -figure.axis)
    left = (figure.size.width() - width) / 2
    return QPointF(left, figure.size.height() - figure.axis + gap)


def measure(card: Card) -> Figure:
    """Lay a card out; the same card always gives the same figure."""
    if card.down:
        upright = measure(replace(card, down=False, inputs=(), outputs=()))
        return turn(upright, card.inputs, card.outputs, named=not card.collapsed)
    if card.collapsed:
        return _collapsed(card)
    if card.outline == "pill":
        return _pill(card)
    if card.outline in ("input", "output"):
        return _terminal(card)
    return _card(card)


def _card(card: Card) -> Figure:
    tall = bool(card.line or card.count)
    header = TALL if tall else LOW
    side = 32.0 if tall else 24.0
    tile = QRectF(STRIPE + 8, (header - side) / 2, side, side)
    left, right = tile.right() + 10, 14.0
    caption, count = _asides(card, WIDEST - left - right)
    first = text_width(card.title, "name") + _gap(caption) + text_width(caption, "caption")
    second = text_width(card.line, "line") + _gap(count) + text_width(count, "count")
    width = _clamped(left + max(first, second) + right, NARROWEST, WIDEST)
    room = width - left - right
    upper = header / 2 - 9 if tall else header / 2
    words = _pair(left, upper, room, (card.title, "name"), (caption, "caption"), card.repeat)
    if tall:
        words += _pair(left, header / 2 + 9.5, room, (card.line, "line"), (count, "count"))
    rows = max(_rows(card.inputs), len(card.outputs) - 1, 0)
    height = _snapped(header + rows * PORT_ROW + (4 if rows else 0))
    inputs = _beside(card.inputs, 0.0, header)
    outputs = _beside(card.outputs, width, header)
    named_in = _port_words(card.inputs, inputs, header, at_left=True)
    named_out = _port_words(card.outputs, outputs, header, at_left=False)
    words += (*named_in.values(), *named_out.values())
    icon = tile.adjusted(*(7, 7, -7, -7) if tall else (4, 4, -4, -4))
    return Figure(
        QSizeF(width, height),
        header,
        (RADIUS, RADIUS),
        icon,
        tile,
        words,
        inputs,
        outputs,
        frozenset((*named_in, *named_out)),
    )


def _collapsed(card: Card) -> Figure:
    """The title alone; ports stand close together along the sides."""
    radii = {"input": (FLAT / 2, RADIUS), "output": (RADIUS, FLAT / 2)}.get(
        card.outline, (RADIUS, RADIUS)
    )
    icon = QRectF(14, FLAT / 2 - 8, 16, 16)
    left, right = icon.right() + 8, 26.0
    width = _clamped(left + text_width(card.title, "name") + right, 88.0, WIDEST)
    words = _pair(left, FLAT / 2, width - left - right, (card.title, "name"), ("", "caption"))
    size = QSizeF(width, FLAT)
    inputs, outputs = _squeezed(card.inputs, 0.0), _squeezed(card.outputs, width)
    return Figure(size, FLAT, radii, icon, QRectF(), words, inputs, outputs)


def _squeezed(marks: Sequence[PortMark], x: float) -> dict[str, QPointF]:
    step = min(PORT_ROW, (FLAT - PORT_DOT) / max(1, len(marks) - 1))
    middle = (len(marks) - 1) / 2
    return {
        mark.name: QPointF(x, FLAT / 2 + step * (index - middle))
        for index, mark in enumerate(marks)
    }


def _asides(card: Card, room: float) -> tuple[str, str]:
    """What stands at the right end of both lines: the type, and the number of parameters.

    Where the second line has no room for the number, it joins the type, if that has.
    """
    caption = f"{card.caption} {card.repeat}".strip()
    both = " · ".join(text for text in (caption, card.count) if text)
    line = text_width(card.line, "line") + _gap(card.count) + text_width(card.count, "count")
    head = text_width(card.title, "name") + _gap(both) + text_width(both, "caption")
    return (both, "") if line > room >= head else (caption, card.count)


def _pill(card: Card) -> Figure:
    many = max(len(card.inputs), len(card.outputs))
    height = PILL if many <= 1 else _snapped(PORT_ROW * many + 4)
    labels = max(
        (text_width(m.label, "port") for m in card.inputs if len(card.inputs) > 1), default=0.0
    )
    left = 14.0 + (labels + 8 if labels else 0.0)
    icon = QRectF(left, height / 2 - 8, 16, 16)
    start = icon.right() + 7
    aside = ", ".join(text for text in (card.caption, card.line) if text)
    aside = f"{aside} {card.repeat}".strip()
    natural = text_width(card.title, "pill") + _gap(aside, 8) + text_width(aside, "caption")
    tail = max(
        (text_width(m.label, "port") + 8 for m in card.outputs if len(card.outputs) > 1),
        default=0.0,
    )
    width = _clamped(start + natural + 16 + tail, 88.0, WIDEST)
    room = width - start - 14 - tail
    words = _run(start, height / 2, room, (card.title, "pill"), (aside, "caption"), 8, card.repeat)
    inputs = _spread(card.inputs, 0.0, height)
    outputs = _spread(card.outputs, width, height)
    named_in = _port_words(card.inputs, inputs, 0, at_left=True)
    named_out = _port_words(card.outputs, outputs, 0, at_left=False)
    words += (*named_in.values(), *named_out.values())
    radius = min(height / 2, 16.0)
    return Figure(
        QSizeF(width, height),
        height,
        (radius, radius),
        icon,
        QRectF(),
        words,
        inputs,
        outputs,
        frozenset((*named_in, *named_out)),
    )


def _terminal(card: Card) -> Figure:
    """Input and Output: round on the side that faces the world."""
    height = 48.0 if card.line else LOW
    is_input = card.outline == "input"
    icon = QRectF(16, height / 2 - 9, 18, 18)
    left = icon.right() + 10
    widest = max(text_width(card.title, "name"), text_width(card.line, "shape"))
    width = _clamped(left + widest + (16 if is_input else 20), 104.0, WIDEST)
    room = width - left - 14
    upper = height / 2 - 8 if card.line else height / 2
    words = _pair(left, upper, room, (card.title, "name"), ("", "caption"))
    if card.line:
        words += _pair(left, height / 2 + 9, room, (card.line, "shape"), ("", "caption"))
    radii = (height / 2, RADIUS) if is_input else (RADIUS, height / 2)
    return Figure(
        QSizeF(width, height),
        height,
        radii,
        icon,
        QRectF(),
        words,
        _spread(card.inputs, 0.0, height),
        _spread(card.outputs, width, height),
    )


def turn(
    upright: Figure, inputs: Sequence[PortMark], outputs: Sequence[PortMark], *, named: bool
) -> Figure:
    """A figure without ports with its inputs at the upper edge and its outputs at the lower one.

    Where there are several on an edge their names stand beside it.
    """
    named_in, named_out = named and len(inputs) > 1, named and len(outputs) > 1
    steps = [_port_step(marks, named=named) for marks in (inputs, outputs)]
    spans = [step * len(marks) for step, marks in zip(steps, (inputs, outputs), strict=True)]
    width = _snapped(max(upright.size.width(), *spans))
    above, below = (ABREAST if has_names else 0.0 for has_names in (named_in, named_out))
    height = _snapped(above + upright.size.height() + below)
    places_in = _abreast(inputs, steps[0], width, 0.0)
    places_out = _abreast(outputs, steps[1], width, height)
    shift = QPointF(0.0, above)
    words = [replace(word, at=word.at + shift) for word in upright.words]
    if named_in:
        words += _names(inputs, places_in, baseline("port", 11.0))
    if named_out:
        words += _names(outputs, places_out, baseline("port", height - 11.0))
    sides = [("in", inputs, named_in), ("out", outputs, named_out)]
    return replace(
        upright,
        size=QSizeF(width, height),
        icon=upright.icon.translated(shift),
        tile=upright.tile.translated(shift) if not upright.tile.isEmpty() else upright.tile,
        words=tuple(words),
        inputs=places_in,
        outputs=places_out,
        named=frozenset(f"{side}:{m.name}" for side, marks, has in sides if has for m in marks),
        above=above,
    )


def _port_step(marks: Sequence[PortMark], *, named: bool) -> float:
    """From port to port along an edge."""
    widest = max((text_width(mark.label, "port") for mark in marks), default=0.0)
    return max(PORT_ROW, widest + 12.0) if named and len(marks) > 1 else PORT_ROW


def _abreast(marks: Sequence[PortMark], step: float, width: float, y: float) -> dict[str, QPointF]:
    middle = (len(marks) - 1) / 2
    return {
        mark.name: QPointF(width / 2 + step * (index - middle), y)
        for index, mark in enumerate(marks)
    }


def _names(marks: Sequence[PortMark], places: dict[str, QPointF], line: float) -> list[Words]:
    found = []
    for mark in marks:
        left = places[mark.name].x() - text_width(mark.label, "port") / 2
        found.append(Words(QPointF(left, line), mark.label, "port"))
    return found


def _rows(marks: Sequence[PortMark]) -> int:
    """Rows that the inputs need below the header."""
    return len(marks) if _stands_apart(marks) else max(0, len(marks) - 1)


def _stands_apart(marks: Sequence[PortMark]) -> bool:
    """Whether no port of these is the main one: several are required (query, key, value)."""
    return sum(not mark.optional for mark in marks) > 1 and len({m.name for m in marks}) > 1


def _beside(marks: Sequence[PortMark], x: float, header: float) -> dict[str, QPointF]:
    """The main port on the axis of the header, the others in rows below it."""
    first = 0 if _stands_apart(marks) and x == 0.0 else 1
    places: dict[str, QPointF] = {}
    for index, mark in enumerate(marks):
        row = index - first
        places[mark.name] = QPointF(x, header / 2 if row < 0 else header + PORT_ROW * (row + 0.5))
    return places


def _spread(marks: Sequence[PortMark], x: float, height: float) -> dict[str, QPointF]:
    middle = (len(marks) - 1) / 2
    return {
        mark.name: QPointF(x, height / 2 + PORT_ROW * (index - middle))
        for index, mark in enumerate(marks)
    }


def _port_words(
    marks: Sequence[PortMark], places: dict[str, QPointF], header: float, *, at_left: bool
) -> dict[str, Words]:
    """Names of the ports beside their dots; the one on the header's axis needs none."""
    words: dict[str, Words] = {}
    if len(marks) < 2:
        return words
    side = "in" if at_left else "out"
    for mark in marks:
        place = places[mark.name]
        if place.y() > header:
            shift = 12.0 if at_left else -12.0 - text_width(mark.label, "port")
            at = QPointF(place.x() + shift, baseline("port", place.y()))
            words[f"{side}:{mark.name}"] = Words(at, mark.label, "port")
    return words


def _pair(
    x: float,
    middle: float,
    room: float,
    first: tuple[str, str],
    last: tuple[str, str],
    tail: str = "",
) -> tuple[Words, ...]:
    """Two texts on one line, the first from the left, the last, with its tail, to the right end."""
    text, style = first
    aside, aside_style = last
    taken = text_width(aside, aside_style) + _gap(aside)
    if taken > room / 2:
        left = max(room / 2, room - text_width(text, style)) - 12
        aside = _elided_before(tail, aside, aside_style, left)
        taken = text_width(aside, aside_style) + _gap(aside)
    end = x + room - text_width(aside, aside_style)
    return _placed(
        Words(QPointF(x, baseline(style, middle)), elided(text, style, room - taken), style),
        Words(QPointF(end, baseline(style, middle)), aside, aside_style),
    )


def _run(
    x: float,
    middle: float,
    room: float,
    first: tuple[str, str],
    then: tuple[str, str],
    gap: float,
    tail: str = "",
) -> tuple[Words, ...]:
    """Two texts on one line, one after the other; the tail of the second stays."""
    text, style = first
    aside, aside_style = then
    kept = text_width(tail, aside_style) + gap if tail else 0.0
    text = elided(text, style, max(room - kept, room / 2))
    start = x + text_width(text, style) + gap
    left = x + room - start
    if text_width(aside, aside_style) > left:
        worth = tail or left > _WORTH_ELIDING
        aside = _elided_before(tail, aside, aside_style, left) if worth else ""
    return _placed(
        Words(QPointF(x, baseline(style, middle)), text, style),
        Words(QPointF(start, baseline(style, middle)), aside, aside_style),
    )


def _elided_before(tail: str, text: str, style: str, room: float) -> str:
    """A text that may lose letters in front of its tail, and of that only where it must."""
    left = room - text_width(f" {tail}", style)
    if not tail or not text.endswith(tail) or left < 0 or text_width(text, style) <= room:
        return elided(tail if tail and left < 0 else text, style, room)
    before = elided(text.removesuffix(tail).rstrip(), style, left)
    return f"{before} {tail}".strip()


def _placed(*words: Words) -> tuple[Words, ...]:
    return tuple(word for word in words if word.text)


def _gap(text: str, gap: float = 12.0) -> float:
    return gap if text else 0.0


def _snapped(length: float) -> float:
    return math.ceil(length / GRID) * GRID


def _clamped(length: float, low: float, high: float) -> float:
    return min(max(_snapped(length), low), high)
