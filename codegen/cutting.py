"""A long ``forward`` in parts: what a frame on the canvas holds becomes a method of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from codegen.operands import binds, reads, variables
from codegen.program import Call, Operand, Statement

#: A ``forward`` of more statements is cut where it can be.
LONGEST = 25


@dataclass(frozen=True)
class Part:
    """Statements in a row; with a ``frame`` they are what a frame holds, and may be a method.

    ``takes`` are the variables it reads that come from before, ``gives`` those that are read
    after it.
    """

    frame: str
    statements: tuple[Statement, ...]
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()


def parts_of(statements: Sequence[Statement], returns: tuple[Operand, ...]) -> list[Part]:
    """The statements cut at the borders of frames, or in one part where they are few."""
    whole = Part("", tuple(statements))
    if len(statements) <= LONGEST:
        return [whole]
    runs = [(frame, tuple(run)) for frame, run in groupby(statements, frame_of)]
    frames = [frame for frame, _ in runs]
    parts: list[Part] = []
    later = list(statements)
    for frame, run in runs:
        later = later[len(run) :]
        can_be_cut = frame and len(run) > 1 and frames.count(frame) == 1
        if can_be_cut:
            gives = tuple(_read_later(_bound(run), later, returns))
            parts.append(Part(frame, run, tuple(_from_before(run)), gives))
        elif parts and not parts[-1].frame:
            parts[-1] = Part("", (*parts[-1].statements, *run))
        else:
            parts.append(Part("", run))
    return parts


def framed(statement: Statement, frame: str) -> Statement:
    """A statement that knows the frame it stands in."""
    if isinstance(statement, Call):
        return replace(statement, frame=frame)
    return replace(statement, call=replace(statement.call, frame=frame))


def frame_of(statement: Statement) -> str:
    """The outermost frame around a statement that no statement runs as a whole."""
    made = getattr(statement, "call", statement)
    return str(getattr(made, "frame", ""))


def _bound(statements: Sequence[Statement]) -> list[str]:
    return list(dict.fromkeys(name for made in statements for name in binds(made)))


def _from_before(statements: Sequence[Statement]) -> list[str]:
    there: set[str] = set()
    found: list[str] = []
    for statement in statements:
        found += [name for name in reads(statement) if name not in there]
        there.update(binds(statement))
    return list(dict.fromkeys(found))


def _read_later(
    names: list[str], later: Sequence[Statement], returns: tuple[Operand, ...]
) -> Iterator[str]:
    """Those of ``names`` whose value is read before the name is given again."""
    open_, read = set(names), set()
    for statement in later:
        read |= open_.intersection(reads(statement))
        open_.difference_update(binds(statement))
    read |= open_.intersection(variables(returns))
    return (name for name in names if name in read)
