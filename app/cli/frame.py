"""What stands around every command: it is found, run, and whatever goes wrong is one plain line."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import traceback
import warnings
from types import ModuleType

from app.cli.arguments import UsageError, read_arguments
from app.cli.words import explain_os_error, one_line
from graph.errors import LoomError, ProjectError

#: What the shell sees: all well, the project has errors, something could not be read or written.
WELL, ERRORS, UNREADABLE, INTERRUPTED = 0, 1, 2, 130

#: Set to see the traceback of a fault of ours.
DEBUG = "LAYERLOOM_DEBUG"


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; nothing it raises gets past here."""
    _prepare_streams()
    if not os.environ.get(DEBUG):
        warnings.simplefilter("ignore")
    subject = ""
    try:
        options = read_arguments(arguments)
        subject = options.subject
        code: int = _command(options.command).run(options)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse, after --help and --version
        return _after_flush(int(stop.code or 0))
    except BrokenPipeError:  # the reader has seen enough: `check FILE | head`
        _abandon_output()
        return WELL
    except KeyboardInterrupt:
        _complain("stopped")
        return INTERRUPTED
    except Exception as error:
        _complain(_explain(error, subject))
        return _after_flush(UNREADABLE)
    return code


def _command(name: str) -> ModuleType:
    return importlib.import_module(f"app.cli.{name}")


def _explain(error: Exception, subject: str) -> str:
    if isinstance(error, ProjectError | UsageError):
        return str(error)
    if isinstance(error, LoomError):
        return f"{subject}: {error}" if subject else str(error)
    if isinstance(error, OSError):
        return explain_os_error(error, subject)
    if os.environ.get(DEBUG):
        traceback.print_exc()
    where = f"{subject}: " if subject else ""
    if isinstance(error, MemoryError):
        return f"{where}there is not enough memory for this; close other programs or use less"
    return (
        f"{where}something went wrong inside Layerloom, which is a fault of ours; "
        f"run the same command with {DEBUG}=1 to see the details, and report them"
    )


def _prepare_streams() -> None:
    """Text is UTF-8 everywhere, and a closed stream swallows what is written to it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(message: str) -> None:
    with contextlib.suppress(OSError):
        print(one_line(message), file=sys.stderr, flush=True)


def _after_flush(code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError:
        _abandon_output()
    return code


def _abandon_output() -> None:
    """Point stdout at nothing: the interpreter flushes it once more at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
