"""Where a data set lies, and which places may be touched before a run is started."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from graph.document import Value
from graph.errors import DataError
from graph.phrases import later

#: Built-in data; part of the package.
FILES = Path(__file__).parent / "files"


#: The keys of ``data:`` that name places.
PLACES = ("path", "images", "labels")

#: What may be looked for, in words.
_KINDS = {
    kind: kind
    for kind in (later("file"), later("folder"), later("file or run"), later("file or folder"))
}


class OutsideFolder(DataError):
    """Data outside the project's folder: read only once the user has started a run."""


def locate(path: str, folder: Path | None, *, outside: bool, kind: str = "file") -> Path:
    """Return the place that ``path`` means; relative paths start at the project's folder.

    A project that somebody sent must not make us read the disk when it is merely opened, so
    with ``outside=False`` only places inside ``folder`` are looked at, symbolic links resolved.

    Raises: OutsideFolder, or DataError if nothing is there.
    """
    if not path:
        raise DataError(
            "the data has no path yet", later("choose a {kind}", kind=_KINDS.get(kind, kind))
        )
    if "\0" in path:
        raise DataError(
            later("{path} is no path", path=repr(path)),
            later("choose a {kind}", kind=_KINDS.get(kind, kind)),
        )
    place = Path(path) if folder is None else folder / path
    try:
        resolved = place.resolve()
    except (OSError, RuntimeError) as error:
        raise DataError(
            later("{path}: cannot be reached ({error})", path=path, error=error),
            later("choose another {kind}", kind=_KINDS.get(kind, kind)),
        ) from error
    if not outside:
        home = folder.resolve() if folder is not None else None
        if home is None or not resolved.is_relative_to(home):
            raise OutsideFolder(
                later(
                    "{path}: lies outside the project's folder, so it is not read before a run",
                    path=path,
                ),
                later("start the run to read it, or move it beside the project file"),
            )
    exists = {"folder": resolved.is_dir, "file": resolved.is_file}.get(kind, resolved.exists)()
    if not exists:
        where = (
            ""
            if Path(path).is_absolute()
            else later(" (looked in {folder})", folder=folder or Path.cwd())
        )
        raise DataError(
            later(
                "{path}: there is no such {kind}{where}",
                path=path,
                kind=_KINDS.get(kind, kind),
                where=where,
            ),
            "check the path",
        )
    return resolved


def is_among(said: Value, chosen: Collection[str]) -> bool:
    """Whether all places that ``data:`` names are ones that the user pointed at by hand."""
    if not isinstance(said, Mapping):
        return False
    named = [said[key] for key in PLACES if said.get(key)]
    return bool(named) and all(one in chosen for one in named)
