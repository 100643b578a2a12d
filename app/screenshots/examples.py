"""Whole networks, as the page of examples shows them: the canvas alone, however large."""

from __future__ import annotations

from app.canvas.scene import CanvasScene
from app.cli.project import open_project
from app.file_handling import EXAMPLES, SUFFIX
from app.render import picture
from app.screenshots.stage import Stage
from graph.document import ROOT

SHOWN = ("unet", "googlenet", "introduction/own_linear")

#: Pixels for one of the canvas: words can be read, and files stay small.
SCALE = 0.75


def play(stage: Stage) -> None:
    for example in SHOWN:
        project = open_project(EXAMPLES / f"{example}{SUFFIX}")
        analysis, _ = project.analyze()
        scene = CanvasScene(project.document, ROOT)
        scene.show_analysis(analysis)
        name = example.rpartition("/")[2].replace("_", "-")
        stage.keep(f"examples-{name}", picture(scene, SCALE))
        scene.close()
