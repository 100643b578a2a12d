"""The user's own code asked for shapes: on tensors without data, else on real ones."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from graph.catalog.build import call_arguments, constructor_arguments, name_outputs
from graph.catalog.layer import Layer
from graph.limits import TRIAL_ELEMENTS
from graph.phrases import later
from graph.probing import Arguments, Built, Layouts, Seen, Shapes, seen_in, tensors
from graph.python.running import UserCodeError, load, running, unchanged_random_state
from graph.python.source_file import PythonFile

#: Elements that arrive and weights, above which real tensors are not tried.
_LARGEST = 64 * TRIAL_ELEMENTS


class UserBuilt(Built):
    """A class or function of a trusted file, ready to be tried at several sizes.

    Where it cannot run without data it is built for real, and run on zeros and ones.
    Raises: UserCodeError, in one sentence.
    """

    def __init__(self, file: PythonFile, name: str, layer: Layer, arguments: Arguments) -> None:
        self._file, self._name = file, name
        self._target = load(file, name)
        self._without_data = True
        self._real_one: Any = None
        super().__init__(layer, arguments)

    def _make(self, device: str) -> Any:
        if self.layer.kind != "module":
            return self._target
        if not self.layer.meta:
            return self._constructed("cpu")
        try:
            return self._constructed(device)
        except UserCodeError:
            if device != "meta":
                raise
        self._without_data = False
        return self._constructed("cpu")

    def _constructed(self, device: str) -> Any:
        keywords = constructor_arguments(self.layer, self.arguments)
        with (
            running(self._file, later("being built"), self._name),
            unchanged_random_state(),
            torch.device(device),
        ):
            return self._target(**keywords)

    def run(self, shapes: Shapes, dtypes: Mapping[str, str], layouts: Layouts) -> Seen:
        if self._without_data:
            try:
                return self._run_on(self.callable, "meta", torch.empty, shapes, dtypes, layouts)
            except UserCodeError:
                if not self.can_try(shapes, {}):
                    raise
        seen = self.try_out(shapes, dtypes, layouts)
        self._without_data = False
        return seen

    def can_try(self, shapes: Shapes, outputs: Shapes) -> bool:
        elements = sum(math.prod(shape) for shape in (*shapes.values(), *outputs.values()))
        weights = sum(weight.numel() for weight in self.parameters.values())
        return elements + weights <= _LARGEST

    def try_out(self, shapes: Shapes, dtypes: Mapping[str, str], layouts: Layouts) -> Seen:
        if self._real_one is None:
            self._real_one = self._make("cpu")
        with unchanged_random_state():
            try:
                return self._run_on(self._real_one, "cpu", torch.zeros, shapes, dtypes, layouts)
            except UserCodeError:
                return self._run_on(self._real_one, "cpu", torch.ones, shapes, dtypes, layouts)

    def _run_on(
        self,
        made: Any,
        device: str,
        fill: Any,
        shapes: Shapes,
        dtypes: Mapping[str, str],
        layouts: Layouts,
    ) -> Seen:
        inputs = tensors(fill, device, shapes, dtypes, layouts)
        positional, keywords = call_arguments(self.layer, inputs, self.arguments)
        with running(self._file, "running", self._name), torch.no_grad(), torch.device(device):
            result = made(*positional, **keywords)
        return self._seen(result)

    def _seen(self, result: Any) -> Seen:
        """Shapes by port. Raises: UserCodeError, if what came back is not what was declared."""
        subject = later("{name} in {file}", name=self._name, file=self._file.name)
        values = list(result) if isinstance(result, (tuple, list)) else [result]
        for value in values:
            if not isinstance(value, Tensor):
                kind = (
                    later("nothing")
                    if value is None
                    else later("a {type}", type=type(value).__name__)
                )
                raise UserCodeError(
                    later(
                        "{subject} gives {kind} where a tensor is needed",
                        subject=subject,
                        kind=kind,
                    )
                )
        declared = [port.name for port in self.layer.outputs]
        if len(values) != len(declared):
            raise OutputCountError(subject, len(values), declared)
        return seen_in(name_outputs(self.layer, result, self.arguments))


class OutputCountError(UserCodeError):
    """Another number of tensors comes back than the node declares.

    ``suggestion`` are names for what comes back, those declared first.
    """

    argument = "outputs"

    def __init__(self, subject: str, count: int, declared: list[str]) -> None:
        tensors = "1 tensor" if count == 1 else later("{count} tensors", count=count)
        ports = (
            "1 output"
            if len(declared) == 1
            else later("{declared} outputs", declared=len(declared))
        )
        names = ", ".join(declared)
        super().__init__(
            later(
                "{subject} gives {tensors}, but the node has {ports} ({names})",
                subject=subject,
                tensors=tensors,
                ports=ports,
                names=names,
            )
        )
        fresh = (f"output_{number}" for number in itertools.count(2))
        more = (name for name in fresh if name not in declared)
        self.suggestion = tuple(itertools.islice(itertools.chain(declared, more), count))
