"""What a crash left behind, and a file that another program has changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from app.file_handling import EXAMPLES
from app.safety.journals import journals
from app.screenshots.stage import Stage
from graph.document import Document, Node
from graph.edits import AddNode, Edit, RemoveNode, SetArgument, SetTraining
from graph.journal import Beginning, edit_line
from graph.journal_file import JournalFile
from graph.project_file import load_project


def play(stage: Stage) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lenet.loom.yaml"
        path.write_bytes((EXAMPLES / "lenet_mnist.loom.yaml").read_bytes())
        _show_changed(stage, path)
        _leave(
            load_project(path),
            path,
            SetArgument("conv1", "out_channels", 12),
            AddNode(Node("drop", "Dropout"), position=(480.0, 420.0)),
            SetTraining(("epochs",), 40),
        )
        unet = load_project(EXAMPLES / "unet.loom.yaml")
        _leave(unet, None, RemoveNode("down4"))
        recovery = stage.window.safety.recovery
        for theme in ("light", "dark"):
            stage.window.set_theme(theme)
            recovery.offer()
            assert recovery.dialog is not None
            stage.take(f"recovery-{theme}", recovery.dialog)
            recovery.dialog.reject()


def _show_changed(stage: Stage, path: Path) -> None:
    window = stage.window
    window.resize(1200, 700)
    window.files.read(path)
    window.show()
    stage.wait(lambda: window.analysis.has_answered)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kernel_size: 5", "kernel_size: 7"), encoding="utf-8")
    window.safety.guard.watch.look()
    stage.take("file-changed-light")
    window.safety.guard.watch.accept()


def _leave(document: Document, path: Path | None, *edits: Edit) -> None:
    """A journal as a killed process leaves it."""
    folder = journals().folder
    folder.mkdir(parents=True, exist_ok=True)
    beginning = Beginning.of(document, path)
    journal = JournalFile(folder / f"{document.name}.journal", beginning)
    for edit in edits:
        line = edit_line(edit)
        document.apply(edit)
        journal.append(line, document)
    journal.close()
