"""Where what is wrong with a node is marked: at the port or wire concerned, or at its corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.canvas.figure import Figure
from app.canvas.lettering import baseline, draw_text, text_width
from app.theme import Theme
from graph.problems import Problem

BADGE = 18.0

#: From a port outwards: on the wire that ends there, and off what is grabbed to draw one.
_OUTSIDE = 22.0
_HALO = 4.0

#: Room that badges take beside a card.
REACH = _OUTSIDE + BADGE / 2 + _HALO + 1

#: Problems of a wire whose port is not there: they stand where such a wire ends.
_OF_WIRES = ("unknown-port",)


@dataclass(frozen=True)
class Badge:
    """The problems of one place; ``at`` is its middle, from the card's upper left corner."""

    problems: tuple[Problem, ...]
    at: QPointF
    port: str = ""  # "" at the corner

    @property
    def box(self) -> QRectF:
        return QRectF(self.at.x() - BADGE / 2, self.at.y() - BADGE / 2, BADGE, BADGE)

    @property
    def severity(self) -> str:
        """The gravest among its problems."""
        return worst(self.problems)

    @property
    def is_consequence(self) -> bool:
        """Whether there is nothing here that is wrong by itself."""
        return all(problem.cause for problem in self.problems)


def badges_of(figure: Figure, problems: Sequence[Problem]) -> tuple[Badge, ...]:
    """One badge for each place where something is wrong."""
    places: dict[tuple[float, float, str], list[Problem]] = {}
    corner = _corner(figure)
    for problem in problems:
        port = problem.port
        if port in figure.inputs:
            at = figure.inputs[port] - QPointF(_OUTSIDE, 0)
        elif problem.code in _OF_WIRES:
            at = QPointF(-_OUTSIDE, figure.size.height() / 2)
        else:
            at, port = corner, ""
        places.setdefault((at.x(), at.y(), port), []).append(problem)
    return tuple(Badge(tuple(found), QPointF(x, y), p) for (x, y, p), found in places.items())


def corner_badge(figure: Figure, problems: Sequence[Problem]) -> Badge:
    """One badge for all of ``problems``, at the corner of the card."""
    return Badge(tuple(problems), _corner(figure))


def _corner(figure: Figure) -> QPointF:
    return QPointF(figure.size.width() - BADGE / 2 + 5, 0.0)


def rank(problem: Problem) -> int:
    """How grave it is, the gravest 0."""
    return ("error", "warning", "hint").index(problem.severity)


def worst(problems: Sequence[Problem]) -> str:
    """The gravest severity among ``problems``."""
    return min(problems, key=rank).severity


def paint_badge(painter: QPainter, badge: Badge, theme: Theme, *, is_cause: bool) -> None:
    """A number on a disc; a ring around it for a cause, an empty disc for what only follows."""
    color = theme.severity(badge.severity)
    if is_cause and not badge.is_consequence:
        halo = badge.box.adjusted(-_HALO, -_HALO, _HALO, _HALO)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(theme.color("canvas"))
        painter.drawEllipse(halo)
    painter.setPen(QPen(color if badge.is_consequence else theme.color("canvas"), 2.0))
    painter.setBrush(theme.color("canvas") if badge.is_consequence else color)
    painter.drawEllipse(badge.box)
    count = len(badge.problems)
    text = str(count) if count < 10 else "9+"
    ink = theme.color("on_error" if badge.severity == "error" else "card")
    if badge.is_consequence:
        ink = color
    at = QPointF(badge.at.x() - text_width(text, "badge") / 2, baseline("badge", badge.at.y()))
    draw_text(painter, at, text, "badge", ink)


def pick_badge(badges: Sequence[Badge], problem: Problem) -> Badge | None:
    """The badge that stands for a problem."""
    return next((badge for badge in badges if problem in badge.problems), None)


def hit_badge(badges: Sequence[Badge], point: QPointF) -> Badge | None:
    """The badge under a point of the card, with a little room around it."""
    return next((b for b in badges if b.box.adjusted(-3, -3, 3, 3).contains(point)), None)
