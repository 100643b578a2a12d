"""The curves of runs as a file: the numbers as CSV, or drawn over each other as PNG or SVG."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import UsageError
from app.cli.words import readable
from app.cli.written import write_out

if TYPE_CHECKING:
    from train.runs.curves import RunCurves
    from train.runs.record import Run

KINDS = (".csv", ".png", ".svg")

#: Pixels that a picture has.
WIDTH, HEIGHT = 1200, 420


def write_curves(runs: Sequence[Run], out: Path) -> int:
    """Raises: UsageError, for another kind of file; OSError."""
    from train.runs.curves import RunCurves, csv_of

    if out.suffix.lower() not in KINDS:
        raise UsageError(f"{out}: curves are written as {' or '.join(KINDS)}; name such a file")
    titles = titles_of(runs)
    curves = {title: RunCurves.of(run.path) for title, run in zip(titles, runs, strict=True)}
    if out.suffix.lower() == ".csv":
        write_out(csv_of(curves), str(out))
    else:
        _draw(curves, out)
    print(f"The curves are in {readable(out)}")
    return 0


def _draw(curves: Mapping[str, RunCurves], out: Path) -> None:
    """As the window draws them, without a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEvent

    from app.render import application

    app = application()
    from app.curve_files import write_curves
    from app.panels.curves import Curves
    from app.theme import apply_theme

    apply_theme(app, "light")
    widget = Curves()
    widget.resize(WIDTH, HEIGHT)
    widget.show()
    widget.show_runs(curves, with_live=False)
    app.processEvents()
    if not out.parent.is_dir():
        raise FileNotFoundError(2, "", str(out.parent))
    write_curves(widget, out)
    widget.deleteLater()  # before its menus, which have no parent: Qt crashes the other way round
    app.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def titles_of(runs: Sequence[Run]) -> list[str]:
    """A title for each, told apart by its folder where two have the same."""
    plain = [run.title for run in runs]
    return [
        title if plain.count(title) == 1 else f"{title} ({run.path.name})"
        for title, run in zip(plain, runs, strict=True)
    ]
