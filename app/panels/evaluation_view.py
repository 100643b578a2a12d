"""What a run's best weights reach on samples that are held out, measured now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.panels.pieces import column, plain_label, push_button, row
from app.run_words import moment, value
from app.translating import tr
from train.runs.record import Run

PARTS = ("validation", "test")


class EvaluationView(QWidget):
    """Shows what the selected run was evaluated to, now or earlier; it measures nothing itself."""

    wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label(look="soft", wrap=True)
        self.words.setAccessibleName(tr("What the evaluation says"))
        self.table = QTreeWidget()
        self.table.setAccessibleName(tr("Results on the held-out samples"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.table.setHeaderLabels(["", tr("validation"), tr("test")])
        for number in (1, 2):
            self.table.headerItem().setTextAlignment(number, Qt.AlignmentFlag.AlignRight)
        self.again = push_button(tr("Evaluate"), icon_name="check")
        self.again.clicked.connect(lambda: self.wanted.emit())
        self.end = push_button(tr("Stop"))
        self.end.clicked.connect(lambda: self.stop_wanted.emit())
        layout = column(self.words, self.table, row(self.again, self.end, None), spacing=8)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._told: dict[Path, Mapping[str, Any]] = {}
        self._failed: dict[Path, str] = {}
        self._busy: Path | None = None
        self._run: Run | None = None
        self._show()

    # what it is told

    def show_run(self, run: Run | None) -> None:
        """The run that is selected, if it is one alone."""
        self._run = run
        self._show()

    def begin(self, run: Run) -> None:
        self._busy = run.path
        self._failed.pop(run.path, None)
        self._show()

    def take(self, path: Path, told: Mapping[str, Any]) -> None:
        """The event ``evaluation`` of a run."""
        self._told[path] = told
        self._show()

    def finish(self, path: Path, wrong: str = "") -> None:
        """The measuring is over; ``wrong`` says why nothing came of it."""
        self._busy = None
        if wrong:
            self._failed[path] = wrong
            self._told.pop(path, None)
        self._show()

    def text(self) -> str:
        """The table as lines, for those who read it otherwise."""
        items = [self.table.topLevelItem(i) for i in range(self.table.topLevelItemCount())]
        return "\n".join("\t".join(item.text(c) for c in range(3)) for item in items)

    # showing it

    def _show(self) -> None:
        run = self._run
        is_busy = run is not None and self._busy == run.path
        told = None
        if run is not None and run.path not in self._failed:
            told = self._told.get(run.path) or run.evaluation or None
        self.words.setText(self._said(told, is_busy=is_busy))
        self.again.setEnabled(run is not None and run.can_go_on and self._busy is None)
        self.end.setVisible(is_busy)
        self.table.clear()
        self.table.setVisible(told is not None and not is_busy)
        for metric in dict.fromkeys(m for part in PARTS for m in (told or {}).get(part) or {}):
            found = [((told or {}).get(part) or {}).get(metric) for part in PARTS]
            item = QTreeWidgetItem(self.table, [metric, *(value(metric, one) for one in found)])
            for number in (1, 2):
                item.setTextAlignment(number, Qt.AlignmentFlag.AlignRight)
        self.table.setColumnHidden(2, not (told or {}).get("test"))
        for number, width in enumerate((140, 110, 110)):
            self.table.setColumnWidth(number, width)

    def _said(self, told: Mapping[str, Any] | None, *, is_busy: bool) -> str:
        run = self._run
        if run is None:
            return tr("Select one run to evaluate it.")
        if is_busy:
            return tr("Measuring {run} on the samples that are held out").format(run=run.title)
        if run.path in self._failed:
            return self._failed[run.path]
        if told is None:
            if not run.can_go_on:
                return tr("{run} has no checkpoint to evaluate.").format(run=run.title)
            words = tr(
                "Evaluate measures the best weights of {run} on all samples that are held out, "
                "and trains nothing."
            )
            return words.format(run=run.title)
        words = tr(
            "{run}: the weights of epoch {epoch} ({file}) on the samples that are held out, "
            "measured {when}"
        )
        return words.format(
            run=run.title,
            epoch=told.get("epoch"),
            file=told.get("weights"),
            when=moment(told.get("time")),
        )
