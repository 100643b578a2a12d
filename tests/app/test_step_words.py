"""What the history calls each step: what was changed, where, and to what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.languages import speak
from app.step_words import words_of
from app.translating import tr
from app.undo import NUDGE
from graph.document import UNSET, Document, Edge, Expression, Node, Note
from graph.edits import (
    AddNode,
    Batch,
    ChangeBlock,
    Connect,
    Disconnect,
    Edit,
    MoveNodes,
    RemoveNode,
    RenameGroup,
    RenameNode,
    RenameProject,
    ReplaceNode,
    SetArgument,
    SetGroups,
    SetLooks,
    SetNotes,
    SetOption,
    SetStyle,
    SetTraining,
)
from graph.framing import frame_edit
from graph.project_file import load_project
from tests.app.conftest import EXAMPLES
from tests.app.window_hands import WindowHands


@pytest.fixture
def lenet() -> Document:
    return load_project(EXAMPLES / "lenet_mnist.loom.yaml")


def said(document: Document, edit: Edit) -> str:
    return words_of(edit, document.apply(edit))


WIRE = Edge("conv1", "output", "relu1", "input")


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (SetArgument("conv1", "out_channels", 8), "Set out_channels of conv1 to 8"),
        (SetArgument("conv1", "kernel_size", (3, 5)), "Set kernel_size of conv1 to 3, 5"),
        (SetArgument("conv1", "stride", Expression("a * 2")), "Set stride of conv1 to =a * 2"),
        (SetArgument("conv1", "padding", UNSET), "Reset padding of conv1"),
        (SetOption("conv1", "repeat", 3), "Set repeat of conv1 to 3"),
        (SetOption("conv1", "note", "sees edges"), "Change note of conv1"),
        (SetOption("conv1", "trainable", False, label="Freeze"), "Freeze: conv1"),
        (AddNode(Node("drop", "Dropout")), "Add drop"),
        (Batch((AddNode(Node("drop", "Dropout")),), "Duplicate"), "Duplicate: drop"),
        (Batch((SetArgument("conv1", "bias", False),)), "Set bias of conv1 to false"),
        (RemoveNode("fc1"), "Delete fc1"),
        (RenameNode("fc1", "head"), "Rename fc1 to head"),
        (Disconnect(WIRE), "Cut the wire from conv1 to relu1"),
        (Batch((Disconnect(WIRE), Connect(WIRE)), "Rewire"), "Rewire: conv1 -> relu1"),
        (RenameProject("Mine"), "Rename project to Mine"),
        (SetStyle("sequential", "named"), "Set sequential to named"),
        (SetTraining(("optimizer", "lr"), 0.5), "Set optimizer.lr to 0.5"),
        (SetTraining(("epochs",), 7), "Set epochs to 7"),
        (MoveNodes({"fc1": (0, 0)}), "Move: fc1"),
        (MoveNodes({"fc1": (0, 0)}, label=NUDGE), "Nudge: fc1"),
        (SetLooks({"fc1": {"color": "red"}}), "Change look: fc1"),
        (SetNotes((Note("note1", "Read me first\nand then"),)), "Change note: Read me first"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_step_says_what_it_changed_and_where(lenet, edit, words) -> None:
    assert said(lenet, edit) == words


def test_what_replaces_a_layer_by_one_that_differs_in_a_value_says_that_value(lenet) -> None:
    conv = lenet.graph.node("conv1")

    assert (
        said(lenet, ReplaceNode(conv.with_argument("bias", False))) == "Set bias of conv1 to false"
    )
    assert said(lenet, ReplaceNode(replace(conv, type="Conv1d"))) == "Change layer: conv1"


def test_a_frame_is_named_with_what_is_in_it_and_by_its_own_name(lenet) -> None:
    assert said(lenet, frame_edit(lenet, "", ["conv1", "relu1"])) == "Frame: conv1, relu1"
    assert said(lenet, RenameGroup("group1", "stem")) == "Rename frame group1 to stem"
    groups = [
        replace(g, options={**g.options, "container": "Module"}) if g.name == "stem" else g
        for g in lenet.graph.groups.values()
    ]
    assert said(lenet, SetGroups(tuple(groups))) == "Change frame: stem"


def test_of_many_the_first_are_named_and_the_rest_is_counted(lenet) -> None:
    names = ["conv1", "relu1", "pool1", "conv2", "fc1"]
    edit = Batch(tuple(RemoveNode(name) for name in names), "Clear away")

    assert said(lenet, edit) == "Clear away: conv1, relu1, pool1 and 2 more"


def test_a_long_value_is_cut_and_stays_on_one_line(lenet) -> None:
    words = said(lenet, SetArgument("conv1", "padding_mode", "zeros\n" * 40))

    assert words.startswith("Set padding_mode of conv1 to zeros zeros")
    assert words.endswith("…")
    assert len(words) < 80


def test_what_is_in_a_block_is_said_with_the_block() -> None:
    document = load_project(EXAMPLES / "resnet34.loom.yaml")
    block = next(iter(document.blocks))
    name = next(n.name for n in document.scope(block).nodes if n.type == "Conv2d")

    assert said(document, SetArgument(name, "kernel_size", 5, block)) == (
        f"Set kernel_size of {block}/{name} to 5"
    )
    arguments = document.blocks[block].arguments
    key = next(iter(arguments))
    assert said(document, ChangeBlock(block, {**arguments, key: 7})) == f"Set {key} of {block} to 7"


def test_typing_in_a_field_is_one_step_that_says_what_came_of_it(
    open_window, answers, qtbot
) -> None:
    hands = WindowHands(open_window("lenet_mnist", analysed=False), answers, qtbot)
    stack = hands.window.project.stack
    for value in (6, 60, 64):
        hands.window.push(SetArgument("conv1", "out_channels", value))

    assert stack.count() == 1
    assert stack.undoText() == "Set out_channels of conv1 to 64"
    tip = hands.window.actions_by_key["undo"].text()
    assert "Set out_channels of conv1 to 64" in tip


def test_it_is_said_in_the_language_of_the_window(lenet, qapp) -> None:
    words = [
        said(lenet, SetArgument("conv1", "out_channels", 8)),
        said(lenet, MoveNodes({"fc1": (0, 0)})),
        said(lenet, RenameNode("fc1", "head")),
    ]

    speak(qapp, "zh_TW")

    assert [tr(one) for one in words] == [
        "將 conv1 的 out_channels 設為 8",
        "移動：fc1",
        "將 fc1 重新命名為 head",
    ]
