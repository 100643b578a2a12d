"""Which process of a run this is, of how many, and where they meet; no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from graph.errors import TrainingError
from graph.phrases import later


@dataclass(frozen=True)
class Place:
    """The place of a process among ``size`` that train together; the first alone tells of it.

    ``local`` is its number on its own machine, which says whose GPU it takes. They meet at
    ``address`` and ``port``, which the one that ``hosts`` holds open; ``attempt`` keeps a start
    apart from the one before it.
    """

    rank: int = 0
    size: int = 1
    local: int = 0
    address: str = "127.0.0.1"
    port: int = 0
    hosts: bool = False
    attempt: str = ""

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> Place:
        """Raises: KeyError, TypeError or ValueError, if it is no place."""
        place = Place(
            int(plain["rank"]),
            int(plain["size"]),
            int(plain["local"]),
            str(plain["address"]),
            int(plain["port"]),
            bool(plain["hosts"]),
            str(plain["attempt"]),
        )
        if not 0 <= place.rank < place.size:
            raise ValueError(f"rank {place.rank} of {place.size}")
        return place


def place_of(environment: Mapping[str, str]) -> Place | None:
    """The place that torchrun gives a process; None where it started none, or one alone.

    Raises: TrainingError, if it says only half of it.
    """
    if environment.get("WORLD_SIZE", "1") == "1":
        return None
    hosted = environment.get("TORCHELASTIC_USE_AGENT_STORE") == "True"
    try:
        rank = int(environment["RANK"])
        return Place.from_plain(
            {
                "rank": rank,
                "size": environment["WORLD_SIZE"],
                "local": environment.get("LOCAL_RANK", rank),
                "address": environment["MASTER_ADDR"],
                "port": environment["MASTER_PORT"],
                "hosts": rank == 0 and not hosted,
                "attempt": environment.get("TORCHELASTIC_RESTART_COUNT", ""),
            }
        )
    except (KeyError, ValueError) as error:
        raise TrainingError(
            later(
                "WORLD_SIZE says that several processes train, but not which this is ({error})",
                error=error,
            ),
            later("start them by torchrun, or take WORLD_SIZE out of the environment"),
        ) from error
