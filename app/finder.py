"""Find: a few words of a name, an argument or a note, and one is there, in whatever block."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from app.canvas.panning import pan
from app.canvas_pane import CanvasPane, Place
from app.line_painting import Line
from app.open_project import OpenProject
from app.places import Places
from app.search_overlay import SearchOverlay
from app.theme_icons import family_icon
from app.translating import tr
from graph.catalog import CATALOG
from graph.document import ROOT
from graph.finding import Finding, Hit


class Finder(SearchOverlay):
    """Arrow keys look at one hit after the other, Enter stays there, Escape goes back."""

    WIDTH, TOP = 420, 44  # below the breadcrumbs

    def __init__(self, project: OpenProject, pane: CanvasPane, places: Places) -> None:
        super().__init__(
            pane,
            tr("Find"),
            tr("Find in nodes, arguments, notes"),
            tr("Found nowhere"),
        )
        self._project, self._pane, self._places = project, pane, places
        self._start: Place | None = None
        self._finding = Finding(project.document)
        project.changed.connect(lambda _: self._finding.look_anew())

    def open(self) -> None:
        self._start = None
        super().open()

    def lines(self, text: str) -> list[Line]:
        document = self._project.document
        if self._finding.document is not document:
            self._finding = Finding(document)
        hits = self._finding.find(text)
        return [self._line_of(hit, text) for hit in hits]

    def step_to(self, choice: object) -> None:
        """Look at a hit; where one was is one place, however many hits one looks at."""
        if isinstance(choice, Hit):
            if self._start is None:
                self._start = self._pane.place
                self._places.remember(self._start)
            self._pane.look_at(choice.node, choice.scope)
            self._pane.show_note(choice.note)
            self._uncover(choice.node)

    def _uncover(self, name: str) -> None:
        """What is looked at does not lie behind the list: it goes beside it, or below."""
        item, view = self._pane.scene.nodes.get(name), self._pane.view
        if item is None:
            return
        corner = view.mapTo(self._pane, QPoint(0, 0))
        box = view.mapFromScene(item.box).boundingRect().translated(corner)
        over = self.geometry()
        if box.intersects(over):
            aside = QPoint(over.left() // 2, box.center().y())
            below = QPoint(box.center().x(), (over.bottom() + self._pane.height()) // 2)
            goal = aside if box.width() + 16 < over.left() else below
            view.look_elsewhere()
            pan(view, QPointF(goal - box.center()))

    def choose(self, choice: object) -> bool:
        self.step_to(choice)
        self._before = self._pane.view  # what was found is what the keys are for now
        return True

    def give_up(self) -> None:
        """Back to where one was."""
        if self._start is not None:
            self._places.go_back()
            self._start = None

    def _line_of(self, hit: Hit, text: str) -> Line:
        layer = CATALOG.get(hit.type)
        if hit.note:
            where = hit.scope or ""
            return Line(hit.words, hit, (), tr("Note"), where, family_icon("function"))
        title = hit.node or hit.scope
        where = hit.scope if hit.node else tr("block")
        if hit.scope == ROOT:
            where = ""
        said = hit.words.replace("=", ": ", 1) if hit.words else ""
        aside = "   ".join(part for part in (hit.type if hit.node else "", said) if part)
        low = title.lower()
        letters = {
            at + step
            for word in text.lower().split()
            if not hit.words and (at := low.find(word)) >= 0
            for step in range(len(word))
        }
        icon = family_icon(layer.family if layer else "block")
        return Line(title, hit, tuple(sorted(letters)), aside, where, icon)

    def corner(self, width: int) -> QPoint:
        """At the upper right of the canvas."""
        return QPoint(self._pane.width() - width - 16, self.TOP)
