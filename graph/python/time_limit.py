"""A limit on the time that somebody else's code may take."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from graph.limits import MAX_PYTHON_SECONDS

#: On a busy machine code may take this many times as long as it computes; a sleep too.
_PATIENCE = 3

#: Seconds after the limit in which the code may still give in, before the process is ended.
GRACE = 3.0

#: Seconds between two looks at the clock.
REMINDER = 0.2


class OutOfTimeError(BaseException):
    """The time is up. No Exception, so that ``except Exception`` does not swallow it."""


#: What is done where even that does not help: the process ends, and whoever started it is told.
_end: Callable[[str], None] | None = None

_counting = False


def end_by(end: Callable[[str], None]) -> None:
    """Say what ends this process, given the name of what did not end; it must not return."""
    global _end
    _end = end


@contextmanager
def time_limit(what: str) -> Iterator[None]:
    """Raise OutOfTimeError in the block once MAX_PYTHON_SECONDS of computing are over.

    Code that is deaf even to that (a loop in C) is ended with its process, after some grace.
    Inside another limit it is that one which counts.
    """
    global _counting
    if _counting:
        yield
        return
    clock, over = _Clock(MAX_PYTHON_SECONDS), threading.Event()
    alarm = _signalled if _can_be_signalled() else _thrown
    watching = threading.Thread(target=_watch, args=(over, what, clock), daemon=True)
    watching.start()
    _counting = True
    try:
        with alarm(over, clock):
            yield
    finally:
        _counting = False
        over.set()


class _Clock:
    """Counts what the process computes, and what the clock on the wall says."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._computed, self._started = time.process_time(), time.monotonic()

    def is_up(self, grace: float = 0.0) -> bool:
        computed = time.process_time() - self._computed
        passed = time.monotonic() - self._started
        return computed > self._seconds + grace or passed > _PATIENCE * self._seconds + grace


def _watch(over: threading.Event, what: str, clock: _Clock) -> None:
    while not clock.is_up(GRACE):
        if over.wait(REMINDER):
            return
    if not over.is_set():
        if _end is not None:
            _end(what)
        sys.stderr.write(f"{what} does not end\n")
        sys.stderr.flush()
        os._exit(1)


def _can_be_signalled() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def _signalled(over: threading.Event, clock: _Clock) -> Iterator[None]:
    """By the clock's signal, which ends a sleep too."""

    def ring(_signal: int, _frame: FrameType | None) -> None:
        if not over.is_set() and clock.is_up():
            raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, REMINDER, REMINDER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _thrown(over: threading.Event, clock: _Clock) -> Iterator[None]:
    """By an exception thrown into the thread, between two of its steps."""
    thread = ctypes.c_ulong(threading.get_ident())

    def throw() -> None:
        while not over.wait(REMINDER):
            if clock.is_up():
                raised = ctypes.py_object(OutOfTimeError)
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, raised)

    throwing = threading.Thread(target=throw, daemon=True)
    throwing.start()
    try:
        yield
    finally:
        over.set()
        throwing.join()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
