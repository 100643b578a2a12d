"""Where a process that dies at once, in C++ say, still writes down where it was."""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
from pathlib import Path
from uuid import uuid4

from graph.claim import Claim

#: More of a log than this is not read.
MOST = 200_000


def begin_log(folder: Path) -> None:
    """Let a crash of this process be written down; one that ends well leaves nothing."""
    path = folder / f"{uuid4().hex}.txt"
    claim = Claim(path.with_suffix(".lock"))
    with contextlib.suppress(OSError):
        claim.take()
        log = path.open("w", encoding="utf-8")
        faulthandler.enable(log)

        def end() -> None:
            faulthandler.disable()
            log.close()
            path.unlink(missing_ok=True)
            claim.release()

        atexit.register(end)


def take_logs(folder: Path) -> str:
    """What processes that died have written down, removed from the folder; "" for nothing."""
    texts = []
    for path in sorted(folder.glob("*.txt")):
        claim = Claim(path.with_suffix(".lock"))
        with contextlib.suppress(OSError):
            if claim.take():
                with path.open(encoding="utf-8", errors="replace") as file:
                    texts.append(file.read(MOST).strip())
                path.unlink()
                claim.release()
    return "\n\n".join(text for text in texts if text)
