"""The window without a mouse: from layer to layer, wiring, editing, every part, and a run."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.canvas.key_choosing import lettered
from graph.document import Edge
from graph.project_file import dumps
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, SHIFT

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier

BRANCHES = """layerloom: 1
name: Branches
nodes:
  image: {type: Input, shape: [N, 3, 8, 8]}
  high: {type: Conv2d, out_channels: 4, kernel_size: 1}
  middle: {type: Conv2d, out_channels: 4, kernel_size: 1}
  low: {type: Conv2d, out_channels: 4, kernel_size: 1}
  both: {type: torch.cat, dim: 1}
  lstm: {type: LSTM, hidden_size: 4}
  fc: {type: Linear, out_features: 2}
  scores: {type: Output}
edges:
  - image -> high -> both
  - image -> middle -> both
  - image -> low -> both
layout:
  image: [0, 160]
  high: [320, 0]
  middle: [320, 160]
  low: [320, 320]
  both: [640, 160]
  lstm: [320, 560]
  fc: [640, 560]
  scores: [960, 160]
"""


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "branches.loom.yaml"
    path.write_text(BRANCHES)
    window = open_window(path, analysed=False)
    window.activateWindow()
    window.pane.view.setFocus()
    return window


def press(window, *keys, held=NONE):
    """Keys go to whatever has the focus, as they do in the hands of a person."""
    for key in keys:
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or window.pane.view, key, held)


def type_text(text: str):
    QApplication.processEvents()
    QTest.keyClicks(QApplication.focusWidget(), text)


def walk(window, *keys, held=CONTROL) -> list[str]:
    press(window, *keys, held=held)
    return window.pane.selection


def settled(window, qtbot):
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)


# from layer to layer


def test_the_keys_follow_wires_and_go_among_branches(window) -> None:
    assert walk(window, Key.Key_Right) == ["image"]
    assert walk(window, Key.Key_Right) == ["middle"]
    assert walk(window, Key.Key_Up) == ["high"]
    assert walk(window, Key.Key_Down, Key.Key_Down) == ["low"]
    assert walk(window, Key.Key_Right) == ["both"]
    assert walk(window, Key.Key_Left) == ["middle"]
    assert window.pane.view.hasFocus()


def test_what_no_wire_meets_is_reached_by_sight(window) -> None:
    window.pane.view.select(["low"])
    assert walk(window, Key.Key_Down) == ["lstm"]
    assert walk(window, Key.Key_Right) == ["fc"]
    window.pane.view.select(["both"])
    assert walk(window, Key.Key_Right) == ["scores"]


@pytest.mark.parametrize("name", ["lenet_mnist", "unet", "googlenet"])
def test_every_layer_can_be_reached_from_the_first(open_window, name) -> None:
    from app.canvas.stepping import WAYS, first, step

    scene = open_window(name, analysed=False).pane.scene
    found, ahead = set[str](), [first(scene)]
    while ahead:
        at = ahead.pop()
        if at is not None and at not in found:
            found.add(at)
            ahead += [step(scene, at, way) for way in WAYS]

    assert found == set(scene.nodes)


def test_with_shift_what_was_selected_stays_so(window) -> None:
    window.pane.view.select(["image"])

    walk(window, Key.Key_Right, Key.Key_Up, held=CONTROL | SHIFT)

    assert window.pane.selection == ["image", "middle", "high"]


def test_where_one_walks_is_seen(window) -> None:
    view = window.pane.view
    view.zoom_to(2.0)
    view.centerOn(-2000, 0)
    walk(window, Key.Key_Right, Key.Key_Right, Key.Key_Right)

    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(window.pane.scene.nodes["both"].box)


def test_a_frame_is_selected_around_what_is_selected(window) -> None:
    window.pane.view.select(["high", "middle"])
    press(window, Key.Key_G, held=CONTROL)
    window.pane.view.select(["high"])

    press(window, Key.Key_G, held=SHIFT)

    assert set(window.pane.selection) == {"high", "middle"}


# wiring


def wiring(window):
    return window.pane.view.key_wiring


def letters(window, node: str, port: str) -> str:
    found = wiring(window).choices.items()
    return next(name for name, c in found if (c.node, c.port) == (node, port))


def test_a_letter_wires_and_one_undo_unwires(window, qtbot) -> None:
    before = dumps(window.project.document)
    window.pane.view.select(["both"])
    press(window, Key.Key_W)
    type_text(letters(window, "scores", "input"))

    assert Edge("both", "output", "scores", "input") in window.project.document.graph.edges
    assert not wiring(window).is_active
    press(window, Key.Key_Z, held=CONTROL)
    assert dumps(window.project.document) == before


def test_arrows_and_enter_wire_too(window) -> None:
    window.pane.view.select(["both"])
    press(window, Key.Key_W)
    while wiring(window).current.node != "scores":
        press(window, Key.Key_Down)
    press(window, Key.Key_Return)

    assert Edge("both", "output", "scores", "input") in window.project.document.graph.edges


def test_of_several_outputs_one_is_chosen_first(window) -> None:
    window.pane.view.select(["lstm"])
    press(window, Key.Key_W)
    assert {c.port for c in wiring(window).choices.values()} == {"output", "h_n", "c_n"}

    type_text(letters(window, "lstm", "h_n"))
    type_text(letters(window, "fc", "input"))

    assert Edge("lstm", "h_n", "fc", "input") in window.project.document.graph.edges


def test_only_what_fits_is_offered(window, qtbot) -> None:
    qtbot.waitUntil(lambda: window.analysis.has_answered, timeout=SLOW)
    window.pane.view.select(["image"])
    press(window, Key.Key_W)

    def offered() -> set[tuple[str, str]]:
        return {(c.node, c.port) for c in wiring(window).choices.values()}

    qtbot.waitUntil(lambda: ("lstm", "input") not in offered(), timeout=SLOW)
    assert ("scores", "input") in offered()
    assert all(node != "image" for node, _ in offered())  # no circle
    window.pane.view.select(["both"])
    press(window, Key.Key_Escape, Key.Key_W)
    assert not {"image", "high", "middle", "low"} & {
        c.node for c in wiring(window).choices.values() if not c.is_taken
    }


def test_a_wire_is_removed_or_selected_at_the_port_it_ends_at(window) -> None:
    graph = window.project.document.graph
    edge = Edge("high", "output", "both", "tensors.0")
    window.pane.view.select(["high"])
    press(window, Key.Key_W)
    while wiring(window).current.edge != edge:
        press(window, Key.Key_Right)
    press(window, Key.Key_Delete)
    assert edge not in graph.edges

    press(window, Key.Key_Z, held=CONTROL)
    window.pane.view.select(["high"])
    press(window, Key.Key_W)
    while wiring(window).current.edge != edge:
        press(window, Key.Key_Left)
    press(window, Key.Key_Return)
    assert list(window.pane.scene.selected_wires) == [edge]
    press(window, Key.Key_Delete)
    assert edge not in graph.edges


def test_w_again_wires_from_the_other_side(window) -> None:
    window.pane.view.select(["fc"])
    press(window, Key.Key_W, Key.Key_W)
    type_text(letters(window, "both", "output"))
    window.pane.view.select(["scores"])  # has no output: it begins at its input
    press(window, Key.Key_W)
    type_text(letters(window, "fc", "output"))

    edges = window.project.document.graph.edges
    assert Edge("both", "output", "fc", "input") in edges
    assert Edge("fc", "output", "scores", "input") in edges


def test_while_wiring_no_key_is_a_command_and_escape_leaves_all_as_it_was(window) -> None:
    before = dumps(window.project.document)
    view = window.pane.view
    view.select(["both"])
    press(window, Key.Key_W)
    press(window, Key.Key_1, Key.Key_Space, Key.Key_BracketLeft)
    press(window, Key.Key_D, held=CONTROL)
    was = wiring(window).is_active
    press(window, Key.Key_Escape)

    assert was
    assert dumps(window.project.document) == before
    assert not wiring(window).is_active
    assert not any(item.look.dimmed for item in window.pane.scene.nodes.values())
    assert window.pane.selection == ["both"]


def test_the_choice_is_told_to_those_who_do_not_see_it(window) -> None:
    window.pane.view.select(["both"])
    press(window, Key.Key_W)

    view = window.pane.view
    said = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
    assert "scores" in said


def test_no_letters_begin_others() -> None:
    for count in (1, 25, 26, 625, 1000):
        found = lettered(count)
        assert len(set(found)) == count
        assert len({len(name) for name in found}) == 1


# the window


def test_the_parts_of_the_window_go_round_and_escape_leads_back(window) -> None:
    docks = window.panels.docks
    seen = []
    for _ in range(4):
        press(window, Key.Key_F6, held=CONTROL)
        focus = QApplication.focusWidget()
        seen.append(next((k for k, d in docks.items() if d.isAncestorOf(focus)), "canvas"))
    assert seen == ["right", "bottom", "left", "canvas"]
    press(window, Key.Key_F6, held=CONTROL | SHIFT)
    assert docks["left"].isAncestorOf(QApplication.focusWidget())
    press(window, Key.Key_Escape)
    assert window.pane.view.hasFocus()


def test_escape_leads_back_from_every_field_of_every_panel(window) -> None:
    window.pane.view.select(["high"])
    QApplication.processEvents()
    stuck = set()
    for dock in window.panels.docks.values():
        for widget in dock.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus()
                if not widget.hasFocus():
                    continue
                QTest.keyClick(widget, Key.Key_Escape)
                if not window.pane.view.hasFocus():
                    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
                if not window.pane.view.hasFocus():
                    stuck.add(f"{type(widget).__name__} {widget.accessibleName()}")

    assert stuck == set()


def test_the_menu_key_opens_the_menu_at_what_is_selected(window) -> None:
    view = window.pane.view
    view.select(["low"])
    at = view.viewport().rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, QPoint(0, 0)))

    menu = QApplication.activePopupWidget()
    assert menu is not None
    middle = view.viewport().mapToGlobal(
        view.mapFromScene(window.pane.scene.nodes["low"].box.center())
    )
    assert (menu.pos() - middle).manhattanLength() < 500
    assert window.pane.selection == ["low"]
    menu.close()


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Menu, NONE), (Key.Key_F10, SHIFT)])
def test_the_key_alone_opens_the_menu_where_the_system_does_not(window, key, held) -> None:
    window.pane.view.select(["low"])
    press(window, key, held=held)

    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert window.actions_by_key["cut"] in menu.actions()
    menu.close()


def test_a_network_is_built_wired_edited_and_trained_by_keys_alone(open_window, qtbot, tmp_path):
    window = open_window(analysed=False)
    window.activateWindow()
    window.pane.view.setFocus()
    graph = window.project.document.graph

    def add(words: str):
        press(window, Key.Key_Tab)
        type_text(words)
        press(window, Key.Key_Return)

    for words in ("input", "conv2d 6 5", "relu", "flatten", "linear 10", "output"):
        add(words)
    types = [node.type for node in graph.nodes]
    assert types == ["Input", "Conv2d", "ReLU", "Flatten", "Linear", "Output"]

    # Back along the wires to the convolution, and into its first argument.
    for _ in range(4):
        press(window, Key.Key_Left, held=CONTROL)
    [conv] = window.pane.selection
    assert graph.node(conv).type == "Conv2d"
    press(window, Key.Key_E)
    press(window, Key.Key_A, held=CONTROL)
    type_text("4")
    press(window, Key.Key_Return, Key.Key_Escape)
    assert 4 in graph.node(conv).arguments.values()

    # Unwire and wire again.
    press(window, Key.Key_Right, held=CONTROL)
    relu = window.pane.selection[0]
    [edge] = graph.out_edges(relu)
    press(window, Key.Key_W)
    while wiring(window).current.edge != edge:
        press(window, Key.Key_Down)
    press(window, Key.Key_Delete)
    assert graph.out_edges(relu) == []
    press(window, Key.Key_W)
    type_text(letters(window, edge.target, edge.target_port))
    assert graph.out_edges(relu) == [edge]

    settled(window, qtbot)
    assert not window.analysis.analysis.errors
    epochs = []
    window.training.event_received.connect(epochs.append)
    press(window, Key.Key_F5)
    qtbot.waitUntil(lambda: any(e.get("event") == "epoch" for e in epochs), timeout=SLOW)
    press(window, Key.Key_F5, held=SHIFT)
    qtbot.waitUntil(lambda: not window.training.is_active, timeout=SLOW)
