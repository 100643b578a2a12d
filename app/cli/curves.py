"""The curves of runs as a file: the numbers as CSV, or drawn over each other as PNG or SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import UsageError
from app.cli.words import readable
from app.cli.written import write_out

if TYPE_CHECKING:
    from train.runs.record import Run

KINDS = (".csv",)


def write_curves(runs: Sequence[Run], out: Path) -> int:
    """Raises: UsageError, for another kind of file; OSError."""
    from train.runs.curves import RunCurves, csv_of

    if out.suffix.lower() not in KINDS:
        raise UsageError(f"{out}: curves are written as {' or '.join(KINDS)}; name such a file")
    titles = titles_of(runs)
    curves = {title: RunCurves.of(run.path) for title, run in zip(titles, runs, strict=True)}
    write_out(csv_of(curves), str(out))
    print(f"The curves are in {readable(out)}")
    return 0


def titles_of(runs: Sequence[Run]) -> list[str]:
    """A title for each, told apart by its folder where two have the same."""
    plain = [run.title for run in runs]
    return [
        title if plain.count(title) == 1 else f"{title} ({run.path.name})"
        for title, run in zip(plain, runs, strict=True)
    ]
