"""The tour, with real keys, clicks and drags: from an empty canvas to a network that learned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton

from app.canvas.zooming import zoom_of
from app.docks import BOTTOM_TABS
from app.panels.palette import MIME_TYPE
from app.tour.steps import STEPS
from graph.edits import SetTraining
from graph.project_file import dumps
from tests.app.canvas_hands import LEFT, NONE
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, Key, WindowHands, breathe


@pytest.fixture
def toured(qtbot, open_window, answers):
    """A window in the tour's first step, and the hands that take it."""
    window = open_window(analysed=False)
    qtbot.waitUntil(lambda: window.welcoming.is_shown)
    QTest.mouseClick(window.welcoming.page.tour, LEFT)
    assert window.tour.is_on
    return window, WindowHands(window, answers, qtbot)


def reach(qtbot, window, step):
    qtbot.waitUntil(lambda: window.tour.at == step, timeout=SLOW)


def drag_from_palette(window, type_):
    """Let a layer fall where nothing lies."""
    view, data = window.pane.view, QMimeData()
    data.setData(MIME_TYPE, type_.encode())
    box = window.pane.scene.content_box
    at = view.mapFromScene(box.bottomRight() + QPointF(60, 60))
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, copy, data, LEFT, NONE))
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), copy, data, LEFT, NONE))


def test_the_whole_tour_by_hand_builds_and_trains_a_network(qtbot, toured, answers, tmp_path):
    """In the smallest window, by somebody who does other things between the steps."""
    window, hands = toured
    window.resize(900, 600)
    view, graph = window.pane.view, window.project.document.graph

    hands.add("input N 1 8 8")
    reach(qtbot, window, 1)
    hands.add("dropout")
    hands.key(Key.Key_Z, CONTROL)
    hands.key(Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: not window.tour.bubble.isVisible())
    hands.key(Key.Key_W, CONTROL)
    qtbot.waitUntil(window.tour.bubble.isVisible)
    hands.pick("x")
    hands.add("conv 8 3")
    reach(qtbot, window, 2)
    view.zoom_to(0.5)
    drag_from_palette(window, "ReLU")
    hands.wire("conv1.output", "relu1.input")
    reach(qtbot, window, 3)
    hands.pick("relu1")
    for words in ("flatten", "linear 64 10", "output"):
        hands.add(words)
    reach(qtbot, window, 4)

    # the mistake: its badge, and the button in its bubble
    qtbot.waitUntil(
        lambda: [one.node for one in window.analysis.analysis.errors] == ["fc1"], timeout=SLOW
    )
    qtbot.waitUntil(lambda: zoom_of(view) >= 0.6)  # near enough for badges
    item = window.pane.scene.nodes["fc1"]
    qtbot.waitUntil(lambda: bool(item.badges))
    [badge] = item.badges
    at = view.mapFromScene(badge.box.translated(item.corner).center())
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    breathe()
    fix = next(b for b in view.findChildren(QPushButton) if b.text().startswith("Set in_features"))
    hands.click(fix)
    assert graph.node("fc1").arguments["in_features"] == 288
    reach(qtbot, window, 5)

    hands.pick("flat")
    reach(qtbot, window, 6)
    bar = window.panels.bottom.tabBar()
    title = bar.tabRect(BOTTOM_TABS.index("training")).center()
    QTest.mouseClick(bar, LEFT, NONE, title)
    form = window.panels.training.form
    hands.choose(form.data.choice, "Digits 8x8")
    reach(qtbot, window, 7)
    hands.choose(form.optimizer.choice, "AdamW")
    reach(qtbot, window, 8)
    hands.type_into(form.run.field("epochs"), "2")
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    hands.click(window.train_button.main)
    reach(qtbot, window, 9)
    reach(qtbot, window, 10)
    for plot in window.panels.training.run.curves.plots.values():
        seen = plot.findChild(QAbstractScrollArea).viewport().visibleRegion().boundingRect()
        assert seen.width() > 0.9 * plot.width() and seen.height() > 60
    assert (window.training.folder / "last.safetensors").is_file()
    assert window.panels.training.run.progress.position == 2

    answers.path = tmp_path / "net.py"
    hands.key(Key.Key_E, CONTROL)
    reach(qtbot, window, len(STEPS))
    assert "nn.Linear(288, 10)" in answers.path.read_text()
    hands.click(window.tour.bubble.next)
    assert not window.tour.is_on
    assert "tour" not in dumps(window.project.document).lower()
    assert answers.told == []


@pytest.mark.slow
def test_do_it_for_me_alone_leads_to_a_trained_network(qtbot, toured, answers, tmp_path):
    window, hands = toured
    answers.path = tmp_path / "net.py"

    for step in range(len(STEPS)):
        reach(qtbot, window, step)
        if STEPS[step].deed is None:
            assert not window.tour.bubble.deed.isVisible()
            continue
        if step == 8:
            hands.window.panels.show_tab("training")
            hands.type_into(window.panels.training.form.run.field("epochs"), "3")
        hands.click(window.tour.bubble.deed)
    reach(qtbot, window, len(STEPS))

    assert window.panels.training.run.progress.position == 3
    assert window.analysis.analysis.problems == ()
    assert answers.path.is_file()
    assert window.project.document.training["data"] == {"source": "digits"}
    assert window.project.stack.canUndo()


def test_back_waits_for_next_and_an_undone_step_is_to_be_done_again(qtbot, toured):
    window, hands = toured
    bubble = window.tour.bubble
    assert not bubble.back.isVisible()
    hands.add("input N 1 8 8")
    reach(qtbot, window, 1)

    hands.click(bubble.back)
    assert (window.tour.at, bubble.next.isVisible(), bubble.deed.isVisible()) == (0, True, False)
    hands.click(bubble.next)
    assert window.tour.at == 1
    hands.click(bubble.back)
    window.project.stack.undo()
    qtbot.waitUntil(lambda: bubble.deed.isVisible())

    assert not bubble.next.isVisible()
    hands.click(bubble.deed)
    reach(qtbot, window, 1)


def test_the_tour_blocks_nothing_takes_no_focus_and_closes_at_any_time(qtbot, toured):
    window, hands = toured
    assert window.focusWidget() is window.pane.view
    at = window.tour.ring.geometry().center()
    assert window.childAt(at) is not window.tour.ring

    hands.click(window.tour.bubble.close_button)

    assert not window.tour.is_on
    assert not window.tour.bubble.isVisible()
    assert not window.tour.ring.isVisible()
    window.actions_by_key["tour"].trigger()
    assert window.tour.at == 0
    QTest.keyClick(window.tour.bubble, Key.Key_Escape)
    assert not window.tour.is_on


def test_what_cannot_be_mended_is_not_trained_again_and_again(qtbot, toured):
    window, hands = toured
    hands.add("input N 4")
    for words in ("conv 8 3", "relu", "flatten", "linear 64 10", "output"):
        hands.add(words)
    window.push(SetTraining(("data",), {"source": "digits"}))
    window.tour._go_to(8)
    said = []
    window.running.refused.connect(said.append)

    hands.click(window.tour.bubble.deed)
    qtbot.waitUntil(lambda: bool(said) or window.training.is_active, timeout=SLOW)
    for _ in range(4):
        window.tour._look()

    assert len(said) <= 1


def test_the_buttons_of_the_bubble_are_reached_by_tab(toured):
    window, _ = toured
    reached, widget = set(), window.pane.view
    while widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()

    assert {window.tour.bubble.deed, window.tour.bubble.close_button} <= reached
    assert all(button.accessibleName() or button.text() for button in buttons(window.tour.bubble))


def buttons(bubble):
    return [bubble.back, bubble.deed, bubble.next, bubble.close_button]


def test_the_tour_begins_in_a_project_of_its_own_and_waits_while_another_is_in_front(
    qtbot, open_window
):
    window = open_window("mlp_digits", analysed=False)
    before = window.project.current

    window.actions_by_key["tour"].trigger()
    assert window.project.current is not before
    assert window.tour.bubble.isVisible()
    window.project.show(before)
    qtbot.waitUntil(lambda: not window.tour.bubble.isVisible())
    window.project.show(window.tour._opened)

    qtbot.waitUntil(window.tour.bubble.isVisible)


@pytest.mark.parametrize("still", [True, False])
def test_the_ring_breathes_only_where_motion_is_wanted(qtbot, open_window, still):
    window = open_window(analysed=False)
    window.pane.view.reduced_motion = still

    window.actions_by_key["tour"].trigger()

    assert window.tour.ring.isVisible()
    assert window.tour.ring.is_still == still


def test_every_step_is_said_and_its_bubble_stands_within_the_window(qtbot, toured):
    window, _ = toured
    for index in range(len(STEPS) + 1):
        window.tour._go_to(index)
        bubble = window.tour.bubble

        assert window.rect().contains(bubble.geometry())
        assert bubble.words in bubble.accessibleDescription()
        assert (f"{index + 1} of {len(STEPS)}" in bubble.accessibleDescription()) == (
            index < len(STEPS)
        )
