"""``probe`` on the command line: a table, JSON, pictures, and plain words for what cannot be."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from codegen import compile_document
from graph.project_file import load_project

CONV = """layerloom: 1
name: Look
nodes:
  image: {type: Input, shape: [N, 3, H, W]}
  conv:  {type: Conv2d, out_channels: 3, kernel_size: 3, padding: 1}
  out:   {type: Output}
edges: [image -> conv -> out]
"""

TOKENS = """layerloom: 1
name: Words
nodes:
  words: {type: Input, shape: [N, T], dtype: int64}
  emb:   {type: Embedding, num_embeddings: 7, embedding_dim: 3}
  log:   {type: torch.log}
  out:   {type: Output}
edges: [words -> emb -> log -> out]
"""


@pytest.fixture
def project(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "look.loom.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_table_names_every_node_with_its_numbers(loom, examples: Path) -> None:
    done = loom("probe", examples / "lenet_mnist.loom.yaml", "--sample", 3)

    lines = done.out.splitlines()
    assert done.code == 0
    assert lines[0].split() == ["node", "type", "shape", "mean", "std", "min", "max", "zeros"]
    assert lines[2].startswith("conv1   Conv2d     1 x 6 x 28 x 28")
    assert lines[-1].startswith("validation sample 3 of mnist; fresh weights; eval mode; target ")


def test_a_photograph_is_seen_through_a_convolution(loom, project, tmp_path: Path) -> None:
    from PIL import Image

    done = loom("probe", project(CONV), "--image=", "-o", tmp_path / "pictures")

    names = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert done.code == 0
    assert names == ["000-image.png", "001-conv.png", "001-conv.weight.png", "002-out.png"]
    assert Image.open(tmp_path / "pictures" / "001-conv.png").size == (320, 213)


def test_json_holds_histograms_and_the_first_node_that_gives_no_number(loom, project) -> None:
    done = loom("probe", project(TOKENS), "--random", 1, "--size", "T=5", "--json")

    told = json.loads(done.out)
    emb, log = told["nodes"][1], told["nodes"][2]
    assert emb["outputs"]["output"]["shape"] == [1, 5, 3]
    assert sum(emb["outputs"]["output"]["histogram"]["counts"]) == 15
    assert told["first_non_finite"] == log["node"] == "log"
    assert "log is the first that gives NaN or infinite numbers" in done.err


def test_weights_of_a_run_are_looked_through(loom, project, tmp_path: Path) -> None:
    path = project(CONV)
    network = compile_document(load_project(path))
    for parameter in network.parameters():
        torch.nn.init.zeros_(parameter)
    save_file(network.state_dict(), tmp_path / "last.safetensors")

    done = loom("probe", path, "--image=", "--weights", tmp_path / "last.safetensors", "--json")

    told = json.loads(done.out)
    assert told["weights"] == "last.safetensors"
    assert told["nodes"][1]["outputs"]["output"]["zeros"] == 1


def test_each_input_may_have_its_own_source(loom, examples: Path, tmp_path: Path) -> None:
    np.save(tmp_path / "left.npy", np.ones(64, np.float32))

    done = loom(
        "probe", examples / "two_towers.loom.yaml", "--node", "left",
        "--input", f"left={tmp_path / 'left.npy'}", "--input", "right=random:4", "--json",
    )  # fmt: skip

    [left] = json.loads(done.out)["nodes"]
    assert left["outputs"]["output"]["mean"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--sample", "9999"], "point: there is no validation sample 9999; they count from 0 to"),
        (["--input", "pint=1 2"], "there is no Input 'pint'; there are point"),
        (["--input", "point=1 2 3"], "point: [N, 2] is expected, [1, 3] comes from typed numbers"),
        (["--input", "point=1 two"], "point: 'two' is not a number; type numbers such as"),
        (["--image", "no.png"], "point: a picture has channels, height and width, [N, 2] arrives"),
        (["--input", "point=no.npy"], "point: "),
        (["--node", "hiden"], "there is no node 'hiden'; did you mean hidden?"),
        (["--weights", "no.safetensors"], "no.safetensors: there is no such file"),
        (["--batch", "99999"], "a batch has 1 to 4096 samples; choose such a number"),
    ],
)
def test_what_cannot_be_probed_is_one_plain_line(loom, examples, arguments, words) -> None:
    done = loom("probe", examples / "perceptron.loom.yaml", *arguments)

    assert done.code == 2
    assert len(done.lines) == 1
    assert "perceptron.loom.yaml: " in done.lines[0]
    assert words in done.lines[0]


def test_a_network_with_errors_says_them_as_check_does(loom, project) -> None:
    done = loom("probe", project(CONV.replace("kernel_size: 3", "kernel_size: 3, in_channels: 4")))

    assert done.code == 1
    assert "conv: " in done.lines[0]
