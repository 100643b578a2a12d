"""What a step of the history is called: what it changed, where, and to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.translating import later
from graph.catalog.parsing import format_argument
from graph.document import ROOT, UNSET, Edge, Expression, Group, Note, Value
from graph.edits import (
    AddBlock,
    AddNode,
    Batch,
    ChangeBlock,
    Connect,
    Disconnect,
    Edit,
    MoveNodes,
    RemoveBlock,
    Removed,
    RemoveNode,
    RenameBlock,
    RenameGroup,
    RenameNode,
    RenameProject,
    ReplaceNode,
    SetArgument,
    SetGroups,
    SetLooks,
    SetNotes,
    SetOption,
    SetPart,
    SetStyle,
    SetTraining,
)
from graph.phrases import Phrase
from graph.project_edits import with_path

#: As many names are said, and as much of a value, as fits beside the canvas and in its tip.
_NAMES, _LENGTH = 3, 40

Change = tuple[str, Value]


def words_of(edit: Edit, inverse: Edit) -> str:
    """The words for an edit, given the one that undoes it; in English, to be translated by ``tr``.

    An edit that says by its label what it changes is called so. To all others is added what they
    change, and merged edits say what has come of all.
    """
    is_plain = edit.label == Batch.label or _is_said(edit.label)
    if isinstance(edit, Batch) and len(edit.edits) == 1 and is_plain:
        [(one, undone)] = _pairs(edit, inverse)
        return words_of(one, undone)
    if not _says_what(edit.label) and (own := _own_words(edit, inverse)):
        return own
    names = list(dict.fromkeys(_touched(edit, inverse)))
    said = getattr(edit.label, "values", {}).get("name")
    if _says_what(edit.label) or not names or said in names:
        return edit.label
    return later("{what}: {names}", what=edit.label, names=_few(names))


def _says_what(label: str) -> bool:
    """Whether a label names more than the one thing that is changed, such as where it is."""
    values = label.values if isinstance(label, Phrase) else {}
    return bool(values) and values.keys() != {"name"}


def _own_words(edit: Edit, inverse: Edit) -> str:
    """By the kind of the edit alone; nothing where there is no more to say than its label."""
    match edit:
        case SetArgument() | SetOption():
            key = edit.argument if isinstance(edit, SetArgument) else edit.option
            is_plain = edit.label == type(edit).label or _is_said(edit.label)
            return _set(_at(edit.scope, edit.name), (key, edit.value)) if is_plain else ""
        case ReplaceNode(label=ReplaceNode.label) if isinstance(inverse, ReplaceNode):
            found = [*_changes(inverse.node.arguments, edit.node.arguments)]
            found += _changes(inverse.node.options, edit.node.options)
            one = len(found) == 1 and inverse.node.type == edit.node.type
            return _set(_at(edit.scope, edit.node.name), found[0]) if one else ""
        case SetStyle():
            return _set("", (edit.key, edit.value))
        case SetTraining():
            return _training(edit, inverse)
        case ChangeBlock() if isinstance(inverse, ChangeBlock):
            found = [*_changes(inverse.arguments, edit.arguments)]
            return _set(edit.name, found[0]) if len(found) == 1 else ""
    return _named(edit)


def _named(edit: Edit) -> str:
    """What comes, goes, or is called otherwise."""
    match edit:
        case AddNode():
            return later("Add {layer}", layer=_at(edit.scope, edit.node.name))
        case RemoveNode(label=RemoveNode.label):
            return later("Delete {layer}", layer=_at(edit.scope, edit.name))
        case Connect():
            return later("Wire {source} to {target}", **_ends(edit.scope, edit.edge))
        case Disconnect():
            return later("Cut the wire from {source} to {target}", **_ends(edit.scope, edit.edge))
        case RenameNode():
            return later("Rename {old} to {new}", old=_at(edit.scope, edit.old), new=edit.new)
        case RenameGroup():
            return later("Rename frame {old} to {new}", old=edit.old, new=edit.new)
        case RenameBlock():
            return later("Rename block {old} to {new}", old=edit.old, new=edit.new)
        case RenameProject():
            return later("Rename project to {name}", name=edit.name)
    return ""


def _training(edit: SetTraining, inverse: Edit) -> str:
    before = inverse.value if isinstance(inverse, SetPart) else {}
    found = [*_changes(before, with_path(before, edit.path, edit.value))]
    is_plain = edit.label == SetTraining.label or _is_said(edit.label)
    if len(found) == 1 and is_plain:
        return _set("", found[0])
    if not is_plain or not found:
        return edit.label
    return later("{what}: {names}", what=edit.label, names=_few([path for path, _ in found]))


def _is_said(label: str) -> bool:
    return isinstance(label, Phrase) and label.values.keys() == {"name"}


def _set(where: str, change: Change) -> str:
    """One value of a layer or block, or with "" of the project, became another."""
    what, value = change
    if what == "note":
        return later("Change note of {layer}", layer=where)
    if what == "group" and isinstance(value, str):
        return later("Put {layer} into {frame}", layer=where, frame=value)
    if what == "group":
        return later("Take {layer} out of its frame", layer=where)
    if value is UNSET:
        plain = later("Reset {what}", what=what)
        return later("Reset {what} of {layer}", what=what, layer=where) if where else plain
    to = _shown(value)
    plain = later("Set {what} to {value}", what=what, value=to)
    where_too = later("Set {what} of {layer} to {value}", what=what, layer=where, value=to)
    return where_too if where else plain


def _changes(before: Value, after: Value, path: str = "") -> Iterator[Change]:
    """The innermost values in which two differ, by their dotted paths; those gone are UNSET."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            inner = f"{path}.{key}" if path else str(key)
            yield from _changes(before.get(key, UNSET), after.get(key, UNSET), inner)
    elif isinstance(after, Mapping) and after and before is UNSET:
        yield from _changes({}, after, path)
    elif before != after:
        yield path, after


def _touched(edit: Edit, inverse: Edit) -> Iterator[str]:
    """The names of what an edit changes: nodes, or where there are none what else there is."""
    nodes = [*_nodes(edit, inverse)]
    yield from nodes or _others(edit, inverse)


def _nodes(edit: Edit, inverse: Edit) -> Iterator[str]:
    match edit:
        case Batch():
            for one, undone in _pairs(edit, inverse):
                yield from _nodes(one, undone)
        case AddNode() | ReplaceNode():
            yield _at(edit.scope, edit.node.name)
        case SetArgument() | SetOption() | RemoveNode() | Removed():
            yield _at(edit.scope, edit.name)
        case SetLooks():
            yield from (_at(edit.scope, name) for name in (*edit.looks, *edit.frames))
        case MoveNodes() if isinstance(inverse, MoveNodes):
            for name, place in edit.positions.items():
                if inverse.positions.get(name) not in (None, place):
                    yield _at(edit.scope, name)


def _others(edit: Edit, inverse: Edit) -> Iterator[str]:
    match edit:
        case Batch():
            for one, undone in _pairs(edit, inverse):
                yield from _others(one, undone)
        case Connect() | Disconnect():
            yield "{source} -> {target}".format(**_ends(edit.scope, edit.edge))
        case SetGroups() if isinstance(inverse, SetGroups):
            yield from _differing(inverse.groups, edit.groups)
        case SetNotes() if isinstance(inverse, SetNotes):
            notes = {note.name: note for note in (*inverse.notes, *edit.notes)}
            yield from (_beginning(notes[name]) for name in _differing(inverse.notes, edit.notes))
        case AddBlock():
            yield edit.block.name
        case RemoveBlock():
            yield edit.name


def _differing(before: Sequence[Group | Note], after: Sequence[Group | Note]) -> Iterator[str]:
    """The names of those that came, went, or became others."""
    had, has = ({one.name: one for one in ones} for ones in (before, after))
    yield from (name for name in {**has, **had} if had.get(name) != has.get(name))


def _pairs(edit: Batch, inverse: Edit) -> Iterator[tuple[Edit, Edit]]:
    """Each edit of several with the one that undoes it."""
    undone = reversed(inverse.edits) if isinstance(inverse, Batch) else ()
    backs = list(undone)
    for index, one in enumerate(edit.edits):
        yield one, backs[index] if len(backs) == len(edit.edits) else one


def _ends(scope: str, edge: Edge) -> dict[str, str]:
    """Ports are said where they are not the usual ones."""
    out = "" if edge.source_port == "output" else f".{edge.source_port}"
    into = "" if edge.target_port == "input" else f".{edge.target_port}"
    source, target = _at(scope, edge.source), _at(scope, edge.target)
    return {"source": source + out, "target": target + into}


def _at(scope: str, name: str) -> str:
    return name if scope == ROOT else f"{scope}/{name}"


def _few(names: list[str]) -> str:
    said = ", ".join(names[:_NAMES])
    more = len(names) - _NAMES
    return later("{names} and {n} more", names=said, n=more) if more > 0 else said


def _shown(value: Value) -> str:
    text = f"={value.text}" if isinstance(value, Expression) else format_argument(value)
    return _cut(" ".join(text.split()))


def _beginning(note: Note) -> str:
    return _cut(note.text.strip().partition("\n")[0]) or note.name


def _cut(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 1]}…"
