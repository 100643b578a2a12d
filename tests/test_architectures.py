"""Networks from papers have as many parameters as their papers, or PyTorch's authors, say."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.analysis import Analysis
from graph.project_file import load_project
from graph.shapes import analyze

EXAMPLES = Path(__file__).parent.parent / "examples"

#: As published, in the paper or with the authors' own models; with 1000 classes where pictures
#: are told apart, BERT-base with its pooler, GPT-2 small, the medium language model.
PUBLISHED = {
    "bert_encoder": 109_482_240,
    "dcgan_discriminator": 2_765_568,
    "dcgan_generator": 3_576_704,
    "densenet121": 7_978_856,
    "googlenet": 13_004_888,
    "gpt_decoder": 124_439_808,
    "inception_v3": 27_161_264,
    "lstm_language_model": 19_780_400,
    "mobilenet_v2": 3_504_872,
    "resnet34": 21_797_672,
    "unet": 31_037_698,
    "vgg16": 138_357_544,
    "vit_b16": 86_567_656,
}

#: The same without the heads that are there for training only.
WITHOUT_HEADS = {"googlenet": 6_624_904, "inception_v3": 23_834_568}


def analysis_of(name: str) -> Analysis:
    return analyze(load_project(EXAMPLES / f"{name}.loom.yaml"))


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.slow] * (name != "resnet34")) for name in PUBLISHED],
)
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
