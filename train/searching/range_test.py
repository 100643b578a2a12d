"""The learning-rate range test: the rate grows from step to step, on a copy of the network."""

from __future__ import annotations

import copy
import math
from dataclasses import replace
from typing import Any, Protocol

import torch
from torch import nn

from graph.phrases import later
from train.batches import Batches
from train.checkpoints import random_states, restore_random_states
from train.events import Emit, Event
from train.objective import WeightedSum
from train.optimization import build_optimizer
from train.searching.suggesting import smooth, suggest_rate
from train.settings import TrainingConfig
from train.steering import Steering
from train.step import Step

#: From which rate to which, and in how many steps.
LOW, HIGH, STEPS = 1e-7, 10.0, 120

#: It ends once the smoothed loss is so many times the lowest.
DIVERGED = 4.0


class Setup(Protocol):
    """A run that is set up and not begun."""

    network: nn.Module
    config: TrainingConfig
    batches: Batches
    objective: WeightedSum
    owners: Any


def device_of(setup: Setup) -> torch.device:
    return next(setup.network.parameters()).device


def copied_step(setup: Setup, emit: Emit) -> tuple[Step, torch.optim.Optimizer]:
    """What makes steps as the run would, on a copy of its network with an optimizer of its own."""
    network = copy.deepcopy(setup.network)
    network.train()
    config = setup.config
    plain = replace(config.regularity, ema=None, compile=False)
    optimizer = build_optimizer(network, config.optimizer, setup.owners)
    step = Step(
        network,
        setup.objective,
        optimizer,
        replace(config, regularity=plain),
        device_of(setup),
        emit,
    )
    return step, optimizer


def find_rate(setup: Setup, emit: Emit, steering: Steering) -> Event:
    """Sweep the rate and return the last event, ``found``; the run's own state is left as it is.

    Groups keep the ratio of their rates; what is told is that of the optimizer itself.
    """
    random = random_states()
    try:
        rates, losses, why = _sweep(setup, emit, steering)
    finally:
        restore_random_states(random)
    found = suggest_rate(rates, smooth(losses))
    reason = found["reason"] or why
    return {"event": "found", "search": "lr", **found, "reason": reason}


def _sweep(setup: Setup, emit: Emit, steering: Steering) -> tuple[list[float], list[float], str]:
    step, optimizer = copied_step(setup, emit)
    starts = [float(group["lr"]) for group in optimizer.param_groups]
    lead = float(setup.config.optimizer.arguments.get("lr", optimizer.defaults["lr"]))
    rates: list[float] = []
    losses: list[float] = []
    batches = setup.batches.training(0)
    for index in range(STEPS):
        if _is_told_to_stop(steering):
            return rates, losses, later("it was stopped")
        rate = LOW * (HIGH / LOW) ** (index / (STEPS - 1))
        for group, start in zip(optimizer.param_groups, starts, strict=True):
            group["lr"] = start * rate / lead if lead else rate
        taken = step(next(batches))
        whole = sum(taken.sizes)
        loss = sum(
            float(each) * size / whole for each, size in zip(taken.losses, taken.sizes, strict=True)
        )
        if not math.isfinite(loss):
            return rates, losses, ""
        rates.append(rate)
        losses.append(loss)
        smoothed = smooth(losses)
        emit({"event": "rate", "step": index + 1, "of": STEPS, "lr": rate, "loss": loss,
              "smoothed": smoothed[-1]})  # fmt: skip
        if index > STEPS // 10 and smoothed[-1] > DIVERGED * max(min(smoothed), 1e-12):
            return rates, losses, ""
    return rates, losses, ""


def _is_told_to_stop(steering: Steering) -> bool:
    command = steering.next()
    return command is not None and command.get("command") == "stop"
