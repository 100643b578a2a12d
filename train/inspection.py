"""The compiled network as a tree of modules and tensors: its outline at once, values on request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from codegen.lower import lower
from codegen.modules import compile_module
from graph.analysis import Analysis
from graph.document import ROOT, Document
from graph.errors import LoomError
from graph.phrases import later
from train.owners import module_owners
from train.settings import WeightsConfig
from train.starting import located, matched, starting_network
from train.tensor_statistics import TensorStatistics, statistics
from train.weight_files import State, read_weights
from train.weight_matching import MatchReport

#: Drawn weights are built in full to be looked at; larger ones are not.
MAX_DRAWN_BYTES = 2 * 2**30

#: A node by its scope (the block it stands in) and name.
Place = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """A module, a parameter or a buffer, by its path in the network; ``""`` is the network.

    ``count`` is the number of elements: of a module, of all its parameters, shared ones once.
    ``nodes`` are those that it comes from.
    """

    path: str
    kind: str  # module | parameter | buffer
    type: str  # the class of a module, the dtype of a tensor
    shape: tuple[int, ...]
    count: int
    learns: bool
    nodes: tuple[Place, ...]

    def to_plain(self) -> list[Any]:
        nodes = [list(place) for place in self.nodes]
        return [self.path, self.kind, self.type, list(self.shape), self.count, self.learns, nodes]


class Inspection:
    """One document's network. Building it takes no memory; values are made on request.

    ``weights`` is the file that values come from; without it they are those that a run starts
    with. Raises: LoomError, if there is no network or the file cannot be read.
    """

    def __init__(
        self,
        document: Document,
        analysis: Analysis,
        folder: Path | None = None,
        weights: WeightsConfig | None = None,
    ) -> None:
        self._document, self._analysis, self._folder = document, analysis, folder
        program = lower(document, analysis)
        with torch.device("meta"):
            self._outline = compile_module(program)
        self._nodes: dict[str, Place] = {}
        for path, chain in module_owners(program).items():
            place = self._place(chain)
            if place is not None:
                self._nodes[path] = place
        self._state: State | None = None
        self._built: dict[str, Tensor] = {}
        self.report: MatchReport | None = None
        self._names: dict[str, str] = {}
        if weights is not None:
            self._state = read_weights(located(weights.path, folder))
            self.report = matched(self._state, self._outline, weights, folder)
            self._names = {target: source for source, target in self.report.loaded}

    def rows(self) -> Iterator[Row]:
        """Every module, each followed by its own tensors and then by what is in it."""
        for path, module in self._outline.named_modules(remove_duplicate=False):
            parameters = list(module.parameters())
            learns = any(parameter.requires_grad for parameter in parameters)
            count = sum(parameter.numel() for parameter in parameters)
            nodes = self._nodes_of(path)
            yield Row(path, "module", _class_of(module), (), count, learns, nodes)
            for kind, tensors in (
                ("parameter", module.named_parameters(recurse=False, remove_duplicate=False)),
                ("buffer", module.named_buffers(recurse=False, remove_duplicate=False)),
            ):
                for name, tensor in tensors:
                    yield self._row(f"{path}.{name}".lstrip("."), kind, tensor, nodes)

    def tensor(self, path: str) -> TensorStatistics:
        """Statistics of one tensor's values. Raises: LoomError, if there is none."""
        return statistics(self._value(path))

    def _value(self, path: str) -> Tensor:
        if self._state is not None:
            if path in self._names:
                return self._state[self._names[path]]
            raise LoomError(later("{path}: the file has no values for it", path=path))
        own = self._outline.state_dict()
        if path not in dict(self._outline.named_buffers()) and path not in own:
            raise LoomError(later("{path}: there is no such tensor in this network", path=path))
        return self._drawn()[path]

    def _drawn(self) -> dict[str, Tensor]:
        """The weights that a run would start with, built in full the first time."""
        if not self._built:
            size = sum(t.numel() * t.element_size() for t in self._outline.state_dict().values())
            if size > MAX_DRAWN_BYTES:
                raise LoomError(
                    later(
                        "drawing all weights to look at them would take {size:.1f} GiB",
                        size=size / 2**30,
                    ),
                    "look at those of a file instead",
                )
            with torch.random.fork_rng(devices=[]):
                network = starting_network(self._document, self._analysis, self._folder).network
            self._built = {**dict(network.named_buffers()), **network.state_dict()}
        return self._built

    # nodes

    def _row(self, path: str, kind: str, tensor: Tensor, nodes: tuple[Place, ...]) -> Row:
        own = self._nodes.get(path)
        return Row(
            path,
            kind,
            str(tensor.dtype).removeprefix("torch."),
            tuple(tensor.shape),
            tensor.numel(),
            tensor.requires_grad,
            (own,) if own is not None else nodes,
        )

    def _nodes_of(self, path: str) -> tuple[Place, ...]:
        """The node of a module, or those in a container, or the one that it is a part of."""
        if not path:
            return ()
        if path in self._nodes:
            return (self._nodes[path],)
        inside = [(p, node) for p, node in self._nodes.items() if p.startswith(f"{path}.")]
        least = min((p.count(".") for p, _ in inside), default=0)
        found = dict.fromkeys(node for p, node in inside if p.count(".") == least)
        if found:
            scope = next(iter(found))[0]
            return tuple(node for node in found if node[0] == scope)
        return self._nodes_of(path.rpartition(".")[0])

    def _place(self, chain: str) -> Place | None:
        """``layer1.first.conv1``: ``conv1`` in the block that ``first`` is. Frames add no scope."""
        scope = ROOT
        *around, name = chain.split(".")
        for part in around:
            graph = self._document.scope(scope)
            type_ = graph.node(part).type if part in graph else ""
            scope = type_ if type_ in self._document.blocks else scope
        return (scope, name) if name in self._document.scope(scope) else None


def _class_of(module: nn.Module) -> str:
    return str(module._get_name())  # type: ignore[no-untyped-call]
