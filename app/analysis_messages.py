"""What the analysis child answers, put together with what was known before."""

from __future__ import annotations

from typing import Any

from graph.analysis import Analysis, NodeAnalysis, problem_from_plain


def merged(before: Analysis, reply: dict[str, Any]) -> Analysis:
    """The analysis after a reply, which holds all of it or only the nodes that changed."""
    if "analysis" in reply:
        return Analysis.from_plain(reply["analysis"])
    nodes = dict(before.nodes)
    for name in reply.get("removed", ()):
        nodes.pop(name, None)
    for name, plain in reply.get("changed", {}).items():
        nodes[name] = NodeAnalysis.from_plain(plain)
    blocks = before.blocks
    if "blocks" in reply:
        blocks = {
            block: {name: NodeAnalysis.from_plain(node) for name, node in inner.items()}
            for block, inner in reply["blocks"].items()
        }
    problems = before.problems
    if "problems" in reply:
        problems = tuple(problem_from_plain(problem) for problem in reply["problems"])
    return Analysis(nodes, problems, reply.get("total_parameters", before.total_parameters), blocks)
