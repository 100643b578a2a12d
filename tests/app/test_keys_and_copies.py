"""What frames are called in state_dict on the canvas, and what the copies of a layer are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from app.panels.shape_table import copies_words
from graph.document import ROOT
from graph.edits import SetArgument
from graph.project_file import loads
from graph.shapes import analyze
from tests.app.conftest import SLOW

NESTED = """
layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 8]}
  a: {type: Linear, out_features: 8, group: inner}
  b: {type: ReLU, group: inner}
  c: {type: Linear, out_features: 8, group: outer}
  d: {type: Tanh}
  y: {type: Output}
edges: [x -> a -> b -> c -> d -> y]
groups:
  outer: {container: Sequential}
  inner: {container: Sequential, group: outer}
style: {sequential: module}
"""


def test_a_frame_says_its_key_where_that_is_not_its_name(
    open_window: Any, qtbot: Any, tmp_path: Path
) -> None:
    path = tmp_path / "nested.loom.yaml"
    path.write_text(NESTED)
    window = open_window(path)
    frames = window.pane.scene.frames
    qtbot.waitUntil(lambda: frames["inner"].key == "outer.0", timeout=SLOW)
    window.pane.view.zoom_to(1.0)
    window.pane.view.centerOn(frames["inner"].box.center())
    shown = window.pane.view.grab()

    assert frames["outer"].key == ""
    frames["inner"].show_key("inner")
    assert window.pane.view.grab().toImage() != shown.toImage()


def test_the_keys_of_frames_stay_while_the_network_has_a_mistake(
    open_window: Any, qtbot: Any, tmp_path: Path
) -> None:
    path = tmp_path / "nested.loom.yaml"
    path.write_text(NESTED)
    window = open_window(path)
    frames = window.pane.scene.frames
    qtbot.waitUntil(lambda: frames["inner"].key == "outer.0", timeout=SLOW)

    window.project.push(SetArgument("c", "in_features", 5, ROOT))
    qtbot.waitUntil(lambda: bool(window.pane.scene.analysis.errors), timeout=SLOW)

    assert frames["inner"].key == "outer.0"


def growing(shape: str, layer: str, edges: str = "x -> a -> y") -> str:
    document = loads(
        f"layerloom: 1\nname: Net\nnodes:\n  x: {{type: Input, shape: [{shape}]}}\n"
        f"  a: {{{layer}}}\n  y: {{type: Output}}\nedges: [{edges}]\n" + BLOCKS
    )
    return str(copies_words(analyze(document).nodes["a"]))


BLOCKS = """blocks:
  Wide:
    nodes:
      x: {type: Input}
      conv: {type: Conv2d, out_channels: 32, kernel_size: 1}
      cat: {type: torch.cat, dim: 1}
      y: {type: Output}
    edges: [x -> conv -> cat.tensors.0, x -> cat.tensors.1, cat -> y]
  Long:
    nodes:
      x: {type: Input}
      cat: {type: torch.cat, dim: -1}
      y: {type: Output}
    edges: [x -> cat.tensors.0, x -> cat.tensors.1, cat -> y]
"""


@pytest.mark.parametrize(
    ("shape", "layer", "words"),
    [
        ("N, 64, 8, 8", "type: Wide, repeat: 6", "6 copies, 64 → 256 channels"),
        ("N, 4", "type: Long, repeat: 3", "3 copies, 4 → 32 features"),
        ("N, 4, 1000", "type: Long, repeat: 2", "2 copies, 1,000 → 4,000 features"),
        ("N, 4", "type: Linear, out_features: 4, repeat: 2", "2 copies, all alike"),
        ("N, 3, 8, 8", "type: MaxPool2d, kernel_size: 2, repeat: 2", None),
        ("N, 4", "type: Tanh, repeat: 1", ""),
        ("N, 4", "type: Tanh", ""),
    ],
)
def test_the_copies_of_a_layer_are_told_in_words(shape: str, layer: str, words: str | None) -> None:
    pools = "2 copies, [N, 3, 8, 8] → [N, 3, 2, 2]"

    assert growing(shape, layer) == (pools if words is None else words)


def test_the_inspector_says_how_a_repeated_block_grows(open_window: Any, qtbot: Any) -> None:
    window = open_window("densenet121")
    window.pane.show_scope("DenseBlock")

    window.pane.view.select(["layers"])

    page = window.panels.inspector.node_page
    said = "6 copies, 64 → 256 channels"
    qtbot.waitUntil(
        lambda: said in [label.text() for label in page.findChildren(QLabel)], timeout=SLOW
    )
