"""``main.py [FILE]``: open the app."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from app.cli.arguments import UsageError, program_name
from app.cli.display import has_display


def run(options: argparse.Namespace) -> int:
    if options.file:
        Path(options.file).stat()  # a file that is not there is said here, not in a window
    if not has_display():
        raise UsageError(
            f"{program_name()}: there is no display to open a window on; "
            f"use a command that needs none: {program_name()} --help"
        )
    before_qt()
    from app.start import run_app

    return run_app(Path(options.file) if options.file else None)


def before_qt() -> None:
    """What makes the start faster, if it comes before PySide6.

    That reads the source of every module which is imported after it. And nothing that is imported
    is garbage: the collector rests until ``app.garbage`` takes over.
    """
    gc.disable()
    import graph.analysis  # noqa: F401
    import train.config  # noqa: F401
