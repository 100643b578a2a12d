"""Muting by one edit: ``when: false``, and away again; what cannot be left out says so."""

import pytest

from graph.errors import EditError
from graph.muting import mute_edit
from graph.project_file import dumps, loads
from graph.reaching import connected, downstream, upstream

PROJECT = """
layerloom: 1
name: Net
blocks:
  Unit:
    arguments: {stay: true}
    nodes:
      x: {type: Input}
      conv: {type: Conv2d, out_channels: 3, kernel_size: 1, when: =stay}
      y: {type: Output}
    edges: [x -> conv -> y]
nodes:
  image: {type: Input, shape: [N, 3, 8, 8]}
  unit: {type: Unit}
  relu: {type: ReLU}
  add: {type: torch.add}
  join: {type: torch.cat}
  lone: {type: Dropout}
  out: {type: Output}
edges: [image -> unit -> relu -> add.input, image -> add.other, add -> join.tensors.0, join -> out]
"""


@pytest.fixture
def document():
    return loads(PROJECT)


@pytest.mark.parametrize("name", ["unit", "relu", "add", "lone"])
def test_layers_functions_and_blocks_are_muted_and_come_back_to_the_same_bytes(
    document, name
) -> None:
    before = dumps(document)

    document.apply(mute_edit(document, "", [name]))
    muted = dumps(document)
    document.apply(mute_edit(document, "", [name]))

    assert document.graph.node(name).options == {}
    assert "when: false" in muted
    assert dumps(document) == before


def test_of_several_all_are_muted_before_any_comes_back(document) -> None:
    document.apply(mute_edit(document, "", ["relu"]))

    edit = mute_edit(document, "", ["relu", "unit", "image"])
    document.apply(edit)

    assert edit.label == "Mute unit"
    said = [document.graph.node(n).options.get("when") for n in ("relu", "unit", "image")]
    assert said == [False, False, None]
    assert mute_edit(document, "", ["relu", "unit", "image"]).label == "Unmute relu, unit"


@pytest.mark.parametrize(
    ("scope", "name", "words"),
    [
        ("", "image", "image: an Input cannot be left out"),
        ("", "out", "out: an Output cannot be left out"),
        ("", "join", "join: what takes a list of tensors cannot be left out"),
        ("Unit", "conv", "conv: =stay decides whether it is there; change that in the inspector"),
    ],
)
def test_what_cannot_be_muted_says_why(document, scope, name, words) -> None:
    with pytest.raises(EditError) as said:
        mute_edit(document, scope, [name])

    assert str(said.value) == words


def test_nothing_and_nobody_are_refused(document) -> None:
    for names in ([], ["nobody"]):
        with pytest.raises(EditError):
            mute_edit(document, "", names)


def test_what_hangs_together_is_found_along_the_wires(document) -> None:
    graph = document.graph

    assert connected(graph, ["relu"]) == ["image", "unit", "relu", "add", "join", "out"]
    assert connected(graph, ["lone"]) == ["lone"]
    assert upstream(graph, ["relu"]) == ["image", "unit", "relu"]
    assert downstream(graph, ["relu"]) == ["relu", "add", "join", "out"]
    assert connected(graph, []) == []
