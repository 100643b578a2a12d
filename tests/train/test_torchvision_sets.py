"""Data sets as torchvision lays them out: read without it, and without anything that could run."""

from __future__ import annotations

import gzip
import os
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest

from app.drops.data_edit import config_of, with_written_paths
from graph.errors import DataError
from graph.project_file import loads
from tests.train.test_script import agree as agree
from train.config import check_training
from train.data import describe, load
from train.data.recognition import recognise_data
from train.settings import DataConfig

PICTURES = np.random.RandomState(0)
LINEAR = """layerloom: 1
name: Slope
nodes:
  image:  {{type: Input, shape: [N, {size}]}}
  fc:     {{type: Linear, out_features: 10}}
  scores: {{type: Output}}
edges: [image -> fc -> scores]
training:
  data: {{source: torchvision, path: root, flatten: true, test: test, {data}}}
  epochs: 2
"""


def config(dataset: str, **options: object) -> DataConfig:
    apart = {"test": {"part": "test"}}
    return DataConfig("torchvision", options={"path": "root", "dataset": dataset, **options},
                      apart=apart)  # fmt: skip


def write_idx(path: Path, array: np.ndarray) -> None:
    head = struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = head + array.astype(np.uint8).tobytes()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


def python_2(said: dict[str, object]) -> bytes:
    """A pickle as CIFAR's own: protocol 2 of Python 2, text and arrays as byte strings."""

    def text(one: bytes) -> bytes:
        return (
            b"U" + bytes([len(one)]) + one
            if len(one) < 256
            else b"T" + struct.pack("<i", len(one)) + one
        )

    def number(one: int) -> bytes:
        return b"J" + struct.pack("<i", one)

    def value(one: object) -> bytes:
        if isinstance(one, list):
            items = b"".join(number(x) if isinstance(x, int) else text(x.encode()) for x in one)
            return b"](" + items + b"e"
        assert isinstance(one, np.ndarray)
        kind = b"cnumpy\ndtype\n" + text(b"u1") + number(0) + number(1) + b"\x87R"
        kind += b"(" + number(3) + text(b"|") + b"NNN" + number(-1) * 2 + number(0) + b"tb"
        shape = b"(" + b"".join(map(number, one.shape)) + b"t"
        made = b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\n" + number(0) + b"\x85"
        made += text(b"b") + b"\x87R"
        return made + b"(" + number(1) + shape + kind + b"\x89" + text(one.tobytes()) + b"tb"

    body = b"".join(text(key.encode()) + value(one) for key, one in said.items())
    return b"\x80\x02}(" + body + b"u."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Small sets in the places and formats of the real ones."""
    home = tmp_path / "root"
    for start, samples in (("train", 30), ("t10k", 10)):
        ending = ".gz" if start == "t10k" else ""
        raw = home / "FashionMNIST" / "raw"
        write_idx(
            raw / f"{start}-images-idx3-ubyte{ending}", PICTURES.randint(0, 256, (samples, 28, 28))
        )
        write_idx(raw / f"{start}-labels-idx1-ubyte{ending}", np.arange(samples) % 10)
    cifar = home / "cifar-10-batches-py"
    cifar.mkdir()
    names = [f"kind{number}" for number in range(10)]
    (cifar / "batches.meta").write_bytes(python_2({"label_names": names}))
    for number, name in enumerate([*(f"data_batch_{i}" for i in range(1, 6)), "test_batch"]):
        data = PICTURES.randint(0, 256, (8, 3072)).astype(np.uint8)
        said = {"data": data, "labels": [(number + i) % 10 for i in range(8)]}
        (cifar / name).write_bytes(python_2(said) if number % 2 else pickle.dumps(said, 4))
    hundred = home / "cifar-100-python"
    hundred.mkdir()
    meta = {"fine_label_names": list("abcdef"), "coarse_label_names": ["x", "y"]}
    (hundred / "meta").write_bytes(pickle.dumps(meta, 2))
    for name in ("train", "test"):
        data = PICTURES.randint(0, 256, (12, 3072)).astype(np.uint8)
        fine = [i % 6 for i in range(12)]
        said = {"data": data, "fine_labels": fine, "coarse_labels": [i // 3 for i in fine]}
        (hundred / name).write_bytes(pickle.dumps(said, 2))
    stl = home / "stl10_binary"
    stl.mkdir()
    (stl / "class_names.txt").write_text("plane\nbird\n")
    for name in ("train", "test"):
        PICTURES.randint(0, 256, (6, 3, 96, 96)).astype(np.uint8).tofile(stl / f"{name}_X.bin")
        np.array([1, 2] * 3, np.uint8).tofile(stl / f"{name}_y.bin")
    return home


def test_every_layout_is_read_with_its_own_test_part(root):
    for dataset, samples, tested, shape, first in (
        ("FashionMNIST", 30, 10, (1, 28, 28), "T-shirt/top"),
        ("CIFAR10", 40, 8, (3, 32, 32), "kind0"), ("CIFAR100", 12, 12, (3, 32, 32), "a"),
        ("STL10", 6, 6, (3, 96, 96), "plane"),
    ):  # fmt: skip
        said, given = describe(config(dataset), root.parent), load(config(dataset), root.parent)
        assert (said.inputs[0].shape, said.classes[0]) == (shape, first)
        assert said.parts["test"] == given.test_samples == tested
        assert said.parts["train"] + said.parts["validation"] == samples
        assert sum(said.balance["test"]) == tested
    assert describe(config("CIFAR100", label="coarse"), root.parent).classes == ("x", "y")


def test_pixels_and_labels_are_where_their_authors_put_them(root):
    plain = DataConfig("torchvision", validation=0.0, normalize="none",
                       options={"path": "root", "dataset": "CIFAR10"})  # fmt: skip
    given = load(plain, root.parent)
    said = pickle.loads((root / "cifar-10-batches-py/data_batch_1").read_bytes())  # noqa: S301
    pictures = {x.astype(np.uint8).tobytes(): int(y) for x, y in
                zip(given.train_inputs[0], given.train_target, strict=True)}  # fmt: skip
    assert all(
        pictures[x.tobytes()] == y for x, y in zip(said["data"], said["labels"], strict=True)
    )


def test_a_pickle_that_would_run_something_is_refused_and_runs_nothing(root, tmp_path):
    class Harm:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "harm"),)

    file = root / "cifar-10-batches-py" / "data_batch_3"
    for thing in ({"data": Harm()}, Harm(), {"data": np.zeros(3), "labels": [1]}, ["data"]):
        file.write_bytes(pickle.dumps(thing, 2))
        with pytest.raises(DataError, match="data_batch_3: is no batch of this data set"):
            load(config("CIFAR10"), root.parent)
    for cut in (0, 1, 40, 4000):
        file.write_bytes((root / "cifar-10-batches-py/data_batch_1").read_bytes()[:cut])
        with pytest.raises(DataError, match="data_batch_3"):
            load(config("CIFAR10"), root.parent)
    assert not (tmp_path / "harm").exists()


def test_what_is_not_there_is_said_and_nothing_is_fetched(root):
    (root / "cifar-100-python" / "test").unlink()
    with pytest.raises(DataError, match="cifar-100-python/test: there is no such file; unpack"):
        load(config("CIFAR100"), root.parent)
    with pytest.raises(DataError, match="KMNIST: there is no folder KMNIST/raw in root; name"):
        load(config("KMNIST"), root.parent)
    text = LINEAR.format(size=784, data="dataset: MNISTT")
    said = [problem.message for problem in check_training(loads(text), None, root.parent)]
    assert any("dataset" in words and "FashionMNIST" in words for words in said)
    text = LINEAR.format(size=784, data="dataset: FashionMNIST").replace("test: test", "test: tset")
    said = [problem.message for problem in check_training(loads(text), None, root.parent)]
    assert any("data.test" in words and "tset" in words for words in said)


def test_its_root_and_its_own_folder_are_recognised(root, tmp_path):
    said = {"source": "torchvision", "path": str(root), "test": "test"}
    assert recognise_data(root) == {**said, "dataset": "FashionMNIST"}
    assert recognise_data(root / "stl10_binary") == {**said, "dataset": "STL10"}
    assert recognise_data(root / "FashionMNIST" / "raw") == {**said, "dataset": "FashionMNIST"}
    found = recognise_data(root / "cifar-100-python")
    written = with_written_paths(found, tmp_path)
    assert (written["path"], written["test"]) == ("root", "test")
    assert describe(config_of(written), tmp_path).parts["test"] == 12


@pytest.mark.parametrize(
    ("dataset", "size"), [("FashionMNIST", 784), ("CIFAR10", 3072), ("STL10", 27648)]
)
def test_the_script_reads_the_same_without_torchvision(dataset, size, root, agree):
    agree(LINEAR.format(size=size, data=f"dataset: {dataset}"))
