"""How much of a data set is held in memory, and how large one may be that is held whole."""

from __future__ import annotations

from graph.errors import DataError
from graph.phrases import later

#: Bytes; beyond it a laptop would swap, and what was typed by mistake would stop it.
LARGEST = 8 * 2**30

#: GiB that samples may take as float32 before they are read batch by batch, where that can be.
HELD = 1.0


#: What to do with a table that is too large to be held.
SAVE_AS_ARRAYS = later(
    "save its columns as arrays with numpy.save, which are read batch by batch, or use fewer rows"
)


def fits(size: int, memory: float) -> bool:
    """Whether ``size`` bytes may be held at once; ``memory`` is in GiB."""
    return size <= memory * 2**30


def check_size(name: str, size: int, advice: str = "use fewer or smaller samples") -> None:
    """Raises: DataError, if ``size`` bytes are more than a data set may take."""
    if size > LARGEST:
        raise DataError(
            later(
                "{name}: would need {size:.1f} GiB of memory, more than the {largest:.0f} "
                "GiB allowed",
                name=name,
                size=size / 2**30,
                largest=LARGEST / 2**30,
            ),
            advice,
        )
