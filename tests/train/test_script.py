"""The exported training script is plain PyTorch, and gives the very losses that the app gives."""

from __future__ import annotations

import ast
import contextlib
import os
import re
import runpy
import shutil
import subprocess
import symtable
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from codegen import program_of
from graph.errors import LoomError
from graph.project_file import loads
from train.events import Event
from train.request import Request
from train.script import emit_script, script_files
from train.session import Session
from train.settings import TrainingConfig
from train.steering import Steering

EXAMPLES = Path(__file__).parents[2] / "examples"


def export(text: str, folder: Path) -> Path:
    document = loads(text)
    config = TrainingConfig.from_document(document)
    script = folder / "script.py"
    script.write_text(emit_script(program_of(document), config, folder), encoding="utf-8")
    for name, path in script_files(config, folder).items():
        if path != folder / name:
            shutil.copy(path, folder / name)
    return script


def losses_of_the_script(script: Path, monkeypatch, capsys) -> list[list[str]]:
    """Run it here, where torch is loaded already; one test below runs it as a user would."""
    monkeypatch.chdir(script.parent)
    monkeypatch.setattr(sys, "argv", [script.name])
    capsys.readouterr()
    runpy.run_path(str(script), run_name="__main__")
    return numbers_in(capsys.readouterr().out)


def numbers_in(printed: str) -> list[list[str]]:
    return [
        re.findall(r"(?:loss|accuracy|mae|r2) ([\d.e+-]+)", line) for line in printed.splitlines()
    ]


def losses_of_the_app(text: str, out: Path) -> list[list[str]]:
    events: list[Event] = []
    assert Session(Request(text, out, out.parent), events.append, Steering()).run(), events[-1]
    return [
        [
            f"{phase[name]:.6g}"
            for phase in (event.get("train"), event.get("validation"), event.get("test"))
            for name in ("loss", "accuracy", "mae", "r2")
            if phase and name in phase
        ]
        for event in events
        if event["event"] in ("epoch", "test")
    ]


@pytest.fixture
def agree(tmp_path, monkeypatch, capsys):
    """Holds the script of a project to the losses of the app, digit by digit."""

    def agree(text: str) -> None:
        script = losses_of_the_script(export(text, tmp_path), monkeypatch, capsys)
        assert script == losses_of_the_app(text, tmp_path / "run")
        assert script and all(len(line) >= 2 for line in script)

    return agree


CASES = [
    ["data: {source: moons}", "optimizer: {type: SGD, lr: 0.1, momentum: 0.9}"],
    [
        "data: {source: xor, drop_last: true, batch_size: 30}",
        "schedule: {type: StepLR, step_size: 1}",
    ],
    ["data: {source: moons}", "schedule: {type: OneCycleLR, max_lr: 0.1}"],
    ["data: {source: moons}", "schedule: {type: ReduceLROnPlateau, patience: 0}"],
    [
        "data: {source: circles}",
        "optimizer: {type: AdamW, lr: 0.01, groups: [{nodes: fc2, lr: 0.001, weight_decay: 0.0}]}",
        "schedule: {type: SequentialLR, per: step, milestones: [5], schedulers: "
        "[{type: LinearLR}, {type: LambdaLR, lr_lambda: \"=0.99 ** epoch\"}]}",
    ],
    [
        "data: {source: circles}",
        "optimizer: {type: AdamW, lr: 0.01, weight_decay: 0.1, no_decay: [bias, norm], groups: "
        "[{nodes: fc2, lr: 0.001}, {kinds: bias, frozen: true}]}",
        "schedule: {type: ChainedScheduler, schedulers: [{type: SequentialLR, milestones: [1], "
        "schedulers: [{type: LinearLR, total_iters: 1}, {type: CosineAnnealingLR}]}, "
        "{type: LambdaLR, lr_lambda: [\"=0.9 ** epoch\", 1, 1, 0.5]}]}",
    ],
    [
        "data: {source: moons}",
        "optimizer: {type: SGD, lr: 0.1, momentum: 0.9, groups: [{nodes: fc2, lr: 0.001}]}",
        "schedule: {type: SequentialLR, per: step, milestones: [3], schedulers: "
        "[{type: ConstantLR}, {type: OneCycleLR, max_lr: [0.2, 0.1]}]}",
    ],
    ["data: {source: moons}", "optimizer: {type: LBFGS, lr: 0.1}"],
    [
        "data: {source: moons}",
        "loss: {type: CrossEntropyLoss, weight: [1.0, 2.0], label_smoothing: 0.1}",
    ],
    ["data: {source: moons}", "loss: MSELoss"],
    ["data: {source: moons}", "loss: MultiLabelMarginLoss"],
]  # fmt: skip


@pytest.mark.parametrize(
    "training",
    [CASES[0], *(pytest.param(case, marks=pytest.mark.slow) for case in CASES[1:])],
    ids=range(len(CASES)),
)
def test_script_and_app_give_the_same_losses(project, agree, training):
    agree(project(*training, "epochs: 3"))


@pytest.mark.parametrize("loss", ["BCEWithLogitsLoss", "SoftMarginLoss", "HingeEmbeddingLoss"])
def test_losses_of_two_classes_agree_too(project, agree, loss):
    agree(project("data: {source: moons}", f"loss: {loss}", "epochs: 2", classes=1))


def own_data(kind: str, folder: Path, image_folder: Path) -> tuple[str, str]:
    """The data line and the input shape for everybody's own kinds of file."""
    random = np.random.RandomState(0)
    if kind == "csv":
        rows = "".join(f"{i / 7:.3f};{'red' if i % 3 else 'blue'};{i % 2 + 4}\n" for i in range(40))
        (folder / "t.csv").write_text("size;colour;kind\n" + rows, encoding="utf-8")
        return "data: {source: csv, path: t.csv, batch_size: 8}", "[N, 3]"
    if kind == "npz":
        pixels = random.randint(0, 255, (40, 3, 2)).astype(np.uint8)
        np.savez(folder / "d.npz", x=pixels, y=np.arange(40) % 2)
        return "data: {source: npz, path: d.npz, inputs: x, targets: y, flatten: true}", "[N, 6]"
    return (
        "data: {source: images, path: pets, resize: [2, 2], mode: grayscale, flatten: true, "
        "batch_size: 4}",
        "[N, 4]",
    )


@pytest.mark.parametrize("kind", ["csv", "npz", "images"])
def test_scripts_read_everybodys_own_files(project, tmp_path, image_folder, agree, kind):
    data, shape = own_data(kind, tmp_path, image_folder)

    agree(project(data, "epochs: 2").replace("[N, 2]", shape))


@pytest.mark.parametrize(
    ("source", "shape", "classes", "file"),
    [("iris", "[N, 4]", 3, "iris.csv"), ("digits, flatten: true", "[N, 64]", 10, "digits.npz")],
)
def test_built_in_data_lies_beside_the_script(
    project, tmp_path, agree, source, shape, classes, file
):
    text = project(f"data: {{source: {source}}}", "epochs: 2", classes=classes)

    agree(text.replace("[N, 2]", shape))

    assert (tmp_path / file).exists()


@pytest.mark.slow
def test_a_script_runs_where_nothing_of_ours_is(project, tmp_path):
    text = project("data: {source: moons}", "epochs: 2")
    script = export(text, tmp_path)

    done = subprocess.run(
        [sys.executable, "-I", script.name],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"OMP_NUM_THREADS": "1", "PATH": ""},
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert numbers_in(done.stdout) == losses_of_the_app(text, tmp_path / "run")
    assert (tmp_path / "points_weights.pt").exists()


def test_a_script_imports_nothing_of_ours(project, tmp_path):
    tree = ast.parse(export(project(), tmp_path).read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }

    assert imported <= {"numpy", "torch", *sys.stdlib_module_names}


def test_names_and_expressions_of_a_project_cannot_become_code(project, tmp_path, write, agree):
    evil = "x'); import os; os.system('touch owned') #"
    write("t.csv", f'"{evil}",b,y\n' + "1,2,no\n3,4,yes\n" * 20)
    text = project("data: {source: csv, path: t.csv}", "epochs: 1")
    agree(text)

    assert not (tmp_path / "owned").exists()
    code = 'schedule: {type: LambdaLR, lr_lambda: "=__import__(1)"}'
    with contextlib.suppress(LoomError):
        assert "__import__" not in export(project(code), tmp_path).read_text(encoding="utf-8")


NAMED = """\
layerloom: 1
name: {name}
blocks:
  {block}:
    arguments: {{{argument}: 8}}
    nodes:
      x: {{type: Input}}
      a: {{type: Linear, out_features: ={argument}, group: features}}
      r: {{type: ReLU, group: features}}
      y: {{type: Output}}
    edges: [x -> a -> r -> y]
    groups: {{features: {{container: Module}}}}
nodes:
  x: {{type: Input, shape: [N, 2]}}
  a: {{type: {block}}}
  b: {{type: Linear, out_features: 2}}
  y: {{type: Output}}
edges: [x -> a -> b -> y]
training: {{data: {{source: moons}}, epochs: 1}}
"""


@pytest.mark.parametrize(
    "named",
    [
        ("Linear", "Module", "np"),
        ("Sequential", "network", "Features"),
        ("torch", "main", "OrderedDict"),
        ("device", "Batch", "width"),
        ("nn", "rows", "features"),
    ],
    ids=" ".join,
)
def test_no_name_of_a_project_hides_what_its_script_uses(tmp_path, monkeypatch, capsys, named):
    name, block, argument = named
    script = export(NAMED.format(name=name, block=block, argument=argument), tmp_path)

    assert hidden_in(script.read_text(encoding="utf-8")) == []
    assert len(losses_of_the_script(script, monkeypatch, capsys)) == 1


def hidden_in(text: str) -> list[str]:
    """What a function calls as the file around it calls something else."""
    file = symtable.symtable(text, "script", "exec")
    known = {each.get_name() for each in file.get_symbols() if each.is_assigned()}
    known |= {each.get_name() for each in file.get_symbols() if each.is_imported()}
    inner, hidden = [*file.get_children()], []
    while inner:
        table = inner.pop()
        inner += table.get_children()
        names = table.get_symbols() if table.get_type() == "function" else []
        hidden += [n.get_name() for n in names if n.is_local() and n.get_name() in known]
    return hidden


@pytest.mark.parametrize("name", ["table", "function", "own input"])
def test_errors_are_told_and_judged_as_the_app_does_it(project, agree, name):
    """The target of a table is normalised, and its errors are told in its own unit."""
    if name == "table":
        text = (EXAMPLES / "regression_diabetes.loom.yaml").read_text(encoding="utf-8")
        early = "early_stopping: {metric: mae, patience: 1, min_delta: 1.0}"
        text = text.replace("  epochs: 60\n", f"  epochs: 3\n  {early}\n  best: r2\n")
    elif name == "function":
        text = project("data: {source: sine}", "loss: MSELoss", "epochs: 3", "best: mae", classes=1)
        text = text.replace("[N, 2]", "[N, 1]")
    else:
        data = "data: {source: moons, targets: inputs}"
        text = project(data, "loss: L1Loss", "epochs: 3", "early_stopping: {metric: train.r2}")

    agree(text)


# run again


def run_script(script: Path, *options: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, script.name, *options],
        cwd=script.parent, capture_output=True, text=True, check=False,
        env={"OMP_NUM_THREADS": "1", "PATH": "", **more},
    )  # fmt: skip


EVERYTHING = [
    "data: {source: moons, batch_size: 16}", "optimizer: {type: SGD, lr: 0.05, momentum: 0.9}",
    "schedule: {type: OneCycleLR, max_lr: 0.1}", "ema: 0.9", "precision: bf16", "accumulate: 2",
    "early_stopping: {patience: 3}", "clip_grad_norm: 0.5", "epochs: 4",
]  # fmt: skip


@pytest.mark.parametrize("training", [EVERYTHING], ids=["everything"])
def test_a_script_that_is_run_again_goes_on_where_it_was(project, tmp_path, monkeypatch, training):
    for name in ("whole", "again"):
        (tmp_path / name).mkdir()
        script = export(project(*training), tmp_path / name)
        monkeypatch.chdir(script.parent)
        for epochs in (4,) if name == "whole" else (1, 3, 4, 4):
            arguments = [script.name, "--epochs", str(epochs), "--losses", "losses.csv"]
            if epochs != 4:  # as long as it will be, and killed before
                text = script.read_text(encoding="utf-8")
                kill = f"if epoch == {epochs}: raise SystemExit(1)"
                killed = text.replace(
                    "range(start, epochs):\n", f"range(start, epochs):\n        {kill}\n"
                )
                killed = killed.replace("read_bytes()", "with_name('script.py').read_bytes()")
                (script.parent / "killed.py").write_text(killed, encoding="utf-8")
                arguments[2] = "4"
            monkeypatch.setattr(sys, "argv", arguments)
            torch.manual_seed(epochs)
            with contextlib.suppress(SystemExit):
                runpy.run_path("script.py" if epochs == 4 else "killed.py", run_name="__main__")

    whole, again = tmp_path / "whole", tmp_path / "again"
    assert (whole / "losses.csv").read_text() == (again / "losses.csv").read_text()
    for file in ("points_weights.pt", "points_checkpoint.pt"):
        one, other = (torch.load(path / file, weights_only=True) for path in (whole, again))
        assert_same(one.get("network", one), other.get("network", other))


def assert_same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> None:
    assert one.keys() == other.keys()
    assert all(torch.equal(one[key], other[key]) for key in one)


def test_a_script_that_was_changed_does_not_go_on_from_what_it_was(project, tmp_path, monkeypatch):
    script = export(project("data: {source: moons}", "epochs: 1"), tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [script.name])
    runpy.run_path(str(script), run_name="__main__")
    script.write_text(script.read_text().replace("SEED = 0", "SEED = 1"))

    with pytest.raises(SystemExit, match="is of another script, or this one was changed since"):
        runpy.run_path(str(script), run_name="__main__")


# on several processes


def under_torchrun(script: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2",
            script.name, *options,
        ],
        cwd=script.parent, capture_output=True, text=True, check=False,
        env={"OMP_NUM_THREADS": "1", "PATH": os.environ["PATH"]},
    )  # fmt: skip


def losses_in(file: Path) -> list[float]:
    return [float(line.split(",")[1]) for line in file.read_text().splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize("more", [[], ["--fsdp"]], ids=["copies", "sharded"])
def test_two_processes_of_torchrun_take_the_course_of_one(tmp_path, more):
    """LeNet has no BatchNorm; the last batch has one sample, fewer than there are processes."""
    text = (EXAMPLES / "lenet_mnist.loom.yaml").read_text(encoding="utf-8")
    text = re.sub(r"validation: 0.2", "validation: 0.3982", text).replace("Adam", "SGD")
    weights = ", ".join(map(str, range(1, 11)))  # each share has others of the classes
    text = text.replace("CrossEntropyLoss", f"CrossEntropyLoss, weight: [{weights}]")
    script = export(text, tmp_path)
    first = [
        "--epochs",
        "1",
        "--checkpoint",
        "two.pt",
        "--losses",
        "two.csv",
        "--out",
        "two.w",
        *more,
    ]
    again = [*first]
    again[1] = "2"

    one = run_script(script, "--epochs", "2", "--losses", "one.csv", "--out", "one.w")
    two = [under_torchrun(script, *options) for options in (first, again)]

    assert (one.returncode, one.stderr) == (0, "")
    assert [done.returncode for done in two] == [0, 0], two[0].stderr + two[1].stderr
    assert losses_in(tmp_path / "two.csv") == pytest.approx(
        losses_in(tmp_path / "one.csv"), rel=1e-3
    )
    told = [numbers_in(done.stdout) for done in two]
    assert [len(lines) for lines in told] == [1, 2]  # only one of them prints
    for mine, theirs in zip(numbers_in(one.stdout), [told[0][0], told[1][1]], strict=True):
        assert [float(n) for n in mine] == pytest.approx([float(n) for n in theirs], rel=1e-3)
    weights = [torch.load(tmp_path / f"{name}.w", weights_only=True) for name in ("one", "two")]
    for name in weights[0]:
        torch.testing.assert_close(*(each[name] for each in weights), rtol=1e-3, atol=1e-4)


@pytest.mark.slow
def test_what_several_processes_cannot_do_is_said(project, tmp_path):
    script = export(project("data: {source: moons}", "optimizer: LBFGS", "epochs: 1"), tmp_path)

    done = under_torchrun(script)

    assert done.returncode != 0
    assert "LBFGS looks at the loss several times a step: start it without torchrun" in done.stderr
    assert "Traceback" not in done.stderr.partition("torch/distributed/elastic")[0]


# weights to start from

STARTING = """layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 2]}
  hidden: {type: Linear, out_features: 4}
  bend: {type: Tanh}
  scores: {type: Linear, out_features: 2}
  y: {type: Output}
edges: [x -> hidden -> bend -> scores -> y]
training:
  data: {source: moons}
  epochs: 2
  weights: {path: start%s, match: %s}
"""
LAYERS = {"0.weight": (4, 2), "0.bias": (4,), "2.weight": (2, 4), "2.bias": (2,)}


def tensors_called(*names: str) -> dict[str, torch.Tensor]:
    made = torch.Generator().manual_seed(5)
    shapes = zip(names, LAYERS.values(), strict=True)
    return {name: torch.randn(shape, generator=made) for name, shape in shapes}


OTHERS = ("a.weight", "a.bias", "b.weight", "b.bias")


@pytest.mark.parametrize(
    ("suffix", "match", "held", "written"),
    [
        (".safetensors", "name", tensors_called(*LAYERS), "load_state_dict(load_file(path))\n"),
        (".pt", "name", tensors_called(*LAYERS), "weights_only=True))\n"),
        (
            ".pt",
            "name",
            {"state_dict": tensors_called(*(f"module.{name}" for name in LAYERS))},
            '["state_dict"]\n    state = {name.removeprefix("module."): tensor for name',
        ),
        (".pt", "order", tensors_called(*OTHERS), '"a.weight": "0.weight"'),
        (".pt", "{a: '0', b: '2'}", tensors_called(*OTHERS), "RENAMED.get(name, name)"),
        (
            ".pt",
            "name",
            {**tensors_called(*LAYERS), "2.bias": torch.ones(3), "more": torch.ones(1)},
            "load_state_dict(fitting, strict=False)",
        ),
        (
            ".pt",
            "name",
            {**tensors_called(*LAYERS), "2.bias": torch.ones(2, dtype=torch.int64)},
            "LOADED = {",
        ),
    ],
)
def test_the_script_starts_from_the_weights_that_the_app_starts_from(
    agree, tmp_path, suffix, match, held, written
) -> None:
    if suffix == ".pt":
        torch.save(held, tmp_path / f"start{suffix}")
    else:
        save_file(held, tmp_path / f"start{suffix}")

    agree(STARTING % (suffix, match))

    assert written in (tmp_path / "script.py").read_text(encoding="utf-8")


def test_a_script_does_not_write_over_the_weights_that_it_starts_from(tmp_path) -> None:
    torch.save(tensors_called(*LAYERS), tmp_path / "net_weights.pt")
    text = STARTING.replace("start%s", "net_weights.pt") % "name"

    script = export(text, tmp_path).read_text(encoding="utf-8")

    assert '"--out", default="net_trained.pt"' in script
