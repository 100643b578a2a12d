"""Another loss, optimizer or schedule keeps what was said, as far as it holds there."""

from __future__ import annotations

import pytest

from graph.project_file import loads
from train.catalog import losses
from train.other_type import arguments_of, optimizer_of
from train.reading import read_training
from train.schedule_edits import choose_type, given_schedule


def test_what_only_the_one_before_began_with_is_not_carried_on():
    divergence = {"type": "KLDivLoss", **losses()["KLDivLoss"].start_arguments}

    assert arguments_of(losses()["MSELoss"], divergence, losses()["KLDivLoss"]) == {}


def test_a_value_that_the_other_would_refuse_is_not_carried_on():
    known = losses()
    said = {"type": "CrossEntropyLoss", "weight": "balanced", "reduction": "sum"}

    before = known["CrossEntropyLoss"]
    assert arguments_of(known["NLLLoss"], said, before) == {
        "weight": "balanced",
        "reduction": "sum",
    }
    assert arguments_of(known["BCELoss"], said, before) == {"reduction": "sum"}


def test_an_optimizer_takes_over_groups_and_what_does_not_decay():
    said = {
        "type": "SGD", "lr": 0.2, "momentum": 0.9, "weight_decay": 0.01, "no_decay": ("bias",),
        "groups": ({"nodes": "fc*", "lr": 0.1, "momentum": 0.5},),
    }  # fmt: skip

    assert optimizer_of("AdamW", said) == {
        "type": "AdamW", "lr": 0.2, "weight_decay": 0.01, "no_decay": ("bias",),
        "groups": ({"nodes": "fc*", "lr": 0.1},),
    }  # fmt: skip
    assert "no_decay" not in optimizer_of("Rprop", said)


@pytest.mark.parametrize(
    ("schedule", "type_", "after"),
    [
        ("{type: OneCycleLR, max_lr: 0.1, per: step}", "StepLR", {"step_size": 10}),
        (
            "{type: StepLR, step_size: 3, per: step}",
            "ExponentialLR",
            {"gamma": 0.95, "per": "step"},
        ),
        (
            "{type: ChainedScheduler, schedulers: [{type: LinearLR}, {type: ConstantLR}]}",
            "SequentialLR",
            {"schedulers": [{"type": "LinearLR"}, {"type": "ConstantLR"}], "milestones": [5]},
        ),
    ],
)
def test_a_schedule_of_another_type_can_be_run(project, schedule, type_, after):
    document = loads(project("data: {source: moons}", f"schedule: {schedule}", "epochs: 10"))

    document.apply(choose_type(document, (), type_))

    assert given_schedule(document).pop("type") == type_
    found = given_schedule(document)
    found = {k: list(v) if isinstance(v, tuple) else v for k, v in found.items() if k != "type"}
    assert found == after
    assert read_training(document.training)[1] == []
