"""Losses, optimizers and schedulers of the installed PyTorch, read into ``catalog.json``.

``python -m train.introspect`` writes the file, which is all that the app and the command line
need; a test holds it equal to a fresh reading. What signatures cannot say stands in the tables.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import torch
import torch.nn.modules.loss

from graph.catalog.docstrings import argument_lines, plain
from graph.catalog.layer import REQUIRED, Argument, ArgumentType, Family, Layer
from graph.catalog.signatures import Parameter, read_signature
from graph.catalog.snapshot import Snapshot, write_snapshot
from train.catalog import FILE, LENGTHS, LOSSES_WITH_WEIGHTS
from train.own_losses import GaussianKLLoss

#: Parameters that no project sets: what we pass ourselves, and what PyTorch has deprecated.
DROPPED = {
    "params", "optimizer", "last_epoch", "size_average", "reduce", "device", "dtype",
    "differentiable", "scale_mode", "epochs", "steps_per_epoch",
}  # fmt: skip

#: Parameters for those who know why; folded away in forms.
ADVANCED = {"foreach", "fused", "capturable", "maximize", "eps", "decoupled_weight_decay"}

#: Functions that a plain value cannot describe and that have a default.
FUNCTIONS = {"scale_fn", "distance_function"}

#: Not offered, and why.
LEFT_OUT = {
    "NLLLoss2d": "an old name of NLLLoss",
    **dict.fromkeys(LOSSES_WITH_WEIGHTS, "it has weights of its own, which belong on the canvas"),
    "Optimizer": "abstract",
    "LRScheduler": "abstract",
}

#: Inclusive bounds by name.
RANGES: Mapping[str, tuple[float | None, float | None]] = {
    "lr": (0, None),
    "momentum": (0, None),
    "weight_decay": (0, None),
    "dampening": (0, 1),
    "eps": (0, None),
    "betas": (0, 1),
    "alpha": (0, 1),
    "rho": (0, 1),
    "label_smoothing": (0, 1),
    "gamma": (0, None),
    "step_size": (1, None),
    "T_max": (1, None),
    "T_0": (1, None),
    "T_mult": (1, None),
    "total_iters": (1, None),
    "total_steps": (1, None),
    "pct_start": (0, 1),
    "patience": (0, None),
    "cooldown": (0, None),
    "milestones": (1, None),
    "max_iter": (1, None),
    "history_size": (1, None),
    "ns_steps": (1, None),
    "beta": (0, None),
    "delta": (0, None),
    "start_factor": (1e-12, 1),
    "end_factor": (0, 1),
    "step_size_up": (1, None),
    "step_size_down": (1, None),
}

#: What a new choice starts with, where PyTorch has no default, or one that moves nothing.
STARTS: Mapping[str, Mapping[str, Any]] = {
    "KLDivLoss": {"reduction": "batchmean"},
    "SGD": {"lr": 0.01, "momentum": 0.9},
    "LBFGS": {"line_search_fn": "strong_wolfe"},
    "StepLR": {"step_size": 10},
    "MultiStepLR": {"milestones": (10, 20)},
    "ExponentialLR": {"gamma": 0.95},
    "CosineAnnealingWarmRestarts": {"T_0": 10},
    "CyclicLR": {"base_lr": 0.0001, "max_lr": 0.01},
    "OneCycleLR": {"max_lr": 0.01},
    "LambdaLR": {"lr_lambda": "=0.95 ** epoch"},
    "MultiplicativeLR": {"lr_lambda": "=0.95"},
}

#: Filled in from the length of the run when left out or ``auto``.
AUTO = set(LENGTHS.items())

#: Types that signatures give in words our reader does not know.
TYPES: Mapping[str, Any] = {
    "milestones": "ints",
    "weight": "floats",
    "pos_weight": "floats",
    "max_lr": "floats",
    "base_lr": "floats",
    "min_lr": "floats",
    "base_momentum": "floats",
    "max_momentum": "floats",
    "schedulers": "any",
    "lr_lambda": "floats",
    "T_max": "int",
    "T_0": "int",
    "step_size": "int",
    "total_iters": "int",
    "gamma": "float",
    "lr": "float",
    "weight_decay": "float",
    "betas": "floats",
    "step_size_down": "int",
}

CHOICES: Mapping[str, tuple[str, ...]] = {
    "reduction": ("mean", "sum"),  # "none" gives no single number to go down on
    "anneal_strategy": ("cos", "linear"),
    "line_search_fn": ("strong_wolfe",),
    "adjust_lr_fn": ("original", "match_rms_adamw"),
    "KLDivLoss.reduction": ("mean", "sum", "batchmean"),
    "CyclicLR.mode": ("triangular", "triangular2", "exp_range"),
}


def introspect() -> Snapshot:
    """Every loss, optimizer and scheduler that plain values can describe."""
    losses = _classes(vars(torch.nn.modules.loss).values(), torch.nn.Module)
    losses = [c for c in losses if c.__module__ == "torch.nn.modules.loss" and c.__name__[0] != "_"]
    losses = sorted([*losses, GaussianKLLoss], key=lambda c: c.__name__)
    optimizers = _classes(vars(torch.optim).values(), torch.optim.Optimizer)
    module = torch.optim.lr_scheduler
    schedulers = [
        c
        for c in _classes(vars(module).values(), module.LRScheduler)
        if c.__name__ in module.__all__
    ]
    sections = (("loss", losses), ("optimizer", optimizers), ("schedule", schedulers))
    layers = [_read(cls, family) for family, classes in sections for cls in classes]
    families = tuple(Family(key, key.title(), key, key) for key, _ in sections)
    return Snapshot(torch.__version__.partition("+")[0], families, tuple(layers))


def _classes(values: Iterable[Any], ancestor: type) -> list[type]:
    found = {v for v in values if isinstance(v, type) and issubclass(v, ancestor)}
    return sorted((v for v in found if v.__name__ not in LEFT_OUT), key=lambda v: v.__name__)


def _read(cls: Any, family: str) -> Layer:
    docs = argument_lines(cls.__doc__)
    arguments = tuple(
        _argument(cls.__name__, parameter, docs)
        for parameter in read_signature(cls.__init__)
        if parameter.name not in DROPPED | FUNCTIONS
    )
    return Layer(
        cls.__name__,
        "loss" if family == "loss" else "other",
        family,
        summary=_summary(cls),
        arguments=arguments,
        inputs=(),
        outputs=(),
    )


def _argument(owner: str, parameter: Parameter, docs: Mapping[str, str]) -> Argument:
    name = parameter.name
    low, high = RANGES.get(name, (None, None))
    choices = CHOICES.get(f"{owner}.{name}") or CHOICES.get(name) or parameter.choices
    automatic = (owner, name) in AUTO
    default = None if automatic else parameter.default
    if default is REQUIRED and name in ("lr", "schedulers"):
        default = 0.001 if name == "lr" else ()
    kind: ArgumentType = "choice" if choices else TYPES.get(name, parameter.type)
    if kind in ("float", "floats") and type(default) is int:
        default = float(default)
    return replace(
        Argument(name, kind, default),
        optional=parameter.optional or automatic,
        low=low,
        high=high,
        choices=choices,
        length=parameter.length,
        doc=docs.get(name, ""),
        auto="length of the run" if automatic else "",
        start=STARTS.get(owner, {}).get(name),
        advanced=name in ADVANCED,
    )


def _summary(cls: type) -> str:
    """The first sentence of PyTorch's documentation, in one line."""
    text = inspect.cleandoc(cls.__doc__ or "")
    paragraph = next((p for p in text.split("\n\n") if p and not p.startswith("..")), "")
    return plain(paragraph).partition(". ")[0].rstrip(".: ") + "."


if __name__ == "__main__":
    write_snapshot(introspect(), FILE)
