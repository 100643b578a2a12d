"""Numbers and times as people read them."""

from __future__ import annotations

from graph.costs import Cost, amount


def short_count(number: float) -> str:
    """``61.7 k``, ``1.2 M``: three significant digits."""
    for size, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g} {letter}"
    return f"{number:g}"


def counted(number: int, noun: str) -> str:
    """``1 layer``, ``2 layers``, ``no problems``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def cost_words(cost: Cost) -> list[str]:
    """``61,706 parameters``, ``833 k FLOPs``, ``48.1 kB kept``: as far as there are any."""
    return [
        *([f"{cost.parameters:,} parameters"] if cost.parameters else []),
        *([f"{short_count(cost.flops)} FLOPs"] if cost.flops else []),
        *([f"{amount(cost.activations)} kept"] if cost.activations else []),
    ]


def duration(seconds: float) -> str:
    """``8 s``, ``2:05 min``, ``1:02 h``."""
    seconds = max(0, round(seconds))
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60}:{seconds % 60:02d} min"
    return f"{seconds // 3600}:{seconds % 3600 // 60:02d} h"


def significant(value: float) -> str:
    """A measured number: four significant digits, no more."""
    return f"{value:.4g}"
