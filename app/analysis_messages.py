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
    blocks = dict(before.blocks)
    for block, news in reply.get("blocks", {}).items():
        if news is None:
            blocks.pop(block, None)
            continue
        inner = {n: node for n, node in blocks.get(block, {}).items() if n not in news["removed"]}
        changed = {n: NodeAnalysis.from_plain(node) for n, node in news["changed"].items()}
        blocks[block] = {**inner, **changed}
    problems = before.problems
    if "problems" in reply:
        problems = tuple(problem_from_plain(problem) for problem in reply["problems"])
    total = reply.get("total_parameters", before.total_parameters)
    return Analysis(nodes, problems, total, blocks, reply.get("waiting", before.waiting))
