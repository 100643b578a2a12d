"""The Python files of the open project: read, watched and trusted here, never run here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QPointF, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.analysis_client import AnalysisClient
from app.file_handling import Dialogs
from app.line_process import Message
from app.open_project import OpenProject
from app.panels.inspector import Inspector
from app.running import Running
from app.translating import later, tr
from graph.catalog.custom import PYTHON
from graph.document import Document, Node
from graph.edits import AddNode
from graph.names import fresh_name
from graph.python.choosing import TEMPLATE, choose_file
from graph.python.files import PythonFiles, python_file_names
from graph.python.source_file import PythonFileError, check_name
from graph.python.trust import TrustStore
from graph.whole_file import write_whole

#: Milliseconds of quiet after a file has changed: editors write in several steps.
QUIET = 200


class PythonCode(QObject):
    """Knows what the Python nodes of the project are made of, and whether it may run.

    Tells when a file or the trust in it has changed. Its own ``files`` are only ever read.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(
        self, project: OpenProject, analysis: AnalysisClient, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._analysis, self._dialogs = project, analysis, dialogs
        self._store = TrustStore()
        self._stuck: dict[str, str] = {}
        self._names: list[str] = []
        self._state = ""
        self.files = PythonFiles()
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.look_again)
        self._watcher.fileChanged.connect(lambda _: self._quiet.start())
        self._watcher.directoryChanged.connect(lambda _: self._quiet.start())
        project.changed.connect(lambda _: self._follow())
        project.replaced.connect(self._follow)
        project.title_changed.connect(self._follow)
        analysis.stuck.connect(self._give_up)
        self._follow()

    def join(self, inspector: Inspector, running: Running) -> None:
        """Tell the children what may run, and the inspector what there is; hear what is wanted."""
        part = inspector.node_page.python
        part.choose_wanted.connect(self.choose)
        part.trust_wanted.connect(self.trust)
        part.distrust_wanted.connect(self.distrust)
        part.edit_file_wanted.connect(self.edit)
        part.create_wanted.connect(self.create)
        self._analysis.python = lambda: self.message
        running.trusted = lambda: sorted(self.files.trusted)

        def show() -> None:
            inspector.show_python(self.files)
            self._analysis.look_again()

        self.changed.connect(show)
        inspector.show_python(self.files)

    @property
    def message(self) -> Message:
        """What a child is told: which contents may run, and which did not end before."""
        if not self._names:
            return {}
        return {"trusted": sorted(self.files.trusted), "stuck": self._stuck}

    def look_again(self) -> None:
        """Read the files as they are now; tell if anything is different."""
        trusted = self._store.digests() if self._names else frozenset()
        self.files = PythonFiles(self._project.folder, trusted, self._stuck)
        state = repr([(name, self.files.state(name)) for name in self._names])
        self._watch()
        if state != self._state:
            self._state = state
            self.changed.emit()

    # what the user wants

    def trust(self, name: str) -> None:
        """Let a file run, as it is now and as it is shown."""
        self._decide(name, trusted=True)

    def distrust(self, name: str) -> None:
        self._decide(name, trusted=False)

    def edit(self, name: str) -> None:
        """Open a file in the system's editor."""
        path = self._path(name)
        if path is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(tr("{file} could not be opened").format(file=name))

    def create(self, name: str) -> None:
        """Write a file to begin with, where there is none."""
        path = self._path(name)
        if path is None or path.exists():
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, TEMPLATE)
        except OSError as error:
            self._dialogs.tell(tr("The file was not written"), error.strerror or str(error))
            return
        self.said.emit(tr("Wrote {file}").format(file=name))
        self.look_again()

    def choose(self, node: str, scope: str) -> None:
        """Ask for a file, and make a node of the first thing that is in it."""
        folder = self._project.folder
        if folder is None:
            self._tell_to_save()
            return
        self._dialogs.choose_python(str(folder), lambda path: self._chosen(path, node, scope))

    def _tell_to_save(self) -> None:
        self._dialogs.tell(
            tr("Save the project first"),
            tr("Its Python files lie in the folder of the project."),
        )

    def _chosen(self, path: Path, node: str, scope: str) -> None:
        folder, graph = self._project.folder, self._project.document.scope(scope)
        if folder is None or node not in graph:
            return
        try:
            name = self._brought(path, folder)
            edit = choose_file(graph, graph.node(node), scope, PythonFiles(folder).get(name))
        except (PythonFileError, OSError) as error:
            self._dialogs.tell(tr("This file cannot be used"), tr(str(error)))
            return
        self._project.push(edit)

    def add(self, path: Path, scope: str, at: QPointF) -> None:
        """Add a node of the first thing that a file defines; the file goes where it is found."""
        folder = self._project.folder
        if folder is None:
            self._tell_to_save()
            return
        document = self._project.document
        trial = Document()
        node = Node(fresh_name(PYTHON, document.scope(scope).nx), PYTHON)
        trial.graph.insert(node)
        try:
            name = self._brought(path, folder)
            trial.apply(choose_file(trial.graph, node, "", PythonFiles(folder).get(name)))
        except (PythonFileError, OSError) as error:
            self._dialogs.tell(tr("This file cannot be used"), tr(str(error)))
            return
        adding = AddNode(
            trial.graph.node(node.name),
            (at.x(), at.y()),
            scope=scope,
            label=later("Add {layer}", layer=name),
        )
        if self._project.push(adding):
            words = tr("Added {file}; it runs once you trust it").format(file=name)
            self.said.emit(words)

    def _brought(self, path: Path, folder: Path) -> str:
        """The name of a file in the project's folder; one from elsewhere is copied there."""
        real, home = path.resolve(), folder.resolve()
        if real.is_relative_to(home):
            return real.relative_to(home).as_posix()
        check_name(path.name)
        copy = folder / path.name
        if not copy.exists():
            write_whole(copy, path.read_bytes())
            self.said.emit(
                tr("Copied {file} into the folder of the project").format(file=path.name)
            )
        elif copy.read_bytes() != path.read_bytes():
            raise PythonFileError(
                tr("another {file} is in the folder of the project already").format(file=path.name)
            )
        return path.name

    # what happens

    def _follow(self) -> None:
        """Keep to the files that the document names now."""
        names = python_file_names(self._project.document)
        if names != self._names or self._project.folder != self.files.folder:
            self._names = names
            self.look_again()

    def _watch(self) -> None:
        wanted: set[str] = set()
        folder = self._project.folder
        for name in self._names if folder is not None else ():
            path = self._path(name)
            if path is not None:
                wanted |= {str(p) for p in (path, path.parent) if p.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def _path(self, name: str) -> Path | None:
        """Where a file lies; None for a name that leads elsewhere."""
        folder = self._project.folder
        try:
            check_name(name)
        except PythonFileError:
            return None
        return folder / name if folder is not None else None

    def _decide(self, name: str, *, trusted: bool) -> None:
        try:
            file = self.files.get(name)  # the bytes that were shown, whatever lies there now
            self._stuck.pop(file.digest, None)
            if trusted:
                self._store.trust([file])
            else:
                self._store.distrust(file.digest)
        except PythonFileError as error:
            self.said.emit(tr(str(error)))
        except OSError as error:
            self._dialogs.tell(tr("This was not remembered"), error.strerror or str(error))
        self.look_again()

    def _give_up(self, digest: str, words: str) -> None:
        """A child did not survive a file: it is not run again until it is another."""
        self._stuck[digest] = words
        self.look_again()
