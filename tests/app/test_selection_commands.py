"""Muting, aligning and selecting more, by keys in the real window."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
Key = Qt.Key

PROJECT = """
layerloom: 1
name: Net
nodes:
  image: {type: Input, shape: [N, 3, 8, 8]}
  conv: {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1}
  relu: {type: ReLU}
  add: {type: torch.add}
  out: {type: Output}
  lone: {type: Dropout}
edges: [image -> conv -> relu -> add.input, conv -> add.other, add -> out]
layout:
  image: [0, 0]
  conv: [280, 40]
  relu: [620, -32]
  add: [1000, 90]
  out: [1240, 0]
  lone: [40, 320]
"""


@pytest.fixture
def window(open_window, tmp_path: Path):
    path = tmp_path / "net.loom.yaml"
    path.write_text(PROJECT, encoding="utf-8")
    window = open_window(path, analysed=False)
    window.pane.view.reduced_motion = True
    window.pane.view.setFocus()
    return window


def press(window, key, modifiers=NONE) -> None:
    QTest.keyClick(window.pane.view, key, modifiers)


def boxes(window, *names: str):
    return [window.pane.scene.nodes[name].box for name in names]


def test_m_mutes_and_m_again_takes_it_away_each_in_one_step(window) -> None:
    pane, stack, graph = window.pane, window.project.stack, window.project.document.graph
    pane.view.select(["conv", "relu"])

    press(window, Key.Key_M)
    muted = [graph.node(n).options.get("when") for n in ("conv", "relu")]
    dashed = pane.scene.nodes["conv"].card.bypassed
    label, steps = stack.undoText(), stack.count()
    press(window, Key.Key_M)

    assert (muted, dashed, label, steps) == ([False, False], True, "Mute conv, relu", 1)
    assert graph.node("conv").options == {}
    assert stack.count() == 2
    stack.undo()
    stack.undo()
    assert graph.node("relu").options == {}


def test_what_cannot_be_muted_is_said_in_the_status_line(window) -> None:
    said: list[str] = []
    window.project.refused.connect(said.append)
    window.pane.view.select(["image"])

    press(window, Key.Key_M)

    assert said == ["image: an Input cannot be left out."]
    assert window.project.stack.count() == 0


def test_edges_and_centres_are_aligned_in_one_step(window) -> None:
    names = ["conv", "relu", "add"]
    before = window.project.document.graph.layout
    for key, modifiers, line in (
        (Key.Key_A, SHIFT, lambda box: box.left()),
        (Key.Key_S, SHIFT | ALT, lambda box: box.center().x()),
        (Key.Key_D, SHIFT, lambda box: box.right()),
        (Key.Key_W, SHIFT, lambda box: box.top()),
        (Key.Key_S, SHIFT, lambda box: box.bottom()),
    ):
        window.pane.view.select(names)
        press(window, key, modifiers)

        assert len({round(line(box), 3) for box in boxes(window, *names)}) == 1
        assert window.project.stack.count() == 1
        press(window, key, modifiers)  # they stand so already
        assert window.project.stack.count() == 1
        window.project.stack.undo()
        assert window.project.document.graph.layout == before


def test_the_middles_are_the_lines_on_which_wires_run(window) -> None:
    window.pane.view.select(["image", "conv", "out"])

    press(window, Key.Key_W, SHIFT | ALT)

    layout = window.project.document.graph.layout
    assert layout["image"][1] == layout["conv"][1] == layout["out"][1] == 20


def test_distributing_makes_the_gaps_even_and_leaves_the_ends(window) -> None:
    names = ["image", "conv", "relu", "out"]
    window.pane.view.select(names)
    before = boxes(window, *names)

    press(window, Key.Key_H, SHIFT)

    after = boxes(window, *names)
    gaps = [b.left() - a.right() for a, b in pairwise(after)]
    assert gaps == pytest.approx([gaps[0]] * 3)
    assert (after[0], after[-1]) == (before[0], before[-1])


def test_distributing_down_takes_three(window) -> None:
    window.pane.view.select(["image", "lone"])
    assert not window.actions_by_key["distribute_down"].isEnabled()
    window.pane.view.select(["image", "conv", "lone"])

    press(window, Key.Key_V, SHIFT)

    image, conv, lone = boxes(window, "image", "conv", "lone")
    assert conv.top() - image.bottom() == pytest.approx(lone.top() - conv.bottom())


def test_straightening_levels_wires_but_lays_no_branch_on_another(window) -> None:
    scene = window.pane.scene
    window.pane.view.select(list(scene.nodes))

    press(window, Key.Key_Q)

    def slopes() -> list[float]:
        return [
            abs(
                scene.nodes[e.source].port_place(e.source_port, is_output=True).y()
                - scene.nodes[e.target].port_place(e.target_port, is_output=False).y()
            )
            for e in scene.wires
        ]

    assert sorted(slopes())[:3] == pytest.approx([0.0] * 3)
    assert window.project.document.graph.layout["relu"] == (620, -32)
    assert window.project.document.graph.layout["lone"] == (40, 320)
    assert window.project.stack.count() == 1


def test_a_node_alone_goes_onto_the_line_of_what_it_is_wired_to(window) -> None:
    window.pane.view.select(["conv"])

    press(window, Key.Key_Q)

    assert window.project.document.graph.layout["conv"] == (280, 0)


def test_l_selects_what_is_connected_and_brackets_what_comes_before_and_after(window) -> None:
    view, pane = window.pane.view, window.pane
    view.select(["relu"])
    press(window, Key.Key_L)
    connected = set(pane.selection)
    view.select(["relu"])
    press(window, Key.Key_BracketLeft)
    before = set(pane.selection)
    view.select(["relu"])
    press(window, Key.Key_BracketRight)

    assert connected == {"image", "conv", "relu", "add", "out"}
    assert before == {"image", "conv", "relu"}
    assert set(pane.selection) == {"relu", "add", "out"}


def test_with_nothing_selected_none_of_it_can_be_done(window) -> None:
    assert not [
        key for key in window.on_selection.handlers if window.actions_by_key[key].isEnabled()
    ]
