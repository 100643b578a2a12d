"""A new node of a type: a fresh name and the catalog's start values."""

from __future__ import annotations

from collections.abc import Mapping

from graph.catalog import CATALOG
from graph.catalog.typed import with_start
from graph.document import ROOT, Document, Node, Value
from graph.names import fresh_name


def new_node(
    document: Document,
    scope: str = ROOT,
    type: str = "",
    arguments: Mapping[str, Value] | None = None,
) -> Node:
    """The node that dropping ``type`` on the canvas adds; it is not added here.

    Beside ``arguments`` it has the start values of the catalog: what PyTorch requires and nothing
    works out, and where PyTorch's own default is poor (``Softmax.dim``, ``LSTM.batch_first``).
    """
    layer = CATALOG.get(type)
    said = arguments or {}
    name = fresh_name(type, document.scope(scope).nx)
    return Node(name, type, with_start(layer, said) if layer is not None else said)
