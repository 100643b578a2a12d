"""``check``: what is wrong with a project, and the table of its shapes, parameters and cost."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from app.cli.project import Project, open_project, say_problems
from app.cli.table import Column, print_table
from app.cli.words import counted, short_number

if TYPE_CHECKING:
    from graph.analysis import Analysis, NodeAnalysis, TensorType
    from graph.problems import Problem

COLUMNS = (
    Column("node", style="bold"),
    Column("type"),
    Column("output", style="cyan"),
    Column("parameters", right=True),
    Column("FLOPs", right=True, style="dim"),
)


def run(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    analysis, problems = project.analyze()
    if options.json:
        print(json.dumps(as_json(project, analysis, problems), indent=2, ensure_ascii=False))
    else:
        show(project, analysis, problems)
    return int(any(problem.severity == "error" for problem in problems))


def show(project: Project, analysis: Analysis, problems: list[Problem]) -> None:
    """Print the table to stdout and the problems, one a line, to stderr."""
    rows = [
        _row(node.name, node.type, analysis.nodes.get(node.name))
        for node in project.document.graph.nodes
    ]
    print_table(COLUMNS, rows, footer=_summary(analysis, problems))
    say_problems(project, problems)


def _row(name: str, type_: str, node: NodeAnalysis | None) -> list[str]:
    if node is None:
        return [name, type_, "?", "", ""]
    return [
        name,
        type_,
        _outputs(node),
        f"{node.parameters:,}" if node.parameters else "",
        short_number(node.flops or None),
    ]


def _outputs(node: NodeAnalysis) -> str:
    from graph.sizes import format_shape

    shapes = {port: format_shape(tensor.shape) for port, tensor in node.outputs.items()}
    if len(shapes) == 1:
        return next(iter(shapes.values()))
    return ", ".join(f"{port} {shape}" for port, shape in shapes.items())


def _summary(analysis: Analysis, problems: list[Problem]) -> str:
    counts = {
        noun: sum(problem.severity == noun for problem in problems)
        for noun in ("error", "warning", "hint")
    }
    found = [counted(number, noun) for noun, number in counts.items() if number]
    flops = sum(node.flops or 0 for node in analysis.nodes.values())
    cost = f", {short_number(flops)} FLOPs a sample" if flops else ""
    parameters = counted(analysis.total_parameters, "parameter")
    return f"{parameters}{cost}; {', '.join(found) or 'no problems'}"


def as_json(project: Project, analysis: Analysis, problems: list[Problem]) -> dict[str, Any]:
    return {
        "problems": [_plain_problem(problem) for problem in problems],
        "nodes": {
            node.name: _plain_node(node.type, analysis.nodes.get(node.name))
            for node in project.document.graph.nodes
        },
        "total_parameters": analysis.total_parameters,
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
        "fixes": [{"label": fix.label, "edit": edit_to_plain(fix.edit)} for fix in problem.fixes],
    }


def _plain_node(type_: str, node: NodeAnalysis | None) -> dict[str, Any]:
    if node is None:
        return {"type": type_, "outputs": {}, "parameters": 0, "flops": None}
    return {
        "type": type_,
        "outputs": {port: _plain_tensor(tensor) for port, tensor in node.outputs.items()},
        "parameters": node.parameters,
        "flops": node.flops,
    }


def _plain_tensor(tensor: TensorType) -> dict[str, Any]:
    shape = [size if isinstance(size, int) else str(size) for size in tensor.shape]
    return {"shape": shape, "dtype": tensor.dtype}
