"""Colours by meaning, light and dark: the one place where a colour of the app is written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app.theme_fonts import interface_font, load_fonts
from app.theme_style import style_sheet

Mode = Literal["system", "light", "dark"]

#: Okabe-Ito hues, told apart by colour-blind people.
LIGHT_FAMILIES = {
    "convolution": "#0072B2",
    "linear": "#E69F00",
    "normalization": "#009E73",
    "activation": "#B8A200",
    "pooling": "#56B4E9",
    "recurrent": "#9467BD",
    "attention": "#7B4FB0",
    "regularization": "#7F8C8D",
    "input_output": "#D55E00",
    "block": "#CC79A7",
    "loss": "#A8324A",
    "function": "#8A919C",
}

DARK_FAMILIES = {
    **LIGHT_FAMILIES,
    "convolution": "#3C9BDB",
    "linear": "#F0B030",
    "normalization": "#22B98D",
    "activation": "#CDBA2C",
    "recurrent": "#AE8AD4",
    "attention": "#9A78D6",
    "regularization": "#95A1A3",
    "input_output": "#F0792A",
    "block": "#D98DB8",
    "loss": "#E0647C",
    "function": "#8D96A5",
}


#: Families whose colours tell several things of one kind apart.
HUES = (
    "convolution", "linear", "normalization", "input_output",
    "recurrent", "block", "pooling", "activation",
)  # fmt: skip

#: The grounds that nodes, frames and notes may be given; text on them has 4.5:1 and more.
LIGHT_TINTS = {
    "red": "#FFDAD6",
    "orange": "#FFE2C2",
    "yellow": "#FFF1B0",
    "green": "#D3F0D4",
    "teal": "#C8EEEA",
    "blue": "#D3E4FF",
    "purple": "#E8DCFA",
    "gray": "#E1E4E8",
}

DARK_TINTS = {
    "red": "#5A2B2D",
    "orange": "#573817",
    "yellow": "#4D4413",
    "green": "#24482C",
    "teal": "#1A4845",
    "blue": "#233F66",
    "purple": "#453063",
    "gray": "#414853",
}


#: How much gradient flows by a wire, from next to none to the most: steps of cividis, of one hue to
#: all eyes and even in lightness, away from the ground of each theme.
LIGHT_FLOW = ("#C9BC7A", "#9A9271", "#716F72", "#4A566B", "#23406D", "#00224E")
DARK_FLOW = ("#3B4C6C", "#5B636F", "#7F7C75", "#AEA071", "#DCC65F", "#FEE838")


@dataclass(frozen=True, eq=False)
class Theme:
    """What every colour means, as ``#RRGGBB``. Nothing else in the app names a colour.

    There is one object for each theme: it is compared, and cached by, as itself.
    """

    name: Literal["light", "dark"]
    canvas: str  # behind the network
    grid: str  # its dots
    panel: str  # behind the panels
    card: str  # nodes, and the fields of panels
    raised: str  # a row or button under the pointer
    line: str  # borders
    text: str
    muted: str  # text of less weight; still 4.5:1
    accent: str  # selection, the one button that matters
    on_accent: str
    error: str
    on_error: str
    warning: str
    hint: str
    success: str
    shadow: str
    hot: str  # a card that costs the most; still 4.5:1 below text
    families: Mapping[str, str] = field(default_factory=dict)
    tints: Mapping[str, str] = field(default_factory=dict)
    flows: tuple[str, ...] = LIGHT_FLOW

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def color(self, meaning: str, alpha: float = 1.0) -> QColor:
        """The colour of a meaning, ``alpha`` from 0 (clear) to 1."""
        return _color(getattr(self, meaning), alpha)

    def family(self, key: str, alpha: float = 1.0) -> QColor:
        """The stripe of a family; unknown families look like functions."""
        return _color(self.families.get(key, self.families["function"]), alpha)

    def hue(self, number: int, alpha: float = 1.0) -> QColor:
        """The colour of one of several things side by side; after eight they begin anew."""
        return self.family(HUES[number % len(HUES)], alpha)

    def tint(self, color: str, alpha: float = 1.0) -> QColor:
        """The ground of what was given a colour by its name, or a card's where there is none."""
        return _color(self.tints.get(color, self.card), alpha)

    def tint_edge(self, color: str) -> QColor:
        """The border of such a ground: the same hue, nearer to the text."""
        tint = self.tint(color)
        return tint.lighter(150) if self.is_dark else tint.darker(130)

    def family_ink(self, key: str) -> QColor:
        """The family's colour, moved towards the text until its icon stands out 3:1 on a card."""
        return _color(
            _readable(self.families.get(key, self.families["function"]), self.text, self.card),
            1.0,
        )

    def family_text(self, key: str) -> QColor:
        """The family's colour for words on a card, which stand out 4.5:1."""
        color = self.families.get(key, self.families["function"])
        return _color(_readable(color, self.text, self.card, 4.5), 1.0)

    def heat(self, warmth: float) -> QColor:
        """A card's ground by what it costs: one hue, from the card's own colour to ``hot``."""
        cold, hot = self.color("card").getRgbF()[:3], self.color("hot").getRgbF()[:3]
        return QColor.fromRgbF(*(a + (b - a) * warmth for a, b in zip(cold, hot, strict=True)))

    def flow(self, level: float) -> QColor:
        """The colour of a wire by the gradient that flows back there, ``level`` from 0 to 1."""
        place = min(max(level, 0.0), 1.0) * (len(self.flows) - 1)
        index = min(int(place), len(self.flows) - 2)
        low, high = (QColor(self.flows[index + i]).getRgbF()[:3] for i in (0, 1))
        part = place - index
        return QColor.fromRgbF(*(a + (b - a) * part for a, b in zip(low, high, strict=True)))

    def severity(self, severity: str) -> QColor:
        """The colour of a problem's severity: error, warning or hint."""
        return self.color(severity)


LIGHT = Theme(
    name="light",
    canvas="#F7F7F5",
    grid="#D3D3CE",
    panel="#FFFFFF",
    card="#FFFFFF",
    raised="#F0F0ED",
    line="#DADAD6",
    text="#1F2328",
    muted="#5F6770",
    accent="#2563EB",
    on_accent="#FFFFFF",
    error="#D1242F",
    on_error="#FFFFFF",
    warning="#8F5F00",
    hint="#2563EB",
    success="#187733",
    shadow="#1F2328",
    hot="#F0923B",
    families=LIGHT_FAMILIES,
    tints=LIGHT_TINTS,
)

DARK = Theme(
    name="dark",
    canvas="#16181D",
    grid="#2F343E",
    panel="#1B1E25",
    card="#20242C",
    raised="#2A2F3A",
    line="#343A46",
    text="#E6E9EF",
    muted="#9AA4B2",
    accent="#6EA8FE",
    on_accent="#0B1526",
    error="#FF7B72",
    on_error="#2A0A0A",
    warning="#E3B341",
    hint="#6EA8FE",
    success="#56D364",
    shadow="#000000",
    hot="#9A4B0C",
    families=DARK_FAMILIES,
    tints=DARK_TINTS,
    flows=DARK_FLOW,
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def current_theme() -> Theme:
    """The theme last applied; light before the first."""
    return _state.theme


def icon(name: str, meaning: str = "text") -> QIcon:
    """One of the drawings of ``app/icons`` in the colour of a meaning; it follows the theme."""
    from app.theme_icons import themed_icon  # which asks this module for the colours

    return themed_icon(name, meaning)


def apply_theme(app: QApplication, mode: Mode = "system") -> Theme:
    """Dress ``app`` in a theme and return it; ``system`` follows the desktop from now on.

    Widgets learn of it as Qt has it: ``changeEvent`` with ``QEvent.PaletteChange``.
    """
    load_fonts()
    _state.follow(app, mode)
    _state.theme = system_theme() if mode == "system" else THEMES[mode]
    sheet = style_sheet(_state.theme)
    if app.styleSheet() == sheet:
        return _state.theme
    app.setStyleSheet("")  # from one sheet to another Qt takes five times as long
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(interface_font())
    app.setPalette(_palette(_state.theme))
    app.setStyleSheet(sheet)
    return _state.theme


def system_theme() -> Theme:
    """Dark where the desktop says so, else light."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


@contextmanager
def using_theme(theme: Theme) -> Iterator[None]:
    """Draw in ``theme`` for a while without dressing the application in it: for pictures."""
    before, _state.theme = _state.theme, theme
    try:
        yield
    finally:
        _state.theme = before


def is_palette_change(event: QEvent) -> bool:
    """Whether a widget's ``changeEvent`` means that the theme may be another."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange)


class _State(QObject):
    """The theme in use, and whether it follows the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self._mode: Mode = "light"
        self._followed: QApplication | None = None

    def follow(self, app: QApplication, mode: Mode) -> None:
        self._mode = mode
        if self._followed is not app:
            self._followed = app
            app.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _scheme_changed(self) -> None:
        if self._mode == "system" and self._followed is not None:
            apply_theme(self._followed, "system")


_state = _State()


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    meanings = {
        role.Window: "panel",
        role.WindowText: "text",
        role.Base: "card",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.PlaceholderText: "muted",
        role.Button: "card",
        role.ButtonText: "text",
        role.BrightText: "error",
        role.ToolTipBase: "card",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.Accent: "accent",
        role.Mid: "line",
        role.Midlight: "raised",
        role.Light: "card",
        role.Dark: "line",
        role.Shadow: "shadow",
    }
    palette = QPalette()
    for part, meaning in meanings.items():
        palette.setColor(part, theme.color(meaning))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, theme.color("muted", 0.6))
    return palette


@lru_cache(maxsize=512)
def _color(code: str, alpha: float) -> QColor:
    color = QColor(code)
    color.setAlphaF(alpha)
    return color


def _luminance(code: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(code).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@lru_cache(maxsize=128)
def _readable(code: str, towards: str, on: str, least: float = 3.0) -> str:
    """``code`` mixed with ``towards`` in steps of 5 % until its contrast with ``on`` suffices."""
    color, target = QColor(code), QColor(towards)
    for step in range(21):
        share = step / 20
        mixed = QColor.fromRgbF(
            *(
                a + (b - a) * share
                for a, b in zip(color.getRgbF()[:3], target.getRgbF()[:3], strict=True)
            )
        )
        if contrast(mixed.name(), on) >= least:
            return mixed.name()
    return towards
