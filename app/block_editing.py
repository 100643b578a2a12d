"""What the window does with blocks: make, dissolve, open, rename, remove; their arguments."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.canvas_pane import CanvasPane
from app.file_handling import Dialogs
from app.open_project import OpenProject
from app.panels.inspector import Inspector
from app.panels.palette import Palette
from app.translating import later, tr
from app.words import layers, sentence
from graph.block_arguments import (
    add_argument,
    make_argument,
    remove_argument,
    rename_argument,
    set_default,
    setting,
)
from graph.block_dissolving import dissolve_block
from graph.block_making import make_block
from graph.block_removing import remove_block, remove_dissolving, remove_with_uses
from graph.catalog import CATALOG
from graph.document import ROOT, Value
from graph.edits import ChangeBlock, Edit, RenameBlock
from graph.errors import EditError
from graph.names import is_identifier
from graph.uses import uses_in_words, uses_of


class BlockEditing(QObject):
    """Turns what the user wants of blocks into edits; what cannot be is said in plain words."""

    said = Signal(str)
    made = Signal(str)  # a block that wants a name

    def __init__(
        self, project: OpenProject, pane: CanvasPane, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._pane, self._dialogs = project, pane, dialogs

    def listen_to(self, palette: Palette, inspector: Inspector) -> None:
        """Do what is wanted of blocks, wherever it is said."""
        head, page = inspector.node_page.block, inspector.block_page
        head.open_wanted.connect(self.open)
        head.dissolve_wanted.connect(self.dissolve)
        for renaming in (head.renamed, page.renamed, palette.block_renamed):
            renaming.connect(self.rename)
        for removing in (page.remove_wanted, palette.block_removed):
            removing.connect(self.remove)
        palette.block_opened.connect(self.show)
        page.note_written.connect(self.write_note)
        page.arguments.added.connect(self.add_argument)
        page.arguments.renamed.connect(self.rename_argument)
        page.arguments.default_chosen.connect(self.set_default)
        page.arguments.removed.connect(self.remove_argument)
        inspector.node_page.argument_wanted.connect(self.make_argument)

    # on the canvas

    def make(self) -> None:
        """Make a block of the selection, and put a use of it in its place."""
        document, pane = self._project.document, self._pane
        try:
            made = make_block(document, pane.scope, pane.selection)
        except EditError as error:
            self._refuse(error)
            return
        if self._project.push(made.edit):
            pane.view.select([made.use])
            self.said.emit(tr(made.words))
            self.made.emit(made.block)

    def dissolve(self) -> None:
        """Put the insides of the selected use of a block in its place."""
        pane = self._pane
        if len(pane.selection) != 1:
            self._refuse(
                EditError(tr("one block is dissolved at a time"), tr("select a single one"))
            )
            return
        try:
            edit, names = dissolve_block(self._project.document, pane.scope, pane.selection[0])
        except EditError as error:
            self._refuse(error)
            return
        if self._project.push(edit):
            pane.view.select(names)
            self.said.emit(tr("Dissolved into {layers}.").format(layers=layers(len(names))))

    @property
    def selects_use(self) -> bool:
        """Whether one node is selected, and it is a block."""
        document, selection = self._project.document, self._pane.selection
        if len(selection) != 1 or self._pane.scope not in document.scopes:
            return False
        graph = document.scope(self._pane.scope)
        return selection[0] in graph and graph.node(selection[0]).type in document.blocks

    def open(self) -> None:
        """Look into the selected use of a block."""
        if len(self._pane.selection) == 1:
            self._pane.enter(self._pane.selection[0])

    # of the project

    def show(self, block: str) -> None:
        """Look into a block as its first use has it."""
        if block in self._project.document.blocks:
            self._pane.show_scope(block)

    def rename(self, old: str, new: str) -> None:
        """Call a block otherwise, at all its uses."""
        document, new = self._project.document, new.strip()
        if new == old or old not in document.blocks:
            return
        if not is_identifier(new):
            words = tr("{name!r} is no name for a class").format(name=new)
            self._refuse(EditError(words, tr("use letters, digits and _")))
        elif new in CATALOG:
            words = tr("PyTorch has a layer {name}").format(name=new)
            self._refuse(EditError(words, tr("choose another name")))
        else:
            self._push(lambda: RenameBlock(old, new, later("Rename block to {name}", name=new)))

    def remove(self, block: str) -> None:
        """Remove a block; where it is used, what is to become of its uses is asked first."""
        document = self._project.document
        if block not in document.blocks:
            return
        uses = uses_of(document, block)
        if not uses:
            self._push(lambda: remove_block(document, block))
            return
        self._dialogs.ask(
            tr("Remove {name}?").format(name=block),
            tr(
                "It is used {n} times: {uses}.", one="It is used {n} time: {uses}.", n=len(uses)
            ).format(uses=uses_in_words(uses)),
            {
                tr("Remove it and its uses"): lambda: self._push(
                    lambda: remove_with_uses(document, block)
                ),
                tr("Dissolve its uses"): lambda: self._push(
                    lambda: remove_dissolving(document, block)
                ),
            },
        )

    def write_note(self, block: str, note: str) -> None:
        found = self._project.document.blocks.get(block)
        if found is not None:
            self._push(lambda: ChangeBlock(block, found.arguments, note, later("Change note")))

    # arguments

    def add_argument(self, block: str, name: str, default: Value) -> None:
        self._push(lambda: add_argument(self._project.document, block, name, default))

    def rename_argument(self, block: str, old: str, new: str) -> None:
        if old != new:
            self._push(lambda: rename_argument(self._project.document, block, old, new))

    def set_default(self, block: str, name: str, default: Value) -> None:
        self._push(lambda: set_default(self._project.document, block, name, default))

    def remove_argument(self, block: str, name: str) -> None:
        """Remove an argument; where uses set it, that is asked first."""
        document = self._project.document
        uses = setting(document, block, name)

        def remove() -> None:
            self._push(lambda: remove_argument(document, block, name))

        if not uses:
            remove()
            return
        default = document.blocks[block].arguments[name]
        self._dialogs.ask(
            tr("Remove the argument {name}?").format(name=name),
            tr("{uses} set it, and would get {default} as all others do.").format(
                uses=uses_in_words(uses), default=default
            ),
            {tr("Remove it"): remove},
        )

    def make_argument(self, node: str, argument: str, value: Value, is_option: bool) -> None:
        """Let the uses of the block that is shown say an argument of a node in it."""
        document, scope = self._project.document, self._pane.scope
        if scope == ROOT:
            self._refuse(
                EditError(tr("only a layer inside a block can get its value from the block"))
            )
            return
        self._push(
            lambda: make_argument(document, scope, node, argument, value, option=is_option)[0]
        )

    def _push(self, make: Callable[[], Edit]) -> None:
        try:
            self._project.push(make())
        except EditError as error:
            self._refuse(error)

    def _refuse(self, error: EditError) -> None:
        self.said.emit(sentence(tr(str(error))))
