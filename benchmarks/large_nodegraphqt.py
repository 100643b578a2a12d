"""NodeGraphQt with the same 5,000 nodes and 8,000 wires; in its own environment; prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time

from large_grid import HEIGHT, HUB, WIDTH, nodes, position, wires
from large_hands import dragging, panning, zooming
from NodeGraphQt import BaseNode, NodeGraph
from PySide6.QtWidgets import QApplication


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
    start = time.perf_counter()
    graph = NodeGraph()
    graph.register_node(Layer)
    made = {}
    for index, (name, _, _) in enumerate(nodes()):
        made[name] = graph.create_node(
            "bench.Layer", name, pos=position(index), push_undo=False, selected=False
        )
    for source, target in dict.fromkeys((source, target) for source, target, _ in wires()):
        made[source].output(0).connect_to(made[target].input(0), push_undo=False)
    viewer = graph.viewer()
    viewer.resize(WIDTH, HEIGHT)
    viewer.show()
    graph.clear_selection()
    graph.fit_to_selection()
    app.processEvents()
    found: dict[str, object] = {"open": time.perf_counter() - start}
    found |= {"zoom": zooming(viewer), "pan": panning(viewer, (viewer.transform().m11(), 1.0))}
    item = made[HUB].view
    viewer.center_selection([item])
    app.processEvents()
    found["drag"] = dragging(viewer, item.sceneBoundingRect().center())
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # it takes minutes to take itself apart


if __name__ == "__main__":
    main()
