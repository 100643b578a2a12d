"""The command line, and the door to the app: it starts fast and imports late."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return 0, 1 (the project has errors) or 2 (unreadable)."""
    from app.cli.frame import run

    return run(list(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    sys.exit(main())
