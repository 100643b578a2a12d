"""A network is run once on a sample, and tells what every node gave; nothing of it is changed."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from codegen.live import LiveGraph
from codegen.lower import lower
from codegen.modules import compile_module
from codegen.program import Program
from codegen.watching import Place, Watch, flat, watching
from graph.analysis import Analysis, NodeAnalysis
from graph.document import ROOT, Document, Edge, Graph, Node
from graph.edits import AddNode, Connect
from graph.errors import LoomError, LoweringError
from graph.flow import Flow
from graph.names import fresh_name
from graph.project_file import dumps, loads
from graph.shapes import analyze
from graph.visit import Memory
from train.probe.samples import BATCH, Feed, Sample, Shelf, take_sample
from train.probe.summary import Summary, summarise
from train.probe.weights import load_exact
from train.settings import TrainingConfig


LEFT_OUT = "left out by its condition: what arrives goes through"


class ProbeError(LoomError):
    """A network that cannot be run on this sample; names the node where it ended."""

    def __init__(self, message: str, advice: str = "", node: str = "") -> None:
        super().__init__(message, advice)
        self.node = node


@dataclass(frozen=True)
class Request:
    """What is to be run, and how.

    ``batch`` is N; None: one sample, or in train mode as many as statistics need. ``seed`` draws
    what is random inside the network, such as Dropout. ``weights`` is a .safetensors file; None:
    fresh ones, drawn by the seed of ``training:``, as the first step of a run has them.
    """

    feeds: Mapping[str, Feed] = field(default_factory=dict)
    train: bool = False
    batch: int | None = None
    sizes: Mapping[str, int] = field(default_factory=dict)
    seed: int = 0
    weights: Path | None = None

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> Request:
        """Raises: LoomError, if it says what cannot be."""
        try:
            batch = plain.get("batch")
            request = Request(
                {str(name): Feed.from_plain(one) for name, one in plain.get("feeds", {}).items()},
                bool(plain.get("train", False)),
                None if batch is None else int(batch),
                {str(name): int(size) for name, size in plain.get("sizes", {}).items()},
                int(plain.get("seed", 0)),
                Path(plain["weights"]) if plain.get("weights") else None,
            )
        except (TypeError, ValueError, AttributeError) as error:
            raise ProbeError("what is to be probed makes no sense") from error
        if request.batch is not None and not 1 <= request.batch <= 4096:
            raise ProbeError("a batch has 1 to 4096 samples", "choose such a number")
        if any(not 1 <= size <= 100_000 for size in request.sizes.values()):
            raise ProbeError("a size is a number from 1 to 100,000", "choose such a number")
        return request


@dataclass(frozen=True)
class Seen:
    """One node at one place: what it gave, and the weight of a convolution.

    ``note`` says why there is nothing, where there is nothing.
    """

    place: Place
    scope: str
    type: str
    outputs: Mapping[str, Summary] = field(default_factory=dict)
    weight: Summary | None = None
    note: str = ""

    @property
    def node(self) -> str:
        return self.place.node

    @property
    def is_broken(self) -> bool:
        return any(summary.broken > 0 for summary in self.outputs.values())


@dataclass(frozen=True)
class Probe:
    """Every node in the order in which they ran, and what came out in the end.

    ``first_broken`` is the first whose output holds NaN or infinite numbers, or None.
    """

    steps: tuple[Seen, ...]
    sample: Sample
    train: bool
    seconds: float
    weights: str  # in words
    prediction: str = ""
    target: str = ""

    @property
    def first_broken(self) -> Seen | None:
        return next((seen for seen in self.steps if seen.is_broken), None)

    def at(self, place: str) -> Seen:
        """The node at a place as it is written. Raises: KeyError."""
        found = {str(seen.place): seen for seen in self.steps}
        return found[place]


@dataclass
class Compiled:
    """A network that is ready to be run, and what it was made of."""

    document: Document
    analysis: Analysis
    program: Program
    network: nn.Module
    weights: str = ""


def compile_for_probe(
    document: Document, weights: Path | None = None, memory: Memory | None = None
) -> Compiled:
    """Build the network of ``document`` as a run would, or with the weights of a file.

    One without Outputs gets one at every loose end, for it is only looked at.
    Raises: LoomError. The state of PyTorch's random numbers stays as it is.
    """
    document = _with_outputs(document)
    analysis = analyze(document, memory)
    program = lower(document, analysis)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(TrainingConfig.from_document(document).seed)
        network = compile_module(program)
    said = "fresh weights"
    if weights is not None:
        said = ", ".join(filter(None, (weights.name, load_exact(network, weights))))
    return Compiled(document, analysis, program, network, said)


def probe(
    document: Document,
    request: Request,
    *,
    folder: Path | None = None,
    compiled: Compiled | None = None,
    shelf: Shelf | None = None,
) -> Probe:
    """Run the network of ``document`` once, and tell of every node.

    ``compiled`` is the same network if it was built before: its buffers, its modes and its hooks
    are afterwards what they were. Raises: LoomError, saying what to do; ProbeError, naming the
    node that could not be run.
    """
    ready = compiled or compile_for_probe(document, request.weights)
    sample = take_sample(
        ready.document,
        ready.analysis,
        request.feeds,
        folder=folder,
        batch=request.batch or (None if request.train else BATCH),
        sizes=request.sizes,
        shelf=shelf,
    )
    told = _Told()
    started = time.perf_counter()
    result, watch = run_watched(ready, sample, request, told)
    seconds = time.perf_counter() - started
    steps = tuple(_Steps(ready, watch, told).in_order())
    target, prediction = _answers(sample, result)
    return Probe(steps, sample, request.train, seconds, ready.weights, prediction, target)


class _Told(dict[tuple[Place, str], Summary]):
    """Summaries by place and port, made at once: a later layer may write over the tensor."""

    def __call__(self, place: Place, port: str, tensor: Tensor) -> None:
        self[place, port] = summarise(tensor)


def run_watched(ready: Compiled, sample: Sample, request: Request, see: Any) -> tuple[Any, Watch]:
    """Run the network under ``see``. Raises: ProbeError."""
    network = ready.network
    inputs = [tensor.clone() for tensor in sample.inputs.values()]
    with (
        torch.no_grad(),
        torch.random.fork_rng(devices=[]),
        _as_it_was(network),
        watching(ready.document, ready.analysis, ready.program, network, see) as watch,
    ):
        network.train(request.train)
        torch.manual_seed(request.seed)
        try:
            return network(*inputs), watch
        except (RuntimeError, ValueError, TypeError, IndexError, AssertionError) as error:
            place = str(watch.running)
            raise ProbeError(*_explained(error, place, request), watch.running.node) from error


@contextmanager
def _as_it_was(network: nn.Module) -> Iterator[None]:
    """Buffers, such as the statistics of BatchNorm, and modes are put back in the end."""
    modes = [(module, module.training) for module in network.modules()]
    buffers = {name: buffer.clone() for name, buffer in network.named_buffers()}
    try:
        yield
    finally:
        for module, mode in modes:
            module.training = mode
        with torch.no_grad():
            for name, buffer in network.named_buffers():
                buffer.copy_(buffers[name])


def _explained(error: Exception, place: str, request: Request) -> tuple[str, str]:
    """PyTorch's words in ours, where they are known."""
    said = str(error).strip().splitlines()[0] if str(error).strip() else "it gave no reason"
    where = f"{place}: " if place else ""
    if "Expected more than 1 value per channel" in said:
        return f"{where}train mode needs more than one sample", "choose a larger batch"
    if "index out of range" in said or "out of bounds" in said:
        return f"{where}a number that arrives is no index of it", "choose smaller numbers"
    if "memory" in said.lower() and "alloc" in said.lower():
        return f"{where}there is not enough memory", "choose a smaller batch"
    return f"{where}PyTorch refuses to run it: {said[:300]}", "choose another sample or size"


class _Steps:
    """Everything that was seen, and what follows from the wires, in the order of execution."""

    def __init__(self, ready: Compiled, watch: Watch, told: _Told) -> None:
        self._ready, self._watch, self._told = ready, watch, told
        self._ranks = {place: float(rank) for rank, place in enumerate(watch.order)}
        self._found: list[tuple[float, int, Seen]] = []

    def in_order(self) -> list[Seen]:
        self._scope(Place(), ROOT, self._ready.analysis.nodes)
        return [seen for _, _, seen in sorted(self._found, key=lambda found: found[:2])]

    def _scope(self, around: Place, scope: str, nodes: Mapping[str, NodeAnalysis]) -> None:
        graph = self._ready.document.scope(scope)
        live = LiveGraph(graph, self._ready.document.blocks)
        for name in sorted(graph.names, key=Flow(graph).rank.__getitem__):
            node, place = graph.node(name), around.inside(name)
            self._node(graph, node, place, scope, nodes.get(name), name in live.names)
            known = nodes.get(name)
            if known is not None and known.inside is not None:
                for here in self._copies(place) or [place]:
                    self._scope(here, known.inside.block, known.inside.nodes)

    def _copies(self, place: Place) -> list[Place]:
        return [
            p
            for p in self._ranks
            if p.around == place.around and p.node == place.node and p != place
        ]

    def _node(
        self,
        graph: Graph,
        node: Node,
        place: Place,
        scope: str,
        known: NodeAnalysis | None,
        is_live: bool,
    ) -> None:
        for here in (place, *self._copies(place)):
            ports = list(known.outputs) if known is not None else []
            outputs = {p: self._told[here, p] for p in ports if (here, p) in self._told}
            note = "" if outputs else "not computed: it leads to no Output"
            if known is not None and known.bypassed and outputs:
                note = LEFT_OUT
            rank = self._ranks.get(here)
            if not outputs and is_live:
                outputs, note, rank = self._through(graph, node, here, known)
            self._ranks.setdefault(here, rank if rank is not None else len(self._found) + 1e6)
            order = (self._ranks[here], len(self._found))
            weight = _weight(self._watch.modules.get(here))
            self._found.append((*order, Seen(here, scope, node.type, outputs, weight, note)))

    def _through(
        self, graph: Graph, node: Node, place: Place, known: NodeAnalysis | None
    ) -> tuple[dict[str, Summary], str, float | None]:
        """An Output shows what arrives at it, and so does a node that is left out."""
        edge = _first_edge(graph, node, known)
        if edge is None:
            return {}, "nothing arrives here", None
        source = place.around.inside(edge.source)
        summary = self._told.get((source, edge.source_port))
        if summary is None:
            return {}, "what arrives here was not computed", None
        port = next(iter(known.outputs), "output") if known is not None else "output"
        self._told[place, port] = summary
        rank = self._last(source) + 0.5
        if node.type == "Output":
            return {"input": summary}, "", rank if place.around.path else 1e9
        return {port: summary}, LEFT_OUT, rank

    def _last(self, place: Place) -> float:
        """When the last node inside a place began to run."""
        depth = len(place.path)
        inside = (r for p, r in self._ranks.items() if _holds(place, p, depth))
        return max(inside, default=0.0)


def _holds(place: Place, other: Place, depth: int) -> bool:
    """Whether ``other`` is a place, a copy of it, or something inside one of these."""
    if len(other.path) < depth or other.path[: depth - 1] != place.path[: depth - 1]:
        return False
    (name, copy), here = place.path[-1], other.path[depth - 1]
    return here[0] == name and copy in (None, here[1])


def _first_edge(graph: Graph, node: Node, known: NodeAnalysis | None) -> Edge | None:
    edges = {edge.target_port: edge for edge in graph.in_edges(node.name)}
    order = [*(known.inputs if known is not None else ()), *edges]
    return next((edges[port] for port in order if port in edges), None)


def _weight(module: nn.Module | None) -> Summary | None:
    """The kernels of a convolution."""
    weight = getattr(module, "weight", None) if module is not None else None
    if isinstance(weight, Tensor) and weight.ndim >= 3 and not isinstance(module, nn.Sequential):
        return summarise(weight, is_kernel=True)
    return None


def _with_outputs(document: Document) -> Document:
    """The document, with an Output at every loose end if it has none at all."""
    graph = document.graph
    if not len(graph):
        raise LoweringError("there is no network yet", "draw one")
    if any(node.type == "Output" for node in graph.nodes):
        return document
    document = loads(dumps(document))
    graph = document.graph
    analysis = analyze(document)
    for name in list(graph.names):
        known = analysis.nodes.get(name)
        if known is not None and known.outputs and not graph.out_edges(name):
            port, output = next(iter(known.outputs)), fresh_name("Output", graph)
            document.apply(AddNode(Node(output, "Output")))
            document.apply(Connect(Edge(name, port, output, "input")))
    return document


def _answers(sample: Sample, result: Any) -> tuple[str, str]:
    """The target of the first sample and what the network says to it, in words."""
    if sample.target is None:
        return "", ""
    outputs = [value for value in flat(result) if isinstance(value, Tensor)]
    target, single = torch.as_tensor(sample.target), outputs[0] if len(outputs) == 1 else None
    if sample.classes and target.ndim == 0:
        wanted = sample.classes[int(target)] if int(target) < len(sample.classes) else str(target)
        if single is None or single.shape[1:] != (len(sample.classes),):
            return wanted, ""
        shares = single[0].double().softmax(0)
        if single.min() >= 0 and abs(float(single[0].sum()) - 1) < 1e-3:
            shares = single[0].double()  # it ends in a Softmax
        best = int(shares.argmax())
        return wanted, f"{sample.classes[best]} ({float(shares[best]):.0%})"
    if target.numel() > 4:
        return "", ""
    scale, mean = sample.target_scale, sample.target_mean
    said = "" if single is None or single[0].numel() > 4 else _numbers(single[0] * scale + mean)
    return _numbers(target * scale + mean), said


def _numbers(tensor: Tensor) -> str:
    return ", ".join(f"{float(value):.4g}" for value in tensor.reshape(-1))
