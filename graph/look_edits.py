"""Edits of what is only seen: colours, what is collapsed, and notes on the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.document import ROOT, Change, Document, Look, Note, Value
from graph.errors import EditError
from graph.limits import MAX_NOTE, MAX_NOTES
from graph.looks import without_look
from graph.node_edits import Edit, check_position
from graph.parts import DIRECTIONS
from graph.phrases import later


@dataclass(frozen=True)
class SetLooks:
    """Give nodes other looks, and frames other options of which only their look differs."""

    looks: Mapping[str, Look] = field(default_factory=dict)
    frames: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    scope: str = ROOT
    label: str = later("Change look")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        for name, look in self.looks.items():
            graph.node(name)
            if "at" in look:
                raise EditError("at is a place, and no look", "move the layer instead")
        for name, options in self.frames.items():
            if name not in graph.groups:
                raise EditError(later("there is no frame named {name}", name=repr(name)))
            if without_look(options) != without_look(graph.groups[name].options):
                raise EditError(
                    later("{name} would become another frame, not only look otherwise", name=name)
                )
        looks = {name: graph.look(name) for name in self.looks}
        frames = {name: graph.groups[name].options for name in self.frames}
        for name, look in self.looks.items():
            graph.set_look(name, look)
        graph.groups = {
            name: replace(group, options=self.frames.get(name, group.options))
            for name, group in graph.groups.items()
        }
        inverse = SetLooks(looks, frames, self.scope, self.label)
        moved = {self.scope: frozenset(self.looks)}
        return inverse, Change(moved=moved, parts=frozenset({"looks"}))


@dataclass(frozen=True)
class SetDirection:
    """Let wires lead to the right or down on the canvas of a scope: ports turn with them."""

    direction: str
    scope: str = ROOT
    label: str = later("Turn layout")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        if self.direction not in DIRECTIONS:
            words = later("there is no direction {name}", name=repr(self.direction))
            raise EditError(words, later("choose right or down"))
        before, graph.direction = graph.direction, self.direction
        change = Change(moved={self.scope: frozenset(graph.names)}, parts=frozenset({"looks"}))
        return SetDirection(before, self.scope, self.label), change


@dataclass(frozen=True)
class SetNotes:
    """Replace the notes on the canvas of a scope: adding, removing, moving, writing one."""

    notes: tuple[Note, ...] = ()
    scope: str = ROOT
    label: str = later("Change note")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        if len({note.name for note in self.notes}) < len(self.notes):
            raise EditError("two notes would have the same name", "choose another name")
        if len(self.notes) > MAX_NOTES:
            raise EditError(
                later("there would be more than {max_notes} notes", max_notes=MAX_NOTES)
            )
        for note in self.notes:
            check_position(note.name, note.at)
            check_position(note.name, note.size)
            if len(note.text) > MAX_NOTE:
                raise EditError(
                    later("a note holds at most {max_note:,} characters", max_note=MAX_NOTE),
                    "make it two",
                )
        before = tuple(graph.notes.values())
        graph.notes = {note.name: note for note in self.notes}
        return SetNotes(before, self.scope, self.label), Change(parts=frozenset({"notes"}))
