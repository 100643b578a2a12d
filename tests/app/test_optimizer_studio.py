"""Parameter groups in the window: made in the table, painted on the canvas, seen on the cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from tests.app.canvas_hands import LEFT
from tests.app.conftest import SLOW

Key = Qt.Key


class Studio:
    """Works the studio of one window with real clicks, strokes and keys."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.panel = window.panels.training.optimizer
        self.view = window.pane.view

    def open(self):
        window = self.window
        window.panels.show_tab("training")
        QTest.mouseClick(window.panels.training.pages.buttons["optimizer"], LEFT)
        self.settle()

    def settle(self, groups=None):
        self.qtbot.waitUntil(lambda: bool(self.told) and self.panel.isVisible(), timeout=SLOW)
        if groups is not None:
            self.qtbot.waitUntil(lambda: self.members == groups, timeout=SLOW)

    def wait(self, until):
        self.qtbot.waitUntil(until, timeout=SLOW)

    @property
    def told(self):
        return self.window.studios._told

    @property
    def members(self):
        """By the title of each torch group, the layers in it."""
        return {
            str(group["title"]): list(dict.fromkeys(member[1] for member in group["members"]))
            for group in self.told
        }

    @property
    def groups(self):
        return [dict(group) for group in self.optimizer.get("groups", ())]

    @property
    def optimizer(self):
        return self.window.project.document.training["optimizer"]

    def middle(self, name) -> QPoint:
        return self.view.mapFromScene(self.window.pane.scene.nodes[name].box.center())

    def stroke(self, *names):
        """Press on the first card, drag over the others, let go."""
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, self.middle(names[0]))
        for name in names[1:]:
            QTest.mouseMove(viewport, self.middle(name))
        end = self.middle(names[-1])
        QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, end)

    def type_in(self, row, column, text):
        table = self.panel.table
        item = table.item(row, column)
        at = table.visualItemRect(item).center()
        QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
        QTest.mouseDClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
        editor = table.findChild(QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Key.Key_Return)
        self.qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None, timeout=SLOW)


@pytest.fixture
def studio(open_window, qtbot):
    window = open_window("lenet_mnist")
    made = Studio(window, qtbot)
    made.open()
    return made


def test_a_group_is_added_and_painted_over_cards_and_each_stroke_is_undone_at_once(studio):
    panel, stack = studio.panel, studio.window.project.stack
    QTest.mouseClick(panel.add, LEFT)
    studio.wait(lambda: panel._said.text().startswith("'group 1' has no layer yet"))
    QTest.mouseClick(panel.paint, LEFT)
    status = studio.window.status._word
    assert status.text().startswith("Painting group 1")

    studio.stroke("conv1")
    studio.settle({"everything else": ["conv2", "fc1", "fc2", "fc3"], "group 1": ["conv1"]})
    studio.stroke("fc1", "relu3", "fc2")
    studio.settle({"everything else": ["conv2", "fc3"], "group 1": ["conv1", "fc1", "fc2"]})

    assert studio.groups == [{"name": "group 1", "nodes": ("conv1", "fc1", "fc2")}]
    cards = studio.window.pane.scene.nodes
    assert cards["conv1"].card.marks == ((0, "1"),)
    assert cards["conv2"].card.marks == ((-1, "·"),)
    assert cards["relu1"].card.marks == ()
    assert studio.window.pane.group_legend.isVisible()
    assert "group 1" in studio.window.pane.group_legend.accessibleName()
    studio.window.pane.view.select(["conv1"])
    assert "parameter group group 1" in studio.view.accessibleDescription()
    stack.undo()
    assert studio.groups[0]["nodes"] == ("conv1",)
    stack.redo()
    studio.stroke("conv1")  # one that is in it already is taken out
    assert studio.groups[0]["nodes"] == ("fc1", "fc2")

    QTest.keyClick(studio.view, Key.Key_Escape)

    assert not panel.paint.isChecked() and not status.text()
    studio.stroke("conv1")
    assert studio.groups[0]["nodes"] == ("fc1", "fc2")


def test_values_are_typed_in_the_table_and_reach_the_file(studio):
    panel = studio.panel
    QTest.mouseClick(panel.add, LEFT)
    studio.type_in(0, 0, "head")
    studio.type_in(0, 1, "fc* !fc1")
    studio.type_in(0, 2, "0.01")
    studio.settle({"everything else": ["conv1", "conv2", "fc1"], "head": ["fc2", "fc3"]})

    assert studio.groups == [{"name": "head", "nodes": ("fc*", "!fc1"), "lr": 0.01}]
    studio.type_in(0, 2, "much")
    studio.qtbot.waitUntil(lambda: "lr must be a number" in panel._said.text(), timeout=SLOW)
    assert studio.groups[0]["lr"] == 0.01
    studio.type_in(1, 2, "0.5")  # the last row is the optimizer itself
    assert studio.optimizer["lr"] == 0.5
    column = panel.table.columnCount() - 2
    box = panel.table.visualItemRect(panel.table.item(0, column))
    at = QPoint(box.left() + 12, box.center().y())
    QTest.mouseClick(panel.table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    studio.qtbot.waitUntil(lambda: studio.groups[0].get("frozen") is True, timeout=SLOW)


def test_a_group_is_kept_to_biases_by_a_tick_and_is_of_all_layers_where_it_has_none(studio):
    panel = studio.panel
    QTest.mouseClick(panel.add, LEFT)
    boxes = panel.kinds.boxes
    boxes["bias"].click()
    every = ["conv1", "conv2", "fc1", "fc2", "fc3"]
    studio.settle({"everything else": every, "group 1": every})
    assert studio.groups == [{"name": "group 1", "kinds": "bias"}]
    assert panel.table.item(0, panel.table.columnCount() - 3).text() == "biases"

    boxes["norm"].click()
    studio.type_in(0, 1, "fc*")
    studio.settle({"everything else": every, "group 1": ["fc1", "fc2", "fc3"]})
    assert studio.groups[0]["kinds"] == ("bias", "norm") and studio.groups[0]["nodes"] == "fc*"

    for box in ("bias", "norm"):
        boxes[box].click()
    assert studio.groups == [{"name": "group 1", "nodes": "fc*"}]
    assert not any(box.isChecked() for box in boxes.values())


@pytest.mark.slow
def test_bias_and_norm_are_spared_by_one_click_and_a_selection_becomes_a_group(studio):
    panel = studio.panel
    QTest.mouseClick(panel.no_decay, LEFT)
    assert studio.optimizer["no_decay"] == ("bias", "norm")
    studio.window.pane.view.select(["fc1", "relu3", "fc2"])

    QTest.mouseClick(panel.of_selection, LEFT)

    assert studio.groups == [{"name": "group 1", "nodes": ("fc1", "fc2")}]
    assert panel.chosen_group == 0


@pytest.mark.slow
def test_a_layer_taken_from_a_pattern_is_written_as_its_exception(studio):
    panel = studio.panel
    QTest.mouseClick(panel.add, LEFT)
    studio.type_in(0, 1, "features.*")
    studio.settle({"everything else": ["fc1", "fc2", "fc3"], "group 1": ["conv1", "conv2"]})
    QTest.mouseClick(panel.add, LEFT)
    QTest.mouseClick(panel.paint, LEFT)
    studio.stroke("conv2")

    assert studio.groups == [
        {"name": "group 1", "nodes": ("features.*", "!conv2")},
        {"name": "group 2", "nodes": ("conv2",)},
    ]
    assert not [p for p in studio.window.analysis.analysis.problems if "group" in p.code]


def test_the_source_shows_the_list_that_reaches_torch_optim(studio):
    QTest.mouseClick(studio.panel.add, LEFT)
    studio.type_in(0, 1, "fc3")
    studio.type_in(0, 2, "0.01")
    panels = studio.window.panels
    panels.show_tab("source")
    studio.qtbot.waitUntil(lambda: "class LeNet" in panels.source.text.toPlainText(), timeout=SLOW)

    QTest.mouseClick(panels.source.parts.buttons["setup"], LEFT)

    def shown():
        return panels.source.text.toPlainText()

    studio.qtbot.waitUntil(lambda: "torch.optim.Adam(groups, lr=0.002)" in shown(), timeout=SLOW)
    assert 'parameters["classifier.4.weight"],' in shown()
    assert "# group 1" in shown() and '"lr": 0.01,' in shown()
    assert "scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=12)" in shown()
    studio.window.project.stack.undo()
    studio.qtbot.waitUntil(lambda: '"lr": 0.01' not in shown(), timeout=SLOW)
    QTest.mouseClick(panels.source.parts.buttons["network"], LEFT)
    assert "class LeNet" in shown()


def test_in_a_small_window_no_page_of_training_is_scrolled_sideways(studio):
    window, pages = studio.window, studio.window.panels.training.pages
    QTest.mouseClick(studio.panel.add, LEFT)
    window.resize(900, 600)

    for key, button in pages.buttons.items():
        QTest.mouseClick(button, LEFT)
        studio.qtbot.wait(50)
        areas = window.panels.bottom.findChildren(QAbstractScrollArea)
        wide = [a for a in areas if a.isVisible() and a.horizontalScrollBar().maximum() > 0]
        assert wide == [], key

    table = studio.panel.table
    assert not table.isColumnHidden(table.columnCount() - 2)  # a group is frozen only there
    assert not table.isColumnHidden(2)  # its learning rate
    window.resize(1440, 900)
    studio.wait(lambda: window.panels.bottom.width() < window.width())
