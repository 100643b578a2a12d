"""Project files: read whole or refused with the line, saved whole or not at all."""

from __future__ import annotations

from pathlib import Path

from graph.document import Document
from graph.errors import ProjectError
from graph.kept_text import keep_text
from graph.limits import MAX_PROJECT_BYTES
from graph.phrases import later
from graph.project_reader import FORMAT_VERSION, read_document, read_value
from graph.project_writer import write_document
from graph.whole_file import write_whole

__all__ = [
    "FORMAT_VERSION",
    "dumps",
    "load_bytes",
    "load_project",
    "loads",
    "read_bytes",
    "read_value",
    "save_project",
    "text_of",
]


def loads(text: str, path: Path | str = "") -> Document:
    """Return the document that the text of a project file describes.

    Raises: ProjectError with the line, if it is no project file of this version.
    """
    return read_document(text, path)


def dumps(document: Document) -> str:
    """Return the canonical text of a document: ``loads(dumps(document)) == document``.

    Raises: ProjectError, if it holds a value that no file can hold.
    """
    return write_document(document)


def text_of(document: Document) -> str:
    """A text that describes a document, for another process, which may have to be told its name.

    It is that of the file where nothing was edited since, at no cost; else the canonical one.
    Raises: ProjectError, if it holds a value that no file can hold.
    """
    return document.source.decode("utf-8-sig") if document.is_as_read else dumps(document)


def load_project(path: Path | str) -> Document:
    """Read a project file.

    Raises: ProjectError, naming file and line, if it cannot be read.
    """
    return load_bytes(read_bytes(path), path)


def load_bytes(data: bytes, path: Path | str) -> Document:
    """Return the document of a project file at ``path`` that holds ``data``.

    Raises: ProjectError, naming file and line, if it cannot be read.
    """
    document = loads(_decode(data, path), path)
    document.source, document.folder, document.is_as_read = data, Path(path).parent, True
    return document


def read_bytes(path: Path | str) -> bytes:
    """What a file holds, if it is none too large for a project.

    Raises: ProjectError, naming the file, if it cannot be read.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ProjectError("this is a folder", "name a .loom.yaml file in it", path=path)
        if path.exists() and not path.is_file():
            raise ProjectError("this is no ordinary file", "name a .loom.yaml file", path=path)
        with path.open("rb") as file:
            data = file.read(MAX_PROJECT_BYTES + 1)
    except FileNotFoundError:
        raise ProjectError("there is no such file", "check the path", path=path) from None
    except PermissionError:
        raise ProjectError(
            "the file may not be read", "ask its owner, or change its permissions", path=path
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ProjectError(
            later("the file cannot be read ({reason})", reason=reason.lower()),
            "check the path and the disk",
            path=path,
        ) from None
    if len(data) > MAX_PROJECT_BYTES:
        raise ProjectError(
            later(
                "the file is larger than {max_project_bytes} MiB",
                max_project_bytes=MAX_PROJECT_BYTES // 2**20,
            ),
            "a project file holds no data; check that it is one",
            path=path,
        )
    return data


def _decode(data: bytes, path: Path | str) -> str:
    if not data.strip():
        raise ProjectError("the file is empty", "a project begins with layerloom: 1", path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProjectError(
            "this is no text in UTF-8", "check that it is a project file", path=path, line=line
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ProjectError(
            "this is no text file", "check that it is a project file", path=path, line=line
        )
    return text


def save_project(document: Document, path: Path | str) -> None:
    """Write the project file, so that a crash leaves the old file or the new one, whole.

    A symbolic link stays one, and the file keeps its permissions. What did not change since
    the document was read keeps its text, comments included.
    Raises: ProjectError, if it cannot be written.
    """
    path = Path(path)
    data = keep_text(document, path)
    try:
        write_whole(path, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ProjectError(
            later("the file cannot be written ({reason})", reason=reason),
            "choose another folder, or make room; the old file is as it was",
            path=path,
        ) from error
    document.source, document.folder, document.is_as_read = data, path.parent, True
