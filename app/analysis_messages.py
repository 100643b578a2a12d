"""What the analysis child answers, put together with what was known before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.analysis import AnalysedNodes, Analysis, NodeAnalysis, problem_from_plain


def merged(before: Analysis, reply: dict[str, Any]) -> Analysis:
    """The analysis after a reply, which holds all of it or only the nodes that changed."""
    if "analysis" in reply:
        return Analysis.from_plain(reply["analysis"])
    nodes = _told(before.nodes).followed_by(reply.get("removed", ()), reply.get("changed", {}))
    blocks = dict(before.blocks)
    for block, news in reply.get("blocks", {}).items():
        if news is None:
            blocks.pop(block, None)
            continue
        known = _told(blocks.get(block, {}))
        blocks[block] = known.followed_by(news["removed"], news["changed"])
    problems = before.problems
    if "problems" in reply:
        problems = tuple(problem_from_plain(problem) for problem in reply["problems"])
    total = reply.get("total_parameters", before.total_parameters)
    return Analysis(nodes, problems, total, blocks, reply.get("waiting", before.waiting))


def _told(nodes: Mapping[str, NodeAnalysis]) -> AnalysedNodes:
    """What is known comes from the child, and is nothing before its first answer."""
    return nodes if isinstance(nodes, AnalysedNodes) else AnalysedNodes({})
