"""How large a data set may be: it is held in memory as a whole."""

from __future__ import annotations

from graph.errors import DataError
from graph.phrases import later

#: Bytes; beyond it a laptop would swap, and what was typed by mistake would stop it.
LARGEST = 8 * 2**30


def check_size(name: str, size: int) -> None:
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
            "use fewer or smaller samples",
        )
