"""Saving changes in the file what changed in the document, and leaves the rest as it was typed."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.document import UNSET, Document, Edge, Node
from graph.edits import (
    AddNode,
    Connect,
    Disconnect,
    Edit,
    MoveNodes,
    RemoveNode,
    SetArgument,
    SetGroups,
    SetTraining,
)
from graph.kept_text import keep_text
from graph.project_file import dumps, load_project, loads, save_project
from tests.documents import any_edit

TYPED = """\
# Our network.

layerloom: 1      # the format
name:   Net
training:
  # slow and sure
  epochs: 20
  optimizer: {type: SGD,   lr: 0.1}   # tuned by hand
nodes:
    image:   {type: Input, shape: [N, 8]}

    # the only hidden layer
    hidden:
        type: Linear
        out_features: 16    # enough
    relu: {type: ReLU}
    scores: { type: Output }   # the answer
edges:
    # forward
    - image -> hidden
    - hidden -> relu -> scores   # and out
layout: {image: [0, 0], hidden: [320, 0]}
# the end
"""


def typed() -> Document:
    document = loads(TYPED)
    document.source = TYPED.encode()
    return document


def changed_lines(edit: Edit) -> tuple[list[str], list[str]]:
    """Lines that saving after ``edit`` takes from the file, and that it puts there."""
    document = typed()
    document.apply(edit)

    text = keep_text(document).decode()

    assert loads(text) == document
    diff = list(difflib.unified_diff(TYPED.splitlines(), text.splitlines(), n=0, lineterm=""))[2:]
    return (
        [line[1:] for line in diff if line.startswith("-")],
        [line[1:] for line in diff if line.startswith("+")],
    )


def test_a_document_that_did_not_change_keeps_every_byte() -> None:
    document = typed()
    document.apply(document.apply(RemoveNode("relu")))

    assert keep_text(document) == TYPED.encode()


def test_an_argument_changes_the_lines_of_its_layer_alone() -> None:
    removed, added = changed_lines(SetArgument("hidden", "out_features", 32))

    assert removed == [
        "    hidden:", "        type: Linear", "        out_features: 16    # enough",
    ]  # fmt: skip
    assert added == ["    hidden: {type: Linear, out_features: 32}"]


def test_a_new_layer_is_one_new_line() -> None:
    removed, added = changed_lines(AddNode(Node("drop", "Dropout", {"p": 0.5})))

    assert (removed, added) == ([], ["    drop:   {type: Dropout, p: 0.5}"])


def test_a_removed_layer_takes_its_comments_and_wires_with_it() -> None:
    removed, added = changed_lines(RemoveNode("scores"))

    assert removed == [
        "    scores: { type: Output }   # the answer",
        "    - hidden -> relu -> scores   # and out",
    ]
    assert added == ["    - hidden -> relu"]


def test_a_wire_changes_its_own_line() -> None:
    assert changed_lines(Connect(Edge("image", "output", "relu", "other"))) == (
        [],
        ["    - image -> relu.other"],
    )
    assert changed_lines(Disconnect(Edge("image", "output", "hidden", "input"))) == (
        ["    # forward", "    - image -> hidden"],
        [],
    )


def test_a_setting_of_the_training_changes_its_own_line() -> None:
    assert changed_lines(SetTraining(("epochs",), 30)) == (["  epochs: 20"], ["  epochs: 30"])
    assert changed_lines(SetTraining(("optimizer",), UNSET)) == (
        ["  optimizer: {type: SGD,   lr: 0.1}   # tuned by hand"],
        [],
    )


def test_a_section_written_in_braces_is_written_anew() -> None:
    removed, added = changed_lines(MoveNodes({"image": (8.0, 8.0)}))

    assert removed == ["layout: {image: [0, 0], hidden: [320, 0]}"]
    assert added == ["layout:", "  image:  [8, 8]", "  hidden: [320, 0]"]


def test_a_new_section_finds_its_place() -> None:
    document = typed()
    document.apply(SetGroups((), label="nothing"))
    document.extras = {"future": 1}

    text = keep_text(document).decode()

    assert loads(text) == document
    assert text.count("#") == TYPED.count("#")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_of_other_systems_are_kept(tmp_path: Path, mark: bytes) -> None:
    file = tmp_path / "net.loom.yaml"
    file.write_bytes(mark + TYPED.replace("\n", "\r\n").encode())
    document = load_project(file)
    save_project(document, file)
    assert file.read_bytes() == mark + TYPED.replace("\n", "\r\n").encode()

    document.apply(SetArgument("hidden", "out_features", 32))
    save_project(document, file)

    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 20
    assert data.count(b"#") == TYPED.count("#") - 1
    assert load_project(file) == document


@given(st.data())
def test_whatever_is_edited_the_saved_file_says_it(data: st.DataObject) -> None:
    document = typed()
    for _ in range(data.draw(st.integers(1, 5))):
        document.apply(data.draw(any_edit(document)))

        saved = keep_text(document)

        assert dumps(loads(saved.decode())) == dumps(document)
        document.source = saved
