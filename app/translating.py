"""What the user reads, in the user's language: every text of the window goes through ``tr``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLocale

from graph.phrases import Phrase, later

__all__ = [
    "CONTEXT",
    "Shown",
    "as_read",
    "as_shown",
    "derived",
    "joined",
    "later",
    "number_locale",
    "source_of",
    "tr",
]

#: The context of all texts in the translators' files: a text means the same wherever it stands.
CONTEXT = "Layerloom"

#: How many shown texts are remembered at most; when there are more, the oldest of those go that
#: were filled in: the others are the ones in the source, and stand on the screen for long.
REMEMBERED = 20_000

#: By what is shown, what it was made of.
_made_of: dict[str, str] = {}

#: Seen and heard by nobody: put before a text that reads as one of another source does, as those of
#: "Train" and "Training" may, so that what is on the screen leads back to its own.
_APART = "\N{WORD JOINER}"


class _Derived(Phrase):
    """What is made of other texts: of their translations in any language."""

    sources: tuple[object, ...]
    make: Callable[..., str]


class Shown(str):
    """A text as it is shown; filled in by ``format``, it still can be said in another language."""

    #: What it was made of: what stands in the source, or that with values.
    made_of: str
    one: str
    n: int | None

    def format(self, *_: object, **values: object) -> Shown:
        """Fill in ``{names}``; a value may itself be a text that was translated."""
        words = {name: _in_words(value) for name, value in values.items()}
        kept = {name: _made_of_value(value) for name, value in values.items()}
        if self.n is not None:
            kept["n"] = self.n
        said = _FILLING.vformat(self, (), words)
        return _remember(said, later(self.made_of, one=self.one, **kept))


class _Filling(Formatter):
    """Numbers in sentences, as the language writes them: ``{size:,}``, ``{part:.1f}``."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, int) and format_spec == ",":
            return number_locale().toString(value)
        if isinstance(value, float) and (found := _DECIMALS.fullmatch(format_spec)):
            return number_locale().toString(value, "f", int(found[1]))
        return str(super().format_field(value, format_spec))


_FILLING = _Filling()
_DECIMALS = re.compile(r",?\.(\d)f")


def tr(text: str, /, *, one: str = "", n: int | None = None) -> Shown:
    """``text`` in the user's language, or as it is where there is no translation.

    ``text`` is a literal, ``tr("Saved {name}").format(name=name)``; or data that was marked by
    ``later``. ``n`` counts things: ``tr("{n} layers", one="{n} layer", n=3)`` puts it in as the
    language writes numbers, and takes the plural form that the language has for it.
    """
    if isinstance(text, _Derived):
        return _remember(text.make(*(_in_words(source) for source in text.sources)), text)
    if isinstance(text, Phrase):
        said = _shown(text.pattern, text.one, _count(text.values))
        return said.format(**text.values) if text.values else said
    return _shown(text, one, n)


def derived(make: Callable[..., str], *texts: str) -> str:
    """What ``make`` makes of texts; where ``tr`` has made one of them it can be said anew."""
    if not any(isinstance(text, Shown) for text in texts):
        return make(*texts)
    made_of = _Derived(make(*texts))
    made_of.sources, made_of.make = tuple(_made_of_value(text) for text in texts), make
    return _remember(made_of, made_of)


def joined(between: str, texts: Iterable[str]) -> str:
    """Texts beside each other, each of which is translated by itself."""
    return derived(lambda *parts: between.join(parts), *texts)


def as_read(text: str) -> str:
    """A text that stands in code, unless it is a phrase: that is said in the user's language."""
    return tr(text) if isinstance(text, Phrase) else text


def number_locale() -> QLocale:
    """How numbers are written: as in English where nothing else was set."""
    locale = QLocale()
    return QLocale("en_US") if locale.language() == QLocale.Language.C else locale


def source_of(shown: str) -> str | None:
    """What a text was made of, for ``tr`` to say again; None where ``tr`` has not made it."""
    return _made_of.get(shown)


def as_shown(text: str) -> str:
    """A text that comes back from Qt, which does not keep what it was made of."""
    made_of = _made_of.get(text)
    return text if made_of is None else tr(made_of)


def _shown(source: str, one: str, n: int | None) -> Shown:
    said = QCoreApplication.translate(CONTEXT, source, None, -1 if n is None else n)  # type: ignore[arg-type]
    if said == source and n == 1 and one:
        said = one
    made_of = source
    if n is not None:
        said = said.replace("{n}", number_locale().toString(n))
        if "{" not in said:
            return _remember(said, later(source, one=one, n=n))
    return _remember(said, made_of, one, n)


def _remember(said: str, made_of: str, one: str = "", n: int | None = None) -> Shown:
    if len(_made_of) > REMEMBERED:
        filled_in = [said for said, source in _made_of.items() if isinstance(source, Phrase)]
        for old in filled_in[: REMEMBERED // 2]:
            del _made_of[old]
    while said in _made_of and not _are_alike(_made_of[said], made_of):
        said = _APART + said
    _made_of[said] = made_of
    shown = Shown(said)
    shown.made_of, shown.one, shown.n = made_of, one, n
    return shown


def _are_alike(made_of: str, other: str) -> bool:
    """Whether two read the same where nothing is translated."""
    if made_of == other and not isinstance(other, _Derived):
        return True
    return _in_source(made_of) == _in_source(other)


def _in_source(made_of: object) -> str:
    """What a text reads where nothing is translated."""
    if isinstance(made_of, _Derived):
        return made_of.make(*map(_in_source, made_of.sources))
    if isinstance(made_of, Phrase):
        values = {
            name: _in_source(value) if isinstance(value, Phrase) else value
            for name, value in dict(made_of.values).items()
        }
        return str(later(made_of.pattern, one=made_of.one, **values))
    return str(made_of)


def _in_words(value: object) -> object:
    """A value that is itself a sentence is translated too."""
    return tr(value) if isinstance(value, Phrase) else value


def _made_of_value(value: object) -> object:
    if not isinstance(value, Shown) or isinstance(value.made_of, Phrase):
        return value.made_of if isinstance(value, Shown) else value
    return Phrase.of(value.made_of)


def _count(values: object) -> int | None:
    n = values.get("n") if isinstance(values, dict) else None
    return n if isinstance(n, int) else None
