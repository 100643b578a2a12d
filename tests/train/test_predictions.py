"""What is answered to held-out samples is kept, bounded, and changes no bit of a run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from graph.project_file import loads
from train.events import Event
from train.objective import WeightedSum
from train.parts import Part
from train.predictions import keeping
from train.predictions.answering import Answering, told
from train.predictions.drawing import centred
from train.predictions.reading import NO_CLASS, read_output
from train.probe.compiling import compile_for_probe
from train.probe.samples import Feed
from train.request import Request
from train.session import Session
from train.settings import Choice
from train.steering import Steering


@pytest.fixture
def train(tmp_path):
    """Run a project in ``run``; returns its events."""

    def train(text: str, name: str = "run") -> list[Event]:
        events: list[Event] = []
        request = Request(text, tmp_path / name, tmp_path)
        assert Session(request, events.append, Steering()).run(), events[-1]
        return events

    return train


MASKS = """layerloom: 1
name: Masks
nodes:
  image: {type: Input, shape: [N, 3, 16, 16]}
  conv:  {type: Conv2d, out_channels: 2, kernel_size: 3, padding: 1}
  mask:  {type: Output}
edges: [image -> conv -> mask]
training:
  data: {source: shapes, samples: 40, size: 16, batch_size: 8}
  optimizer: {type: Adam, lr: 0.02}
  epochs: 2
"""


def named(events: list[Event], name: str) -> list[Event]:
    return [event for event in events if event["event"] == name]


def test_every_epoch_keeps_its_answers(project, train):
    events = train(project("data: {source: spirals, samples: 200}", "epochs: 3", classes=3))

    told_ = named(events, "predictions")
    assert [event["epoch"] for event in told_] == [1, 2, 3]
    last, [epoch] = told_[-1], named(events, "epoch")[-1:]
    [part] = last["parts"]
    matrix = np.array(part["confusion"])
    assert matrix.sum() == 40 == last["count"] == last["of"]
    accuracy = matrix.trace() / matrix.sum()
    assert accuracy == pytest.approx(epoch["validation"]["accuracy"])
    with np.load(last["file"]) as kept, np.load(last["samples"]) as samples:
        truth, top, chances = kept["0.truth"], kept["0.top"], kept["0.chances"]
        assert samples["input0"].shape == (40, 2)
    assert (top[:, 0] == truth).mean() == pytest.approx(accuracy)
    assert np.allclose(chances.sum(1), 1, atol=1e-5) and (np.diff(chances, axis=1) <= 0).all()
    assert part["mean_loss"] == pytest.approx(epoch["validation"]["loss"], rel=1e-4)


def test_numbers_come_in_their_own_unit(project, train):
    text = project("data: {source: diabetes}", "loss: MSELoss", "epochs: 1", classes=1)
    events = train(text.replace("[N, 2]", "[N, 10]"))

    [told_] = named(events, "predictions")
    with np.load(told_["file"]) as kept:
        truth, said = kept["0.truth"], kept["0.predicted"]
    assert 25 <= truth.min() and truth.max() > 250
    mae = named(events, "epoch")[-1]["validation"]["mae"]
    assert np.abs(truth - said).mean() == pytest.approx(mae, rel=1e-4)


def test_every_pixel_of_a_mask_is_kept_and_counted(train, tmp_path):
    events = train(MASKS)

    [part] = named(events, "predictions")[-1]["parts"]
    found = named(events, "epoch")[-1]["validation"]
    matrix = np.array(part["confusion"])
    assert matrix.sum() == 8 * 16 * 16
    with np.load(named(events, "predictions")[-1]["file"]) as kept:
        said, true, right = kept["0.said"], kept["0.true"], kept["0.right"]
    assert said.shape == true.shape == (8, 16, 16)
    assert (said == true).mean() == pytest.approx(found["accuracy"]) == pytest.approx(right.mean())
    assert part["mean_loss"] == pytest.approx(found["loss"], rel=1e-4)
    weights = tmp_path / "run" / "last.safetensors"
    answering = Answering(compile_for_probe(loads(MASKS), weights=weights, folder=tmp_path))
    [(one, read)], _ = answering.answer({"image": Feed("data")})
    assert sum(told(one, read)["shares"].values()) == pytest.approx(1)


def test_a_large_mask_is_thinned_and_what_is_no_class_is_left_out():
    part = Part(Choice("CrossEntropyLoss", {"ignore_index": 7}), classes=("a", "b", "c"))
    output, target = torch.zeros(1, 3, 200, 100), torch.ones(1, 200, 100, dtype=torch.long)
    output[:, 1] = 5.0
    target[:, :, :50] = 7
    target[:, :20, 50:] = 2

    read = read_output(
        part, WeightedSum((part,), torch.device("cpu")).objectives[0], output, target
    )

    assert read.arrays["said"].shape == (1, 67, 50)
    assert read.arrays["right"][0] == pytest.approx(0.9)
    assert set(np.unique(read.arrays["true"])) == {1, 2, NO_CLASS}


def test_what_is_kept_is_bounded(project, train, monkeypatch):
    monkeypatch.setattr(keeping, "KEPT", 2)
    monkeypatch.setattr(keeping, "MOST_SAMPLES", 70)
    events = train(project("data: {source: moons, samples: 500, batch_size: 50}", "epochs: 4"))

    last = named(events, "predictions")[-1]
    assert (last["count"], last["of"]) == (70, 100)
    assert np.array(last["parts"][0]["confusion"]).sum() == 100
    with np.load(last["file"]) as kept:
        assert all(len(kept[name]) == 70 for name in kept.files)
    folder = Path(last["file"]).parent
    names = sorted(path.name for path in folder.iterdir())
    told = [Path(event["file"]).name for event in named(events, "predictions")]
    assert names == [*told[-2:], "samples.npz"]


def test_looking_changes_no_bit_of_a_run(project, train, tmp_path, monkeypatch):
    text = project("data: {source: moons, samples: 100}", "epochs: 2")
    train(text, "seen")
    monkeypatch.setattr(keeping.Predictions, "see", lambda *_: None)
    events = train(text, "unseen")

    assert named(events, "predictions") == []
    seen, unseen = (tmp_path / name / "last.safetensors" for name in ("seen", "unseen"))
    assert seen.read_bytes() == unseen.read_bytes()


def test_a_trained_network_answers_to_anything(project, train, tmp_path):
    text = project(
        "data: {source: moons, samples: 400}", "epochs: 20", "optimizer: {type: Adam, lr: 0.02}"
    )
    events = train(text)
    ready = compile_for_probe(loads(text), tmp_path / "run" / "last.safetensors")
    answering = Answering(ready)

    [(part, read)], sample = answering.answer({"point": Feed("numbers", text="0, 1.0")})
    said = told(part, read)
    assert said["class"] == "0" and said["chances"]["0"] > 0.9
    assert sample.words == "typed numbers"
    [(part, read)] = answering.validate()
    right = (read.arrays["top"][:, 0] == read.arrays["truth"]).mean()
    assert right == pytest.approx(named(events, "epoch")[-1]["validation"]["accuracy"])


def test_a_drawing_is_put_where_digits_are():
    drawn = np.zeros((56, 56), np.uint8)
    drawn[2:22, 30:34] = 255

    put = centred(drawn, 28, 28)

    rows, columns = np.flatnonzero(put.any(1)), np.flatnonzero(put.any(0))
    assert put.shape == (28, 28) and len(rows) == 20 and len(columns) == 4
    assert abs((rows[0] + rows[-1]) / 2 - 13.5) <= 0.5
    assert abs((columns[0] + columns[-1]) / 2 - 13.5) <= 0.5
    assert centred(np.zeros((9, 9), np.uint8), 28, 28).sum() == 0
    assert torch.from_numpy(centred(np.full((9, 9), 255, np.uint8), 8, 8)).float().mean() > 50
