"""What datasets 5.2 wrote by ``save_to_disk`` (tests/files), read without that package."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from graph.errors import DataError
from tests.train.test_own_sources import ONE, TOKENS
from tests.train.test_script import agree as agree
from train.data import describe, load
from train.data.on_disk import OnDisk
from train.data.recognition import recognise_data
from train.settings import DataConfig

pytest.importorskip("pyarrow")

FILES = Path(__file__).parent.parent / "files"

FLOWERS = """layerloom: 1
name: Flowers
nodes:
  image:  {type: Input, shape: [N, 3, 6, 5]}
  flat:   {type: Flatten}
  fc:     {type: Linear, out_features: 2}
  scores: {type: Output}
edges: [image -> flat -> fc -> scores]
training:
  data: {source: huggingface, path: saved_flowers/train, test: saved_flowers/test, batch_size: 4}
  epochs: 2
"""


@pytest.fixture
def saved(tmp_path) -> Path:
    for name in ("saved_flowers", "saved_reviews"):
        shutil.copytree(FILES / name, tmp_path / name)
    return tmp_path


def test_pictures_and_parts_of_a_saved_set_are_read_and_recognised(saved):
    said = recognise_data(saved / "saved_flowers")
    apart = {"test": {"path": said["test"]}}
    config = DataConfig("huggingface", options={"path": said["path"]}, apart=apart)

    described, given = describe(config, saved, outside=True), load(config, saved)

    assert described.inputs[0].shape == (3, 6, 5) and described.classes == ("daisy", "rose")
    assert described.parts == {"train": 10, "validation": 2, "test": 4}
    assert given.test_inputs[0].shape == (4, 3, 6, 5)
    there = load(replace(config, options={**config.options, "memory": 0.0}), saved)
    assert isinstance(there.train_inputs[0], OnDisk)
    np.testing.assert_allclose(there.train_inputs[0][:], given.train_inputs[0], atol=1e-6)


def test_the_script_reads_the_same_pictures_columns_and_texts(saved, agree, project):
    agree(FLOWERS)
    shutil.rmtree(saved / "run")
    there = FLOWERS.replace("test: saved_flowers/test", "memory: 0.0")
    agree(there.replace("name: Flowers", "name: There"))
    shutil.rmtree(saved / "run")
    table = "data: {source: huggingface, path: saved_reviews, inputs: age, batch_size: 8}"
    agree(project(table, "epochs: 2").replace("[N, 2]", "[N, 1]"))
    shutil.rmtree(saved / "run")
    data = "{source: text, path: saved_reviews, tokens: words, length: 4, target: label}"
    config = DataConfig("text", options={"path": "saved_reviews", "tokens": "words", "length": 4})
    words = len(describe(config, saved).lexicon["text"])
    agree(TOKENS.format(length=4, words=words, rest=ONE.replace("WORDS", "2"), data=data))


def test_a_torn_set_and_one_of_several_parts_are_told(saved):
    with pytest.raises(DataError, match="saved_flowers: holds several parts, train, test; name"):
        describe(DataConfig("huggingface", options={"path": "saved_flowers"}), saved)
    torn = saved / "saved_reviews" / "data-00000-of-00001.arrow"
    torn.write_bytes(torn.read_bytes()[:200])
    with pytest.raises(DataError, match="saved_reviews: this is no whole data set"):
        describe(DataConfig("huggingface", options={"path": "saved_reviews"}), saved)
