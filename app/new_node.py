"""A new node of a type: a fresh name and the catalog's start values."""

from __future__ import annotations

from graph.catalog import CATALOG
from graph.document import ROOT, Document, Node
from graph.names import fresh_name


def new_node(document: Document, scope: str = ROOT, type: str = "") -> Node:
    """The node that dropping ``type`` on the canvas adds; it is not added here.

    Its arguments are the start values of the catalog: what PyTorch requires and nothing works
    out, and where PyTorch's own default is a poor one (``Softmax.dim``, ``LSTM.batch_first``).
    """
    layer = CATALOG.get(type)
    arguments = layer.start_arguments if layer is not None else {}
    return Node(fresh_name(type, document.scope(scope).nx), type, arguments)
