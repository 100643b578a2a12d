"""``training:`` is read with all its defaults, and everything odd in it is named with a fix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.document import Document
from graph.edits import SetTraining
from graph.errors import TrainingError
from train.catalog import LOSSES_WITH_WEIGHTS
from train.config import TrainingConfig, set_values
from train.reading import read_training
from train.settings import Choice, OptimizerConfig, ParameterGroup, ScheduleConfig

FULL = {
    "data": {"source": "digits", "validation": 0.2, "batch_size": 64, "seed": 0},
    "loss": {"type": "CrossEntropyLoss"},
    "optimizer": {
        "type": "SGD",
        "lr": 0.1,
        "momentum": 0.9,
        "groups": ({"nodes": "classifier.*", "lr": 0.01},),
    },
    "schedule": {"type": "CosineAnnealingLR", "T_max": 20},
    "epochs": 20,
    "seed": 0,
    "device": "auto",
}


def problems_of(training):
    return read_training(training)[1]


def test_an_empty_mapping_has_every_default():
    config, problems = read_training({})

    assert problems == []
    assert config == TrainingConfig()


def test_the_example_of_the_design_is_read_as_it_stands():
    config, problems = read_training(FULL)

    assert problems == []
    assert config.loss == Choice("CrossEntropyLoss")
    assert config.optimizer == OptimizerConfig(
        "SGD", {"lr": 0.1, "momentum": 0.9}, (ParameterGroup(("classifier.*",), {"lr": 0.01}),)
    )
    assert config.schedule == ScheduleConfig("CosineAnnealingLR", {"T_max": 20}, "epoch")
    assert (config.epochs, config.data.source, config.data.batch_size) == (20, "digits", 64)


def test_a_type_alone_is_enough():
    config, problems = read_training({"loss": "MSELoss", "optimizer": "SGD", "schedule": "StepLR"})

    assert (config.loss.type, config.optimizer.type) == ("MSELoss", "SGD")
    assert [p.message for p in problems] == ["training.schedule: StepLR needs step_size"]


@pytest.mark.parametrize(
    ("training", "said"),
    [
        ({"epoch": 3}, "there is no key 'epoch'; did you mean epochs?"),
        ({"epochs": 0}, "training.epochs: expected a whole number from 1"),
        ({"epochs": True}, "training.epochs"),
        ({"epochs": "many"}, "not 'many'"),
        ({"seed": -1}, "training.seed"),
        ({"device": "gpu"}, "there is no device 'gpu'"),
        ({"data": {"source": "mnst"}}, "there is no 'mnst'; did you mean mnist?"),
        ({"data": {"validation": 1.0}}, "a fraction from 0 to below 1"),
        ({"data": {"batch_size": 0}}, "training.data.batch_size"),
        ({"data": {"normalize": "yes"}}, "training.data.normalize"),
        ({"data": {"source": "moons", "noise": -1}}, "a number of at least 0"),
        ({"data": {"source": "moons", "path": "x"}}, "there is no key 'path'"),
        ({"data": {"targets": "labels"}}, "knows only 'inputs'"),
        ({"data": 7}, "expected keys with values"),
        ({"loss": {"type": "CrossEntropy"}}, "did you mean CrossEntropyLoss?"),
        ({"loss": {"type": "MSELoss", "reduction": "none"}}, "there is no 'none'"),
        ({"loss": {"type": "MSELoss", "margin": 1}}, "there is no key 'margin'"),
        ({"optimizer": {"type": "adam"}}, "did you mean Adam?"),
        ({"optimizer": {"lr": -0.1}}, "training.optimizer.lr: expected a number of at least 0"),
        ({"optimizer": {"lr": "fast"}}, "not 'fast'"),
        ({"optimizer": {"lr": float("nan")}}, "training.optimizer.lr"),
        ({"optimizer": {"betas": (0.9,)}}, "expected 2 values"),
        ({"optimizer": {"groups": "conv1"}}, "expected a list"),
        ({"optimizer": {"groups": ({"lr": 1},)}}, "a group names its layers"),
        ({"schedule": {"type": "SequentialLR"}}, "needs its parts"),
        ({"schedule": {"type": "StepLR", "step_size": 0}}, "of at least 1"),
        ({"schedule": {"type": "StepLR", "step_size": 2, "per": "batch"}}, "there is no 'batch'"),
        ({"schedule": {"type": "LambdaLR", "lr_lambda": "=__import__('os')"}}, "lr_lambda"),
        ({"schedule": {"type": "LambdaLR", "lr_lambda": "=width * 2"}}, "'width' means nothing"),
        ({"schedule": {"type": "LambdaLR", "lr_lambda": "=epoch > 2"}}, "which is no factor"),
        (
            {"schedule": {"type": "SequentialLR", "milestones": (1, 2),
                          "schedulers": ({"type": "LinearLR"}, {"type": "LinearLR"})}},
            "2 parts need 1 milestones",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_named_with_its_place(training, said):
    problems = problems_of(training)

    assert len(problems) >= 1
    assert any(said in problem.message for problem in problems)
    assert all(problem.message.startswith("training") for problem in problems)


@pytest.mark.parametrize(
    "training",
    [
        {"epoch": 3},
        {"epochs": 0},
        {"data": {"source": "mnst"}},
        {"loss": "CrossEntropy"},
        {"optimizer": {"lr": -1}},
        {"schedule": "StepLR"},
        {"data": {"batchsize": 3}},
    ],
)
def test_every_fix_of_a_setting_mends_it(training):
    document = Document()
    document.training = training
    [problem] = problems_of(training)

    for fix in problem.fixes:
        inverse = document.apply(fix.edit)
        assert problems_of(document.training) == [], fix.label
        document.apply(inverse)

    assert problem.fixes
    assert document.training == training


def test_schedules_nest_and_say_what_they_are_stepped_by():
    config, problems = read_training(
        {
            "schedule": {
                "type": "SequentialLR",
                "per": "step",
                "milestones": (5,),
                "schedulers": ({"type": "LinearLR"}, {"type": "CosineAnnealingLR"}),
            }
        }
    )

    assert problems == []
    assert config.schedule is not None
    assert config.schedule.per == "step"
    assert [part.type for part in config.schedule.schedulers] == ["LinearLR", "CosineAnnealingLR"]
    assert (
        read_training({"schedule": {"type": "OneCycleLR", "max_lr": 1}})[0].schedule.per == "step"
    )


def test_a_self_referring_depth_of_schedules_is_refused():
    schedule = {"type": "StepLR", "step_size": 1}
    for _ in range(50):
        schedule = {"type": "ChainedScheduler", "schedulers": (schedule,)}

    assert any("nested too deep" in p.message for p in problems_of({"schedule": schedule}))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            st.sampled_from(["type", "lr", "groups", "source", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["data", "loss", "optimizer", "schedule", "epochs", "seed", "device", "?"]),
        values,
    )
)
def test_nothing_that_stands_under_training_makes_reading_raise(training):
    config, _ = read_training(training)

    assert 1 <= config.epochs
    assert config.data.batch_size >= 1


def test_values_are_set_as_the_command_line_gives_them():
    document = Document()
    document.training = FULL

    set_values(document, ["optimizer.lr=0.5", "epochs=3", "loss=MSELoss", "data.batch_size=16"])
    config = TrainingConfig.from_document(document)

    assert config.optimizer.arguments == {"lr": 0.5, "momentum": 0.9}
    assert (config.epochs, config.loss.type, config.data.batch_size) == (3, "MSELoss", 16)


@pytest.mark.parametrize(
    "text", ["lr", "=3", "optimizer..lr=1", "epochs=many", "optimiser.lr=1", "optimizer.type=Sgd2"]
)
def test_a_setting_that_makes_no_sense_is_refused_and_changes_nothing(text):
    document = Document()
    document.training = FULL

    with pytest.raises(TrainingError):
        set_values(document, [text])

    assert document.training == FULL


@pytest.mark.parametrize("name", sorted(LOSSES_WITH_WEIGHTS))
def test_a_loss_with_weights_is_no_loss_and_says_what_to_take(name):
    [problem] = read_training({"loss": {"type": name}})[1]

    assert f"{name} has weights of its own" in problem.message
    [fix] = problem.fixes
    assert fix.edit == SetTraining(("loss", "type"), "CrossEntropyLoss")
