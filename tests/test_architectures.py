"""Networks from papers have as many parameters as their papers, or PyTorch's authors, say."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.analysis import Analysis
from graph.project_file import load_project
from graph.shapes import analyze

EXAMPLES = Path(__file__).parent.parent / "examples"

#: With 1000 classes where they tell pictures apart; as published with PyTorch's own models.
PUBLISHED = {
    "densenet121": 7_978_856,
    "googlenet": 13_004_888,
    "inception_v3": 27_161_264,
    "mobilenet_v2": 3_504_872,
    "resnet34": 21_797_672,
    "vgg16": 138_357_544,
}

#: The same without the heads that are there for training only.
WITHOUT_HEADS = {"googlenet": 6_624_904, "inception_v3": 23_834_568}


def analysis_of(name: str) -> Analysis:
    return analyze(load_project(EXAMPLES / f"{name}.loom.yaml"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_network_has_the_published_number_of_parameters(name: str) -> None:
    found = analysis_of(name)

    assert found.errors == []
    assert found.total_parameters == PUBLISHED[name]


@pytest.mark.parametrize("name", WITHOUT_HEADS)
def test_without_its_auxiliary_heads_it_has_the_published_number_too(name: str) -> None:
    document = load_project(EXAMPLES / f"{name}.loom.yaml")
    heads = [n.name for n in document.graph.nodes if n.name.startswith(("aux", "early", "middle"))]
    for head in heads:
        for edge in document.graph.edges_of(head):
            document.graph.remove_edge(edge)
        document.graph.delete(head)

    found = analyze(document)

    assert found.errors == []
    assert found.total_parameters == WITHOUT_HEADS[name]
