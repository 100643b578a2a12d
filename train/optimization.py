"""Optimizer and parameter groups, built from plain values."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch import nn
from torch.nn.modules.batchnorm import _NormBase

from graph.errors import TrainingError
from graph.phrases import later
from train import catalog
from train.grouping import NOTHING, Formed, Member, fits, form_groups, said, titles
from train.settings import OptimizerConfig

OPTIMIZERS = {name: getattr(torch.optim, name) for name in catalog.optimizers()}

#: Layers of PyTorch that normalise; own ones say it by their names.
_NORMS = (_NormBase, nn.LayerNorm, nn.GroupNorm, nn.RMSNorm)

ParameterList = list[dict[str, Any]]


def build_optimizer(
    network: nn.Module, config: OptimizerConfig, owners: Mapping[str, str]
) -> torch.optim.Optimizer:
    """Build the optimizer over the trainable parameters of ``network``; freeze what groups freeze.

    ``owners`` gives the node that each parameter belongs to.
    Raises: TrainingError, if there is nothing to train, a group matches no layer, or PyTorch
    refuses.
    """
    formed = formed_groups(members_of(network, owners), config)
    if not any(group.members for group in formed):
        raise TrainingError(
            "the network has no parameters to train", "add a layer with weights, such as Linear"
        )
    if all(group.frozen or not group.members for group in formed):
        raise TrainingError("every parameter group is frozen", "let one of them learn")
    groups = as_dicts(formed, dict(network.named_parameters()))
    for group, dictionary in zip(formed, groups, strict=True):
        for parameter in dictionary["params"] if group.frozen else ():
            parameter.requires_grad_(False)
    return make_optimizer(config, groups)


def make_optimizer(config: OptimizerConfig, groups: ParameterList) -> torch.optim.Optimizer:
    """Raises: TrainingError, if PyTorch refuses."""
    given = groups if config.is_grouped else groups[0]["params"]
    try:
        optimizer: torch.optim.Optimizer = OPTIMIZERS[config.type](given, **config.arguments)
    except (TypeError, ValueError, RuntimeError) as error:
        raise TrainingError(
            later("{name}: {words}", name=config.type, words=error), "change optimizer in training"
        ) from error
    return optimizer


def settle(optimizer: torch.optim.Optimizer, config: OptimizerConfig) -> None:
    """Decide once what PyTorch decides anew in every step, a fiftieth of a short one.

    That is whether weights are updated together: unless it is told, on the CPU they are not.
    """
    if "foreach" not in optimizer.defaults or config.arguments.keys() & {"foreach", "fused"}:
        return
    for group in optimizer.param_groups:
        on_cpu = all(parameter.device.type == "cpu" for parameter in group["params"])
        group["foreach"] = False if on_cpu else None


def formed_groups(members: Iterable[Member], config: OptimizerConfig) -> list[Formed]:
    """What ``torch.optim`` takes, in names. Raises: TrainingError, if a group fits nothing."""
    members = list(members)
    for group, title in zip(config.groups, titles(config), strict=True):
        if group.nodes == NOTHING:
            raise TrainingError(
                later("{group} has no layer yet", group=repr(title) if group.name else title),
                "paint layers on the canvas, or write their names or a pattern such as conv*",
            )
        if not any(fits(group, member) for member in members):
            raise TrainingError(
                later(
                    "the parameter group {nodes} fits no layer with weights",
                    nodes=repr(said(group)),
                ),
                "use a layer's name, a frame's name, or a pattern such as conv*",
            )
    return form_groups(members, config, default_decay(config.type))


def as_dicts(formed: Iterable[Formed], parameters: Mapping[str, nn.Parameter]) -> ParameterList:
    """The textbook's list: a dict per group, with its parameters and what is its own."""
    return [
        {"params": [parameters[member.name] for member in group.members], **group.settings}
        for group in formed
    ]


def default_decay(optimizer: str) -> float:
    """The weight decay that an optimizer has by itself; 0 where it knows none."""
    found = inspect.signature(OPTIMIZERS[optimizer]).parameters.get("weight_decay")
    return 0.0 if found is None else float(found.default)


def members_of(network: nn.Module, owners: Mapping[str, str]) -> list[Member]:
    """Every parameter of a network, in its order; shared ones once."""
    modules = dict(network.named_modules())
    return [
        Member(
            name,
            owners.get(name, ""),
            _kind(name, modules[name.rpartition(".")[0]]),
            tuple(parameter.shape),
            parameter.requires_grad,
            bool(getattr(modules[name.rpartition(".")[0]], "sparse", False)),
        )
        for name, parameter in network.named_parameters()
    ]


def _kind(name: str, module: nn.Module) -> str:
    own = type(module).__module__.partition(".")[0] != "torch"
    if isinstance(module, _NORMS) or (own and type(module).__name__.endswith("Norm")):
        return "norm"
    return "bias" if "bias" in name.rpartition(".")[2].split("_") else "weight"
