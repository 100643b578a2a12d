"""Themes and icons: legible in both, one picture for each family and action."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.theme import DARK, LIGHT, Theme, apply_theme, contrast, current_theme, icon
from app.theme_icons import FOLDER, icon_names, paint_icon
from graph.catalog import CATALOG

TEXTS = ("text", "muted", "accent", "error", "warning", "hint", "success")
GROUNDS = ("canvas", "panel", "card", "raised")


@pytest.fixture
def undressed(qapp):
    """Give the application its look back: other tests count on it."""
    yield qapp
    apply_theme(qapp, "light")


def described(theme: Theme) -> str:
    return theme.name


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=described)
@pytest.mark.parametrize(("text", "ground"), [*itertools.product(TEXTS, GROUNDS)])
def test_text_of_every_meaning_can_be_read_on_every_ground(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=described)
@pytest.mark.parametrize("ground", ["accent", "error"])
def test_text_on_a_coloured_ground_can_be_read(theme, ground):
    assert contrast(getattr(theme, f"on_{ground}"), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=described)
def test_the_number_on_a_badge_that_is_no_error_can_be_read(theme):
    assert contrast(theme.card, theme.warning) >= 4.5
    assert contrast(theme.card, theme.hint) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=described)
def test_the_icon_of_every_family_stands_out_on_a_card(qapp, theme):
    for family in CATALOG.families():
        assert contrast(theme.family_ink(family.key).name(), theme.card) >= 3.0, family.key


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=described)
def test_every_family_of_the_catalog_has_a_colour_of_its_own_and_an_icon(theme):
    keys = [family.key for family in CATALOG.families()]

    assert {*keys} <= theme.families.keys()
    assert len({theme.families[key] for key in keys}) == len(keys)
    assert {*keys} <= {*icon_names()}


def test_contrast_is_that_of_the_definition():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_with_the_one_stroke_and_paints_something(qapp, name):
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor("black"))
    painter.end()

    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert any(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48))


def ink_of(name: str) -> QColor:
    image = icon(name).pixmap(QSize(32, 32)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return max(pixels, key=lambda color: color.alpha())


def test_an_icon_follows_the_theme(undressed):
    apply_theme(undressed, "light")
    light = ink_of("stop")
    apply_theme(undressed, "dark")

    assert light.name() == LIGHT.text.lower()
    assert ink_of("stop").name() == DARK.text.lower()


def test_applying_a_theme_dresses_the_application(undressed):
    apply_theme(undressed, "dark")

    assert current_theme() is DARK
    assert QApplication.palette().window().color().name() == DARK.panel.lower()
