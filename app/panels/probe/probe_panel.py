"""The Probe tab: choose a sample, run the network, step through what every node gave."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.panels.fields import SwitchField
from app.panels.pieces import column, plain_label, push_button, restyle, row, scrolled
from app.panels.probe.output_view import OutputView
from app.panels.probe.pictures import thumbnail
from app.panels.probe.sample_form import SampleForm
from app.panels.probe.segments import Segments
from app.probe_result import ProbeResult, ProbeStep
from app.translating import joined, tr
from app.words import duration

#: Side of the small pictures in the list of steps.
SMALL = 20

LIST_WIDTH = 168


class ProbePanel(QWidget):
    """Shows the result that it is handed. It runs nothing: ``run_wanted`` says that it should."""

    run_wanted = Signal()
    cancel_wanted = Signal()
    node_chosen = Signal(str, str)  # scope, node
    file_wanted = Signal(str)  # the source that it is for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = ProbeResult()
        self._is_busy = False
        self.form = SampleForm()
        self.form.file_wanted.connect(self.file_wanted)
        self.mode = Segments(tr("Mode"), (("eval", tr("Eval")), ("train", tr("Train"))))
        self.live = SwitchField()
        self.live.setText(tr("Live"))
        self.live.setAccessibleName(tr("Run again after every edit"))
        self.live.setToolTip(tr("Run again after every edit, as long as that is quick"))
        self.run = push_button(tr("Run"), icon_name="play")
        self.run.setAccessibleName(tr("Run the network on the sample"))
        self.run.clicked.connect(self._press)
        self.words = plain_label()
        self.words.setMinimumWidth(40)
        self.steps = QListWidget()
        self.steps.setAccessibleName(tr("Nodes in the order in which they run"))
        self.steps.setIconSize(QSize(SMALL, SMALL))
        self.steps.setFixedWidth(LIST_WIDTH)
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.currentRowChanged.connect(self._step_to)
        self.view = OutputView()
        for asking in (self.form.changed, self.mode.chosen):
            asking.connect(lambda *_: self.run_wanted.emit())
        body = QWidget()
        layout = row(self.steps, self.view, spacing=16)
        layout.setStretch(1, 1)
        body.setLayout(layout)
        self._stack = QStackedWidget()
        self._empty = plain_label(
            tr("Choose a sample and press Run: then every node shows what it gives."), "soft"
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(scrolled(body, sideways=True))
        head = row(self.form, self.mode, self.live, self.run)
        head.setStretch(0, 1)
        whole = column(head, self.words, self._stack, spacing=8, margin=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.words.hide()

    @property
    def request(self) -> dict[str, Any]:
        """What is to be run, weights left out."""
        return {**self.form.request, "train": self.mode.key == "train"}

    @property
    def step(self) -> ProbeStep | None:
        """The step that is shown."""
        index = self.steps.currentRow()
        return self.result.steps[index] if 0 <= index < len(self.result.steps) else None

    def show_result(self, result: ProbeResult) -> None:
        """Another run; the node that was shown stays so."""
        shown = self.step.place if self.step is not None else ""
        self.result = result
        places = [step.place for step in result.steps]
        with QSignalBlocker(self.steps):
            self.steps.clear()
            for step in result.steps:
                self.steps.addItem(self._entry(step, step.place == result.first_broken))
            self.steps.setCurrentRow(places.index(shown) if shown in places else 0)
        self._stack.setCurrentIndex(1)
        self.view.show_step(self.step)
        self._say_result()

    def show_selection(self, scope: str, names: list[str]) -> None:
        """A node was selected on the canvas: step to it, to the copy nearest to what is shown."""
        if len(names) != 1:
            return
        rows = self.result.by_node.get((scope, names[0]), ())
        step, current = self.step, self.steps.currentRow()
        if not rows or (step is not None and (step.scope, step.node) == (scope, names[0])):
            return
        with QSignalBlocker(self.steps):
            self.steps.setCurrentRow(min(rows, key=lambda index: (abs(index - current), index)))
        self.view.show_step(self.step)

    def show_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.run.setText(tr("Cancel") if busy else tr("Run"))
        if busy:
            self.say(tr("Running"))
        elif self.result.steps:
            self._say_result()
        else:
            self.say("")

    def say(self, words: str, look: str = "") -> None:
        self.words.setText(words)
        self.words.setToolTip("")
        self.words.setVisible(bool(words))
        if (self.words.property("look") or "") != look:
            self.words.setProperty("look", look)
            restyle(self.words)

    def clear(self) -> None:
        """Another project: nothing is known of it."""
        self.form.forget()
        self.result = ProbeResult()
        self.steps.clear()
        self._stack.setCurrentIndex(0)
        self.view.show_step(None)
        self.say("")

    def step_by(self, count: int) -> None:
        """Go on, or back, in the order in which the nodes run."""
        last = self.steps.count() - 1
        self.steps.setCurrentRow(max(0, min(last, self.steps.currentRow() + count)))

    def _press(self) -> None:
        (self.cancel_wanted if self._is_busy else self.run_wanted).emit()

    def _step_to(self, _row: int) -> None:
        step = self.step
        self.view.show_step(step)
        if step is not None:
            self.node_chosen.emit(step.scope, step.node)

    def _entry(self, step: ProbeStep, is_first_broken: bool) -> QListWidgetItem:
        item = QListWidgetItem(step.place)
        picture = thumbnail(step, SMALL, self.devicePixelRatioF())
        if picture is not None:
            item.setIcon(QIcon(picture))
        if is_first_broken:
            item.setText(f"{step.place}  NaN")
        return item

    def _say_result(self) -> None:
        result = self.result
        if result.first_broken is not None:
            words = tr("{layer} is the first node that gives NaN or infinite numbers.")
            self.say(words.format(layer=result.first_broken), "error")
            return
        parts = [joined(", ", map(tr, (result.sample, *result.notes))), tr(result.weights)]
        parts += [tr("target {target}").format(target=result.target)] if result.target else []
        parts += (
            [tr("prediction {prediction}").format(prediction=result.prediction)]
            if result.prediction
            else []
        )
        took = duration(result.seconds)
        if result.seconds < 1:
            took = tr("{milliseconds} ms").format(milliseconds=round(result.seconds * 1000))
        self.say(joined("   ", [*parts, took]))
