"""What is to be probed, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import LoomError
from train.probe.samples import Feed


class ProbeError(LoomError):
    """A network that cannot be run on this sample; names the node where it ended."""

    def __init__(self, message: str, advice: str = "", node: str = "") -> None:
        super().__init__(message, advice)
        self.node = node


@dataclass(frozen=True)
class Request:
    """What is to be run, and how.

    ``batch`` is N; None: one sample, or in train mode as many as statistics need. ``seed`` draws
    what is random inside the network, such as Dropout. ``weights`` is a file of them; None: those
    that a run starts with.
    """

    feeds: Mapping[str, Feed] = field(default_factory=dict)
    train: bool = False
    batch: int | None = None
    sizes: Mapping[str, int] = field(default_factory=dict)
    seed: int = 0
    weights: Path | None = None

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> Request:
        """Raises: LoomError, if it says what cannot be."""
        try:
            batch = plain.get("batch")
            request = Request(
                {str(name): Feed.from_plain(one) for name, one in plain.get("feeds", {}).items()},
                bool(plain.get("train", False)),
                None if batch is None else int(batch),
                {str(name): int(size) for name, size in plain.get("sizes", {}).items()},
                int(plain.get("seed", 0)),
                Path(plain["weights"]) if plain.get("weights") else None,
            )
        except (TypeError, ValueError, AttributeError) as error:
            raise ProbeError("what is to be probed makes no sense") from error
        if request.batch is not None and not 1 <= request.batch <= 4096:
            raise ProbeError("a batch has 1 to 4096 samples", "choose such a number")
        if any(not 1 <= size <= 100_000 for size in request.sizes.values()):
            raise ProbeError("a size is a number from 1 to 100,000", "choose such a number")
        return request
