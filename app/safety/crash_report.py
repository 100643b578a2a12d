"""What is told of a failure: versions and the way to it, and nothing of the project by itself."""

from __future__ import annotations

import platform
import sys
import traceback
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Failure:
    """An exception that nobody caught; ``place`` tells one from another."""

    place: tuple[str, str, int]
    #: Which exception, and the calls that led to it.
    trace: str
    #: The same, with what the exceptions say: that may name parts of the project.
    full: str


def failure_of(error: BaseException) -> Failure:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    place = (type(error).__name__, last.filename if last else "", last.lineno or 0 if last else 0)
    full = "".join(traceback.format_exception(error))
    return Failure(place, _without_home(_trace(error)), _without_home(full))


def report(failures: list[Failure], *, full: bool = False, project: str = "") -> str:
    """The text to copy; ``project`` is the text of the project where the user wants it told."""
    try:
        ours = version("layerloom")
    except PackageNotFoundError:
        ours = "(not installed)"
    head = [
        f"Layerloom {ours}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}, Qt {qVersion()}",
        f"{platform.platform()}, {QGuiApplication.platformName()}",
        f"{datetime.now():%Y-%m-%d %H:%M:%S}",
    ]
    parts = ["\n".join(head), *((one.full if full else one.trace) for one in failures)]
    return "\n\n".join(part.strip("\n") for part in [*parts, project] if part.strip()) + "\n"


def _trace(error: BaseException) -> str:
    """The calls that led to an exception, and to those it came from, without what they say."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{_trace(earlier)}\nwhich led to\n\n" if earlier is not None else ""
    return before + "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__ + "\n"


def _without_home(text: str) -> str:
    """Whose machine it is, is nobody's business."""
    home = str(Path.home())
    text = text.replace(str(ROOT), "layerloom")
    text = text.replace(home, "~") if len(home) > 1 else text
    return text.replace(sys.prefix, "(python)")
