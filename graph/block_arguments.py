"""The arguments of a block: added, renamed, given another default, removed; all uses follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from graph.document import RESERVED_ARGUMENTS, UNSET, Block, Document, Expression, Node, Value
from graph.edits import Batch, ChangeBlock, Edit, ReplaceNode, SetArgument, SetOption
from graph.errors import EditError, ExpressionError
from graph.expressions import FUNCTIONS, names_in
from graph.names import is_identifier
from graph.phrases import later
from graph.substitution import rename, rewritten_node, substitute
from graph.uses import Use, uses_of

#: What a ``when`` calls the channels that arrive and leave.
_CHANNELS = ("inputs", "outputs")


def why_no_argument(name: str) -> str:
    """Why no argument of a block may be called ``name``; "" where it may."""
    if not is_identifier(name):
        return later(
            "{name} is no name: it has letters, digits and _, and is no word of Python",
            name=repr(name),
        )
    if name in RESERVED_ARGUMENTS:
        return later("every layer has a {name} of its own", name=name)
    if name in FUNCTIONS:
        return later("{name} is a function in expressions", name=name)
    if name in _CHANNELS:
        return later("{name} means the channels of a layer in its 'when'", name=name)
    return ""


def add_argument(document: Document, block: str, name: str, default: Value = 1) -> Edit:
    """Give a block one more argument.

    Raises: EditError, where it cannot be called so.
    """
    found = document.blocks[block]
    _check(found, name)
    arguments = {**found.arguments, name: default}
    return ChangeBlock(block, arguments, found.note, later("Add argument {name}", name=name))


def rename_argument(document: Document, block: str, old: str, new: str) -> Edit:
    """Call an argument otherwise; the expressions inside and all uses follow.

    Raises: EditError, where it cannot be called so.
    """
    found = document.blocks[block]
    _known(found, old)
    _check(found, new)
    arguments = {new if key == old else key: value for key, value in found.arguments.items()}
    inside = _changed(document, block, lambda node: _renamed_inside(node, old, new))
    uses = [
        ReplaceNode(replace(node, arguments=_renamed_key(node.arguments, old, new)), use.scope)
        for use in uses_of(document, block)
        if old in (node := _latest(document, use, inside)).arguments
    ]
    label = later("Rename argument to {new}", new=new)
    change = ChangeBlock(block, arguments, found.note, label)
    return Batch((change, *inside, *uses), label)


def set_default(document: Document, block: str, name: str, default: Value) -> Edit:
    """Give an argument another default, which the uses that do not set it get."""
    found = document.blocks[block]
    _known(found, name)
    arguments = {**found.arguments, name: default}
    return ChangeBlock(
        block, arguments, found.note, later("Set {name} of {block}", name=name, block=block)
    )


def setting(document: Document, block: str, name: str) -> list[Use]:
    """The uses of a block that set an argument to anything but its default."""
    default = document.blocks[block].arguments.get(name, UNSET)
    return [
        use
        for use in uses_of(document, block)
        if document.scope(use.scope).node(use.name).arguments.get(name, default) != default
    ]


def remove_argument(document: Document, block: str, name: str) -> Edit:
    """Take an argument away: inside, its default stands where it was; uses set it no more.

    Raises: EditError, where the default cannot stand in an expression that reads it.
    """
    found = document.blocks[block]
    _known(found, name)
    values = {name: found.arguments[name]}
    try:
        inside = _changed(
            document,
            block,
            lambda node: rewritten_node(
                node, lambda e: substitute(e, values) if name in names_in(e.text) else e
            ),
        )
    except ExpressionError as error:
        raise EditError(
            later("{name}: {words}", name=name, words=error), "take it out of the expressions first"
        ) from None
    uses = [
        SetArgument(use.name, name, UNSET, use.scope)
        for use in uses_of(document, block)
        if name in document.scope(use.scope).node(use.name).arguments
    ]
    arguments = {key: value for key, value in found.arguments.items() if key != name}
    label = later("Remove argument {name}", name=name)
    change = ChangeBlock(block, arguments, found.note, label)
    return Batch((*inside, *uses, change), label)


def make_argument(
    document: Document, block: str, node: str, argument: str, value: Value, *, option: bool = False
) -> tuple[Edit, str]:
    """Let the uses of a block say an argument (or option) of a node inside; what it is called.

    ``value`` is what it is now, and becomes the default.
    Raises: EditError, where it is an expression already.
    """
    found = document.blocks[block]
    held = document.scope(block).node(node)
    said = (held.options if option else held.arguments).get(argument, value)
    if isinstance(said, Expression):
        raise EditError(
            later("{argument} of {node} is {said} already", argument=argument, node=node, said=said)
        )
    if said is UNSET:
        raise EditError(
            later("{argument} of {node} has no value yet", argument=argument, node=node),
            "give it one first",
        )
    numbered = (f"{node}_{argument}{number}" for number in range(2, len(found.arguments) + 3))
    name = next(
        name
        for name in (argument, f"{node}_{argument}", *numbered)
        if name not in found.arguments and not why_no_argument(name)
    )
    label = later("Make {name} an argument", name=name)
    change = ChangeBlock(block, {**found.arguments, name: said}, found.note, label)
    setter = SetOption if option else SetArgument
    return Batch((change, setter(node, argument, Expression(name), block)), label), name


def _known(block: Block, name: str) -> None:
    if name not in block.arguments:
        raise EditError(
            later("{name} has no argument {name_2}", name=block.name, name_2=repr(name))
        )


def _check(block: Block, name: str) -> None:
    if why := why_no_argument(name):
        raise EditError(why, "choose another name")
    if name in block.arguments:
        raise EditError(
            later("{name} has an argument {name_2} already", name=block.name, name_2=name),
            "choose another name",
        )


def _changed(document: Document, block: str, change: Callable[[Node], Node]) -> list[ReplaceNode]:
    """Edits for the nodes inside a block that ``change`` makes others."""
    edits = []
    for node in document.blocks[block].graph.nodes:
        after = change(node)
        if after != node:
            edits.append(ReplaceNode(after, block))
    return edits


def _latest(document: Document, use: Use, changed: list[ReplaceNode]) -> Node:
    """A use as it is after the edits inside: a block that stands inside itself is changed twice."""
    for edit in changed:
        if (edit.scope, edit.node.name) == (use.scope, use.name):
            return edit.node
    return document.scope(use.scope).node(use.name)


def _renamed_inside(node: Node, old: str, new: str) -> Node:
    return rewritten_node(node, lambda expression: rename(expression, old, new))


def _renamed_key(arguments: Mapping[str, Value], old: str, new: str) -> dict[str, Value]:
    return {new if key == old else key: value for key, value in arguments.items()}
