"""The Python files of one project: each read once, until somebody asks to look again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graph.catalog.custom import PYTHON
from graph.document import Document, Value
from graph.phrases import later
from graph.python.outline import Definition, OutlineError, outline
from graph.python.source_file import PythonFile, PythonFileError, read_python_file

#: What to do about a file that is not trusted.
HOW_TO_TRUST = later("read it, then trust it: in the inspector, or with --trust")


class PythonFiles:
    """Reads files in ``folder``, and knows by their digests which of them the user trusts.

    Holds what it read, so that all who ask see the same bytes; ``refresh`` looks again. Runs
    nothing. ``stuck`` says of digests why they are not to be run any more.
    """

    def __init__(
        self,
        folder: Path | None = None,
        trusted: Iterable[str] = (),
        stuck: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.trusted, self.stuck = frozenset(trusted), dict(stuck or {})
        self._read: dict[str, PythonFile | PythonFileError] = {}

    def get(self, name: Value) -> PythonFile:
        """Raises: PythonFileError, if the project may not name it or it cannot be read."""
        key = str(name)
        if key not in self._read:
            try:
                self._read[key] = read_python_file(self.folder, name, self.trusted)
            except PythonFileError as error:
                self._read[key] = error
        found = self._read[key]
        if isinstance(found, PythonFileError):
            raise found
        return found

    def definition(self, file: Value, name: Value) -> Definition | None:
        """What a node names, as far as its file can be read; runs nothing."""
        try:
            return outline(self.get(file).text).get(str(name))
        except (PythonFileError, OutlineError):
            return None

    def state(self, name: Value) -> str:
        """Equal where a file is as it was: its digest and whether it may run."""
        try:
            file = self.get(name)
        except PythonFileError as error:
            return str(error)
        return f"{file.digest} {file.trusted} {self.stuck.get(file.digest, '')}"

    @property
    def fingerprint(self) -> str:
        """Equal where all files that were asked for are as they were."""
        return repr(sorted((name, self.state(name)) for name in self._read))


def python_file_names(document: Document) -> list[str]:
    """The files that the Python nodes of a document name, each once, in the order of the nodes."""
    return list(dict.fromkeys(_names(document)))


def _names(document: Document) -> Iterator[str]:
    for scope in document.scopes:
        for node in document.scope(scope).nodes:
            file = node.arguments.get("file")
            if node.type == PYTHON and isinstance(file, str):
                yield file


def trusted_digests(document: Document, files: PythonFiles) -> list[str]:
    """What a child process is told that it may run."""
    return sorted({file.digest for file in readable_files(document, files) if file.trusted})


def readable_files(document: Document, files: PythonFiles) -> list[PythonFile]:
    """The files of a document that can be read."""
    found = []
    for name in python_file_names(document):
        try:
            found.append(files.get(name))
        except PythonFileError:
            continue
    return found
