"""What can be said of the definitions of blocks: their names, their arguments, the defaults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.block_arguments import why_no_argument
from graph.block_edits import ChangeBlock
from graph.catalog import CATALOG
from graph.document import Block, Document, Expression, Value
from graph.edits import RenameBlock
from graph.errors import ExpressionError
from graph.expressions import evaluate
from graph.names import is_identifier, make_identifier
from graph.problems import Fix, Problem


def check_blocks(document: Document) -> Iterator[Problem]:
    """Problems of every block that there are wherever it is used."""
    for name, block in document.blocks.items():
        yield from _check_name(document, name)
        for argument, default in block.arguments.items():
            yield from _check_argument(block, argument, default)


def _check_name(document: Document, name: str) -> Iterator[Problem]:
    if name in CATALOG:
        message = f"{name}: a block has the name of a layer of PyTorch; give it another."
        better = make_identifier(f"{name}Block", document.blocks)
        fix = Fix(f"Rename to {better}", RenameBlock(name, better))
        yield Problem("error", "duplicate-name", message, fixes=(fix,))
    elif not is_identifier(name):
        better = make_identifier(name, document.blocks)
        message = f"{name!r}: this is no name for a block; {better} would be one."
        fix = Fix(f"Rename to {better}", RenameBlock(name, better))
        yield Problem("error", "bad-name", message, fixes=(fix,))


def _check_argument(block: Block, name: str, default: Value) -> Iterator[Problem]:
    why = why_no_argument(name)
    if why:
        message = f"{block.name}: no argument of a block may be called {name!r}: {why}."
        yield Problem("error", "bad-argument", message, scope=block.name)
    if not _is_open(default):
        return
    message = (
        f"{block.name}: the default of {name} is a value; {_shown(default)} would have to be "
        "worked out, and there is nothing yet to work it out from."
    )
    arguments = {**block.arguments, name: _value_of(default)}
    edit = ChangeBlock(block.name, arguments, block.note, f"Set {name} of {block.name}")
    fix = Fix(f"Set {name} to {_shown(arguments[name])}", edit)
    yield Problem("error", "bad-argument", message, scope=block.name, fixes=(fix,))


def _is_open(value: Value) -> bool:
    """Whether there is an expression anywhere in a value."""
    if isinstance(value, Mapping):
        return any(map(_is_open, value.values()))
    if isinstance(value, (tuple, list)):
        return any(map(_is_open, value))
    return isinstance(value, Expression)


def _value_of(value: Value) -> Value:
    """What an expression comes to by itself, else 1."""
    try:
        return evaluate(value.text) if isinstance(value, Expression) else 1
    except ExpressionError:
        return 1


def _shown(value: Value) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
