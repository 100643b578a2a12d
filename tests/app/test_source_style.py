"""How the source is written is chosen beside it, by mouse and keyboard, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from graph.project_file import dumps
from graph.style import STYLE_OPTIONS
from tests.app.conftest import SLOW


@pytest.fixture
def opened(open_window):
    window = open_window("two_towers")
    window.panels.show_tab("source")
    return window


def test_a_style_chosen_by_the_keyboard_is_written_at_once_and_undone(opened, qtbot) -> None:
    source = opened.panels.source
    qtbot.keyClick(opened, Qt.Key.Key_F4)
    field = source.style_form.fields["layers"]
    qtbot.waitUntil(lambda: "nn." in source.text.toPlainText(), timeout=SLOW)
    before = source.text.toPlainText()

    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert opened.project.document.style == {"layers": "functional"}
    assert "\nstyle: {layers: functional}\n" in dumps(opened.project.document)
    qtbot.waitUntil(lambda: source.text.toPlainText() != before, timeout=SLOW)
    opened.project.stack.undo()
    assert opened.project.document.style == {}
    assert field.currentIndex() == 0
    qtbot.waitUntil(lambda: source.text.toPlainText() == before, timeout=SLOW)


def test_it_is_said_where_a_style_of_stages_changes_nothing(opened, qtbot) -> None:
    form = opened.panels.source.style_form
    qtbot.keyClick(opened, Qt.Key.Key_F4)
    assert not form.limits["stages"].isVisible()

    qtbot.keyClick(form.fields["stages"], Qt.Key.Key_Down)

    assert form.limits["stages"].isVisible()
    assert "one chain" in form.limits["stages"].text()
    opened.project.stack.undo()
    assert not form.limits["stages"].isVisible()


def test_the_form_opens_and_closes_by_its_button_and_shows_what_the_project_says(
    opened, qtbot
) -> None:
    source = opened.panels.source

    qtbot.mouseClick(source.style_button, Qt.MouseButton.LeftButton)

    assert source.style_form.isVisible()
    assert [field.count() for field in source.style_form.fields.values()] == [
        len(option.values) for option in STYLE_OPTIONS
    ]
    qtbot.mouseClick(source.style_button, Qt.MouseButton.LeftButton)
    assert not source.style_form.isVisible()


def test_the_inspector_shows_what_a_layer_and_a_frame_are_called_in_state_dict(
    open_window, qtbot
) -> None:
    window = open_window("lenet_mnist")
    inspector = window.panels.inspector

    window.pane.view.select(["conv2"])
    qtbot.waitUntil(lambda: "features.3" in texts(inspector.node_page), timeout=SLOW)

    window.pane.view.select(["conv1", "relu1", "pool1", "conv2", "relu2", "pool2"])
    assert "features in state_dict" in texts(inspector.selection_page)


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]
