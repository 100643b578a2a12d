"""Weights come from files and go into files; what does not fit is told, what is hostile refused."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from graph.errors import LoomError
from graph.project_file import dumps, load_project, loads
from graph.shapes import analyze
from train.config import check_training
from train.settings import TrainingConfig, WeightsConfig
from train.starting import load_weights, starting_network
from train.weight_files import WeightsError, read_weights, write_weights
from train.weight_matching import match_weights
from train.weight_table import TableError, parse_table, renamed

PROJECT = """layerloom: 1
name: Two
nodes:
  x: {type: Input, shape: [N, 4]}
  first: {type: Linear, out_features: 5}
  relu: {type: ReLU}
  last: {type: Linear, out_features: 3}
  y: {type: Output}
edges: [x -> first -> relu -> last -> y]
style: {sequential: named}
training: {data: {source: iris}, epochs: 1}
"""


def other() -> nn.Sequential:
    torch.manual_seed(7)
    return nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 3))


@pytest.fixture(params=[".pt", ".safetensors"])
def file(request: Any, tmp_path: Path) -> Path:
    path = tmp_path / f"weights{request.param}"
    write_weights(path, other().state_dict())
    return path


def network() -> nn.Module:
    document = loads(PROJECT)
    return starting_network(document, analyze(document)).network


def test_what_is_written_is_what_pytorch_and_safetensors_read(tmp_path: Path) -> None:
    state = other().state_dict()
    write_weights(tmp_path / "a.pt", state)
    write_weights(tmp_path / "a.safetensors", state)

    for read in (
        torch.load(tmp_path / "a.pt", weights_only=True),
        load_file(tmp_path / "a.safetensors"),
        read_weights(tmp_path / "a.pt"),
        read_weights(tmp_path / "a.safetensors"),
    ):
        assert all(torch.equal(read[name], state[name]) for name in state)


def test_by_order_the_first_goes_into_the_first(file: Path) -> None:
    net = network()

    report = load_weights(net, WeightsConfig(str(file), "order"))

    assert report.is_complete
    assert torch.equal(net.state_dict()["last.weight"], other().state_dict()["2.weight"])


@pytest.mark.parametrize("inline", [True, False])
def test_a_table_renames_what_the_file_has(file: Path, tmp_path: Path, inline: bool) -> None:
    (tmp_path / "names.txt").write_text("# ours\n0 -> first\n'2': last\n")
    how = {"0": "first", "2": "last"} if inline else "names.txt"
    net = network()

    report = load_weights(net, WeightsConfig(file.name, how), tmp_path)

    assert [pair[1] for pair in report.loaded] == list(net.state_dict())


def test_by_name_what_fits_is_loaded_and_the_rest_is_told(tmp_path: Path) -> None:
    state = {
        "first.weight": torch.ones(5, 4),
        "first.bias": torch.ones(6),
        "last.weight": torch.ones(3, 5, dtype=torch.int64),
        "head.bias": torch.ones(3),
    }
    save_file(state, tmp_path / "w.safetensors")
    net = network()
    before = net.state_dict()["last.bias"].clone()

    report = load_weights(net, WeightsConfig("w.safetensors"), tmp_path)

    assert report.loaded == (("first.weight", "first.weight"),)
    assert [(d.target, d.has, d.wants) for d in report.differs] == [
        ("first.bias", "[6]", "[5]"),
        ("last.weight", "[3, 5] int64", "[3, 5]"),
    ]
    assert (report.missing, report.unexpected) == (("last.bias",), ("head.bias",))
    assert torch.equal(net.state_dict()["first.weight"], torch.ones(5, 4))
    assert torch.equal(net.state_dict()["last.bias"], before)
    assert report.words == (
        "1 of 4 tensors loaded; 2 of another shape or kind; 1 missing in the file; "
        "1 in the file unused"
    )


def test_the_prefix_of_a_wrapper_is_left_out() -> None:
    form = ((3,), "float32")

    report = match_weights({"module.a": form, "module.b.c": form}, {"a": form, "b.c": form})

    assert report.is_complete
    assert report.prefix == "module"


@pytest.mark.parametrize(
    ("rules", "name", "expected"),
    [
        ("l1.0.conv1 -> l1.first.left.0", "l1.0.conv1.weight", "l1.first.left.0.weight"),
        ("layer1.0 -> x", "layer1.01.weight", "layer1.01.weight"),
        ("l*.{i}.bn1 -> l*.rest.{i-1}.left.1", "l3.4.bn1.bias", "l3.rest.3.left.1.bias"),
        ("module ->", "module.fc.weight", "fc.weight"),
        ("**.attn -> **.attend", "a.b.attn.q", "a.b.attend.q"),
        ("a -> b\na.c -> d", "a.c", "b.c"),
    ],
)  # fmt: skip
def test_rules_of_a_table(rules: str, name: str, expected: str) -> None:
    assert renamed([name], parse_table(rules)) == {name: expected}


@pytest.mark.parametrize("text", ["nothing", "-> b", "a -> *", "a -> {i}", "{i+1} -> b", "a" * 600])
def test_a_table_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(TableError) as caught:
        parse_table(text if "->" in text or len(text) < 20 else f"{text} -> b")

    assert caught.value.advice


class Hostile:
    def __reduce__(self) -> Any:
        return os.system, ("touch /tmp/layerloom-was-here",)


def huge() -> bytes:
    buffer = io.BytesIO()
    torch.save({"w": torch.zeros(1).expand(10**12)}, buffer)
    return buffer.getvalue()


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", pickle.dumps({}))
        archive.writestr("archive/data/0", b"\0" * 10**7)
    return buffer.getvalue()


def saved(value: Any) -> bytes:
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return buffer.getvalue()


def declared(elements: int) -> bytes:
    entry = {"dtype": "F32", "shape": [elements], "data_offsets": [0, 4 * elements]}
    header = json.dumps({"w": entry}).encode()
    return len(header).to_bytes(8, "little") + header + b"\0" * 64


HOSTILE = {
    "empty": lambda: b"",
    "text": lambda: b"hello, these are no weights at all",
    "truncated": lambda: saved(other().state_dict())[:-700],
    "truncated-safetensors": lambda: declared(16)[:-9],
    "code": lambda: saved({"w": Hostile()}),
    "module": lambda: saved(other()),
    "pickle": lambda: pickle.dumps({"w": 1}),
    "huge": huge,
    "huge-safetensors": lambda: declared(10**12),
    "long-header": lambda: (2**62).to_bytes(8, "little") + b"{}",
    "bomb": bomb,
    "zip": lambda: bomb().replace(b"data.pkl", b"data.txt"),
    "one-tensor": lambda: saved(torch.ones(3)),
    "no-tensors": lambda: saved({"epoch": 3}),
    "sparse": lambda: saved({"w": torch.eye(3).to_sparse()}),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_and_broken_files_are_refused_in_one_plain_line(what: str, tmp_path: Path) -> None:
    path = tmp_path / "w.pt"
    path.write_bytes(HOSTILE[what]())

    with pytest.raises(WeightsError) as caught:
        read_weights(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.advice
    assert not any(word in str(caught.value) for word in ("Error", "Traceback", "\n"))
    assert not Path("/tmp/layerloom-was-here").exists()


@pytest.mark.parametrize("place", [".", "nothing.pt", "/dev/null"])
def test_what_is_no_file_is_refused(place: str, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"folder|no such|ordinary"):
        read_weights(tmp_path / place)


def test_a_checkpoint_that_holds_more_is_opened_where_its_weights_are(tmp_path: Path) -> None:
    torch.save({"epoch": 3, "state_dict": other().state_dict()}, tmp_path / "c.pt")

    assert list(read_weights(tmp_path / "c.pt")) == list(other().state_dict())


def test_where_nothing_fits_it_is_an_error(file: Path) -> None:
    with pytest.raises(WeightsError, match="none of its 4 tensors fits"):
        load_weights(network(), WeightsConfig(str(file)))


def test_the_project_says_what_it_starts_from_and_keeps_it(tmp_path: Path, file: Path) -> None:
    text = PROJECT.replace("epochs: 1", f"weights: {{path: {file.name}, match: order}}")
    (tmp_path / "two.loom.yaml").write_text(text)
    document = load_project(tmp_path / "two.loom.yaml")

    assert loads(dumps(document)).training == document.training
    assert TrainingConfig.from_document(document).weights == WeightsConfig(file.name, "order")
    start = starting_network(document, analyze(document), tmp_path)
    assert torch.equal(start.network.state_dict()["first.weight"], read_weights(file)["0.weight"])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{match: order}", "weights are read from a file"),
        ("3", "expected keys with values"),
        ("{path: gone.pt}", "there is no such file or run"),
        ("{path: x.pt, how: 1}", "there is no key 'how'"),
        ("{path: x.pt, match: [1]}", "match is name, order, or a table"),
        ("{path: x.pt, match: {a: '*'}}", "more * on the right"),
    ],
)
def test_wrong_settings_are_problems_with_a_fix(tmp_path: Path, said: str, message: str) -> None:
    (tmp_path / "x.pt").write_bytes(b"")
    document = loads(PROJECT.replace("epochs: 1", f"weights: {said}"))

    problems = check_training(document, analyze(document), tmp_path)

    found = [problem for problem in problems if message in problem.message]
    assert found and found[0].fixes
    document.apply(found[0].fixes[0].edit)


def test_opening_a_project_reads_no_weights_outside_its_folder(tmp_path: Path) -> None:
    document = loads(PROJECT.replace("epochs: 1", "weights: /etc/passwd"))

    problems = check_training(document, None, tmp_path)

    assert [p.severity for p in problems if "weights" in p.message] == ["hint"]
    with pytest.raises(LoomError, match="no file of weights"):
        starting_network(document, analyze(document), tmp_path)
