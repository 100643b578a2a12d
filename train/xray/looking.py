"""One step of training is looked at from inside: by hooks that are there for it, and then gone."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

import torch
from torch import Tensor, nn

from codegen.watching import Place, watching
from train.xray.distribution import Distribution, distribution
from train.xray.kinds import SOFTMAX, dead_units, saturated_share
from train.xray.pictures import Picture, picture
from train.xray.snapshot import NodeLook, Snapshot, WeightLook
from train.xray.subject import Subject
from train.xray.wires import Wires


class Look:
    """Watches one forward pass and what comes back through it; changes no bit of either.

    ``begin`` before the step, ``gradients`` once all parameters have theirs, ``end`` after it, and
    ``close`` whatever happened. It draws no random numbers and leaves no hook behind.
    """

    def __init__(self, subject: Subject, *, with_pictures: bool = False) -> None:
        self._subject, self._with_pictures = subject, with_pictures
        self.nodes: dict[Place, NodeLook] = {}
        self.pictures: dict[Place, Picture] = {}
        self.scale = 1.0  # of the gradients, by which they are to be divided
        self._seen: dict[tuple[int, int], tuple[Tensor, Distribution]] = {}
        self._hooked: dict[tuple[int, int], list[tuple[Place, str]]] = {}
        self._wires = Wires(subject)
        self._stack = ExitStack()
        self._before: list[Tensor] = []
        self._norms: dict[str, list[float | None]] = {}

    def begin(self) -> None:
        self._before = [parameter.detach().clone() for parameter in self._subject.parameters]
        self._watch(self._subject.network)

    def _watch(self, network: nn.Module) -> None:
        subject = self._subject
        self._stack.enter_context(watching(subject.document, subject.analysis, network, self._see))
        ends = network.register_forward_hook(lambda *_: self._stop_watching(), always_call=True)
        self._stack.callback(ends.remove)

    def _stop_watching(self) -> None:
        """Only one forward pass is watched, of a step that is made of several."""
        self._stack.close()
        self._seen.clear()

    def close(self) -> None:
        self._stack.close()
        self._seen.clear()
        self._wires.close()

    # forward

    def _see(self, place: Place, port: str, tensor: Tensor) -> None:
        found = self._subject.node(place)
        if found is None:
            return
        scope, node = found
        look = self.nodes.get(place)
        if look is None:
            is_left_out = node.options.get("when") is False  # what arrives goes through
            look = NodeLook(place, scope, "Identity" if is_left_out else node.type)
            self.nodes[place] = look
        key = (id(tensor), tensor._version)  # a later layer may write over it
        known = self._seen.get(key)
        told = known[1] if known is not None else distribution(tensor)
        self._seen[key] = (tensor, told)
        look.outputs[port] = told
        with torch.no_grad():
            self._look_closer(look, node.arguments, tensor, told)
        self._wires.arrived(place, tensor)
        if tensor.requires_grad:
            look.learns = True
            self._wires.left(place, port, tensor)
            self._follow(key, place, port, tensor)

    def _look_closer(
        self, look: NodeLook, arguments: Mapping[str, Any], tensor: Tensor, told: Distribution
    ) -> None:
        if told.zeros > 0 and look.dead is None:
            look.dead = dead_units(look.type, tensor)
        axis = arguments.get("dim", -1)
        if look.saturated is None:
            look.saturated = saturated_share(look.type, tensor, axis if type(axis) is int else -1)
            look.is_distribution = look.type in SOFTMAX
        if self._with_pictures and look.place not in self.pictures:
            drawn = picture(tensor)
            if drawn is not None:
                self.pictures[look.place] = drawn

    def _follow(self, key: tuple[int, int], place: Place, port: str, tensor: Tensor) -> None:
        """Hear of the gradient: once of each tensor, however many nodes hand it on."""
        if key in self._hooked:
            self._hooked[key].append((place, port))
            return
        places = self._hooked[key] = [(place, port)]

        def came_back(gradient: Tensor) -> None:
            told = distribution(gradient, 1 / self.scale)
            for place, port in places:
                self.nodes[place].gradients[port] = told

        handle = tensor.register_hook(came_back)  # type: ignore[no-untyped-call]
        self._wires.keep(handle)

    # backward and update

    def gradients(self, found: list[Tensor | None] | None = None) -> None:
        """All parameters have their gradients now, or they are handed over."""
        if "gradient" not in self._norms:
            grads = found if found is not None else [p.grad for p in self._subject.parameters]
            self._norms["gradient"] = _norms(grads, 1 / self.scale)

    def end(self, epoch: int, step: int, loss: float, rates: tuple[float, ...]) -> Snapshot:
        """The step is made: what has become of the weights by it."""
        after = [parameter.detach() for parameter in self._subject.parameters]
        self._norms["weight"] = _norms(self._before)
        for before, now in zip(self._before, after, strict=True):
            before.sub_(now)
        self._norms["update"] = _norms(self._before)
        self._before = []
        for place, look in self.nodes.items():
            look.weights = self._weights(place)
        return Snapshot(epoch, step, loss, rates, self.nodes, self._wires.norms(1 / self.scale))

    def _weights(self, place: Place) -> WeightLook | None:
        owned = self._subject.owned.get(place)
        if owned is None:
            return None
        gradient = self._together("gradient", owned.all)
        size = self._together("weight", owned.telling) or 0.0
        step = self._together("update", owned.telling) or 0.0
        parameters = self._subject.parameters
        return WeightLook(
            weight=self._together("weight", owned.all) or 0.0,
            gradient=gradient,
            update=self._together("update", owned.all) or 0.0,
            ratio=step / size if size > 0 else None,
            frozen=not any(parameters[index].requires_grad for index in owned.all),
        )

    def _together(self, what: str, indices: tuple[int, ...]) -> float | None:
        norms = self._norms.get(what, [])
        found = [n for n in (norms[index] for index in indices if norms) if n is not None]
        return sum(norm * norm for norm in found) ** 0.5 if found else None


def _norms(tensors: list[Tensor | None] | list[Tensor], scale: float = 1.0) -> list[float | None]:
    """Euclidean norms, None for what is not there; all are read from the device at once."""
    there = [(i, _dense(tensor)) for i, tensor in enumerate(tensors) if tensor is not None]
    result: list[float | None] = [None] * len(tensors)
    if there:
        with torch.no_grad():
            norms = torch._foreach_norm([tensor for _, tensor in there])
            read = torch.stack([norm.float() for norm in norms]).tolist()
        for (index, _), norm in zip(there, read, strict=True):
            result[index] = norm * scale
    return result


def _dense(tensor: Tensor) -> Tensor:
    found = tensor.detach()
    return found.coalesce().values() if found.is_sparse else found
