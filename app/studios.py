"""The studios joined to the rest: the child is asked, the canvas is marked and painted on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.analysis_client import AnalysisClient
from app.canvas.group_marks import GroupMarks, places_of
from app.canvas_pane import CanvasPane
from app.line_process import Message
from app.open_project import OpenProject
from app.panels.source_view import SourceView
from app.panels.training_panel import TrainingPanel
from app.translating import tr
from graph.edits import Edit
from train.group_edits import add_group, given_groups, paint
from train.grouping import Member


class Studios(QObject):
    """Asks for groups and curve while a studio is looked at; paints with the chosen group."""

    said = Signal(str)

    def __init__(
        self,
        project: OpenProject,
        client: AnalysisClient,
        pane: CanvasPane,
        panel: TrainingPanel,
        source: SourceView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._client, self._pane = project, client, pane
        self._source = source
        self.optimizer, self.schedule = panel.optimizer, panel.schedule
        self._told: list[Mapping[str, Any]] = []
        client.analysis_changed.connect(lambda _: self.refresh())
        pane.scope_changed.connect(lambda _: self._mark())
        pane.path_changed.connect(lambda _: self._mark())
        project.replaced.connect(lambda: self._put_down())
        source.setup_wanted.connect(self.refresh)
        self.optimizer.watched.connect(self._watch)
        self.schedule.watched.connect(lambda _: self.refresh())
        self.optimizer.painting_wanted.connect(self._hold)
        self.optimizer.selection_wanted.connect(self._group_selection)

    def refresh(self) -> None:
        """Ask for what is looked at."""
        if self._client.has_answered and self.optimizer.isVisible():
            self._client.setup("groups", self._take_groups)
        if self._client.has_answered and self.schedule.isVisible():
            self._client.setup("schedule", self.schedule.show_preview)
        if self._client.has_answered and self._source.shows_setup and self._source.isVisible():
            self._client.setup("setup", self._source.show_setup)

    # what the canvas shows

    def _watch(self, watched: bool) -> None:
        if watched:
            self.refresh()
        else:
            self._put_down()
        self._mark()

    def _take_groups(self, reply: Message) -> None:
        self._told = list(reply["groups"])
        self.optimizer.show_groups(self._told, str(reply["reason"]))
        self._mark()

    def _mark(self) -> None:
        if not self.optimizer.isVisible():
            self._pane.show_groups(None)
            return
        within = "".join(f"{use}." for use in self._pane.path)
        marks = GroupMarks(self.optimizer.entries, places_of(self._told), within)
        self._pane.show_groups(marks)

    # painting

    def _hold(self, on: bool) -> None:
        self._pane.view.hold_brush(_Paint(self) if on else None)
        if on:
            words = tr("Painting {group}: click or drag over layers, Esc ends")
            self.said.emit(words.format(group=self.optimizer.chosen_title))
            self._pane.view.setFocus()
        else:
            self.said.emit("")

    def _put_down(self) -> None:
        self.optimizer.paint.setChecked(False)

    def _group_selection(self) -> None:
        names = self._pane.selection
        nodes = [self._whole(name) for name in names if self.has_weights(name)]
        if not nodes:
            self.said.emit(tr("Select layers with weights on the canvas first."))
            return
        document = self._project.document
        index = len(given_groups(document))
        self._project.push(add_group(document, nodes, self.members))
        self.optimizer.choose(index)

    @property
    def members(self) -> list[Member]:
        """Every parameter, as the child told it."""
        return [
            Member(str(name), str(node), str(kind))
            for group in self._told
            for name, node, kind, *_ in group["members"]
        ]

    def has_weights(self, name: str) -> bool:
        """Whether a node that is shown has parameters, or a block with some in it."""
        whole = self._whole(name)
        return any(m.node == whole or m.node.startswith(f"{whole}.") for m in self.members)

    def is_in_chosen(self, name: str) -> bool:
        whole, chosen = self._whole(name), self.optimizer.chosen_group
        found = {
            group["index"]
            for group in self._told
            for _, node, *_ in group["members"]
            if node == whole or str(node).startswith(f"{whole}.")
        }
        return found == {chosen}

    def painted(self, names: list[str], *, takes_away: bool) -> Edit | None:
        """What a stroke over nodes that are shown changes."""
        nodes = [self._whole(name) for name in names if self.has_weights(name)]
        if not nodes:
            self.said.emit(tr("{layers} has no weights to train.").format(layers=", ".join(names)))
            return None
        chosen = None if takes_away else self.optimizer.chosen_group
        return paint(self._project.document, chosen, nodes, self.members)

    def _whole(self, name: str) -> str:
        """The name of a node as groups write it: in a block with the uses that lead to it."""
        return ".".join((*self._pane.path, name))


class _Paint:
    """The brush that the canvas holds while the studio paints."""

    def __init__(self, studios: Studios) -> None:
        self._studios = studios

    def holds(self, name: str) -> bool:
        return self._studios.is_in_chosen(name)

    def stroke(self, names: list[str], *, takes_away: bool) -> Edit | None:
        return self._studios.painted(names, takes_away=takes_away)

    def drop(self) -> None:
        self._studios.optimizer.paint.setChecked(False)
