"""Notes on the canvas: written, moved, sized, coloured, copied, found, deleted by real events."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.render import picture
from app.theme import current_theme
from graph.document import Note
from graph.edits import MoveNodes, SetNotes
from graph.project_file import dumps, loads
from tests.app.canvas_hands import Hands, small_net, with_frame
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, WindowHands

Key = Qt.Key


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any) -> WindowHands:
    window = open_window("lenet_mnist", analysed=False)
    return WindowHands(window, answers, qtbot)


def write(hands: WindowHands, text: str) -> None:
    field = hands.view.note_editor.field
    assert field.isVisible()
    for line in text.split("\n"):
        QTest.keyClicks(field, line)
        QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Backspace)
    QTest.keyClick(field, Key.Key_Return, CONTROL)


def lay(hands: WindowHands, text: str = "see\nLeCun 1998") -> str:
    hands.key(Key.Key_N)
    write(hands, text)
    return list(hands.graph.notes)[-1]


def drag(hands: WindowHands, start: QPointF, step: QPointF) -> None:
    view, left = hands.view, Qt.MouseButton.LeftButton
    viewport = view.viewport()
    QTest.mousePress(viewport, left, pos=view.mapFromScene(start))
    QTest.mouseMove(viewport, view.mapFromScene(start + step * 0.5))
    QTest.mouseMove(viewport, view.mapFromScene(start + step))
    QTest.mouseRelease(viewport, left, pos=view.mapFromScene(start + step))


def alone(hands: WindowHands) -> Any:
    """A note where nothing else is."""
    hands.window.project.push(SetNotes((Note("why", "Padding keeps it", (0.0, 400.0)),)))
    hands.view.zoom_to(1.0)
    hands.view.centerOn(100, 460)
    return hands.window.pane.scene.notes["why"]


def test_a_note_is_laid_written_in_several_lines_and_saved(hands: WindowHands) -> None:
    name = lay(hands)

    note = hands.graph.notes[name]
    assert note.text == "see\nLeCun 1998"
    document = hands.window.project.document
    assert loads(dumps(document)).graph.notes == {name: note}
    hands.window.project.stack.undo()
    assert hands.graph.notes[name].text == ""
    hands.window.project.stack.undo()
    assert not hands.graph.notes


def test_a_double_click_writes_in_a_note_and_escape_loses_nothing(hands: WindowHands) -> None:
    item = alone(hands)
    where = hands.view.mapFromScene(item.box.center())
    QTest.mouseDClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    field = hands.view.note_editor.field
    assert field.toPlainText() == "Padding keeps it"
    QTest.keyClicks(field, "kept")
    QTest.keyClick(field, Key.Key_Escape)

    assert hands.graph.notes["why"].text == "kept"
    assert not field.isVisible()
    hands.window.project.stack.undo()
    assert hands.graph.notes["why"].text == "Padding keeps it"


def test_a_note_is_moved_and_sized_by_dragging_each_one_step(hands: WindowHands) -> None:
    item = alone(hands)
    steps = hands.window.project.stack.count()
    drag(hands, item.box.center(), QPointF(40, 24))
    assert hands.graph.notes["why"].at == (40.0, 424.0)
    drag(hands, item.grip.center(), QPointF(80, 40))
    assert hands.graph.notes["why"].size == (280.0, 160.0)
    assert hands.window.project.stack.count() == steps + 2


def test_a_note_is_coloured_copied_and_deleted(hands: WindowHands) -> None:
    item = alone(hands)
    where = hands.view.mapFromScene(item.box.center())
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert list(hands.window.pane.scene.selected_notes) == ["why"]

    hands.window.actions_by_key["color_teal"].trigger()
    hands.window.actions_by_key["duplicate"].trigger()

    first, second = hands.graph.notes.values()
    assert (first.look, second.look) == ({"color": "teal"}, {"color": "teal"})
    assert first.text == second.text
    assert list(hands.window.pane.scene.selected_notes) == [second.name]
    hands.key(Key.Key_Delete)
    assert list(hands.graph.notes) == ["why"]


def test_a_note_goes_with_the_nodes_that_are_copied(hands: WindowHands) -> None:
    alone(hands)
    scene = hands.window.pane.scene
    hands.view.select(["conv1"])
    scene.select_notes(["why"])
    before = len(hands.graph)

    hands.window.actions_by_key["copy"].trigger()
    hands.window.actions_by_key["paste"].trigger()

    assert (len(hands.graph), len(hands.graph.notes)) == (before + 1, 2)
    hands.window.project.stack.undo()
    assert (len(hands.graph), len(hands.graph.notes)) == (before, 1)


def test_a_note_is_found_and_shown(hands: WindowHands) -> None:
    alone(hands)
    hands.window.actions_by_key["find"].trigger()
    finder = hands.window.finder
    QTest.keyClicks(finder.search, "padding keeps")
    assert finder.found == ["Padding keeps it"]
    QTest.keyClick(finder.search, Key.Key_Return)

    assert list(hands.window.pane.scene.selected_notes) == ["why"]


def test_a_picture_of_the_canvas_shows_its_notes(hands: WindowHands) -> None:
    scene = hands.window.pane.scene
    before = picture(scene, 0.5).height()
    alone(hands)
    hands.window.project.push(SetNotes((Note("far", "below", (0.0, 4000.0)),)))

    assert picture(scene, 0.5).height() > before + 1000


def test_a_note_moves_with_what_is_selected_with_it(hands: WindowHands) -> None:
    alone(hands)
    scene = hands.window.pane.scene
    hands.view.centerOn(scene.nodes["conv1"].box.center())
    hands.view.select(["conv1"])
    scene.select_notes(["why"])
    steps, before = hands.window.project.stack.count(), scene.position("conv1")
    drag(hands, scene.nodes["conv1"].box.center(), QPointF(40, 24))

    assert hands.graph.notes["why"].at == (40.0, 424.0)
    assert scene.position("conv1") != before
    assert hands.window.project.stack.count() == steps + 1
    hands.view.select([])
    scene.select_notes(["why"])
    hands.key(Key.Key_Down)
    assert hands.graph.notes["why"].at == (40.0, 432.0)
    hands.key(Key.Key_F2)
    assert hands.view.note_editor.field.isVisible()


def framed(qtbot: Any) -> Hands:
    """conv1 and relu1 in a frame, a note between them, and a note outside of it."""
    document = with_frame(small_net())
    inside, outside = Note("why", "5 by 5", (480.0, -8.0), (80.0, 48.0)), Note("far", "", (0, 300))
    document.apply(SetNotes((inside, outside)))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    return hands


def test_a_note_moves_with_the_frame_that_it_stands_in_and_comes_back_by_one_undo(
    qtbot: Any,
) -> None:
    hands = framed(qtbot)
    start = hands.scene.frames["features"].title_box.center()

    hands.drag(start, start + QPointF(64, 80))
    notes = dict(hands.scene.graph.notes)
    hands.undo()

    assert notes["why"].at == (544.0, 72.0)
    assert notes["far"].at == (0, 300)
    assert hands.scene.graph.notes["why"].at == (480.0, -8.0)
    assert not hands.inverses


def test_a_note_in_a_frame_stays_when_one_of_its_layers_moves_and_follows_the_keys(
    qtbot: Any,
) -> None:
    hands = framed(qtbot)

    hands.drag(hands.middle("conv1"), hands.middle("conv1") + QPointF(0, 64))
    after_one = hands.scene.graph.notes["why"].at
    hands.click(hands.scene.frames["features"].title_box.center())
    hands.key(Key.Key_Right)

    assert after_one == (480.0, -8.0)
    assert hands.scene.graph.notes["why"].at == (488.0, -8.0)


def test_the_minimap_shows_notes_and_reaches_as_far_as_they_do(hands: WindowHands) -> None:
    far = Note("far", "here", (-2000.0, 3000.0), (800.0, 600.0), {"color": "blue"})
    hands.window.project.push(SetNotes((far,)))
    minimap = hands.window.pane.minimap
    hands.view.zoom_to(1.0)
    minimap._look()

    at = minimap._map.map(QPointF(-1600.0, 3300.0)).toPoint()
    shown = minimap.grab().toImage().pixelColor(at * minimap.devicePixelRatioF())
    ground = hands.window.pane.scene.notes["far"].ground(current_theme())
    assert minimap.rect().contains(at)
    assert shown.getRgb() == ground.getRgb()


def test_notes_glide_with_the_cards_that_are_arranged(hands: WindowHands, qtbot: Any) -> None:
    scene, project = hands.window.pane.scene, hands.window.project
    project.push(MoveNodes({"conv1": (280, 900)}))
    at = scene.nodes["conv1"].box.bottomLeft() + QPointF(0, 16)
    project.push(SetNotes((Note("why", "Padding keeps it", at.toTuple()),)))
    hands.view.reduced_motion = False

    hands.key(Key.Key_L, CONTROL)

    goal = hands.graph.notes["why"].at[1]
    assert goal < at.y() - 100
    assert scene.notes["why"].box.top() > goal + 50  # not there yet
    qtbot.waitUntil(lambda: scene.notes["why"].box.top() == goal, timeout=SLOW)
