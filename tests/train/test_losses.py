"""Losses of several outputs: each compares its own target, and together they are what trains."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from graph.errors import TrainingError
from graph.project_file import dumps, loads
from graph.shapes import analyze
from train.balancing import class_weights, count_classes
from train.config import check_training, set_values
from train.events import Event
from train.own_losses import GaussianKLLoss
from train.request import Request
from train.session import Session
from train.settings import TrainingConfig
from train.steering import Steering

HEADS = """layerloom: 1
name: Heads
nodes:
  row:    {type: Input, shape: [N, 3]}
  body:   {type: Linear, out_features: 16}
  relu:   {type: ReLU}
  kind:   {type: Linear, out_features: 3}
  size:   {type: Linear, out_features: 1}
  scores: {type: Output}
  length: {type: Output}
edges:
  - row -> body -> relu -> kind -> scores
  - relu -> size -> length
training:
  data: {source: csv, path: rows.csv, batch_size: 16}
  loss:
    - {output: scores, type: CrossEntropyLoss, target: kind, class_weight: balanced}
    - {output: length, type: MSELoss, target: cm, weight: 0.5}
  metrics: [accuracy, f1, mae]
  best: validation.scores.f1
  epochs: 3
"""


@pytest.fixture
def rows(write):
    """A table with two targets: a kind in words, twice as often red as blue, and a length."""
    random = np.random.RandomState(0)
    lines = ["a,b,c,kind,cm"]
    for number in range(120):
        a, b, c = random.random_sample(3)
        kind = ("red", "red", "green", "blue")[number % 4]
        lines.append(f"{a + (kind == 'red'):.6f},{b:.6f},{c:.6f},{kind},{10 * a + b:.6f}")
    return write("rows.csv", "\n".join(lines) + "\n")


@pytest.fixture
def train_here(tmp_path):
    """A run without its process; returns what it told."""

    def train_here(text: str, folder: Path) -> list[Event]:
        events: list[Event] = []
        request = Request(text, tmp_path / "run", folder)
        assert Session(request, events.append, Steering()).run(), events[-1]
        return events

    return train_here


def test_a_list_of_losses_is_kept_byte_by_byte():
    assert dumps(loads(HEADS)) == HEADS

    config = TrainingConfig.from_document(loads(HEADS))
    assert [term.outputs for term in config.terms] == [("scores",), ("length",)]
    assert [term.weight for term in config.terms] == [1.0, 0.5]
    assert config.data.options["target"] == "kind" and config.data.options["ignore"] == ("cm",)


def test_each_output_is_compared_with_its_own_column(rows, train_here):
    recorded = train_here(HEADS, rows.parent)

    epochs = [event for event in recorded if event["event"] == "epoch"]
    names = ["loss", "scores.loss", "scores.accuracy", "scores.f1", "length.loss", "length.mae"]
    assert list(epochs[-1]["validation"]) == names
    for phase in ("train", "validation"):
        found = epochs[-1][phase]
        total = found["scores.loss"] + 0.5 * found["length.loss"]
        assert found["loss"] == pytest.approx(total, rel=1e-4)
    assert recorded[-1]["best"]["metric"] == "validation.scores.f1"


def test_a_balanced_loss_weighs_classes_as_the_textbook_does():
    labels = torch.tensor([0, 0, 0, 1])
    assert class_weights(count_classes(labels, 2)).tolist() == pytest.approx([4 / 6, 2.0])


def test_an_autoencoder_can_be_variational():
    mean, log_variance = torch.randn(5, 4), torch.randn(5, 4)
    own = torch.distributions.Normal(mean, (log_variance / 2).exp())
    exact = torch.distributions.kl_divergence(own, torch.distributions.Normal(0.0, 1.0))

    assert GaussianKLLoss()(mean, log_variance).item() == pytest.approx(
        exact.sum(1).mean().item(), rel=1e-5
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("output: scores", "output: score", "there is no Output node 'score'; there are"),
        ("target: cm", "target: inch", "no column 'inch'"),
        ("{output: length, type: MSELoss", "{type: MSELoss", "names what it compares"),
        ("weight: 0.5", "weight: much", "expected a number"),
        ("weight: 0.5", "weight: balanced", "those of classes are class_weight"),
        ("type: MSELoss", "type: CrossEntropyLoss", "needs class numbers"),
        ("class_weight: balanced", "class_weight: [1, 2]", "2 weights for 3 classes"),
        ("f1, mae", "f1, r3", "there is no 'r3'"),
        ("f1, mae", "f1, perplexitee", "did you mean perplexity?"),
        ("best: validation.scores.f1", "best: validation.length.f1", "not by length.f1"),
    ],
)
def test_what_does_not_fit_is_said_in_words(rows, before, after, said):
    document = loads(HEADS.replace(before, after))
    problems = check_training(document, analyze(document), rows.parent)

    [found] = [problem for problem in problems if said in problem.message]
    for fix in found.fixes:
        mended = loads(HEADS.replace(before, after))
        mended.apply(fix.edit)
        again = check_training(mended, analyze(mended), rows.parent)
        assert not any(said in problem.message for problem in again), fix.label


def test_one_loss_of_a_list_is_set_by_its_place():
    document = loads(HEADS)

    set_values(document, ["loss.1.weight=2", "loss.0.label_smoothing=0.1"])

    config = TrainingConfig.from_document(document)
    assert config.terms[1].weight == 2 and config.terms[1].loss.type == "MSELoss"
    assert config.terms[0].loss.arguments["label_smoothing"] == 0.1
    with pytest.raises(TrainingError, match="expected a number"):
        set_values(document, ["loss.1.weight=much"])
