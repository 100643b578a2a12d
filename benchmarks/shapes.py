"""The shapes of a 1,000-node graph after one edit, against inferring all of them anew."""

from __future__ import annotations

import time
from statistics import median

from benchmarks.networks import thousand_nodes
from benchmarks.report import Ratio, milliseconds

EDITS = 60


def measure() -> list[Ratio]:
    from graph.document import Change
    from graph.edits import SetArgument
    from graph.shapes import Analyst

    full = []
    for _ in range(3):
        document = thousand_nodes()
        start = time.perf_counter()
        analyst = Analyst(document)
        if analyst.analysis.errors:
            raise AssertionError(analyst.analysis.errors[0].message)
        full.append(time.perf_counter() - start)

    changes: list[Change] = []
    document.observe(changes.append)

    def edit(name: str, argument: str, value: object) -> float:
        document.apply(SetArgument(name, argument, value))
        start = time.perf_counter()
        analyst.update(changes.pop())
        return time.perf_counter() - start

    # Spread over the graph: a layer is widened, then made as wide as it was; shapes change
    # as far as the next convolution.
    updates = [
        edit(f"conv{1 + index // 2 * 11}", "out_channels", 8 if index % 2 else 16)
        for index in range(EDITS)
    ]
    everywhere = edit("conv1", "padding", 2)
    ratio = median(updates) / median(full)
    return [
        Ratio(
            "shapes after one edit, 1,000 nodes",
            f"{milliseconds(median(updates))} an edit",
            f"{milliseconds(median(full))} in full",
            ratio,
            at_most=1 / 50,
        ),
        Ratio(
            "the same, when all 1,000 shapes change",
            f"{milliseconds(everywhere)} an edit",
            f"{milliseconds(median(full))} in full",
            everywhere / median(full),
            at_most=1.0,
        ),
    ]
