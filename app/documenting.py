"""F1: what PyTorch says of the layer that is meant, or the overview of the keys where none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.documentation.blocks import Block, Code, Heading, Paragraph
from app.documentation.window import DocumentationWindow
from app.shortcuts_dialog import ShortcutsDialog
from app.translating import tr
from graph.document import Block as Definition

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Documenting(QObject):
    """Knows which layer is meant, by the focus and by what is selected; opens pages about it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._main = window
        self._window: DocumentationWindow | None = None
        window.search.popup.help_wanted.connect(self.open)

    def open(self) -> None:
        """The documentation of what is meant; with nothing meant, the shortcuts."""
        type_ = self.meant()
        if type_:
            self.show(type_)
        else:
            ShortcutsDialog(self._main.keymap, self._main).open()

    def show(self, type_: str) -> None:
        """Open the page of a type, of a block of the project, or of a full name of PyTorch's."""
        window = self._shown()
        block = self._main.project.document.blocks.get(type_)
        if block is not None:
            window.show_own(type_, block_page(block))
        else:
            window.go_to(type_)

    def meant(self) -> str:
        """The type of the layer that a question is about; "" where there is none."""
        main, focus = self._main, self._main.focusWidget()
        popup = main.search.popup
        if popup.is_open:
            return popup.rows.current.type if popup.rows.current is not None else ""
        panels, found = main.panels, ""
        if focus is not None and panels.palette.isAncestorOf(focus):
            found = panels.palette.current_type
        elif focus is not None and panels.training.isAncestorOf(focus):
            found = panels.training.form.type_with(focus)
        if found:
            return found
        names = main.pane.selection
        graph = main.pane.scene.graph
        return graph.node(names[-1]).type if names and names[-1] in graph else ""

    def ask(self, name: str) -> None:
        """Ask PyTorch, in the process that has it, for a page of the window."""

        def show(answer: dict[str, object]) -> None:
            if self._window is not None:
                self._window.show_answer(name, answer)

        self._main.analysis.documentation(name, show)

    def _shown(self) -> DocumentationWindow:
        if self._window is None:
            self._window = DocumentationWindow(self._main)
            self._window.page_wanted.connect(self.ask)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._window.page.setFocus()
        return self._window


def block_page(block: Definition) -> tuple[Block, ...]:
    """What a block says of itself; its words are a project's: no mark in them means anything."""
    said = [f"{name} = {value}" for name, value in block.arguments.items()]
    layers = [f"{node.name}: {node.type}" for node in block.graph.nodes]
    blocks: list[Block] = [Paragraph(tr("A block of this project."))]
    blocks += [Code(block.note)] if block.note else []
    blocks += [Heading(tr("Arguments")), Code("\n".join(said))] if said else []
    blocks += [Heading(tr("Layers")), Code("\n".join(layers))] if layers else []
    return tuple(blocks)
