"""The lists of losses, optimizers and schedules are PyTorch's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from graph.catalog.layer import REQUIRED
from graph.catalog.snapshot import dumps
from train import catalog
from train.introspect import FUNCTIONS, LEFT_OUT, introspect
from train.objective import CLASSES
from train.optimization import OPTIMIZERS
from train.scheduling import SCHEDULERS

ALL = [*catalog.losses().values(), *catalog.optimizers().values(), *catalog.schedules().values()]


def test_the_snapshot_equals_a_fresh_reading_of_the_installed_torch():
    assert catalog.FILE.read_text(encoding="utf-8") == dumps(introspect())


def test_nothing_that_pytorch_offers_is_missing_without_a_reason():
    losses = {n for n in vars(torch.nn) if n.endswith("Loss")}
    schedulers = set(torch.optim.lr_scheduler.__all__)
    optimizers = {
        name
        for name, value in vars(torch.optim).items()
        if isinstance(value, type) and issubclass(value, torch.optim.Optimizer)
    }

    assert losses - set(catalog.losses()) <= set(LEFT_OUT)
    assert optimizers - set(catalog.optimizers()) <= set(LEFT_OUT)
    assert schedulers - set(catalog.schedules()) <= set(LEFT_OUT)


@pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.type)
def test_every_entry_can_be_shown_in_a_form(entry):
    assert entry.summary.endswith(".") and len(entry.summary) > 10
    for argument in entry.arguments:
        assert argument.name not in FUNCTIONS
        assert argument.type != "choice" or argument.choices, argument.name
        assert (
            argument.default is not REQUIRED
            or argument.start is not None
            or (argument.name == "milestones")
        ), argument.name


@pytest.mark.parametrize("name", catalog.optimizers())
def test_every_default_that_is_shown_is_pytorchs_own(name):
    given = {
        argument.name: argument.default
        for argument in catalog.optimizers()[name].arguments
        if argument.default is not None
    }
    shape = (3, 3)

    shown = OPTIMIZERS[name]([torch.nn.Parameter(torch.zeros(shape))], **given)
    plain = OPTIMIZERS[name]([torch.nn.Parameter(torch.zeros(shape))])

    assert shown.defaults == plain.defaults


def test_every_listed_class_can_be_found_again():
    assert set(catalog.losses()) == set(CLASSES) == set(catalog.LOSS_NEEDS)
    assert set(catalog.schedules()) == set(SCHEDULERS)


def test_the_catalog_and_the_configuration_need_no_torch():
    code = (
        "import sys; from train import catalog, config, events, client, run_folder\n"
        "catalog.losses(); catalog.optimizers(); catalog.schedules()\n"
        "assert 'torch' not in sys.modules and 'ignite' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
