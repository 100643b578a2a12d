"""A child that answers JSON, one object a line, until its input ends."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, TextIO

from graph.collector import collector_at_rest, keep_for_long
from graph.phrases import later, message_to_plain

Message = dict[str, Any]

#: Answers one line. Never raises.
Answer = Callable[[bytes], Message]

#: Tells of something without having been asked.
Say = Callable[[Message], None]

#: A longer line is refused: a project file is half of it at the most.
MAX_LINE = 2**26


def answer_lines(commands: BinaryIO, replies: TextIO, prepare: Callable[[Say], Answer]) -> None:
    """Answer until ``commands`` ends. ``prepare`` may take a while: it imports PyTorch.

    Says ``{"event": "hello"}`` before that and ``{"event": "ready"}`` after.
    """

    def say(message: Message) -> None:
        replies.write(json.dumps(message_to_plain(message)) + "\n")
        replies.flush()

    say({"event": "hello"})
    with collector_at_rest():  # nothing that PyTorch brings along is garbage
        answer = prepare(say)
    keep_for_long()
    say({"event": "ready"})
    for line in _lines(commands):
        if line is None:
            say({"id": None, "problem": later("this request is too long")})
        else:
            say(answer(line))


def run_on_pipes(serve: Callable[[BinaryIO, TextIO], None]) -> None:
    """Speak on the first standard output; what anything else prints goes to the errors."""
    speaking = os.dup(1)
    os.dup2(2, 1)
    with os.fdopen(speaking, "w", encoding="utf-8") as replies:
        try:
            serve(sys.stdin.buffer, replies)
        except (BrokenPipeError, KeyboardInterrupt):
            return


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines, or None for one that is too long."""
    while line := stream.readline(MAX_LINE):
        if line.endswith(b"\n") or len(line) < MAX_LINE:
            if line.strip():
                yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE)
        yield None
