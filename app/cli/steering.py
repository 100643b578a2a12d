"""``train --steer``: commands to a run, by standard input, a line each."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from app.cli.words import one_line

Command = dict[str, Any]

#: Keys whose values are words: a layer is called 1, a checkpoint is of epoch 1.
_TEXTS = ("nodes", "to")


def follow(send: Callable[[Command], object], lines: TextIO | None = None) -> threading.Thread:
    """Send every line on as it comes, beside all else; the end of input ends nothing."""
    read = threading.Thread(target=_read, args=(send, lines or sys.stdin), daemon=True)
    read.start()
    return read


def _read(send: Callable[[Command], object], lines: TextIO) -> None:
    for line in lines:
        try:
            command = command_of(line)
        except ValueError as error:
            print(one_line(f"--steer: {line.strip()[:200]}: {error}"), file=sys.stderr, flush=True)
            continue
        if command:
            send(command)


def command_of(line: str) -> Command:
    """``set_lr factor=0.5 group=1``, or the same as a JSON object; {} of an empty line.

    Raises: ValueError, with what to write instead.
    """
    line = line.strip()
    if line.startswith("{"):
        command = json.loads(line)
        if not isinstance(command.get("command"), str):
            raise ValueError('name the command: {"command": "pause"}')
        return dict(command)
    name, *given = line.split()[:64] or [""]
    command = {"command": name} if name else {}
    for pair in given:
        key, sign, text = pair.partition("=")
        if not sign:
            raise ValueError(f"write KEY=VALUE instead of {pair}, as in set_lr factor=0.5")
        command[key] = text if key in _TEXTS else _value(text)
    return command


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def as_line(command: Mapping[str, Any]) -> str:
    """A command as it is typed."""
    given = (
        f"{key}={value if isinstance(value, str) else json.dumps(value)}"
        for key, value in command.items()
        if key != "command"
    )
    return " ".join([str(command.get("command")), *given])
