"""Law 6: without errors it compiles and runs; what would not run has an error; nothing raises."""

from __future__ import annotations

import json

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegen import compile_document
from graph.analysis import Analysis
from graph.document import Document
from graph.edits import edit_to_plain
from graph.problems import Problem
from graph.shapes import analyze
from tests.documents import any_document
from tests.networks import MEMORY, flawed_networks, networks, tensors

PLAIN = ("Error", "Exception", "Traceback", "NoneType", "torch.Size", "<class", "object at")


def assert_plain(problem: Problem) -> None:
    """A message names its node and holds nothing of Python's own."""
    assert problem.code == problem.code.lower()
    assert problem.message.strip()
    if len(problem.node) < 50 and problem.node.isidentifier():
        assert problem.node in problem.message
        assert not any(word in problem.message for word in PLAIN)
    assert all(fix.label and edit_to_plain(fix.edit) for fix in problem.fixes)


def assert_runs(document: Document) -> None:
    """It compiles, and takes batches of 2 and 3 in train mode and in eval mode."""
    module = compile_document(document)
    for batch in (2, 3):
        inputs = list(tensors(document, batch).values())
        with torch.no_grad():
            module.train()(*inputs)
            module.eval()(*inputs)


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(networks())
def test_a_network_without_errors_compiles_and_runs(document: Document) -> None:
    assert analyze(document, MEMORY).errors == []
    assert_runs(document)


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(flawed_networks())
def test_a_network_that_does_not_run_has_an_error(document: Document) -> None:
    analysis = analyze(document, MEMORY)

    for problem in analysis.problems:
        assert_plain(problem)
    if not analysis.errors:
        assert_runs(document)


@given(any_document())
def test_no_document_makes_the_analysis_raise(document: Document) -> None:
    analysis = analyze(document, MEMORY)

    for problem in analysis.problems:
        assert_plain(problem)
    told = json.loads(json.dumps(analysis.to_plain()))
    assert Analysis.from_plain(told).to_plain() == told == analysis.to_plain()


@given(st.data())
def test_every_fix_is_an_edit_that_applies(data: st.DataObject) -> None:
    document = data.draw(flawed_networks() | any_document())
    problems = [problem for problem in analyze(document, MEMORY).problems if problem.fixes]
    if not problems:
        return
    fix = data.draw(st.sampled_from(data.draw(st.sampled_from(problems)).fixes))

    inverse = document.apply(fix.edit)

    analyze(document, MEMORY)
    document.apply(inverse)
