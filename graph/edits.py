"""Reversible edits: everything a user can change; applying one returns the one that undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.block_edits import AddBlock, ChangeBlock, RemoveBlock
from graph.document import UNSET
from graph.look_edits import SetDirection, SetLooks, SetNotes
from graph.moving_edits import MoveNodes
from graph.node_edits import (
    AddNode,
    Batch,
    Connect,
    Disconnect,
    Edit,
    Removed,
    RemoveNode,
    Renamed,
    RenameNode,
    ReplaceNode,
    SetArgument,
    SetOption,
    renames,
)
from graph.plain import from_plain, to_plain
from graph.project_edits import (
    BlockRenamed,
    RenameBlock,
    RenameGroup,
    RenameProject,
    SetGroups,
    SetPart,
    SetRules,
    SetStyle,
    SetTraining,
    SetUnknown,
)

__all__ = [
    "UNSET",
    "AddBlock",
    "AddNode",
    "Batch",
    "ChangeBlock",
    "Connect",
    "Disconnect",
    "Edit",
    "MoveNodes",
    "RemoveBlock",
    "RemoveNode",
    "RenameBlock",
    "RenameGroup",
    "RenameNode",
    "RenameProject",
    "ReplaceNode",
    "SetArgument",
    "SetDirection",
    "SetGroups",
    "SetLooks",
    "SetNotes",
    "SetOption",
    "SetRules",
    "SetStyle",
    "SetTraining",
    "SetUnknown",
    "batch_of_plain",
    "edit_from_plain",
    "edit_to_plain",
    "renames",
]

_CLASSES = {
    cls.__name__: cls
    for cls in (
        AddBlock,
        AddNode,
        Batch,
        ChangeBlock,
        Connect,
        Disconnect,
        MoveNodes,
        RemoveBlock,
        RemoveNode,
        Removed,
        RenameNode,
        Renamed,
        ReplaceNode,
        SetArgument,
        SetOption,
        BlockRenamed,
        RenameBlock,
        RenameGroup,
        RenameProject,
        SetDirection,
        SetGroups,
        SetLooks,
        SetNotes,
        SetPart,
        SetRules,
        SetStyle,
        SetTraining,
        SetUnknown,
    )
}


def edit_to_plain(edit: Edit) -> Any:
    """Return an edit as JSON values, to apply it in another process."""
    return to_plain(edit)


def batch_of_plain(plain: Sequence[Any]) -> Any:
    """As JSON values, the batch of edits that are plain already."""
    return {**to_plain(Batch()), "edits": list(plain)}


def edit_from_plain(plain: Any) -> Edit:
    """Return the edit that ``edit_to_plain`` was given.

    Raises: ValueError, if it is none.
    """
    edit: Edit = from_plain(plain, _CLASSES)
    return edit
