"""Says what is selected on the canvas to those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.canvas_pane import CanvasPane
from app.translating import tr
from app.words import layers
from graph.analysis import Analysis
from graph.document import Graph

#: More nodes than these are counted, not listed.
LISTED = 5


class CanvasTelling(QObject):
    """Keeps the accessible description of the canvas, and speaks it when the selection changes.

    A screen reader sees one widget there, whatever is drawn on it.
    """

    def __init__(self, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._analysis = Analysis()
        pane.view.selection_changed.connect(self._speak)

    def show_analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._describe(self._pane.selection)

    def _speak(self, names: list[str]) -> None:
        words = self._describe(names)
        if words and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._pane.view, words)
            QAccessible.updateAccessibility(event)

    def _describe(self, names: list[str]) -> str:
        scope, document = self._pane.scope, self._pane.document
        graph = document.scope(scope) if scope in document.scopes else Graph()
        words = describe(graph, scope, self._analysis, names)
        marks = self._pane.group_marks
        group = marks.words_for(names[0]) if marks is not None and len(names) == 1 else ""
        words = "; ".join(filter(None, (words, group)))
        self._pane.view.setAccessibleDescription(words)
        return words


def describe(graph: Graph, scope: str, analysis: Analysis, names: list[str]) -> str:
    """The selected nodes in words: one with all that its card shows, several by name."""
    known = [name for name in names if name in graph]
    if len(known) > LISTED:
        return layers(len(known))
    if len(known) != 1:
        return ", ".join(known)
    [name] = known
    parts = [f"{name}, {graph.node(name).type}"]
    node = analysis.scope(scope).get(name)
    sources = ", ".join(dict.fromkeys(edge.source for edge in graph.in_edges(name)))
    targets = ", ".join(dict.fromkeys(edge.target for edge in graph.out_edges(name)))
    parts += [f"{port} {tensor}" for port, tensor in node.outputs.items()] if node else []
    parts += [tr("from {layers}").format(layers=sources)] if sources else []
    parts += [tr("to {layers}").format(layers=targets)] if targets else []
    waits = analysis.waiting.get(scope, {}).get(name, "")
    parts += [tr("waits for {layer}").format(layer=waits)] if waits else []
    parts += [tr(problem.message) for problem in analysis.problems_of(name, scope)]
    return "; ".join(parts)
