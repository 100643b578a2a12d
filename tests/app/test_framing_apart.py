"""Framing a part of what other frames hold: frames lie in each other or apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from graph.project_file import dumps
from tests.app.window_hands import CONTROL

ALT = Qt.KeyboardModifier.AltModifier

TWO_ROWS = """layerloom: 1
name: Rows
nodes:
  image: {type: Input, shape: [N, 8]}
  fc1: {type: Linear, out_features: 8, group: first}
  relu1: {type: ReLU, group: first}
  fc2: {type: Linear, out_features: 8, group: first}
  relu2: {type: ReLU, group: second}
  fc3: {type: Linear, out_features: 8, group: second}
  scores: {type: Output}
edges:
  - image -> fc1 -> relu1 -> fc2 -> relu2 -> fc3 -> scores
groups:
  first: {container: Sequential}
  second: {container: Sequential}
layout:
  image: [0, 0]
  fc1: [240, 0]
  relu1: [480, 0]
  fc2: [720, 0]
  relu2: [1040, 0]
  fc3: [1280, 0]
  scores: [1600, 0]
"""


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "rows.loom.yaml"
    path.write_text(TWO_ROWS)
    return open_window(path, analysed=False)


def overlapping(window) -> list[tuple[str, str]]:
    """Pairs of frames that overlap though neither is in the other."""
    graph, frames = window.project.document.graph, window.pane.scene.frames
    return [
        (one, other)
        for one, other in combinations(frames, 2)
        if one not in graph.frames_around(other)
        and other not in graph.frames_around(one)
        and frames[one].box.intersects(frames[other].box)
    ]


@pytest.mark.parametrize("keys", [CONTROL, CONTROL | ALT], ids=["container", "plain"])
@pytest.mark.parametrize(
    "chosen",
    [
        ("relu1", "scores"),
        ("fc1", "fc2", "fc3"),
        ("relu1", "relu2"),
        ("image", "relu1"),
        ("relu1",),
    ],
)
def test_a_frame_of_parts_of_others_overlaps_none_and_is_one_step(window, chosen, keys) -> None:
    before = dumps(window.project.document)
    window.pane.view.select(chosen)

    QTest.keyClick(window.pane.view, Qt.Key.Key_G, keys)

    assert len(window.pane.scene.frames) == 3
    assert not overlapping(window)
    others = [i.box for n, i in window.pane.scene.nodes.items() if n not in chosen]
    new = window.pane.scene.frames["group1"].box
    if new.united(window.pane.scene.frames["first"].box) != window.pane.scene.frames["first"].box:
        assert not any(new.intersects(box) for box in others)
    window.project.stack.undo()
    assert dumps(window.project.document) == before


def test_a_frame_that_has_room_where_it_is_moves_nothing(window) -> None:
    layout = window.project.document.graph.layout
    window.pane.view.select(["fc1", "relu1"])

    QTest.keyClick(window.pane.view, Qt.Key.Key_G, CONTROL)

    assert window.project.document.graph.groups["group1"].parent == "first"
    assert window.project.document.graph.layout == layout


def test_the_button_of_the_inspector_frames_in_the_same_way(window) -> None:
    window.pane.view.select(["relu1", "scores"])
    button = window.panels.inspector.selection_page.frame_form.frame
    assert isinstance(button, QPushButton)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert len(window.pane.scene.frames) == 3
    assert not overlapping(window)
