"""Our canvas's frame times, with the same nodes and wires; prints JSON."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtWidgets import QApplication, QGraphicsView

from app.canvas import CanvasScene, CanvasView
from app.theme import apply_theme
from benchmarks.grid import HEIGHT, NODES, WIDTH, WIRES, position
from graph.document import ROOT, Document, Edge, Node


def main() -> None:
    app = QApplication(sys.argv)
    apply_theme(app, "light")
    view = CanvasView(CanvasScene(document(), ROOT))
    view.resize(WIDTH, HEIGHT)
    view.show()
    view.fit()
    app.processEvents()
    print(json.dumps({"frames": [frame(view) for _ in range(30)][5:]}))


def document() -> Document:
    """Cards with one input, and cards with two where a second wire arrives."""
    document = Document("Thousand")
    for index in range(NODES):
        node = (
            Node(f"mix{index}", "Bilinear", {"out_features": 8})
            if index % 2
            else Node(f"fc{index}", "Linear", {"out_features": 8})
        )
        document.graph.insert(node, position=position(index))
    names = document.graph.names
    taken: set[str] = set()
    for source, target in WIRES:
        end = names[target]
        port = "input" if not target % 2 else "input2" if end in taken else "input1"
        taken.add(end)
        document.graph.add_edge(Edge(names[source], "output", end, port))
    return document


def frame(view: QGraphicsView) -> float:
    """Seconds to paint the whole view once, now."""
    start = time.perf_counter()
    view.viewport().repaint()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
