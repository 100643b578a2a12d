"""One output of one node: its picture or numbers, its histogram, and its statistics."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHeaderView, QStackedWidget, QTableWidget, QWidget
from PySide6.QtWidgets import QTableWidgetItem as Cell

from app.panels.pieces import Choice, column, plain_label, row
from app.panels.probe.drawings import HistogramView, MapView
from app.panels.probe.segments import Segments
from app.probe_result import ProbeOutput, ProbeStep
from app.theme_fonts import monospace_font
from app.translating import joined, later, tr
from app.words import percent, significant

FACTS = (
    *(("mean", later("mean")), ("variance", later("variance")), ("std", later("deviation"))),
    *(("min", later("smallest")), ("max", later("largest")), ("zeros", later("zeros"))),
)

#: The column at the right, with figures and histogram.
ASIDE = 264


class OutputView(QWidget):
    """Shows the step that it is handed."""

    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: ProbeStep | None = None
        self.title, self.shape = plain_label(look="title"), plain_label(look="monospace")
        self.note = plain_label(look="quiet")
        self.port = Choice()
        self.port.setAccessibleName(tr("Which output is shown"))
        self.port.activated.connect(lambda _: self._show())
        self.views = Segments(
            tr("View"),
            (("picture", tr("Picture")), ("numbers", tr("Numbers")),
             ("kernels", tr("Kernels"))),
        )  # fmt: skip
        self.views.chosen.connect(lambda _: self._show())
        self.ranges = Segments(
            tr("Range"), (("all", tr("One range")), ("each", tr("Each channel")))
        )
        self.ranges.chosen.connect(lambda _: self._show())
        self.maps, self.histogram = MapView(), HistogramView()
        self.numbers = _number_table()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.maps)
        self._stack.addWidget(self.numbers)
        self.facts = {key: plain_label("", "monospace") for key, _ in FACTS}
        self.broken = plain_label(look="error")
        self.broken.setProperty("look", "error")
        head = row(self.title, self.shape, self.port, None, self.ranges, 16, self.views)
        left = QWidget()
        left.setLayout(column(self._stack, self.note, spacing=4))
        left.layout().setStretch(0, 1)  # type: ignore[attr-defined]
        body = row(left, self._aside(), spacing=24)
        body.setStretch(0, 1)
        self.setLayout(column(head, body, spacing=8))
        self.layout().setStretch(1, 1)  # type: ignore[attr-defined]

    @property
    def output(self) -> ProbeOutput | None:
        """The output that is shown; of a view of kernels, the kernels."""
        if self._step is None:
            return None
        if self.views.key == "kernels" and self._step.weight is not None:
            return self._step.weight
        return self._step.outputs.get(self.port.currentText())

    def show_step(self, step: ProbeStep | None) -> None:
        same = step is not None and self._step is not None and step.place == self._step.place
        chosen = self.port.currentText() if same else ""
        self._step = step
        self.port.clear()
        if step is not None:
            self.port.addItems(list(step.outputs))
            self.port.setCurrentText(chosen or next(iter(step.outputs), ""))
        self.port.setVisible(step is not None and len(step.outputs) > 1)
        self._show()

    def _show(self) -> None:
        step = self._step
        first = step.outputs.get(self.port.currentText()) if step is not None else None
        self.views.show_only(
            [key for key, there in (
                ("picture", first is not None and first.maps is not None),
                ("numbers", first is not None),
                ("kernels", step is not None and step.weight is not None),
            ) if there]
        )  # fmt: skip
        output = self.output
        self.title.setText(step.place if step is not None else "")
        self.shape.setText(" × ".join(map(str, output.shape)) if output is not None else "")
        self._stack.setCurrentIndex(1 if self.views.key == "numbers" else 0)
        several = output is not None and output.maps is not None and len(output.maps.pixels) > 1
        self.ranges.setVisible(several and self.views.key != "numbers")
        self._show_content(output)
        self._show_facts(output)

    def _show_content(self, output: ProbeOutput | None) -> None:
        step, per_channel = self._step, self.ranges.key == "each"
        notes = [step.note] if step is not None and step.note else []
        if self.views.key == "numbers":
            _fill(self.numbers, output.numbers if output is not None else ())
            notes += [output.numbers_note] if output is not None and output.numbers_note else []
        else:
            maps = output.maps if output is not None else None
            self.maps.show_maps(maps, per_channel=per_channel)
            notes += [maps.note] if maps is not None and maps.note else []
        self.note.setText(joined("   ", map(tr, notes)))
        self.note.setVisible(bool(notes))

    def _show_facts(self, output: ProbeOutput | None) -> None:
        for key, label in self.facts.items():
            value = output.facts.get(key) if output is not None else None
            shown = percent(value, 1) if key == "zeros" and value is not None else ""
            label.setText(shown or ("" if value is None else significant(value)))
        share = (output.facts.get("non_finite") or 0.0) if output is not None else 0.0
        self.broken.setText(tr("{share} NaN or infinite").format(share=percent(share, 1)))
        self.broken.setVisible(share > 0)
        self.histogram.show_output(output)

    def _aside(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for index, (key, words) in enumerate(FACTS):
            line, side = index % 3, index // 3 * 2
            name = plain_label(tr(words), "soft")
            grid.setRowMinimumHeight(line, 18)
            grid.addWidget(name, line, side)
            grid.addWidget(self.facts[key], line, side + 1, Qt.AlignmentFlag.AlignRight)
            self.facts[key].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for stretched in (1, 3):
            grid.setColumnStretch(stretched, 1)
        aside = QWidget()
        aside.setFixedWidth(ASIDE)
        layout = column(grid, self.broken, self.histogram, spacing=8)
        layout.setStretch(2, 1)
        aside.setLayout(layout)
        return aside


def _number_table() -> QTableWidget:
    table = QTableWidget()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setFont(monospace_font(12))
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(22)
    table.horizontalHeader().setDefaultSectionSize(80)
    table.horizontalHeader().setSectionsClickable(False)
    table.setAccessibleName(tr("Numbers of the output"))
    return table


def _fill(table: QTableWidget, numbers: tuple[tuple[float, ...], ...]) -> None:
    table.setRowCount(len(numbers))
    table.setColumnCount(max(map(len, numbers), default=0))
    table.setHorizontalHeaderLabels([str(i) for i in range(table.columnCount())])
    table.setVerticalHeaderLabels([str(i) for i in range(table.rowCount())])
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for line, values in enumerate(numbers):
        for place, value in enumerate(values):
            cell = Cell(significant(value))
            cell.setTextAlignment(right)
            table.setItem(line, place, cell)
