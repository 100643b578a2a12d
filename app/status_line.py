"""The quiet line below: layers, parameters, cost, problems, and a word where one is due."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QToolTip

from app.panels.pieces import plain_label, plain_tip
from app.translating import joined, tr
from app.words import cost_words, layers, parameters, problems
from graph.analysis import Analysis
from graph.costs import Costs
from graph.document import Document
from train.settings import TrainingConfig

#: Milliseconds that a passing word stays.
PASSING = 6_000


class StatusLine(QStatusBar):
    """Shows facts; a click on the problems asks to see them."""

    problems_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._word = _Word()
        self._state = ""
        self.addWidget(self._word, 1)
        self._facts = {key: plain_label(look="quiet") for key in ("layers", "parameters", "cost")}
        for label in self._facts.values():
            self.addPermanentWidget(label)
        self.problems = QPushButton()
        self.problems.setProperty("status", "true")
        self.problems.setFlat(True)
        self.problems.setAccessibleName(tr("Show problems"))
        self.problems.clicked.connect(lambda _=False: self.problems_wanted.emit())
        self.addPermanentWidget(self.problems)
        self._device = plain_label(look="quiet")
        self.addPermanentWidget(self._device)
        self._wanted_device = self._automatic_device = ""
        self._timer = QTimer(self, singleShot=True, interval=PASSING)
        self._timer.timeout.connect(lambda: self._word.setText(self._state))

    @property
    def word(self) -> str:
        return str(self._word.text())

    @property
    def device(self) -> str:
        return str(self._device.text())

    def say(self, words: str) -> None:
        """A word that passes."""
        self._word.setText(words)
        self._timer.start()

    def show_state(self, words: str) -> None:
        """A word that stays until it is taken back with ""."""
        self._state = words
        if not self._timer.isActive():
            self._word.setText(words)

    def show_costs(self, costs: Costs) -> None:
        """Say what a forward pass takes, and what is kept of it for the backward pass."""
        words = cost_words(replace(costs.total, parameters=0))
        self._facts["cost"].setText(joined("  ·  ", words))
        self._facts["cost"].setToolTip(
            plain_tip(tr("For {basis}").format(basis=tr(costs.basis))) if words else ""
        )
        self._facts["cost"].setVisible(bool(words))

    def show_facts(self, document: Document, analysis: Analysis, *, checked: bool = True) -> None:
        """Say what is known; nothing of problems before anything was ``checked``."""
        self._facts["layers"].setText(layers(len(document.graph)))
        total = analysis.total_parameters
        self._facts["parameters"].setText(parameters(total) if total else "")
        for label in self._facts.values():
            label.setVisible(bool(label.text()))
        errors = len(analysis.errors)
        rest = len(analysis.problems) - errors
        words = problems(errors + rest)
        self.problems.setText(words)
        self.problems.setVisible(checked)
        self.problems.setProperty("look", "error" if errors else "")
        self.problems.style().unpolish(self.problems)
        self.problems.style().polish(self.problems)
        self._wanted_device = TrainingConfig.from_document(document).device
        self._say_device()

    def show_device(self, device: str) -> None:
        """The device that ``auto`` comes to here."""
        self._automatic_device = device
        self._say_device()

    def _say_device(self) -> None:
        wanted, found = self._wanted_device, self._automatic_device
        if wanted == "auto" and found:
            self._device.setText(f"{found} (auto)")
            tip = tr("Training runs on {device}, chosen by itself").format(device=found)
        else:
            self._device.setText(wanted)
            tip = tr("Device to train on")
        self._device.setToolTip(plain_tip(tip))


class _Word(QLabel):
    """What does not fit ends in dots and is in the tip: no word makes the window wider."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("quiet", "true")

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._fitting != self.text():
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter, self._fitting)

    @property
    def _fitting(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
