"""What the inspector says of a frame: its name, and what it becomes in code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.panels.color_row import ColorRow
from app.panels.pieces import Choice, column, plain_label, push_button
from app.panels.weights_form import fill_learning, show_learning
from app.translating import later, tr
from graph.document import Document, Group, Value
from graph.edits import RenameGroup, SetGroups
from graph.framing import common_group, members, unframe_edit
from graph.looks import color_of
from graph.parts import PLAIN
from graph.recoloring import color_edit
from graph.style import style_of

#: What a frame becomes in code, as ``container`` and ``by`` have it, and in words.
CONTAINERS = (
    ("Sequential", "index", "nn.Sequential"),
    ("Sequential", "name", later("nn.Sequential with names")),
    ("ModuleList", "index", "nn.ModuleList"),
    ("Module", "index", later("a class of its own")),
    (PLAIN, "index", later("nothing: a plain frame")),
)


class FrameForm(QWidget):
    """Offers to frame what is selected, or shows its frame; says what is wanted, as edits."""

    edit_wanted = Signal(object)  # Edit
    frame_wanted = Signal()  # around what is selected

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._scope = Document(), ""
        self._names: list[str] = []
        self._group: Group | None = None
        self.frame = push_button(tr("Put into a frame"), "", "frame")
        self.frame.clicked.connect(lambda _=False: self.frame_wanted.emit())
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the frame"))
        self.name.editingFinished.connect(self._rename)
        self.container = Choice()
        self.container.setAccessibleName(tr("What the frame becomes in code"))
        for container, by, words in CONTAINERS:
            self.container.addItem(tr(words), (container, by))
        self.container.activated.connect(self._set_container)
        self.learns = Choice()
        self.learns.setAccessibleName(tr("Whether the frame learns"))
        fill_learning(self.learns)
        self.learns.activated.connect(self._set_learning)
        self.remove = push_button(tr("Remove frame"))
        self.remove.clicked.connect(lambda _=False: self._remove())
        title = plain_label(tr("Frame"), "soft")
        becomes = plain_label(tr("becomes"), "soft")
        self._key = plain_label(look="quiet")
        self._form = QWidget()
        self._form.setLayout(
            column(
                title,
                self.name,
                becomes,
                self.container,
                self._key,
                self.learns,
                self.remove,
                spacing=4,
            )
        )
        self.colors = ColorRow()
        self.colors.chosen.connect(self._set_color)
        self.setLayout(column(self._form, self.frame, self.colors))

    def show_selection(
        self,
        document: Document,
        scope: str,
        names: Sequence[str],
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """Show the frame whose members are just ``names``, or the button that makes one.

        ``keys`` has what frames are called in ``state_dict``.
        """
        self._document, self._scope, self._names = document, scope, list(names)
        graph = document.scope(scope)
        group = common_group(graph, names)
        whole = group is not None and set(members(graph, group)) == set(names)
        self._group = graph.groups[group] if whole and group is not None else None
        self._form.setVisible(self._group is not None)
        looks = [graph.look(name) for name in names] if not self._group else [self._group.options]
        colors = {color_of(look) for look in looks}
        self.colors.show_color(colors.pop() if len(colors) == 1 else "none of them")
        if self._group is None:
            return
        if not self.name.hasFocus():
            self.name.setText(self._group.name)
        key = (self._group.container, str(self._group.options.get("by", self._usual())))
        if self._group.container != "Sequential":
            key = (self._group.container, "index")
        known = [(container, by) for container, by, _ in CONTAINERS]
        with QSignalBlocker(self.container):
            self.container.setCurrentIndex(known.index(key) if key in known else -1)
        show_learning(self.learns, self._group.options.get("trainable", True))
        place = (keys or {}).get(self._group.name, "")
        self._key.setText(tr("{place} in state_dict").format(place=place) if place else "")
        self._key.setVisible(bool(place))

    @property
    def shows_frame(self) -> bool:
        """Whether what was shown last is just what stands in a frame."""
        return self._group is not None

    def _usual(self) -> str:
        """What holds for a Sequential that does not say how its items are called."""
        named = style_of(self._document.style)["sequential"] in ("named", "add_module")
        return "name" if named else "index"

    def _set_color(self, color: str) -> None:
        """Of the frame that is shown, or else of all that is selected."""
        names, frames = (self._names, []) if self._group is None else ([], [self._group.name])
        edit = color_edit(self._document, self._scope, names, frames, [], color)
        self.edit_wanted.emit(edit)

    def _remove(self) -> None:
        if self._group is not None:
            self.edit_wanted.emit(unframe_edit(self._document, self._scope, self._group.name))

    def _rename(self) -> None:
        new = self.name.text().strip()
        if self._group is not None and new and new != self._group.name:
            self.edit_wanted.emit(RenameGroup(self._group.name, new, self._scope))

    def _set_container(self, index: int) -> None:
        if self._group is None:
            return
        container, by, _ = CONTAINERS[index]
        options = {k: v for k, v in self._group.options.items() if k != "by"}
        options["container"] = container
        if container == "Sequential" and by != self._usual():
            options["by"] = by
        self._say(options)

    def _set_learning(self, index: int) -> None:
        if self._group is None:
            return
        options = {k: v for k, v in self._group.options.items() if k != "trainable"}
        value = self.learns.itemData(index)
        self._say(options if value is True else {**options, "trainable": value})

    def _say(self, options: dict[str, Value]) -> None:
        if self._group is None or options == self._group.options:
            return
        changed = replace(self._group, options=options)
        groups = self._document.scope(self._scope).groups.values()
        edit = SetGroups(
            tuple(changed if group.name == changed.name else group for group in groups), self._scope
        )
        self.edit_wanted.emit(edit)
