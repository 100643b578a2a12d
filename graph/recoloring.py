"""Colouring and collapsing several things at once, as one edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.document import Document
from graph.edits import Batch, Edit, SetLooks, SetNotes
from graph.looks import is_collapsed, with_look
from graph.phrases import later

#: The colours, which are the words for them in English.
_CALLED: dict[str, str] = {
    name: name
    for name in (
        later("red"),
        later("orange"),
        later("yellow"),
        later("green"),
        later("teal"),
        later("blue"),
        later("purple"),
        later("gray"),
    )
}


def color_edit(
    document: Document,
    scope: str,
    names: Iterable[str],
    frames: Iterable[str],
    notes: Iterable[str],
    color: str,
) -> Edit:
    """Give nodes, frames and notes a colour; "" takes it away."""
    graph, label = (
        document.scope(scope),
        later("Colour {color}", color=_CALLED.get(color, color))
        if color
        else later("Take colour away"),
    )
    looks = {name: with_look(graph.look(name), "color", color) for name in names}
    options = {
        name: with_look(graph.groups[name].options, "color", color)
        for name in frames if name in graph.groups
    }  # fmt: skip
    edits: list[Edit] = [SetLooks(looks, options, scope, label)] if looks or options else []
    chosen = set(notes)
    if chosen:
        all_notes = tuple(
            replace(note, look=with_look(note.look, "color", color)) if name in chosen else note
            for name, note in graph.notes.items()
        )
        edits.append(SetNotes(all_notes, scope, label))
    return edits[0] if len(edits) == 1 else Batch(tuple(edits), label)


def fold_edit(document: Document, scope: str, frame: str) -> Edit | None:
    """Show a frame as one card, or open it; None where there is none of that name."""
    group = document.scope(scope).groups.get(frame)
    if group is None:
        return None
    close = not is_collapsed(group.options)
    frames = {frame: with_look(group.options, "collapsed", close)}
    return SetLooks({}, frames, scope, later("Collapse frame") if close else later("Open frame"))


def collapse_edit(document: Document, scope: str, names: Sequence[str]) -> Edit:
    """Collapse nodes, or open them where all are collapsed."""
    graph = document.scope(scope)
    close = not all(is_collapsed(graph.look(name)) for name in names)
    looks = {name: with_look(graph.look(name), "collapsed", close) for name in names}
    return SetLooks(looks, scope=scope, label=later("Collapse") if close else later("Open"))
