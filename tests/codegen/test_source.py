"""The exported file: what it says, how it reads, and that it runs with nothing of ours."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from codegen import source_of
from codegen.classes import write_class
from codegen.program import ClassDefinition, Construction, Program
from codegen.source import Source
from graph.document import Document
from graph.project_file import load_project, loads
from tests.codegen.random_networks import networks
from tests.example_files import EXAMPLES, LARGE, name_of

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
SMALL = [path for path in EXAMPLES if name_of(path) not in LARGE]


def exported(nodes: str, edges: str, rest: str = "") -> str:
    """The text of a network given as the two parts of its project file."""
    lines = "\n".join(f"  {line.strip()}" for line in nodes.strip().splitlines())
    wires = "\n".join(f"  - {line.strip()}" for line in edges.strip().splitlines())
    text = f"layerloom: 1\nname: Net\nnodes:\n{lines}\nedges:\n{wires}\n{rest}"
    return source_of(loads(text)).text


def layer(said: str, shape: str = "N, 3, 8, 8", rest: str = "") -> str:
    """How one layer is written."""
    text = exported(
        f"x: {{type: Input, shape: [{shape}]}}\nlayer: {{{said}}}\ny: {{type: Output}}",
        "x -> layer -> y",
        f"style: {{sequential: module}}\n{rest}",
    )
    lines = [line.strip() for line in text.splitlines()]
    built = [line for line in lines if line.startswith("self.layer")]
    called = [line for line in lines if line.startswith("return ")]
    return (built or called)[0].partition(" = ")[2] if built else called[0].partition("  #")[0]


# exact text


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_text_is_what_a_colleague_would_have_typed(path: Path) -> None:
    """After a change that is meant: LOOM_WRITE_GOLDEN=1, and read the difference."""
    text = source_of(load_project(path)).text
    golden = path.with_suffix(".py.txt")
    if os.environ.get("LOOM_WRITE_GOLDEN"):
        golden.write_text(text)

    assert text == golden.read_text()


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("type: Conv2d, out_channels: 6, kernel_size: 5", "nn.Conv2d(3, 6, 5)"),
        ("type: Conv2d, out_channels: 6, kernel_size: [5, 5]", "nn.Conv2d(3, 6, 5)"),
        ("type: Conv2d, out_channels: 6, kernel_size: [1, 3]", "nn.Conv2d(3, 6, (1, 3))"),
        (
            "type: Conv2d, out_channels: 6, kernel_size: 3, stride: 1, padding: same, bias: false",
            'nn.Conv2d(3, 6, 3, padding="same", bias=False)',
        ),
        ("type: BatchNorm2d, eps: 1.0e-5", "nn.BatchNorm2d(3)"),
        ("type: BatchNorm2d, eps: 1.0e-3", "nn.BatchNorm2d(3, eps=0.001)"),
        ("type: Dropout, p: 0.2", "nn.Dropout(0.2)"),
        ("type: ReLU, inplace: true", "nn.ReLU(inplace=True)"),
        ("type: LayerNorm, normalized_shape: [8, 8]", "nn.LayerNorm((8, 8))"),
        ("type: AdaptiveAvgPool2d, output_size: [1, 1]", "nn.AdaptiveAvgPool2d(1)"),
        ("type: AdaptiveAvgPool2d, output_size: [null, 1]", "nn.AdaptiveAvgPool2d((None, 1))"),
        ("type: Softmax, dim: -1", "nn.Softmax(dim=-1)"),
        ("type: Hardtanh, max_val: .inf", 'nn.Hardtanh(max_val=float("inf"))'),
        ("type: torch.flatten, start_dim: 1", "return torch.flatten(x, start_dim=1)"),
        ("type: torch.mul, other: 2", "return x * 2"),
        ("type: torch.add, other: 1, alpha: 2", "return torch.add(x, 1, alpha=2)"),
        ("type: torch.sub, other: -1", "return torch.sub(x, -1)"),
        ("type: Tensor.view, size: [-1, 192]", "return x.view(-1, 192)"),
        ("type: torch.permute, dims: [0, 2, 3, 1]", "return torch.permute(x, (0, 2, 3, 1))"),
        ("type: Tensor.__getitem__, index: ':, 0, ::2'", "return x[:, 0, ::2]"),
        ("type: F.interpolate, scale_factor: 2", "return F.interpolate(x, scale_factor=2)"),
        ("type: torch.mean, dim: [2, 3]", "return torch.mean(x, dim=(2, 3))"),
    ],
)
def test_a_layer_is_written_as_people_write_it(said: str, written: str) -> None:
    assert layer(said) == written


def test_every_argument_is_named_where_the_project_says_so() -> None:
    text = exported(
        "x: {type: Input, shape: [N, 3]}\nfc: {type: Linear, out_features: 4}\ny: {type: Output}",
        "x -> fc -> y",
        "style: {arguments: keyword}",
    )

    assert "nn.Linear(in_features=3, out_features=4)" in text


def test_shapes_and_hints_can_be_left_out() -> None:
    text = exported(
        "x: {type: Input, shape: [N, 3]}\nfc: {type: Linear, out_features: 4}\ny: {type: Output}",
        "x -> fc -> y",
        "style: {comments: false, hints: false, sequential: module}",
    )

    assert "#" not in text
    assert "->" not in text
    assert "def forward(self, x):" in text


def test_a_layer_that_no_output_needs_is_not_written() -> None:
    text = exported(
        """x: {type: Input, shape: [N, 3]}
        fc: {type: Linear, out_features: 4}
        spare: {type: Linear, out_features: 5}
        y: {type: Output}""",
        "x -> fc -> y\nx -> spare",
    )

    assert "spare" not in text
    assert "Linear(3, 5)" not in text


def test_inputs_and_outputs_keep_the_order_of_the_file() -> None:
    text = exported(
        """b: {type: Input, shape: [N, 3]}
        late: {type: Output}
        a: {type: Input, shape: [N, 3], dtype: float64}
        early: {type: Output}
        relu: {type: ReLU}
        tanh: {type: Tanh}""",
        "a -> relu -> late\nb -> tanh -> early",
    )

    assert "def forward(\n        self, b: torch.Tensor, a: torch.Tensor\n    )" in text
    assert "return relu, tanh" in text
    assert "a = torch.randn(2, 3, dtype=torch.float64)" in text


def test_only_what_is_used_is_imported() -> None:
    chain = exported(
        "x: {type: Input, shape: [N, 3]}\nfc: {type: ReLU}\ny: {type: Output}", "x -> fc -> y"
    )

    assert "functional" not in chain
    assert "OrderedDict" not in chain
    assert "from torch.nn import functional as F" in exported(
        "x: {type: Input, shape: [N, 3]}\nf: {type: F.relu}\ny: {type: Output}", "x -> f -> y"
    )


# running


#: Runs files as programs, one after another: importing torch for each takes most of the time.
ONE_BY_ONE = """
import runpy, sys
for file in sys.argv[1:]:
    print("#", file)
    runpy.run_path(file, run_name="__main__")
"""


def test_exported_examples_run_by_themselves_and_print_their_shapes(tmp_path: Path) -> None:
    files = [tmp_path / f"{name_of(path)}.py" for path in SMALL]
    for path, file in zip(SMALL, files, strict=True):
        file.write_text(source_of(load_project(path)).text)

    command = [sys.executable, "-I", "-c", ONE_BY_ONE, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    assert done.stderr == ""
    said = [part.splitlines() for part in done.stdout.split("# ")[1:]]
    assert [lines[0] for lines in said] == [str(file) for file in files]
    assert all(lines[1].startswith("torch.Size([2") for lines in said), said


@settings(max_examples=int(os.environ.get("LOOM_EXAMPLES", "15")))
@given(networks())
def test_what_is_written_needs_no_formatter_and_no_linter(document: Document) -> None:
    text = source_of(document).text

    for command in (["format", "--diff"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--isolated", "-"],
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    assert max(len(line) for line in text.splitlines()) <= 100


# where nodes stand


@given(networks())
@settings(max_examples=10)
def test_the_lines_of_a_node_are_whole_and_lie_inside_the_file(document: Document) -> None:
    source = source_of(document)
    count = len(source.text.splitlines())

    assert source.lines[""]
    for first, last in source.lines[""].values():
        assert 1 <= first <= last <= count


@pytest.mark.parametrize(
    ("node", "text"),
    [
        ("conv1", "nn.Conv2d(1, 6, 5, padding=2),"),
        ("flat", "self.flat = nn.Flatten()"),
        ("fc3", "nn.Linear(84, 10),"),
        ("image", "def forward(self, image: torch.Tensor)"),
        ("scores", "return self.classifier(x)"),
    ],
)
def test_a_node_is_found_on_the_line_where_it_is_made(node: str, text: str) -> None:
    source = source_of(load_project(ROOT / "examples" / "lenet_mnist.loom.yaml"))

    assert text in lines_of(source, node)


def test_nodes_of_blocks_stand_in_the_class_of_their_block_though_names_recur() -> None:
    source = source_of(load_project(ROOT / "examples" / "resnet34.loom.yaml"))

    assert "nn.Conv2d(3, 64, 7" in lines_of(source, "conv1")
    assert "self.out_channels" not in lines_of(source, "conv1", "ResidualBlock")
    assert lines_of(source, "", "Stage").startswith("class Stage(nn.Module):")
    first, last = source.lines["ResidualBlock"][""]
    assert all(first <= line <= last for line, _ in source.lines["ResidualBlock"].values())


def lines_of(source: Source, node: str, scope: str = "") -> str:
    first, last = source.lines[scope][node]
    return "\n".join(source.text.splitlines()[first - 1 : last])


# nothing a person types becomes code

EVIL = [
    "import os; os.system('x')",
    '"""\nimport os\n"""',
    "coding: unicode_escape\\x0aimport os",
    "x = 1 #",
    "\\",
    "'",
    '"',
    "\u2028import os",
    "}{",
    "nn",
    "torch",
    "LeNet:\n    pass",
    "класс",
    "",
]


@pytest.mark.parametrize("name", EVIL)
def test_no_name_of_a_project_becomes_code(name: str) -> None:
    document = loads(
        "layerloom: 1\nnodes:\n  x: {type: Input, shape: [N, 3]}\n  y: {type: Output}\n"
        "edges: [x -> y]\n"
    )
    document.name = name

    tree = ast.parse(source_of(document).text)

    kinds = [type(statement) for statement in tree.body]
    assert kinds == [ast.Import, ast.ImportFrom, ast.ClassDef, ast.If]
    [definition] = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    assert [type(part) for part in definition.body] == [ast.Expr, ast.FunctionDef]


@pytest.mark.parametrize("text", EVIL)
def test_a_string_argument_stays_a_string(text: str) -> None:
    built = Construction("Conv2d", (1, 2, 3), {"padding_mode": text})
    program = Program(
        (ClassDefinition("Net", submodules=(("conv", built),), returns=(None,)),),
    )

    lines = "\n".join(line.text for line in write_class(program.network, program))
    keywords = [node for node in ast.walk(ast.parse(lines)) if isinstance(node, ast.keyword)]

    assert [(found.arg, ast.literal_eval(found.value)) for found in keywords] == [
        ("padding_mode", text)
    ]


def test_the_first_two_lines_are_never_a_comment() -> None:
    """Python reads ``coding: ...`` in a comment there, and decodes the file by it."""
    for path in EXAMPLES:
        first, second, *_ = source_of(load_project(path)).text.splitlines()
        assert "#" not in first + second


def test_a_node_named_like_the_item_of_a_loop_keeps_its_value() -> None:
    text = exported(
        """x: {type: Input, shape: [N, 4]}
        layer: {type: Linear, out_features: 4}
        a: {type: Linear, out_features: 4, group: many}
        b: {type: Linear, out_features: 4, group: many}
        relu: {type: ReLU}
        mul: {type: torch.mul}
        y: {type: Output}""",
        "x -> layer -> relu -> a -> b -> mul.input\nlayer -> mul.other\nmul -> y",
        "groups: {many: {container: ModuleList}}",
    )

    assert "layer_output = self.layer(x)" in text
    assert "return x * layer_output" in text


def test_what_a_skip_connection_joins_is_x_again() -> None:
    text = exported(
        """image: {type: Input, shape: [N, 8]}
        stem: {type: Linear, out_features: 8}
        ln1: {type: LayerNorm}
        fc1: {type: Linear, out_features: 8}
        add1: {type: torch.add}
        fc2: {type: Linear, out_features: 8}
        add2: {type: torch.add}
        y: {type: Output}""",
        "image -> stem -> add1.input\nstem -> ln1 -> fc1 -> add1.other\n"
        "add1 -> add2.other\nadd1 -> fc2 -> add2.input\nadd2 -> y",
    )

    assert "x = self.stem(image)  # (N, 8)\n" in text
    assert "x = x + self.fc1(self.ln1(x))  # (N, 8)\n" in text
    assert "return self.fc2(x) + x  # (N, 8)\n" in text


def test_a_value_that_is_not_only_added_to_its_own_chain_keeps_its_name() -> None:
    text = exported(
        """image: {type: Input, shape: [N, 8]}
        stem: {type: Linear, out_features: 8}
        left: {type: Linear, out_features: 8}
        right: {type: Linear, out_features: 8}
        add1: {type: torch.add}
        add2: {type: torch.add}
        y: {type: Output}""",
        "image -> stem -> left -> add1.input\nstem -> right -> add1.other\n"
        "add1 -> add2.input\nstem -> add2.other\nadd2 -> y",
    )

    assert "stem = self.stem(image)" in text
    assert "+ stem  # (N, 8)\n" in text
