"""How a text finds its language: what ``tr`` gives, what the system asks for, what follows live."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from app.languages import CHOICES, language_of, locale_of, speak, speak_now
from app.translating import later, source_of, tr


@pytest.fixture
def speaking(qapp):
    """Speaks a language for one test."""
    before = QLocale()
    yield lambda choice: speak_now(qapp, choice)
    speak(qapp, "en")
    QLocale.setDefault(before)


def test_without_a_translation_a_text_is_what_stands_in_the_source():
    assert tr("There is no such text") == "There is no such text"
    assert tr("Saved {name}").format(name="a.loom") == "Saved a.loom"


def test_what_is_counted_has_its_form_and_its_separators(speaking):
    speaking("en")

    assert tr("{n} cats", one="{n} cat", n=1) == "1 cat"
    assert tr("{n} cats", one="{n} cat", n=61706) == "61,706 cats"
    assert (
        tr("{n} cats in {place}", one="{n} cat in {place}", n=1).format(place="x") == "1 cat in x"
    )


def test_a_sentence_made_below_the_window_keeps_what_it_was_made_of():
    phrase = later("{a} takes {b}", a=later("{n} cats", one="{n} cat", n=1), b="milk")

    assert phrase == "1 cat takes milk"
    assert copy.deepcopy(phrase).pattern == "{a} takes {b}"
    assert tr(phrase) == "1 cat takes milk"


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["zh-Hant-TW", "zh-TW", "zh"], "zh_TW"),
        (["zh-HK", "zh-Hant-HK", "zh"], "zh_TW"),
        (["zh-Hans-CN", "zh-CN", "zh"], "en"),
        (["de-DE", "de", "zh-TW"], "zh_TW"),
        (["en-GB", "en", "zh-TW"], "en"),
        (["C"], "en"),
    ],
)
def test_the_first_of_the_systems_languages_that_there_is_is_spoken(monkeypatch, system, language):
    class System(QLocale):
        def uiLanguages(self, *_):
            return system

    monkeypatch.setattr(QLocale, "system", staticmethod(System))

    assert language_of("system") == language
    assert language_of("zh_TW") == "zh_TW"


def test_numbers_follow_the_system_unless_it_has_another_language(monkeypatch):
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("de_DE")))

    assert locale_of("system").toString(1234) == "1.234"
    assert locale_of("en").toString(1234) == "1,234"


def test_what_is_on_the_screen_follows_at_once_but_not_what_a_user_wrote(qtbot, speaking):
    speaking("en")
    window = QWidget()
    qtbot.addWidget(window)
    layout, tabs = QVBoxLayout(window), QTabWidget()
    theirs, ours = QLabel("my own words"), QLabel(tr("&System"))
    tabs.addTab(theirs, tr("&System"))
    layout.addWidget(tabs)
    layout.addWidget(ours)

    speaking("zh_TW")

    assert ours.text() == tabs.tabText(0) == tr("&System") != "&System"
    assert theirs.text() == "my own words"
    speaking("en")
    assert ours.text() == tabs.tabText(0) == "&System"


def test_a_language_is_chosen_from_the_view_menu_and_remembered(open_window, speaking):
    speaking("en")
    window = open_window("mlp_digits", analysed=False)
    actions = window.actions_by_key

    actions["language_zh_TW"].trigger()

    assert actions["language_system"].text() == tr("&System") != "&System"
    assert [c for c in CHOICES if actions[f"language_{c}"].isChecked()] == ["zh_TW"]
    assert window.settings.language == "zh_TW"
    actions["language_en"].trigger()
    assert actions["language_system"].text() == "&System"
    assert source_of(tr("&System")) == "&System"
