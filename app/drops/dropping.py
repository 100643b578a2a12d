"""Dropping files onto the window: it says what would happen, and does it as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.drops.data_edit import config_of, data_edit, with_written_paths
from app.drops.dropped import Dropped, dropped_paths, recognise
from app.drops.looking import Looking
from app.drops.overlay import DropOverlay
from app.drops.target_dialog import TargetDialog
from app.translating import joined, tr
from graph.document import ROOT, Value
from graph.errors import DataError
from train.data import DataDescription, describe
from train.data.csv_file import read_columns
from train.data.location import PLACES
from train.data.parquet import read_parquet

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Dropping(QObject):
    """Hears what is dragged over a window and let go there; each kind of file has its way."""

    said = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._paths: list[Path] = []
        self._known: Dropped | None = None  # what is dragged, once it was looked at
        self._place: QPointF | None = None  # where it was let go before that
        self._looking, self._reading = Looking(self), Looking(self)
        self._overlay: DropOverlay | None = None
        self.dialog: TargetDialog | None = None
        self._deeds: dict[str, Callable[[Dropped, QPointF], object]] = {
            "project": lambda dropped, _: self._open(dropped),
            "weights": lambda dropped, _: window.loading_weights.look_at(dropped.path),
            "python": lambda dropped, at: window.python.add(dropped.path, window.pane.scope, at),
            "data": lambda dropped, at: self._train_on(dropped.data, at),
            "table": self._ask_target,
        }
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        """Whether what is or was dropped is still being looked at or read."""
        return self._looking.is_busy or self._reading.is_busy

    @property
    def words(self) -> str:
        """What the window says a drop would do; nothing while nothing is dragged over it."""
        return self._overlay.words if self._overlay is not None else ""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # entering and moving are such, too
            paths = dropped_paths(event.mimeData())
            if not paths:
                return False
            event.acceptProposedAction()
            self._look(paths)
            if event.type() == QEvent.Type.Drop:
                self._let_go(event.position())
            elif isinstance(event, QDragEnterEvent):
                self._offer()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hide()
            self._looking.forget()
            return True
        return False

    def drop(self, path: Path) -> None:
        """As if a file had been let go over the middle of the canvas."""
        self._hide()
        self._look([path])
        self._place = self._window.pane.view.middle
        self._finish()

    def _look(self, paths: list[Path]) -> None:
        """Once for each drag: a folder may be large."""
        if self._paths != paths:
            self._paths, self._known = paths, None
            self._looking.ask(partial(recognise, paths), self._take)

    def _take(self, known: Dropped) -> None:
        self._known = known
        if self._place is not None:
            self._finish()
        elif self._overlay is not None and self._overlay.isVisible():
            self._offer()

    def _offer(self) -> None:
        self._overlay = self._overlay or DropOverlay(self._window)
        unknown = self._paths[0]
        words = tr("Looking at {file}...").format(file=unknown.name)
        self._overlay.show_offer(self._known or Dropped("", unknown, words, "search"))

    def _hide(self) -> None:
        self._paths, self._known, self._place = [], None, None
        if self._overlay is not None:
            self._overlay.hide()

    def _let_go(self, position: QPointF) -> None:
        if self._overlay is not None:
            self._overlay.hide()
        view = self._window.pane.view
        pixel: QPoint = view.viewport().mapFrom(self._window, position.toPoint())
        inside = view.viewport().rect().contains(pixel)
        self._place = view.mapToScene(pixel) if inside else view.middle
        self._finish()

    def _finish(self) -> None:
        """Do what was dropped, as soon as it is known what that is."""
        known, place = self._known, self._place
        if place is not None and known is not None:
            self._hide()
            self._act(known, place)

    def _act(self, dropped: Dropped, at: QPointF) -> None:
        if dropped.is_refused:
            self.said.emit(dropped.words)
        else:
            self._deeds[dropped.kind](dropped, at)

    def _open(self, dropped: Dropped) -> None:
        for path in (dropped.path, *dropped.others):
            self._window.files.open(path)

    # data

    def _read(self, path: Path, read: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Read a file that may be large; of a project that is in front no more nothing follows."""
        opened = self._window.project.current

        def take(found: Any) -> None:
            if isinstance(found, DataError):
                self.said.emit(tr(str(found)))
            elif opened is self._window.project.current:
                then(found)

        self._reading.ask(read, take)
        self.said.emit(tr("Reading {file}...").format(file=path.name))

    def _ask_target(self, dropped: Dropped, at: QPointF) -> None:
        is_parquet = dropped.path.suffix.lower() == ".parquet"
        read = partial(read_parquet if is_parquet else read_columns, dropped.path)
        self._read(dropped.path, read, partial(self._offer_targets, dropped, at))

    def _offer_targets(self, dropped: Dropped, at: QPointF, columns: Mapping[str, Any]) -> None:
        self.said.emit("")
        self.dialog = TargetDialog(dropped.path, columns, self._window)
        self.dialog.chosen.connect(partial(self._train_on_table, dropped, at, list(columns)[-1]))
        self.dialog.open()

    def _train_on_table(self, dropped: Dropped, at: QPointF, last: str, target: str) -> None:
        said = {} if target == last else {"target": target}
        self._train_on({**dropped.data, **said}, at)

    def _train_on(self, data: Mapping[str, Value], at: QPointF) -> None:
        folder = self._window.project.folder
        data = with_written_paths(data, folder)
        path = Path(str(next((data[key] for key in PLACES if key in data), "")))
        read = partial(describe, config_of(data), folder, outside=True)
        self._read(path, read, partial(self._take_data, data, at))

    def _take_data(
        self, data: Mapping[str, Value], at: QPointF, described: DataDescription
    ) -> None:
        """Choose the data, as one step, and show what it is; the network's problems follow."""
        window, project = self._window, self._window.project
        window.analysis.may_read(str(data[key]) for key in PLACES if key in data)
        if window.pane.scope != ROOT:
            window.pane.show_scope(ROOT)
        scene = window.pane.scene
        before = set(scene.nodes)
        if project.push(data_edit(project.document, scene, at, data, described)):
            new = [name for name in scene.nodes if name not in before]
            if new:
                window.pane.view.select(new[:1])
            window.panels.show_tab("data")
            self.said.emit(_facts(described))


def _facts(described: DataDescription) -> str:
    """What is trained on now: ``Trains on flowers: 120 samples, 10 classes``."""
    parts = [tr("{n} samples", one="{n} sample", n=described.samples)]
    if described.classes:
        parts.append(tr("{n} classes", one="{n} class", n=len(described.classes)))
    words = tr("Trains on {name}: {facts}")
    return words.format(name=described.title, facts=joined(", ", parts))
