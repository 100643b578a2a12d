"""The laws hold on random networks into which code of the user's own is put."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.lower import lower
from graph.document import Change, Document, Edge, Node
from graph.edits import AddNode, Batch, Connect, Disconnect
from graph.project_file import dumps, loads
from graph.shapes import Analyst, analyze
from graph.visit import Memory
from tests.codegen.random_networks import networks
from tests.laws.test_no_drift import assert_no_drift
from tests.python_nodes import files_in, lay

#: All of them give what they take: a network in which they stand between two layers still runs.
CODE = """\
import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self, start=1.0, bias=True):
        super().__init__()
        self.scale = nn.Parameter(start * torch.randn(1))
        self.bias = nn.Parameter(torch.randn(1)) if bias else None

    def forward(self, x):
        return self.scale * x if self.bias is None else self.scale * x + self.bias


class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, beta=1.0):
        ctx.save_for_backward(x)
        return x * torch.sigmoid(beta * x)

    @staticmethod
    def backward(ctx, gradient):
        return gradient, None


def shifted(x, by=1.0, *, twice=False):
    return x + by + (by if twice else 0)


class Norm(nn.BatchNorm1d):
    def __init__(self):
        super().__init__(1)

    def forward(self, x):
        return super().forward(x.reshape(-1, 1)).reshape(x.shape)
"""

SAID: list[tuple[str, dict[str, list[Any]]]] = [
    ("Scale", {"start": [0.5, 2.0], "bias": [True, False]}),
    ("Swish", {"beta": [0.5, 2.0]}),
    ("shifted", {"by": [0.25, -1.0], "twice": [True]}),
    ("Norm", {}),
]

NAMES = ["own", "Scale", "Swish", "shifted", "x", "out", "nn", "layers_of_laws"]


@pytest.fixture(autouse=True, scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Memory]:
    """What is known of the code, which an exported file can import meanwhile."""
    folder: Path = tmp_path_factory.mktemp("code")
    lay(folder, {"layers_of_laws.py": CODE})
    sys.path.insert(0, str(folder))
    yield Memory(files_in(folder))
    sys.path.remove(str(folder))
    sys.modules.pop("layers_of_laws", None)


def put_code(draw: Any, document: Document, memory: Memory) -> list[Batch]:
    """Put Python nodes into wires that carry real numbers; the edits that did it."""
    known = analyze(document, memory).nodes
    wires = [
        edge
        for edge in document.graph.edges
        if (found := known[edge.source].outputs.get(edge.source_port)) is not None
        and found.dtype == "float32"
        and any(size != 1 for size in found.shape)  # of one number nothing can be normalised
    ]
    edits = []
    for edge in draw(st.lists(st.sampled_from(wires), min_size=1, max_size=4, unique=True)):
        code, choices = draw(st.sampled_from(SAID))
        own = {k: draw(st.sampled_from(v)) for k, v in choices.items() if draw(st.booleans())}
        said: dict[str, Any] = {"file": "layers_of_laws.py", "name": code, "inputs": ("x",)}
        said |= {"arguments": own} if own else {}
        free = [
            name for name in [*NAMES, f"own{len(document.graph)}"] if name not in document.graph
        ]
        name = draw(st.sampled_from(free))
        edit = Batch(
            (
                Disconnect(edge),
                AddNode(Node(name, "Python", said)),
                Connect(Edge(edge.source, edge.source_port, name, "x")),
                Connect(Edge(name, "output", edge.target, edge.target_port)),
            )
        )
        document.apply(edit)
        edits.append(edit)
    return edits


QUIET = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])


@QUIET
@given(st.data())
def test_module_and_source_with_code_of_the_users_own_are_equal(
    memory: Memory, data: st.DataObject
) -> None:
    document = data.draw(networks())
    put_code(data.draw, document, memory)

    analysis = analyze(document, memory)

    assert analysis.errors == []
    assert_no_drift(document, program=lower(document, analysis))


@pytest.mark.slow
@QUIET
@given(st.data())
def test_an_analysis_that_follows_edits_equals_one_made_anew(
    memory: Memory, data: st.DataObject
) -> None:
    document = data.draw(networks())
    analyst = Analyst(document, memory)
    changes: list[Change] = []
    document.observe(changes.append)

    put_code(data.draw, document, memory)
    change = Change()
    for one in changes:
        change |= one
    analyst.update(change)

    assert analyst.analysis == analyze(document, memory)
    assert loads(dumps(document)) == document
