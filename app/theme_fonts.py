"""Fonts: the system's for the interface, bundled ones where there is no system to ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

FOLDER = Path(__file__).parent / "fonts"

#: Pixels at 100 %, as everything on the canvas is measured.
TEXT, SMALL, TITLE = 13, 11, 15

#: Where the font has no Chinese: those of the systems that draw it as Taiwan writes it. A system
#: left to choose by itself may take Japanese or Simplified forms of the same characters.
CHINESE = ("PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", "Noto Sans TC")

#: Platforms without a desktop, whose default font may be any: pictures must look alike there.
BARE_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb")


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts (Inter, JetBrains Mono; OFL 1.1) and return their families."""
    families: dict[str, None] = {}
    for path in sorted(FOLDER.glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(families)


def interface_font(size: int = TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's font at ``size`` pixels, tabular figures where it has them."""
    font = QFont([_interface_family(), *CHINESE])
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def bundled_font(size: int = TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter: the canvas's font, so that a card is as wide on every machine."""
    load_fonts()
    font = QFont(["Inter", *CHINESE])
    font.setPixelSize(size)
    font.setWeight(weight)
    # Subpixel positions keep the spacing right while the canvas is zoomed.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def monospace_font(size: int = TEXT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """JetBrains Mono, for shapes, source and numbers that are compared."""
    load_fonts()
    font = QFont(["JetBrains Mono", *CHINESE])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Its ligatures turn "->" into one glyph; source should show what is typed.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _interface_family() -> str:
    if QGuiApplication.platformName() in BARE_PLATFORMS:
        load_fonts()
        return "Inter"
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
