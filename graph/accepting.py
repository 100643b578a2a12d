"""Which layers take a tensor: asked when a wire is let go over nothing."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.addable import addable, by_likelihood
from graph.analysis import BlockAnalysis, TensorType
from graph.catalog import Layer
from graph.definitions import Definitions
from graph.document import ROOT, Document, Node, Value
from graph.flow import Flow
from graph.infer import Inference, Inputs
from graph.inside import Insides
from graph.visit import Memory, visit

#: No longer than this at a stretch are layers tried: an edit may be waiting.
SECONDS = 0.5


@dataclass(frozen=True)
class Accepting:
    """Types that take a tensor; where not all were tried yet, those stand among them."""

    types: tuple[str, ...]
    is_complete: bool


def accepting(
    document: Document,
    scope: str,
    tensor: TensorType,
    memory: Memory,
    batch: frozenset[str],
) -> Accepting:
    """The types of which a new node would run on ``tensor``, the likeliest first.

    One that waits for more inputs may do so. ``memory`` holds what was tried before, so that
    asking again goes on where the time was over. Changes no document.
    """
    trial = _Trial(document, scope, memory, batch)
    end = time.monotonic() + SECONDS
    found, is_complete = list[str](), True
    for layer in by_likelihood(trial.layers, tensor):
        is_complete = is_complete and time.monotonic() < end
        if not is_complete or trial.runs(layer, tensor):
            found.append(layer.type)
    return Accepting(tuple(found), is_complete)


class _Trial:
    """A document in which one node of every type stands alone, to try them in."""

    def __init__(
        self, document: Document, scope: str, memory: Memory, batch: frozenset[str]
    ) -> None:
        self.layers = [layer for layer in addable(document, scope) if layer.inputs]
        scratch = Document()
        scratch.blocks, scratch.folder = document.blocks, document.folder
        self._nodes = {
            layer.type: Node(f"try{place}", layer.type, layer.start_arguments)
            for place, layer in enumerate(self.layers)
        }
        for node in self._nodes.values():
            scratch.graph.insert(node)
        self._memory, self._batch = memory, batch
        self._insides = Insides(scratch, memory, Definitions(scratch))
        self._flow = Flow(scratch.graph)

    def runs(self, layer: Layer, tensor: TensorType) -> bool:
        """Whether a new node of the type runs on the tensor, or may once it has more."""
        name = self._nodes[layer.type].name
        checked = self._insides.check(ROOT, name, self._flow, {})
        first = next(iter(checked.ports.inputs), None)
        if first is None:
            return False
        if layer.type == "Output" or checked.problems or set(checked.missing) - {first.name}:
            return True
        try:
            ready = replace(checked, sound=True, missing=())
            found = visit(ready, {first.name: tensor}, self._ask, self._enter)
        except Exception:  # whatever PyTorch may think of
            return False
        wrong = [problem for inside in found.analysis.insides for problem in inside.problems]
        return found.refusal is None and not any(p.severity == "error" for p in wrong)

    def _ask(self, type_: str, said: Mapping[str, Value], inputs: Inputs) -> Inference:
        return self._memory.infer(type_, said, inputs, self._batch)

    def _enter(self, block: str, said: Mapping[str, Value], inputs: Inputs) -> BlockAnalysis:
        return self._insides.enter(block, said, inputs, self._batch)
