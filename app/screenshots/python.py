"""Layers of one's own: before the file is trusted, and after."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from app.file_handling import EXAMPLES
from app.screenshots.stage import Stage


def play(stage: Stage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "own_layers"
        shutil.copytree(EXAMPLES / "own_layers", project)
        window = stage.window
        window.resize(1600, 1100)
        window.files.read(project / "own_layers.loom.yaml")
        window.show()
        stage.wait(lambda: window.analysis.has_answered)
        window.pane.reveal("swish")
        stage.take("python-light")

        window.python.trust("layers.py")
        window.set_theme("dark")
        window.panels.show_tab("source")
        stage.take("python-dark")
