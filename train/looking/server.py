"""The child that reads data to be looked at, so that the window never waits for a disk.

One JSON object a line, in and out; a reply has the ``id`` of its request, and its ``do``.

    {"do": "look", "text", "folder", "wanted", "pictures"}            -> a page of samples
    {"do": "vary", "text", "folder", "sample", "draws", "first", "pictures"}   -> draws of a sample

``text`` is a project, ``pictures`` the folder for a file of pixels, which the reply names: an
array of unsigned bytes. Whatever fails is answered with ``{"problem"}``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from graph.errors import LoomError
from graph.phrases import later, phrase_to_plain
from graph.project_file import loads
from train.line_server import Answer, Message, Say, answer_lines, run_on_pipes
from train.looking.look import Looker, Wanted
from train.ring import Ring
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from train.looking.vary import Varying

#: Files of pictures that are kept: those that are shown, and those before them.
KEPT = 4


class Server:
    """Answers requests; PyTorch is imported only once samples are to be varied."""

    def __init__(self) -> None:
        self._looker = Looker()
        self._varying: Varying | None = None
        self._ring = Ring("look-{}.npy", KEPT)

    def answer(self, line: bytes) -> Message:
        """The reply to one line, whatever it holds."""
        request: Any = None
        about: Message = {"id": None}
        try:
            request = json.loads(line)
            about = {"id": request.get("id"), "do": request.get("do")}
            document = loads(str(request["text"]))
            config = TrainingConfig.from_document(document)
            folder = Path(request["folder"]) if request.get("folder") else None
            if request["do"] == "look":
                wanted = Wanted.from_plain(request.get("wanted") or {})
                told, pixels = self._looker.look(config.data, folder, wanted)
            else:
                told, pixels = self._vary(config, folder, request)
            if pixels is not None:
                told["file"] = str(self._ring.write(Path(request["pictures"]), pixels))
            return {**about, **told}
        except LoomError as error:
            return {**about, "problem": phrase_to_plain(str(error))}
        except (MemoryError, RecursionError):
            return {**about, "problem": later("there is not enough memory for this data")}
        except Exception as error:  # the app must hear of it, whatever it is
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            return {**about, "problem": later("this data cannot be looked at")}

    def _vary(
        self, config: TrainingConfig, folder: Path | None, request: Message
    ) -> tuple[Message, Any]:
        from train.looking.vary import Varying

        self._varying = self._varying or Varying()
        numbers = (int(request.get(key) or 0) for key in ("sample", "draws", "first"))
        sample, draws, first = numbers
        return self._varying.draw(config, folder, sample, min(64, max(1, draws)), first)


def serve(commands: BinaryIO, replies: TextIO) -> None:
    """Answer until ``commands`` ends."""

    def prepare(_say: Say) -> Answer:
        answer: Callable[[bytes], Message] = Server().answer
        return answer

    answer_lines(commands, replies, prepare)


def main() -> None:
    run_on_pipes(serve)


if __name__ == "__main__":
    main()
