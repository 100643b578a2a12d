"""Numbers and times as people read them, each as the language in use writes them."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale, QTime

from app.translating import Shown, number_locale, tr
from graph.costs import Cost


def count(number: int) -> str:
    """``61,706``."""
    return str(number_locale().toString(number))


def decimal(value: float, digits: int) -> str:
    """``0.93``: so many digits after the point."""
    return str(number_locale().toString(value, "f", digits))


def significant(value: float, digits: int = 4) -> str:
    """A measured number: four significant digits, no more."""
    text = f"{value:.{digits}g}"
    locale = number_locale()
    return text.replace(".", locale.decimalPoint()) if locale.decimalPoint() != "." else text


def percent(share: float, digits: int = 0) -> str:
    """``0.931`` as ``93 %``."""
    return f"{decimal(100 * share, digits)} %"


def short_count(number: float) -> str:
    """``61.7 k``, ``1.2 M``: three significant digits."""
    for size, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{significant(number / size, 3)} {letter}"
    return significant(number, 6)


def amount(size: float) -> str:
    """Bytes: ``512 B``, ``1.2 MB``; powers of 1,000, as disks have them."""
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if size < 1000 or unit == "TB":
            break
        size /= 1000
    return f"{significant(size, 3)} {unit}"


def layers(number: int) -> Shown:
    """``1 layer``, ``2 layers``, ``no layers``."""
    return tr("{n} layers", one="{n} layer", n=number) if number else tr("no layers")


def problems(number: int) -> Shown:
    """``1 problem``, ``2 problems``, ``no problems``."""
    return tr("{n} problems", one="{n} problem", n=number) if number else tr("no problems")


def parameters(number: int) -> Shown:
    """``61,706 parameters``."""
    return tr("{n} parameters", one="{n} parameter", n=number)


def cost_words(cost: Cost) -> list[str]:
    """``61,706 parameters``, ``833 k FLOPs``, ``48.1 kB kept``: as far as there are any."""
    flops, kept = short_count(cost.flops or 0), amount(cost.activations or 0)
    return [
        *([parameters(cost.parameters)] if cost.parameters else []),
        *([tr("{count} FLOPs").format(count=flops)] if cost.flops else []),
        *([tr("{amount} kept").format(amount=kept)] if cost.activations else []),
    ]


def duration(seconds: float) -> Shown:
    """``8 s``, ``2:05 min``, ``1:02 h``."""
    seconds = max(0, round(seconds))
    if seconds < 60:
        return tr("{seconds} s").format(seconds=seconds)
    if seconds < 3600:
        return tr("{time} min").format(time=f"{seconds // 60}:{seconds % 60:02d}")
    return tr("{time} h").format(time=f"{seconds // 3600}:{seconds % 3600 // 60:02d}")


def time_of_day(at: QTime | None = None) -> str:
    """A time, or now, with seconds."""
    time, long = at or QTime.currentTime(), QLocale.FormatType.LongFormat
    pattern = re.sub(r"\s*\[?t+\]?", "", number_locale().timeFormat(long))  # no time zone
    return str(number_locale().toString(time, pattern))


def sentence(words: str) -> str:
    """A reason as a sentence of its own: a capital, and a full stop as the language has it."""
    return tr("{words}.").format(words=words[:1].upper() + words[1:]) if words else ""
