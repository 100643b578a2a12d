"""Reads folders of runs in a thread: neither a thousand of them nor a long log holds one up."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from graph.errors import LoomError
from train.runs.comparing import Comparison, compare_runs
from train.runs.curves import RunCurves
from train.runs.listing import Found, Reader
from train.runs.record import Run, signature

#: Runs whose curves are kept: a run of a million steps has 16 MB of them.
KEPT = 12


class RunsReader(QObject):
    """Answers by signals, in the order it was asked; what is asked anew overtakes what was."""

    listed = Signal(object, object)  # Path, list[Found]
    failed = Signal(object, str)  # Path, why
    looked_into = Signal(object)  # Looked
    recalled = Signal(object, object)  # Path, RunCurves

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reader = Reader()
        self._curves: dict[Path, tuple[object, RunCurves]] = {}
        self._is_listing = False
        self._wanted: Sequence[Run] = ()

    def list(self, folder: Path) -> None:
        """Read a folder of runs, unless that is being done."""
        if not self._is_listing:
            self._is_listing = True
            self._pool.start(lambda: self._list(folder))

    def look_into(self, runs: Sequence[Run]) -> None:
        """Read the curves of some runs, and compare them."""
        self._wanted = runs
        self._pool.start(lambda: self._look_into(runs))

    def recall(self, folder: Path) -> None:
        """Read what a run measured until now."""
        self._pool.start(lambda: self._recall(folder))

    def close(self) -> None:
        """Wait for what is under way."""
        self._wanted = ()
        self._pool.clear()
        self._pool.waitForDone(5_000)

    def _list(self, folder: Path) -> None:
        found: list[Found] = []
        try:
            found = self._reader.read(folder)
            said: Callable[[], Any] = lambda: self.listed.emit(folder, found)  # noqa: E731
        except LoomError as error:
            why = str(error)
            said = lambda: self.failed.emit(folder, why)  # noqa: E731
        self._is_listing = False
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            said()

    def _look_into(self, runs: Sequence[Run]) -> None:
        if runs is not self._wanted:
            return
        curves = {run.path: self._curves_of(run) for run in runs}
        looked = Looked(tuple(runs), curves, compare_runs(runs) if runs else None)
        with contextlib.suppress(RuntimeError):
            self.looked_into.emit(looked)

    def _recall(self, folder: Path) -> None:
        with contextlib.suppress(OSError, RuntimeError):
            self.recalled.emit(folder, RunCurves.of(folder))

    def _curves_of(self, run: Run) -> RunCurves:
        mark = signature(run.path)
        known = self._curves.get(run.path)
        if known is not None and known[0] == mark:
            return known[1]
        curves = RunCurves()
        with contextlib.suppress(OSError):
            curves = RunCurves.of(run.path)
        self._curves.pop(run.path, None)
        self._curves[run.path] = (mark, curves)
        while len(self._curves) > KEPT:
            self._curves.pop(next(iter(self._curves)))
        return curves


class Looked:
    """What was found in some runs."""

    def __init__(
        self, runs: Sequence[Run], curves: dict[Path, RunCurves], comparison: Comparison | None
    ) -> None:
        self.runs, self.curves, self.comparison = runs, curves, comparison
