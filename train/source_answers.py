"""What the analysis process writes as Python: the network, its training, a part of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.errors import LoomError
from train.setup_answers import Look, Message

if TYPE_CHECKING:
    from codegen.program import Program


class SourceAnswers:
    """Answers ``source``, ``script`` and ``features`` of the document that it looks at."""

    def __init__(self, look: Look) -> None:
        self._look = look

    @property
    def deeds(self) -> dict[str, Callable[[Message], Message]]:
        """By the name of the request."""
        return {"source": self.source, "script": self.script, "features": self.features}

    def source(self, request: Message) -> Message:
        """{"text", "lines", "keys", "arrays", "reason"} of the network alone."""
        from codegen.keys import keys_of
        from codegen.lower import lower
        from codegen.source import emit_source

        document, analysis, _, _ = self._look()
        try:
            program = lower(document, analysis)
            source = emit_source(program)
        except LoomError as error:
            return {"text": "", "lines": {}, "keys": {}, "reason": str(error)}
        lines = {
            scope: {name: list(span) for name, span in places.items()}
            for scope, places in source.lines.items()
        }
        told = {"lines": lines, "keys": keys_of(program), "arrays": _arrays(program)}
        return {"text": source.text, **told, "reason": ""}

    def script(self, request: Message) -> Message:
        """{"text", "lines", "arrays", "reason"} of the program that trains it."""
        from codegen.lower import lower
        from train.config import TrainingConfig
        from train.script import emit_script

        document, analysis, folder, _ = self._look()
        try:
            program = lower(document, analysis)
            text = emit_script(
                program, TrainingConfig.from_document(document), folder, outside=True
            )
        except LoomError as error:
            return {"text": "", "lines": {}, "reason": str(error)}
        return {"text": text, "lines": {}, "arrays": _arrays(program), "reason": ""}

    def features(self, request: Message) -> Message:
        """{"text", "arrays", "reason"} of a network that ends at ``nodes``."""
        from codegen.features import emit_features
        from codegen.lower import lower

        document, analysis, _, _ = self._look()
        try:
            nodes = [str(node) for node in request["nodes"]]
            text = emit_features(document, analysis, nodes)
            arrays = _arrays(lower(document, analysis))
        except LoomError as error:
            return {"text": "", "reason": str(error)}
        return {"text": text, "arrays": arrays, "reason": ""}


def _arrays(program: Program) -> dict[str, str]:
    """Where the arrays lie that the source of a program reads from beside it."""
    from codegen.starting import array_files

    return {array.file: array.path for array in array_files(program)}
