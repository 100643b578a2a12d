"""Layers that stop learning in the middle of a run, and layers that begin to."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from torch import nn
from torch.optim import Optimizer

from graph.errors import TrainingError
from graph.phrases import later
from train.grouping import group_of, matches
from train.optimization import formed_groups, members_of
from train.settings import OptimizerConfig


class Freezing:
    """Freezes parameters by the names of their nodes; their optimizer keeps what it knew of them.

    A parameter that was frozen from the start is not in the optimizer: it joins the group that
    fits it when it is unfrozen.
    """

    def __init__(
        self,
        network: nn.Module,
        optimizer: Optimizer,
        config: OptimizerConfig,
        owners: Mapping[str, str],
    ) -> None:
        self._parameters = dict(network.named_parameters())
        self._optimizer, self._config, self._owners = optimizer, config, owners
        self._learned = {name: p.requires_grad for name, p in self._parameters.items()}
        self._members = [list(group["params"]) for group in optimizer.param_groups]
        self._joined: list[str] = []
        held = {id(p) for members in self._members for p in members}
        self._known = {
            member.name: replace(member, learns=id(self._parameters[member.name]) in held)
            for member in members_of(network, owners)
        }
        #: The optimizer's groups, in its order.
        self.groups = formed_groups(self._known.values(), config)

    def change(self, nodes: str, is_frozen: bool) -> list[str]:
        """Freeze or unfreeze what ``nodes`` fits; return the parameters that were changed.

        Raises: TrainingError, if it fits none, or nothing would be left to learn.
        """
        found = [n for n in self._parameters if matches(nodes, n, self._owners.get(n, ""))]
        if not found:
            raise TrainingError(
                later("{nodes} fits no layer with weights", nodes=repr(nodes)),
                later("use a layer's name, or a pattern: conv*"),
            )
        changed = [n for n in found if self._parameters[n].requires_grad == is_frozen]
        if is_frozen and all(
            n in changed or not p.requires_grad for n, p in self._parameters.items()
        ):
            raise TrainingError(
                later("nothing would be left to learn"), later("freeze fewer layers")
            )
        new = [n for n in changed if not is_frozen and not self._is_held(n)]
        if new and self._config.type == "LBFGS":
            raise TrainingError(later("LBFGS takes no parameters in while it runs"))
        for name in changed:
            self._set(name, is_frozen)
        for name in new:
            self._join(name)
        return changed

    def joined(self, names: Sequence[str]) -> dict[str, int]:
        """Of these, the group that each has joined which was frozen from the start."""
        return {name: self._group_of(name) for name in names if name in self._joined}

    def _set(self, name: str, is_frozen: bool) -> None:
        parameter = self._parameters[name]
        parameter.requires_grad_(not is_frozen)
        if is_frozen:
            parameter.grad = None

    def _is_held(self, name: str) -> bool:
        return self._known[name].learns or name in self._joined

    def _join(self, name: str) -> None:
        """Some optimizers make what they keep of a parameter at once: as they would, so do we."""
        parameter = self._parameters[name]
        group = self._optimizer.param_groups[self._group_of(name)]
        known = inspect.signature(type(self._optimizer)).parameters
        settings = {key: value for key, value in group.items() if key in known and key != "params"}
        fresh = type(self._optimizer)([parameter], **settings)
        group["params"].append(parameter)
        if parameter in fresh.state:
            self._optimizer.state[parameter] = fresh.state[parameter]
        self._joined.append(name)

    def _group_of(self, name: str) -> int:
        """The group that takes it, or, where nothing of that was to be learned, the first."""
        member, config = self._known[name], self._config
        index = group_of(member, config.groups)
        spared = member.kind in config.no_decay
        fitting = [
            i
            for i, group in enumerate(self.groups)
            if group.index == (index if index >= 0 else None)
        ]
        exact = [i for i in fitting if self.groups[i].spared == spared]
        return (exact or fitting or [0])[0]

    def state(self) -> dict[str, Any]:
        now = {name: p.requires_grad for name, p in self._parameters.items()}
        changed = {name: learns for name, learns in now.items() if learns != self._learned[name]}
        return {"learns": changed, "joined": list(self._joined)}

    def restore(self, state: dict[str, Any]) -> None:
        """Raises: KeyError, if the state is of another network."""
        for name, learned in self._learned.items():
            self._set(name, not state["learns"].get(name, learned))
        for group, members in zip(self._optimizer.param_groups, self._members, strict=True):
            group["params"][:] = members
        for name in self._joined:
            self._optimizer.state.pop(self._parameters[name], None)
        self._joined = []
        for name in state["joined"]:
            self._join(name)
