"""A run as it happens: what it is doing, its progress, its curves and its log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from app.panels.act_words import act_words
from app.panels.curves_place import CurvesPlace
from app.panels.elided_label import ElidedLabel
from app.panels.pieces import column, plain_label, restyle, row
from app.panels.steering_row import SteeringRow
from app.run_progress import RunProgress
from app.theme_fonts import monospace_font
from app.translating import joined, tr
from app.words import count, decimal, significant, time_of_day
from graph.phrases import from_record

if TYPE_CHECKING:
    from app.panels.curves import Curves

Event = dict[str, Any]

#: Lines of the log that are kept.
LOG_LINES = 2_000


class RunView(QWidget):
    """Shows the events it is handed; it knows no process."""

    folder_wanted = Signal()
    command_wanted = Signal(object)  # what the run is told
    export_wanted = Signal(str)  # .png, .svg, .csv

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = RunProgress()
        self._words = ElidedLabel(tr("Nothing has been trained yet."))
        self._aside = plain_label(look="quiet")
        self.outdated = plain_label("", "warning")
        self.outdated.hide()
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(tr("Log"))
        self.log.setFont(monospace_font(12))
        self.log.setMaximumBlockCount(LOG_LINES)
        self.log.document().setDocumentMargin(8)
        self._stack = QStackedWidget()
        self._place = CurvesPlace()
        self._place.export_wanted.connect(self.export_wanted)
        self._stack.addWidget(self._place)
        self._stack.addWidget(self.log)
        #: Curves or log, and what else is switched: whoever shows the run says where.
        self.switches = QWidget()
        self.switches.setLayout(row(self._switch(), spacing=8))
        self._head = head = row(self._words, None, self._aside, spacing=16)
        head.setContentsMargins(8, 0, 8, 0)
        self.steering = SteeringRow()
        self.steering.command_wanted.connect(self.command_wanted)
        self.steering.refused.connect(lambda words: self.say(words, "warning"))
        self.steering.setContentsMargins(8, 0, 8, 0)
        under = row(self.outdated, None)
        under.setContentsMargins(8, 0, 8, 0)
        layout = column(head, self.steering, under, self._stack, spacing=4)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def offer(self, action: QAction) -> None:
        """Put a switch before the choice of curves or log."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("segment", "true")
        layout = self.switches.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(0, button)

    @property
    def curves(self) -> Curves:
        return self._place.curves

    def begin(self) -> None:
        """A run was asked for: nothing of the last one stays."""
        self.progress = RunProgress()
        self.log.clear()
        self.curves.clear()
        self.remark("")
        self.say(tr("Starting: PyTorch is being loaded."))
        self._aside.setText("")

    def say(self, words: str, look: str = "") -> None:
        self._words.setText(words)
        if (self._words.property("look") or "") != look:
            self._words.setProperty("look", look)
            restyle(self._words)
            # What went wrong, and what to do, is read to its end.
            self._words.set_whole(look == "error")
            self._head.setStretch(0, int(look == "error"))
            self._head.setStretch(1, int(look != "error"))
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """How far the run is comes before how fast it is, where there is no room for both."""
        aside = self._aside
        wanted = self._head.sizeHint().width()
        if aside.isHidden():
            wanted += aside.minimumWidth() + self._head.spacing()
        margins = self.layout().contentsMargins()
        has_room = wanted <= self.width() - margins.left() - margins.right()
        aside.setVisible(has_room and not self._words.wordWrap())

    def write(self, line: str) -> None:
        self.log.appendPlainText(f"{time_of_day()}  {line}")

    def remark(self, words: str) -> None:
        """Say how the run differs from the project in front: it is of another, or of a past one."""
        self.outdated.setText(words)
        self.outdated.setVisible(bool(words))

    def show_event(self, event: Event) -> None:
        """Take in one event of the run."""
        self.progress.take(event)
        self.steering.take(event)
        self.curves.take(event)
        words = act_words(event)
        if words:
            self.write(words)
        handler = getattr(self, f"_on_{event.get('event')}", None)
        if handler is not None:
            handler(event)

    def _on_started(self, event: Event) -> None:
        self.say(self.progress.words)
        words = tr(
            "training on {device}: {samples} samples, {validation} to validate, "
            "{parameters} parameters, seed {seed}"
        )
        device = event.get("device")
        if event.get("processes", 1) > 1:
            device = tr("{device} in {n} processes").format(device=device, n=event["processes"])
        self.write(
            words.format(
                device=device,
                samples=count(event["train_samples"]),
                validation=count(event["validation_samples"]),
                parameters=count(event["parameters"]),
                seed=event.get("seed"),
            )
        )

    def _on_sanity(self, event: Event) -> None:
        for finding in map(from_record, event.get("findings") or ()):
            if finding["verdict"] in ("bad", "doubtful"):
                parts = [tr(finding["title"]), tr(finding["words"]), tr(finding["advice"] or "")]
                self.write(joined(". ", [part for part in parts if part]))

    def _on_step(self, event: Event) -> None:
        self._show_progress(event)

    def _on_epoch(self, event: Event) -> None:
        self._show_progress(event)
        words = tr("epoch {epoch}: {metrics}, {seconds} s")
        took = decimal(event.get("seconds", 0), 1)
        self.write(words.format(epoch=event["epoch"], metrics=_metrics(event), seconds=took))

    def _on_paused(self, event: Event) -> None:
        self.say(tr("Paused. {progress}").format(progress=self.progress.words))

    def _on_resumed(self, event: Event) -> None:
        self.say(self.progress.words)
        self.write(tr("goes on"))

    def _on_checkpoint(self, event: Event) -> None:
        self.write(tr("checkpoint {file}").format(file=Path(str(event.get("path"))).name))

    def _on_problem(self, event: Event) -> None:
        if not event.get("fatal"):  # else it is how the run ends, which is written then
            parts = [tr(str(event.get("message"))), tr(event.get("advice") or "")]
            self.write(joined("; ", [part for part in parts if part]))

    def _on_stopped(self, event: Event) -> None:
        self.write(tr("stopped"))

    def _on_test(self, event: Event) -> None:
        words = tr("with the weights of epoch {epoch}: {metrics}")
        self.write(words.format(epoch=event.get("epoch"), metrics=_metrics(event)))

    def _on_done(self, event: Event) -> None:
        self.write(tr("done: {metrics}").format(metrics=_metrics(event)))

    def _show_progress(self, event: Event) -> None:
        self.say(self.progress.words)
        rates = event.get("lr") or ()
        parts = [tr("rate {rate}").format(rate=significant(rates[0]))] if rates else []
        if event.get("throughput"):
            speed = count(round(event["throughput"]))
            parts.append(tr("{count} samples/s").format(count=speed))
        words = joined("   ", parts)
        self._aside.setText(words)
        # As wide as it ever was, and a little: what changes each moment neither jumps nor is cut.
        # Not by its size hint, which is never less than the least width it was given.
        wanted = self._aside.fontMetrics().horizontalAdvance(words) + 4
        self._aside.setMinimumWidth(max(self._aside.minimumWidth(), wanted))
        self._fit_head()

    def _switch(self) -> QWidget:
        """Curves or log."""
        bar = QWidget()
        group = QButtonGroup(bar)
        buttons = []
        for index, words in enumerate((tr("Curves"), tr("Log"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            group.addButton(button, index)
            buttons.append(button)
        buttons[0].setChecked(True)
        self.log_button = buttons[1]
        group.idClicked.connect(self._stack.setCurrentIndex)
        bar.setLayout(row(*buttons, spacing=4))
        return bar


def _metrics(event: Event) -> str:
    parts = []
    for word, title in (
        ("train", tr("train")),
        ("validation", tr("validation")),
        ("test", tr("test")),
    ):
        values = [
            f"{name} {significant(value)}"
            for name, value in (event.get(word) or {}).items()
            if value is not None
        ]
        if values:
            parts.append(f"{title} {', '.join(values)}")
    return "; ".join(parts)
