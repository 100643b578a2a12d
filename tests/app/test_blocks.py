"""Blocks in the real window, by mouse and keyboard: made, opened, named, argued, removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.panels.palette import MIME_TYPE
from graph.document import Expression
from graph.edits import SetArgument
from graph.project_file import dumps, load_project, loads
from tests.app.conftest import SLOW

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
CONTROL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton

#: A residual block as somebody draws it, without any block yet.
DRAWN = """
layerloom: 1
name: Net
nodes:
  image: {type: Input, shape: [N, 8, 16, 16]}
  conv1: {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1, bias: false, group: left}
  bn1:   {type: BatchNorm2d, group: left}
  relu1: {type: ReLU, group: left}
  conv2: {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1, bias: false, group: left}
  bn2:   {type: BatchNorm2d, group: left}
  add:   {type: torch.add}
  relu:  {type: ReLU}
  out:   {type: Output}
edges:
  - image -> conv1 -> bn1 -> relu1 -> conv2 -> bn2 -> add.input
  - image -> add.other
  - add -> relu -> out
groups: {left: {container: Sequential}}
layout:
  image: [0, 0]
  conv1: [280, 0]
  bn1:   [560, 0]
  relu1: [840, 0]
  conv2: [1120, 0]
  bn2:   [1400, 0]
  add:   [1680, 0]
  relu:  [1960, 0]
  out:   [2240, 0]
"""

#: The same with the block that somebody would write by hand.
WRITTEN = """
layerloom: 1
name: Net
blocks:
  ResidualBlock:
    arguments: {out_channels: 8}
    nodes:
      x:     {type: Input}
      conv1: {type: Conv2d, out_channels: =out_channels, kernel_size: 3, padding: 1, bias: false, group: left}
      bn1:   {type: BatchNorm2d, group: left}
      relu1: {type: ReLU, group: left}
      conv2: {type: Conv2d, out_channels: =out_channels, kernel_size: 3, padding: 1, bias: false, group: left}
      bn2:   {type: BatchNorm2d, group: left}
      add:   {type: torch.add}
      relu:  {type: ReLU}
      y:     {type: Output}
    edges: [x -> conv1 -> bn1 -> relu1 -> conv2 -> bn2 -> add.input, x -> add.other, add -> relu -> y]
    groups: {left: {container: Sequential}}
nodes:
  image:  {type: Input, shape: [N, 8, 16, 16]}
  block1: {type: ResidualBlock, repeat: 3}
  out:    {type: Output}
edges: [image -> block1 -> out]
"""  # noqa: E501


@pytest.fixture
def drawn(open_window, tmp_path):
    path = tmp_path / "drawn.loom.yaml"
    path.write_text(DRAWN, encoding="utf-8")
    return open_window(path, analysed=False)


@pytest.fixture
def resnet(open_window):
    return open_window("resnet34", analysed=False)


def without_layout(document):
    """The text of a document, but for positions."""
    copy = loads(dumps(document))
    for scope in copy.scopes:
        for name in copy.scope(scope).names:
            copy.scope(scope).set_position(name, None)
    return dumps(copy)


def middle_of(window, node):
    view = window.pane.view
    return view.mapFromScene(window.pane.scene.nodes[node].box.center())


def double_click(window, node):
    at = middle_of(window, node)
    QTest.mouseClick(window.pane.view.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(window.pane.view.viewport(), LEFT, NONE, at)


def band(window, *nodes):
    """Drag a rubber band around nodes."""
    view, boxes = window.pane.view, [window.pane.scene.nodes[n].box for n in nodes]
    around = boxes[0]
    for box in boxes[1:]:
        around = around.united(box)
    start = view.mapFromScene(around.topLeft() - QPointF(12, 80))
    end = view.mapFromScene(around.bottomRight() + QPointF(12, 80))
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_residual_block_made_by_mouse_is_the_one_that_somebody_writes(qtbot, drawn):
    window, view, inspector = drawn, drawn.pane.view, drawn.panels.inspector
    view.fit()

    # a band around the layers, Ctrl+B, and a name
    band(window, "conv1", "relu")
    assert window.pane.selection == ["conv1", "bn1", "relu1", "conv2", "bn2", "add", "relu"]
    QTest.keyClick(view, Qt.Key.Key_B, CONTROL)
    assert list(window.project.document.blocks) == ["Block1"]
    type_into(inspector.node_page.block.name, "ResidualBlock")
    assert window.project.document.graph.node("block1").type == "ResidualBlock"

    # three of them, one after the other
    options = inspector.node_page.options
    options.fold.set_open(True)
    type_into(options.form.field("repeat").lineEdit(), "3")

    # inside: a value becomes an argument, by its button and by typing
    double_click(window, "block1")
    assert window.pane.scope == "ResidualBlock"
    view.select(["conv1"])
    QTest.mouseClick(inspector.node_page.form._lifts["out_channels"], LEFT)
    view.select(["conv2"])
    type_into(inspector.node_page.form.field("out_channels").lineEdit(), "=out_channels")

    assert without_layout(window.project.document) == without_layout(loads(WRITTEN))
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert without_layout(window.project.document) == without_layout(loads(DRAWN))


def test_what_cannot_be_a_block_is_said_in_the_status_line(drawn):
    drawn.pane.view.select(["conv1", "conv2"])

    QTest.keyClick(drawn.pane.view, Qt.Key.Key_B, CONTROL)

    assert "select them too" in drawn.status.word
    assert drawn.project.document.blocks == {}


def test_one_goes_into_blocks_by_double_click_and_out_by_crumbs_and_keys(resnet):
    pane = resnet.pane
    double_click(resnet, "layer2")
    pane.view.fit()
    double_click(resnet, "rest")
    assert (pane.scope, pane.path) == ("ResidualBlock", ("layer2", "rest"))

    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert (pane.scope, pane.path, pane.selection) == ("Stage", ("layer2",), ["rest"])
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert pane.scope == "ResidualBlock"
    QTest.mouseClick(pane.crumbs.buttons[0], LEFT)
    assert (pane.scope, pane.selection) == ("", ["layer2"])
    QTest.keyClick(pane.view, Qt.Key.Key_Down, ALT)
    QTest.keyClick(pane.view, Qt.Key.Key_Up, ALT)

    assert (pane.scope, pane.selection) == ("", ["layer2"])
    assert pane.crumbs.isHidden()


def test_renaming_a_block_or_a_use_does_not_throw_one_out(resnet):
    pane = resnet.pane
    pane.enter("layer3")
    type_into(resnet.panels.inspector.block_page.name, "Level")
    resnet.project.stack.undo()
    resnet.project.stack.redo()

    assert (pane.scope, resnet.project.document.graph.node("layer1").type) == ("Level", "Level")
    assert resnet.panels.inspector.block_page.name.text() == "Level"


def test_undoing_the_rename_of_a_use_keeps_one_inside_of_it(resnet):
    pane, view = resnet.pane, resnet.pane.view
    view.select(["layer3"])
    type_into(resnet.panels.inspector.node_page.name, "deep")
    pane.enter("deep")
    pane.enter("rest")

    QTest.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert (pane.scope, pane.path) == ("ResidualBlock", ("layer3", "rest"))
    QTest.keyClick(view, Qt.Key.Key_Y, CONTROL)
    assert (pane.scope, pane.path) == ("ResidualBlock", ("deep", "rest"))


def test_shapes_inside_are_those_of_the_use_that_one_came_in_by(qtbot, open_window):
    window = open_window("resnet34")
    pane, inspector = window.pane, window.panels.inspector

    def shape():
        found = window.analysis.analysis.scope("ResidualBlock")["conv2"]
        return str(found.outputs["output"])

    pane.enter("layer3")
    pane.enter("rest")
    qtbot.waitUntil(lambda: shape() == "[N, 256, 14, 14]", timeout=SLOW)
    card = pane.scene.nodes["proj"].card
    pane.view.select(["conv2"])
    form = inspector.node_page.form
    assert card.bypassed
    assert form.box("out_channels").result.text() == "= 256"

    # an expression is worked out while it is typed, and refused before it is set
    edit = form.field("out_channels").lineEdit()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "=out_channels * 2")
    assert form.box("out_channels").result.text() == "= 512"
    edit.selectAll()
    QTest.keyClicks(edit, "=width")
    window.panels.inspector.show_analysis(window.analysis.analysis)  # whatever arrives meanwhile
    assert edit.text() == "=width"
    assert "width is not known here" in form.box("out_channels").result.text()
    QTest.keyClick(form.field("out_channels"), Qt.Key.Key_Escape)
    assert edit.text() == "=out_channels"

    # a problem inside leads there, as a use has it that has the problem
    pane.go_out_to(0)
    window.push(SetArgument("layer3", "out_channels", Expression("1 / 2")))
    qtbot.waitUntil(lambda: bool(inside_problems(window)), timeout=SLOW)
    window.panels.show_tab("problems")
    row = next(r for r in window.panels.problems.rows if r.problem.scope == "ResidualBlock")
    QTest.mouseClick(row, LEFT, pos=QPoint(40, 8))
    qtbot.waitUntil(lambda: pane.path[:1] == ("layer3",), timeout=SLOW)
    assert (pane.scope, pane.selection) == ("ResidualBlock", [row.problem.node])


def inside_problems(window):
    return [p for p in window.analysis.analysis.problems if p.scope == "ResidualBlock"]


def test_the_source_follows_into_the_class_of_a_block(qtbot, open_window):
    window = open_window("resnet34")
    window.panels.show_tab("source")
    source = window.panels.source
    qtbot.waitUntil(lambda: bool(source._source.lines), timeout=SLOW)

    window.pane.enter("layer1")
    window.pane.enter("first")
    window.pane.view.select(["conv1"])
    mark, *_ = source.text.extraSelections()

    first, last = source._source.lines["ResidualBlock"][""]
    assert first <= mark.cursor.blockNumber() + 1 <= last


def test_arguments_are_added_renamed_and_removed_with_all_uses(resnet, answers):
    resnet.pane.enter("layer2")
    form = resnet.panels.inspector.block_page.arguments
    document = resnet.project.document

    QTest.keyClicks(form.new_name, "repeat")
    QTest.keyClick(form.new_name, Qt.Key.Key_Return)
    assert form.new_name.property("wrong") == "true"
    form.new_name.clear()
    QTest.keyClicks(form.new_name, "p")
    QTest.keyClicks(form.new_default, "0.5")
    QTest.mouseClick(form.add, LEFT)
    type_into(form.name_field("out_channels"), "width")
    type_into(form.default_field("p"), "0.25")
    assert document.blocks["Stage"].arguments == {"width": 64, "blocks": 3, "stride": 1, "p": 0.25}
    assert document.graph.node("layer4").arguments["width"] == 512
    assert document.scope("Stage").node("rest").arguments["out_channels"].text == "width"

    answers.choice = "Remove it"
    resnet.blocks.remove_argument("Stage", "stride")

    assert "layer2, layer3, layer4 (in the network)" in answers.asked[-1]
    assert "stride" not in document.graph.node("layer2").arguments


def test_blocks_are_renamed_and_removed_in_the_palette(qtbot, resnet, answers):
    tree, document = resnet.panels.palette.families, resnet.project.document
    item = tree.topLevelItem(0).child(1)
    tree.setCurrentItem(item)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Level")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Level" in document.blocks)

    tree.setCurrentItem(tree.topLevelItem(0).child(1))
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert "used 4 times: layer1, layer2, layer3, layer4 (in the network)" in answers.asked[-1]
    assert "Level" in document.blocks
    answers.choice = "Dissolve its uses"
    QTest.keyClick(tree, Qt.Key.Key_Delete)

    assert list(document.blocks) == ["ResidualBlock"]
    rest = [node for node in document.graph.nodes if "repeat" in node.options]
    assert [node.options["repeat"] for node in rest] == [2, 3, 5, 2]


def test_a_use_is_dissolved_by_its_button(drawn):
    drawn.pane.view.select(["conv1", "bn1"])
    drawn.actions_by_key["make_block"].trigger()
    QTest.mouseClick(drawn.panels.inspector.node_page.block.dissolve, LEFT)

    assert drawn.pane.selection == ["conv1", "bn1"]
    assert "block1" not in drawn.project.document.graph


def test_a_block_is_not_dropped_into_itself(resnet):
    resnet.pane.enter("layer1")
    view, data = resnet.pane.view, QMimeData()
    data.setData(MIME_TYPE, b"Stage")
    at, copy = QPoint(200, 100), Qt.DropAction.CopyAction
    moving = QDragMoveEvent(at, copy, data, LEFT, NONE)
    view.dragMoveEvent(moving)
    dropping = QDropEvent(QPointF(at), copy, data, LEFT, NONE)
    view.dropEvent(dropping)
    resnet.editing.add("Stage")

    assert not moving.isAccepted()
    assert "cannot stand inside itself" in resnet.status.word
    assert len(resnet.project.document.scope("Stage")) == 4


def test_a_block_goes_along_when_its_use_is_pasted_into_another_project(open_window, drawn):
    other = open_window("resnet34", analysed=False)
    other.pane.view.select(["layer2"])
    other.editing.copy()

    drawn.editing.paste()
    drawn.editing.paste()

    document = drawn.project.document
    assert list(document.blocks) == ["ResidualBlock", "Stage"]
    assert [n.type for n in document.graph.nodes].count("Stage") == 2
    assert QGuiApplication.clipboard().text().startswith("layerloom: 1")
    assert document.blocks["Stage"] == load_project(EXAMPLES / "resnet34.loom.yaml").blocks["Stage"]
