"""How the source is written, chosen beside the source itself."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.screenshots.stage import Stage
from graph.edits import SetStyle


def play(stage: Stage) -> None:
    window = stage.show("two_towers")
    window.resize(1280, 800)
    window.project.push(SetStyle("layers", "functional"))
    window.panels.show_tab("source")
    window.resizeDocks([window.panels.docks["bottom"]], [440], Qt.Orientation.Vertical)
    window.panels.source.style_button.setChecked(True)
    stage.settle()
    window.panels.source.text.show_line(12)
    stage.take_both("source", window.panels.bottom)
