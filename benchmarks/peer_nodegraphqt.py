"""NodeGraphQt's frame time with 1,000 nodes; runs in an environment of its own, prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from itertools import pairwise

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from NodeGraphQt import BaseNode, NodeGraph
from PySide6.QtWidgets import QApplication, QGraphicsView

NODES, COLUMNS, FRAMES = 1000, 40, 15


class Layer(BaseNode):
    """A node with one input and one output, as in our own graph."""

    __identifier__ = "bench"
    NODE_NAME = "Layer"

    def __init__(self) -> None:
        super().__init__()
        self.add_input("input")
        self.add_output("output")


def main() -> None:
    app = QApplication(sys.argv)
    graph = NodeGraph()
    graph.register_node(Layer)
    nodes = []
    for index in range(NODES):
        x, y = index % COLUMNS * 320, index // COLUMNS * 200
        nodes.append(graph.create_node("bench.Layer", f"n{index}", pos=(x, y), push_undo=False))
    for source, target in pairwise(nodes):
        source.output(0).connect_to(target.input(0), push_undo=False)
    viewer = graph.viewer()
    viewer.resize(1440, 900)
    viewer.show()
    graph.clear_selection()
    graph.fit_to_selection()
    app.processEvents()
    print(json.dumps({"frames": [frame(viewer) for _ in range(FRAMES)][3:]}))
    sys.stdout.flush()
    os._exit(0)  # it takes a minute to take itself apart


def frame(view: QGraphicsView) -> float:
    """Seconds to paint the whole view once, now."""
    start = time.perf_counter()
    view.viewport().repaint()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
