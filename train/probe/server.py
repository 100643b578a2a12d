"""The child that runs a network to look into it; whoever waits for it can end it at any time.

One JSON object a line, in and out; a reply has the ``id`` of its request.

    {"do": "probe", "text", "folder", "trusted", "request", "pictures"}  -> {"probe"}
    {"do": "predict", "text", "folder", "trusted", "request", "centre"}  -> {"predict"}

``text`` is a project, ``request`` what ``Request.from_plain`` reads, ``pictures`` a folder. Of the
Python files in ``folder`` those run whose SHA-256 is ``trusted``. The reply tells of every node in
the order in which they ran; pictures lie in the file that it names: for an output whose ``maps``
has the key ``k``, ``k`` (channels, height, width) and ``k.ranges``.
``predict`` tells only what a trained network says; ``centre`` names Inputs whose picture is a
drawing, with the height and width that it is brought to.
Whatever fails is answered with ``{"problem", "node"}``. The child ends with its standard input.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from graph.errors import LoomError
from graph.phrases import later, phrase_to_plain
from graph.python.files import PythonFiles, readable_files
from train.line_server import Answer, Message, Say, answer_lines, run_on_pipes
from train.ring import Ring

if TYPE_CHECKING:
    from train.predictions.answering import Answering
    from train.probe.compiling import Compiled
    from train.probe.request import Request
    from train.probe.seen import Probe, Seen
    from train.probe.summary import Summary

#: Files of pictures that are kept: the one that is shown, and the one before it.
KEPT = 2


class Server:
    """Answers requests; keeps the last network and data as long as they are asked for again."""

    def __init__(self) -> None:
        from train.probe.shelf import Shelf

        self._shelf = Shelf()
        self._compiled: tuple[object, Compiled] | None = None
        self._answering: Answering | None = None
        self._ring = Ring("probe-{}.npz", KEPT)

    def answer(self, line: bytes) -> Message:
        """The reply to one line, whatever it holds."""
        request: Any = None
        try:
            request = json.loads(line)
            ways = {"probe": self._probe, "predict": self._predict}
            way = ways.get(str(request.get("do"))) if isinstance(request, dict) else None
            if way is None:
                return {"id": _id(request), "problem": later("this is no request")}
            return {"id": _id(request), str(request["do"]): way(request)}
        except LoomError as error:
            node = getattr(error, "node", "")
            return {"id": _id(request), "problem": str(error), "node": node}
        except (RecursionError, MemoryError):
            return {
                "id": _id(request),
                "problem": later("there is not enough memory for this sample"),
            }
        except OSError as error:
            return {
                "id": _id(request),
                "problem": later("{name}: {words}", name=error.filename, words=error.strerror),
            }
        except Exception as error:  # the app must hear of it, whatever it is
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            return {"id": _id(request), "problem": later("this network could not be run")}

    def _probe(self, message: Message) -> Message:
        from train.probe.request import Request
        from train.probe.run import probe

        request = Request.from_plain(message.get("request") or {})
        folder = Path(message["folder"]) if message.get("folder") else None
        python = PythonFiles(folder, frozenset(map(str, message.get("trusted") or ())))
        compiled = self._compile(str(message["text"]), request, python)
        found = probe(
            compiled.document, request, folder=folder, compiled=compiled, shelf=self._shelf
        )
        return self._told(found, Path(message["pictures"]))

    def _predict(self, message: Message) -> Message:
        """What a trained network says of one input."""
        from train.predictions.answering import Answering, told
        from train.predictions.drawing import centre_file
        from train.predictions.masking import seen_masked
        from train.probe.request import Request

        request = Request.from_plain(message.get("request") or {})
        folder = Path(message["folder"]) if message.get("folder") else None
        python = PythonFiles(folder, frozenset(map(str, message.get("trusted") or ())))
        compiled = self._compile(str(message["text"]), request, python)
        if self._answering is None or self._answering.ready is not compiled:
            self._answering = Answering(compiled, folder, self._shelf)
        feeds = dict(request.feeds)
        for name, size in (message.get("centre") or {}).items():
            path = centre_file(Path(feeds[name].path), int(size[0]), int(size[1]))
            feeds[name] = replace(feeds[name], path=str(path))
        answers, sample = self._answering.answer(feeds)
        return {
            "answers": [
                {**told(part, read), "masked": seen_masked(sample, read)} for part, read in answers
            ],
            "sample": phrase_to_plain(sample.words),
            "notes": [phrase_to_plain(note) for note in sample.notes],
            "weights": phrase_to_plain(compiled.weights),
        }

    def _compile(self, text: str, request: Request, python: PythonFiles) -> Compiled:
        from graph.project_file import loads
        from graph.visit import Memory
        from train.probe.compiling import compile_for_probe

        weights = request.weights
        stamp = weights.stat().st_mtime_ns if weights is not None and weights.exists() else 0
        document = loads(text)
        document.folder = python.folder
        own = tuple(one.digest for one in readable_files(document, python))
        key = (text, weights, stamp, python.folder, python.trusted, own)
        if self._compiled is None or self._compiled[0] != key:
            made = compile_for_probe(document, weights, Memory(python), python.folder)
            self._compiled = (key, made)
        return self._compiled[1]

    def _told(self, found: Probe, folder: Path) -> Message:
        arrays: dict[str, Any] = {}
        steps = [_plain_step(seen, arrays) for seen in found.steps]
        path = self._ring.write(folder, arrays)
        first = found.first_broken
        return {
            "steps": steps,
            "file": str(path),
            "sample": phrase_to_plain(found.sample.words),
            "notes": [phrase_to_plain(note) for note in found.sample.notes],
            "train": found.train,
            "seconds": found.seconds,
            "weights": phrase_to_plain(found.weights),
            "target": found.target,
            "prediction": found.prediction,
            "first_broken": None if first is None else str(first.place),
        }


def _plain_step(seen: Seen, arrays: dict[str, Any]) -> Message:
    return {
        "place": str(seen.place),
        "node": seen.node,
        "scope": seen.scope,
        "type": seen.type,
        "note": phrase_to_plain(seen.note),
        "outputs": {port: _plain(summary, arrays) for port, summary in seen.outputs.items()},
        "weight": None if seen.weight is None else _plain(seen.weight, arrays),
    }


def _plain(summary: Summary, arrays: dict[str, Any]) -> Message:
    plain: Message = {**summary.to_plain(), "maps": None}
    plain["numbers_note"] = phrase_to_plain(summary.numbers_note)
    if summary.maps is not None:
        key = f"a{len(arrays)}"
        arrays[key], arrays[f"{key}.ranges"] = summary.maps.pixels, summary.maps.ranges
        note = phrase_to_plain(summary.maps.note)
        plain["maps"] = {"key": key, "kind": summary.maps.kind, "note": note}
    return plain


def _id(request: Any) -> Any:
    return request.get("id") if isinstance(request, dict) else None


def serve(commands: BinaryIO, replies: TextIO) -> None:
    """Answer until ``commands`` ends."""

    def prepare(_say: Say) -> Answer:
        import train.probe.run  # noqa: F401  (imports PyTorch)

        answer: Callable[[bytes], Message] = Server().answer
        return answer

    answer_lines(commands, replies, prepare)


def main() -> None:
    run_on_pipes(serve)


if __name__ == "__main__":
    main()
