"""Law 1: loading what was saved gives the same document, and saving that the same bytes."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given

from graph.document import Document
from graph.project_file import dumps, load_project, loads, save_project
from tests.documents import any_document


@given(any_document())
def test_a_saved_document_loads_as_it_was(document: Document) -> None:
    assert loads(dumps(document)) == document


@given(any_document())
def test_saving_what_was_just_loaded_gives_the_same_text(document: Document) -> None:
    text = dumps(document)

    assert dumps(loads(text)) == text


@given(any_document())
def test_what_we_write_is_yaml_to_everybody(document: Document) -> None:
    text = dumps(document)

    read = yaml.safe_load(text)

    assert list(read.get("nodes", {})) == document.graph.names


@given(any_document())
def test_nodes_keep_their_order_and_edges_their_ports(document: Document) -> None:
    loaded = loads(dumps(document))

    assert loaded.graph.names == document.graph.names
    assert loaded.graph.edges == document.graph.edges
    assert list(loaded.graph.groups) == list(document.graph.groups)
    assert list(loaded.blocks) == list(document.blocks)


def test_every_example_saved_unchanged_keeps_its_bytes(examples: Path, tmp_path: Path) -> None:
    for example in sorted(examples.glob("*.loom.yaml")):
        copy = tmp_path / example.name

        save_project(load_project(example), copy)

        assert copy.read_bytes() == example.read_bytes(), example.name
