"""Finding layers by a few letters: names, synonyms, purposes, families, slips of the finger."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from graph.catalog.layer import Layer

#: From this likeness on a name may be meant; no more of them than this are shown.
_CLOSE, _GUESSES = 0.65, 12

#: No name of a layer is longer.
_LONGEST = 60


def find_layers(
    text: str,
    layers: Sequence[Layer],
    families: Mapping[str, str],
    recent: Sequence[str] = (),
    *,
    guessing: bool = True,
    besides: Callable[[Layer], str] = lambda _: "",
) -> list[Layer]:
    """Those of ``layers`` that ``text`` may mean, the likeliest first; all of them for no text.

    ``families`` are titles by key. Of layers that fit equally well those in ``recent`` come
    first, then the common ones. Where nothing fits, ``guessing`` finds what looks like it.
    ``besides`` is what is said of a layer in another language, in small letters.
    """
    words = text.lower().split()
    latest = {type_: place for place, type_ in enumerate(recent)}
    ranked = []
    for place, layer in enumerate(layers):
        family = f"{families.get(layer.family, '')} {layer.section}".lower()
        said = besides(layer)
        ranks = [r for word in words if (r := _rank(word, layer, family, said)) is not None]
        if len(ranks) == len(words):
            order = (sum(ranks), latest.get(layer.type, len(latest)), not layer.common, place)
            ranked.append((order if words else (*order[:2], False, place), layer))
    found = [layer for _, layer in sorted(ranked, key=lambda pair: pair[0])]
    return found or (_guess("".join(words)[:_LONGEST], layers) if guessing else [])


def suggest(type_: str, layers: Sequence[Layer]) -> list[str]:
    """Up to three types that look like ``type_``: "did you mean"."""
    asked = type_.lower().removeprefix("torch.").removeprefix("nn.").removeprefix("functional.")
    named = [layer for layer in layers if bare(layer.type).lower() == bare(asked)]
    named.sort(key=lambda layer: layer.type.lower() != asked)
    alike = {}
    for layer in layers:
        names = difflib.get_close_matches(asked, (layer.type.lower(), bare(layer.type).lower()))
        if names:
            alike[layer] = difflib.SequenceMatcher(None, names[0], asked).ratio()
    close = sorted(alike, key=lambda layer: (-alike[layer], not layer.common))
    by_synonym = sorted(
        (layer for layer in layers if asked in layer.synonyms), key=lambda layer: not layer.common
    )
    found = [*named, *by_synonym[:2], *close[:3]]
    return [layer.type for layer in dict.fromkeys(found)][:3]


def bare(type_: str) -> str:
    """The name without its module: ``cat`` of ``torch.cat``."""
    return type_.rpartition(".")[2]


def _guess(letters: str, layers: Sequence[Layer]) -> list[Layer]:
    """For text that is no part of anything: slips of the finger, then abbreviations."""
    likeness = {layer: _likeness(letters, bare(layer.type).lower()) for layer in layers}
    close = [layer for layer in layers if likeness[layer] >= _CLOSE]
    close.sort(key=lambda layer: (-likeness[layer], not layer.common))
    short = [layer for layer in layers if _abbreviates(letters, bare(layer.type))]
    short.sort(key=lambda layer: len(layer.type))
    return list(dict.fromkeys([*close[:_GUESSES], *short]))


def _likeness(letters: str, name: str) -> float:
    """1 for the name or its beginning, less for every slip of the finger."""
    if not letters:
        return 0.0
    asked = difflib.SequenceMatcher(b=letters, autojunk=False)
    found = 0.0
    for whole in (name, name[: len(letters)]):
        asked.set_seq1(whole)
        if asked.quick_ratio() > max(found, _CLOSE - 0.01):
            found = max(found, asked.ratio())
    return found


def _rank(word: str, layer: Layer, family: str, besides: str) -> int | None:
    """How well a word fits: 0 for the name itself, None for not at all."""
    name, short, synonyms, summary = _lowered(layer)
    texts = (summary, name, family, besides, *synonyms)
    if not any(word in text for text in texts):
        return None  # most layers, at a fraction of the cost of all that follows
    tests = (
        word in (name, short),
        word in synonyms,
        short.startswith(word),
        any(synonym.startswith(word) for synonym in synonyms),
        word in name,
        any(word in synonym for synonym in synonyms),
        f" {word}" in summary,
        f" {word}" in f" {family}",
        word in besides,  # not all languages put spaces between words
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)


@lru_cache(maxsize=2048)
def _lowered(layer: Layer) -> tuple[str, str, tuple[str, ...], str]:
    """Its name, the name without the module, its synonyms and its purpose, in small letters."""
    name, synonyms = layer.type.lower(), tuple(s.lower() for s in layer.synonyms)
    return name, bare(name), synonyms, f" {layer.summary.lower()}"


def _abbreviates(word: str, name: str) -> bool:
    """Whether the letters of ``word`` stand in ``name`` in this order, the first one first."""
    letters = iter(name.lower())
    return len(word) > 2 and word[0] == name[0].lower() and all(c in letters for c in word)
