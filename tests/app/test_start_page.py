"""The start page on an empty canvas: templates with pictures, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.file_handling import EXAMPLES, SUFFIX
from app.panels.palette import MIME_TYPE
from app.settings import Settings
from app.theme import DARK, LIGHT
from app.welcome.template_data import MORE, templates
from app.welcome.thumbnails import folder, picture_of
from graph.project_file import load_project
from tests.app.canvas_hands import LEFT, NONE
from tests.app.conftest import SLOW
from tests.app.window_hands import breathe

Key = Qt.Key


@pytest.fixture
def started(qtbot, open_window):
    """A window as it opens without a file, once its pictures are drawn."""
    window = open_window(analysed=False)
    qtbot.waitUntil(lambda: window.welcoming.is_shown)
    return window


def card_of(window, name):
    return next(c for c in window.welcoming.page.gallery.cards if c.template.name == name)


def test_every_example_stands_in_one_section_and_none_is_left_over():
    shown = [one for members in templates().values() for one in members]

    assert sorted(one.path for one in shown) == sorted(EXAMPLES.rglob(f"*{SUFFIX}"))
    assert all(one.line for one in shown)
    assert MORE not in templates()
    assert [one.name for one in templates()["First nets"]][:2] == ["Perceptron", "DigitsMLP"]


def test_an_example_that_the_index_does_not_name_stands_at_the_end(tmp_path):
    (tmp_path / "index.yaml").write_text("First: [b, gone]\n")
    for name in "ab":
        text = f"# What {name} is.\nlayerloom: 1\nname: Net{name}\n"
        (tmp_path / f"{name}.loom.yaml").write_text(text)

    found = templates(tmp_path)

    assert {key: [one.name for one in found[key]] for key in found} == {
        "First": ["Netb"],
        MORE: ["Neta"],
    }
    assert found[MORE][0].line == "What a is."


def test_a_click_on_a_template_opens_it_as_a_project_without_a_file(qtbot, started):
    card = card_of(started, "DigitsMLP")
    qtbot.waitUntil(lambda: card.has_picture, timeout=SLOW)

    QTest.mouseClick(card, LEFT)

    assert started.project.document == load_project(EXAMPLES / "mlp_digits.loom.yaml")
    assert started.project.path is None
    assert not started.welcoming.is_shown


def test_the_arrows_go_to_the_cards_and_enter_opens_one(started):
    view = started.pane.view
    view.setFocus()

    QTest.keyClick(view, Key.Key_Down)
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Left):
        QTest.keyClick(started.focusWidget(), key)
    assert started.focusWidget().template.name == "DigitsMLP"
    QTest.keyClick(started.focusWidget(), Key.Key_Return)

    assert started.project.document.name == "DigitsMLP"
    assert started.focusWidget() is view


def test_tab_goes_from_the_buttons_to_every_card_and_escape_back_to_the_canvas(started):
    page = started.welcoming.page
    page.tour.setFocus()
    reached = []
    for _ in range(len(page.gallery.cards) + 3):
        reached.append(started.focusWidget())
        QTest.keyClick(started.focusWidget(), Key.Key_Tab)

    assert reached[:3] == [page.tour, page.open, page.empty]
    assert reached[3:] == page.gallery.cards
    page.gallery.cards[5].setFocus()
    QTest.keyClick(page.gallery.cards[5], Key.Key_Escape)
    assert started.focusWidget() is started.pane.view


@pytest.mark.parametrize("on_a_card", [False, True])
def test_typing_begins_the_search_with_what_is_typed(qtbot, started, on_a_card):
    view, field = started.pane.view, started.search.popup.field
    if on_a_card:
        started.welcoming.page.focus_first()
    else:
        view.setFocus()

    QTest.keyClick(started.focusWidget(), "n")  # elsewhere N adds a note
    QTest.keyClicks(field, "orm")
    assert field.text() == "norm"
    field.clear()
    QTest.keyClicks(field, "input")
    QTest.keyClick(field, Key.Key_Return)

    assert started.project.document.graph.names == ["input1"] or len(started.project.document.graph)
    assert not started.project.document.graph.notes
    assert not started.welcoming.is_shown


def test_tab_opens_the_search_and_the_page_goes_and_comes_with_what_is_placed(started):
    view = started.pane.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Tab)
    QTest.keyClicks(started.search.popup.field, "conv 8 3")
    QTest.keyClick(started.search.popup.field, Key.Key_Return)
    assert not started.welcoming.is_shown

    started.actions_by_key["undo"].trigger()

    assert started.welcoming.is_shown


def test_a_layer_can_be_dropped_and_the_canvas_clicked_beside_the_cards(started):
    view = started.pane.view
    beside = QPoint(6, view.viewport().height() - 6)
    assert started.welcoming.page.geometry() == view.viewport().rect()

    inner = view.viewport().childAt(beside)
    QTest.mouseDClick(inner, LEFT, NONE, inner.mapFrom(view.viewport(), beside))
    assert started.search.popup.isVisible()
    started.search.popup.close_search()
    drop_layer(view, "ReLU", beside)

    assert [node.type for node in started.project.document.graph.nodes] == ["ReLU"]


def drop_layer(view, type_, at):
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setData(MIME_TYPE, type_.encode())
    viewport = view.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(at, copy, data, LEFT, NONE))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), copy, data, LEFT, NONE))


def test_empty_puts_the_page_away_until_another_project_is_begun(qtbot, started):
    QTest.mouseClick(started.welcoming.page.empty, LEFT)
    assert not started.welcoming.is_shown
    assert started.focusWidget() is started.pane.view

    started.actions_by_key["new"].trigger()

    qtbot.waitUntil(lambda: started.welcoming.is_shown)


def test_recent_files_are_listed_and_opened(qtbot, open_window, tmp_path):
    path = tmp_path / "mine.loom.yaml"
    path.write_text((EXAMPLES / "perceptron.loom.yaml").read_text())
    Settings().add_recent_file(path)
    window = open_window(analysed=False)
    qtbot.waitUntil(lambda: window.welcoming.is_shown)
    [button] = window.welcoming.page.recent_buttons

    assert button.text() == "mine"
    QTest.mouseClick(button, LEFT)

    assert window.project.path == path


def test_a_template_is_found_and_taken_by_keys_while_another_project_is_open(open_window):
    window = open_window("mlp_digits", analysed=False)
    window.actions_by_key["new_from"].trigger()
    dialog = window.welcoming.dialog
    breathe()

    QTest.keyClicks(dialog.search, "residual")
    found = [card.template.name for card in dialog.gallery.found]
    QTest.keyClick(dialog.search, Key.Key_Return)

    assert found == ["ResNet34"]
    assert window.project.document.name == "ResNet34"


def test_a_picture_is_drawn_once_for_each_theme_and_then_read_from_the_cache():
    path = EXAMPLES / "siamese.loom.yaml"
    for old in folder().glob("*.png"):
        old.unlink()

    light, dark = picture_of(path, LIGHT), picture_of(path, DARK)
    kept = {one: one.stat().st_mtime_ns for one in folder().glob("*.png")}

    assert light.size().toTuple() == (448, 224)
    assert light != dark
    assert len(kept) == 2
    assert picture_of(path, LIGHT) == light
    assert {one: one.stat().st_mtime_ns for one in folder().glob("*.png")} == kept


def test_a_spoilt_cache_only_costs_a_drawing():
    path = EXAMPLES / "siamese.loom.yaml"
    picture_of(path, LIGHT)
    for one in folder().glob("*.png"):
        one.write_bytes(b"no picture")

    assert not picture_of(path, LIGHT).isNull()


def test_the_cards_stand_within_the_canvas_however_wide_it_is(qtbot, started):
    page, seen = started.welcoming.page, started.pane.view.viewport()

    def fits():
        left = [card.mapTo(page, QPoint(0, 0)).x() for card in page.gallery.cards]
        right = [x + card.width() for x, card in zip(left, page.gallery.cards, strict=True)]
        assert page.width() == seen.width()
        assert min(left) >= 0
        assert max(right) <= page.area.viewport().width()

    for width in (900, 1300, 2200):
        started.resize(width, 700)
        qtbot.waitUntil(fits)


def test_the_tour_comes_first_at_the_first_start_only(qtbot, open_window):
    window = open_window(analysed=False)
    qtbot.waitUntil(lambda: window.welcoming.is_shown)
    first = window.welcoming.page.tour.property("primary")
    QTest.mouseClick(window.welcoming.page.empty, LEFT)

    window.actions_by_key["new"].trigger()
    qtbot.waitUntil(lambda: window.welcoming.is_shown)

    assert first == "true"
    assert not window.welcoming.page.tour.property("primary")


def test_what_is_not_begun_is_not_wrong(open_window):
    window = open_window()

    assert window.panels.bottom.tabText(0) == "Problems"
    assert window.analysis.analysis.errors
