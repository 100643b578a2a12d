"""The inspector's fields for steps through time and for indices, by real keys."""

import pytest
from PySide6.QtCore import Qt

from app.panels.fields import IndexField
from graph.project_file import dumps, loads
from tests.app.conftest import SLOW

STEPS = """layerloom: 1
name: Net
blocks:
  Step:
    nodes:
      x: {type: Input}
      h: {type: Input}
      m: {type: Input}
      add: {type: torch.add}
      mix: {type: torch.mul}
      y: {type: Output}
    edges: [x -> add.input, h -> add.other, add -> mix.input, m -> mix.other, mix -> y]
nodes:
  x: {type: Input, shape: [N, T, 4]}
  m: {type: Input, shape: [N, 4]}
  step: {type: Step}
  y: {type: Output}
edges: [x -> step.x, m -> step.m, step -> y]
"""


@pytest.fixture
def window(open_window, tmp_path):
    def open_(text):
        path = tmp_path / "net.loom.yaml"
        path.write_text(text, encoding="utf-8")
        return open_window(path)

    return open_


def choose(qtbot, field, text):
    """Choose an entry as a user does who types: by its first letters would be ambiguous."""
    field.setFocus()
    while field.currentText() != text:
        before = field.currentIndex()
        qtbot.keyClick(field, Qt.Key.Key_Down)
        assert field.currentIndex() != before, f"no {text}"


def test_a_block_is_stepped_by_choosing_what_each_input_is(qtbot, window):
    window = window(STEPS)
    window.pane.view.select(["step"])
    steps = window.panels.inspector.node_page.steps
    steps.fold.set_open(True)

    choose(qtbot, steps.form.field("axis"), "axis 1")
    choose(qtbot, steps.form.field("h "), "from y")
    choose(qtbot, steps.form.field("m "), "the same at every step")
    field = steps.form.field("start of h")
    field.setFocus()
    qtbot.keyClicks(field, "=x.size(0), 4")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    by_hand = STEPS.replace(
        "step: {type: Step}",
        "step: {type: Step, unroll: {axis: 1, state: {h: y}, constant: [m], "
        "start: {h: [=x.size(0), 4]}}}",
    )
    said = window.project.document.graph.node("step").options
    assert said == loads(by_hand).graph.node("step").options
    assert window.project.document == loads(by_hand)
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    known = window.panels.inspector._analysis.nodes["step"]
    assert str(known.outputs["y"]) == "[N, T, 4]"
    assert loads(dumps(window.project.document)) == window.project.document


def test_what_is_said_of_steps_is_taken_back_by_undo(qtbot, window):
    window = window(STEPS)
    window.pane.view.select(["step"])
    steps = window.panels.inspector.node_page.steps
    steps.fold.set_open(True)

    choose(qtbot, steps.form.field("axis"), "axis 0")
    window.project.stack.undo()

    assert window.project.document == loads(STEPS)
    assert steps.form.field("axis").currentText() == "not stepped"


def test_an_index_is_explained_while_it_is_typed(qtbot, window):
    window = window(
        "layerloom: 1\nname: Net\nnodes:\n  x: {type: Input, shape: [N, T, 4]}\n"
        "  last: {type: Tensor.__getitem__, index: ':, -1'}\n  y: {type: Output}\n"
        "edges: [x -> last -> y]\n"
    )
    window.pane.view.select(["last"])
    field = window.panels.inspector.node_page.form.field("index")
    assert isinstance(field, IndexField)

    assert field.words.text() == "all of axis 0\nthe last place of axis 1, which goes"
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "..., ::2")
    assert field.words.text() == "all axes between\nall of the last axis, every second place"
    qtbot.keyClicks(field.line, ", x")
    assert field.words.text().startswith("Between the brackets stand whole numbers")
    for _ in range(3):
        qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert window.project.document.graph.node("last").arguments["index"] == "..., ::2"
