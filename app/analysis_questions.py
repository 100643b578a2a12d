"""What the window asks the child that analyses, each with the answer as the window wants it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject

from app.line_process import Message
from app.source_text import SourceText, source_of
from graph.problems import Problem
from graph.uses import Path

#: Seconds after which a child that does not answer is ended: to a request, and where it has to
#: import PyTorch or to build a network.
PATIENCE, PATIENT = 15.0, 60.0

Answer = Callable[[Message], None]


class AnalysisQuestions(QObject):
    """The questions, without the conversation: ``_ask`` sends them one after the other."""

    _newest_wiring: Message | None = None

    def _ask(
        self, message: Message, answer: Answer, patience: float = PATIENCE, *, anew: bool = False
    ) -> None:
        """With ``anew`` an earlier question of the kind that still waits is forgotten."""
        raise NotImplementedError

    def find(self, problem: Problem, answer: Callable[[Path], None]) -> None:
        """Ask for the uses that lead to where a block has ``problem``."""
        keys = {key: getattr(problem, key) for key in ("scope", "code", "node", "port")}
        message = {"do": "find", "problem": keys}
        self._ask(message, lambda reply: answer(tuple(map(str, reply.get("path", ())))))

    def candidates(
        self,
        scope: str,
        node: str,
        port: str,
        answer: Callable[[Collection[tuple[str, str]]], None],
    ) -> None:
        """Ask which inputs accept what an output gives; (node, port) of each.

        Of an earlier question nothing is heard any more: a wire may have gone since.
        """
        message = {"do": "candidates", "scope": scope, "source": node, "port": port}

        def take(reply: Message) -> None:
            if self._newest_wiring is message:
                answer(_pairs(reply.get("candidates", ())))

        self._newest_wiring = message
        self._ask(message, take, anew=True)

    def accepting(
        self, scope: str, node: str, port: str, answer: Callable[[Sequence[str], bool], None]
    ) -> None:
        """Ask of which layers a new one would take what an output gives.

        The answer has their types, the likeliest first, and whether all were tried; it never
        comes where the shape is not known. An earlier question that waits is forgotten.
        """

        def take(reply: Message) -> None:
            if reply.get("types") is not None:
                answer([str(type_) for type_ in reply["types"]], bool(reply.get("complete")))

        message = {"do": "accepting", "scope": scope, "source": node, "port": port}
        self._ask(message, take, anew=True)

    def documentation(self, type_: str, answer: Answer) -> None:
        """Ask for PyTorch's own text about a type, or a full name of its own."""
        self._ask({"do": "documentation", "type": type_}, answer)

    def mend(self, answer: Answer) -> None:
        """Ask for all fixes that may be applied unasked; an earlier question is forgotten."""
        self._ask({"do": "mend"}, answer, PATIENT, anew=True)

    def setup(self, what: str, answer: Answer) -> None:
        """Ask for ``groups``, ``schedule`` or ``setup``; an earlier question is forgotten."""
        self._ask({"do": what}, answer, anew=True)

    def source(self, answer: Callable[[SourceText], None]) -> None:
        """Ask for the exported file once."""
        self._ask({"do": "source"}, lambda reply: answer(source_of(reply)))

    def script(self, answer: Callable[[SourceText], None]) -> None:
        """Ask for a complete training program once."""
        self._ask({"do": "script"}, lambda reply: answer(source_of(reply)))

    def run_script(
        self, run: str, trusted: Sequence[str], answer: Callable[[SourceText], None]
    ) -> None:
        """Ask for the training program that repeats a run, by its folder."""
        message = {"do": "run_script", "run": run, "trusted": list(trusted)}
        self._ask(message, lambda reply: answer(source_of(reply)))

    def features(self, nodes: Sequence[str], answer: Callable[[SourceText], None]) -> None:
        """Ask for the code that returns what some nodes give."""
        message = {"do": "features", "nodes": list(nodes)}
        self._ask(message, lambda reply: answer(source_of(reply)))

    def model(self, weights: Message | None, answer: Answer) -> None:
        """Ask for the compiled network as a tree; an earlier question that waits is forgotten."""
        self._ask({"do": "model", "weights": weights}, answer, PATIENT, anew=True)

    def match(self, weights: Message, answer: Answer) -> None:
        """Ask which tensor of a file of weights would go where."""
        self._ask({"do": "match", "weights": weights}, answer, PATIENT, anew=True)

    def tensor(self, path: str, weights: Message | None, answer: Answer) -> None:
        """Ask what the values of one tensor are like."""
        self._ask({"do": "tensor", "path": path, "weights": weights}, answer, PATIENT, anew=True)


def _pairs(found: Any) -> list[tuple[str, str]]:
    return [(str(pair[0]), str(pair[1])) for pair in found if len(pair) >= 2]
