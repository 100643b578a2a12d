"""What was typed into the search: which layers it may mean, and what it says to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.canvas.card import typeset
from app.translating import number_locale, tr
from graph.analysis import TensorType
from graph.catalog import CATALOG, Layer, describe
from graph.catalog.searching import find_layers
from graph.catalog.typed import Typed, positional, read_typed, split_typed, with_start
from graph.document import Node, Value
from graph.resolve import indexed_autos

#: A name and the first of its numbers, typed without a space between them: ``conv64``.
_RUN_ON = re.compile(r"([^\W\d]+)(\d[\d.x×]*)")


@dataclass(frozen=True)
class Hits:
    """Layers, the likeliest first, and the words that are arguments."""

    layers: tuple[Layer, ...]
    words: tuple[str, ...] = ()


def look_up(text: str, layers: Sequence[Layer], recent: Sequence[str]) -> Hits:
    """Which of ``layers`` are meant. Words that name nothing are taken for arguments.

    So are the digits behind what is no name with them: ``c16 5`` is ``c 16 5``.
    """
    names, words = split_typed(text)
    for count in range(len(names), 0, -1):
        said = " ".join(names[:count])
        found = _find(said, layers, recent, guessing=False)
        if found:
            return Hits(tuple(found), (*names[count:], *words))
    if names and (run_on := _RUN_ON.fullmatch(names[0])):
        return look_up(" ".join((*run_on.groups(), *names[1:], *words)), layers, recent)
    return Hits(tuple(_find(" ".join(names), layers, recent)), tuple(words))


def _find(
    text: str, layers: Sequence[Layer], recent: Sequence[str], *, guessing: bool = True
) -> list[Layer]:
    language = number_locale().name()

    def besides(layer: Layer) -> str:
        return "" if language.startswith("en") else _as_shown(layer, language)

    return find_layers(text, layers, CATALOG.titles, recent, guessing=guessing, besides=besides)


@lru_cache(maxsize=2048)
def _as_shown(layer: Layer, language: str) -> str:
    """The family and the purpose of a layer, as they are shown in ``language``, that of now."""
    return f"{tr(CATALOG.titles.get(layer.family, ''))} {tr(layer.summary)}".lower()


def preview(layer: Layer, typed: Typed, arriving: TensorType | None) -> str:
    """The line that the card will have, as far as it is known when ``arriving`` comes in."""
    said = with_start(layer, typed.arguments)
    first = next((port.name for port in layer.inputs), "")
    known: dict[str, Value] = {}
    for argument, (port, axis) in indexed_autos(layer).items():
        sizes = arriving.shape if arriving is not None and port == first else ()
        if -len(sizes) <= axis < len(sizes) and isinstance(sizes[axis], int):
            known[argument] = sizes[axis]
    return typeset(describe(Node("", layer.type, {**known, **said})))


def order_of_numbers(layer: Layer, typed: Typed) -> str:
    """Which arguments take the next bare numbers, in their order: ``kernel_size  stride ...``."""
    left = [a.name for a in positional(layer) if a.name not in typed.arguments]
    return "  ".join([*left[:5], "…"] if len(left) > 5 else left)


def read(layer: Layer, hits: Hits) -> Typed:
    return read_typed(layer, hits.words)


def completed(layer: Layer, hits: Hits) -> str:
    """The text with the layer's name written out."""
    words = [word for word in hits.words if word != "("]
    return " ".join([layer.type, *words]) + " "
