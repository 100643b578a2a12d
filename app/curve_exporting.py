"""Writing curves into a file that the user names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.file_handling import Dialogs
from app.safety.refusals import why_not_saved
from app.translating import later, tr

if TYPE_CHECKING:
    from app.panels.curves import Curves

FILTERS = {
    ".png": later("Pictures (*.png)"),
    ".svg": later("Drawings (*.svg)"),
    ".csv": later("Tables (*.csv)"),
}


class CurveExporting(QObject):
    """Asks where to, and writes what is drawn there and then."""

    said = Signal(str)

    def __init__(self, dialogs: Dialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._dialogs = dialogs

    def choose(self, curves: Curves, folder: str, ending: str = ".png") -> None:
        """Ask for a file; another ending than offered is as good."""
        filters = [tr(FILTERS[ending]), *(tr(w) for e, w in FILTERS.items() if e != ending)]
        self._dialogs.choose_save(
            tr("Export the curves"),
            str(Path(folder) / f"curves{ending}"),
            ";;".join(filters),
            lambda path: self._write(curves, path, ending),
        )

    def _write(self, curves: Curves, path: Path, ending: str) -> None:
        from app.curve_files import ENDINGS, write_curves

        if path.suffix.lower() not in ENDINGS:
            path = path.with_name(path.name + ending)
        try:
            write_curves(curves, path)
        except OSError as error:
            self._dialogs.tell(tr("The curves were not exported"), why_not_saved(error, path))
            return
        self.said.emit(tr("Exported {file}").format(file=path.name))
