"""Arguments typed behind the name of a layer: ``conv 64 3 s2``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.catalog.arguments import expected
from graph.catalog.layer import REQUIRED, Argument, Layer
from graph.catalog.parsing import NotAValueError, parse_argument
from graph.document import UNSET, Expression, Value
from graph.errors import ExpressionError
from graph.expressions import parse
from graph.phrases import later

#: Behind the name these are arguments: numbers, sizes, brackets, quotes, ``k=v``, ``s2``, ``N``.
_ARGUMENT = re.compile(r"-?\.?\d[\d.x×eE+-]*|.*[\[\](),=\"'].*|[A-Za-z_]+-?\.?\d[\d.x×]*|[A-Z]")
_NUMBER = re.compile(r"[-.\d\[(].*|[A-Z]|.*,.*")
#: As it stands in source: ``nn.Conv2d(3, 64, kernel_size=3)``.
_CALL = re.compile(r"(?:torch\.)?(?:nn\.)?(?P<name>[A-Za-z_][\w.]*)\((?P<inner>.*)")
#: Several without brackets: ``64,3``.
_SEVERAL = re.compile(r"[^,\[\](){}\"']+(,[^,\[\](){}\"']+)+")
_PREFIXED = re.compile(r"([A-Za-z_]+)(-?\.?\d.*)")


@dataclass(frozen=True)
class Typed:
    """The arguments that were meant, and what is wrong with the rest, a sentence for each."""

    arguments: Mapping[str, Value] = field(default_factory=dict)
    mistakes: tuple[str, ...] = ()


def split_typed(text: str) -> tuple[list[str], list[str]]:
    """The words that name a layer, and those behind them that are its arguments.

    A call as in Python is taken too; its first argument word is then ``(``.
    """
    call = _CALL.fullmatch(text.strip())
    if call is not None:
        inner = call["inner"].rstrip(", ").removesuffix(")")
        return [call["name"]], ["(", *_cut(inner, ",")]
    words = _cut(text)
    named = (at for at, word in enumerate(words) if at and _ARGUMENT.fullmatch(word))
    end = next(named, len(words))
    return words[:end], words[end:]


def positional(layer: Layer) -> list[Argument]:
    """The arguments that bare numbers go to, in order.

    One that follows from the shapes is passed over where PyTorch requires another after it:
    ``linear 10`` is about ``out_features``. So is one in whose stead a new node says another:
    ``upsample 2`` is about ``scale_factor``.
    """
    instead = [a for a in layer.arguments if a.start is not None and a.default is None]
    others = [a for a in layer.arguments if instead and a.start is None and a.default is None]
    plain = [a for a in layer.arguments if not a.advanced and a not in others]
    required = [at for at, a in enumerate(plain) if a.default is REQUIRED and not a.auto]
    last = max(required, default=-1)
    return [a for at, a in enumerate(plain) if not (a.auto and at < last)]


def read_typed(layer: Layer, words: Sequence[str]) -> Typed:
    """What ``words`` say to a layer.

    Numbers go to arguments in the order of the signature, as far as types fit; ``k=v`` and
    ``s2`` name one by a beginning of its name, of its initials or of a part of it.
    """
    plain = [a for a in layer.arguments if not a.advanced]
    if words[:1] == ["("]:
        return _read(layer, words[1:], plain)
    found = _read(layer, words, positional(layer))
    if found.mistakes:  # perhaps the features that usually follow from the shape were typed too
        full = _read(layer, words, plain)
        if not full.mistakes:
            return full
    return found


def with_start(layer: Layer, said: Mapping[str, Value]) -> dict[str, Value]:
    """What a new node says: start values too, but none in whose stead another is said."""
    plain = [a for a in layer.arguments if a.default is None and not a.advanced]
    instead = any(a.start is None and a.name in said for a in plain)
    dropped = {a.name for a in plain} if instead else set()
    start = {k: v for k, v in layer.start_arguments.items() if k not in dropped}
    return {**start, **said}


def _cut(text: str, sign_between: str = "") -> list[str]:
    """``text`` cut at blanks, or at another sign, but not inside brackets or quotes."""
    words, word, depth, quote = list[str](), "", 0, ""
    for sign in f"{text}{sign_between or ' '}":
        at_end = sign == sign_between if sign_between else sign.isspace()
        if at_end and not depth and not quote:
            words += [word.strip()] if word.strip() else []
            word = ""
            continue
        word += sign
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        else:
            depth = max(0, depth + (sign in "[(") - (sign in "])"))
    return [*words, word.strip()] if word.strip() else words


def _read(layer: Layer, words: Sequence[str], places: Sequence[Argument]) -> Typed:
    """Named words first, wherever they stand; what is left goes to ``places`` in order."""
    arguments: dict[str, Value] = {}
    mistakes: list[str] = []
    rest: list[str] = []
    for word in words:
        found = _by_name(layer, word)
        if isinstance(found, str):
            mistakes.append(found)
        elif found is None:
            rest.append(word)
        elif found[0].name in arguments:
            mistakes.append(later("{name} is said twice", name=found[0].name))
        else:
            _set(arguments, mistakes, *found)
    free = [a for a in places if a.name not in arguments]
    while rest:
        if _SEVERAL.fullmatch(rest[0]) and not _takes(free, rest[0]):
            rest[:1] = rest[0].split(",")  # "64,3" are two where no pair of numbers fits
        count, argument = _by_place(rest, free)
        said, rest = ", ".join(rest[:count]), rest[count:]
        if argument is not None:
            free = free[free.index(argument) + 1 :]
            _set(arguments, mistakes, argument, said)
        elif (flag := _flag(layer, said, arguments)) is not None:
            _set(arguments, mistakes, *flag)
        elif free and _NUMBER.fullmatch(said):
            mistakes.append(_mistake(free[0], said))
        else:
            mistakes.append(
                later("{type} has no argument left for {said}", type=layer.type, said=said)
            )
    ordered = {a.name: arguments[a.name] for a in layer.arguments if a.name in arguments}
    return Typed(ordered, tuple(mistakes))


def _set(arguments: dict[str, Value], mistakes: list[str], argument: Argument, said: str) -> None:
    try:
        value = parse_argument(argument, _bare(said))
        if isinstance(value, Expression):
            parse(value.text)
    except NotAValueError:
        mistakes.append(_mistake(argument, said))
    except ExpressionError as error:
        mistakes.append(later("{name}: {words}", name=argument.name, words=error))
    else:
        if value is not UNSET:
            arguments[argument.name] = value


def _mistake(argument: Argument, said: str) -> str:
    return later(
        "{name} must be {expected}, not {said}",
        name=argument.name,
        expected=expected(argument),
        said=said[:40],
    )


def _bare(said: str) -> str:
    is_quoted = len(said) > 1 and said[0] == said[-1] and said[0] in "\"'"
    return said[1:-1] if is_quoted else said


def _by_name(layer: Layer, word: str) -> tuple[Argument, str] | str | None:
    """The argument that ``k=v`` or ``s2`` names and its value; a mistake; None for other words."""
    key, equals, value = word.partition("=")
    if equals and not key:
        return None  # an expression
    if not equals:
        prefixed = _PREFIXED.fullmatch(word)
        if prefixed is None:
            return None
        key, value = prefixed.groups()
    meant = _called(layer, key)
    if not meant:
        names = ", ".join(a.name for a in layer.arguments) or later("none")
        return (
            later(
                "{type} has no argument {key}; it has {names}",
                type=layer.type,
                key=repr(key),
                names=names,
            )
            if equals
            else None
        )
    return next((a for a in meant if _fits(a, value)), meant[0]), value


def _called(layer: Layer, key: str) -> list[Argument]:
    """The arguments that ``key`` may be short for, the likeliest first."""
    exact = layer.argument(key)
    if exact is not None:
        return [exact]
    ranked = []
    for place, argument in enumerate(layer.arguments):
        parts = argument.name.lower().split("_")
        starts = ("".join(parts), argument.name, "".join(part[:1] for part in parts), *parts)
        ranks = [at for at, start in enumerate(starts) if start.startswith(key.lower()) and key]
        if ranks:
            order = (argument.advanced, bool(argument.auto), min(ranks), place)
            ranked.append((order, argument))
    return [argument for _, argument in sorted(ranked, key=lambda pair: pair[0])]


def _by_place(words: Sequence[str], places: Iterable[Argument]) -> tuple[int, Argument | None]:
    """The first of ``places`` that takes what comes next, and how many of ``words`` it takes."""
    word = words[0]
    is_number = bool(_NUMBER.fullmatch(word))
    for argument in places:
        loose = replace(argument, low=None, high=None)  # out of range is a mistake, no other place
        if (argument.type == "str" and is_number) or not _fits(loose, word):
            continue
        count = 1
        if argument.type in ("ints", "shape") and argument.length is None:
            while count < len(words) and _fits(loose, ", ".join(words[: count + 1])):
                count += 1
        return count, argument
    return 1, None


def _flag(layer: Layer, word: str, given: Mapping[str, Value]) -> tuple[Argument, str] | None:
    """``bidirectional`` or ``nobias``, and words that only one kind of argument knows: ``same``."""
    free = [a for a in layer.arguments if a.name not in given]
    switches = [a for a in free if a.type == "bool" and len(word) > 1]
    for said, value in ((word, True), (re.sub("^no[-_]?", "", word), False)):
        meant = [a for a in switches if said and a.name.startswith(said.lower())]
        if meant:  # first those that the word changes: "bi" is bidirectional, not bias
            return min(meant, key=lambda a: a.default is value), str(value).lower()
    if _NUMBER.fullmatch(word):
        return None
    known = [a for a in free if a.type in ("choice", "dtype", "size") and _fits(a, word)]
    return (known[0], word) if known else None


def _takes(places: Sequence[Argument], said: str) -> bool:
    """Whether the very next place takes this, in or out of range."""
    return bool(places) and _fits(replace(places[0], low=None, high=None), said)


def _fits(argument: Argument, said: str) -> bool:
    try:
        parse_argument(argument, _bare(said))
    except NotAValueError:
        return False
    return True
