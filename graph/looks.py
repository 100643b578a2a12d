"""How nodes, frames and notes look on the canvas: their colour, and whether they are collapsed."""

from __future__ import annotations

from collections.abc import Mapping

from graph.parts import Look, Value
from graph.phrases import later

#: The colours that nodes, frames and notes may have; the app says what they look like.
COLORS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "gray")

#: What a look may say. Frames have these keys among their options.
LOOK_KEYS = ("color", "collapsed")


def color_of(look: Look) -> str:
    """The colour that a look says, "" for none."""
    said = look.get("color")
    return said if isinstance(said, str) and said in COLORS else ""


def is_collapsed(look: Look) -> bool:
    """Whether only the title is shown."""
    return look.get("collapsed") is True


def with_look(look: Look, key: str, value: Value) -> dict[str, Value]:
    """A look that says ``value`` for ``key``; with nothing (None, False, "") it says it no more."""
    if not value:
        return {other: said for other, said in look.items() if other != key}
    return {**look, key: value}


def without_look(options: Mapping[str, Value]) -> dict[str, Value]:
    """What a frame means, whatever it looks like."""
    return {key: value for key, value in options.items() if key not in LOOK_KEYS}


def wrong_parts(look: Look) -> dict[str, str]:
    """What a look says that has no meaning: key by key, in words."""
    wrong: dict[str, str] = {}
    for key, value in look.items():
        if key == "color":
            if not (isinstance(value, str) and value in COLORS):
                wrong[key] = later(
                    "there is no such colour; there are {colors}", colors=", ".join(COLORS)
                )
        elif key == "collapsed":
            if not isinstance(value, bool):
                wrong[key] = later("it is true or false")
        else:
            wrong[key] = later("there is no such key; it is kept, and means nothing")
    return wrong
