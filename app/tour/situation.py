"""What the steps of the tour want to know of the window: what is drawn, chosen and trained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.document import Document, Edge, Graph
from graph.problems import Problem

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Situation:
    """Reads the window, and remembers what leaves no trace in it: that a run ended well."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.has_trained = self.has_exported = False
        self.fixes = 0  # that were applied for the user

    @property
    def document(self) -> Document:
        return self.window.project.document

    @property
    def graph(self) -> Graph:
        return self.document.graph

    def first(self, type_: str) -> str:
        """The name of the first node of a type; "" where there is none."""
        return next((node.name for node in self.graph.nodes if node.type == type_), "")

    def is_wired(self, source: str, target: str) -> bool:
        """Whether a wire leads from a node of one type to one of another."""

        def leads(edge: Edge) -> bool:
            ends = self.graph.node(edge.source).type, self.graph.node(edge.target).type
            return ends == (source, target)

        return any(map(leads, self.graph.edges))

    @property
    def is_checked(self) -> bool:
        """Whether all that is drawn has been looked at."""
        analysis = self.window.analysis
        return analysis.has_answered and analysis.is_idle

    @property
    def mistake(self) -> Problem | None:
        """The first thing wrong that has a fix."""
        errors = self.window.analysis.analysis.errors
        return next((problem for problem in errors if problem.fixes), None)

    def chosen(self, key: str) -> str:
        """What training uses for ``data``, ``optimizer`` or ``schedule``, if it was chosen."""
        said = self.document.training.get(key)
        word = "source" if key == "data" else "type"
        return str(said.get(word, "")) if isinstance(said, Mapping) else ""
