"""The exported file as the window shows it: the text, and where each layer stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.line_process import Message


@dataclass(frozen=True)
class SourceText:
    """The exported file and which lines belong to each node; ``reason`` where there is none.

    ``lines`` holds them by scope, and under the name "" the class of the scope. ``keys`` has, by
    scope, where the names of each layer and frame begin in ``state_dict``. ``arrays`` are the files
    that it reads from beside it: where they lie now, by their names.
    """

    text: str = ""
    lines: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    reason: str = ""
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    arrays: Mapping[str, str] = field(default_factory=dict)


def source_of(reply: Message) -> SourceText:
    """Read the child's answer, which may lack any part."""
    lines = {
        str(scope): {str(name): (int(span[0]), int(span[1])) for name, span in places.items()}
        for scope, places in (reply.get("lines") or {}).items()
    }
    keys = {
        str(scope): {str(name): str(key) for name, key in found.items()}
        for scope, found in (reply.get("keys") or {}).items()
    }
    arrays = {str(name): str(path) for name, path in (reply.get("arrays") or {}).items()}
    text, reason = (str(reply.get(key) or "") for key in ("text", "reason"))
    return SourceText(text, lines, reason, keys, arrays)
