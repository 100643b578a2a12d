"""How much gradient comes back by each wire, where several leave one port.

What autograd adds up at such a port it got from the first functions of the nodes there: those are
asked for what they hand back, each for itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor

from codegen.watching import Place
from train.xray.subject import Subject

#: Functions that are looked through, between what a node gave and what it was given.
_DEEPEST = 400


class Wires:
    """Follows the wires of ports that have several; of the others the port itself says it all."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._left: dict[tuple[Place, str], tuple[Any, int]] = {}
        self._shared: set[tuple[Place, str]] = set()  # those that several wires leave
        self._squares: dict[str, float] = {}
        self._asked: set[tuple[str, Any, int]] = set()
        self._handles: list[Any] = []

    def left(self, place: Place, port: str, tensor: Tensor) -> None:
        """A node gave ``tensor`` at a port: where in autograd's graph that is."""
        if tensor.grad_fn is None:
            return
        self._left[place, port] = (tensor.grad_fn, tensor.output_nr)
        wires = [edge for edge in self._subject.wires_from(place) if edge.source_port == port]
        if len(wires) > 1:
            self._shared.add((place, port))

    def arrived(self, place: Place, result: Tensor) -> None:
        """A node gave ``result``: find where it begins to work on what the wires brought."""
        if result.grad_fn is None or not self._shared:
            return
        wires = list(self._subject.wires_into(place))
        sources = [(place.around.inside(edge.source), edge.source_port) for edge in wires]
        ends = {self._left[source][0] for source in sources if source in self._left}
        for edge, source in zip(wires, sources, strict=True):
            if source in self._shared and result.grad_fn not in ends:
                name = wire_name(source[0], edge.source_port, place.node, edge.target_port)
                self._ask(result.grad_fn, self._left[source], ends, name)

    def _ask(self, last: Any, source: tuple[Any, int], ends: set[Any], name: str) -> None:
        for function, index in _users(last, source, ends):
            if (name, function, index) in self._asked:
                continue
            self._asked.add((name, function, index))
            self._squares.setdefault(name, 0.0)

            def handed_back(
                gradients: Iterable[Tensor | None], _given: object, index: int = index
            ) -> None:
                gradient = list(gradients)[index]
                if gradient is not None:
                    norm = float(torch.linalg.vector_norm(gradient.detach(), dtype=torch.float32))
                    self._squares[name] += norm * norm

            self._handles.append(function.register_hook(handed_back))

    def keep(self, handle: Any) -> None:
        """A hook that is to be removed in the end."""
        self._handles.append(handle)

    def norms(self, scale: float) -> dict[str, float]:
        return {name: math.sqrt(square) * scale for name, square in self._squares.items()}

    def close(self) -> None:
        for handle in self._handles:
            handle.remove()
        self._handles.clear()
        self._left.clear()
        self._asked.clear()


def wire_name(source: Place, source_port: str, target: str, target_port: str) -> str:
    """``stage.conv1.output>relu1.input``: a wire inside the same place."""
    return f"{source}.{source_port}>{target}.{target_port}"


def _users(last: Any, source: tuple[Any, int], ends: set[Any]) -> list[tuple[Any, int]]:
    """The functions from ``last`` to ``ends`` that take ``source`` in, as which of their inputs."""
    found: list[tuple[Any, int]] = []
    seen, ahead = {last}, [last]
    while ahead and len(seen) < _DEEPEST:
        function = ahead.pop()
        for index, (before, number) in enumerate(function.next_functions):
            if before is None:
                continue
            if (before, number) == source:
                found.append((function, index))
            elif before not in ends and before not in seen:
                seen.add(before)
                ahead.append(before)
    return found
