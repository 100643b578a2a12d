"""Removing a block from the project, which is asked of all its uses."""

from __future__ import annotations

from graph.block_dissolving import dissolve_block
from graph.document import Document
from graph.edits import Batch, Edit, RemoveBlock, RemoveNode
from graph.errors import EditError
from graph.phrases import later
from graph.uses import uses_in_words, uses_of


def remove_block(document: Document, block: str) -> Edit:
    """Remove a block that nothing uses.

    Raises: EditError, which names the uses.
    """
    uses = uses_of(document, block)
    if uses:
        raise EditError(
            later("{block} is used by {uses}", block=block, uses=uses_in_words(uses)),
            "remove or dissolve these first",
        )
    return RemoveBlock(block, later("Remove block {block}", block=block))


def remove_with_uses(document: Document, block: str) -> Edit:
    """Remove a block and every node that is one."""
    uses = [
        RemoveNode(use.name, use.scope) for use in uses_of(document, block) if use.scope != block
    ]
    label = later("Remove block {block} and its uses", block=block)
    return Batch((*uses, RemoveBlock(block)), label)


def remove_dissolving(document: Document, block: str) -> Edit:
    """Dissolve every use of a block, then remove it.

    Raises: EditError, where one of them cannot be dissolved; the document is as it was.
    """
    edits: list[Edit] = []
    inverses: list[Edit] = []
    try:
        while uses := uses_of(document, block):
            edit, _ = dissolve_block(document, uses[0].scope, uses[0].name)
            inverses.append(edit.apply(document)[0])
            edits.append(edit)
    finally:
        for inverse in reversed(inverses):
            inverse.apply(document)
    return Batch((*edits, RemoveBlock(block)), later("Dissolve all uses of {block}", block=block))
