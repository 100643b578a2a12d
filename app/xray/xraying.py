"""X-ray in the window: its switch, what runs tell, and where that is shown."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QPixmap

from app.canvas.flow_legend import FlowLegend
from app.canvas.xray_item import XrayItem, lay_xrays
from app.canvas_pane import CanvasPane
from app.docks import Panels
from app.open_project import Opened, OpenProject
from app.training_client import RUNNING, Event, TrainingClient
from app.translating import tr
from app.xray.drawing import Maps, flows, node_xray, read_maps, strip
from app.xray.reading import Frame, Reading, read_nodes
from graph.analysis import Analysis, problem_from_plain
from graph.document import ROOT, Change
from graph.edits import SetTraining
from graph.problems import Problem

#: Looks that are kept of each place, and of places where there are more than so many.
KEPT, KEPT_OF_MANY, MANY = 80, 8, 300

#: Milliseconds between two paintings: more often than that no eye follows.
PAUSE = 120


class Xraying(QObject):
    """Joins the run, the canvas and the inspector; it owns what was seen, and no process."""

    judged_anew = Signal()

    def __init__(
        self,
        project: OpenProject,
        client: TrainingClient,
        pane: CanvasPane,
        panels: Panels,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._client, self._pane, self._panels = project, client, pane, panels
        self._actions: Mapping[str, QAction] = {}
        self.is_on = self.shows_gradients = False
        #: Whether the run was told to look; None where it does as its project says.
        self._told: bool | None = None
        self._of = Opened()
        self.frame = Frame()
        self._maps: Maps = {}
        self._drawn: dict[tuple[str, int], QPixmap] = {}
        self._before: dict[str, deque[Reading]] = {}
        self.problems: tuple[Problem, ...] = ()
        self._items: dict[str, XrayItem] = {}
        self.legend = FlowLegend(pane.view)
        client.event_received.connect(self._take)
        client.state_changed.connect(self._follow_run)
        pane.scope_changed.connect(lambda _: self._forget_items())
        pane.path_changed.connect(lambda _: self._soon())
        pane.view.selection_changed.connect(lambda _: self._show_selection())
        project.changed.connect(self._edited)
        project.replaced.connect(self._forget_items)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._show)

    # the switch

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {"xray": self.toggle, "xray_gradients": self.toggle_gradients}

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Keep marks in these actions from now on, and offer the switch beside the curves."""
        self._actions = actions
        self._panels.training.run.offer(actions["xray"])

    def toggle(self) -> None:
        """Look into the run that is going, and into those to come; or no longer."""
        self._switch(not self.is_on)
        self._tell()

    def toggle_gradients(self) -> None:
        self.shows_gradients = not self.shows_gradients
        self._mark()
        self._show()

    def _switch(self, on: bool) -> None:
        self.is_on = on
        self._mark()
        self._show()
        self.judged_anew.emit()

    def _mark(self) -> None:
        if self._actions:
            self._actions["xray"].setChecked(self.is_on)
            self._actions["xray_gradients"].setChecked(self.shows_gradients)

    def _tell(self) -> None:
        if self._client.state == RUNNING and bool(self._told) != self.is_on:
            self._told = self.is_on
            self._client.steer({"command": "xray", "on": self.is_on})

    # the run

    def begin(self, opened: Opened) -> None:
        """A run of this project was asked for: nothing of the last one stays."""
        self._of = opened
        self._told = None
        self._clear()

    def _follow_run(self, _state: str) -> None:
        self._tell()

    def _take(self, event: Event) -> None:
        kind = event.get("event")
        if kind == "xray" and self._told is not False:  # a look may have been on its way
            if self._told is None:  # the project says so
                self._told = True
                self._switch(True)
            self._take_frame(event)
        elif kind == "diagnosis":
            self._take_findings(event.get("findings") or ())

    def _take_frame(self, event: Event) -> None:
        nodes = read_nodes(event)
        self.frame = Frame(
            int(event.get("step") or 0), int(event.get("epoch") or 0), nodes, event["wires"]
        )
        most = KEPT if len(nodes) <= MANY else KEPT_OF_MANY
        for place, reading in nodes.items():
            self._before.setdefault(place, deque(maxlen=most)).append(reading)
        if event.get("file"):
            self._maps = read_maps(str(event["file"]))
            self._drawn.clear()
        self._soon()

    def _take_findings(self, findings: Any) -> None:
        found = [problem_from_plain(plain) for plain in findings]
        # None of them keeps a network from being trained.
        self.problems = tuple(
            replace(one, severity="warning") if one.severity == "error" else one for one in found
        )
        self.judged_anew.emit()

    def judged(self, analysis: Analysis) -> Analysis:
        """The analysis, and what was found wrong in the run of what it is about."""
        if not self.problems or not self._is_in_front or not self.is_on:
            return analysis
        document = self._project.document
        there = [
            one
            for one in self.problems
            if one.scope in document.scopes and one.node in document.scope(one.scope)
        ]
        return replace(analysis, problems=(*analysis.problems, *there))

    def _edited(self, change: Change) -> None:
        """What was seen is of the network before it: once a run is over, that is past."""
        if not self._is_in_front or not (self.frame.nodes or self.problems):
            return
        touched = {(scope, name) for scope, names in change.nodes.items() for name in names}
        if not touched and "training" not in change.parts:
            return
        if not self._client.is_active:
            self._clear()
            return
        kept = tuple(
            one
            for one in self.problems
            if (one.scope, one.node) not in touched
            and not ("training" in change.parts and _mends_training(one))
        )
        if kept != self.problems:
            self.problems = kept
            self.judged_anew.emit()

    def _clear(self) -> None:
        self.frame, self._maps = Frame(), {}
        self._before.clear()
        self._drawn.clear()
        had, self.problems = self.problems, ()
        self._show()
        if had:
            self.judged_anew.emit()

    # showing

    @property
    def _is_in_front(self) -> bool:
        return self._project.current is self._of

    def _soon(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _forget_items(self) -> None:
        """Another scene is in front: its cards have no panels yet."""
        self._items.clear()
        self._show()

    def _readings(self) -> dict[str, Reading]:
        """By name, the nodes of the use that is looked at."""
        if not self.is_on or not self._is_in_front:
            return {}
        return self.frame.seen_at(tuple(self._pane.path))

    def _show(self) -> None:
        scene, readings = self._pane.scene, self._readings()
        graph = scene.graph
        xrays = {
            name: node_xray(
                reading, gradients=self.shows_gradients, maps=self._picture(name, reading)
            )
            for name, reading in readings.items()
            if name in graph and reading.activation is not None
        }
        lay_xrays(self._items, scene.nodes, xrays)
        scene.items_of.hang("xray", {name: item.room for name, item in self._items.items()})
        levels, largest = flows(self.frame, readings, list(scene.wires), self._pane.scope == ROOT)
        for edge, wire in scene.wires.items():
            wire.show_flow(levels.get(edge))
        self.legend.show_flow(largest, tr("Step {step}").format(step=f"{self.frame.step:,}"))
        self._place_legend()
        self._show_selection()

    def _place_legend(self) -> None:
        """In the lower left corner, above the legend of costs where that is shown."""
        below = self._pane.legend.height() + 8 if self._pane.legend.isVisible() else 0
        top = self._pane.view.viewport().height() - self.legend.height() - 16 - below
        self.legend.move(16, top)

    def _picture(self, name: str, reading: Reading) -> QPixmap | None:
        planes = self._maps.get(reading.place)
        node = self._pane.scene.nodes.get(name)
        if planes is None or node is None:
            return None
        key = (reading.place, round(node.figure.size.width()))
        if key not in self._drawn:
            scale = 2 * self._panels.inspector.devicePixelRatioF()
            self._drawn[key] = strip(planes, node.figure.size.width(), scale)
        return self._drawn[key]

    def _show_selection(self) -> None:
        part = self._panels.inspector.node_page.xray
        selection = self._pane.selection
        reading = self._readings().get(selection[0]) if len(selection) == 1 else None
        if reading is None:
            part.show_readings(0, ())
            return
        before = list(self._before.get(reading.place, ()))
        part.show_readings(self.frame.step, before or [reading], self.frame.copies_of(reading))


def _mends_training(problem: Problem) -> bool:
    return any(isinstance(fix.edit, SetTraining) for fix in problem.fixes)
