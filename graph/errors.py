"""Everything that can be wrong, as a tree of exceptions.

LoomError                      what is wrong, and what to do about it
+-- ProjectError               a project file cannot be read; knows path and line
+-- JournalError               a journal of edits cannot be read
+-- EditError                  an edit does not apply to the document as it stands
+-- ExpressionError            an ``=expression`` cannot be read or evaluated
+-- ShapeError                 a layer does not accept what arrives
+-- LoweringError              a graph with errors was asked for a program
+-- DataError                  a data set cannot be read; knows file and row
+-- TrainingError              a run cannot start, go on or be resumed
"""

from __future__ import annotations

from pathlib import Path

from graph.phrases import Phrase, joined, on_one_line


class LoomError(Exception):
    """Says what is wrong and, where one exists, what to do about it."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = _phrase(message)
        self.advice = _phrase(advice)

    def __str__(self) -> str:
        return joined("; ", (self.message, self.advice)) if self.advice else self.message


class ProjectError(LoomError):
    """A project file that cannot be read; printed as ``FILE:line: what is wrong; what to do``."""

    def __init__(
        self, message: str, advice: str = "", *, path: Path | str = "", line: int = 0
    ) -> None:
        super().__init__(message, advice)
        self.path = path
        self.line = line

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        return joined("", (where if str(self.path) else "", super().__str__()))


class JournalError(LoomError):
    """A journal that cannot be read, not even in its first part."""


class EditError(LoomError):
    """An edit that does not apply to the document as it stands; the document is unchanged."""


class ExpressionError(LoomError):
    """An ``=expression`` that cannot be read, or that has no value here."""


class ShapeError(LoomError):
    """A layer that does not accept what arrives at one of its ports."""


class LoweringError(LoomError):
    """A graph with errors was asked for a program."""


class DataError(LoomError):
    """A data set that cannot be read; the message names the file and, where known, the row."""


class TrainingError(LoomError):
    """A run that cannot start, go on or be resumed."""


def _phrase(text: str) -> Phrase:
    return on_one_line(text if isinstance(text, Phrase) else Phrase.of(text))
