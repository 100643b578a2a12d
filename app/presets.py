"""Presets: parts of networks kept for every project, one file each in the user's own folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app.fragments import Fragment, read_fragment
from graph.document import Document
from graph.errors import LoomError, ProjectError
from graph.limits import MAX_PROJECT_BYTES
from graph.project_file import dumps, loads
from graph.whole_file import write_whole

SUFFIX = ".loom.yaml"
SHIPPED = Path(__file__).parent / "shipped_presets"

#: More letters than these are no name.
_LONGEST = 60


def own_folder() -> Path:
    """Where the presets of the person at the desk are."""
    location = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "layerloom" / "presets"


@dataclass(frozen=True)
class Preset:
    """A fragment under a name; ``is_own`` where it may be renamed and removed."""

    name: str
    text: str
    path: Path
    is_own: bool

    @property
    def fragment(self) -> Fragment:
        return read_fragment(self.text)

    @property
    def summary(self) -> str:
        """The types of its layers, each once."""
        return ", ".join(dict.fromkeys(node.type for node in self.fragment.part.graph.nodes))


@dataclass(frozen=True)
class Broken:
    """A file among the presets that is none, and why not."""

    path: Path
    words: str


class PresetFolder:
    """Reads the folders anew at every question, since several windows share them.

    ``loads`` reads the files as it reads any project: what stands in them is data.
    """

    def __init__(self, own: Path | None = None) -> None:
        self.own = own or own_folder()

    def read(self) -> tuple[list[Preset], list[Broken]]:
        """All presets by name, the user's own first, and the files that are none."""
        presets: list[Preset] = []
        broken: list[Broken] = []
        for folder in (self.own, SHIPPED):
            found = []
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                try:
                    found.append(_read(path, is_own=folder != SHIPPED))
                except LoomError as error:
                    broken.append(Broken(path, str(error)))
            taken = {preset.name for preset in presets}
            found = [preset for preset in found if preset.name not in taken]
            presets += sorted(found, key=lambda preset: preset.name.lower())
        return presets, broken

    def find(self, name: str) -> Preset | None:
        return next((preset for preset in self.read()[0] if preset.name == name), None)

    def save(self, name: str, text: str) -> Preset:
        """Keep a fragment under ``name``, or under one like it that is free.

        Raises: OSError, if the folder cannot be written.
        """
        self.own.mkdir(parents=True, exist_ok=True)
        name = self.free_name(name)
        path = _free_path(self.own, name)
        text = _called(text, name)
        write_whole(path, text)
        return Preset(name, text, path, is_own=True)

    def rename(self, old: str, new: str) -> None:
        """Raises: OSError; ProjectError, where the name is taken or none."""
        new = clean_name(new)
        preset = self.find(old)
        if preset is None or not preset.is_own or new == old:
            return
        if not new:
            raise ProjectError("a preset needs a name", "type one")
        if self.find(new) is not None:
            raise ProjectError(f"there is a preset {new} already", "choose another name")
        write_whole(preset.path, _called(preset.text, new))

    def remove(self, name: str) -> None:
        """Raises: OSError, if the file cannot be removed."""
        preset = self.find(name)
        if preset is not None and preset.is_own:
            preset.path.unlink(missing_ok=True)

    def free_name(self, wanted: str) -> str:
        taken = {preset.name.lower() for preset in self.read()[0]}
        wanted = clean_name(wanted) or "Preset"
        names = (wanted, *(f"{wanted} {at}" for at in range(2, len(taken) + 3)))
        return next(name for name in names if name.lower() not in taken)


def clean_name(text: str) -> str:
    """A name on one line, not too long."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST].strip()


def _read(path: Path, *, is_own: bool) -> Preset:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_PROJECT_BYTES + 1)
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        words = error.strerror if isinstance(error, OSError) and error.strerror else "no text"
        raise ProjectError(f"it cannot be read ({words.lower()})") from None
    fragment = read_fragment(text)
    name = clean_name(fragment.part.name) or path.name.removesuffix(SUFFIX)
    return Preset(name, text, path, is_own)


def _called(text: str, name: str) -> str:
    document: Document = loads(text)
    document.name = name
    return dumps(document)


def _free_path(folder: Path, name: str) -> Path:
    stem = re.sub(r"[^\w-]+", "_", name.lower()).strip("_") or "preset"
    names = (stem, *(f"{stem}_{at}" for at in range(2, 10_000)))
    return next(path for one in names if not (path := folder / f"{one}{SUFFIX}").exists())
