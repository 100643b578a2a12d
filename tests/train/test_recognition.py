"""Arrays in .npy files: read like one archive, trained on, and exported."""

from __future__ import annotations

import numpy as np
import pytest

from graph.errors import DataError
from train.data import describe, load
from train.data.location import is_among
from train.data.numpy_files import read_headers
from train.data.recognition import recognise_data
from train.settings import DataConfig

OPTIONS = {"path": "x.npy", "inputs": "x", "targets": "y"}


@pytest.fixture
def arrays(tmp_path):
    np.save(tmp_path / "x.npy", np.arange(40, dtype=np.float32).reshape(10, 4))
    np.save(tmp_path / "y.npy", np.arange(10) % 3)
    return tmp_path


def test_an_npy_file_and_those_beside_it_are_read_as_one_archive(arrays):
    config = DataConfig("npz", validation=0.2, normalize="none", options=OPTIONS)

    described, data = describe(config, arrays), load(config, arrays)

    assert described.inputs[0].shape == (4,)
    assert described.classes == ("0", "1", "2")
    assert (data.train_samples, data.validation_samples) == (8, 2)


def test_what_is_beside_it_and_cannot_be_read_is_left_alone(arrays):
    (arrays / "broken.npy").write_bytes(b"nothing")

    assert list(read_headers(arrays / "x.npy")) == ["x", "y"]
    with pytest.raises(DataError, match=r"broken\.npy"):
        read_headers(arrays / "broken.npy")


def test_a_link_that_leads_out_of_the_folder_is_not_followed(arrays, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.npy"
    np.save(elsewhere, np.zeros(10))
    (arrays / "secret.npy").symlink_to(elsewhere)

    assert list(read_headers(arrays / "x.npy")) == ["x", "y"]


def test_objects_in_an_npy_file_are_not_unpickled(tmp_path):
    np.save(tmp_path / "bad.npy", np.array([{}], dtype=object), allow_pickle=True)

    with pytest.raises(DataError, match="could run code"):
        read_headers(tmp_path / "bad.npy")


def test_arrays_that_do_not_say_what_they_are_are_not_guessed(tmp_path):
    np.savez(tmp_path / "many.npz", a=np.zeros((4, 2)), b=np.zeros((4, 3)))

    with pytest.raises(DataError, match="call them inputs and targets"):
        recognise_data(tmp_path / "many.npz")


def test_the_training_script_reads_the_same_arrays(arrays, loom):
    project = """layerloom: 1
name: Net
nodes: {x: {type: Input, shape: [N, 4]}, fc: {type: Linear, out_features: 3}, y: {type: Output}}
edges: [x -> fc -> y]
training: {data: {source: npz, path: x.npy, inputs: x, targets: y}, epochs: 1}
"""
    (arrays / "net.loom.yaml").write_text(project)

    outcome = loom("export", arrays / "net.loom.yaml", "--to", "script")

    assert outcome.code == 0, outcome.err
    (arrays / "script.py").write_text(outcome.out, encoding="utf-8")
    scope = {"__name__": "script", "__file__": str(arrays / "script.py")}
    exec(compile(outcome.out, "script.py", "exec"), scope)  # our own text, not a project's
    inputs, target = scope["load_arrays"](str(arrays / "x.npy"))
    assert inputs[0].shape == (10, 4)
    assert target.tolist() == [0, 1, 2, 0, 1, 2, 0, 1, 2, 0]


def test_data_is_read_outside_the_folder_only_where_every_place_was_pointed_at():
    said = {"source": "idx", "images": "/a", "labels": "/b"}

    assert is_among(said, {"/a", "/b"})
    assert not is_among(said, {"/a"})
    assert not is_among({"source": "digits"}, {"/a"})
    assert not is_among(None, {"/a"})


def test_tables_texts_and_tensors_are_told_apart_from_weights(tmp_path):
    import torch

    torch.save({"x": torch.rand(9, 2), "y": torch.arange(9) % 2}, tmp_path / "data.pt")
    torch.save((torch.rand(9, 2), torch.arange(9) % 2), tmp_path / "pair.pt")
    torch.save(torch.nn.Linear(2, 2).state_dict(), tmp_path / "weights.pt")
    for kind in ("good", "bad"):
        (tmp_path / "films" / kind).mkdir(parents=True)
        (tmp_path / "films" / kind / "1.txt").write_text("fine", encoding="utf-8")
    found = {name: recognise_data(tmp_path / name) for name in ("data.pt", "pair.pt", "weights.pt")}

    assert found["data.pt"] == {
        "source": "pt", "path": str(tmp_path / "data.pt"), "inputs": "x", "targets": "y"
    }  # fmt: skip
    assert found["pair.pt"]["inputs"] == 0 and found["pair.pt"]["targets"] == 1
    assert found["weights.pt"] is None
    assert recognise_data(tmp_path / "films")["source"] == "text"
    assert recognise_data(tmp_path / "films" / "good" / "1.txt")["source"] == "text"
    assert recognise_data(tmp_path / "t.parquet")["source"] == "parquet"
