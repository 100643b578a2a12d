"""The one place where Python from a project is run: only files that the user trusts."""

from __future__ import annotations

import contextlib
import linecache
import random
import sys
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import torch

from graph.errors import LoomError
from graph.phrases import later
from graph.python.outline import OutlineError, outline
from graph.python.source_file import PythonFile
from graph.python.time_limit import OutOfTimeError, time_limit

#: Where modules of users live; no name of theirs hides one of Python's.
_PREFIX = "layerloom_user"

_loaded: dict[tuple[str, str], types.ModuleType] = {}

#: Told before code of a file runs, and with None after: who watches this process may have to
#: know whose code ended it.
_observers: list[Callable[[PythonFile | None], None]] = []


def observe(observer: Callable[[PythonFile | None], None]) -> None:
    """Call ``observer`` whenever code of a file begins and ends to run."""
    _observers.append(observer)


def _tell(file: PythonFile | None) -> None:
    for observer in _observers:
        observer(file)


class UserCodeError(LoomError):
    """Code of the user's that raised, did not end, or is not what it should be."""


def load(file: PythonFile, name: str) -> Callable[..., Any]:
    """The class or function ``name`` of a trusted file; a Function stands as its ``apply``.

    The bytes that were read are run, once for each process; the state of random numbers stays.
    Raises: UserCodeError, in one sentence; for a file that is not trusted, without running it.
    """
    found = getattr(_module(file), name, None)
    if isinstance(found, type) and issubclass(found, torch.autograd.Function):
        return found.apply
    if isinstance(found, type) and not issubclass(found, torch.nn.Module):
        raise UserCodeError(
            later(
                "{name} in {file} is neither an nn.Module nor a Function", name=name, file=file.name
            )
        )
    if not callable(found):
        raise UserCodeError(
            later("{name} in {file} is neither a class nor a function", name=name, file=file.name)
        )
    return found


def _module(file: PythonFile) -> types.ModuleType:
    if not file.trusted:
        raise UserCodeError(later("{name} has not been trusted, so it is not run", name=file.name))
    key = (file.name, file.digest)
    if key not in _loaded:
        _loaded[key] = _import(file)
    return _loaded[key]


def _import(file: PythonFile) -> types.ModuleType:
    path = f"{file.folder}/{file.name}" if file.folder else file.name
    try:
        outline(file.text)
    except OutlineError as error:
        where = later(", line {line}", line=error.line) if error.line else ""
        raise UserCodeError(
            later("{name}{where}: {words}", name=file.name, where=where, words=error)
        ) from error
    name = f"{_PREFIX}.{file.digest[:12]}.{file.module}"
    module = types.ModuleType(name)
    module.__file__ = path
    # What is read back for a traceback is what was run.
    linecache.cache[path] = (len(file.data), None, file.text.splitlines(keepends=True), path)
    sys.modules[name] = module
    try:
        with running(file, later("being imported")), unchanged_random_state():
            code = compile(file.data, path, "exec", dont_inherit=True)
            exec(code, module.__dict__)  # noqa: S102  (the user trusts these very bytes)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return module


@contextlib.contextmanager
def running(file: PythonFile, when: str, what: str = "") -> Iterator[None]:
    """Run code of a file: in limited time, its prints among the errors, its warnings unheard.

    ``when`` completes the sentence "It stopped while ...". Raises: UserCodeError.
    """
    subject = later("{what} in {name}", what=what, name=file.name) if what else file.name
    _tell(file)
    try:
        with (
            time_limit(subject),
            contextlib.redirect_stdout(sys.stderr),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore")
            yield
    except (UserCodeError, KeyboardInterrupt):
        raise
    except OutOfTimeError:
        raise UserCodeError(
            later("{subject} does not come to an end while {when}", subject=subject, when=when),
            "look for a loop that never stops",
        ) from None
    except BaseException as error:
        raise UserCodeError(_sentence(subject, when, file, error)) from None
    finally:
        _tell(None)


def _sentence(subject: str, when: str, file: PythonFile, error: BaseException) -> str:
    line = _line(file, error)
    where = later(", line {line}", line=line) if line else ""
    if isinstance(error, ModuleNotFoundError):
        return later(
            "{name}{where} imports {error}, which is not installed here",
            name=file.name,
            where=where,
            error=error.name,
        )
    if isinstance(error, SystemExit):
        return later(
            "{subject} wants to end the program while {when}{where}",
            subject=subject,
            when=when,
            where=where,
        )
    said = next((text.strip() for text in str(error).splitlines() if text.strip()), "")
    said = said[:200].rstrip(". ") or type(error).__name__
    return later(
        "{subject} stopped while {when}{where}: {said}",
        subject=subject,
        when=when,
        where=where,
        said=said,
    )


def _line(file: PythonFile, error: BaseException) -> int:
    """The last line of the file on the way to an error."""
    if isinstance(error, SyntaxError) and error.lineno:
        return error.lineno
    ours = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.replace("\\", "/").endswith(file.name) and frame.lineno
    ]
    return ours[-1] if ours else 0


@contextlib.contextmanager
def unchanged_random_state() -> Iterator[None]:
    """Whatever is drawn inside, what is drawn afterwards is as if nothing had been."""
    state, own = torch.get_rng_state(), random.getstate()
    try:
        yield
    finally:
        torch.set_rng_state(state)
        random.setstate(own)
