"""What the user reads, in the user's language: every text of the window goes through ``tr``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from graph.phrases import Phrase, later

__all__ = ["CONTEXT", "Shown", "later", "said_anew", "tr"]

#: The context of all texts in the translators' files: a text means the same wherever it stands.
CONTEXT = "Layerloom"

#: How many shown texts are remembered at most; the oldest half goes when there are more.
REMEMBERED = 20_000

#: By what is shown, what it was made of.
_made_of: dict[str, str] = {}


class Shown(str):
    """A text as it is shown; filled in by ``format``, it still can be said in another language."""

    source: str
    one: str
    n: int | None

    def format(self, *_: object, **values: object) -> Shown:
        """Fill in ``{names}``; a value may be a text that was translated before."""
        if self.n is not None:
            values = {**values, "n": self.n}
        return _remember(
            super().format(**{name: _in_words(value) for name, value in values.items()}),
            later(self.source, one=self.one, **values),
        )


def tr(text: str, /, *, one: str = "", n: int | None = None) -> Shown:
    """``text`` in the user's language, or as it is where there is no translation.

    ``text`` is a literal, ``tr("Saved {name}").format(name=name)``; or data that was marked by
    ``later``. ``n`` counts things: ``tr("{n} layers", one="{n} layer", n=3)`` puts it in as the
    language writes numbers, and takes the plural form that the language has for it.
    """
    if isinstance(text, Phrase):
        return _shown(text.pattern, text.one, _count(text.values)).format(**text.values)
    return _shown(text, one, n)


def said_anew(shown: str) -> str | None:
    """What was shown, in the language of now; None where ``tr`` has not made it."""
    made_of = _made_of.get(shown)
    return None if made_of is None else tr(made_of)


def _shown(source: str, one: str, n: int | None) -> Shown:
    said = QCoreApplication.translate(CONTEXT, source, None, -1 if n is None else n)  # type: ignore[arg-type]
    if said == source and n == 1 and one:
        said = one
    made_of = source
    if n is not None:
        said = said.replace("{n}", QLocale().toString(n))
        made_of = later(source, one=one, n=n) if "{" not in said else source
    shown = _remember(said, made_of)
    shown.source, shown.one, shown.n = source, one, n
    return shown


def _remember(said: str, made_of: str) -> Shown:
    if len(_made_of) > REMEMBERED:
        for old in list(_made_of)[: REMEMBERED // 2]:
            del _made_of[old]
    _made_of[said] = made_of
    shown = Shown(said)
    shown.source, shown.one, shown.n = said, "", None
    return shown


def _in_words(value: object) -> object:
    """A value that is itself a sentence is translated too."""
    return tr(value) if isinstance(value, Phrase) else value


def _count(values: object) -> int | None:
    n = values.get("n") if isinstance(values, dict) else None
    return n if isinstance(n, int) else None
