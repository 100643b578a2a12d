"""What the window does with presets: keep the selection as one, put one down, rename, remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, QPointF, QTimer, Signal

from app.adding import GAP
from app.canvas.loose_end import LooseEnd
from app.canvas_pane import CanvasPane
from app.docks import Panels
from app.editing import Editing
from app.file_handling import Dialogs
from app.fragments import copy_fragment
from app.presets import Broken, Preset, PresetFolder
from app.translating import tr
from graph.document import Document
from graph.errors import LoomError
from graph.phrases import sentence


class PresetHandling(QObject):
    """Keeps the palette equal to the folder of presets. Putting one down is a paste."""

    said = Signal(str)

    def __init__(
        self, editing: Editing, pane: CanvasPane, panels: Panels, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editing, self._pane, self._dialogs = editing, pane, dialogs
        self._panels = panels
        self.folder = PresetFolder()
        self._shown: tuple[list[Preset], list[Broken]] = [], []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self.show())
        palette = panels.palette
        palette.preset_chosen.connect(self.put)
        palette.preset_renamed.connect(self.rename)
        palette.preset_removed.connect(self.remove)
        QTimer.singleShot(0, self, self.show)  # after the first window has been painted

    def show(self) -> None:
        """Let the palette show what is in the folder now; files that are no presets are named."""
        if self.folder.own.is_dir() and not self._watcher.directories():
            self._watcher.addPath(str(self.folder.own))
        presets, broken = self.folder.read()
        if (presets, broken) == self._shown:
            return  # a name that is being typed in the palette stays
        self._shown = presets, broken
        self._panels.palette.show_presets(presets, broken)

    @property
    def presets(self) -> list[Preset]:
        """What there is to put down."""
        return self._shown[0]

    def keep(self) -> None:
        """Keep the selection as a preset; the palette waits for its name."""
        pane = self._pane
        names = pane.selection
        if not names:
            return
        document = pane.document
        places = pane.scene.unplaced_positions()
        text = copy_fragment(document, pane.scope, names, places=places, wired=False)
        title = _title(document, pane.scope, names)

        def save() -> None:
            preset = self.folder.save(title, text)
            self.show()
            self._panels.docks["left"].show()
            self._panels.left.setCurrentWidget(self._panels.palette)
            self._panels.palette.name_preset(preset.name)
            self.said.emit(tr("Kept as the preset {name}.").format(name=preset.name))

        self._do(save)

    def put(self, name: str) -> None:
        """Put a preset after the selected layer, or in the middle."""
        selection = self._pane.selection
        end = None
        if len(selection) == 1:
            outputs = self._pane.scene.nodes[selection[0]].card.outputs
            end = LooseEnd(selection[0], outputs[0].name, is_output=True) if outputs else None
        at = self._pane.view.middle
        if end is not None:
            box = self._pane.scene.nodes[end.node].box
            at = QPointF(box.right() + GAP, box.center().y())
        self.put_at(name, at, end)

    def put_at(self, name: str, at: QPointF, end: LooseEnd | None) -> None:
        """Put a preset down at a point; with ``end`` wired to it, and beside it."""
        preset = self.folder.find(name)
        if preset is None:
            self.said.emit(tr("There is no preset {name} any more.").format(name=name))
            self.show()
            return
        self._editing.put_preset(preset, at, end)

    def rename(self, old: str, new: str) -> None:
        self._do(lambda: self.folder.rename(old, new))
        self.show()

    def remove(self, name: str) -> None:
        """Remove a preset, after a question: a file does not come back by undo."""

        def remove() -> None:
            self._do(lambda: self.folder.remove(name))
            self.show()

        self._dialogs.ask(
            tr("Remove the preset {name}?").format(name=name),
            tr("Networks in which it was used keep what came of it."),
            {tr("Remove It"): remove},
        )

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            words = tr("The folder of presets cannot be written ({reason}).")
            self.said.emit(words.format(reason=reason))
        except LoomError as error:
            self.said.emit(tr(sentence(str(error))))


def _title(document: Document, scope: str, names: list[str]) -> str:
    graph = document.scope(scope)
    types = dict.fromkeys(graph.node(name).type.rpartition(".")[2] for name in names)
    return "-".join(list(types)[:4])
