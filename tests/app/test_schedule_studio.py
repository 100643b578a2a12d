"""Schedules in the window: composed of parts, previewed by the schedule itself, dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.app.canvas_hands import LEFT
from tests.app.conftest import SLOW

NONE = Qt.KeyboardModifier.NoModifier


class Studio:
    """Works the studio of one window with real clicks."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.panel = window.panels.training.schedule
        window.resize(1400, 900)
        window.panels.show_tab("training")
        QTest.mouseClick(window.panels.training.pages.buttons["schedule"], LEFT)
        self.wait(lambda: self.panel.plot is not None)

    def wait(self, until):
        self.qtbot.waitUntil(until, timeout=SLOW)

    @property
    def schedule(self):
        return self.window.project.document.training.get("schedule")

    @property
    def rates(self):
        """The previewed rates of the first group."""
        return [round(each[0], 9) for each in self.panel._preview["rates"]]

    def choose_part(self, *place):
        tree = self.panel.tree
        item = self.panel._item_of(place)
        at = tree.visualItemRect(item).center()
        QTest.mouseClick(tree.viewport(), LEFT, NONE, at)

    def choose_kind(self, name):
        choice = self.panel.section.choice
        choice.setCurrentIndex(choice.findData(name))
        choice.activated.emit(choice.currentIndex())


@pytest.fixture
def studio(open_window, qtbot):
    return Studio(open_window("lenet_mnist"), qtbot)


def test_a_warm_up_by_one_click_and_the_curve_of_the_whole_run(studio):
    assert studio.schedule == {"type": "CosineAnnealingLR", "T_max": 12}
    QTest.mouseClick(studio.panel.warm, LEFT)
    studio.wait(lambda: studio.rates[0] == pytest.approx(0.0002))

    assert studio.schedule == {
        "type": "SequentialLR",
        "schedulers": (
            {"type": "LinearLR", "start_factor": 0.1, "total_iters": 1},
            {"type": "CosineAnnealingLR", "T_max": 12},
        ),
        "milestones": (1,),
    }
    assert studio.rates[1] == pytest.approx(0.002)
    assert len(studio.rates) == 12
    assert "all layers 0.0002" in studio.panel.plot.reading.accessibleName()
    studio.window.project.stack.undo()
    assert studio.schedule == {"type": "CosineAnnealingLR", "T_max": 12}


@pytest.mark.slow
def test_parts_are_added_chosen_changed_moved_and_removed(studio):
    QTest.mouseClick(studio.panel.follow, LEFT)
    assert studio.schedule["milestones"] == (6,)
    studio.choose_part(1)
    studio.choose_kind("StepLR")
    assert studio.schedule["schedulers"][1] == {"type": "StepLR", "step_size": 10}
    QTest.mouseClick(studio.panel.up, LEFT)
    assert [p["type"] for p in studio.schedule["schedulers"]] == ["StepLR", "CosineAnnealingLR"]
    QTest.mouseClick(studio.panel.remove, LEFT)
    assert studio.schedule == {"type": "CosineAnnealingLR", "T_max": 12}
    QTest.mouseClick(studio.panel.chain, LEFT)
    assert studio.schedule["type"] == "ChainedScheduler"
    studio.choose_part()
    QTest.mouseClick(studio.panel.remove, LEFT)
    assert studio.schedule is None
    studio.wait(lambda: studio.rates == [0.002] * 12)


def test_a_milestone_is_dragged_in_the_curve(studio):
    QTest.mouseClick(studio.panel.follow, LEFT)
    studio.wait(lambda: len(studio.panel.plot.milestones) == 1)
    plot = studio.panel.plot
    view = plot._item.getViewBox()

    def pixel(epoch):
        low, high = view.viewRange()[1]
        at = view.mapViewToScene(QPointF(epoch, (low + high) / 2))
        return plot.widget.mapFromScene(at)

    studio.wait(lambda: pixel(8).x() > pixel(6).x() > 0)
    viewport = plot.widget.viewport()
    QTest.mouseMove(viewport, pixel(6))
    QTest.mousePress(viewport, LEFT, NONE, pixel(6))
    for step in range(1, 11):
        QTest.mouseMove(viewport, pixel(6 + step / 5))
        studio.qtbot.wait(1)
    QTest.mouseRelease(viewport, LEFT, NONE, pixel(8))

    studio.wait(lambda: studio.schedule["milestones"] == (8,))


@pytest.mark.slow
def test_what_cannot_be_previewed_says_why_and_a_plateau_says_what_it_takes_for_a_loss(studio):
    studio.choose_kind("CyclicLR")
    studio.wait(lambda: "cycle_momentum" in studio.panel._said.text() or studio.rates[0] == 0.0001)
    studio.choose_kind("ReduceLROnPlateau")
    studio.wait(lambda: "if the loss got better" in studio.panel._said.text())
    reply = studio.panel._said.text()

    assert "first 4 epochs" in reply
