"""The examples as templates: what each is called and is, read from the files themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from app.file_handling import EXAMPLES, SUFFIX
from app.translating import later

INDEX = "index.yaml"

#: Where examples stand that the index does not name.
MORE = later("More")

_NAME = re.compile(r"^name: *(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Template:
    """A project to begin with; ``trains`` says that data to train it with is there."""

    path: Path
    name: str
    line: str
    trains: bool


def templates(folder: Path = EXAMPLES) -> dict[str, list[Template]]:
    """All examples by the section that they stand in, as the index orders them.

    What the index names and is not there is left out.
    """
    found = {_key(path, folder): path for path in sorted(folder.rglob(f"*{SUFFIX}"))}
    sections: dict[str, list[Template]] = {}
    for section, keys in _index(folder):
        known = [found.pop(key) for key in keys if key in found]
        if known:
            sections[section] = [read_template(path) for path in known]
    if found:
        sections[MORE] = [read_template(path) for path in found.values()]
    return sections


def read_template(path: Path) -> Template:
    """What a file says of itself: its name, and the first comment in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    name = _NAME.search(text)
    return Template(
        path=path,
        name=name[1] if name else path.name.removesuffix(SUFFIX),
        line=" ".join(_first_comment(text)),
        trains="\ntraining:" in text,
    )


def _first_comment(text: str) -> Iterator[str]:
    for line in text.splitlines():
        words = line.removeprefix("#").strip()
        if not line.startswith("#") or not words:
            return
        yield words


def _key(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix(SUFFIX)


def _index(folder: Path) -> Iterator[tuple[str, list[str]]]:
    path = folder / INDEX
    said = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for section, keys in said.items():
        yield str(section), [str(key) for key in keys]
