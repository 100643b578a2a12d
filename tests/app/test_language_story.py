"""All that the language can say is drawn by mouse and keyboard, and is the file that one writes.

One test for each part of the language: what the hands leave in the window is saved, and compared
with the project as somebody types it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from app.theme import apply_theme
from graph.document import Document
from graph.project_file import loads
from tests.app.conftest import SLOW, Answers
from tests.app.window_hands import CONTROL, SHIFT, Key, WindowHands, without_layout
from tests.python_nodes import LAYERS, lay

HEAD = "layerloom: 1\nname: Net\n"


@pytest.fixture(scope="module")
def desk(qapp: Any) -> Iterator[tuple[Any, Answers]]:
    """One window and one child for all parts: starting them takes longer than the rest."""
    from app.main_window import MainWindow

    apply_theme(qapp, "light")
    answers = Answers()
    window = MainWindow(dialogs=answers)
    window.pane.view.reduced_motion = True
    window.resize(1600, 1000)
    window.show()
    yield window, answers
    window.project.stack.setClean()
    window.close()
    window.deleteLater()


@pytest.fixture
def hands(desk: tuple[Any, Answers], qtbot: Any) -> WindowHands:
    """An empty project in the window."""
    window, answers = desk
    window.project.stack.setClean()
    window.project.replace(Document("Net"), None)
    qtbot.waitUntil(lambda: window.analysis.has_answered, timeout=SLOW)
    return WindowHands(window, answers, qtbot)


def by_hand(text: str) -> str:
    return without_layout(loads(HEAD + text))


def test_blocks_with_arguments_used_twice_and_nested(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, 3, 16, 16")
    hands.add("Conv2d", "conv")
    hands.add("relu", "relu")
    hands.add("Output")
    hands.pick_all("conv", "relu")
    hands.key(Key.Key_B, CONTROL)
    hands.type_into(hands.page.block.name, "Layer")
    hands.double_click("block1")
    hands.pick("conv")
    hands.click(hands.page.form._lifts["out_channels"])
    hands.go_out()
    hands.pick("block1")
    hands.key(Key.Key_D, CONTROL)
    hands.set("out_channels", "8")
    hands.wire("block1.y", "layer1.x")
    hands.wire("layer1.y", "y.input")
    hands.pick_all("block1", "layer1")
    hands.key(Key.Key_B, CONTROL)
    hands.type_into(hands.page.block.name, "Stage")
    hands.double_click("block1")
    hands.pick("layer1")
    hands.set("out_channels", "=2 * 4")

    written = """
blocks:
  Layer:
    arguments: {out_channels: 32}
    nodes:
      x: {type: Input}
      conv: {type: Conv2d, out_channels: =out_channels, kernel_size: 3}
      relu: {type: ReLU}
      y: {type: Output}
    edges: [x -> conv -> relu -> y]
  Stage:
    nodes:
      x: {type: Input}
      block1: {type: Layer}
      layer1: {type: Layer, out_channels: =2 * 4}
      y: {type: Output}
    edges: [x -> block1 -> layer1 -> y]
nodes:
  x: {type: Input, shape: [N, 3, 16, 16]}
  block1: {type: Stage}
  y: {type: Output}
edges: [x -> block1 -> y]
"""
    assert hands.saved(tmp_path) == by_hand(written)
    hands.go_out()
    hands.pick("block1")
    hands.key(Key.Key_B, CONTROL | SHIFT)
    assert hands.graph.names == ["x", "block1", "layer1", "y"]
    hands.key(Key.Key_Z, CONTROL)
    assert hands.saved(tmp_path) == by_hand(written)


def test_repeat_and_when(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, 8")
    hands.add("Linear", "fc")
    hands.set("out_features", "8")
    hands.option("repeat", "3")
    hands.add("Dropout", "drop")
    hands.add("Output")
    hands.pick_all("fc", "drop")
    hands.key(Key.Key_B, CONTROL)
    hands.double_click("block1")
    hands.pick("fc")
    hands.click(hands.page.options.form._lifts["repeat"])
    hands.option("repeat", "=fc_repeat - 1")
    hands.pick("drop")
    hands.option("when", "=fc_repeat > 2 or inputs != outputs")
    hands.pick_nothing()

    assert hands.saved(tmp_path) == by_hand("""
blocks:
  Block1:
    arguments: {fc_repeat: 3}
    nodes:
      x: {type: Input}
      fc: {type: Linear, out_features: 8, repeat: =fc_repeat - 1}
      drop: {type: Dropout, when: =fc_repeat > 2 or inputs != outputs}
      y: {type: Output}
    edges: [x -> fc -> drop -> y]
nodes:
  x: {type: Input, shape: [N, 8]}
  block1: {type: Block1}
  y: {type: Output}
edges: [x -> block1 -> y]
""")


def test_groups_in_groups(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, 8")
    for name in ("a", "b", "c"):
        hands.add("Linear", name)
        hands.set("out_features", "8")
    hands.add("Output")
    form = hands.selection.frame_form
    hands.pick_all("a", "b")
    hands.key(Key.Key_G, CONTROL)
    hands.pick_all("a", "b")
    hands.type_into(form.name, "features")
    hands.choose(form.container, "nn.ModuleList")
    hands.pick("c")
    hands.key(Key.Key_G, CONTROL)
    hands.type_into(hands.page.frame.name, "classifier")
    hands.choose(hands.page.frame.container, "nn.Sequential with names")
    hands.pick_all("a", "b", "c")
    hands.click(form.frame)
    hands.pick_all("a", "b", "c")
    hands.type_into(form.name, "whole")
    hands.choose(form.container, "a class of its own")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, 8]}
  a: {type: Linear, out_features: 8, group: features}
  b: {type: Linear, out_features: 8, group: features}
  c: {type: Linear, out_features: 8, group: classifier}
  y: {type: Output}
edges: [x -> a -> b -> c -> y]
groups:
  features: {container: ModuleList, group: whole}
  classifier: {container: Sequential, by: name, group: whole}
  whole: {container: Module}
""")
    hands.wait()
    shown = {}
    for name in ("b", "c"):
        hands.pick(name)
        hands.wait()
        shown[name] = " ".join(label.text() for label in hands.page.shapes.findChildren(QLabel))
    assert "whole.features.1" in shown["b"]
    assert "whole.classifier.c" in shown["c"]


def test_sharing(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input", "ids")
    hands.set("shape", "N, T")
    hands.set("dtype", "int64")
    hands.add("Embedding", "embedding")
    hands.set("num_embeddings", "100")
    hands.set("embedding_dim", "16")
    hands.add("Linear", "fc")
    hands.set("out_features", "16")
    hands.add("Linear", "again")
    hands.add("Linear", "decoder")
    hands.set("out_features", "100")
    hands.add("Output", "y")
    hands.pick("again")
    hands.choose(hands.weights.shares, "fc")
    hands.wait()
    hands.pick("decoder")
    weights = hands.weights
    hands.open_fold(weights.ties.fold)
    hands.choose(weights.ties.choices["weight"], "that of embedding")

    written = """
nodes:
  ids: {type: Input, shape: [N, T], dtype: int64}
  embedding: {type: Embedding, num_embeddings: 100, embedding_dim: 16}
  fc: {type: Linear, out_features: 16}
  again: {type: Linear, shares: fc}
  decoder: {type: Linear, out_features: 100, shares: {weight: embedding}}
  y: {type: Output}
edges: [ids -> embedding -> fc -> again -> decoder -> y]
"""
    assert hands.saved(tmp_path) == by_hand(written)
    hands.wait()
    assert hands.window.analysis.analysis.errors == []
    hands.pick("again")
    hands.choose(hands.weights.shares, "no other layer")
    own = written.replace("{type: Linear, shares: fc}", "{type: Linear, out_features: 16}")
    assert hands.saved(tmp_path) == by_hand(own)


def test_recurrent_layers_with_states(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, T, 4")
    hands.add("LSTM", "lstm")
    hands.set("hidden_size", "8")
    hands.set("num_layers", "2")
    hands.set("bidirectional", "true")
    hands.set("proj_size", "3")
    hands.add("Input", "start")
    hands.set("shape", "4, N, 3")
    hands.add("Input", "cell")
    hands.set("shape", "4, N, 8")
    hands.pick("lstm")
    hands.add("Output", "y")
    hands.pick_nothing()
    hands.add("Output", "state")
    hands.wire("lstm.h_n", "state.input")
    hands.wire("start.output", "lstm.h_0")
    hands.wire("cell.output", "lstm.c_0")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, T, 4]}
  lstm:
    type: LSTM
    hidden_size: 8
    batch_first: true
    num_layers: 2
    bidirectional: true
    proj_size: 3
  start: {type: Input, shape: [4, N, 3]}
  cell: {type: Input, shape: [4, N, 8]}
  y: {type: Output}
  state: {type: Output}
edges:
  - x -> lstm.input
  - lstm -> y
  - lstm.h_n -> state
  - start -> lstm.h_0
  - cell -> lstm.c_0
""")


def test_a_cell_is_stepped(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, T, 4")
    hands.add("GRUCell", "cell")
    hands.set("hidden_size", "8")
    steps = hands.page.steps
    hands.open_fold(steps.fold)
    hands.choose(steps.form.field("axis"), "axis 1")
    hands.type_into(steps.form.field("reverse"), "true")
    hands.add("Output", "y")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, T, 4]}
  cell: {type: GRUCell, hidden_size: 8, unroll: {axis: 1, reverse: true}}
  y: {type: Output}
edges: [x -> cell -> y]
""")


def test_a_linear_layer_of_parameters(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, 8")
    hands.add("matmul", "matmul")
    hands.add("add", "add")
    hands.add("mul", "mul")
    hands.add("div", "div")
    hands.add("Output", "y")
    hands.pick_nothing()
    hands.add("Parameter", "weight")
    hands.set("shape", "8, 4")
    hands.choose(hands.weights.starts[""].choice, "kaiming_uniform_")
    start = hands.weights.starts[""].form
    hands.type_into(start.field("a"), "2.5")
    hands.wire("weight.output", "matmul.other")
    hands.pick_nothing()
    hands.add("Parameter", "bias")
    hands.set("shape", "4")
    hands.choose(hands.weights.starts[""].choice, "a number")
    hands.wire("bias.output", "add.other")
    hands.pick_nothing()
    hands.add("Buffer", "scale")
    hands.set("shape", "4")
    hands.wait()
    hands.choose(hands.weights.starts[""].choice, "numbers")
    hands.type_into(hands.weights.starts[""].form.field("values"), "1, 2, 3, 4")
    hands.wire("scale.output", "mul.other")
    hands.pick_nothing()
    hands.add("Constant", "half")
    hands.set("value", "0.5")
    hands.wire("half.output", "div.other")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, 8]}
  matmul: {type: torch.matmul}
  add: {type: torch.add}
  mul: {type: torch.mul}
  div: {type: torch.div}
  y: {type: Output}
  weight: {type: Parameter, shape: [8, 4], initialize: {type: kaiming_uniform_, a: 2.5}}
  bias: {type: Parameter, shape: [4], initialize: 0.0}
  scale: {type: Buffer, shape: [4], initialize: [1, 2, 3, 4]}
  half: {type: Constant, value: 0.5}
edges:
  - x -> matmul.input
  - matmul -> add.input
  - add -> mul.input
  - mul -> div.input
  - div -> y
  - weight -> matmul.other
  - bias -> add.other
  - scale -> mul.other
  - half -> div.other
""")


def test_functions_and_indices(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, T, 8")
    hands.add("Tensor.__getitem__", "last")
    hands.set("index", ":, -1")
    hands.add("randn_like", "noise")
    hands.pick_nothing()
    hands.add("permute", "turned")
    hands.wire("x.output", "turned.input")
    hands.set("dims", "0, 2, 1")
    hands.pick_nothing()
    hands.add("einsum", "product")
    hands.set("equation", "nct,nc->nt")
    hands.wire("turned.output", "product.operands.0")
    hands.wire("noise.output", "product.operands.1")
    hands.pick_nothing()
    hands.add("cat", "cat")
    hands.set("dim", "-1")
    hands.wire("last.output", "cat.tensors.0")
    hands.wire("product.output", "cat.tensors.1")
    hands.pick("cat")
    hands.add("F.normalize", "unit")
    hands.set("p", "1")
    hands.add("Output", "y")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, T, 8]}
  last: {type: Tensor.__getitem__, index: ":, -1"}
  noise: {type: torch.randn_like}
  turned: {type: torch.permute, dims: [0, 2, 1]}
  product: {type: torch.einsum, equation: "nct,nc->nt"}
  cat: {type: torch.cat, dim: -1}
  unit: {type: F.normalize, p: 1.0}
  y: {type: Output}
edges:
  - x -> last -> noise
  - x -> turned -> product.operands.0
  - noise -> product.operands.1
  - last -> cat.tensors.0
  - product -> cat.tensors.1
  - cat -> unit -> y
""")


def test_a_layer_of_the_users_own(hands: WindowHands, tmp_path: Path) -> None:
    lay(tmp_path, {"layers.py": LAYERS})
    hands.add("Input")
    hands.set("shape", "N, 16")
    hands.saved(tmp_path)
    hands.add("Python", "own")
    part = hands.page.python
    hands.answers.path = tmp_path / "layers.py"
    hands.click(part.choose)
    hands.choose(part.names, "Linear")
    hands.type_into(part.arguments.field("in_features"), "16")
    hands.type_into(part.arguments.field("out_features"), "8")
    hands.click(part.trust)
    hands.add("Linear", "fc")
    hands.set("out_features", "4")
    hands.add("Output", "y")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, 16]}
  own:
    type: Python
    file: layers.py
    name: Linear
    inputs: [x]
    arguments: {in_features: 16, out_features: 8}
  fc: {type: Linear, out_features: 4}
  y: {type: Output}
edges: [x -> own -> fc -> y]
""")
    hands.wait()
    assert str(hands.window.analysis.analysis.nodes["y"].inputs["input"]) == "[N, 4]"


def test_first_weights_by_layer_and_by_rule(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, 3, 16, 16")
    hands.add("Conv2d", "conv")
    hands.add("BatchNorm2d", "norm")
    hands.add("Output", "y")
    hands.wait()
    hands.pick("conv")
    hands.wait()
    starts = hands.weights.starts
    hands.choose(starts["weight"].choice, "kaiming_normal_")
    hands.choose(starts["weight"].form.field("mode"), "fan_out")
    hands.choose(starts["bias"].choice, "a number")
    hands.pick("norm")
    hands.wait()
    starts = hands.weights.starts
    hands.choose(starts["weight"].choice, "an array from a file")
    hands.type_into(starts["weight"].form.field("file"), "norm.npz")
    hands.type_into(starts["weight"].form.field("key"), "scale")
    hands.pick_nothing()
    page = hands.project_page
    hands.open_fold(page._rules_fold)
    hands.click(page.rules.add)
    row = page.rules.rows[0]
    hands.choose(row.start.form.field("mode"), "fan_out")
    hands.click(page.rules.add)
    row = page.rules.rows[1]
    hands.type_into(row.fields["types"], "normalization")
    hands.choose(row.start.choice, "a number")
    hands.type_into(row.start.form.field("value"), "1")

    assert hands.saved(tmp_path) == by_hand("""
nodes:
  x: {type: Input, shape: [N, 3, 16, 16]}
  conv:
    type: Conv2d
    out_channels: 32
    kernel_size: 3
    initialize: {weight: {type: kaiming_normal_, mode: fan_out}, bias: 0.0}
  norm: {type: BatchNorm2d, initialize: {weight: {file: norm.npz, key: scale}}}
  y: {type: Output}
edges: [x -> conv -> norm -> y]
initialize:
  - {types: Conv*, parameters: weight, with: {type: kaiming_normal_, mode: fan_out}}
  - {types: normalization, parameters: weight, with: 1.0}
""")


def test_what_does_not_learn(hands: WindowHands, tmp_path: Path) -> None:
    hands.add("Input")
    hands.set("shape", "N, 8")
    for name in ("a", "b", "c", "d"):
        hands.add("Linear", name)
        hands.set("out_features", "8")
    hands.add("Output")
    hands.wait()
    hands.pick("a")
    hands.choose(hands.weights.learns, "frozen")
    hands.pick_all("b", "c")
    hands.key(Key.Key_G, CONTROL)
    hands.pick_all("b", "c")
    hands.choose(hands.selection.frame_form.learns, "frozen, in eval mode")
    hands.pick("d")
    hands.key(Key.Key_B, CONTROL)
    hands.wait()
    hands.choose(hands.weights.learns, "frozen, in eval mode")

    assert hands.saved(tmp_path) == by_hand("""
blocks:
  Block1:
    nodes:
      x: {type: Input}
      d: {type: Linear, out_features: 8}
      y: {type: Output}
    edges: [x -> d -> y]
nodes:
  x: {type: Input, shape: [N, 8]}
  a: {type: Linear, out_features: 8, trainable: false}
  b: {type: Linear, out_features: 8, group: group1}
  c: {type: Linear, out_features: 8, group: group1}
  block1: {type: Block1, trainable: eval}
  y: {type: Output}
edges: [x -> a -> b -> c -> block1 -> y]
groups:
  group1: {container: Sequential, trainable: eval}
""")
