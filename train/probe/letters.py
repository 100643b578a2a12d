"""What an Input leaves open: sizes that are letters, and which whole numbers may arrive."""

from __future__ import annotations

import math
from collections.abc import Mapping

from graph.analysis import Analysis, NodeAnalysis
from graph.document import ROOT, Document

#: What an axis with a letter other than N is, where nothing says so.
OTHER = 24

#: Samples in a batch in train mode, where statistics of one would say nothing: as many as have
#: about so many numbers, from 2 to 32.
TRAIN_BATCH, TRAIN_NUMBERS = 32, 65_536


def train_batch(document: Document, analysis: Analysis) -> int:
    """How many samples make a batch in train mode."""
    known = [analysis.nodes.get(n.name) for n in document.graph.nodes if n.type == "Input"]
    shapes = [node.outputs["output"].shape[1:] for node in known if node and node.outputs]
    numbers = sum(math.prod(s if isinstance(s, int) else OTHER for s in shape) for shape in shapes)
    return max(2, min(TRAIN_BATCH, TRAIN_NUMBERS // max(1, numbers)))


def token_count(document: Document, analysis: Analysis, name: str) -> int:
    """How many different whole numbers an Input may have: the least that an embedding knows.

    2 where nothing says so: 0 and 1 are an index nearly everywhere.
    """
    found = list(_embedded(document, analysis.nodes, ROOT, name))
    return max(1, min(found)) if found else 2


def _embedded(
    document: Document, nodes: Mapping[str, NodeAnalysis], scope: str, name: str
) -> list[int]:
    graph, found = document.scope(scope), []
    for edge in graph.out_edges(name):
        known = nodes.get(edge.target)
        if known is None:
            continue
        if known.inside is not None:
            found += _embedded(document, known.inside.nodes, known.inside.block, edge.target_port)
            continue
        for argument in ("num_embeddings", "num_classes"):
            count = known.arguments.get(argument)
            if isinstance(count, int) and not isinstance(count, bool) and count > 0:
                found.append(count)
        shape = known.inputs["weight"].shape if "weight" in known.inputs else ()
        if known.type == "F.embedding" and shape and isinstance(shape[0], int):
            found.append(shape[0])
        same = known.outputs.get("output")
        if not found and same is not None and same.dtype.startswith("int"):
            found += _embedded(document, nodes, scope, edge.target)
    return found


def open_letters(analysis: Analysis, document: Document) -> tuple[str, ...]:
    """The letters in the shapes of Inputs that a sample has to give a number, N left out."""
    letters: dict[str, None] = {}
    for node in document.graph.nodes:
        known = analysis.nodes.get(node.name) if node.type == "Input" else None
        for size in known.outputs["output"].shape if known and known.outputs else ():
            if not isinstance(size, int) and str(size) != "N":
                letters[str(size)] = None
    return tuple(letters)
