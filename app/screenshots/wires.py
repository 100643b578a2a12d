"""A wire that was let go over nothing, and the layers that take its shape."""

from __future__ import annotations

from app.canvas.loose_end import LooseEnd
from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    stage.settle()
    view = window.pane.view
    end = LooseEnd("flat", "output", is_output=True)
    window.search.open(view.mapToScene(300, 470), end)
    stage.settle()
    stage.take_both("wires", window.pane)
