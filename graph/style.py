"""How the source is written: the keys of ``style:``, and what each may say."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.document import UNSET, Value
from graph.edits import SetStyle
from graph.phrases import later, listed
from graph.problems import Fix, Problem
from graph.project_edits import SetPart


@dataclass(frozen=True)
class StyleOption:
    """One key of ``style:``. ``values`` are what it may say, with words for each, the usual first.

    ``title`` and the words are what the style panel shows; ``hint`` says what changes, and
    ``limit`` where any but the usual value changes nothing.
    """

    key: str
    title: str
    values: tuple[tuple[Value, str], ...]
    hint: str
    limit: str = ""

    @property
    def usual(self) -> Value:
        """What holds where a project says nothing."""
        return self.values[0][0]

    def read(self, style: Mapping[str, Value]) -> Value:
        """What a project says, or the usual where it says nothing that is known."""
        said = style.get(self.key, self.usual)
        return next((value for value, _ in self.values if _same(value, said)), self.usual)

    def knows(self, said: Value) -> bool:
        return any(_same(value, said) for value, _ in self.values)


#: Every key of ``style:``, in the order in which the panel shows them.
STYLE_OPTIONS = (
    StyleOption(
        "layers",
        "Layers without weights",
        (("modules", "as modules"), ("functional", "as functions (F.relu)")),
        "Activations, pooling and the like as nn.ReLU() or as F.relu(x). What stands in a "
        "container stays a module, and so does Dropout.",
    ),
    StyleOption(
        "sequential",
        "nn.Sequential",
        (
            ("positional", "by index"),
            ("named", "by name (OrderedDict)"),
            ("add_module", "by name (add_module)"),
            ("module", "by index; root as a class"),
        ),
        "By index or by name: it is also what the keys of state_dict are called. A frame may say "
        "otherwise for itself.",
    ),
    StyleOption(
        "arguments",
        "Arguments",
        (("positional", "as people write them"), ("keyword", "all by name")),
        "nn.Conv2d(1, 6, 5) or nn.Conv2d(in_channels=1, out_channels=6, kernel_size=5).",
    ),
    StyleOption(
        "blocks",
        "Blocks",
        (
            ("class", "a class each"),
            ("sequential", "chains as nn.Sequential"),
            ("inline", "in place, where used once"),
        ),
        "A block that is a chain can be a class of nn.Sequential, which counts or names its layers "
        "as all such do; or, if it is used once, stand where it is used.",
    ),
    StyleOption(
        "stages",
        "Repeated layers",
        (
            ("comprehension", "as a comprehension"),
            ("loop", "as a loop"),
            ("method", "by a _make_stage method"),
        ),
        "How several equal layers or blocks in a row are built.",
        later(
            "Where a stage is an attribute: self.stage1. Inside nn.Sequential(…), so also in a "
            "network that is one chain, it stays a comprehension; write the root as a class there."
        ),
    ),
    StyleOption(
        "comments",
        "Shapes in comments",
        ((True, "numbers"), ("names", "with names of arguments"), (False, "none")),
        "The shape that a line gives, at its end.",
    ),
    StyleOption(
        "hints",
        "Type hints",
        ((True, "yes"), (False, "no")),
        "x: torch.Tensor, or just x.",
    ),
)

_BY_KEY = {option.key: option for option in STYLE_OPTIONS}


def style_of(style: Mapping[str, Value]) -> dict[str, Value]:
    """What holds for every key, whatever the project says."""
    return {option.key: option.read(style) for option in STYLE_OPTIONS}


def check_style(style: Mapping[str, Value]) -> Iterator[Problem]:
    """Keys and values of ``style:`` that mean nothing, with what they may have been meant to be."""
    for key, said in style.items():
        option = _BY_KEY.get(key)
        if option is None:
            yield _unknown_key(style, key)
        elif not option.knows(said):
            yield _unknown_value(option, said)


def _unknown_key(style: Mapping[str, Value], key: str) -> Problem:
    near = [k for k in difflib.get_close_matches(key, _BY_KEY, 1) if k not in style]
    fixes = [Fix(later("Remove {key}", key=key), SetStyle(key, UNSET))]
    guess = (
        later("; did you mean {near}?", near=near[0])
        if near
        else later("; it is kept, and means nothing. There are {keys}.", keys=", ".join(_BY_KEY))
    )
    if near:
        renamed = {near[0] if k == key else k: value for k, value in style.items()}
        fixes.insert(
            0,
            Fix(
                later("Call it {near}", near=near[0]),
                SetPart("style", renamed, later("Change style")),
                safe=True,
            ),
        )
    message = later("style: there is no key {key}{guess}", key=repr(key), guess=guess)
    return Problem("warning", "unknown-key", message, fixes=tuple(fixes))


def _unknown_value(option: StyleOption, said: Value) -> Problem:
    words = [_shown(value) for value, _ in option.values]
    near = difflib.get_close_matches(str(said).lower(), words, 1)
    fixes = [
        Fix(
            later("Set {key} to {value}", key=option.key, value=_shown(value)),
            SetStyle(option.key, value),
        )
        for value, _ in option.values
        if _shown(value) in near
    ]
    fixes.append(
        Fix(later("Write it as usual ({value})", value=words[0]), SetStyle(option.key, UNSET))
    )
    told = said if isinstance(said, str) else str(said)
    message = later(
        "style: {key} is {allowed}, not {told}.",
        key=option.key,
        allowed=listed(words, "or"),
        told=repr(told[:40]),
    )
    return Problem("warning", "bad-style", message, fixes=tuple(fixes))


def _shown(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and bool(one == other)
