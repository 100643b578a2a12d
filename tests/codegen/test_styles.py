"""Every way to write the source: the same network, well written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen import compile_document, program_of, source_of
from codegen.keys import keys_of
from codegen.lower import lower
from codegen.source import emit_source
from graph.document import Document
from graph.project_file import load_project, loads
from graph.shapes import analyze
from graph.style import STYLE_OPTIONS
from tests.laws.test_no_drift import assert_no_drift

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.loom.yaml"))
OPTIONS = {option.key: [value for value, _ in option.values] for option in STYLE_OPTIONS}


def one_by_one() -> list[dict[str, Any]]:
    """The usual style, and each that differs in one thing."""
    others = [{key: value} for key, values in OPTIONS.items() for value in values[1:]]
    return [{}, *others]


def together() -> list[dict[str, Any]]:
    """Everything unusual at once, and what stands last in each list."""
    return [{key: values[place] for key, values in OPTIONS.items()} for place in (1, -1)]


def network(nodes: str, edges: str, rest: str = "") -> Document:
    lines = "\n".join(f"  {line.strip()}" for line in nodes.strip().splitlines())
    wires = "\n".join(f"  - {line.strip()}" for line in edges.strip().splitlines())
    return loads(f"layerloom: 1\nname: Net\nnodes:\n{lines}\nedges:\n{wires}\n{rest}")


def text_of(document: Document, **style: Any) -> str:
    document.style = style
    return source_of(document).text


@pytest.mark.slow
def test_every_example_in_every_style_passes_the_linter_and_needs_no_formatter(tmp_path) -> None:
    for path in EXAMPLES:
        document = load_project(path)
        analysis = analyze(document)
        for number, style in enumerate([*one_by_one(), *together()]):
            document.style = style
            text = emit_source(lower(document, analysis)).text
            (tmp_path / f"{path.name.partition('.')[0]}_{number}.py").write_text(text)

    for command in (
        ["format", "--diff", "--line-length=88"],
        ["check", "--line-length=88", "--select=E,F,I,UP,B,W"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--isolated", "--no-cache", "."],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[:4000]


@pytest.mark.parametrize("style", one_by_one(), ids=str)
def test_a_style_changes_how_it_is_written_and_not_what_it_does(style) -> None:
    document = network(
        """x: {type: Input, shape: [N, 4]}
        fc: {type: Linear, out_features: 8}
        relu: {type: ReLU}
        wide: {type: Wide}
        a: {type: Wide, group: body}
        b: {type: Wide, group: body}
        c: {type: Wide, group: body}
        drop: {type: Dropout, p: 0.2}
        add: {type: torch.add}
        once: {type: Once, repeat: 3}
        more: {type: Linear, out_features: 8, repeat: 2}
        y: {type: Output}""",
        "x -> fc -> relu -> wide -> a -> b -> c -> drop -> add.input\nrelu -> add.other\n"
        "add -> once -> more -> y",
        """groups: {body: {container: Sequential, trainable: false}}
blocks:
  Wide:
    arguments: {width: 16}
    nodes:
      x: {type: Input}
      up: {type: Linear, out_features: =width}
      gelu: {type: GELU, approximate: tanh}
      down: {type: Linear, out_features: 8}
      y: {type: Output}
    edges: [x -> up -> gelu -> down -> y]
  Once:
    nodes:
      x: {type: Input}
      norm: {type: LayerNorm}
      wide: {type: Wide, width: 4, repeat: 2}
      soft: {type: Softmax, dim: -1}
      y: {type: Output}
    edges: [x -> norm -> wide -> soft -> y]
""",
    )
    document.style = style

    assert_no_drift(document)


# layers as functions


CHAIN = (
    """x: {type: Input, shape: [N, 1, 8, 8]}
    conv: {type: Conv2d, out_channels: 4, kernel_size: 3}
    relu: {type: ReLU}
    pool: {type: MaxPool2d, kernel_size: 2}
    drop: {type: Dropout}
    flat: {type: Flatten}
    y: {type: Output}""",
    "x -> conv -> relu -> pool -> drop -> flat -> y",
)


def test_layers_without_weights_are_written_as_functions_and_dropout_is_not() -> None:
    text = text_of(network(*CHAIN), layers="functional")

    assert "x = F.relu(self.conv(x))  # (N, 4, 6, 6)\n" in text
    assert "x = self.drop(F.max_pool2d(x, 2))  # (N, 4, 3, 3)\n" in text
    assert "return torch.flatten(x, 1)  # (N, 36)\n" in text
    assert "nn.ReLU" not in text


def test_a_layer_in_a_container_stays_a_module_so_that_its_neighbours_keep_their_keys() -> None:
    document = network(
        CHAIN[0].replace("conv: {", "conv: {group: g, ").replace("relu: {", "relu: {group: g, "),
        CHAIN[1],
        "groups: {g: {container: Sequential}}",
    )

    text = text_of(document, layers="functional")

    assert "nn.ReLU()," in text
    assert "F.max_pool2d" in text


def test_a_layer_that_may_be_left_out_or_is_repeated_stays_a_module() -> None:
    document = network(CHAIN[0].replace("ReLU}", "ReLU, repeat: 2}"), CHAIN[1])

    assert "nn.ReLU()" in text_of(document, layers="functional")


# containers


def test_a_sequential_is_written_by_index_by_name_or_item_by_item() -> None:
    document = network(*CHAIN)

    assert "super().__init__(\n            nn.Conv2d(1, 4, 3)" in text_of(document)
    named = text_of(document, sequential="named")
    assert "OrderedDict(\n                conv=nn.Conv2d(1, 4, 3)," in named
    added = text_of(document, sequential="add_module")
    assert 'self.add_module("conv", nn.Conv2d(1, 4, 3))  # (N, 4, 6, 6)\n' in added
    assert "OrderedDict" not in added
    assert "self.conv = nn.Conv2d(1, 4, 3)\n" in text_of(document, sequential="module")


def test_a_frame_says_for_itself_whether_its_items_have_names() -> None:
    nodes = CHAIN[0].replace("conv: {", "conv: {group: g, ").replace("relu: {", "relu: {group: g, ")
    by_index = network(nodes, CHAIN[1], "groups: {g: {container: Sequential, by: index}}")
    silent = network(nodes, CHAIN[1], "groups: {g: {container: Sequential}}")

    assert "self.g = nn.Sequential(\n" in text_of(by_index, sequential="add_module")
    added = text_of(silent, sequential="add_module")
    assert 'self.g = nn.Sequential()\n        self.g.add_module("conv", ' in added


# stages

STAGES = """blocks:
  Layer:
    arguments: {width: 8, rate: 0.1}
    nodes:
      x: {type: Input}
      fc: {type: Linear, out_features: =width}
      drop: {type: Dropout, p: =rate}
      y: {type: Output}
    edges: [x -> fc -> drop -> y]
"""


def stages() -> Document:
    return network(
        """x: {type: Input, shape: [N, 8]}
        first: {type: Layer, repeat: 3}
        up: {type: Linear, out_features: 16}
        second: {type: Layer, width: 16, repeat: 2}
        add: {type: torch.add}
        y: {type: Output}""",
        "x -> first -> up -> second -> add.input\nup -> add.other\nadd -> y",
        STAGES,
    )


def test_a_stage_is_written_as_a_comprehension_a_loop_or_a_method() -> None:
    assert "self.first = nn.Sequential(*[Layer(8) for _ in range(3)])\n" in text_of(stages())
    loop = text_of(stages(), stages="loop")
    assert "for _ in range(3):\n            self.first.append(Layer(8))\n" in loop
    method = text_of(stages(), stages="method")
    assert "self.first = self._make_stage(8, 8, 3)\n" in method
    assert "self.second = self._make_stage(16, 16, 2)\n" in method
    assert "return nn.Sequential(*[Layer(in_features, width) for _ in range(count)])\n" in method
    assert_no_drift(stages())


@pytest.mark.parametrize("container", ["Sequential", "ModuleList"])
def test_equal_layers_in_a_row_are_never_unrolled(container: str) -> None:
    document = network(
        """x: {type: Input, shape: [N, 8]}
        a: {type: Layer, group: body}
        b: {type: Layer, group: body}
        last: {type: Linear, out_features: 8, group: body}
        add: {type: torch.add, other: 1}
        y: {type: Output}""",
        "x -> a -> b -> last -> add -> y",
        f"groups: {{body: {{container: {container}}}}}\n{STAGES}",
    )

    text = text_of(document)

    assert "            *[Layer() for _ in range(2)],  # (N, 8)\n" in text.replace(
        " " * 16, " " * 12
    )
    assert text.count("Layer(") == 2
    assert_no_drift(document)


def test_layers_that_only_look_alike_are_written_one_by_one() -> None:
    document = network(
        """x: {type: Input, shape: [N, 1]}
        a: {type: Threshold, threshold: 1, value: 0}
        b: {type: Threshold, threshold: 1, value: 0.0}
        y: {type: Output}""",
        "x -> a -> b -> y",
    )

    assert text_of(document).count("nn.Threshold") == 2


# forward


def test_what_is_written_around_another_call_is_read_only_there() -> None:
    document = network(
        """x: {type: Input, shape: [N, 4]}
        fc: {type: Linear, out_features: 4}
        relu: {type: ReLU}
        add: {type: torch.add}
        y: {type: Output}
        z: {type: Output}""",
        "x -> fc -> relu -> add.input\nfc -> add.other\nadd -> y\nrelu -> z",
    )

    text = text_of(document)

    assert "fc = self.fc(x)  # (N, 4)\n        relu = self.relu(fc)  # (N, 4)\n" in text
    assert_no_drift(document)


def test_an_operator_inside_an_operator_has_parentheses() -> None:
    document = network(
        """x: {type: Input, shape: [N, 4]}
        add: {type: torch.add, other: 1}
        mul: {type: torch.mul, other: 2}
        top: {type: Tensor.__getitem__, index: "0:"}
        y: {type: Output}""",
        "x -> add -> mul -> top -> y",
    )

    assert "return ((x + 1) * 2)[0:]" in text_of(document)
    assert_no_drift(document)


def long_network(container: str = "Sequential") -> Document:
    """Two towers of frames that are no chains, since an addition skips inside each."""
    nodes, wires = ["x: {type: Input, shape: [N, 4]}"], []
    last = "x"
    for frame in ("encoder", "decoder"):
        for index in range(15):
            name = f"{frame}{index}"
            nodes.append(f"{name}: {{type: Linear, out_features: 4, group: {frame}}}")
            nodes.append(f"{name}_add: {{type: torch.add, group: {frame}}}")
            wires.append(f"{last} -> {name} -> {name}_add.input")
            wires.append(f"{last} -> {name}_add.other")
            last = f"{name}_add"
    nodes += ["skip: {type: torch.add}", "y: {type: Output}"]
    wires += [f"{last} -> skip.input", "encoder3 -> skip.other", "skip -> y"]
    frames = f"{{container: {container}}}"
    return network(
        "\n".join(nodes), "\n".join(wires), f"groups: {{encoder: {frames}, decoder: {frames}}}"
    )


@pytest.mark.parametrize("container", ["Sequential", "ModuleList"])
def test_a_long_forward_is_cut_into_methods_at_the_frames(container: str) -> None:
    document = long_network(container)

    text = source_of(document).text

    assert "x, encoder3 = self.forward_encoder(x)\n" in text
    assert "x = self.forward_decoder(x)\n" in text
    assert " + encoder3  # (N, 4)\n\n    def forward_encoder(" in text
    assert_no_drift(document)


# blocks


def test_a_chain_that_is_used_once_can_stand_in_place_under_the_same_keys() -> None:
    document = network(
        """x: {type: Input, shape: [N, 8]}
        once: {type: Layer, width: 16, rate: 0.5}
        add: {type: torch.add, other: 1}
        y: {type: Output}""",
        "x -> once -> add -> y",
        STAGES,
    )
    keys = list(compile_document(document).state_dict())

    text = text_of(document, blocks="inline")

    assert "self.once = nn.Sequential(\n            OrderedDict(\n" in text
    assert "fc=nn.Linear(8, 16),  # (N, 16)\n                drop=nn.Dropout(0.5),\n" in text
    assert text.count("class ") == 1
    assert list(compile_document(document).state_dict()) == keys
    assert_no_drift(document)


@pytest.mark.parametrize(("sequential", "keys"), [("positional", "0 1"), ("named", "fc drop")])
def test_a_block_that_is_a_chain_can_be_a_class_of_sequential(sequential: str, keys: str) -> None:
    document = stages()

    text = text_of(document, blocks="sequential", sequential=sequential)

    assert "class Layer(nn.Sequential):" in text
    assert text.count("def forward") == 1  # the network's, which is no chain
    program = program_of(document)
    first = keys.split()[0]
    assert f"first.2.{first}.weight" in compile_document(document).state_dict()
    assert keys_of(program)["Layer"] == dict(zip(("fc", "drop"), keys.split(), strict=True))
    assert_no_drift(document)


def test_a_chain_that_starts_by_its_arguments_and_stays_frozen_is_the_same_in_both_forms() -> None:
    block = STAGES.replace("{type: Linear,", "{type: Linear, initialize: {bias: =rate},").replace(
        "p: =rate", "p: =rate, trainable: false"
    )
    rules = "initialize: [{types: Linear, parameters: weight, with: {type: normal_, std: 0.1}}]\n"
    document = network(
        "x: {type: Input, shape: [N, 8]}\na: {type: Layer}\nb: {type: Layer, rate: 0.5}\n"
        "y: {type: Output}",
        "x -> a -> b -> y",
        block + rules,
    )

    text = text_of(document, blocks="sequential")

    assert "class Layer(nn.Sequential):" in text
    assert "self.rate = rate" in text
    assert_no_drift(document)


def test_a_block_that_is_used_twice_or_is_no_chain_keeps_its_class() -> None:
    assert "class Layer(nn.Module)" in text_of(stages(), blocks="inline")


def test_shapes_that_differ_among_the_uses_of_a_block_are_told_by_its_arguments() -> None:
    document = load_project(EXAMPLES[0].parent / "resnet34.loom.yaml")

    text = text_of(document, comments="names")

    assert "  # (N, out_channels, H // stride, H // stride)\n" in text
    assert "x = self.layer2(x)  # (N, 128, 28, 28)\n" in text
