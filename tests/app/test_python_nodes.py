"""Python nodes in the window: shown freely, run by the children only, and only once trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.render import picture
from graph.document import Node
from graph.edits import AddNode
from tests.app.conftest import SLOW, Answers
from tests.python_nodes import LAYERS, lay, project

OpenWindow = Callable[..., Any]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A project whose Python file leaves a mark wherever it is imported."""
    mark = f"open({str(tmp_path / 'ran')!r}, 'a').close()\n"
    lay(tmp_path, {"layers.py": mark + LAYERS})
    file = tmp_path / "own.loom.yaml"
    nodes = (
        "  x: {type: Input, shape: [N, 16]}\n"
        "  own: {type: Python, file: layers.py, name: Linear, inputs: [x], "
        "arguments: {in_features: 16, out_features: 8}}\n"
        "  fc: {type: Linear, out_features: 4}\n"
        "  y: {type: Output}\n"
    )
    file.write_text(project(nodes, "x -> own -> fc -> y"))
    return file


def shape(window: Any, node: str) -> str:
    found = window.analysis.analysis.nodes.get(node)
    return " ".join(map(str, found.outputs.values())) if found else ""


def codes(window: Any) -> list[str]:
    return [problem.code for problem in window.analysis.analysis.problems_of("own")]


def part_of(window: Any, node: str = "own") -> Any:
    window.pane.reveal(node)
    return window.panels.inspector.node_page.python


def test_nothing_runs_until_the_user_trusts_the_file_and_then_it_does(
    hostile: Path, open_window: OpenWindow, qtbot: Any
) -> None:
    ran = hostile.parent / "ran"
    window = open_window(hostile)
    part = part_of(window)
    window.panels.show_tab("source")
    picture(window.pane.scene)
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)

    assert codes(window) == ["untrusted-code"]
    assert part.source.toPlainText().startswith("open(")
    assert part.names.currentText() == "Linear"
    assert "has been run" in part.state.text()
    assert window.pane.scene.nodes["own"].card.untrusted
    window.running.train()
    assert not window.training.is_active
    assert not ran.exists()

    qtbot.mouseClick(part.trust, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: shape(window, "fc") == "[N, 4]", timeout=SLOW)
    assert ran.exists()
    assert not window.pane.scene.nodes["own"].card.untrusted
    assert part.state.text().startswith("Trusted")

    lay(hostile.parent, {"layers.py": LAYERS + "\n# another\n"})

    qtbot.waitUntil(lambda: window.pane.scene.nodes["own"].card.untrusted, timeout=SLOW)
    assert shape(window, "fc") == ""
    assert part.source.toPlainText().endswith("# another\n")
    assert part.trust.isVisibleTo(part)


@pytest.mark.slow
def test_a_file_that_ends_the_process_is_named_and_the_window_lives_on(
    tmp_path: Path, open_window: OpenWindow, qtbot: Any
) -> None:
    deadly = "import os\ndef f(x):\n    os._exit(3)\n"
    file = tmp_path / "own.loom.yaml"
    nodes = (
        "  x: {type: Input, shape: [N, 16]}\n  own: {type: Python, file: layers.py, name: f}\n"
        "  y: {type: Output}\n"
    )
    lay(tmp_path, {"layers.py": deadly, "own.loom.yaml": project(nodes, "x -> own -> y")})
    window = open_window(file)

    window.python.trust("layers.py")

    qtbot.waitUntil(lambda: codes(window) == ["python-stuck"], timeout=SLOW)
    [problem] = window.analysis.analysis.problems_of("own")
    assert "layers.py ended the process that ran it" in problem.message
    assert shape(window, "x") == "[N, 16]"

    lay(tmp_path, {"layers.py": "def f(x):\n    return x\n"})
    qtbot.waitUntil(lambda: codes(window) == ["untrusted-code"], timeout=SLOW)
    assert window.pane.scene.nodes["own"].card.untrusted
    window.python.trust("layers.py")
    qtbot.waitUntil(lambda: shape(window, "own") == "[N, 16]", timeout=SLOW)


def test_a_node_is_added_its_file_chosen_and_its_signature_read(
    tmp_path: Path, open_window: OpenWindow, answers: Answers, qtbot: Any
) -> None:
    home, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    lay(home, {"own.loom.yaml": project("  x: {type: Input, shape: [N, 16]}\n", "")})
    lay(elsewhere, {"mine.py": LAYERS})
    window = open_window(home / "own.loom.yaml", analysed=False)
    window.editing.add("Python")
    [name] = [n.name for n in window.project.document.graph.nodes if n.type == "Python"]
    part = part_of(window, name)
    assert "here is no layers.py" in part.state.text()
    assert part.create.isVisibleTo(part)

    answers.path = elsewhere / "mine.py"
    qtbot.mouseClick(part.choose, Qt.MouseButton.LeftButton)

    assert (home / "mine.py").read_text() == LAYERS
    node = window.project.document.graph.node(name)
    assert node.arguments == {"file": "mine.py", "name": "Swish", "inputs": ("x",)}
    part.names.setCurrentText("Linear")
    part.names.activated.emit(part.names.currentIndex())
    field = part.arguments.field("in_features")
    field.value_chosen.emit(16)
    part.arguments.field("out_features").value_chosen.emit(8)

    node = window.project.document.graph.node(name)
    assert node.arguments == {
        "file": "mine.py",
        "name": "Linear",
        "inputs": ("x",),
        "arguments": {"in_features": 16, "out_features": 8},
    }
    window.project.stack.undo()
    window.project.stack.undo()
    window.project.stack.undo()
    assert window.project.document.graph.node(name).arguments["name"] == "Swish"


def test_a_file_to_begin_with_is_written_where_there_is_none(
    tmp_path: Path, open_window: OpenWindow, qtbot: Any
) -> None:
    lay(tmp_path, {"own.loom.yaml": project("  x: {type: Input, shape: [N, 16]}\n", "")})
    window = open_window(tmp_path / "own.loom.yaml", analysed=False)
    node = Node("own", "Python", {"file": "layers.py", "name": "MyLayer"})
    window.push(AddNode(node))
    part = part_of(window)

    qtbot.mouseClick(part.create, Qt.MouseButton.LeftButton)

    assert "class MyLayer" in (tmp_path / "layers.py").read_text()
    assert part.names.currentText() == "MyLayer"
    assert "has been run" in part.state.text()
    assert not part.create.isVisibleTo(part)


def test_a_project_without_a_file_says_to_save_it_first(
    open_window: OpenWindow, answers: Answers, qtbot: Any
) -> None:
    window = open_window(analysed=False)
    window.push(AddNode(Node("own", "Python", {"file": "layers.py", "name": "MyLayer"})))
    part = part_of(window)

    qtbot.mouseClick(part.choose, Qt.MouseButton.LeftButton)

    assert "save the project first" in part.state.text().lower()
    assert answers.told == ["Its Python files lie in the folder of the project."]


@pytest.mark.slow
def test_an_exported_file_gets_the_files_that_it_imports(
    hostile: Path, open_window: OpenWindow, answers: Answers, qtbot: Any
) -> None:
    out = hostile.parent / "out"
    out.mkdir()
    window = open_window(hostile)
    window.python.trust("layers.py")
    qtbot.waitUntil(lambda: shape(window, "fc") == "[N, 4]", timeout=SLOW)

    answers.path = out / "net.py"
    window.exporting.export_source()
    qtbot.waitUntil((out / "net.py").exists, timeout=SLOW)
    answers.path = hostile.parent / "layers.py"
    window.exporting.export_source()
    qtbot.waitUntil(lambda: len(answers.told) == 1, timeout=SLOW)

    assert (out / "layers.py").read_text() == (hostile.parent / "layers.py").read_text()
    assert "imports layers.py itself" in answers.told[0]
    assert "class Swish" in (hostile.parent / "layers.py").read_text()
