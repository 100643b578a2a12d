"""Python nodes analysed: shapes where the file is trusted, plain words where something is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.analysis import Analysis
from graph.costing import count_costs
from graph.shapes import analyze
from graph.visit import Memory
from tests.python_nodes import LAYERS, analyzed, files_in, lay, one_node, project

MARKER = "open({!r}, 'w').close()\n"


def shapes(analysis: Analysis, node: str) -> dict[str, str]:
    return {port: str(tensor) for port, tensor in analysis.nodes[node].outputs.items()}


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("file: layers.py, name: scaled, arguments: {factor: 3.0}", {"output": "[N, 16]"}),
        ("file: layers.py, name: Swish, inputs: [x]", {"output": "[N, 16]"}),
        (
            "file: layers.py, name: Linear, arguments: {in_features: 16, out_features: 8}",
            {"output": "[N, 8]"},
        ),
        ("file: layers.py, name: Moments, outputs: [mean, var]", {"mean": "[N]", "var": "[N]"}),
        ("file: layers.py, name: Counting", {"output": "[N, 16]"}),
    ],
)
def test_trusted_code_is_asked_for_shapes(tmp_path: Path, said: str, given: object) -> None:
    _, analysis = analyzed(tmp_path, one_node(said))

    assert analysis.errors == []
    assert shapes(analysis, "own") == given


def test_its_parameters_are_counted(tmp_path: Path) -> None:
    said = "file: layers.py, name: Linear, arguments: {in_features: 16, out_features: 8}"

    _, analysis = analyzed(tmp_path, one_node(said))

    assert analysis.total_parameters == 16 * 8 + 8


def test_untrusted_code_is_not_run_and_is_told_of_once(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    text = project(
        "  x: {type: Input, shape: [N, 16]}\n"
        "  own: {type: Python, file: layers.py, name: scaled}\n"
        "  fc: {type: Linear, out_features: 4}\n"
        "  act: {type: ReLU}\n"
        "  y: {type: Output}\n",
        "x -> own -> fc -> act -> y",
    )

    _, analysis = analyzed(tmp_path, text, MARKER.format(str(marker)) + LAYERS, trusted=False)

    assert not marker.exists()
    assert [(p.severity, p.code, p.node) for p in analysis.problems] == [
        ("warning", "untrusted-code", "own")
    ]
    assert analysis.nodes["fc"].outputs == {}


WRONG = {
    "no such file": ("file: nothing.py, name: a", LAYERS, "there is no nothing.py beside"),
    "no such name": ("file: layers.py, name: Swosh", LAYERS, "no class or function 'Swosh'"),
    "no Python": ("file: layers.py, name: a", "def a(:\n", "line 1 is no Python"),
    "a plain class": ("file: layers.py, name: A", "class A: pass", "neither an nn.Module nor"),
    "no such argument": (
        "file: layers.py, name: Linear, arguments: {in_feature: 1, out_features: 2}",
        LAYERS,
        "no argument 'in_feature'",
    ),
    "an argument lacks": ("file: layers.py, name: Linear", LAYERS, "needs a value for in_features"),
    "two inputs": ("file: layers.py, name: Linear, inputs: [x, z]", LAYERS, "takes 1 \\(x\\)"),
    "two outputs": ("file: layers.py, name: Moments", LAYERS, "gives 2 tensors, but the node has"),
    "nothing back": ("file: layers.py, name: f", "def f(x): pass", "gives nothing where a tensor"),
    "raises in __init__": (
        "file: layers.py, name: A",
        "from torch import nn\nclass A(nn.Module):\n    def __init__(self):\n"
        "        raise ValueError('not today')\n    def forward(self, x): return x\n",
        "A in layers.py stopped while being built, line 4: not today",
    ),
    "raises in forward": (
        "file: layers.py, name: f",
        "def f(x):\n    return x @ x\n",
        r"f in layers.py stopped while running, line 2: .*; \[N, 16\] from x arrives",
    ),
    "raises when imported": (
        "file: layers.py, name: f",
        "1 / 0\ndef f(x): return x\n",
        "layers.py stopped while being imported, line 1: division by zero",
    ),
    "wants to end the program": (
        "file: layers.py, name: f",
        "import sys\nsys.exit(3)\ndef f(x): return x\n",
        "wants to end the program",
    ),
    "imports what is not there": (
        "file: layers.py, name: f",
        "import nowhere_at_all\ndef f(x): return x\n",
        "imports nowhere_at_all, which is not installed here",
    ),
    "an expression as a file": ("file: =1 + 1, name: f", LAYERS, "file"),
    "no name": ("file: layers.py", LAYERS, "name is needed"),
    "inputs of another kind": ("file: layers.py, name: scaled, inputs: 3", LAYERS, "inputs must"),
}


@pytest.mark.parametrize(("said", "layers", "words"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said_once_on_the_node(
    tmp_path: Path, said: str, layers: str, words: str
) -> None:
    _, analysis = analyzed(tmp_path, one_node(said), layers)

    [problem] = analysis.errors
    assert problem.node == "own"
    assert problem.message.startswith("own: ")
    assert "Error" not in problem.message
    assert re.search(words, problem.message), problem.message


@pytest.mark.parametrize(
    "said",
    [
        "file: layers.py, name: Swosh, inputs: [x]",
        "file: layers.py, name: Moments",
        "file: layers.py, name: Counting, inputs: [a, b]",
        "file: layers.py, name: scaled, arguments: {fakter: 2.0}",
    ],
)
def test_a_fix_mends_it(tmp_path: Path, said: str) -> None:
    document, analysis = analyzed(tmp_path, one_node(said))

    document.apply(analysis.errors[0].fixes[0].edit)

    after = analyze(document, Memory(files_in(tmp_path)))
    assert not [p for p in after.errors if p.code == analysis.errors[0].code]


@pytest.mark.parametrize("loop", ["while True: pass", "import time\n    time.sleep(1000)"])
def test_code_that_does_not_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loop: str
) -> None:
    monkeypatch.setattr("graph.python.time_limit.MAX_PYTHON_SECONDS", 0.3)
    layers = f"def f(x):\n    {loop}\n    return x\n"

    _, analysis = analyzed(tmp_path, one_node("file: layers.py, name: f"), layers)

    [problem] = analysis.errors
    assert "f in layers.py does not come to an end while running" in problem.message


def test_code_that_catches_everything_is_reminded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.python.time_limit.MAX_PYTHON_SECONDS", 0.3)
    layers = (
        "def f(x):\n    for _ in range(3):\n        try:\n            while True: pass\n"
        "        except BaseException: pass\n    return x\n"
    )

    _, analysis = analyzed(tmp_path, one_node("file: layers.py, name: f"), layers)

    assert all(problem.code == "python-stopped" for problem in analysis.errors)


def test_a_changed_file_is_untrusted_again_and_looked_at_anew(tmp_path: Path) -> None:
    text = one_node("file: layers.py, name: scaled")
    document, analysis = analyzed(tmp_path, text)
    trusted = analysis.python.trusted
    assert shapes(analysis, "own") == {"output": "[N, 16]"}

    lay(tmp_path, {"layers.py": LAYERS + "\nprint(1)\n"})
    from graph.python.files import PythonFiles

    after = analyze(document, Memory(PythonFiles(tmp_path, trusted)))

    assert [problem.code for problem in after.problems] == ["untrusted-code"]


def test_a_block_may_tell_it_its_arguments(tmp_path: Path) -> None:
    block = (
        "blocks:\n  Two:\n    arguments: {width: 8}\n    nodes:\n      x: {type: Input}\n"
        "      own: {type: Python, file: layers.py, name: Linear, "
        "arguments: {in_features: 16, out_features: =width}}\n      y: {type: Output}\n"
        "    edges: [x -> own -> y]\n"
    )
    text = project(
        "  x: {type: Input, shape: [N, 16]}\n  two: {type: Two, width: 5}\n  y: {type: Output}\n",
        "x -> two -> y",
        block,
    )

    _, analysis = analyzed(tmp_path, text)

    assert analysis.errors == []
    assert shapes(analysis, "two") == {"y": "[N, 5]"}


def test_what_it_prints_does_not_reach_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layers = "print('hello')\ndef f(x):\n    print('there')\n    return x\n"

    analyzed(tmp_path, one_node("file: layers.py, name: f"), layers)

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("said", "flops"),
    [
        ("file: layers.py, name: Linear, arguments: {in_features: 16, out_features: 8}", 256),
        ("file: layers.py, name: Counting", 0),
    ],
)
def test_its_operations_are_counted(tmp_path: Path, said: str, flops: int) -> None:
    document, analysis = analyzed(tmp_path, one_node(said))

    assert count_costs(document, analysis).nodes["own"].flops == flops
