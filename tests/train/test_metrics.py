"""Metrics are exact, follow from loss and data, and can be taken up in the middle of an epoch."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from train.measures import Measures, roc_auc
from train.metric_names import METRICS, applicable
from train.metrics import Meter
from train.objective import WeightedSum
from train.parts import Part
from train.settings import Choice

CPU = torch.device("cpu")
SCORES = ("accuracy", "top2_accuracy", "precision", "recall", "f1", "roc_auc", "perplexity")


def meter(loss: str, classes: int, *metrics: str, scale: float = 1.0) -> Meter:
    names = tuple(str(number) for number in range(classes))
    part = Part(Choice(loss), classes=names, metrics=metrics, scale=scale)
    return Meter(WeightedSum((part,), CPU), CPU)


def answers(batches: int = 40, classes: int = 4) -> list[tuple[torch.Tensor, torch.Tensor]]:
    random = torch.Generator().manual_seed(0)
    made = []
    for _ in range(batches):
        target = torch.randint(0, classes, (7,), generator=random)
        scores = torch.randn(7, classes, generator=random) + nn.functional.one_hot(target, classes)
        made.append((scores, target))
    return made


def test_metrics_of_classes_equal_what_the_textbook_computes():
    work = meter("CrossEntropyLoss", 4, *SCORES)
    for scores, target in answers():
        work.add((scores,), (target,))
        work.add_loss(0.0, 7)
    found = work.result()

    scores, target = (torch.cat(parts) for parts in zip(*answers(), strict=True))
    said = scores.argmax(1)
    per_class = []
    for each in range(4):
        hits = ((said == each) & (target == each)).sum().item()
        precision, recall = hits / (said == each).sum().item(), hits / (target == each).sum().item()
        per_class.append((precision, recall, 2 * precision * recall / (precision + recall)))
    for index, name in enumerate(("precision", "recall", "f1")):
        expected = sum(values[index] for values in per_class) / 4
        assert found[name] == pytest.approx(expected), name
    assert found["accuracy"] == (said == target).double().mean().item()
    top2 = (scores.topk(2).indices == target[:, None]).any(1).double().mean().item()
    assert found["top2_accuracy"] == top2
    expected = nn.functional.cross_entropy(scores.double(), target).exp().item()
    assert found["perplexity"] == pytest.approx(expected, rel=1e-6)
    areas = []
    for each in range(4):
        inside, outside = (
            scores.softmax(1)[mask, each] for mask in (target == each, target != each)
        )
        pairs = inside[:, None] - outside[None]
        areas.append((pairs > 0).double().mean().item() + (pairs == 0).double().mean().item() / 2)
    assert found["roc_auc"] == pytest.approx(sum(areas) / 4)


def test_ties_count_half_and_a_class_that_never_occurs_not_at_all():
    scores = torch.tensor([[0.1, 0.9, 0.0], [0.4, 0.6, 0.0], [0.4, 0.6, 0.0]])

    assert roc_auc(scores, torch.tensor([1, 1, 0])) == pytest.approx(0.75)


def test_numbers_are_measured_in_the_unit_of_the_target():
    work = meter("MSELoss", 0, "mae", "rmse", "r2", scale=10.0)
    output = torch.tensor([[1.0], [2.0], [4.0]])
    work.add((output,), (torch.tensor([[1.5], [2.0], [3.0]]),))
    work.add_loss(0.0, 3)

    found = work.result()

    assert found["mae"] == pytest.approx(10 * 0.5)
    assert found["rmse"] == pytest.approx(10 * (1.25 / 3) ** 0.5)
    assert found["r2"] == pytest.approx(1 - 1.25 / (7 / 6))


def test_what_the_loss_ignores_is_not_measured():
    part = Part(
        Choice("CrossEntropyLoss", {"ignore_index": 0}),
        classes=("-", "a", "b"),
        metrics=("accuracy",),
    )
    work = Meter(WeightedSum((part,), CPU), CPU)
    work.add((torch.eye(3),), (torch.tensor([0, 1, 1]),))
    work.add_loss(0.0, 3)

    assert work.result()["accuracy"] == 0.5


def test_one_score_is_a_yes_or_no():
    work = meter("BCEWithLogitsLoss", 2, "accuracy", "f1", "roc_auc")
    work.add((torch.tensor([[-1.0], [2.0], [3.0]]),), (torch.tensor([0, 1, 0]),))
    work.add_loss(0.0, 3)

    found = work.result()

    assert found["accuracy"] == pytest.approx(2 / 3)
    assert found["roc_auc"] == pytest.approx(0.5)


def test_a_meter_taken_up_in_the_middle_of_an_epoch_ends_in_the_same_bits(tmp_path):
    whole, first, second = (meter("CrossEntropyLoss", 4, *SCORES) for _ in range(3))
    for number, (scores, target) in enumerate(answers()):
        whole.add((scores,), (target,))
        whole.add_loss(0.5, 7)
        half = first if number < 23 else second
        half.add((scores,), (target,))
        half.add_loss(0.5, 7)
        if number == 22:
            torch.save(first.state(), tmp_path / "state.pt")
            second.restore(torch.load(tmp_path / "state.pt", weights_only=True))

    assert second.result() == whole.result()


def test_which_metrics_apply_follows_from_loss_and_data():
    assert applicable("CrossEntropyLoss", 3) == (
        "accuracy", "top2_accuracy", "precision", "recall", "f1", "roc_auc", "perplexity"
    )  # fmt: skip
    assert applicable("MSELoss", 0) == ("mae", "rmse", "r2")
    assert applicable("BCEWithLogitsLoss", 2) == (
        "accuracy",
        "precision",
        "recall",
        "f1",
        "roc_auc",
    )
    assert applicable("CrossEntropyLoss", 8000) == (
        "accuracy",
        *(f"top{k}_accuracy" for k in (2, 3, 5, 10)),
        "perplexity",
    )
    assert applicable("TripletMarginLoss", 0) == () == applicable("CTCLoss", 5)


@pytest.mark.parametrize("name", [name for name in METRICS if name != "loss"])
def test_every_metric_can_be_measured(name):
    of_numbers = METRICS[name].of == "numbers"
    work = Measures((name,), CPU)
    if of_numbers:
        work.update(torch.randn(30).double(), torch.randn(30).double())
    else:
        work.update(torch.randn(30, 12), torch.randint(0, 12, (30,)))

    [(found, value)] = work.result().items()
    assert found == name and isinstance(value, float)
