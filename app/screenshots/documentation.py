"""PyTorch's documentation, opened with F1 on a layer, with words looked for in it."""

from __future__ import annotations

from app.documentation.window import DocumentationWindow
from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    window = stage.show("lenet_mnist")
    window.pane.view.select(["conv1"])
    window.documenting.open()
    stage.settle()
    page = window.findChild(DocumentationWindow)
    assert page is not None
    page.field.setText("padding")
    stage.take_both("documentation", page)
