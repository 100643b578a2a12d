"""Every type of node there is: what it takes, gives and is for. Needs no torch."""

from graph.catalog.card import describe
from graph.catalog.catalog import CATALOG, Catalog
from graph.catalog.layer import REQUIRED, Argument, Family, Layer, Port, Sample, Slot
from graph.catalog.node_ports import Ports, output_ports, ports

__all__ = [
    "CATALOG",
    "REQUIRED",
    "Argument",
    "Catalog",
    "Family",
    "Layer",
    "Port",
    "Ports",
    "Sample",
    "Slot",
    "describe",
    "output_ports",
    "ports",
]
