"""Every example opens, checks, exports, trains and is drawn; broken copies are explained."""

from __future__ import annotations

import json
import random
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import nn

from graph.project_file import load_project, save_project
from tests.example_files import EXAMPLES, LARGE, ROOT, name_of, outputs_of, samples

#: These stand for the others where an example takes seconds.
QUICK = {"lenet_mnist", "lstm_adding", "resnet34", "vae_digits"}


def each(paths: list[Path], quick: set[str] | None = None) -> pytest.MarkDecorator:
    """Of all those paths; those that are not ``quick`` are slow, where that is said."""
    marks = {
        path: [pytest.mark.slow] * (name_of(path) not in (quick or {name_of(path)}))
        for path in paths
    }
    given = [pytest.param(path, marks=marks[path]) for path in paths]
    return pytest.mark.parametrize("example", given, ids=map(name_of, paths))


#: Those that say how they are trained; the others are drawn for their shape.
TRAINED = [path for path in EXAMPLES if "\ntraining:" in path.read_text(encoding="utf-8")]

each_example = each(EXAMPLES)
each_small_example = each([path for path in EXAMPLES if name_of(path) not in LARGE])
each_large_example = each([path for path in EXAMPLES if name_of(path) in LARGE], QUICK)

#: Those of several inputs or losses, with what they have to come to, and in how many epochs.
LEARNED = {
    "vae_digits": (12, {"drawn.r2": 0.6, "centre.loss": 1.0}),  # codes that say something
    "siamese": (8, {"accuracy": 0.85}),  # of pictures that were never trained on
    "seq2seq_attention": (8, {"accuracy": 0.95}),
}
each_trained_example = each(TRAINED, QUICK - set(LEARNED))


def copy_of(example: Path, folder: Path, change=lambda text: text) -> Path:
    """The example, changed, in a folder of its own beside its data."""
    copy = folder / example.name
    copy.write_text(change(example.read_text(encoding="utf-8")), encoding="utf-8")
    data = example.parent / "data"
    if data.exists() and not (folder / "data").exists():
        shutil.copytree(data, folder / "data")
    return copy


def one_epoch(text: str) -> str:
    """One epoch, and of what is drawn for it few and small samples."""
    text = text.replace("samples: 64, size: 64", "samples: 12, size: 16")
    text = text.replace("[N, 3, 64, 64]", "[N, 3, 16, 16]")
    return re.sub(r"^  epochs: \d+$", "  epochs: 1", text, flags=re.MULTILINE)


def test_every_example_has_a_name_of_its_own_that_says_what_it_is() -> None:
    names = [name_of(path) for path in EXAMPLES]

    assert len(set(names)) == len(names) >= 14
    assert set(names) >= LARGE
    assert all(path.read_text(encoding="utf-8").startswith("# ") for path in EXAMPLES)


@each_example
def test_an_example_comes_back_byte_for_byte_with_its_comments(
    example: Path, tmp_path: Path
) -> None:
    save_project(load_project(example), tmp_path / example.name)

    assert (tmp_path / example.name).read_bytes() == example.read_bytes()


@each_example
def test_an_example_has_no_problem_of_any_kind(loom, example: Path) -> None:
    outcome = loom("check", example, "--json")

    assert outcome.code == 0
    assert json.loads(outcome.out)["problems"] == []


@each_example
def test_every_layer_of_an_example_has_a_place_of_its_own(example: Path) -> None:
    graph = load_project(example).graph
    places = graph.layout

    assert set(places) == set(graph)
    crowded = [
        (a, b)
        for a in places
        for b in places
        if a < b
        and abs(places[a][0] - places[b][0]) < 120
        and abs(places[a][1] - places[b][1]) < 64
    ]
    assert crowded == []


@each([path for path in EXAMPLES if name_of(path) == "lenet_mnist"])
def test_the_exported_file_runs_by_itself_and_prints_its_output_shape(
    loom, example: Path, tmp_path: Path
) -> None:
    assert loom("export", example, "-o", tmp_path / "net.py").code == 0

    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "net.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    assert re.search(r"\d", done.stdout)


@each_example
def test_the_exported_file_is_narrow_and_imports_nothing_but_pytorch(example: Path) -> None:
    from codegen import source_of

    text = source_of(load_project(example)).text

    assert max(map(len, text.splitlines())) <= 100
    imported = set(re.findall(r"^(?:import|from) (\w+)", text, re.MULTILINE))
    assert imported <= {"torch", "collections", "__future__", "math"}


def built(example: Path, folder: Path) -> tuple[nn.Module, nn.Module]:
    """The network as we compile it and as its exported file builds it, from one seed."""
    from codegen import compile_document, source_of

    document = load_project(example)
    (folder / "net.py").write_text(source_of(document).text, encoding="utf-8")
    torch.manual_seed(0)
    compiled = compile_document(document)
    torch.manual_seed(0)
    return compiled, runpy.run_path(str(folder / "net.py"))[document.name]()


@each_small_example
def test_the_exported_file_defines_the_compiled_network_under_the_projects_name(
    example: Path, tmp_path: Path
) -> None:
    compiled, exported = built(example, tmp_path)

    assert list(exported.state_dict()) == list(compiled.state_dict())
    pairs = zip(exported.state_dict().values(), compiled.state_dict().values(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)


@each_large_example
def test_the_exported_file_of_a_large_example_has_the_same_parameters_and_runs(
    example: Path, tmp_path: Path
) -> None:
    with torch.device("meta"):
        compiled, exported = built(example, tmp_path)
        given = samples(load_project(example))
        found, expected = outputs_of(exported, given), outputs_of(compiled, given)

    def shapes(network: nn.Module) -> list[tuple[str, torch.Size]]:
        return [(name, tensor.shape) for name, tensor in network.state_dict().items()]

    assert shapes(exported) == shapes(compiled)
    assert [out.shape for out in found] == [out.shape for out in expected]


@each_trained_example
def test_a_run_of_an_example_leaves_weights_that_fit_the_exported_file(
    loom, example: Path, tmp_path: Path
) -> None:
    from safetensors.torch import load_file

    name = load_project(example).name
    copy = copy_of(example, tmp_path, one_epoch)
    loom("export", copy, "-o", tmp_path / "net.py")

    outcome = loom("train", copy, "--epochs", 1, "--out", tmp_path / "run", "--json")

    assert outcome.code == 0, outcome.err
    events = [json.loads(line) for line in outcome.out.splitlines()]
    epochs = [event for event in events if event["event"] == "epoch"]
    assert [event["epoch"] for event in epochs] == [1]
    assert {"train", "validation", "lr"} <= set(epochs[0])
    assert "loss" in epochs[0]["train"]
    assert events[-1]["event"] == "done"
    written = (tmp_path / "run" / "events.jsonl").read_text().splitlines()
    assert [json.loads(line)["event"] for line in written][-1] == "done"
    network = runpy.run_path(str(tmp_path / "net.py"))[name]()
    for file in ("last.safetensors", "best.safetensors"):
        network.load_state_dict(load_file(tmp_path / "run" / file))


@pytest.mark.slow
@pytest.mark.parametrize("name", LEARNED)
def test_an_example_learns_what_it_is_there_for(loom, name: str, tmp_path: Path) -> None:
    epochs, least = LEARNED[name]
    example = ROOT / "examples" / f"{name}.loom.yaml"

    outcome = loom("train", example, "--epochs", epochs, "--out", tmp_path / "run", "--json")

    assert outcome.code == 0, outcome.err
    found = json.loads(outcome.out.splitlines()[-1])["validation"]
    assert all(found[metric] > value for metric, value in least.items()), found


@pytest.mark.slow
@each_trained_example
def test_the_exported_training_script_trains_without_us(
    loom, example: Path, tmp_path: Path
) -> None:
    copy = copy_of(example, tmp_path, one_epoch)
    outcome = loom("export", copy, "--to", "script", "-o", tmp_path / "train_it.py")
    assert outcome.code == 0, outcome.err

    done = subprocess.run(
        [sys.executable, "-I", "train_it.py"], cwd=tmp_path, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert re.search(r"loss", done.stdout)


@each(EXAMPLES, QUICK)
def test_an_example_is_drawn(loom, example: Path, tmp_path: Path) -> None:
    assert loom("render", example, "-o", tmp_path / "picture.png").code == 0
    assert (tmp_path / "picture.png").stat().st_size > 5_000


@pytest.mark.slow
def test_lenet_reads_97_of_100_digits_it_has_never_seen_within_two_minutes(
    command_line, tmp_path: Path
) -> None:
    lenet = ROOT / "examples" / "lenet_mnist.loom.yaml"

    done = command_line("train", lenet, "--out", tmp_path / "run", "--json", timeout=900)

    events = [json.loads(line) for line in done.stdout.splitlines()]
    best = max(e["validation"]["accuracy"] for e in events if e["event"] == "epoch")
    assert best >= 0.97
    assert events[-1]["seconds"] <= 120


# broken copies

LENET = ROOT / "examples" / "lenet_mnist.loom.yaml"

#: What is done to LeNet's file (from, to), the layer that is named, a word that must be said.
BROKEN = {
    "unknown layer": ("pool1:  {type: MaxPool2d", "pool1:  {type: MaxPol2d", "pool1", "MaxPool2d"),
    "missing input": ("flat -> fc1 ->", "fc1 ->", "fc1", "input"),
    "wrong width": ("out_features: 120,", "out_features: 120, in_features: 784,", "fc1", "400"),
    "wrong channels": ("out_channels: 16,", "out_channels: 16, in_channels: 3,", "conv2", "6"),
    "kernel too large": ("16, kernel_size: 5", "16, kernel_size: 50", "conv2", "14"),
    "groups do not divide": ("16, kernel", "16, groups: 4, kernel", "conv2", "groups"),
    "out of range": ("kernel_size: 5, padding", "kernel_size: 0, padding", "conv1", "kernel_size"),
    "wrong kind of value": ("out_features: 84", "out_features: many", "fc2", "out_features"),
    "unknown argument": ("out_features: 84", "out_featurs: 84", "fc2", "out_features"),
    "too large to build": ("out_features: 84", "out_features: 1000000000000", "fc2", "too large"),
    "a name that is no identifier": ("conv1", "1conv", "1conv", "name"),
    "another picture": ("[N, 1, 28, 28]", "[N, 3, 32, 32]", "image", "28"),
}  # fmt: skip


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_lenet_is_explained_where_it_is_broken(loom, tmp_path: Path, change) -> None:
    before, after, node, word = change
    copy = copy_of(LENET, tmp_path, lambda text: text.replace(before, after))
    assert copy.read_text() != LENET.read_text()

    outcome = loom("check", copy)
    report = loom("check", copy, "--json")

    assert (outcome.code, report.code) == (1, 1)
    errors = [p for p in json.loads(report.out)["problems"] if p["severity"] == "error"]
    assert [p for p in errors if p["node"] == node and word in json.dumps(p)], errors
    assert all(line.startswith(f"{copy}:") for line in outcome.lines)
    assert "Error" not in outcome.err


def test_a_cycle_is_named_and_ends_nothing(loom, tmp_path: Path) -> None:
    copy = copy_of(
        LENET, tmp_path, lambda t: t.replace("image -> conv1", "relu2 -> conv1").replace(
            "  image:   {type: Input, shape: [N, 1, 28, 28]}\n", ""
        ).replace("  image:  [0, 0]\n", "")
    )  # fmt: skip

    outcome = loom("check", copy)

    assert outcome.code == 1
    assert "cycle" in outcome.err


#: Six ways for those that show how a project is trained, one for each of the others.
MUTILATED = [
    (path, seed)
    for path in EXAMPLES
    for seed in range(1 if name_of(path) in LARGE or path not in TRAINED else 6)
]


@pytest.mark.parametrize(
    ("example", "seed"), MUTILATED, ids=[f"{name_of(path)}-{seed}" for path, seed in MUTILATED]
)
def test_a_mutilated_example_is_never_worse_than_a_plain_line(
    loom, example: Path, tmp_path: Path, seed: int
) -> None:
    dice = random.Random(f"{example.name}{seed}")

    def mutilate(text: str) -> str:
        lines = text.splitlines(keepends=True)
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(lines))
            way = dice.choice(("drop", "double", "cut", "swap", "character"))
            if way == "drop":
                del lines[at]
            elif way == "double":
                lines.insert(at, lines[at])
            elif way == "cut":
                lines = [*lines[:at], lines[at][: dice.randrange(len(lines[at]) + 1)]]
            elif way == "swap":
                other = dice.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
            else:
                place = dice.randrange(len(lines[at]))
                lines[at] = (
                    lines[at][:place] + dice.choice("{}[]:,-'\"&*!#=\t%@0") + lines[at][place + 1 :]
                )
            if not lines:
                break
        return "".join(lines)

    copy = copy_of(example, tmp_path, mutilate)
    for command in (["check"], ["export"], ["check", "--json"]):
        outcome = loom(command[0], copy, *command[1:])

        assert outcome.code in (0, 1, 2)
        assert (outcome.code == 0) or outcome.err or "--json" in command
        assert all(line.startswith(f"{copy}:") for line in outcome.lines), outcome.err
        assert "fault of ours" not in outcome.err
