"""The child that knows PyTorch: keeps a replica of the app's document and answers about it.

One JSON object a line, in and out; every request has an ``id``, and its reply the same one.

    {"do": "open", "text", "name", "folder", "path"} -> {"analysis", "device"}, on which training
                                  would run; "trusted" has the SHA-256 of the Python files that
                                  may run, "stuck" why others must not, and "chosen" the data
                                  outside the folder that the user pointed at
    {"do": "edit", "edit"}     -> {"changed", "removed", "problems", "total_parameters", "waiting",
                                  "blocks"}, where blocks has, of each block that is another now,
                                  {"changed", "removed"}, and null for one that is gone
    {"do": "look", "path"}     -> {"blocks", "waiting"}; from now on the blocks that the uses in
                                  path lead into are told as these see them, not as the first does
    {"do": "find", "problem"}                       -> {"path"} to a use that has the problem
    {"do": "cost"}             -> {"costs", "complete"}: false where more is to be asked for
    {"do": "model", "weights"}  -> {"rows", "report", "reason"}: the compiled network as a tree
    {"do": "tensor", "path", "weights"} -> {"statistics", "reason"}
    {"do": "match", "weights"}  -> {"report", "reason", "tensors"?}: which tensor would go where
    {"do": "candidates", "scope", "source", "port"} -> {"candidates": [[node, port], ...]}
    {"do": "accepting", "scope", "source", "port"}  -> {"types", "complete"}: of which layers a new
                                  one would take what the port gives, the likeliest first
    {"do": "can_connect", "scope", "edge"}          -> {"refusal": problem or null}
    {"do": "source"}, {"do": "script"}              -> {"text", "lines", "arrays", "reason"}, where
                                  lines are {scope: {node: [first, last]}}, and arrays are the
                                  files that the text reads: {name: path}
    {"do": "groups"}, {"do": "schedule"}, {"do": "setup"}: see ``train/setup_answers.py``
    {"do": "features", "nodes"}                     -> {"text", "arrays", "reason"}
    {"do": "documentation", "type"}                 -> {"name", "signature", "text", "links"}
    {"do": "mend"}             -> {"edit", "labels", "left"}: all safe fixes as one edit, or null,
                                  what they are called, and how many mistakes would be left

Whatever fails is answered with ``{"problem": in plain words}``. The child says
``{"event": "hello"}`` before PyTorch is imported, ``{"event": "ready"}`` after, and ends with its
standard input. Before it runs code of a Python file it says ``{"event": "running", "file",
"digest"}``, and ``{"event": "ran"}`` after: should it not live to say so, that code is to blame.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from graph.document import Change, Document, Edge
from graph.errors import LoomError
from graph.phrases import later, phrase_to_plain
from train.line_server import Answer, Message, Say, answer_lines, run_on_pipes
from train.run_script import told_of_run
from train.setup_answers import SetupAnswers
from train.source_answers import SourceAnswers

if TYPE_CHECKING:
    from graph.analysis import Analysis, NodeAnalysis
    from graph.costing import CostMemory
    from graph.problems import Problem
    from graph.python.source_file import PythonFile
    from graph.shapes import Analyst
    from graph.visit import Memory
    from train.inspection import Inspection
    from train.settings import WeightsConfig

Blocks = Mapping[str, Mapping[str, "NodeAnalysis"]]

#: No longer at a stretch is measured what layers cost: an edit may be waiting.
COST_SECONDS = 0.2


class Server:
    """Answers requests about one document at a time. Never raises."""

    def __init__(self) -> None:
        self._document: Document | None = None
        self._analyst: Analyst | None = None
        self._memory: Memory | None = None
        self._changes: list[Change] = []
        self._folder: Path | None = None
        self._chosen: frozenset[str] = frozenset()
        self._training: tuple[Problem, ...] = ()
        self._costs: CostMemory | None = None
        self._path: tuple[str, ...] = ()
        self._told: Blocks = {}
        self._inspection: tuple[WeightsConfig | None, Inspection] | None = None
        self._deeds: dict[str, Callable[[Message], Message]] = {
            "open": self._open,
            "edit": self._edit,
            "look": self._look,
            "find": self._find,
            "cost": self._cost,
            "model": self._model,
            "tensor": self._tensor,
            "match": self._match,
            "candidates": self._candidates,
            "accepting": self._accepting,
            "can_connect": self._can_connect,
            "run_script": told_of_run,
            "documentation": self._documentation,
            "mend": self._mend,
            **SetupAnswers(self._seen).deeds,
            **SourceAnswers(self._seen).deeds,
        }

    def answer(self, line: bytes) -> Message:
        """The reply to one line, whatever it holds."""
        request: Any = None
        try:
            request = json.loads(line)
            if not isinstance(request, dict) or request.get("do") not in self._deeds:
                return {"id": _id(request), "problem": later("this is no request")}
            return {"id": _id(request), **self._deeds[request["do"]](request)}
        except LoomError as error:
            return {"id": _id(request), "problem": str(error)}
        except (RecursionError, MemoryError):
            return {"id": _id(request), "problem": later("this is too much to be looked at")}
        except Exception as error:  # the app must hear of it, whatever it is
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            return {"id": _id(request), "problem": later("this could not be understood")}

    # the document

    def _open(self, request: Message) -> Message:
        from graph.project_file import loads
        from graph.python.files import PythonFiles
        from graph.shapes import Analyst
        from graph.visit import Memory
        from train.devices import choose_device

        document = loads(str(request["text"]))
        document.name = str(request.get("name", document.name))
        self._folder = Path(request["folder"]) if request.get("folder") else None
        self._chosen = frozenset(map(str, request.get("chosen") or ()))
        trusted, stuck = request.get("trusted") or (), request.get("stuck") or {}
        self._memory = self._memory or Memory()  # what PyTorch said before holds still
        self._memory.python = PythonFiles(self._folder, trusted, stuck)
        document.folder = self._folder
        self._document, self._changes = document, []
        self._inspection = None
        document.observe(self._changes.append)
        self._analyst = Analyst(document, self._memory)
        self._check_training()
        self._analyst.path = self._path = _path(request)
        analysis = self._analysis()
        self._told = analysis.blocks
        return {"analysis": analysis.to_plain(), "device": str(choose_device("auto"))}

    def _edit(self, request: Message) -> Message:
        from graph.analysis import problem_to_plain
        from graph.edits import edit_from_plain

        document, analyst = self._opened()
        document.apply(edit_from_plain(request["edit"]))
        self._inspection = None
        change = Change()
        for touched in self._changes:
            change |= touched
        self._changes.clear()
        analyst.update(change)
        self._check_training()
        analysis = self._analysis()
        return {
            "changed": {
                name: analysis.nodes[name].to_plain()
                for name in analyst.changed
                if name in analysis.nodes
            },
            "removed": sorted(analyst.removed),
            "blocks": self._news_of(analysis.blocks),
            "problems": [problem_to_plain(problem) for problem in analysis.problems],
            "total_parameters": analysis.total_parameters,
            "waiting": analysis.waiting,
        }

    def _look(self, request: Message) -> Message:
        _, analyst = self._opened()
        analyst.path = self._path = _path(request)
        analysis = self._analysis()
        return {"blocks": self._news_of(analysis.blocks), "waiting": analysis.waiting}

    def _find(self, request: Message) -> Message:
        from graph.problems import Problem

        _, analyst = self._opened()
        code, node, port, scope = (
            str(request["problem"][key]) for key in ("code", "node", "port", "scope")
        )
        path = analyst.analysis.path_to(Problem("error", code, "", node, port, scope))
        return {"path": list(path)}

    def _news_of(self, blocks: Blocks) -> Message:
        """What of the blocks is another now than it was when it was told last."""
        before, self._told = self._told, blocks
        news: Message = dict.fromkeys(name for name in before if name not in blocks)
        for block, nodes in blocks.items():
            known = before.get(block)
            if known is None or known != nodes:
                known = known or {}
                changed = {n: node for n, node in nodes.items() if known.get(n) != node}
                news[block] = {
                    "changed": {name: node.to_plain() for name, node in changed.items()},
                    "removed": sorted(known.keys() - nodes.keys()),
                }
        return news

    def _mend(self, request: Message) -> Message:
        from graph.edits import edit_to_plain
        from graph.mending import mend
        from graph.project_file import dumps, loads

        document, _ = self._opened()
        copy = loads(dumps(document))
        copy.folder = self._folder
        found = mend(copy, self._memory)
        edit = edit_to_plain(found.edit) if found.fixes else None
        return {
            "edit": edit,
            "labels": [phrase_to_plain(fix.label) for fix in found.fixes],
            "left": found.left,
        }

    def _model(self, request: Message) -> Message:
        try:
            inspection = self._inspected(request)
        except LoomError as error:
            return {"rows": [], "report": "", "reason": str(error)}
        report = inspection.report.words if inspection.report is not None else ""
        rows = [row.to_plain() for row in inspection.rows()]
        return {"rows": rows, "report": report, "reason": ""}

    def _tensor(self, request: Message) -> Message:
        try:
            found = self._inspected(request).tensor(str(request["path"]))
        except LoomError as error:
            return {"statistics": None, "reason": str(error)}
        return {"statistics": found.to_plain(), "reason": ""}

    def _match(self, request: Message) -> Message:
        from train.matching_answer import matching_answer

        path = Path(str(request["weights"]["path"]))
        return matching_answer(lambda: self._inspected(request).report, self._opened()[0], path)

    def _inspected(self, request: Message) -> Inspection:
        """The network as it is now, with the weights that are asked for; built once."""
        from train.inspection import Inspection
        from train.settings import WeightsConfig

        document, analyst = self._opened()
        said = request.get("weights")
        weights = WeightsConfig(str(said["path"]), said["match"]) if said else None
        if self._inspection is None or self._inspection[0] != weights:
            found = Inspection(document, analyst.analysis, self._folder, weights)
            self._inspection = (weights, found)
        return self._inspection[1]

    def _opened(self) -> tuple[Document, Analyst]:
        if self._document is None or self._analyst is None:
            raise LoomError("no project is open")
        return self._document, self._analyst

    def _analysis(self) -> Analysis:
        from graph.causes import with_causes

        document, analyst = self._opened()
        analysis = analyst.analysis.seen_from(self._path).with_problems(self._training)
        return with_causes(document, analysis)

    def _seen(self) -> tuple[Document, Analysis, Path | None, bool]:
        from train.data.location import is_among

        document, analyst = self._opened()
        chosen = is_among(document.training.get("data"), self._chosen)
        return document, analyst.analysis, self._folder, chosen

    def _check_training(self) -> None:
        from train.config import check_training

        document, analysis, folder, chosen = self._seen()
        self._training = ()
        if document.training:  # who has not said how to train is not told what is wrong with it
            self._training = tuple(check_training(document, analysis, folder, outside=chosen))

    # questions about it

    def _cost(self, request: Message) -> Message:
        from graph.costing import CostMemory, count_costs

        document, _ = self._opened()
        memory = self._costs = self._costs or CostMemory()
        memory.allow(COST_SECONDS)
        costs = count_costs(document, self._analysis(), memory=memory)
        return {"costs": costs.to_plain(), "complete": memory.is_complete}

    def _candidates(self, request: Message) -> Message:
        from graph.connecting import candidates

        document, analyst = self._opened()
        found = candidates(
            document, str(request["scope"]), str(request["source"]), str(request["port"]), analyst
        )
        pairs = [[name, port] for name, free in found.items() for port in free]
        return {"candidates": pairs}

    def _accepting(self, request: Message) -> Message:
        from graph.accepting import accepting

        document, analyst = self._opened()
        scope = str(request["scope"])
        source = self._analysis().scope(scope).get(str(request["source"]))
        tensor = source.outputs.get(str(request["port"])) if source is not None else None
        if tensor is None or self._memory is None:
            return {"types": None, "complete": True}
        found = accepting(document, scope, tensor, self._memory, analyst.batch)
        return {"types": list(found.types), "complete": found.is_complete}

    def _can_connect(self, request: Message) -> Message:
        from graph.analysis import problem_to_plain
        from graph.connecting import can_connect

        document, analyst = self._opened()
        edge = Edge(*map(str, request["edge"]))
        problem = can_connect(document, str(request["scope"]), edge, analyst)
        return {"refusal": problem_to_plain(problem) if problem else None}

    def _documentation(self, request: Message) -> Message:
        from train.documentation import documentation

        return documentation(str(request["type"])).to_plain()


def _path(request: Message) -> tuple[str, ...]:
    return tuple(map(str, request.get("path") or ()))


def _id(request: Any) -> Any:
    return request.get("id") if isinstance(request, dict) else None


def serve(commands: BinaryIO, replies: TextIO) -> None:
    """Answer until ``commands`` ends."""

    def prepare(say: Say) -> Answer:
        import graph.shapes  # noqa: F401  (imports PyTorch)
        from graph.python.running import observe

        def tell(file: PythonFile | None) -> None:
            named = {} if file is None else {"file": file.name, "digest": file.digest}
            say({"event": "running" if file is not None else "ran", **named})

        observe(tell)
        return Server().answer

    answer_lines(commands, replies, prepare)


def main() -> None:
    run_on_pipes(serve)


if __name__ == "__main__":
    main()
