"""Predictions in the window: what a run tells goes to the panel, own inputs to a child."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.checking import Checking
from app.probe_client import ProbeClient
from app.probing import FILTERS
from app.training_client import Event
from app.translating import tr
from app.words import sentence
from graph.analysis import Analysis
from graph.phrases import phrase_from_plain
from graph.project_file import dumps
from graph.python.files import PythonFiles, python_file_names, trusted_digests
from graph.python.trust import TrustStore
from train.run_folder import BEST, EVENTS, LAST, PREDICTIONS, PROJECT, latest_run

if TYPE_CHECKING:
    from app.main_window import MainWindow

#: A log that is longer is not searched for what was predicted.
LONGEST_LOG = 2**26


class Predicting(QObject):
    """Joins the run, the panel and a child of its own that answers with the run's weights."""

    said = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        project, panels, running = window.project, window.panels, window.running
        self._project, self._panels, self._running = project, panels, running
        self._panel, self._dialogs = panels.predictions, window.dialogs
        self.checking = Checking(window)
        window.analysis.analysis_changed.connect(self.show_analysis)
        self.client = ProbeClient(self)
        self._inputs: dict[str, tuple[object, ...]] = {}
        self._run = ""
        self._asked_of = project.current
        self._drawings = tempfile.TemporaryDirectory(prefix="layerloom-drawing-")
        self.client.predicted.connect(self._answered)
        self.client.failed.connect(lambda words, _: self._refuse(words))
        running.client.event_received.connect(self._take)
        project.replaced.connect(self._follow)
        own = self._panel.own
        own.asked.connect(lambda _: self.ask())
        own.weights_chosen.connect(lambda _: self.ask())
        own.picture_wanted.connect(self._choose_picture)
        panels.bottom.currentChanged.connect(lambda _: self._look_back())

    def close(self) -> None:
        self.client.close()
        self._drawings.cleanup()

    def show_analysis(self, analysis: Analysis) -> None:
        """The Inputs are known: offer a field to draw into where one is a picture."""
        document = self._project.document
        self._inputs = {}
        for node in document.graph.nodes:
            known = analysis.nodes.get(node.name) if node.type == "Input" else None
            if known is not None and "output" in known.outputs:
                self._inputs[node.name] = tuple(known.outputs["output"].shape)
        shapes = list(self._inputs.values())
        self._panel.own.show_kind(shapes[0] if len(shapes) == 1 else ())

    # the run

    def _take(self, event: Event) -> None:
        match event.get("event"):
            case "started":
                if str(event.get("run")) != self._run:
                    self._run = str(event.get("run"))
                    self._panel.clear()
            case "predictions":
                self._panel.take(event)
            case "checkpoint":
                is_seen = self._panel.own.isVisible()
                if is_seen and self._panel.own.feed and not self.client.is_busy:
                    self.ask()

    def _follow(self) -> None:
        """Another project is in front: what was predicted of the one before goes."""
        if not self._running.client.is_active:
            self._run = ""
            self._panel.clear()
            self._look_back()

    def _look_back(self) -> None:
        """Show what the last run predicted, if none was watched since the project was opened."""
        if self._panels.front is not self._panel or self._run:
            return
        folder = self._folder()
        if folder is not None:
            self._run = str(folder)
            for event in _predicted(folder):
                self._panel.take(event)

    def _folder(self) -> Path | None:
        """The run of the project in front: the one from this window, or the newest."""
        found = self._running.folder_of(self._project.current)
        if found is not None and (found / PROJECT).is_file():
            return found
        path = self._project.path
        return latest_run(path, self._project.document.name) if path is not None else None

    # own inputs

    def ask(self) -> None:
        """Ask what the network says of the input that was drawn, chosen or typed."""
        own, feed = self._panel.own, self._panel.own.feed
        if not feed:
            return
        folder = self._folder()
        names = (BEST, LAST) if own.which == "best" else (LAST, BEST)
        weights = (
            next((folder / n for n in names if (folder / n).is_file()), None) if folder else None
        )
        if folder is None or weights is None:
            own.say(tr("There are no trained weights yet: train first."), "warning")
            return
        try:
            text = (folder / PROJECT).read_text(encoding="utf-8")
        except OSError:
            text = dumps(self._project.document)
        request: dict[str, Any] = {"weights": str(weights), "feeds": self._feeds(feed)}
        message: dict[str, Any] = {"request": request}
        if feed["source"] == "drawing":
            name, shape = next(iter(self._inputs.items()))
            message["centre"] = {name: [shape[2], shape[3]]}
        own.say(tr("Asking the network."))
        project = self._project
        files = PythonFiles(
            project.folder, TrustStore().digests() if python_file_names(project.document) else ()
        )
        trusted = trusted_digests(project.document, files)
        self._asked_of = project.current
        self.client.predict(text, str(project.folder or ""), message, trusted)

    def _feeds(self, feed: Mapping[str, Any]) -> dict[str, Any]:
        """What every Input is fed: numbers of several are parted by semicolons."""
        if feed["source"] == "drawing":
            path = Path(self._drawings.name) / "drawing.png"
            self._panel.own.field.image.save(str(path))
            feed = {"source": "image", "path": str(path)}
        if feed["source"] == "numbers" and len(self._inputs) > 1:
            texts = str(feed["text"]).split(";")
            return {
                name: {"source": "numbers", "text": texts[place] if place < len(texts) else ""}
                for place, name in enumerate(self._inputs)
            }
        return {name: dict(feed) for name in self._inputs}

    @property
    def _is_wanted(self) -> bool:
        """Whether what was asked is still there: it may be cleared, or its project left since."""
        return bool(self._panel.own.feed) and self._asked_of is self._project.current

    def _refuse(self, words: str) -> None:
        if self._is_wanted:
            self._panel.own.say(sentence(words), "error")

    def _answered(self, told: Mapping[str, Any]) -> None:
        if not self._is_wanted:
            return
        words = tr("answered with {weights}").format(
            weights=tr(phrase_from_plain(told.get("weights") or ""))
        )
        notes = [tr(phrase_from_plain(note)) for note in told.get("notes") or ()]
        self._panel.own.show_answers(told.get("answers") or (), "; ".join([words, *notes]))

    def _choose_picture(self) -> None:
        folder = str(self._project.folder or Path.home())
        self._dialogs.choose_file(
            tr("Choose a file"), folder, tr(FILTERS["image"]), self._panel.own.take_picture
        )


def _predicted(folder: Path) -> Iterator[Event]:
    """The ``predictions`` of a run, from its log; its folder may have been moved."""
    log = folder / EVENTS
    try:
        if log.stat().st_size > LONGEST_LOG:
            return
        with log.open(encoding="utf-8") as lines:
            for line in lines:
                if '"event": "predictions"' not in line[:64]:
                    continue
                event = json.loads(line)
                for key in ("file", "samples"):
                    event[key] = str(folder / PREDICTIONS / Path(str(event.get(key))).name)
                yield event
    except (OSError, ValueError):
        return
