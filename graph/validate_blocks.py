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
from graph.phrases import later
from graph.problems import Fix, Problem


def check_blocks(document: Document) -> Iterator[Problem]:
    """Problems of every block that there are wherever it is used."""
    for name, block in document.blocks.items():
        yield from _check_name(document, name)
        for argument, default in block.arguments.items():
            yield from _check_argument(block, argument, default)


def _check_name(document: Document, name: str) -> Iterator[Problem]:
    if name in CATALOG:
        message = later(
            "{name}: a block has the name of a layer of PyTorch; give it another.", name=name
        )
        better = make_identifier(f"{name}Block", document.blocks)
        fix = Fix(later("Rename to {better}", better=better), RenameBlock(name, better))
        yield Problem("error", "duplicate-name", message, fixes=(fix,))
    elif not is_identifier(name):
        better = make_identifier(name, document.blocks)
        message = later(
            "{name}: this is no name for a block; {better} would be one.",
            name=repr(name),
            better=better,
        )
        fix = Fix(later("Rename to {better}", better=better), RenameBlock(name, better))
        yield Problem("error", "bad-name", message, fixes=(fix,))


def _check_argument(block: Block, name: str, default: Value) -> Iterator[Problem]:
    why = why_no_argument(name)
    if why:
        message = later(
            "{name}: no argument of a block may be called {name_2}: {why}.",
            name=block.name,
            name_2=repr(name),
            why=why,
        )
        yield Problem("error", "bad-argument", message, scope=block.name)
    if not _is_open(default):
        return
    message = later(
        "{name}: the default of {name_2} is a value; {default} would have to be "
        "worked out, and there is nothing yet to work it out from.",
        name=block.name,
        name_2=name,
        default=_shown(default),
    )
    arguments = {**block.arguments, name: _value_of(default)}
    edit = ChangeBlock(
        block.name,
        arguments,
        block.note,
        later("Set {name} of {block}", name=name, block=block.name),
    )
    fix = Fix(
        later("Set {name} to {arguments}", name=name, arguments=_shown(arguments[name])), edit
    )
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
