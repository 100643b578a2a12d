"""``check``: what is wrong with a project, and the table of its shapes, parameters and cost."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.cli.project import Project, open_project, say_problems
from app.cli.table import Column, print_table
from app.cli.words import counted, one_line, short_number
from graph.errors import LoomError
from graph.phrases import in_english

if TYPE_CHECKING:
    from graph.analysis import Analysis, NodeAnalysis, TensorType
    from graph.costs import Cost, Costs
    from graph.document import Node
    from graph.problems import Problem

COLUMNS = (
    Column("node", style="bold"),
    Column("type"),
    Column("output", style="cyan"),
    Column("parameters", right=True),
    Column("buffers", right=True, style="dim"),
    Column("FLOPs", right=True, style="dim"),
    Column("kept", right=True, style="dim"),
)


def run(options: argparse.Namespace) -> int:
    from graph.costing import count_costs

    project = open_project(options.file, trust=options.trust)
    analysis, problems = project.analyze()
    sizes = _sizes(options.size, project, analysis)
    costs = count_costs(project.document, analysis, sizes)
    if options.json:
        report = as_json(project, analysis, costs, problems)
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        show(project, analysis, costs, problems)
    return int(any(problem.severity == "error" for problem in problems))


def _sizes(said: list[tuple[str, int]], project: Project, analysis: Analysis) -> dict[str, int]:
    """What ``--size T=128`` says of the letters. Raises: LoomError, if there is no such letter."""
    from graph.costing import letters

    known = letters(project.document, analysis)
    for name, _ in said:
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "its shapes are all numbers"
            raise LoomError(f"there is no letter {name} in the shapes of this project", there)
    return dict(said)


def show(project: Project, analysis: Analysis, costs: Costs, problems: list[Problem]) -> None:
    """Print the tables to stdout and the problems, one a line, to stderr."""
    document = project.document
    for block in document.blocks:
        nodes = document.blocks[block].graph.nodes
        print(f"{one_line(block)}, as its first use has it")
        print_table(COLUMNS, _rows(nodes, analysis.scope(block), costs.scope(block)))
        print()
    rows = _rows(document.graph.nodes, analysis.nodes, costs.nodes)
    print_table(COLUMNS, rows, footer=_summary(analysis, costs, problems))
    say_problems(project, problems)


def _rows(
    nodes: list[Node], known: Mapping[str, NodeAnalysis], costs: Mapping[str, Cost]
) -> list[list[str]]:
    return [
        [
            node.name,
            _type(node, known.get(node.name)),
            _outputs(known.get(node.name)),
            *_numbers(costs.get(node.name)),
        ]
        for node in nodes
    ]


def _type(node: Node, known: NodeAnalysis | None) -> str:
    """``DenseLayer x6``, where a node stands there several times or not at all."""
    repeat = known.repeat if known is not None else None
    return node.type if repeat in (None, 1) else f"{node.type} x{repeat}"


def _numbers(cost: Cost | None) -> list[str]:
    """Only what there is: a column of zeros would hide it."""
    from graph.costs import amount

    if cost is None:
        return ["", "", "", ""]
    return [
        f"{cost.parameters:,}" if cost.parameters else "",
        f"{cost.buffers:,}" if cost.buffers else "",
        "?" if cost.flops is None else short_number(cost.flops or None),
        amount(cost.activations) if cost.activations else "",
    ]


def _outputs(node: NodeAnalysis | None) -> str:
    from graph.sizes import format_shape

    if node is None:
        return "?"
    shapes = {port: format_shape(tensor.shape) for port, tensor in node.outputs.items()}
    if len(shapes) == 1:
        return next(iter(shapes.values()))
    return ", ".join(f"{port} {shape}" for port, shape in shapes.items())


def _summary(analysis: Analysis, costs: Costs, problems: list[Problem]) -> str:
    from graph.costs import amount

    counts = {
        noun: sum(problem.severity == noun for problem in problems)
        for noun in ("error", "warning", "hint")
    }
    found = [counted(number, noun) for noun, number in counts.items() if number]
    total = costs.total
    parts = [counted(analysis.total_parameters, "parameter")]
    parts += [counted(total.buffers, "buffer element")] if total.buffers else []
    cost = [f"{short_number(total.flops)} FLOPs"] if total.flops else []
    if total.activations:
        cost.append(f"{amount(total.activations)} kept for the backward pass")
    if cost:
        parts.append(f"{' and '.join(cost)} for {costs.basis}")
    return f"{', '.join(parts)}; {', '.join(found) or 'no problems'}"


def as_json(
    project: Project, analysis: Analysis, costs: Costs, problems: list[Problem]
) -> dict[str, Any]:
    """The report that other programs read; ``sizes`` says what flops and activations are for."""
    document, total = project.document, costs.total
    return {
        "problems": [_plain_problem(problem) for problem in problems],
        "nodes": _plain_nodes(document.graph.nodes, analysis, costs),
        "blocks": {
            name: _plain_nodes(block.graph.nodes, analysis, costs, name)
            for name, block in document.blocks.items()
        },
        "total_parameters": analysis.total_parameters,
        "total_buffers": total.buffers,
        "total_flops": total.flops,
        "total_activation_bytes": total.activations,
        "sizes": dict(costs.sizes),
    }


def _plain_problem(problem: Problem) -> dict[str, Any]:
    from graph.edits import edit_to_plain

    return {
        "severity": problem.severity,
        "code": problem.code,
        "node": problem.node,
        "port": problem.port,
        "scope": problem.scope,
        "message": problem.message,
        "cause": problem.cause,
        "fixes": [
            {"label": fix.label, "edit": in_english(edit_to_plain(fix.edit)), "safe": fix.safe}
            for fix in problem.fixes
        ],
    }


def _plain_nodes(
    nodes: list[Node], analysis: Analysis, costs: Costs, scope: str = ""
) -> dict[str, Any]:
    known, cost = analysis.scope(scope), costs.scope(scope)
    waiting = analysis.waiting.get(scope, {})
    return {
        node.name: {
            **_plain_node(node.type, known.get(node.name), cost.get(node.name)),
            "waits_for": waiting.get(node.name, ""),
        }
        for node in nodes
    }


def _plain_node(type_: str, node: NodeAnalysis | None, cost: Cost | None) -> dict[str, Any]:
    outputs = node.outputs if node is not None else {}
    return {
        "type": type_,
        "repeat": node.repeat if node is not None and node.repeat is not None else 1,
        "outputs": {port: _plain_tensor(tensor) for port, tensor in outputs.items()},
        "parameters": node.parameters if node is not None else 0,
        "buffers": node.buffers if node is not None else 0,
        "flops": cost.flops if cost is not None else None,
        "activation_bytes": cost.activations if cost is not None else 0,
    }


def _plain_tensor(tensor: TensorType) -> dict[str, Any]:
    shape = [size if isinstance(size, int) else str(size) for size in tensor.shape]
    return {"shape": shape, "dtype": tensor.dtype}
