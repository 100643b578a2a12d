"""Law 4: the module and the executed source of a program are the same network, bit for bit."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from torch import nn

from codegen import program_of
from codegen.modules import compile_module
from codegen.program import Program
from codegen.source import emit_source, sample_shape
from graph.document import Document
from graph.project_file import load_project
from tests import networks as catalog
from tests.codegen.random_networks import networks
from tests.example_files import EXAMPLES, LARGE, name_of, samples

SMALL = [path for path in EXAMPLES if name_of(path) not in LARGE]


InputsOf = Callable[[Document, int], list[torch.Tensor]]


def assert_no_drift(
    document: Document, inputs_of: InputsOf | None = None, program: Program | None = None
) -> None:
    """Both back ends give the same keys, initial values, and outputs in eval and train mode."""
    program = program or program_of(document)
    torch.manual_seed(0)
    compiled = compile_module(program)
    namespace: dict[str, type[nn.Module]] = {}
    exec(compile(emit_source(program).text, "exported", "exec"), namespace)
    torch.manual_seed(0)
    exported = namespace[program.network.name]()

    assert_same_state(compiled, exported)
    for size in (2, 3):
        inputs = inputs_of(document, size) if inputs_of else random_inputs(program, size)
        for training in (False, True):
            results = []
            for network in (compiled.train(training), exported.train(training)):
                torch.manual_seed(1)
                results.append(network(*(tensor.clone() for tensor in inputs)))
            assert_same(*results)
    assert_same_state(compiled, exported)


def assert_same_state(one: nn.Module, other: nn.Module) -> None:
    ours, theirs = one.state_dict(), other.state_dict()
    assert list(ours) == list(theirs)
    assert_same(list(ours.values()), list(theirs.values()))
    assert learned(one) == learned(other)


def learned(network: nn.Module) -> list[str]:
    return [name for name, tensor in network.named_parameters() if tensor.requires_grad]


def assert_same(one: object, other: object) -> None:
    """Bit for bit, so that nan is nan."""
    assert type(one) is type(other)
    if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor):
        assert one.dtype == other.dtype
        assert torch.equal(one.nan_to_num(), other.nan_to_num())
        assert torch.equal(one.isnan(), other.isnan())
    elif isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        assert len(one) == len(other)
        for ours, theirs in zip(one, other, strict=True):
            assert_same(ours, theirs)


def random_inputs(program: Program, size: int) -> list[torch.Tensor]:
    torch.manual_seed(2)
    shapes = [given.shape for given in program.network.inputs]
    return [torch.randn(size, *sample_shape(shape)[1:]) for shape in shapes]


@given(networks())
def test_module_and_source_of_a_random_network_do_not_drift(document: Document) -> None:
    assert_no_drift(document)


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(catalog.networks())
def test_module_and_source_of_a_network_of_any_layers_do_not_drift(document: Document) -> None:
    if any(node.type == "Input" for node in document.graph.nodes):
        assert_no_drift(document, lambda d, size: list(catalog.tensors(d, size).values()))


@pytest.mark.slow
@settings(max_examples=int(os.environ.get("LOOM_EXAMPLES", "500")))
@given(networks())
def test_module_and_source_of_five_hundred_random_networks_do_not_drift(document) -> None:
    assert_no_drift(document)


@pytest.mark.parametrize("path", SMALL, ids=name_of)
def test_module_and_source_of_an_example_do_not_drift(path: Path) -> None:
    assert_no_drift(load_project(path), samples)
