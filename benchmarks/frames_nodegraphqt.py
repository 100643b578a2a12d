"""NodeGraphQt's frame times; runs in an environment of its own and prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time

from grid import HEIGHT, NODES, WIDTH, WIRES, position
from NodeGraphQt import BaseNode, NodeGraph
from PySide6.QtWidgets import QApplication, QGraphicsView


class Layer(BaseNode):
    """A node with an input that takes several wires, and an output."""

    __identifier__ = "bench"
    NODE_NAME = "Layer"

    def __init__(self) -> None:
        super().__init__()
        self.add_input("input", multi_input=True)
        self.add_output("output")


def main() -> None:
    app = QApplication(sys.argv)
    graph = NodeGraph()
    graph.register_node(Layer)
    nodes = [
        graph.create_node("bench.Layer", f"n{index}", pos=position(index), push_undo=False)
        for index in range(NODES)
    ]
    for source, target in WIRES:
        nodes[source].output(0).connect_to(nodes[target].input(0), push_undo=False)
    viewer = graph.viewer()
    viewer.resize(WIDTH, HEIGHT)
    viewer.show()
    graph.clear_selection()
    graph.fit_to_selection()
    app.processEvents()
    print(json.dumps({"frames": [frame(viewer) for _ in range(10)][2:]}))
    sys.stdout.flush()
    os._exit(0)  # it takes a minute to take itself apart


def frame(view: QGraphicsView) -> float:
    """Seconds to paint the whole view once, now."""
    start = time.perf_counter()
    view.viewport().repaint()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
