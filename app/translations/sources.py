"""The texts to translate, as they stand in the source: what ``tr`` and ``later`` are called on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.translations.data_texts import data_texts

ROOT = Path(__file__).parent.parent.parent

#: Where a user can read something from. The command line speaks English, to people and scripts.
PACKAGES = ("app", "train", "codegen", "graph")
ENGLISH = ("app/cli", "app/screenshots")

#: Whose arguments are texts, by place or name; those of errors are told by their names.
MARKS: dict[str, tuple[int | str, ...]] = {
    "tr": (0,),
    "later": (0,),
    "Command": (1, 4, "tip"),
    "Argument": ("doc",),
    "Problem": (2, "message"),
    "Fix": (0, "label"),
    "Refusal": (1,),
}

_RAISED = ("Error", "OutsideFolder", "NotFinite")

#: Of what is raised: what is wrong, and what to do.
_ERROR = (0, 1, "advice")


@dataclass(frozen=True)
class Source:
    """A text, whether it counts something, and all places it is used in: (file, line)."""

    text: str
    counts: bool
    places: tuple[tuple[str, int], ...]


def sources(root: Path = ROOT) -> list[Source]:
    """Every text once, in the order of files and lines."""
    found: dict[str, Source] = {}
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        for call, text in marked(ast.parse(path.read_text(encoding="utf-8"))):
            before = found.get(text, Source(text, False, ()))
            counts = before.counts or any(key.arg == "one" for key in call.keywords)
            found[text] = Source(text, counts, (*before.places, (name, call.lineno)))
    for text, name in data_texts():
        before = found.get(text, Source(text, False, ()))
        found[text] = Source(text, before.counts, (*before.places, (name, 0)))
    return list(found.values())


def marked(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """The calls that mark a literal, and it."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            name = call.func.id
            for place in MARKS.get(name, _ERROR if name.endswith(_RAISED) else ()):
                text = _argument(call, place)
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
                    yield call, text.value


def _argument(call: ast.Call, place: int | str) -> ast.expr | None:
    if isinstance(place, int):
        return call.args[place] if place < len(call.args) else None
    return next((word.value for word in call.keywords if word.arg == place), None)


def _files(root: Path) -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            if not path.relative_to(root).as_posix().startswith(ENGLISH):
                yield path
