"""Tensors that lie in memory in another way than a layer can work with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.case import Case, insert
from graph.catalog import CATALOG
from graph.edits import ReplaceNode
from graph.phrases import later, listed
from graph.problems import Fix, Problem


def wrong_layout(case: Case) -> Problem | None:
    """Found by trying: with the same numbers in the order of their axes the layer runs."""
    odd = [port for port, tensor in case.inputs.items() if tensor.layout is not None]
    plain = {port: replace(tensor, layout=None) for port, tensor in case.inputs.items()}
    if not odd or not case.works(inputs=plain):
        return None
    sources = listed([case.source(port) for port in odd])
    if case.said.get("inplace") is True and case.works({**case.said, "inplace": False}):
        message = later(
            "{type} cannot write over what arrives from {sources}, where one place in "
            "memory stands for several numbers.",
            type=case.layer.type,
            sources=sources,
        )
        return case.problem("layout", message, odd[0], case.set_("inplace", False, safe=True))
    message = later(
        "{type} needs numbers that lie in memory in the order of their axes; those "
        "from {sources} do not.",
        type=case.layer.type,
        sources=sources,
    )
    return case.problem("layout", message, odd[0], *_fixes(case, odd))


def _fixes(case: Case, odd: list[str]) -> Iterator[Fix]:
    if case.layer.type == "Tensor.view":
        reshape = CATALOG["torch.reshape"]
        said = {"shape": case.said["size"]} if "size" in case.said else {}
        if case.attempt(reshape.type, said, case.inputs).refusal is None:
            arguments = {"shape": case.node.arguments["size"]} if said else {}
            node = replace(case.node, type=reshape.type, arguments=arguments)
            yield Fix("Use torch.reshape", ReplaceNode(node, case.scope), safe=True)
    for port in odd:
        edge = case.wires.get(port)
        mended = {**case.inputs, port: replace(case.inputs[port], layout=None)}
        if edge is not None and case.works(inputs=mended):
            output = CATALOG["Tensor.contiguous"].outputs[0].name
            yield Fix("Insert Tensor.contiguous", insert(case, edge, "Tensor.contiguous", output))
