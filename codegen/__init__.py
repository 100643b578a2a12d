"""A graph becomes a program; a program becomes an ``nn.Module`` or Python source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn

    from codegen.program import Program
    from codegen.source import Source
    from graph.document import Document


def program_of(document: Document) -> Program:
    """The program of a document. Imports torch, since shapes are PyTorch's own.

    Raises: LoweringError, if the document has an error.
    """
    from codegen.lower import lower
    from graph.shapes import analyze

    return lower(document, analyze(document))


def compile_document(document: Document) -> nn.Module:
    """The network of a document as a live module. Raises: LoweringError."""
    from codegen.modules import compile_module

    return compile_module(program_of(document))


def source_of(document: Document) -> Source:
    """The network of a document as Python source. Raises: LoweringError."""
    from codegen.source import emit_source

    return emit_source(program_of(document))
