"""The end of a wire that was let go over nothing: what is added next may be wired to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LooseEnd:
    """The port that the wire starts at; ``is_output`` where it gives, else it takes."""

    node: str
    port: str
    is_output: bool
