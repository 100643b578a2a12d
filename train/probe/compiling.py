"""A network that is built to be looked into."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn

from graph.analysis import Analysis
from graph.document import Document, Edge, Node
from graph.edits import AddNode, Connect
from graph.errors import LoweringError
from graph.names import fresh_name
from graph.phrases import later
from graph.project_file import dumps, loads
from graph.shapes import analyze
from graph.visit import Memory
from train.data.description import Lexicon
from train.run_folder import vocabulary_of
from train.settings import TrainingConfig, WeightsConfig
from train.starting import starting_network


@dataclass
class Compiled:
    """A network that is ready to be run, and what it was made of."""

    document: Document
    analysis: Analysis
    network: nn.Module
    weights: str = ""
    known: Lexicon = field(default_factory=dict)  # the vocabulary that it was trained with


def compile_for_probe(
    document: Document,
    weights: Path | None = None,
    memory: Memory | None = None,
    folder: Path | None = None,
) -> Compiled:
    """Build the network of ``document`` as a run would, or with the weights of a file.

    One without Outputs gets one at every loose end, for it is only looked at.
    Raises: LoomError. The state of PyTorch's random numbers stays as it is.
    """
    document = _with_outputs(document, memory)
    analysis = analyze(document, memory)
    chosen = WeightsConfig(str(weights)) if weights is not None else None
    with torch.random.fork_rng(devices=[]):
        start = starting_network(document, analysis, folder, chosen)
    said = later("fresh weights")
    if start.report is not None:
        config = chosen or TrainingConfig.from_document(document).weights
        name = Path(config.path).name if config is not None else "weights"
        said = (
            name
            if start.report.is_complete
            else later("{name}, {words}", name=name, words=start.report.words)
        )
    known = vocabulary_of(weights.parent) if weights is not None else {}
    return Compiled(document, analysis, start.network, said, known)


def _with_outputs(document: Document, memory: Memory | None) -> Document:
    """The document, with an Output at every loose end if it has none at all."""
    graph = document.graph
    if not len(graph):
        raise LoweringError("there is no network yet", "draw one")
    if any(node.type == "Output" for node in graph.nodes):
        return document
    folder, document = document.folder, loads(dumps(document))
    document.folder = folder
    graph = document.graph
    analysis = analyze(document, memory)
    for name in list(graph.names):
        known = analysis.nodes.get(name)
        if known is not None and known.outputs and not graph.out_edges(name):
            port, output = next(iter(known.outputs)), fresh_name("Output", graph)
            document.apply(AddNode(Node(output, "Output")))
            document.apply(Connect(Edge(name, port, output, "input")))
    return document
