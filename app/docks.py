"""How the panels stand around the canvas: palette left, inspector right, tabs below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QScrollArea,
    QTabWidget,
    QToolBar,
    QToolButton,
    QWidget,
)

from app.keeping_room import KeepingRoom
from app.panels.data.data_panel import DataPanel
from app.panels.history import History
from app.panels.inspector import Inspector
from app.panels.model_panel import ModelPanel
from app.panels.outline import Outline
from app.panels.palette import Palette
from app.panels.pieces import column, scrolled
from app.panels.predictions.predictions_panel import PredictionsPanel
from app.panels.probe.probe_panel import ProbePanel
from app.panels.problem_list import ProblemList
from app.panels.runs_panel import RunsPanel
from app.panels.source_view import SourceView
from app.panels.training_panel import TrainingPanel
from app.settings import Settings
from app.source_text import SourceText
from app.theme import icon
from app.train_button import TrainButton
from app.translating import tr

BOTTOM_TABS = (
    "problems",
    "source",
    "training",
    "runs",
    "predictions",
    "probe",
    "data",
    "model",
)


@dataclass
class Panels:
    """Every panel of the window, and the docks that hold them."""

    palette: Palette
    outline: Outline
    history: History
    inspector: Inspector
    problems: ProblemList
    source: SourceView
    training: TrainingPanel
    runs: RunsPanel
    predictions: PredictionsPanel
    probe: ProbePanel
    data: DataPanel
    model: ModelPanel
    left: QTabWidget
    bottom: QTabWidget
    docks: dict[str, QDockWidget]
    room: KeepingRoom

    def show_tab(self, key: str) -> None:
        """Bring a tab of the lower dock to the front."""
        self.docks["bottom"].show()
        self.room.unfold()
        self.bottom.setCurrentIndex(BOTTOM_TABS.index(key))
        if key == "training":
            self.training.show_page("run")

    @property
    def front(self) -> QWidget:
        """The panel whose tab is in front below the canvas."""
        area = self.bottom.currentWidget()
        assert isinstance(area, QScrollArea)
        return area.widget()

    def show_source(self, source: SourceText) -> None:
        """Show the source, and the keys that it tells of."""
        self.source.show_source(source)
        self.inspector.show_keys(source.keys)

    def edit_style(self) -> None:
        """Choose how the source is written, beside it."""
        self.show_tab("source")
        self.source.edit_style()


def make_panels(window: QMainWindow, settings: Settings) -> Panels:
    """Make the panels and put them around the window's centre."""
    palette, outline, inspector = Palette(), Outline(), Inspector()
    history = History()
    problems, source, training, data = ProblemList(), SourceView(), TrainingPanel(), DataPanel()
    probe, model, runs = ProbePanel(), ModelPanel(), RunsPanel()
    predictions = PredictionsPanel()
    left = _tabs(
        tr("Layers, outline and history"),
        (tr("Layers"), palette),
        (tr("Outline"), outline),
        (tr("History"), history),
    )
    bottom = _tabs(
        tr("Below the canvas"),
        *_roomy(
            (tr("Problems"), problems),
            (tr("Source"), source),
            (tr("Training"), training),
            (tr("Runs"), runs),
            (tr("Predictions"), predictions),
            (tr("Probe"), probe),
            (tr("Data"), data),
            (tr("Model"), model),
        ),
    )
    area = Qt.DockWidgetArea
    docks = {
        "left": _dock(window, "layers", tr("Layers"), left, area.LeftDockWidgetArea),
        "right": _dock(window, "inspector", tr("Inspector"), inspector, area.RightDockWidgetArea),
        "bottom": _dock(
            window,
            "problems",
            tr("Problems, Source, Training, Runs, Predictions, Probe, Data, Model"),
            bottom,
            area.BottomDockWidgetArea,
        ),
    }
    left.tabBar().setProperty("narrow", "true")
    inspector.setMinimumWidth(272)
    left.setMinimumSize(184, 96)
    bottom.setMinimumSize(320, bottom.tabBar().sizeHint().height())
    room = KeepingRoom(window, docks, settings)
    bottom.tabBarClicked.connect(lambda _: room.unfold())
    return Panels(
        palette,
        outline,
        history,
        inspector,
        problems,
        source,
        training,
        runs,
        predictions,
        probe,
        data,
        model,
        left,
        bottom,
        docks,
        room,
    )


def make_toolbar(
    window: QMainWindow, actions: dict[str, QAction], panels: Panels, button: TrainButton
) -> QToolBar:
    """Undo and view at the left, panels and Train at the right."""
    bar = QToolBar(tr("Toolbar"))
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setFloatable(False)
    bar.setIconSize(QSize(18, 18))
    bar.toggleViewAction().setEnabled(False)
    for key in ("undo", "redo", "-", "zoom_out", "zoom_in", "fit", "tidy"):
        if key == "-":
            bar.addSeparator()
        else:
            bar.addAction(actions[key])
    space = QWidget()
    space.setSizePolicy(space.sizePolicy().Policy.Expanding, space.sizePolicy().Policy.Preferred)
    bar.addWidget(space)
    for key, name in (("left", "palette"), ("bottom", "dock"), ("right", "inspector")):
        action = panels.docks[key].toggleViewAction()
        action.setIcon(icon(name))
        action.setIconVisibleInMenu(False)
        bar.addAction(action)
    gap = QWidget()
    gap.setFixedWidth(8)
    bar.addWidget(gap)
    bar.addWidget(button)
    for control in bar.findChildren(QToolButton):
        control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    window.addToolBar(bar)
    return bar


def stacked(*widgets: QWidget) -> QWidget:
    """Widgets one below the other, without gaps."""
    middle = QWidget()
    middle.setLayout(column(*widgets, spacing=0))
    return middle


def _tabs(name: str, *pages: tuple[str, QWidget]) -> QTabWidget:
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.setAccessibleName(name)
    for title, page in pages:
        tabs.addTab(page, title)
    return tabs


def _roomy(*pages: tuple[str, QWidget]) -> list[tuple[str, QWidget]]:
    """Pages that are scrolled where the window is too small for them, and never hold it open."""
    return [(title, scrolled(page, sideways=True)) for title, page in pages]


def _dock(
    window: QMainWindow, key: str, title: str, content: QWidget, area: Qt.DockWidgetArea
) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(key)
    dock.setWidget(content)
    dock.setTitleBarWidget(QWidget())  # the tabs and headings inside say what it is
    window.addDockWidget(area, dock)
    return dock
