"""Our window with 5,000 nodes: opening, frames under the hand, search; prints JSON."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow
from app.start import make_application
from benchmarks.large_grid import HEIGHT, HUB, WIDTH, frame, nodes, position, wires
from benchmarks.large_hands import dragging, panning, zooming
from graph.document import Document, Edge, Group, Node
from graph.project_file import save_project

#: Seconds until the shapes of all are known, on a slow machine.
_PATIENCE = 300.0


def document() -> Document:
    """All nodes in their frames, at their places, wired."""
    document = Document("Large")
    graph = document.graph
    for index, (name, type_, arguments) in enumerate(nodes()):
        around = frame(index)
        if around and around not in graph.groups:
            graph.groups[around] = Group(around, {"container": "none"})
        options = {"group": around} if around else {}
        graph.insert(Node(name, type_, dict(arguments), options), position=position(index))
    for source, target, port in wires():
        graph.add_edge(Edge(source, "output", target, port))
    return document


def timed(act: Callable[[], object]) -> float:
    """Seconds until all is done that the act brings along."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return time.perf_counter() - start


def open_window() -> MainWindow:
    window = MainWindow()
    window.resize(WIDTH, HEIGHT)
    window.show()
    QApplication.processEvents()
    return window


def wait_for(known: Callable[[], bool]) -> float:
    """Seconds of the last step of the event loop, after which something is ``known``."""
    until, last = time.monotonic() + _PATIENCE, 0.0
    while not known() and time.monotonic() < until:
        time.sleep(0.001)
        last = timed(lambda: None)
    return last


def searching(window: MainWindow) -> list[float]:
    """Seconds a key while something is typed into Find, and its first hits stand there."""
    finder = window.finder
    finder.open()
    seconds = []
    for word in ("conv 47", "kernel_size=3", "relu", "zzz"):
        finder.search.clear()
        seconds += [timed(lambda key=key: QTest.keyClicks(finder.search, key)) for key in word]
    finder.close_down()
    return seconds


def main() -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = tempfile.mkdtemp()  # or its journal would be offered to the user
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.loom.yaml"
        save_project(document(), path)
        window = open_window()
        wait_for(lambda: window.analysis.has_answered)
        opened = timed(lambda: window.files.read(path))
        pause = wait_for(lambda: window.analysis.has_answered)
        view = window.pane.view
        wait_for(lambda: view.canvas.is_settled)
        window.analysis.close()  # what it costs to run is no matter of the canvas
        view.fit()
        found = {
            "open": opened,
            "pause": pause,
            "zoom": zooming(view),
            "pan": panning(view),
            "search": searching(window),
        }
        view.zoom_to(1.0)
        view.center_on(HUB)
        QApplication.processEvents()
        found["drag"] = dragging(view, view.canvas.nodes[HUB].box.center())
    print(json.dumps(found))
    sys.stdout.flush()
    window.analysis.close()
    os._exit(0)


if __name__ == "__main__":
    main()
