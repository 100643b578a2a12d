"""What a worker is asked to do: train, go on, or only look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import TrainingError
from graph.phrases import later
from train.place import Place


@dataclass(frozen=True)
class Request:
    """What a ``start`` command asks for; with ``check`` nothing is trained and nothing written.

    ``place`` is given where others are started beside this process, as torchrun does.
    """

    project: str
    out: Path
    folder: Path | None = None
    resume: bool = False
    evaluate: bool = False
    epochs: int | None = None
    device: str | None = None
    trusted: frozenset[str] = frozenset()
    check: bool = False
    search: str = ""
    limit: float | None = None
    place: Place | None = None

    @property
    def only_looks(self) -> bool:
        """Whether nothing is trained, and nothing written."""
        return self.check or self.evaluate or bool(self.search)

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Request:
        """Raises: TrainingError, if the command is no such request."""
        try:
            folder = plain.get("folder")
            return Request(
                project=str(plain["project"]),
                out=Path(plain["out"]).resolve(),
                folder=Path(folder).resolve() if folder else None,
                resume=bool(plain.get("resume", False)),
                evaluate=bool(plain.get("evaluate", False)),
                epochs=None if plain.get("epochs") is None else int(plain["epochs"]),
                device=plain.get("device"),
                trusted=frozenset(map(str, plain.get("trusted") or ())),
                check=bool(plain.get("check", False)),
                search=str(plain.get("search") or ""),
                limit=None if plain.get("limit") is None else float(plain["limit"]),
                place=Place.from_plain(plain["place"]) if plain.get("place") else None,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise TrainingError(
                later("the start command is not complete ({error})", error=error)
            ) from error
