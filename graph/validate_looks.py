"""What is said of looks and has no meaning: colours that are none, keys that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.document import Document
from graph.look_edits import SetLooks, SetNotes
from graph.looks import LOOK_KEYS, wrong_parts
from graph.phrases import later
from graph.problems import Fix, Problem


def check_looks(document: Document, scope: str) -> Iterator[Problem]:
    """Problems of the looks of nodes, frames and notes; none of them changes the network."""
    graph = document.scope(scope)
    for name, look in graph.looks.items():
        for key, words in wrong_parts(look).items():
            left = {k: v for k, v in look.items() if k != key}
            fix = Fix(later("Remove {key}", key=key), SetLooks({name: left}, scope=scope))
            message = later(
                "The layout says {key} of {name}: {words}.", key=key, name=name, words=words
            )
            yield Problem("hint", "unknown-key", message, name, scope=scope, fixes=(fix,))
    for name, group in graph.groups.items():
        said = {key: value for key, value in group.options.items() if key in LOOK_KEYS}
        for key, words in wrong_parts(said).items():
            left = {k: v for k, v in group.options.items() if k != key}
            fix = Fix(later("Remove {key}", key=key), SetLooks(frames={name: left}, scope=scope))
            message = later("{key} of the frame {name}: {words}.", key=key, name=name, words=words)
            yield Problem("hint", "unknown-key", message, scope=scope, fixes=(fix,))
        if group.is_plain:
            for key in ("trainable", "by"):
                if key in group.options:
                    message = later(
                        "{key} of the frame {name} means nothing: it is no container.",
                        key=key,
                        name=name,
                    )
                    yield Problem("hint", "unknown-key", message, scope=scope)
    for note in graph.notes.values():
        for key, words in wrong_parts(note.look).items():
            left = {k: v for k, v in note.look.items() if k != key}
            others = tuple(replace(n, look=left) if n is note else n for n in graph.notes.values())
            fix = Fix(later("Remove {key}", key=key), SetNotes(others, scope))
            message = later(
                "{key} of the note {name}: {words}.", key=key, name=note.name, words=words
            )
            yield Problem("hint", "unknown-key", message, scope=scope, fixes=(fix,))
