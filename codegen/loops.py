"""Loops as text: a call again and again, and a call for every step along an axis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.calls import write_call, write_operand, write_path, write_pattern, write_told
from codegen.lines import Bracketed, Item, Line, Text, call, flat, lay_out
from codegen.naming import LOOP_ITEM
from codegen.program import Loop, Operand, Submodule, Unroll, Variable


def write_loop(loop: Loop, kept: Mapping[str, str], comment: str) -> Iterator[Line]:
    """``for layer in self.layers:`` and the line in it; ``kept`` as in ``write_call``."""
    made, before = loop.call, f"{loop.result} = "
    if loop.start != Variable(loop.result):
        yield from lay_out(2, write_operand(loop.start), before=before, node=made.node)
    if loop.times is None and isinstance(made.target, Submodule):
        head = f"for {LOOP_ITEM} in {write_path(made.target.path)}:"
        text = write_call(made, kept, name=LOOP_ITEM)
    else:
        head = f"for _ in range({flat(write_told(loop.times, kept))}):"
        text = write_call(made, kept)
    yield Line(f"        {head}", (made.node,))
    yield from lay_out(3, text, before=before, comment=comment, node=made.node)


def write_unroll(
    made: Unroll, kept: Mapping[str, str], comments: list[str], returned: bool = False
) -> Iterator[Line]:
    """``for step in x.unbind(1):``, what is done at each step, and what all of them gave.

    ``comments`` has one for each stacked result; with ``returned`` the only one is not bound.
    """
    node = made.call.node
    for name, start in made.carried:
        if start != Variable(name):
            yield from lay_out(2, write_operand(start), before=f"{name} = ", node=node)
    for _, gathered, _ in made.stacked:
        yield Line(f"        {gathered} = []", (node,))
    parts = [_parts(operand, made) for _, operand in made.steps]
    names = ", ".join(name for name, _ in made.steps)
    steps = parts[0] if len(parts) == 1 else call("zip", *parts, "strict=True")
    yield from lay_out(2, steps, before=f"for {names} in ", after=":", node=node)
    before = f"{write_pattern(made.call.result)} = "
    yield from lay_out(3, write_call(made.call, kept), before=before, node=node)
    for name, source in made.copies:
        yield Line(f"            {name} = {source}", (node,))
    for name, gathered, _ in made.stacked:
        yield Line(f"            {gathered}.append({name})", (node,))
    for (_, gathered, result), comment in zip(made.stacked, comments, strict=True):
        listed = f"{gathered}[::-1]" if made.reverse else gathered
        text = call("torch.stack", listed, f"dim={made.axis}")
        before = "return " if returned else f"{result} = "
        yield from lay_out(2, text, before=before, comment=comment, node=node)


def _parts(operand: Operand, made: Unroll) -> Text:
    head = f"{flat(write_operand(operand))}.unbind"
    text = call(head, str(made.axis))
    return Bracketed("reversed(", (Item(text),)) if made.reverse else text
