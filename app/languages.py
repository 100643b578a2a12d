"""Which language the window speaks, and how it begins to speak another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.translating import later

FOLDER = Path(__file__).parent / "translations"

#: Each language by the name that its own speakers give it; English is what the source is in.
LANGUAGES = {"en": "English", "zh_TW": "繁體中文"}

SYSTEM = "system"

#: What can be chosen, as the menu has it.
CHOICES = {SYSTEM: later("&System"), **LANGUAGES}

#: Of the system's languages, those that a reader of Traditional Chinese has set.
_TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")

_installed: list[QTranslator] = []


def language_of(choice: str) -> str:
    """What to speak if the user chose ``choice``: of the system's languages the first we have."""
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages():
        if name.startswith(_TRADITIONAL):
            return "zh_TW"
        if name.split("-")[0] == "en":
            return "en"
    return "en"


def locale_of(choice: str) -> QLocale:
    """How numbers and dates are written: as the system does, unless it has another language."""
    language, system = QLocale(language_of(choice)), QLocale.system()
    if system.language() == QLocale.Language.C:
        return QLocale("en_US") if choice == SYSTEM else language
    same = system.language() == language.language() and system.script() == language.script()
    return system if choice == SYSTEM or same else language


def speak(app: QCoreApplication, choice: str) -> None:
    """Let all texts made from now on be in the chosen language; before any widget is built."""
    QLocale.setDefault(locale_of(choice))
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    language = language_of(choice)
    if language == "en":
        return
    for name, folder in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"layerloom_{language}", str(FOLDER)),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)


def speak_now(app: QApplication, choice: str) -> None:
    """Speak the chosen language in all that is already on the screen as well."""
    from app.retranslating import retranslate

    speak(app, choice)
    for window in app.topLevelWidgets():
        retranslate(window)
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
