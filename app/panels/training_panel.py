"""The Training tab: how it is set up at the left, what happens at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QWidget

from app.panels.checklist import Checklist
from app.panels.flow_row import FlowRow
from app.panels.pieces import column, scrolled
from app.panels.probe.segments import Segments
from app.panels.run_view import RunView
from app.panels.studio.optimizer_studio import OptimizerStudio
from app.panels.studio.schedule_studio import ScheduleStudio
from app.panels.training_form import TrainingForm
from app.translating import later, tr
from graph.document import Document

#: What stands at the right: the run that goes on, or a studio to set the next one up.
PAGES = (
    ("run", later("Run")),
    ("optimizer", later("Optimizer")),
    ("schedule", later("Schedule")),
    ("checks", later("Checks")),
)


class TrainingPanel(QWidget):
    """Form and run beside each other; it starts nothing itself."""

    edit_wanted = Signal(object)  # Edit
    search_wanted = Signal(str)  # lr or batch_size

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = TrainingForm()
        self.form.edit_wanted.connect(self.edit_wanted)
        area = scrolled(self.form)
        area.setMinimumWidth(280)
        self.run = RunView()
        self.optimizer = OptimizerStudio()
        self.optimizer.edit_wanted.connect(self.edit_wanted)
        self.optimizer.search_wanted.connect(lambda: self.search_wanted.emit("lr"))
        self.form.search_wanted.connect(lambda: self.search_wanted.emit("batch_size"))
        self.pages = Segments(tr("Training"), [(key, tr(words)) for key, words in PAGES])
        self.pages.chosen.connect(self.show_page)
        self.stack = QStackedWidget()
        self.schedule = ScheduleStudio()
        self.schedule.edit_wanted.connect(self.edit_wanted)
        self.checks = Checklist()
        for page in (self.run, self.optimizer, self.schedule, self.checks):
            self.stack.addWidget(page)
        # Each page scrolls by itself: the tab has nothing left to scroll beside it.
        self.stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.stack.setMinimumHeight(24)
        bar = FlowRow(self.pages, self.run.switches, apart=True)  # curves want every row there is
        bar.setContentsMargins(8, 4, 8, 0)
        right = QWidget()
        right.setLayout(column(bar, self.stack, spacing=0))
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([312, 900])
        self.setLayout(column(splitter))

    def show_document(self, document: Document) -> None:
        self.form.show_document(document)
        self.optimizer.show_document(document)
        self.schedule.show_document(document)

    def show_page(self, key: str) -> None:
        """Bring the run or a studio to the front: a key of ``PAGES``."""
        self.pages.choose(key)
        self.stack.setCurrentIndex([known for known, _ in PAGES].index(key))
        self.run.switches.setVisible(key == "run")
