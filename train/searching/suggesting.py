"""What a search comes to: pure functions of what was measured; no torch."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from graph.phrases import later

#: The first points of a range test say little: the average is of few losses yet.
_SKIPPED = 5

#: The loss has to fall by this part of where it began.
_FALL = 0.02

#: A smaller batch is as good as the fastest if it is no slower than that.
_AS_FAST = 0.95


def smooth(losses: Sequence[float], beta: float = 0.9) -> list[float]:
    """The exponential average of losses, without the pull to zero at its beginning."""
    average, found = 0.0, []
    for count, loss in enumerate(losses, start=1):
        average = beta * average + (1 - beta) * loss
        found.append(average / (1 - beta**count))
    return found


def suggest_rate(rates: Sequence[float], smoothed: Sequence[float]) -> dict[str, Any]:
    """Two learning rates that a range test speaks for, or why it speaks for none.

    ``steepest`` is where the smoothed loss falls fastest over the logarithm of the rate, before
    its minimum; ``tenth`` is a tenth of the rate at the minimum.
    Source: L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017; the tenth is
    the rule of fastai.
    """
    if len(smoothed) <= _SKIPPED + 2:
        why = later("the loss became no number at once: nothing can be suggested")
        return {"suggestions": [], "reason": why}
    lowest = min(range(len(smoothed)), key=smoothed.__getitem__)
    before = max(smoothed[: max(lowest, 1)][:_SKIPPED] or smoothed[:1])
    if lowest <= _SKIPPED or before - smoothed[lowest] < _FALL * abs(before):
        why = later(
            "the loss did not fall at any rate from {low:.1e} to {high:.1e}: nothing can be "
            "suggested; look at data and loss first, or try one batch by heart (overfit_batch)",
            low=rates[0],
            high=rates[-1],
        )
        return {"suggestions": [], "reason": why}
    slopes = {
        i: (smoothed[i + 1] - smoothed[i - 1]) / math.log(rates[i + 1] / rates[i - 1])
        for i in range(_SKIPPED, lowest)
    }
    steepest = min(slopes, key=slopes.__getitem__)
    found = (
        (rates[steepest], "steepest", later("where the loss falls fastest")),
        (rates[lowest] / 10, "tenth", later("a tenth of where it is lowest")),
    )
    return {
        "suggestions": [
            {"value": rounded(rate), "key": key, "words": words} for rate, key, words in found
        ],
        "reason": "",
    }


def suggest_batch(tried: Sequence[Mapping[str, Any]], reason: str) -> dict[str, Any]:
    """The fastest of the batch sizes that fitted, and the largest; ``reason`` ended the search.

    Of sizes that are equally fast the smallest is the fastest.
    """
    if not tried:
        why = later("no batch fits, so nothing can be suggested; {reason}", reason=reason)
        return {"suggestions": [], "reason": why}
    best = max(each["throughput"] for each in tried)
    fast = next(each for each in tried if each["throughput"] >= _AS_FAST * best)
    largest = tried[-1]
    found = [{"value": fast["batch_size"], "key": "fastest", "words": later("the fastest")}]
    if largest["batch_size"] != fast["batch_size"]:
        words = later("the largest that was tried and fits")
        found.append({"value": largest["batch_size"], "key": "largest", "words": words})
    return {"suggestions": found, "reason": reason}


def rounded(rate: float) -> float:
    """A rate to two digits: it is an estimate."""
    return float(f"{rate:.2g}")
